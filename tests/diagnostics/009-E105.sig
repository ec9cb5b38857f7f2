signature a {
  internal
  title "t"
  packet p {
    src == 1.2.3.444
    dst in 10.0.0.1/8
    src in 2001:db8::/129
    payload starts "a\q"
    payload contains "café"
  }
  event by src gap 60s
  created 2000-02-30
  version 99999999
}
