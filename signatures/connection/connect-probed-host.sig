# Internal: several ports of one host tried by full connections.
signature connect-probed-host {
  internal
  title      "Several ports of one host tried by full connections"
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

  event by src, dst gap 60s
    having count(opened) >= 1 and count(closed) >= 1 and distinct(dport) >= 2

  analysis {
    ports "At least two different ports, of which one took the connection and one refused it."
    bottom-line "The vertical form of a connect scan: one source, one target, more than one port."
  }
  blind-spot "A target that refuses everything, or drops what it does not serve, gives no open or no closed port to count."

  trace "the connect scan" observed expect match """
    11:56:20.442740 connect.scanner.net.1141 > victim.cablemodem.com.21:
    S 929641:929641(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:56:21.191786 victim.cablemodem.com.21 > connect.scanner.net.1141:
    S 779881634:779881634(0) ack 929642 win 8576 <mss 1460> (DF)
    11:56:21.201490 connect.scanner.net.1141 > victim.cablemodem.com.21:
    . ack 1 win 8576 (DF)
    11:56:23.954930 connect.scanner.net.1144 > victim.cablemodem.com.37:
    S 932103:932103(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:56:24.647238 victim.cablemodem.com.37 > connect.scanner.net.1144:
    R 0:0(0) ack 1 win 0
  """
  trace "one refused port alone" observed expect no-match """
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
  """
}
