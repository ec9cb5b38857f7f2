# Internal: RST ACK for which nobody here had asked.
signature unsolicited-rst-ack {
  internal
  title      "RST ACK that nobody asked for"
  category   connection
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, tcp, backscatter
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (a closed port answers with sequence number 0 and ACK = SEG.SEQ + SEG.LEN)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet answer { tcp; flags & (SYN|ACK|RST|FIN) == RST|ACK; seq == 0; payload.len == 0 }
  packet request { from responder; solicits; tcp; not flags has RST }

  event by src, sport, dst, dport gap 5m having count(answer) >= 1 and count(request) == 0

  analysis {
    flags "RST ACK with sequence number 0 is the form in which a closed port refuses a segment that had no ACK: a SYN, nearly always."
    direction "Nothing but resets goes from the addressed host back to this port, before or after."
    bottom-line "An answer without a question, as far as this capture shows."
  }
  false-positive "Capture of one direction only; a question that was asked more than five minutes earlier."
  blind-spot "Where the capture cannot show what leaves the addressed host, 'nobody asked' is not known; the event is then marked inconclusive."

  trace "one answer of the closed-port backscatter" observed expect match """
    20:31:15.794717 victim.isp.net.68 > spoofed.ip.one.29470:
    R 0:0(0) ack 723645348 win 0 (ttl 242, id 40923)
  """
  trace "the SYN that called for it is in the capture" observed expect no-match """
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
  """
}
