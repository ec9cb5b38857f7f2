signature a {
  internal
  title "t"
  packet p {
    ttl
    flags and df
    not sport
  }
  event by src gap 1s having count(p)
}
