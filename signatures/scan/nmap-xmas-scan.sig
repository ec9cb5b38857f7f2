signature nmap-xmas-scan {
  title      "nmap Xmas scan: FIN, PSH and URG"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, stealth, nmap, tool-mark
  reference "nmap at commit db4aefd: scan_engine.cc lines 1293-1312, tcpip.cc lines 572-620" url "https://github.com/nmap/nmap"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 1228 (Xmas scan)" url "https://github.com/eldondev/Snort"
  reference "Snort 3 at commit 14aeb09f5: src/codecs/ip, DECODE_TCP_NMAP_XMAS" url "https://github.com/snort3/snort3"
  reference "nmap reference guide, Port Scanning Techniques" url "https://nmap.org/book/man-port-scanning-techniques.html"
  reference "RFC 9293, section 3.10.7" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"

  packet probe {
    tcp
    flags == FIN|PSH|URG
    seq != 0
    window in {1024, 2048, 3072, 4096}
    options == []
    urgent == 0
    not df
  }

  event by src, (seq >> 16) ^ (seq & 0xffff) gap 1h
    having count(probe) >= 3 and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    flags "FIN, PSH and URG lit like a tree, without ACK. The urgent pointer is 0 although URG is set: the segment is not even a sensible one of its own kind."
    direction "RST ACK from closed ports; silence from open and filtered ones."
    header "Window 1024, no options, TTL from 37 to 59 drawn per packet, no DF. The halves of the sequence number differ by the mask of the run, as in nmap's other scans."
    bottom-line "nmap maps your ports with packets that no TCP sends. It finds what a stateless filter lets through; the silent ports are what it believes to be open."
  }
  hypothesis "Xmas scan by nmap" {
    verdict malicious
    weight strong
    because "Flags, zero urgent pointer, window and the masked sequence number agree with nmap's source."
    test "Did the same source try FIN and null probes too, or SYNs to the silent ports?"
  }
  hypothesis "OS detection" {
    verdict malicious
    weight weak
    because "nmap's T7 probe has the same flags."
    against "T7 has window 65535 and five options, and there is one a try."
    test "Look at window and options."
  }
  false-positive "A packet generator that copies these numbers."
  blind-spot "Xmas probes of other programs, with other windows (see tcp-xmas-scan) or all eight flags."
  trace "nmap 7.93" observed expect match """
    03:35:49.379488 IP (tos 0x0, ttl 51, id 25655, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.22: Flags [FPU], seq 3216732880, win 1024, urg 0, length 0
    03:35:49.379525 IP (tos 0x0, ttl 40, id 43116, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.21: Flags [FPU], seq 3216732880, win 1024, urg 0, length 0
    03:35:49.379545 IP (tos 0x0, ttl 57, id 43081, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.23: Flags [FPU], seq 3216732880, win 1024, urg 0, length 0
    03:35:49.379557 IP (tos 0x0, ttl 46, id 33988, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.80: Flags [FPU], seq 3216732880, win 1024, urg 0, length 0
    03:35:49.379564 IP (tos 0x0, ttl 42, id 11669, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.25: Flags [FPU], seq 3216732880, win 1024, urg 0, length 0
  """
  trace "with ACK: an odd segment of a session" synthetic expect no-match """
    03:35:49.379488 IP (tos 0x0, ttl 51, id 25655, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.22: Flags [FP.U], seq 3216732880, ack 1, win 1024, urg 0, length 0
    03:35:49.379525 IP (tos 0x0, ttl 40, id 43116, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.21: Flags [FP.U], seq 3216732880, ack 1, win 1024, urg 0, length 0
    03:35:49.379545 IP (tos 0x0, ttl 57, id 43081, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.23: Flags [FP.U], seq 3216732880, ack 1, win 1024, urg 0, length 0
    03:35:49.379557 IP (tos 0x0, ttl 46, id 33988, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.80: Flags [FP.U], seq 3216732880, ack 1, win 1024, urg 0, length 0
    03:35:49.379564 IP (tos 0x0, ttl 42, id 11669, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.57133 > 198.51.100.20.25: Flags [FP.U], seq 3216732880, ack 1, win 1024, urg 0, length 0
  """
}
