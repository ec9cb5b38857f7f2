signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 60s
  title "again"
  event by dst gap 1s
  analysis { ports "a" ports "b" }
}
