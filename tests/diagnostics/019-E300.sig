signature a {
  internal
  title "t"
  packet p {
    sport == 70000
    ttl in {1, 200..300}
    256 > tos
    df == 2
    seq != 0x1ffffffff
  }
  event by src gap 60s
}
