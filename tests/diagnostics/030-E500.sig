signature half-open {
  internal
  title "t"
  packet p { tcp }
  event by src gap 1s
}
signature b {
  internal
  title "t"
  observe halfopen as x
  observe elsewhere as y
  event by src gap 1s
}
