# Internal: one port tried on several hosts without completing a handshake.
signature half-open-swept-port {
  internal
  title      "One port tried on several hosts without completing a handshake"
  category   connection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, scan
  reference "R. Bejtlich, Interpreting Network Traffic, v2.8, 14 May 2000 (second scan trace)" url "https://taosecurity.com/intv2-8.html"

  observe half-open-connection as opened
  observe refused-connection as closed

  event by src, dport gap 60s
    having count(opened) >= 1 and distinct(closed.dst) >= 4 or distinct(opened.dst) >= 5

  analysis {
    addresses "One host that answered and was reset plus four that refused; or five that answered. This project's choice, not a measured limit."
    bottom-line "The horizontal form of a half-open scan: one source, one port, many targets."
  }
  false-positive "A load balancer that checks a farm of five or more servers by half-open probes."
  blind-spot "Hosts that drop the SYN leave no trace here."

  trace "one open port, four refusals" synthetic expect match """
    10:00:00.000000 192.0.2.7.49724 > 198.51.100.1.23: S 2000000001:2000000001(0) win 1024
    10:00:00.010000 198.51.100.1.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000002 win 0
    10:00:00.020000 192.0.2.7.49724 > 198.51.100.2.23: S 2000000101:2000000101(0) win 1024
    10:00:00.030000 198.51.100.2.23 > 192.0.2.7.49724: S 3000000001:3000000001(0) ack 2000000102 win 8760
    10:00:00.031000 192.0.2.7.49724 > 198.51.100.2.23: R 2000000102:2000000102(0) win 0
    10:00:00.040000 192.0.2.7.49724 > 198.51.100.3.23: S 2000000201:2000000201(0) win 1024
    10:00:00.050000 198.51.100.3.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000202 win 0
    10:00:00.060000 192.0.2.7.49724 > 198.51.100.4.23: S 2000000301:2000000301(0) win 1024
    10:00:00.070000 198.51.100.4.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000302 win 0
    10:00:00.080000 192.0.2.7.49724 > 198.51.100.5.23: S 2000000401:2000000401(0) win 1024
    10:00:00.090000 198.51.100.5.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000402 win 0
  """
  trace "one refusal fewer" synthetic expect no-match """
    10:00:00.000000 192.0.2.7.49724 > 198.51.100.1.23: S 2000000001:2000000001(0) win 1024
    10:00:00.010000 198.51.100.1.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000002 win 0
    10:00:00.020000 192.0.2.7.49724 > 198.51.100.2.23: S 2000000101:2000000101(0) win 1024
    10:00:00.030000 198.51.100.2.23 > 192.0.2.7.49724: S 3000000001:3000000001(0) ack 2000000102 win 8760
    10:00:00.031000 192.0.2.7.49724 > 198.51.100.2.23: R 2000000102:2000000102(0) win 0
    10:00:00.040000 192.0.2.7.49724 > 198.51.100.3.23: S 2000000201:2000000201(0) win 1024
    10:00:00.050000 198.51.100.3.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000202 win 0
    10:00:00.060000 192.0.2.7.49724 > 198.51.100.4.23: S 2000000301:2000000301(0) win 1024
    10:00:00.070000 198.51.100.4.23 > 192.0.2.7.49724: R 0:0(0) ack 2000000302 win 0
  """
}
