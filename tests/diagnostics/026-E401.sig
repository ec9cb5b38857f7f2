signature a {
  internal
  title "t"
  packet p { icmp }
  event by src, sport, payload, 5 gap 1s
}
signature b {
  internal
  title "u"
  observe a as x
  event by dport gap 1s
}
