signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 1s having distinct(dport) >= distinct(dst) and count(p, 10s) > 100000 and distinct(seq) % 2 == 0
}
