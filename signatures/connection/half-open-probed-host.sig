# Internal: several ports of one host tried without completing a handshake.
signature half-open-probed-host {
  internal
  title      "Several ports of one host tried without completing a handshake"
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

  event by src, dst gap 60s
    having count(opened) >= 1 and count(closed) >= 1 and distinct(dport) >= 2
      or distinct(opened.dport) >= 5

  analysis {
    ports "One port that answered and was reset plus one that refused; or five that answered and were reset."
    bottom-line "The vertical form of a half-open scan: one source, one target, more than one port."
  }
  blind-spot "Ports that a filter drops leave no trace here."

  trace "the half-open scan" observed expect match """
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    S 2421827136:2421827136(0)
    10:22:45.030552 victim.cablemodem.com.21 > half.scanner.net.49724:
    S 4046313668:4046313668(0) ack 2421827137
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    R 2421827137:2421827137(0)
    10:22:45.050552 half.scanner.net.49724 > victim.cablemodem.com.37:
    S 2418821749:2418821749(0)
    10:22:45.050552 victim.cablemodem.com.37 > half.scanner.net.49724:
    R 0:0(0) ack 2418821750
  """
  trace "one open port alone" synthetic expect no-match """
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    S 2421827136:2421827136(0)
    10:22:45.030552 victim.cablemodem.com.21 > half.scanner.net.49724:
    S 4046313668:4046313668(0) ack 2421827137
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    R 2421827137:2421827137(0)
  """
}
