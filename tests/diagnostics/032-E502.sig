signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 60s
}
signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 60s
}
