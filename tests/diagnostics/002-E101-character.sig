signature a {
  internal
  title "t"
  packet p {
    flags = SYN
    ttl == 5 & !df
    ttl == 1.5
    payload contains 'GET'
  }
  event by src gap 60s
}
