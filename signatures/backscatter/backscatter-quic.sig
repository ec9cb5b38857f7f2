signature backscatter-quic {
  title      "Answers of a flooded QUIC server (UDP port 443) to forged addresses"
  category   backscatter
  verdict    third-party
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2021 to present"
  licence    "CC-BY-4.0"
  tags       backscatter, quic, udp, spoofing, third-party
  reference "M. Nawrocki and others, QUICsand: Quantifying QUIC Reconnaissance Scans and DoS Flooding Events, 2021 (documented; read: abstract and introduction)" url "https://arxiv.org/abs/2109.01106"
  reference "J. Muecke and others, Waiting for QUIC, 2022 (documented; read: abstract and introduction)" url "https://arxiv.org/abs/2209.00965"
  reference "RFC 9000, QUIC: A UDP-Based Multiplexed and Secure Transport, sections 14.1 and 17.2" url "https://www.rfc-editor.org/rfc/rfc9000"
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 443 - DTLS and Port 80 - QUIC (other answers from these ports)" url "https://github.com/Phenomite/AMP-Research"

  observe unsolicited-udp-443 as answer

  event by src gap 1h
    having distinct(answer.dst) >= 3 or distinct(answer.dport) >= 10 and span(answer.dport) >= 2000

  analysis {
    addresses "The sender is the victim of a flood of QUIC's first packets with forged sources; some of those sources are yours."
    ports "From UDP 443 to scattered ports."
    direction "Inbound only."
    time "A server that gets no answer sends its first flight again on a timer; number and spacing of the repeats differ from operator to operator."
    header """
      Initial and Handshake packets, often joined in one datagram. By RFC 9000 their first byte has both upper bits set and the version follows.
      Studies tell operators apart by connection identifiers, lengths and timers; this project has not read those values and requires none. DTLS
      servers and old QUIC (a reset that holds the letters PRST) answer from the same port.
    """
    bottom-line """
      The sender, a QUIC server, is most likely being flooded with forged first packets. You are a bystander. Tell it from a one-sided capture of your
      own clients before you tell the sender's owner.
    """
  }

  hypothesis "Third-party effect of a QUIC flood" {
    verdict third-party
    weight strong
    because """
      One server answers several addresses that sent it nothing; telescopes see four such floods an hour on average, half of them together with TCP or
      ICMP floods.
    """
    test "Look at the first bytes: long headers with a known version? Are addresses addressed that nobody uses?"
  }
  hypothesis "Clients of your own, captured in one direction" {
    verdict benign
    weight moderate
    because "QUIC is ordinary web traffic."
    against "A session goes on with short headers and large volumes; backscatter repeats its first flight and stops."
    test "Do the addressed hosts send to port 443 on another path?"
  }
  hypothesis "Late packets after a client changed its address" {
    verdict benign
    weight weak
    because "A server may go on sending to an address that a translator has given to somebody else."
    against "That concerns one address and not three."
    test "Count the destinations."
  }

  false-positive "One-way captures of ordinary QUIC, VPNs or media on port 443."
  blind-spot "Fewer than three addresses, where the ports lie together."

  trace "three forged addresses, the first flight repeated" synthetic expect match """
    10:00:00.0 192.0.2.44.443 > 198.51.100.1.50123: udp 1252
    10:00:00.3 192.0.2.44.443 > 198.51.100.1.50123: udp 1252
    10:00:07.0 192.0.2.44.443 > 198.51.100.99.4411: udp 1252
    10:00:07.3 192.0.2.44.443 > 198.51.100.99.4411: udp 1252
    10:02:10.0 192.0.2.44.443 > 198.51.100.200.31000: udp 1252
  """
  trace "three clients and their server" synthetic expect no-match """
    10:00:00.0 198.51.100.1.50123 > 192.0.2.44.443: udp 1200
    10:00:00.1 192.0.2.44.443 > 198.51.100.1.50123: udp 1252
    10:00:07.0 198.51.100.99.44110 > 192.0.2.44.443: udp 1200
    10:00:07.1 192.0.2.44.443 > 198.51.100.99.44110: udp 1252
    10:02:10.0 198.51.100.200.31000 > 192.0.2.44.443: udp 1200
    10:02:10.1 192.0.2.44.443 > 198.51.100.200.31000: udp 1252
  """
}
