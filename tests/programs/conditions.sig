# Every kind of test that a packet can be asked, and how alternatives become clauses.
signature conditions {
  packet constants { tcp; flags == SYN|ACK; ack == 674719802; dport in {21, 23, 2100..2102}; ttl > 200; window != 0 }
  packet masks     { flags & (SYN|ACK|RST|FIN) == SYN; flags has PSH; seq & 0xffff == 0 }
  packet relations { ack == seq - 1; seq - sport == 674719801; id == ttl * 256 + tos; sport + dport == 65536 }
  packet addresses { src in 10.0.0.0/8; dst not in multicast; src != dst; not src in home; seq == dst }
  packet sequences { options == [mss, sackok, ts]; options has wscale; payload starts "GET "; payload matches /^GET [^ ]+/i }
  packet choices   { (dport == 80 or dport == 443 and not df) and not (mss == 536 or options has ts) }
  event by src, dst >> 8 gap 1d
}
