signature nmap-os-detection {
  title      "nmap OS detection: the whole set of probes"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 85-119 and 1743-1884" url "https://github.com/nmap/nmap"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"

  # The patterns of the single entries again, so that one event holds the set and leads over them.
  packet one {
    tcp
    flags == SYN
    window == 1
    options == [wscale, nop, mss, ts, sackok]
    mss == 1460
    ts.val == 0xffffffff
    ts.ecr == 0
  }
  packet two {
    tcp
    flags == SYN
    window == 63
    options == [mss, wscale, sackok, ts, eol]
    mss == 1400
    ts.val == 0xffffffff
    ts.ecr == 0
  }
  packet three {
    tcp
    flags == SYN
    window == 4
    options == [ts, nop, nop, wscale, nop, mss]
    mss == 640
    ts.val == 0xffffffff
    ts.ecr == 0
  }
  packet four {
    tcp
    flags == SYN
    window == 4
    options == [sackok, ts, wscale, eol]
    ts.val == 0xffffffff
    ts.ecr == 0
  }
  packet five {
    tcp
    flags == SYN
    window == 16
    options == [mss, sackok, ts, wscale, eol]
    mss == 536
    ts.val == 0xffffffff
    ts.ecr == 0
  }
  packet six {
    tcp
    flags == SYN
    window == 512
    options == [mss, sackok, ts]
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
  }
  packet congestion {
    tcp
    flags & 0xff == SYN|ECE|CWR
    window == 3
    options == [wscale, nop, mss, sackok, nop, nop]
    wscale == 10
    mss == 1460
  }
  packet bare {
    tcp
    flags & 0xff == 0
    window == 128
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    df or ip6
  }
  packet mixed {
    tcp
    flags & 0xff == FIN|SYN|PSH|URG
    window == 256
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    not df
  }
  packet lone {
    tcp
    flags == ACK
    window == 1024
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    df or ip6
  }
  packet refused {
    tcp
    flags == SYN
    window == 31337
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    not df
  }
  packet refused_ack {
    tcp
    flags == ACK
    window == 32768
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    df or ip6
  }
  packet refused_xmas {
    tcp
    flags & 0xff == FIN|PSH|URG
    window == 65535
    options == [wscale, nop, mss, ts, sackok]
    wscale == 15
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    not df
  }
  packet echo { icmp; icmp.type == 8; icmp.seq == 295; payload.len == 120; df; tos == 0 }
  packet echo_tos { icmp; icmp.type == 8; icmp.seq == 296; payload.len == 150; not df; tos == 4 }
  packet datagram { udp; id == 4162; payload.len == 300; ip.len == 328; not df }

  event by src, dst gap 10s
    having (count(one) >= 1 or count(two) >= 1 or count(six) >= 1) and (count(congestion) >= 1 or count(mixed) >= 1 or count(lone) >= 1)
      or count(refused) >= 1 and count(refused_ack) >= 1 and count(refused_xmas) >= 1

  analysis {
    addresses "One source, one target; a port scan came before it, for nmap needs an open and a closed port."
    ports """
      Source ports in a row. This project's own observation, in a run of nmap 7.93 and in the published capture: SEQ takes base to base + 5, ECN base + 12, T2 to T7 base + 14 to base + 19. So one packet's source port says which
      probes of the set are missing from a capture.
    """
    flags "Every sensible and senseless combination once: SYN, SYN with ECN bits, none, SYN FIN PSH URG, ACK, FIN PSH URG."
    direction "It is the answers that matter: sequence numbers, IP ids, windows, options, TTL and DF of up to 16 replies are compared with a database."
    time "SEQ at 100 ms, the rest at 25 ms: about a second a try; up to five tries, 2 s apart, where nothing in the database fits."
    header "Time stamp 0xffffffff with echo 0, mss 265, windows 1, 63, 4, 4, 16, 512, 3, 128, 256, 1024, 31337, 32768, 65535. The sequence number of the first SEQ probe returns in ECN and T2 to T7."
    bottom-line """
      Somebody takes this host's fingerprint with nmap -O (or -A). They have already found at least one open port, and will know kernel and rough version, and the uptime where time stamps are on. Treat the source as interested in this host in
      particular.
    """
  }
  hypothesis "Reconnaissance" {
    verdict malicious
    weight strong
    because "Fingerprinting serves the choice of an exploit; it is done to hosts that have been singled out."
    test "Which port served as the open one? Look for what came to it in the hours after."
  }
  hypothesis "Inventory or audit of your own" {
    verdict benign
    weight moderate
    because "Asset databases fingerprint everything they find, at night, network by network."
    test "Is the source yours? Does it ask all hosts, or this one?"
  }
  false-positive "Products that embed nmap or its probes."
  blind-spot "The ICMP and UDP probes that nmap has for IPv6 (echo requests with extension headers, neighbour solicitations) are not read; the TCP probes are the same there, and do."
  blind-spot "A target without an open port of which T5, T6 and T7 were not all seen; the single probes are then reported by their own entries."
  trace "a Linux target, nmap 7.93, first try" observed expect match """
    03:35:58.467109 IP (tos 0x0, ttl 59, id 14544, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33129 > 198.51.100.20.22: Flags [S], seq 2012383941, win 1, options [wscale 10,nop,mss 1460,TS val 4294967295 ecr 0,sackOK], length 0
    03:35:58.567272 IP (tos 0x0, ttl 48, id 60137, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33130 > 198.51.100.20.22: Flags [S], seq 2012383942, win 63, options [mss 1400,wscale 0,sackOK,TS val 4294967295 ecr 0,eol], length 0
    03:35:58.667431 IP (tos 0x0, ttl 49, id 46593, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33131 > 198.51.100.20.22: Flags [S], seq 2012383943, win 4, options [TS val 4294967295 ecr 0,nop,nop,wscale 5,nop,mss 640], length 0
    03:35:58.767591 IP (tos 0x0, ttl 40, id 37785, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.33132 > 198.51.100.20.22: Flags [S], seq 2012383944, win 4, options [sackOK,TS val 4294967295 ecr 0,wscale 10,eol], length 0
    03:35:58.867712 IP (tos 0x0, ttl 50, id 15862, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33133 > 198.51.100.20.22: Flags [S], seq 2012383945, win 16, options [mss 536,sackOK,TS val 4294967295 ecr 0,wscale 10,eol], length 0
    03:35:58.967830 IP (tos 0x0, ttl 55, id 38000, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.33134 > 198.51.100.20.22: Flags [S], seq 2012383946, win 512, options [mss 265,sackOK,TS val 4294967295 ecr 0], length 0
    03:35:58.992949 IP (tos 0x0, ttl 43, id 49220, offset 0, flags [DF], proto ICMP (1), length 148)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 37115, seq 295, length 128
    03:35:59.018104 IP (tos 0x4, ttl 59, id 60702, offset 0, flags [none], proto ICMP (1), length 178)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 37116, seq 296, length 158
    03:35:59.043240 IP (tos 0x0, ttl 59, id 4162, offset 0, flags [none], proto UDP (17), length 328)
        192.0.2.10.33242 > 198.51.100.20.39662: UDP, length 300
    03:35:59.068397 IP (tos 0x0, ttl 43, id 34521, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.33141 > 198.51.100.20.22: Flags [SEW], seq 2012383941, win 3, options [wscale 10,nop,mss 1460,sackOK,nop,nop], length 0
    03:35:59.093569 IP (tos 0x0, ttl 50, id 32851, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33143 > 198.51.100.20.22: Flags [none], win 128, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    03:35:59.118769 IP (tos 0x0, ttl 56, id 38029, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33144 > 198.51.100.20.22: Flags [FSPU], seq 2012383941, win 256, urg 0, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    03:35:59.143903 IP (tos 0x0, ttl 38, id 42177, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33145 > 198.51.100.20.22: Flags [.], ack 1608007760, win 1024, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    03:35:59.169018 IP (tos 0x0, ttl 51, id 43546, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33146 > 198.51.100.20.23: Flags [S], seq 2012383941, win 31337, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    03:35:59.194195 IP (tos 0x0, ttl 45, id 36917, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33147 > 198.51.100.20.23: Flags [.], ack 1608007760, win 32768, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.035265 IP (tos 0x0, ttl 44, id 53476, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53936 > 172.16.16.150.135: Flags [S], seq 2538380055, win 1, options [wscale 10,nop,mss 1460,TS val 4294967295 ecr 0,sackOK], length 0
    21:43:30.135221 IP (tos 0x0, ttl 47, id 61506, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53937 > 172.16.16.150.135: Flags [S], seq 2538380056, win 63, options [mss 1400,wscale 0,sackOK,TS val 4294967295 ecr 0,eol], length 0
    21:43:30.235224 IP (tos 0x0, ttl 39, id 4795, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53938 > 172.16.16.150.135: Flags [S], seq 2538380057, win 4, options [TS val 4294967295 ecr 0,nop,nop,wscale 5,nop,mss 640], length 0
    21:43:30.335237 IP (tos 0x0, ttl 59, id 36779, offset 0, flags [none], proto TCP (6), length 56)
        172.16.16.128.53939 > 172.16.16.150.135: Flags [S], seq 2538380058, win 4, options [sackOK,TS val 4294967295 ecr 0,wscale 10,eol], length 0
    21:43:30.435240 IP (tos 0x0, ttl 44, id 26183, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53940 > 172.16.16.150.135: Flags [S], seq 2538380059, win 16, options [mss 536,sackOK,TS val 4294967295 ecr 0,wscale 10,eol], length 0
    21:43:30.535249 IP (tos 0x0, ttl 49, id 35972, offset 0, flags [none], proto TCP (6), length 56)
        172.16.16.128.53941 > 172.16.16.150.135: Flags [S], seq 2538380060, win 512, options [mss 265,sackOK,TS val 4294967295 ecr 0], length 0
    21:43:30.560429 IP (tos 0x0, ttl 44, id 59550, offset 0, flags [DF], proto ICMP (1), length 148)
        172.16.16.128 > 172.16.16.150: ICMP echo request, id 15844, seq 295, length 128
    21:43:30.585241 IP (tos 0x4, ttl 43, id 47913, offset 0, flags [none], proto ICMP (1), length 178)
        172.16.16.128 > 172.16.16.150: ICMP echo request, id 15845, seq 296, length 158
    21:43:30.610247 IP (tos 0x0, ttl 54, id 4162, offset 0, flags [none], proto UDP (17), length 328)
        172.16.16.128.54043 > 172.16.16.150.42283: UDP, length 300
    21:43:30.637253 IP (tos 0x0, ttl 59, id 21706, offset 0, flags [none], proto TCP (6), length 52)
        172.16.16.128.53948 > 172.16.16.150.135: Flags [SEW], seq 2538380055, win 3, options [wscale 10,nop,mss 1460,sackOK,nop,nop], length 0
    21:43:30.662237 IP (tos 0x0, ttl 47, id 33464, offset 0, flags [DF], proto TCP (6), length 60)
        172.16.16.128.53950 > 172.16.16.150.135: Flags [none], win 128, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    21:43:30.687259 IP (tos 0x0, ttl 55, id 32401, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53951 > 172.16.16.150.135: Flags [FSPU], seq 2538380055, win 256, urg 0, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    21:43:30.712291 IP (tos 0x0, ttl 50, id 51177, offset 0, flags [DF], proto TCP (6), length 60)
        172.16.16.128.53952 > 172.16.16.150.135: Flags [.], ack 1109197830, win 1024, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    21:43:30.737252 IP (tos 0x0, ttl 52, id 20741, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53953 > 172.16.16.150.41296: Flags [S], seq 2538380055, win 31337, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    21:43:30.762260 IP (tos 0x0, ttl 48, id 12895, offset 0, flags [DF], proto TCP (6), length 60)
        172.16.16.128.53954 > 172.16.16.150.41296: Flags [.], ack 1109197830, win 32768, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
    21:43:30.787266 IP (tos 0x0, ttl 38, id 23631, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53955 > 172.16.16.150.41296: Flags [FPU], seq 2538380055, win 65535, urg 0, options [wscale 15,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "the SEQ probes alone" observed expect no-match """
    03:35:58.467109 IP (tos 0x0, ttl 59, id 14544, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33129 > 198.51.100.20.22: Flags [S], seq 2012383941, win 1, options [wscale 10,nop,mss 1460,TS val 4294967295 ecr 0,sackOK], length 0
    03:35:58.567272 IP (tos 0x0, ttl 48, id 60137, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33130 > 198.51.100.20.22: Flags [S], seq 2012383942, win 63, options [mss 1400,wscale 0,sackOK,TS val 4294967295 ecr 0,eol], length 0
    03:35:58.667431 IP (tos 0x0, ttl 49, id 46593, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33131 > 198.51.100.20.22: Flags [S], seq 2012383943, win 4, options [TS val 4294967295 ecr 0,nop,nop,wscale 5,nop,mss 640], length 0
    03:35:58.767591 IP (tos 0x0, ttl 40, id 37785, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.33132 > 198.51.100.20.22: Flags [S], seq 2012383944, win 4, options [sackOK,TS val 4294967295 ecr 0,wscale 10,eol], length 0
    03:35:58.867712 IP (tos 0x0, ttl 50, id 15862, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33133 > 198.51.100.20.22: Flags [S], seq 2012383945, win 16, options [mss 536,sackOK,TS val 4294967295 ecr 0,wscale 10,eol], length 0
    03:35:58.967830 IP (tos 0x0, ttl 55, id 38000, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.33134 > 198.51.100.20.22: Flags [S], seq 2012383946, win 512, options [mss 265,sackOK,TS val 4294967295 ecr 0], length 0
  """
}
