signature unsolicited-rst {
  internal
  title      "Bare RST that nobody asked for"
  category   connection
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       building-block, tcp, backscatter
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (a segment with ACK for no connection draws a reset without ACK whose sequence number is the segment's acknowledgment number)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet answer { tcp; flags & (SYN|ACK|RST|FIN) == RST; window == 0; payload.len == 0 }
  packet request { from responder; solicits; tcp; not flags has RST }

  event by src, sport, dst, dport gap 5m having count(answer) >= 1 and count(request) == 0

  analysis {
    flags "RST without ACK, window 0: the form in which a TCP refuses a segment that carried ACK and belongs to no connection."
    direction "Nothing but resets goes from the addressed host back to this port."
    bottom-line "An answer to an ACK that is not in the capture."
  }
  false-positive "Capture of one direction only; a connection whose last packet here is more than five minutes old."
  blind-spot "Where the capture cannot show what leaves the addressed host, 'nobody asked' is not known; the event is then marked inconclusive."

  trace "a lone reset" synthetic expect match """
    10:00:00.000000 192.0.2.80.80 > 198.51.100.1.29470: R 499410217:499410217(0) win 0 (ttl 54, id 0)
  """
  trace "the ACK that called for it is in the capture" observed expect no-match """
    22:08:33.913622 cable.modem.net.23 > dns.one.org.23:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.915481 dns.one.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 34512)
  """
}
