# Internal: one connection attempt that a closed port refused. Observed by the scan signatures.
signature refused-connection {
  internal
  title      "Connection attempt refused by a closed port"
  category   connection
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, tcp
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (a segment for a closed port)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet synack { from responder; tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet refusal { from responder; tcp; flags & (SYN|ACK|RST|FIN) == RST|ACK }

  event by src, sport, dst, dport gap 60s having first(syn) < first(refusal) and count(synack) == 0

  analysis {
    flags "SYN one way, RST ACK the other, and no SYN ACK in between."
    bottom-line """
      Somebody asked for a connection and was told that nobody listens there. On its own this is everyday traffic;
      it is counted by signatures that look for many of them.
    """
  }
  false-positive "A firewall that answers in the host's name looks the same; so does a listener that is full and resets."
  blind-spot "Where only one direction is captured, the refusal or the request is missing and nothing is counted."

  trace "ident look-up refused, two packets" observed expect match """
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
  """
  trace "the port answers, and resets afterwards" synthetic expect no-match """
    10:00:00.000000 192.0.2.7.40001 > 198.51.100.9.23: S 2418821749:2418821749(0) win 8192
    10:00:00.020000 198.51.100.9.23 > 192.0.2.7.40001: S 3046313668:3046313668(0) ack 2418821750 win 8760
    10:00:03.000000 198.51.100.9.23 > 192.0.2.7.40001: R 3046313669:3046313669(0) ack 2418821750 win 0
  """
}
