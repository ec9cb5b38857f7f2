signature a {
  internal
  title "t"
  packet p {
    seq * 1 == 1
    ts.val * ts.val * 4 == 0
    1 << 63 == ttl
    ttl == 99999999999999999999999999999999999999999999
  }
  event by src gap 999999999999d having duration > 99999999999999999999d
}
