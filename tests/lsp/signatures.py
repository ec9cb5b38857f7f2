"""Two files as people write them, one with signatures that the other observes."""

HALF_OPEN = """\
signature my-half-open {
  internal
  title "One half-open connection"
  packet syn { tcp; flags == SYN }
  event by src, dst gap 10s having count(syn) >= 2
}
"""
SCAN = """\
# a scan
signature my-scan {
  internal
  title "Ünïcode 🦈"
  observe my-half-open as probe
  packet reset { tcp; flags has RST; tcp.dstport == 53 }
  event by src gap 60s
    having distinct(probe.dport) >= 5 or count(reset) >= 7
}
"""
