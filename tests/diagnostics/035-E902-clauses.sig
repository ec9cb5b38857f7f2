signature a {
  internal
  title "t"
  packet p {
    ttl == 1 or ttl > 1
    ttl == 2 or ttl > 2
    ttl == 3 or ttl > 3
    ttl == 4 or ttl > 4
    ttl == 5 or ttl > 5
    ttl == 6 or ttl > 6
    ttl == 7 or ttl > 7
    ttl == 8 or ttl > 8
    ttl == 9 or ttl > 9
  }
  event by src gap 60s
}
