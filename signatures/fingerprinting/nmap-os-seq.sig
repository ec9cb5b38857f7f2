signature nmap-os-seq {
  title      "nmap OS detection, SEQ probes: six SYNs whose sequence number and source port count together"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 85-119 and 1743-1775, osscan2.h line 98 (100 ms)" url "https://github.com/nmap/nmap"
  reference "p0f at commit 4abbd20: p0f.fp, NMap OS detection" url "https://github.com/p0f/p0f"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"

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

  event by src, dst, dport, seq - sport gap 3s having count() >= 4

  analysis {
    ports "One open port, six successive source ports."
    flags "SYN six times. In the capture file the acknowledgment number is set although ACK is not, and is the same in all six."
    direction "Each SYN ACK is reset by the scanner's kernel. From the six answers nmap works out how the target chooses sequence numbers, IP ids and time stamps, and how it orders options."
    time "0.1 s apart, to the millisecond: the spacing is part of the measurement. The whole set may be repeated a few times, 2 s apart."
    header """
      Windows 1, 63, 4, 4, 16, 512, each with option lists of its own; time stamp 0xffffffff with echo 0. This project's own reading: sequence number and source port rise by one together, so sequence number - source port
      is one number for the six, and different in the next try. A gap shows which of the six was lost.
    """
    bottom-line "nmap is taking the fingerprint of this host through an open port. Nothing is attacked yet; the sender wants to know which exploit would fit."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Six windows, six option lists, a time stamp of all ones: all as in nmap's source."
    test "Do the ECN and T probes follow within a second?"
  }
  hypothesis "Your own inventory" {
    verdict benign
    weight moderate
    because "Asset databases run nmap -O."
    test "Is the source yours?"
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "Fewer than four of the six seen."
  trace "a Linux target, nmap 7.93" observed expect match """
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
  """
  trace "ordinary time stamps" synthetic expect no-match """
    03:35:58.467109 IP (tos 0x0, ttl 59, id 14544, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33129 > 198.51.100.20.22: Flags [S], seq 2012383941, win 1, options [wscale 10,nop,mss 1460,TS val 50637 ecr 0,sackOK], length 0
    03:35:58.567272 IP (tos 0x0, ttl 48, id 60137, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33130 > 198.51.100.20.22: Flags [S], seq 2012383942, win 63, options [mss 1400,wscale 0,sackOK,TS val 50637 ecr 0,eol], length 0
    03:35:58.667431 IP (tos 0x0, ttl 49, id 46593, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33131 > 198.51.100.20.22: Flags [S], seq 2012383943, win 4, options [TS val 50637 ecr 0,nop,nop,wscale 5,nop,mss 640], length 0
    03:35:58.767591 IP (tos 0x0, ttl 40, id 37785, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.33132 > 198.51.100.20.22: Flags [S], seq 2012383944, win 4, options [sackOK,TS val 50637 ecr 0,wscale 10,eol], length 0
    03:35:58.867712 IP (tos 0x0, ttl 50, id 15862, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33133 > 198.51.100.20.22: Flags [S], seq 2012383945, win 16, options [mss 536,sackOK,TS val 50637 ecr 0,wscale 10,eol], length 0
    03:35:58.967830 IP (tos 0x0, ttl 55, id 38000, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.33134 > 198.51.100.20.22: Flags [S], seq 2012383946, win 512, options [mss 265,sackOK,TS val 50637 ecr 0], length 0
  """
}
