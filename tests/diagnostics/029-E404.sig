signature a {
  internal
  title "t"
  event by src gap 1s
}
signature b {
  internal
  title "t"
  packet p { from responder }
  event by src gap 1s
}
