signature a {
  internal
  title "t"
  packet p {
    options has sport
    count(x) > 1
    frob(ttl) == 2
  }
  event by src gap 1s having p > 1 and dport == 80 and count() > 1
  packet a.b { tcp }
}
