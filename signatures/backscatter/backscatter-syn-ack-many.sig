signature backscatter-syn-ack-many {
  title      "Answers of a flooded open port to many addresses (SYN ACK, any acknowledgment number)"
  category   backscatter
  verdict    third-party
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1996 to present"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001 (the method: answers to forged addresses, seen by whoever owns them)" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "RFC 9293, Transmission Control Protocol, sections 3.5 and 3.10.7.2" url "https://www.rfc-editor.org/rfc/rfc9293"
  reference "hping3 3.a2.ds2-10 of Debian 12 with --rand-source against a Linux host, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"

  reference "hping2, sendtcp.c in antirez/hping at commit 036f2bb: the sequence number is rand()" url "https://github.com/antirez/hping/blob/036f2bbdf7dbb803a0e712a31ebfe245f0e1d13c/sendtcp.c"
  reference "RFC 6298, Computing TCP's Retransmission Timer, sections 2 and 5 (first repetition after a second, then twice as long each time)" url "https://www.rfc-editor.org/rfc/rfc6298"

  observe unsolicited-syn-ack as answer

  event by src, sport gap 1h having distinct(answer.dst) >= 5

  analysis {
    addresses "One sender, many receivers that never asked it: the sender is the victim, the receivers are the addresses that the flooder forged."
    ports "From the port under attack, one of a service. The destination ports are the forged source ports: hping3 counts them up, other tools draw them."
    flags "SYN ACK: the flooded port is open."
    direction "Inbound only; no SYN went out to this port from the addresses that are answered."
    time """
      What nobody acknowledges is repeated: the same SYN ACK comes again after 1, 2, 4 s and so on, so each address is met several times. That helps to tell an answer from a probe, and to count: the first of
      each series is one SYN of the flood.
    """
    header """
      The acknowledgment number minus one is the flooder's initial sequence number, and there the tool shows itself. Read several: one value for all (then backscatter-syn-ack leads), a zero lower half, or a bound. Read in hping's
      source and seen here: its numbers come from rand() and stay below 2^31, so a flood whose acknowledgment numbers never pass that line may be its.
    """
    bottom-line """
      The sender's open port is being SYN-flooded with random forged addresses, yours among them. You are a bystander: nothing was
      probed here. Tell the sender's owner; the share of all addresses that you watch tells how large the flood is.
    """
  }

  hypothesis "Third-party effect of a SYN flood with random sources" {
    verdict third-party
    weight strong
    because "One open port answers SYNs that none of many receivers sent."
    test "Ask the sender's owner. Are the answers repeated at growing intervals, as a server does that waits for the last ACK?"
  }
  hypothesis "SYN ACK scan: somebody looks for hosts behind a filter that lets answers pass" {
    verdict malicious
    weight weak
    because "A SYN ACK out of nowhere makes a living host send a reset, so it maps hosts."
    against "A scanner goes through addresses in some order and has no reason to repeat itself at the intervals of TCP."
    test "Is the order of addresses regular? Are the acknowledgment numbers made by one formula?"
  }
  hypothesis "Answers to connections whose other half is not captured" {
    verdict benign
    weight moderate
    because "Where packets leave by another way than they come, every server's SYN ACK looks unsolicited."
    against "Then ACKs and data of the same connections come in as well."
    test "Does data follow the SYN ACKs?"
  }

  false-positive "A one-way tap beside the clients of a busy server: --vantage telescope says that a capture is no such tap."
  blind-spot "Fewer than five of the receivers watched; all of a flood that forges one address."

  trace "hping3 with random sources against an open port, seen from where the answers go" observed expect match """
    03:43:34.811026 IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        10.20.2.2.80 > 80.231.144.159.1422: Flags [S.], cksum 0x9c82 (correct), seq 612087444, ack 1761790230, win 64240, options [mss 1460], length 0
    03:43:34.811598 IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        10.20.2.2.80 > 71.224.20.113.1423: Flags [S.], cksum 0xa53b (correct), seq 3056847436, ack 165936960, win 64240, options [mss 1460], length 0
    03:43:34.812168 IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        10.20.2.2.80 > 39.251.40.146.1424: Flags [S.], cksum 0x4e1c (correct), seq 747813838, ack 1901826762, win 64240, options [mss 1460], length 0
    03:43:34.812744 IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        10.20.2.2.80 > 97.208.32.195.1425: Flags [S.], cksum 0x6d8e (correct), seq 300846836, ack 359195842, win 64240, options [mss 1460], length 0
    03:43:34.813334 IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        10.20.2.2.80 > 59.7.25.130.1426: Flags [S.], cksum 0xb4ce (correct), seq 2255628559, ack 1702915284, win 64240, options [mss 1460], length 0
    03:43:34.813916 IP (tos 0x0, ttl 63, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        10.20.2.2.80 > 89.179.129.185.1427: Flags [S.], cksum 0xdfd9 (correct), seq 3634042280, ack 1545897342, win 64240, options [mss 1460], length 0
  """
  trace "five clients of one server: their SYNs are in the capture" synthetic expect no-match """
    10:00:00.000000 IP 198.51.100.1.40001 > 192.0.2.80.80: Flags [S], seq 1000001, win 64240, length 0
    10:00:00.020000 IP 192.0.2.80.80 > 198.51.100.1.40001: Flags [S.], seq 612087444, ack 1000002, win 64240, length 0
    10:00:01.000000 IP 198.51.100.2.40001 > 192.0.2.80.80: Flags [S], seq 2000001, win 64240, length 0
    10:00:01.020000 IP 192.0.2.80.80 > 198.51.100.2.40001: Flags [S.], seq 3056847436, ack 2000002, win 64240, length 0
    10:00:02.000000 IP 198.51.100.3.40001 > 192.0.2.80.80: Flags [S], seq 3000001, win 64240, length 0
    10:00:02.020000 IP 192.0.2.80.80 > 198.51.100.3.40001: Flags [S.], seq 747813838, ack 3000002, win 64240, length 0
    10:00:03.000000 IP 198.51.100.4.40001 > 192.0.2.80.80: Flags [S], seq 4000001, win 64240, length 0
    10:00:03.020000 IP 192.0.2.80.80 > 198.51.100.4.40001: Flags [S.], seq 300846836, ack 4000002, win 64240, length 0
    10:00:04.000000 IP 198.51.100.5.40001 > 192.0.2.80.80: Flags [S], seq 5000001, win 64240, length 0
    10:00:04.020000 IP 192.0.2.80.80 > 198.51.100.5.40001: Flags [S.], seq 2255628559, ack 5000002, win 64240, length 0
  """
}
