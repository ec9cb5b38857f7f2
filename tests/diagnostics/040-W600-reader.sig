signature a {
  title "t"
  packet p { tcp }
  event by src gap 1s
}
