signature tcp-null-scan {
  title      "TCP null scan, by whatever program"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "late 1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, stealth
  reference "hping3 3.a2.ds2-10 of Debian 12, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 623 (null scan)" url "https://github.com/eldondev/Snort"
  reference "RFC 9293, section 3.10.7 (a closed port resets, a listening one drops a segment without SYN, ACK or RST)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"

  packet probe { tcp; flags & 0xff == 0; not frag }
  packet reset { from responder; tcp; flags has RST; payload.len == 0 }  # closed ports answer

  event by src gap 1h
    having count(probe) >= 3 and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    addresses "One source, real if it wants to read the answers."
    flags "None at all. The standard knows no such segment."
    direction "RST ACK from closed ports; open ones, filtered ones and missing hosts keep silent. Windows and many routers reset in any case, so that all their ports look closed."
    header "Not looked at, since programs differ: nmap has windows 1024 to 4096 (nmap-null-scan leads there), hping3 window 512, TTL 64 and source ports in a row, Scapy window 8192 and whatever its user writes. In the capture file, an acknowledgment number that is not 0 although ACK is clear speaks for hping."
    bottom-line "Somebody maps ports by segments that no TCP sends, in the hope that filters and logs look at SYNs only. What kept silent is what they believe to be open."
  }
  hypothesis "Port scan" {
    verdict malicious
    weight strong
    because "Three and more such segments to different ports or hosts; none occurs by itself."
    test "Which program? Compare window, TTL, IP id and source ports. Did SYNs to the silent ports follow?"
  }
  hypothesis "Test of a filter or a stack" {
    verdict benign
    weight moderate
    because "Whoever accepts a filter sends the impossible combinations through it."
    test "Ask who may; do all other combinations come as well?"
  }
  hypothesis "Damaged segments of ordinary connections" {
    verdict benign
    weight weak
    because "A broken device can change flags."
    against "Then ports, numbers and options are those of connections that exist."
    test "Do connections on the same ports exist?"
  }
  false-positive "Fuzzers and conformance tests of your own."
  blind-spot "Fewer than three ports or hosts within an hour of each other."

  trace "hping3 with no flag set, five ports" observed expect match """
    06:47:14.146965 IP (tos 0x0, ttl 63, id 22628, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1258 > 198.51.100.2.20: Flags [none], win 512, length 0
    06:47:14.152055 IP (tos 0x0, ttl 63, id 30082, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1259 > 198.51.100.2.21: Flags [none], win 512, length 0
    06:47:14.157112 IP (tos 0x0, ttl 63, id 21011, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1260 > 198.51.100.2.22: Flags [none], win 512, length 0
    06:47:14.162170 IP (tos 0x0, ttl 63, id 24445, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1261 > 198.51.100.2.23: Flags [none], win 512, length 0
    06:47:14.167239 IP (tos 0x0, ttl 63, id 4466, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1262 > 198.51.100.2.24: Flags [none], win 512, length 0
  """
  trace "one port again and again: no scan" synthetic expect no-match """
    06:47:14.146965 IP (tos 0x0, ttl 63, id 22628, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1258 > 198.51.100.2.20: Flags [none], win 512, length 0
    06:47:14.152055 IP (tos 0x0, ttl 63, id 30082, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1259 > 198.51.100.2.20: Flags [none], win 512, length 0
    06:47:14.157112 IP (tos 0x0, ttl 63, id 21011, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1260 > 198.51.100.2.20: Flags [none], win 512, length 0
    06:47:14.162170 IP (tos 0x0, ttl 63, id 24445, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1261 > 198.51.100.2.20: Flags [none], win 512, length 0
    06:47:14.167239 IP (tos 0x0, ttl 63, id 4466, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1262 > 198.51.100.2.20: Flags [none], win 512, length 0
  """
}
