signature a {
  internal
  title "t"
  packet p {
    tcp
    sport + dport == 200000
    3 < 2
  }
  event by src gap 1s having count(p) < 0 and span(sport) > 65535
}
