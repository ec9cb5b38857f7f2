signature A {
  title "t"
}
signature b {
  title t
  category Scan
  packet syn-ack { tcp }
  packets q { tcp }
  event by src, gap 60s
  version
}
event by src gap 1s
