signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 1s having count(q) > 1 and first(probe) < last(p)
}
