signature a {
  internal
  title "t"
  packet p { tcp }
  packet p { udp }
  packet flags { tcp }
  packet home { tcp }
  packet duration { tcp }
  event by src gap 1s
}
