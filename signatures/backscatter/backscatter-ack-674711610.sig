# 674711609 = 0x28374839, the initial sequence number of the flooder shaft and of older code.
signature backscatter-ack-674711610 {
  title      "Answers to a SYN flood with initial sequence number 674711609 (shaft and its relatives)"
  category   backscatter
  verdict    third-party
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1996 to present; founding traces 1999-2000"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party, shaft
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (section on the two acknowledgment numbers)" url "https://taosecurity.com/intv2-8.html"
  reference "S. Dietrich, N. Long, D. Dittrich, Analyzing Distributed Denial Of Service Tools: The Shaft Case, USENIX LISA 2000" url "https://www.usenix.org/legacy/publications/library/proceedings/lisa2000/full_papers/dietrich/dietrich_html/index.html"
  reference "Snort rules of 2001-2005, sid 241 (SYN with sequence number 674711609 from shaft), doc/signatures/241.txt at commit 34bdcf6" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip/cd_tcp.cc at commit 14aeb09f5 (the number is still built in)" url "https://github.com/snort3/snort3"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "RFC 9293, Transmission Control Protocol, sections 3.5 and 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet opened {
    # the flooded port is open
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN|ACK
    ack == 674711610
    payload.len == 0
  }
  packet closed {
    # the flooded port is closed
    tcp
    flags & (SYN|ACK|RST|FIN) == RST|ACK
    seq == 0
    ack == 674711610
    payload.len == 0
  }
  packet request { from responder; solicits; tcp; seq == 674711609; flags & (SYN|ACK|RST) == SYN }

  event by src gap 1d having (count(opened) >= 1 or count(closed) >= 1) and count(request) == 0

  analysis {
    addresses """
      The sender is the flood's victim: a FirstClass mail server of a university, an IRC server, an auction site in the three founding traces.
      The addresses that it answers were forged.
    """
    ports """
      The source ports are the services under attack: 510 (firstclass), 6666 and 6667 (irc), 23 (telnet). The destination ports are the
      forged source ports. This project's own observation: those of the IRC and auction traces (1578, 1433, 1985, 1554, 1409) lie in 1001..2500,
      the range of synk4's relatives, those of the FirstClass trace (7002, 32771, 6666) do not. At least two programs
      share this number. In the IRC trace four forged addresses have only two source ports between them (1578 twice, 1433 twice): they were not drawn one per packet.
    """
    flags """
      SYN ACK from open ports, RST ACK with sequence number 0 from closed ones. Both acknowledge 674711610, hence the SYNs carried
      674711609 = 0x28374839: a constant in a program's source and not what a TCP chooses.
    """
    direction "Inbound only. No SYN with sequence number 674711609 went out to this sender."
    time """
      17 hours between neighbours in one founding trace, a minute or two in another: most answers go to other people's addresses.
      Repeats of the same SYN ACK are the victim's retransmissions. This project's own observation on the IRC trace: the four first answers spread over 32 s, but all four
      repeats fall within 2.2 s and in another order, 92.4, 74.6, 69.8 and 60.9 s after their first. A retransmission timer of
      each connection would have kept the spacing; one common occasion, a second round of the flood or a queue served at once, did not.
    """
    header """
      Window and options are the victim's own: 4096 from port 6666 and 61440 from 6667 with mss 1460, 0 in resets. TTL 116 to 118 in the
      FirstClass trace. None of it is the flooder's.
    """
    bottom-line """
      The sender is being SYN-flooded with forged addresses, yours among them, by a tool that always uses initial sequence number
      674711609. You are a bystander; tell the sender's owner. In the founding case the owner of the sender confirmed it: two ports
      were flooded, and the host was not compromised.
    """
  }

  hypothesis "Third-party effect of a SYN flood" {
    verdict third-party
    weight strong
    because "The answers have exactly the form that RFC 9293 prescribes, open and closed ports alike, and all acknowledge one 32-bit number."
    because "One case was confirmed by the owner of the sender: a SYN flood at that date and time, host not compromised."
    because "Port 510 of a host called firstclass is that host's own service: the source port fits the sender, not you."
    test "Ask the sender's owner. Look for answers with this number from other ports of the same sender, and in other networks at the same time."
  }
  hypothesis "Reset scan by a tool that marks its packets with this number" {
    verdict malicious
    weight weak
    because "The two numbers were first reported as the mark of a tool that maps networks by resets."
    against "Open and closed ports both stay silent on a reset. At best ICMP unreachables show which addresses do not exist, and a border that filters them gives nothing but false hits."
    against "The same number comes in SYN ACKs too, with the windows, options and retransmissions of a real server."
    against "Hours lie between packets, and addresses come in no order."
    test "Watch for the order of addresses and for ICMP unreachables leaving; connect to the sender's port yourself and compare TTL, window and options."
  }
  hypothesis "The flooder is shaft" {
    verdict third-party
    weight moderate
    because "shaft uses this sequence number and draws its source addresses at random; Snort's rules name it so."
    against "The same constant stands in a flooder dated 22 March 1996 (Zakath: TTL 30, window 65535) and in later copies, so the number names a family of code."
    test "At the victim: TTL 30 and window 65535 or 2048 point to the older code. At the flooder: shaft's control channels, TCP 20432 and UDP 18753 and 20433."
  }

  false-positive "One ordinary connection in 2^32 starts with this number."
  false-positive "A flood or scan sent from this very network by a path that is not captured makes the answers look unsolicited."
  blind-spot "Nothing of the flooder itself is seen: neither its address nor its rate."
  blind-spot "Flood victims that drop instead of answering are not seen."

  trace "closed port 510: three packets up to 17 hours apart (times of day without dates)" observed expect match """
    06:20:51.570058 firstclass.server.edu.510 > spoofed.ip.one.7002:
    R 0:0(0) ack 674711610 win 0 (ttl 116, id 48680)
    23:30:53.567215 firstclass.server.edu.510 > spoofed.ip.two.32771:
    R 0:0(0) ack 674711610 win 0 (ttl 117, id 25440)
    13:55:27.737433 firstclass.server.edu.510 > spoofed.ip.three.6666:
    R 0:0(0) ack 674711610 win 0 (ttl 118, id 54468)
  """
  trace "open ports 6666 and 6667, with repeats" observed expect match """
    05:41:36.772836 major.irc.host.6666 > spoofed.ip.one.1578:
    S 1822395560:1822395560(0) ack 674711610 win 4096 <mss 1460> (DF)
    05:41:53.834459 major.irc.host.6666 > spoofed.ip.two.1578:
    S 311457256:311457256(0) ack 674711610 win 4096 <mss 1460> (DF)
    05:42:00.765914 major.irc.host.6667 > spoofed.ip.three.1433:
    S 1074583123:1074583123(0) ack 674711610 win 61440 <mss 1460> (DF)
    05:42:08.955560 major.irc.host.6666 > spoofed.ip.four.1433:
    S 2056091293:2056091293(0) ack 674711610 win 4096 <mss 1460> (DF)
    05:43:08.425388 major.irc.host.6666 > spoofed.ip.two.1578:
    S 311457256:311457256(0) ack 674711610 win 4096 <mss 1460> (DF)
    05:43:09.175868 major.irc.host.6666 > spoofed.ip.one.1578:
    S 1822395560:1822395560(0) ack 674711610 win 4096 <mss 1460> (DF)
    05:43:09.816458 major.irc.host.6666 > spoofed.ip.four.1433:
    S 2056091293:2056091293(0) ack 674711610 win 4096 <mss 1460> (DF)
    05:43:10.558625 major.irc.host.6667 > spoofed.ip.three.1433:
    S 1074583123:1074583123(0) ack 674711610 win 61440 <mss 1460> (DF)
  """
  trace "closed port 23" observed expect match """
    12:52:10.879563 auction.this.com.23 > spoofed.ip.one.1985:
    R 0:0(0) ack 674711610 win 0
    12:54:37.882708 auction.this.com.23 > spoofed.ip.one.1554:
    R 0:0(0) ack 674711610 win 0
    12:55:38.961649 auction.this.com.23 > spoofed.ip.one.1409:
    R 0:0(0) ack 674711610 win 0
  """
  trace "the number is one off" synthetic expect no-match """
    12:52:10.879563 auction.this.com.23 > spoofed.ip.one.1985:
    R 0:0(0) ack 674711611 win 0
    12:54:37.882708 auction.this.com.23 > spoofed.ip.one.1554:
    R 0:0(0) ack 674711611 win 0
    12:55:38.961649 auction.this.com.23 > spoofed.ip.one.1409:
    R 0:0(0) ack 674711611 win 0
  """
  trace "the SYN with 674711609 is in the capture: solicited" synthetic expect no-match """
    12:52:10.800000 198.51.100.1.1985 > 192.0.2.23.23: S 674711609:674711609(0) win 65535
    12:52:10.879563 192.0.2.23.23 > 198.51.100.1.1985: R 0:0(0) ack 674711610 win 0
  """
}
