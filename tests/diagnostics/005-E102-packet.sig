signature a {
  title "t"
  packet p {
    tcp
    ttl in {1, 2}
  packet q {
    udp
  event by src gap 60s having count(p) == 1
}
signature b {
  title "u"
  packet p { sport = 5 }
  event by src gap 1s
}
