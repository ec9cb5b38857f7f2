signature a {
  internal
  title "t"
  packet p {
    payload matches /(a/
    payload matches /(?=x)/
    payload matches /(a)\1/i
  }
  event by src gap 60s
}
