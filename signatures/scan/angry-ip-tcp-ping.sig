signature angry-ip-tcp-ping {
  title      "Angry IP Scanner: connections to ports 80, 7, 443 in this order"
  category   scan
  verdict    unknown
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2000s to present"
  licence    "CC-BY-4.0"
  tags       scan, ping, tcp, tool-mark
  reference "Angry IP Scanner at commit d6806bc5: src/net/azib/ipscan/core/net/TCPPinger.java line 33" url "https://github.com/angryip/ipscan"

  packet web { tcp; flags == SYN; dport == 80 }
  packet echo { tcp; flags == SYN; dport == 7 }
  packet tls { tcp; flags == SYN; dport == 443 }
  packet netbios { tcp; flags == SYN; dport == 139 }
  packet ssh { tcp; flags == SYN; dport == 22 }

  packet other { tcp; flags == SYN; dport not in {7, 22, 80, 139, 443} }

  # As many of the list are asked as the user wants pings; three by default. A scan asks other ports, too.
  event by src, dst gap 10s having first(web) < first(echo) < first(tls) and count(other) == 0

  analysis {
    addresses "One event per silent address; a range of them from one source is a sweep. An open port is asked again instead of the next one."
    ports "80, 7, 443, 139, 22: a list in the program's source, of which as many are asked as pings are wanted. Port 7 is what hardly anybody else asks today. When ports are to be scanned, the first of those stands for 80."
    flags "Ordinary SYNs of the kernel."
    time "Each waits for its time-out, so the ports come one after the other at even distances."
    bottom-line "Angry IP Scanner, a desktop program, looks for a living host by TCP."
  }
  hypothesis "A sweep from a desktop" {
    verdict unknown
    weight strong
    because "Three ports in the order of the program's list, port 7 among them."
    test "Is the next address asked the same? Ask the person at the source."
  }
  hypothesis "A port scan that happens to begin so" {
    verdict malicious
    weight weak
    because "Scanners ask these ports among others."
    against "They ask many more, in another order."
    test "Count the ports asked within the minute."
  }
  false-positive "A scan of just these ports, in this order."
  blind-spot "Hosts whose port 80 is open; runs that go on with ports of the user's choice within ten seconds; the program's ICMP and UDP pings."
  trace "one silent address" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 124, id 3000, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52101 > 198.51.100.20.80: Flags [S], seq 4041461144, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.000000 IP (tos 0x0, ttl 124, id 3001, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52102 > 198.51.100.20.7: Flags [S], seq 4159919669, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:02.000000 IP (tos 0x0, ttl 124, id 3002, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52103 > 198.51.100.20.443: Flags [S], seq 2966284568, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:03.000000 IP (tos 0x0, ttl 124, id 3003, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52104 > 198.51.100.20.139: Flags [S], seq 845589052, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:04.000000 IP (tos 0x0, ttl 124, id 3004, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52105 > 198.51.100.20.22: Flags [S], seq 4151362087, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
  trace "without port 7" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 124, id 3000, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52101 > 198.51.100.20.80: Flags [S], seq 4041461144, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:02.000000 IP (tos 0x0, ttl 124, id 3002, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52103 > 198.51.100.20.443: Flags [S], seq 2966284568, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:03.000000 IP (tos 0x0, ttl 124, id 3003, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52104 > 198.51.100.20.139: Flags [S], seq 845589052, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:04.000000 IP (tos 0x0, ttl 124, id 3004, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52105 > 198.51.100.20.22: Flags [S], seq 4151362087, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
}
