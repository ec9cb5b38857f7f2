signature tcp-connect-scan {
  title      "TCP connect scan"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, connect
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (first scan trace)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, Transmission Control Protocol, sections 3.5 and 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  observe connect-probed-host as host  # several ports of one host
  observe connect-swept-port as sweep  # one port of several hosts

  event by src gap 60s having count(host) >= 1 or count(sweep) >= 1

  analysis {
    addresses "One source, real and not forged: it completes handshakes, so it receives the answers."
    ports """
      Different services in a row, 21 and 37 in the founding trace. The source ports are a kernel's own and count up: 1141, then 1144. The two in between (1142, 1143)
      went somewhere that the sensor did not show: another port, another host, or the scanner's user reading mail.
    """
    flags "At the open port SYN, SYN ACK, ACK and then silence; at the closed port SYN and RST ACK. No data from the client anywhere."
    direction "Everything is prompted by the scanner; each answer belongs to one of its SYNs."
    time """
      3.5 s between the two ports: slow enough for a person who types. This project's own observation: the scanner's initial sequence number rises by 2462 in these 3.512 s.
      It comes from a kernel and not from a scanner's own packets.
    """
    header """
      Window 8192, mss 536, nop, nop, sackOK, DF: the connection options of an ordinary desktop of the time, and the same
      as those of the honest clients in the founding document's other traces. There is no tool mark in it.
    """
    bottom-line """
      Somebody is finding out, the plain way, which services a host (or which hosts a service) offers. Any logging listener has recorded it
      too. With two ports it may be a person or a monitor; look at what else the source did.
    """
  }

  hypothesis "Connect scan" {
    verdict malicious
    weight moderate
    because "The client finishes a handshake and says nothing, and asks at a closed port within the same minute: it wanted to know, not to talk."
    test "Does the source go on to further ports or hosts? Does the open port's log show a connection that ended without a command?"
  }
  hypothesis "A user or a program that tries services" {
    verdict benign
    weight moderate
    because "A mail or file client that asks two ports of one host, one of them closed, makes the same packets."
    because "Two ports 3.5 s apart is a human pace."
    against "A user's client speaks once it is connected, or at least reads the banner and takes leave."
    test "Ask the owner of the source. Look for data in a later connection to the open port."
  }
  hypothesis "Monitoring" {
    verdict benign
    weight weak
    because "Availability monitors connect without speaking, and go on asking a service that is down."
    against "A monitor comes again at fixed intervals from an address that is known here."
    test "Look at the day before: the same source, the same ports, the same interval?"
  }

  false-positive "Monitors and load balancers, when one of several watched services is down."
  false-positive "Browsers that open connections in advance to a host of which another port refuses."
  blind-spot "Ports that a filter silently drops leave no refusal, and a target of which all ports refuse (or all accept) is not reported."
  blind-spot "A connect scan that speaks at open ports, and one spread over hours or over many sources."
  blind-spot "A sweep of one port needs five hosts, of which four refuse."

  trace "one open and one closed port" observed expect match """
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
  trace "the client speaks at the open port" synthetic expect no-match """
    11:56:20.442740 connect.scanner.net.1141 > victim.cablemodem.com.21:
    S 929641:929641(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:56:21.191786 victim.cablemodem.com.21 > connect.scanner.net.1141:
    S 779881634:779881634(0) ack 929642 win 8576 <mss 1460> (DF)
    11:56:21.201490 connect.scanner.net.1141 > victim.cablemodem.com.21:
    . ack 1 win 8576 (DF)
    11:56:21.501490 connect.scanner.net.1141 > victim.cablemodem.com.21:
    P 1:17(16) ack 1 win 8576 (DF)
    11:56:23.954930 connect.scanner.net.1144 > victim.cablemodem.com.37:
    S 932103:932103(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:56:24.647238 victim.cablemodem.com.37 > connect.scanner.net.1144:
    R 0:0(0) ack 1 win 0
  """
  trace "an ftp session whose server asks for ident and is refused" observed expect no-match """
    14:05:27.083238 ftp.client.org.1057 > ftp.server.edu.21:
    S 1484414:1484414(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    14:05:27.250587 ftp.server.edu.21 > ftp.client.org.1057:
    S 3037133697:3037133697(0) ack 1484415 win 9112 <mss 536> (DF)
    14:05:27.259810 ftp.client.org.1057 > ftp.server.edu.21:
    . ack 1 win 8576 (DF)
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
    14:05:27.564336 ftp.server.edu.21 > ftp.client.org.1057:
    P 1:88(87) ack 1 win 9112 (DF) [tos 0x10]
    14:05:27.727461 ftp.client.org.1057 > ftp.server.edu.21:
    . ack 88 win 8489 (DF)
    14:05:35.774099 ftp.client.org.1057 > ftp.server.edu.21:
    P 31:37(6) ack 183 win 8394 (DF)
    14:05:35.895233 ftp.server.edu.21 > ftp.client.org.1057:
    P 183:197(14) ack 37 win 9112 (DF) [tos 0x10]
    14:05:35.903492 ftp.server.edu.21 > ftp.client.org.1057:
    F 197:197(0) ack 37 win 9112 (DF) [tos 0x10]
    14:05:35.906748 ftp.client.org.1057 > ftp.server.edu.21:
    . ack 198 win 8380 (DF)
    14:05:35.917049 ftp.client.org.1057 > ftp.server.edu.21:
    F 37:37(0) ack 198 win 8380 (DF)
  """
}
