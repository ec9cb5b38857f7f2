signature tcp-xmas-scan {
  title      "TCP Xmas scan, by whatever program"
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
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 1228 (Xmas scan)" url "https://github.com/eldondev/Snort"
  reference "RFC 9293, section 3.10.7 (a closed port resets, a listening one drops a segment without SYN, ACK or RST)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"

  packet probe { tcp; flags & 0x3f == FIN|PSH|URG; not frag }
  packet reset { from responder; tcp; flags has RST; payload.len == 0 }  # closed ports answer

  event by src gap 1h
    having count(probe) >= 3 and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    addresses "One source, real if it wants to read the answers."
    flags "FIN, PSH and URG lit at once, without ACK. No TCP sends that."
    direction "RST ACK from closed ports; open ones, filtered ones and missing hosts keep silent. Windows and many routers reset in any case, so that all their ports look closed."
    header "Not looked at, since programs differ: nmap has windows 1024 to 4096 (nmap-xmas-scan leads there), hping3 window 512, TTL 64 and source ports in a row, Scapy window 8192 and whatever its user writes. In the capture file, an acknowledgment number that is not 0 although ACK is clear speaks for hping."
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

  trace "hping3 -F -P -U, five ports" observed expect match """
    06:47:10.879160 IP (tos 0x0, ttl 63, id 46090, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3011 > 198.51.100.2.20: Flags [FPU], seq 1630175013, win 512, urg 0, length 0
    06:47:10.884386 IP (tos 0x0, ttl 63, id 2172, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3012 > 198.51.100.2.21: Flags [FPU], seq 1792095787, win 512, urg 0, length 0
    06:47:10.889609 IP (tos 0x0, ttl 63, id 48382, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3013 > 198.51.100.2.22: Flags [FPU], seq 1866219506, win 512, urg 0, length 0
    06:47:10.894834 IP (tos 0x0, ttl 63, id 13839, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3014 > 198.51.100.2.23: Flags [FPU], seq 2098455020, win 512, urg 0, length 0
    06:47:10.900112 IP (tos 0x0, ttl 63, id 15539, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3015 > 198.51.100.2.24: Flags [FPU], seq 1523091887, win 512, urg 0, length 0
  """
  trace "with ACK instead of URG" synthetic expect no-match """
    06:47:10.879160 IP (tos 0x0, ttl 63, id 46090, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3011 > 198.51.100.2.20: Flags [FP.], seq 1630175013, win 512, length 0
    06:47:10.884386 IP (tos 0x0, ttl 63, id 2172, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3012 > 198.51.100.2.21: Flags [FP.], seq 1792095787, win 512, length 0
    06:47:10.889609 IP (tos 0x0, ttl 63, id 48382, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3013 > 198.51.100.2.22: Flags [FP.], seq 1866219506, win 512, length 0
    06:47:10.894834 IP (tos 0x0, ttl 63, id 13839, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3014 > 198.51.100.2.23: Flags [FP.], seq 2098455020, win 512, length 0
    06:47:10.900112 IP (tos 0x0, ttl 63, id 15539, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3015 > 198.51.100.2.24: Flags [FP.], seq 1523091887, win 512, length 0
  """
}
