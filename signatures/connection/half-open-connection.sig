# Internal: SYN, SYN ACK, and then a reset from the side that had asked.
signature half-open-connection {
  internal
  title      "Connection torn down by the client before it was complete"
  category   connection
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, tcp
  reference "RFC 9293, Transmission Control Protocol, section 3.5.2 (reset generation)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet synack { from responder; tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet abort { tcp; flags has RST }
  packet third { tcp; flags == ACK }
  packet said { tcp; payload.len > 0 }

  event by src, sport, dst, dport gap 60s
    having first(syn) < first(synack) < first(abort) and count(third) == 0 and count(said) == 0

  analysis {
    flags "SYN out, SYN ACK back, RST out. No ACK and no data ever came from the client."
    bottom-line """
      The client wanted to know whether the port answers, and no more. A raw-socket scanner gets this reset for free: its own
      kernel never asked for the SYN ACK and rejects it.
    """
  }
  false-positive "Checkers that probe without completing the handshake; a client that was closed while it waited."
  blind-spot "A scanner that drops its kernel's resets leaves SYN and SYN ACK only."

  trace "open port of the half-open scan: all three packets carry one time stamp" observed expect match """
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    S 2421827136:2421827136(0)
    10:22:45.030552 victim.cablemodem.com.21 > half.scanner.net.49724:
    S 4046313668:4046313668(0) ack 2421827137
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    R 2421827137:2421827137(0)
  """
  trace "the handshake is completed and the server resets" observed expect no-match """
    11:48:02.545940 dialup.modem.net.1092 > 206.61.52.32.119:
    S 436537:436537(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:48:02.774748 host.news.org.119 > dialup.modem.net.1092:
    S 4231438324:4231438324(0) ack 436538 win 0
    11:48:02.784542 dialup.modem.net.1092 > host.news.org.119:
    . ack 1 win 8576 (DF)
    11:48:02.952477 host.news.org.119 > dialup.modem.net.1092:
    R 1:1(0) ack 1 win 0
  """
}
