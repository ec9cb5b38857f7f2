signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 1s having counts(p) > 1 and frobnicate() == 2
}
