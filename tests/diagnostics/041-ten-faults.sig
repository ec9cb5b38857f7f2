# Ten faults of different kinds: all are told at once.
signature ten-faults {
  title      "Ten faults
  category   scan
  verdict    evil
  created    2000-13-01
  packet syn {
    flags = SYN
    sprt == 53
    sport == 70000
    ttl == 64; ttl == 128
    src == 10.0.0.0/8
  packet reply {
    udp
    from server
    payload starts GET
  }
  event by src gap 60s having count(sin) >= 2 and distinct(dst) > distinct(dport)
  analisys { bottom-line "none" }
}
