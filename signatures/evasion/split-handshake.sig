signature split-handshake {
  title      "Client answers a SYN ACK with a SYN ACK of its own"
  category   evasion
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       evasion, handshake, censorship
  reference "zapret, docs/readme.en.md, (synack-split: SYN ACK, or ACK and SYN, instead of the third step)" url "https://github.com/bol-van/zapret"
  reference "RFC 9293, Transmission Control Protocol, section 3.5 (simultaneous open)" url "https://www.rfc-editor.org/rfc/rfc9293"
  reference "Zeek at commit a13de64fbb, weird.zeek: connection_originator_SYN_ack" url "https://github.com/zeek/zeek"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet theirs { from responder; tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet ours { tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }

  event by src, sport, dst, dport gap 60s
    having first(syn) < first(theirs) < first(ours) and min(ours.ack) - min(theirs.seq) == 1

  analysis {
    addresses "The side that sent the first SYN runs the trick, or a tool on its path does."
    flags "SYN, SYN ACK, SYN ACK: the third step carries SYN again, and acknowledges what the server said."
    direction "Both sides now have sent a SYN ACK, and a box on the way may take the server for the client."
    bottom-line """
      The roles of the two ends are made unclear on purpose, so that a box on the way watches the wrong direction. Usually circumvention of a censor;
      towards your own server it can be evasion of a sensor.
    """
  }

  hypothesis "Circumvention of a censor" {
    verdict benign
    weight moderate
    because "A published tool does this on clients."
    test "Do all of the client's web connections look so?"
  }
  hypothesis "Evasion of a sensor or filter" {
    verdict malicious
    weight moderate
    because "A sensor that takes the direction from the SYN ACK then reads the requests as answers."
    test "What does the connection carry?"
  }
  hypothesis "True simultaneous open" {
    verdict benign
    weight weak
    because "Two hosts that open to each other's ports at once both send SYN ACK."
    against "Then both first packets are SYNs, and here the server waited."
    test "Is there a SYN of the server?"
  }

  false-positive "Peer-to-peer programs that open through translators from both sides."
  blind-spot "A split in which the ACK and the SYN come one by one."

  trace "three steps" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.040 198.51.100.1.80 > 192.0.2.1.4011: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:00.041 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) ack 900001 win 64240
  """
  trace "an ordinary handshake" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.040 198.51.100.1.80 > 192.0.2.1.4011: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:00.041 192.0.2.1.4011 > 198.51.100.1.80: . ack 900001 win 64240
  """
}
