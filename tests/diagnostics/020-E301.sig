signature a {
  internal
  title "t"
  packet p {
    src == 10.0.0.0/8
    sport in home
    src in {80, 443}
    payload == 5
    flags starts 5
    ttl has {1}
    sport in {1, "a"}
    payload + 1 == 2
    payload == /x/
    src in {10.0.0.1..::1}
  }
  event by src gap 1s having duration > 5 and first(p) > 1s and count(p) > 2s
}
