signature a {
  internal
  title "t"
  packet p1 { udp; seq == 5 }
  packet p2 { ttl == 5; df; ttl == 6 }
  packet p3 { ttl > 100 and ttl < 50 }
  packet p4 { ip6; src in 10.0.0.0/8; df }
  packet p5 { flags == SYN; flags has RST }
  packet p6 { flags & (SYN|ACK) == RST }
  packet p7 { tcp; not tcp }
  packet p8 { icmp or icmp6; sport == 5 }
  event by src gap 1s
}
