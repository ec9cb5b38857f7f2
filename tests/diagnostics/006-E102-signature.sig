signature a {
  title "t"
  packet p { tcp; sprt == 5 }
  event by src gap 60s

signature b {
  title "u"
  packet p { tcp }
  event by src gap 60s
