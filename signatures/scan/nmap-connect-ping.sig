signature nmap-connect-ping {
  title      "nmap without privileges: ports 80 and 443 opened together and reset at once"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2009 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, connect, host-discovery, nmap
  reference "nmap at commit db4aefd: nmap.h lines 146-157 (ports of the default pings); seen in a run of nmap 7.93 for this entry" url "https://github.com/nmap/nmap"
  reference "ESnet curated captures at commit aa52b97: attacks/scanners/nmap/nmap_80_vanilla.pcap" url "https://github.com/esnet-security/curated-pcaps"
  reference "nDPI test captures at commit 3b1286a: tests/cfgs/default/pcap/tcp_scan.pcapng" url "https://github.com/ntop/nDPI"

  packet web { tcp; flags == SYN; dport == 80 }
  packet tls { tcp; flags == SYN; dport == 443 }
  packet web_end { tcp; flags == RST|ACK; dport == 80; payload.len == 0 }
  packet tls_end { tcp; flags == RST|ACK; dport == 443; payload.len == 0 }

  event by src, dst gap 2s
    having first(tls) - first(web) < 5ms
      and first(web) - first(tls) < 5ms
      and first(web) < first(web_end)
      and first(tls) < first(tls_end)
      and first(web_end) - first(web) < 1s
      and first(tls_end) - first(tls) < 1s

  analysis {
    addresses "One source, one target that has both ports open."
    ports "80 and 443, in one breath."
    flags "Two full handshakes by the kernel, both cut with RST ACK before a byte was said: the program closes its sockets with linger 0."
    direction "The client resets."
    time "The SYNs within microseconds of each other, the resets right after the handshakes. A browser would speak, or close with FIN."
    header "A kernel's, so TTL, window and options tell the scanner's system: here they are honest."
    bottom-line "nmap asks whether the host is up, run by a user without raw sockets. A connect scan of the chosen ports follows at once. Often an administrator at his desk, or an intruder with a plain account."
  }
  hypothesis "nmap run by an ordinary user" {
    verdict unknown
    weight strong
    because "Both ports at the same instant and both reset unused: two published captures and a run for this entry show the same."
    test "Do bare connections to other ports follow within a second?"
  }
  hypothesis "Monitoring of a web server" {
    verdict benign
    weight moderate
    because "Checkers open both ports and reset them to save time-wait states."
    against "They do so at fixed intervals, and not within microseconds."
    test "Does it come again in a minute?"
  }
  hypothesis "A browser that opens connections in advance" {
    verdict benign
    weight weak
    because "Browsers try both ports of a site."
    against "They use at least one of the two, and close the other with FIN."
    test "Look for data."
  }
  false-positive "Checkers of both ports that happen to run at the same moment."
  blind-spot "Targets with one of the two closed: then only one handshake is reset."
  trace "nmap as an ordinary user" observed expect match """
    04:12:01.759053 IP (tos 0x0, ttl 64, id 43906, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.52202 > 198.51.100.20.80: Flags [S], seq 1980800924, win 64240, options [mss 1460,sackOK,TS val 2578546788 ecr 0,nop,wscale 10], length 0
    04:12:01.759085 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 60)
        198.51.100.20.80 > 192.0.2.10.52202: Flags [S.], seq 1791421656, ack 1980800925, win 65160, options [mss 1460,sackOK,TS val 3167800195 ecr 2578546788,nop,wscale 10], length 0
    04:12:01.759103 IP (tos 0x0, ttl 64, id 43907, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52202 > 198.51.100.20.80: Flags [.], ack 1791421657, win 63, options [nop,nop,TS val 2578546788 ecr 3167800195], length 0
    04:12:01.759210 IP (tos 0x0, ttl 64, id 52978, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.37786 > 198.51.100.20.443: Flags [S], seq 578712756, win 64240, options [mss 1460,sackOK,TS val 2200806591 ecr 0,nop,wscale 10], length 0
    04:12:01.759219 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 60)
        198.51.100.20.443 > 192.0.2.10.37786: Flags [S.], seq 911228159, ack 578712757, win 65160, options [mss 1460,sackOK,TS val 1761235987 ecr 2200806591,nop,wscale 10], length 0
    04:12:01.759225 IP (tos 0x0, ttl 64, id 52979, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.37786 > 198.51.100.20.443: Flags [.], ack 911228160, win 63, options [nop,nop,TS val 2200806591 ecr 1761235987], length 0
    04:12:01.759253 IP (tos 0x0, ttl 64, id 43908, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.52202 > 198.51.100.20.80: Flags [R.], seq 1980800925, ack 1791421657, win 63, options [nop,nop,TS val 2578546788 ecr 3167800195], length 0
    04:12:01.759274 IP (tos 0x0, ttl 64, id 52980, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.37786 > 198.51.100.20.443: Flags [R.], seq 578712757, ack 911228160, win 63, options [nop,nop,TS val 2200806591 ecr 1761235987], length 0
  """
  trace "one port only, a second apart from the other" synthetic expect no-match """
    04:12:01.759210 IP (tos 0x0, ttl 64, id 52978, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.37786 > 198.51.100.20.443: Flags [S], seq 578712756, win 64240, options [mss 1460,sackOK,TS val 2200806591 ecr 0,nop,wscale 10], length 0
    04:12:01.759219 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 60)
        198.51.100.20.443 > 192.0.2.10.37786: Flags [S.], seq 911228159, ack 578712757, win 65160, options [mss 1460,sackOK,TS val 1761235987 ecr 2200806591,nop,wscale 10], length 0
    04:12:01.759225 IP (tos 0x0, ttl 64, id 52979, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.37786 > 198.51.100.20.443: Flags [.], ack 911228160, win 63, options [nop,nop,TS val 2200806591 ecr 1761235987], length 0
    04:12:01.759274 IP (tos 0x0, ttl 64, id 52980, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.37786 > 198.51.100.20.443: Flags [R.], seq 578712757, ack 911228160, win 63, options [nop,nop,TS val 2200806591 ecr 1761235987], length 0
  """
}
