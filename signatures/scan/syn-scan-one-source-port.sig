signature syn-scan-one-source-port {
  title      "SYN scan from one source port"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, half-open, any-program
  reference "RFC 6056, section 2.2 (ephemeral port selection)" url "https://www.rfc-editor.org/rfc/rfc6056#section-2.2"
  reference "RFC 9293, section 3.4.1 (a connection is named by both addresses and both ports)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1"
  reference "nmap at commit db4aefd: scan_engine_raw.cc lines 226-260: one base port for the run, plus the number of the try" url "https://github.com/nmap/nmap"
  reference "masscan at commit 2be4093: main.c lines 1316-1321: a source port chosen once" url "https://github.com/robertdavidgraham/masscan"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN; payload.len == 0 }

  event by src, sport gap 10s having distinct(syn.dport, 10s) >= 10 or distinct(syn.dst, 10s) >= 20

  analysis {
    addresses "One source. Many ports of one host, or one port of many hosts."
    ports """
      One source port towards ten ports, or towards twenty hosts, within ten seconds. A kernel takes another source port for each connection that it opens; a program that writes its own packets keeps one, since it tells its
      answers by the ports that they come from.
    """
    flags "SYN. What open ports answer is reset by the scanner's kernel; where the scanner has a filter against that, or all ports are closed, no reset is ever seen, and the entries that ask for one stay silent."
    direction "Not looked at: the SYNs alone decide, so a sensor at a telescope or on a one-way path sees it too."
    header "Where a known tool is behind it, its own entry leads and tells more: nmap, masscan, ZMap, hping3, unicornscan, Mirai."
    bottom-line "A raw-socket scanner is at work. This entry does not know which; look at window, options, TTL and IP id of the SYNs, and at what was answered with SYN ACK."
  }
  hypothesis "Port scan or sweep" {
    verdict malicious
    weight strong
    because "Ten ports in ten seconds from one source port: no client's kernel behaves so."
    test "Did any of the SYNs lead to a connection with data?"
  }
  hypothesis "Survey of the Internet" {
    verdict benign
    weight moderate
    because "Surveys use the same means."
    test "Look the source up."
  }
  hypothesis "A gateway that shares few ports among many clients" {
    verdict benign
    weight moderate
    because "Address translation may use one port for several connections to different hosts at once."
    against "Its ports are spread: other source ports show the same rate, and the connections carry data."
    test "Is this source port special, or are all of them as busy?"
  }
  hypothesis "Peer-to-peer program" {
    verdict benign
    weight weak
    because "Some bind outgoing connections to the port on which they listen."
    against "Their SYNs go to many hosts at many high ports, with a kernel's options, and some connections carry data."
    test "Look for data."
  }
  false-positive "Busy address translators; peer-to-peer clients that call twenty peers in ten seconds from their listening port."
  blind-spot "Scanners that draw a source port for each probe (ZMap, unicornscan, hping3's counting), and scans by connect()."
  blind-spot "Slow scans: fewer than ten ports in ten seconds."
  trace "twelve ports, all closed or filtered, no reset" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 241, id 60687, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.21: Flags [S], seq 2633739374, win 29200, options [mss 1400], length 0
    03:00:00.050000 IP (tos 0x0, ttl 241, id 35013, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.22: Flags [S], seq 595022250, win 29200, options [mss 1400], length 0
    03:00:00.100000 IP (tos 0x0, ttl 241, id 843, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.23: Flags [S], seq 2597161677, win 29200, options [mss 1400], length 0
    03:00:00.150000 IP (tos 0x0, ttl 241, id 43781, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.25: Flags [S], seq 1627876803, win 29200, options [mss 1400], length 0
    03:00:00.200000 IP (tos 0x0, ttl 241, id 59247, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.53: Flags [S], seq 1814995991, win 29200, options [mss 1400], length 0
    03:00:00.250000 IP (tos 0x0, ttl 241, id 22076, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.80: Flags [S], seq 1022254636, win 29200, options [mss 1400], length 0
    03:00:00.300000 IP (tos 0x0, ttl 241, id 14542, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.110: Flags [S], seq 2956830465, win 29200, options [mss 1400], length 0
    03:00:00.350000 IP (tos 0x0, ttl 241, id 13326, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.139: Flags [S], seq 3946883512, win 29200, options [mss 1400], length 0
    03:00:00.400000 IP (tos 0x0, ttl 241, id 26864, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.143: Flags [S], seq 2895821580, win 29200, options [mss 1400], length 0
    03:00:00.450000 IP (tos 0x0, ttl 241, id 55280, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.443: Flags [S], seq 3820700083, win 29200, options [mss 1400], length 0
    03:00:00.500000 IP (tos 0x0, ttl 241, id 34961, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.445: Flags [S], seq 3914344192, win 29200, options [mss 1400], length 0
    03:00:00.549999 IP (tos 0x0, ttl 241, id 51975, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.3389: Flags [S], seq 1207677876, win 29200, options [mss 1400], length 0
  """
  trace "the same ports from a kernel, each from a port of its own" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 52, id 4000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46000 > 198.51.100.20.21: Flags [S], seq 3476821989, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:00.050000 IP (tos 0x0, ttl 52, id 4001, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46002 > 198.51.100.20.22: Flags [S], seq 3807057864, win 64240, options [mss 1460,sackOK,TS val 100250 ecr 0,nop,wscale 7], length 0
    03:00:00.100000 IP (tos 0x0, ttl 52, id 4002, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46004 > 198.51.100.20.23: Flags [S], seq 3776879099, win 64240, options [mss 1460,sackOK,TS val 100300 ecr 0,nop,wscale 7], length 0
    03:00:00.150000 IP (tos 0x0, ttl 52, id 4003, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46006 > 198.51.100.20.25: Flags [S], seq 2111885832, win 64240, options [mss 1460,sackOK,TS val 100350 ecr 0,nop,wscale 7], length 0
    03:00:00.200000 IP (tos 0x0, ttl 52, id 4004, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46008 > 198.51.100.20.53: Flags [S], seq 100859404, win 64240, options [mss 1460,sackOK,TS val 100400 ecr 0,nop,wscale 7], length 0
    03:00:00.250000 IP (tos 0x0, ttl 52, id 4005, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46010 > 198.51.100.20.80: Flags [S], seq 2563432515, win 64240, options [mss 1460,sackOK,TS val 100450 ecr 0,nop,wscale 7], length 0
    03:00:00.300000 IP (tos 0x0, ttl 52, id 4006, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46012 > 198.51.100.20.110: Flags [S], seq 2485498850, win 64240, options [mss 1460,sackOK,TS val 100500 ecr 0,nop,wscale 7], length 0
    03:00:00.350000 IP (tos 0x0, ttl 52, id 4007, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46014 > 198.51.100.20.139: Flags [S], seq 872106831, win 64240, options [mss 1460,sackOK,TS val 100550 ecr 0,nop,wscale 7], length 0
    03:00:00.400000 IP (tos 0x0, ttl 52, id 4008, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46016 > 198.51.100.20.143: Flags [S], seq 358645241, win 64240, options [mss 1460,sackOK,TS val 100600 ecr 0,nop,wscale 7], length 0
    03:00:00.450000 IP (tos 0x0, ttl 52, id 4009, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46018 > 198.51.100.20.443: Flags [S], seq 3955348434, win 64240, options [mss 1460,sackOK,TS val 100650 ecr 0,nop,wscale 7], length 0
    03:00:00.500000 IP (tos 0x0, ttl 52, id 4010, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46020 > 198.51.100.20.445: Flags [S], seq 1804347661, win 64240, options [mss 1460,sackOK,TS val 100700 ecr 0,nop,wscale 7], length 0
    03:00:00.549999 IP (tos 0x0, ttl 52, id 4011, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.46022 > 198.51.100.20.3389: Flags [S], seq 1709976056, win 64240, options [mss 1460,sackOK,TS val 100750 ecr 0,nop,wscale 7], length 0
  """
}
