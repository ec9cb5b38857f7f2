signature urgent-without-data {
  title      "URG in segments without data"
  category   anomaly
  verdict    unknown
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, tcp-flags, urgent
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_TCP_BAD_URP" url "https://github.com/snort3/snort3"
  reference "RFC 9293, Transmission Control Protocol, sections 3.8.5 and 3.10.7.4 (urgent data)" url "https://www.rfc-editor.org/rfc/rfc9293"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000, (note on URG)" url "https://taosecurity.com/intv2-8.html"

  packet odd { tcp; flags has URG; payload.len == 0; flags & (SYN|RST|FIN) == 0 }

  event by src, dst gap 60s having count(odd) >= 3

  analysis {
    ports "Urgent data were used by telnet, rlogin and ftp, to interrupt."
    flags "URG, with or without ACK, and no data that could be urgent."
    direction "One way."
    header "The urgent pointer tells how far the urgent data reach; without data in the segment it reaches into what was not sent yet."
    bottom-line """
      Allowed for a moment, when a sender with urgent data finds the window closed; three such segments in a minute are more likely made by hand, as
      in floods and in tests of systems.
    """
  }

  hypothesis "Crafted segments" {
    verdict malicious
    weight moderate
    because "Generators set URG at will and send nothing urgent."
    test "Is there a connection? Does the pointer change?"
  }
  hypothesis "Interrupt of a terminal session" {
    verdict benign
    weight moderate
    because "A user who presses the interrupt key with a full window makes the system announce it."
    test "Is it port 23, 513 or 21, within a session?"
  }

  false-positive "Terminal sessions over slow lines."
  blind-spot "An urgent pointer without URG, which urgent-pointer-without-urg is about."

  trace "three empty urgent segments" synthetic expect match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: U 17:17(0) ack 88 win 512 urg 9
    10:00:00.001 192.0.2.1.1022 > 198.51.100.1.80: U 18:18(0) ack 88 win 512 urg 9
    10:00:00.002 192.0.2.1.1023 > 198.51.100.1.80: U 19:19(0) ack 88 win 512 urg 9
  """
  trace "urgent data in a terminal session" synthetic expect no-match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.23: P 17:18(1) ack 88 win 512 urg 1
    10:00:04.000 192.0.2.1.1021 > 198.51.100.1.23: P 18:19(1) ack 88 win 512 urg 1
    10:00:09.000 192.0.2.1.1021 > 198.51.100.1.23: P 19:20(1) ack 88 win 512 urg 1
  """
}
