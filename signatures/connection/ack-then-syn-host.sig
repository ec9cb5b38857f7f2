# Internal: one host met first by bare ACKs and then by SYNs to several ports, from one source.
signature ack-then-syn-host {
  internal
  title      "One host probed by bare ACKs first and by SYNs afterwards"
  category   connection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  licence    "CC-BY-4.0"
  tags       building-block, scan
  reference "R. Bejtlich, Interpreting Network Traffic, v2.8, 14 May 2000 (two-stage scan)" url "https://taosecurity.com/intv2-8.html"

  observe lone-ack-probe as bare
  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }

  event by src, dst gap 60s
    having count(bare) >= 2 and last(bare) < first(syn) and distinct(syn.dport) >= 3

  analysis {
    ports "At least two bare ACKs on different ports or source ports, then SYNs to at least three ports."
    time "The stages do not overlap, and no more than a minute lies between them."
    bottom-line "One target of a two-stage scan."
  }
  false-positive "A host whose old connections are being reset and that opens three new services on the same server within a minute."
  blind-spot "A pause of more than a minute between the stages parts them."

  trace "the part that concerns dns.two.org" observed expect match """
    22:08:33.954076 cable.modem.net.23 > dns.two.org.23:
    . ack 499410217 win 1028 (ttl 0, id 39426)
    22:08:33.955461 dns.two.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 5962)
    22:08:34.061121 cable.modem.net.143 > dns.two.org.143:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:34.064069 dns.two.org.143 > cable.modem.net.143:
    R 499410217:499410217(0) win 0 (ttl 254, id 5967)
    22:08:39.161874 cable.modem.net.1146 > dns.two.org.23:
    S 2585837477:2585837477(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 770)
    22:08:39.170887 cable.modem.net.1147 > dns.two.org.143:
    S 2585589580:2585589580(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 771)
    22:08:39.182221 cable.modem.net.1149 > dns.two.org.111:
    S 2583756762:2583756762(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 773)
    22:08:39.183010 cable.modem.net.1151 > dns.two.org.79:
    S 2588862233:2588862233(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 775)
    22:08:39.190551 cable.modem.net.1152 > dns.two.org.53:
    S 2590571910:2590571910(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 776)
    22:08:39.212060 cable.modem.net.1153 > dns.two.org.31337:
    S 2585840391:2585840391(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 777)
    22:08:39.224956 cable.modem.net.1157 > dns.two.org.21:
    S 2585906418:2585906418(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 781)
  """
  trace "SYNs alone" synthetic expect no-match """
    22:08:39.161874 cable.modem.net.1146 > dns.two.org.23:
    S 2585837477:2585837477(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 770)
    22:08:39.170887 cable.modem.net.1147 > dns.two.org.143:
    S 2585589580:2585589580(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 771)
    22:08:39.182221 cable.modem.net.1149 > dns.two.org.111:
    S 2583756762:2583756762(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 773)
    22:08:39.183010 cable.modem.net.1151 > dns.two.org.79:
    S 2588862233:2588862233(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 775)
    22:08:39.190551 cable.modem.net.1152 > dns.two.org.53:
    S 2590571910:2590571910(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 776)
    22:08:39.212060 cable.modem.net.1153 > dns.two.org.31337:
    S 2585840391:2585840391(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 777)
    22:08:39.224956 cable.modem.net.1157 > dns.two.org.21:
    S 2585906418:2585906418(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 781)
  """
}
