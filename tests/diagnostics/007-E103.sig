signature a {
  title "t
  packet p { tcp; payload starts "GET }
  event by src gap 60s
  trace "x" observed expect match """
    line
}
