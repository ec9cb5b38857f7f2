signature a {
  internal
  title "t"
  packet p {
    ttl % 0 == 1
    ttl << 64 == 1
    sport in {}
    sport in {5..1}
    sport in {ttl}
    options == [300]
    [mss] == options
  }
  event by src gap 1s having count(5) > 1 and distinct() > 1 and first(p, p) > last(p) and step(seq, 1) == 1
}
