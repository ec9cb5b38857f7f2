signature a {
  internal
  title "t"
  packet p {
    ttl ==
    flags == SYN && ttl == 5
    sport == (5 + 1
    dport == 5, ttl == 3
    ttl == 5 6
    flags == SYN
      and ttl in {1,, 2}
  }
  event by src gap 60s
}
