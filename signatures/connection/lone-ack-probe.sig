# Internal: a bare ACK outside of any connection, that was answered by a reset or that has equal ports.
signature lone-ack-probe {
  internal
  title      "Bare ACK outside of any connection"
  category   connection
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, tcp
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (a segment with ACK for no connection draws a reset whose sequence number is the ACK's)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet lone { tcp; flags == ACK; payload.len == 0 }
  packet mirror { tcp; flags == ACK; sport == dport }
  packet other { tcp; flags & (SYN|FIN|RST|PSH|URG) != 0 or payload.len > 0 }
  packet session { from responder; tcp; flags != RST }
  packet reset { from responder; tcp; flags == RST }

  event by src, sport, dst, dport gap 60s
    having count(lone) >= 1
      and count(other) == 0
      and count(session) == 0
      and (count(reset) >= 1 or count(mirror) >= 1)

  analysis {
    ports "Equal source and destination ports do not come out of a kernel that picks its ports."
    flags "ACK alone, no data, nothing else from either end but a bare RST."
    bottom-line """
      An ACK that belongs to no connection in view. The reset that answers it says that the address is alive and that the filter
      before it lets ACKs pass; it says nothing of whether the port is open.
    """
  }
  false-positive "The last ACK or a keep-alive of a connection that began before the capture, when the other end has forgotten it."
  blind-spot "Probes that draw no answer and use ordinary source ports are not counted: they cannot be told from an idle connection."

  trace "one probe and its reset" observed expect match """
    22:08:33.913622 cable.modem.net.23 > dns.one.org.23:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.915481 dns.one.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 34512)
  """
  trace "an ACK that is answered with data belongs to a session" synthetic expect no-match """
    10:00:00.000000 192.0.2.7.40001 > 198.51.100.9.80: . ack 1616321352 win 8576
    10:00:00.100000 198.51.100.9.80 > 192.0.2.7.40001: P 1616321352:1616321452(100) ack 382684 win 9112
  """
}
