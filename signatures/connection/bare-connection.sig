# Internal: a three-way handshake that was completed and over which the client sent nothing.
signature bare-connection {
  internal
  title      "Connection completed, nothing sent by the client"
  category   connection
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, tcp
  reference "RFC 9293, Transmission Control Protocol, section 3.5 (establishing a connection)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet synack { from responder; tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet third { tcp; flags == ACK }
  packet said { tcp; payload.len > 0 }

  event by src, sport, dst, dport gap 60s
    having first(syn) < first(synack) < first(third) and count(said) == 0

  analysis {
    flags "SYN, SYN ACK, ACK in this order; what the server says (a banner) does not matter, the client stays silent."
    time "The minute of quiet that closes the episode is what 'nothing sent' rests on."
    bottom-line """
      A client went to the trouble of a full handshake and then had nothing to say. A connect scan does that at every
      open port; so do health checks and browsers that open connections in advance.
    """
  }
  false-positive "Pre-opened browser connections, health checks, a user who changes his mind, servers that speak first and are left at once."
  blind-spot "A scanner that grabs banners by sending something is not counted here."

  trace "open port of the connect scan" observed expect match """
    11:56:20.442740 connect.scanner.net.1141 > victim.cablemodem.com.21:
    S 929641:929641(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:56:21.191786 victim.cablemodem.com.21 > connect.scanner.net.1141:
    S 779881634:779881634(0) ack 929642 win 8576 <mss 1460> (DF)
    11:56:21.201490 connect.scanner.net.1141 > victim.cablemodem.com.21:
    . ack 1 win 8576 (DF)
  """
  trace "an ordinary fetch: the client sends a request" observed expect no-match """
    11:42:18.407029 dialup.modem.net.1052 > web.server.org.80:
    S 382137:382137(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:42:18.582348 web.server.org.80 > dialup.modem.net.1052:
    S 1616321351:1616321351(0) ack 382138 win 9112 <nop,nop,sackOK,mss
    536> (DF)
    11:42:18.593124 dialup.modem.net.1052 > web.server.org.80:
    . ack 1616321352 win 8576 (DF)
    11:42:18.659933 dialup.modem.net.1052 > web.server.org.80:
    . 382138:382674(536) ack 1616321352 win 8576 (DF)
    11:42:18.664698 dialup.modem.net.1052 > web.server.org.80:
    P 382674:382684(10) ack 1616321352 win 8576 (DF)
    11:42:18.884944 web.server.org.80 > dialup.modem.net.1052:
    . ack 382674 win 9112 (DF)
    11:42:18.949336 web.server.org.80 > dialup.modem.net.1052:
    . ack 382684 win 9112 (DF)
    11:42:19.106286 web.server.org.80 > dialup.modem.net.1052:
    P 1616321352:1616321766(414) ack 382684 win 9112 (DF)
    11:42:19.232579 dialup.modem.net.1052 > web.server.org.80:
    . ack 1616321766 win 8162 (DF)
    11:42:19.320803 web.server.org.80 > dialup.modem.net.1052:
    P 1616321766:1616321774(8) ack 382684 win 9112 (DF)
    11:42:19.359277 web.server.org.80 > dialup.modem.net.1052:
    P 1616321774:1616321854(80) ack 382684 win 9112 (DF)
    11:42:19.366198 dialup.modem.net.1052 > web.server.org.80:
    . ack 1616321854 win 8074 (DF)
  """
}
