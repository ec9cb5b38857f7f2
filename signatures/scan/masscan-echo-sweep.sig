signature masscan-echo-sweep {
  title      "masscan ping: 48 bytes, TTL 255, id and sequence number drawn for each address"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2014 to present"
  licence    "CC-BY-4.0"
  tags       scan, ping, masscan
  reference "masscan at commit 2be4093: templ-pkt.c lines 58-150 (ICMP template: 48 data bytes 08 to 37)" url "https://github.com/robertdavidgraham/masscan"
  reference "RFC 792, Internet Control Message Protocol (echo)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet echo { icmp; icmp.type == 8; payload.len == 48; not df; ittl == 255; icmp.seq != 0 }

  event by src gap 5m
    having distinct(echo.dst) >= 3 and distinct(echo.icmp.id) >= 3 and distinct(echo.icmp.seq) >= 3

  analysis {
    addresses "One source, addresses in shuffled order."
    flags "Echo requests."
    header "48 bytes of data counting from 08 to 37; TTL 255; identifier and sequence number both look random and differ for each address, since they carry the scanner's cookie. A pinger keeps its identifier and counts the sequence number from 0 or 1."
    bottom-line "A ping sweep by masscan. It asks who is alive; on its own of no weight."
  }
  hypothesis "Sweep by masscan" {
    verdict unknown
    weight strong
    because "Length, TTL and the two drawn numbers agree with its template."
    test "Do the data bytes count from 08 to 37? Do SYNs of masscan's shape come from the source?"
  }
  hypothesis "Router or management pings" {
    verdict benign
    weight weak
    because "Routers send echo requests with TTL 255."
    against "They count their sequence numbers and keep one target or a fixed list."
    test "Look at id and sequence number."
  }
  false-positive "A measurement system with random identifiers and 48 bytes, from a stack with TTL 255."
  blind-spot "Fewer than three targets."
  trace "masscan 1.3.2 --ping" observed expect match """
    03:37:42.723545 IP (tos 0x0, ttl 255, id 32732, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.19: ICMP echo request, id 39172, seq 30264, length 56
    03:37:42.773577 IP (tos 0x0, ttl 255, id 40761, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.17: ICMP echo request, id 13584, seq 56529, length 56
    03:37:42.913563 IP (tos 0x0, ttl 255, id 43256, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 24060, seq 39799, length 56
    03:37:42.943536 IP (tos 0x0, ttl 255, id 37656, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.16: ICMP echo request, id 62560, seq 59641, length 56
  """
  trace "TTL 64" synthetic expect no-match """
    03:37:42.723545 IP (tos 0x0, ttl 64, id 32732, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.19: ICMP echo request, id 39172, seq 30264, length 56
    03:37:42.773577 IP (tos 0x0, ttl 64, id 40761, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.17: ICMP echo request, id 13584, seq 56529, length 56
    03:37:42.913563 IP (tos 0x0, ttl 64, id 43256, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 24060, seq 39799, length 56
    03:37:42.943536 IP (tos 0x0, ttl 64, id 37656, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.16: ICMP echo request, id 62560, seq 59641, length 56
  """
  trace "each host's first request: sequence number 1" synthetic expect no-match """
    03:37:42.723545 IP (tos 0x0, ttl 255, id 32732, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.19: ICMP echo request, id 39172, seq 1, length 56
    03:37:42.773577 IP (tos 0x0, ttl 255, id 40761, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.17: ICMP echo request, id 13584, seq 1, length 56
    03:37:42.913563 IP (tos 0x0, ttl 255, id 43256, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 24060, seq 1, length 56
    03:37:42.943536 IP (tos 0x0, ttl 255, id 37656, offset 0, flags [none], proto ICMP (1), length 76)
        192.0.2.10 > 198.51.100.16: ICMP echo request, id 62560, seq 1, length 56
  """
}
