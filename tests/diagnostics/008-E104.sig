signature a {
  internal
  title "t"
  packet p {
    tcp
  }
  event by src gap 60s
  titel "x"
  frobnicate 5
  hypothesis "h" { verdikt benign }
}
