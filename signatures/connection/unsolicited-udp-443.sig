signature unsolicited-udp-443 {
  internal
  title      "Datagram from UDP port 443 that nobody asked for"
  category   connection
  verdict    unknown
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2021 to present"
  licence    "CC-BY-4.0"
  tags       building-block, udp, quic, backscatter
  reference "RFC 9000, QUIC: A UDP-Based Multiplexed and Secure Transport, section 17.2 (long headers: the first two bits are set, then 32 bits of version)" url "https://www.rfc-editor.org/rfc/rfc9000"

  packet answer { udp; sport == 443; payload.len >= 21 }
  packet request { from responder; solicits; udp; dport == 443 }

  event by src, sport, dst, dport gap 5m having count(answer) >= 1 and count(request) == 0

  analysis {
    direction "Nothing goes from the addressed host to this port."
    bottom-line "A server's datagram without a client's."
  }
  false-positive "Capture of one direction only; media or VPN traffic on port 443."
  blind-spot "Where the capture cannot show what leaves the addressed host, 'nobody asked' is not known; the event is then marked inconclusive."

  trace "one datagram" synthetic expect match """
    10:00:00.0 192.0.2.44.443 > 198.51.100.1.50123: udp 1252
  """
  trace "an answer to a client" synthetic expect no-match """
    10:00:00.0 198.51.100.1.50123 > 192.0.2.44.443: udp 1200
    10:00:00.1 192.0.2.44.443 > 198.51.100.1.50123: udp 1252
  """
}
