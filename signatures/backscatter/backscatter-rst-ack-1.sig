# The flood's SYNs carried initial sequence number 0, so the victim's closed ports acknowledge 1.
signature backscatter-rst-ack-1 {
  title      "Answers to a SYN flood with initial sequence number 0 (RST ACK, ack 1)"
  category   backscatter
  verdict    third-party
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-23
  revised    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party
  variant-of backscatter-rst-ack
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (section on SYN floods)" url "https://taosecurity.com/intv2-8.html"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet answer { tcp; flags & (SYN|ACK|RST|FIN) == RST|ACK; seq == 0; ack == 1; payload.len == 0 }
  # What would have called for it: a SYN or a lone FIN with sequence number 0.
  packet request { from responder; solicits; tcp; seq == 0; not flags has RST; not flags has ACK }

  event by src gap 1h
    having count(answer) >= 2
      and (distinct(answer.dport) >= 2 or distinct(answer.dst) >= 2)
      and count(request) == 0

  analysis {
    addresses "One sender; eight forged addresses in the founding trace, each of them met once."
    ports "From 22 (ssh) and 23 (telnet) in the founding trace: two closed ports of one victim. The destination ports, 10180 to 64876, are forged."
    flags "RST ACK, sequence number 0. It acknowledges 1 in absolute numbers, so the SYN that it answers had sequence number 0."
    direction "Inbound only; nobody here had sent a segment with sequence number 0."
    time """
      Eight packets in 15 min 43 s, 26 to 299 s apart. A slow trickle here says nothing about the pace there: the wider the range from which the
      flooder draws its sources, the smaller a share of the answers comes your way. The victim's IP ids give the true pace: some 100 packets a second.
    """
    header """
      TTL 53 throughout: one sender at one distance. This project's own observation: the victim's IP ids, which look random, are one slow counter.
      Between neighbours it advances by 4868, 22169, 30055, 2661, 13192, 8922 and 12999, and divided by the seconds between them that is 102.2, 100.5,
      100.6, 101.0, 100.6, 100.9 and 100.1 a second: the same rate seven times, at both ports. So the victim sent 94,866 packets in 942.8 s, if it
      used one id for each, and eight of them came here, one in some 11,900. Had the flooder drawn its sources from all addresses, this sensor would
      watch about 360,000 of them. One line of the founding trace is misprinted (a bracket before ttl is missing).
    """
    bottom-line """
      The sender is being SYN-flooded on these ports by a tool that leaves the initial sequence number at 0, and you see the few answers that
      fall on your addresses. Do not read the seconds and minutes between them as a slow scan.
    """
  }

  hypothesis "Third-party effect of a SYN flood with initial sequence number 0" {
    verdict third-party
    weight strong
    because "Every answer acknowledges 1. No TCP starts all its connections at 0; a program that fills headers by hand and leaves the field empty does."
    because "Every address is met once, at a port that means nothing: the flooder draws addresses and ports."
    test "Make sure that the number is absolute (tcpdump -S, or a packet file). Ask the sender's owner."
  }
  hypothesis "The number is relative, not absolute" {
    verdict benign
    weight moderate
    because "tcpdump prints relative numbers once it has seen the SYN: every ordinary refusal then reads 'ack 1'."
    against "With the SYN in view it would be in the capture, and the answer solicited. The founding trace has none."
    test "Print absolute numbers. In a packet file this reading is excluded."
  }
  hypothesis "Slow reset scan" {
    verdict malicious
    weight weak
    because "Seconds to minutes between packets is the pace of somebody who hopes not to be noticed."
    against "A reset draws no answer from open or closed ports; eight addresses in a quarter of an hour map nothing."
    test "Look for ICMP unreachables going back, and for an order in the addresses."
  }

  false-positive "Text traces with relative numbers whose SYNs were cut out."
  false-positive "A lone FIN with sequence number 0 (a FIN scan) that left this network by a path not captured draws the same answer from a closed port."
  blind-spot "Open ports of the same victim answer with SYN ACK, ack 1, and are not part of this event."
  blind-spot "Neither the rate nor the extent of the flood is seen, unless the victim counts its IP ids: then their advance bounds the rate of its answers."

  trace "ports 22 and 23, eight forged addresses" observed expect match """
    05:23:07.968535 victim.isp.net.22 > spoofed.ip.one.10180:
    R 0:0(0) ack 1 win 0 (ttl 53, id 57295)
    05:23:55.594577 victim.isp.net.23 > spoofed.ip.two.64876:
    R 0:0(0) ack 1 win 0 (ttl 53, id 62163)
    05:27:36.116580 victim.isp.net.23 > spoofed.ip.three.48279:
    R 0:0(0) ack 1 win 0 ttl 53, id 18796)
    05:32:34.963053 victim.isp.net.23 > spoofed.ip.four.55483:
    R 0:0(0) ack 1 win 0 (ttl 53, id 48851)
    05:33:01.308930 victim.isp.net.23 > spoofed.ip.five.48412:
    R 0:0(0) ack 1 win 0 (ttl 53, id 51512)
    05:35:12.400935 victim.isp.net.22 > spoofed.ip.six.57306:
    R 0:0(0) ack 1 win 0 (ttl 53, id 64704)
    05:36:40.823582 victim.isp.net.22 > spoofed.ip.seven.46819:
    R 0:0(0) ack 1 win 0 (ttl 53, id 8090)
    05:38:50.740540 victim.isp.net.23 > spoofed.ip.eight.29217:
    R 0:0(0) ack 1 win 0 (ttl 53, id 21089)
  """
  trace "the same, acknowledging 2" synthetic expect no-match """
    05:23:07.968535 victim.isp.net.22 > spoofed.ip.one.10180:
    R 0:0(0) ack 2 win 0 (ttl 53, id 57295)
    05:23:55.594577 victim.isp.net.23 > spoofed.ip.two.64876:
    R 0:0(0) ack 2 win 0 (ttl 53, id 62163)
    05:27:36.116580 victim.isp.net.23 > spoofed.ip.three.48279:
    R 0:0(0) ack 2 win 0 (ttl 53, id 18796)
  """
  trace "the SYNs with sequence number 0 are in the capture: solicited" synthetic expect no-match """
    05:23:07.900000 198.51.100.1.10180 > 192.0.2.22.22: S 0:0(0) win 512
    05:23:07.968535 192.0.2.22.22 > 198.51.100.1.10180: R 0:0(0) ack 1 win 0 (ttl 53, id 57295)
    05:23:55.500000 198.51.100.2.64876 > 192.0.2.22.23: S 0:0(0) win 512
    05:23:55.594577 192.0.2.22.23 > 198.51.100.2.64876: R 0:0(0) ack 1 win 0 (ttl 53, id 62163)
  """
}
