# Internal: one port tried on several hosts by full connections.
signature connect-swept-port {
  internal
  title      "One port tried on several hosts by full connections"
  category   connection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, scan
  reference "R. Bejtlich, Interpreting Network Traffic, v2.8, 14 May 2000 (first scan trace)" url "https://taosecurity.com/intv2-8.html"

  observe bare-connection as opened
  observe refused-connection as closed

  event by src, dport gap 60s having count(opened) >= 1 and distinct(closed.dst) >= 4

  analysis {
    addresses "At least four hosts refused, at least one accepted. The numbers are this project's choice, not a measured limit."
    bottom-line "The horizontal form of a connect scan: one source, one port, many targets."
  }
  blind-spot "Hosts that drop instead of refusing do not count."

  trace "telnet tried on five hosts" synthetic expect match """
    10:00:00.000000 192.0.2.7.40001 > 198.51.100.1.23: S 2000000001:2000000001(0) win 8192
    10:00:00.010000 198.51.100.1.23 > 192.0.2.7.40001: R 0:0(0) ack 2000000002 win 0
    10:00:01.000000 192.0.2.7.40002 > 198.51.100.2.23: S 2000000101:2000000101(0) win 8192
    10:00:01.010000 198.51.100.2.23 > 192.0.2.7.40002: R 0:0(0) ack 2000000102 win 0
    10:00:02.000000 192.0.2.7.40003 > 198.51.100.3.23: S 2000000201:2000000201(0) win 8192
    10:00:02.010000 198.51.100.3.23 > 192.0.2.7.40003: S 3000000001:3000000001(0) ack 2000000202 win 8760
    10:00:02.020000 192.0.2.7.40003 > 198.51.100.3.23: . ack 3000000002 win 8192
    10:00:03.000000 192.0.2.7.40004 > 198.51.100.4.23: S 2000000301:2000000301(0) win 8192
    10:00:03.010000 198.51.100.4.23 > 192.0.2.7.40004: R 0:0(0) ack 2000000302 win 0
    10:00:04.000000 192.0.2.7.40005 > 198.51.100.5.23: S 2000000401:2000000401(0) win 8192
    10:00:04.010000 198.51.100.5.23 > 192.0.2.7.40005: R 0:0(0) ack 2000000402 win 0
  """
  trace "one host fewer refuses" synthetic expect no-match """
    10:00:00.000000 192.0.2.7.40001 > 198.51.100.1.23: S 2000000001:2000000001(0) win 8192
    10:00:00.010000 198.51.100.1.23 > 192.0.2.7.40001: R 0:0(0) ack 2000000002 win 0
    10:00:01.000000 192.0.2.7.40002 > 198.51.100.2.23: S 2000000101:2000000101(0) win 8192
    10:00:01.010000 198.51.100.2.23 > 192.0.2.7.40002: R 0:0(0) ack 2000000102 win 0
    10:00:02.000000 192.0.2.7.40003 > 198.51.100.3.23: S 2000000201:2000000201(0) win 8192
    10:00:02.010000 198.51.100.3.23 > 192.0.2.7.40003: S 3000000001:3000000001(0) ack 2000000202 win 8760
    10:00:02.020000 192.0.2.7.40003 > 198.51.100.3.23: . ack 3000000002 win 8192
    10:00:03.000000 192.0.2.7.40004 > 198.51.100.4.23: S 2000000301:2000000301(0) win 8192
    10:00:03.010000 198.51.100.4.23 > 192.0.2.7.40004: R 0:0(0) ack 2000000302 win 0
  """
}
