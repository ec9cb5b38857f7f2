signature nmap-null-scan {
  title      "nmap null scan: TCP without flags"
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
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 623 (null scan)" url "https://github.com/eldondev/Snort"
  reference "Snort 3 at commit 14aeb09f5: src/codecs/ip, TCP_NO_SYN_ACK_RST" url "https://github.com/snort3/snort3"
  reference "nmap reference guide, Port Scanning Techniques" url "https://nmap.org/book/man-port-scanning-techniques.html"
  reference "RFC 9293, section 3.10.7" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"

  packet probe { tcp; flags & 0xff == 0; window in {1024, 2048, 3072, 4096}; options == []; not df }

  event by src gap 1h
    having count(probe) >= 3
      and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)
      and span(probe.ttl) <= 22

  analysis {
    flags "None at all. The standard knows no such segment: a closed port resets it, a listening one says nothing."
    direction "RST ACK from closed ports, silence from the rest; what is silent is asked once more from the next source port."
    header """
      Window 1024 (older versions up to 4096), no options, no DF. The TTL is drawn for each packet from 37 to 59, so those of one sender spread over 22 at most
      and seldom agree. In the capture file the halves of the sequence number carry nmap's mask, as in its other scans; tcpdump does not print the number of a segment without flags, so
      it is not asked for here.
    """
    bottom-line "A port scan by packets that no TCP sends. It looks for filters that let everything pass but SYN. The silent ports are what the scanner believes to be open."
  }
  hypothesis "Null scan by nmap" {
    verdict malicious
    weight strong
    because "No flags, window 1024 and TTLs that jump between packets of one sender: each is a program's, together they are nmap's."
    test "In the capture file: is (seq >> 16) ^ (seq & 0xffff) the same in all of them?"
  }
  hypothesis "Another packet maker" {
    verdict malicious
    weight moderate
    because "hping3 and several flooders send TCP without flags by default."
    against "hping3 has window 512 and TTL 64, T50 has TOS 0x40; a flood stays on one port."
    test "Compare window, TTL and TOS."
  }
  hypothesis "Damaged packets" {
    verdict benign
    weight weak
    because "A broken device can zero the flags of ordinary segments."
    against "Those keep their window, options, data and DF."
    test "Is the rest of the header that of a session?"
  }
  false-positive "A protocol tester of your own."
  blind-spot "Fewer than three probes; null scans of programs with other windows, for which tcp-null-scan asks."
  trace "nmap 7.93" observed expect match """
    03:35:46.651354 IP (tos 0x0, ttl 47, id 9296, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.22: Flags [none], win 1024, length 0
    03:35:46.651403 IP (tos 0x0, ttl 49, id 28091, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.21: Flags [none], win 1024, length 0
    03:35:46.651424 IP (tos 0x0, ttl 48, id 54001, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.25: Flags [none], win 1024, length 0
    03:35:46.651433 IP (tos 0x0, ttl 43, id 26293, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.80: Flags [none], win 1024, length 0
    03:35:46.651440 IP (tos 0x0, ttl 49, id 13094, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.23: Flags [none], win 1024, length 0
  """
  trace "window 512: another tool" synthetic expect no-match """
    03:35:46.651354 IP (tos 0x0, ttl 47, id 9296, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.22: Flags [none], win 512, length 0
    03:35:46.651403 IP (tos 0x0, ttl 49, id 28091, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.21: Flags [none], win 512, length 0
    03:35:46.651424 IP (tos 0x0, ttl 48, id 54001, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.25: Flags [none], win 512, length 0
    03:35:46.651433 IP (tos 0x0, ttl 43, id 26293, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.80: Flags [none], win 512, length 0
    03:35:46.651440 IP (tos 0x0, ttl 49, id 13094, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44366 > 198.51.100.20.23: Flags [none], win 512, length 0
  """
}
