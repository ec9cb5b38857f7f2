# Internal: SYN ACK for which nobody here had asked.
signature unsolicited-syn-ack {
  internal
  title      "SYN ACK that nobody asked for"
  category   connection
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, tcp, backscatter
  reference "RFC 9293, Transmission Control Protocol, section 3.5 (establishing a connection)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet answer { tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet request { from responder; solicits; tcp; not flags has RST }

  event by src, sport, dst, dport gap 5m having count(answer) >= 1 and count(request) == 0

  analysis {
    flags "SYN ACK, repeated or not. The reset with which a living host rejects it is no request and is allowed."
    direction "No SYN, and nothing else but resets, from the addressed host to this port."
    time "Repeats of one SYN ACK join its episode as long as no two are more than five minutes apart."
    bottom-line "The second step of a handshake whose first step is not in the capture."
  }
  false-positive "Asymmetric routing or a one-way tap: the SYN left by another path."
  blind-spot "Where the capture cannot show what leaves the addressed host, 'nobody asked' is not known; the event is then marked inconclusive."

  trace "one answer of the open-port backscatter" observed expect match """
    11:46:14.765043 flood.victim.com.23 > spoofed.ip.one.1053:
    S 4137483508:4137483508(0) ack 322287 win 8192 <mss 1460>
  """
  trace "the SYN that called for it is in the capture" synthetic expect no-match """
    11:46:14.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.765043 flood.victim.com.23 > spoofed.ip.one.1053:
    S 4137483508:4137483508(0) ack 322287 win 8192 <mss 1460>
  """
}
