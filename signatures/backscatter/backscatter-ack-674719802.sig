# 674719801 = 0x28376839, the initial sequence number of synk4 and its descendants.
signature backscatter-ack-674719802 {
  title      "Answers to a SYN flood with initial sequence number 674719801 (synk4 and its relatives)"
  category   backscatter
  verdict    third-party
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1997 to present; founding traces 1999-2000"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party, synk4
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (section on the two acknowledgment numbers, with D. Dittrich's finding in synk4.c)" url "https://taosecurity.com/intv2-8.html"
  reference "synk4, released 29 April 1997, synk4.c in the collection fffaraz/Etcetera at commit 87b8a5f (sequence number 0x28376839, source ports 1001 to 2500)" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/synk4.c"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "RFC 9293, Transmission Control Protocol, sections 3.5 and 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet opened {
    # the flooded port is open
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN|ACK
    ack == 674719802
    payload.len == 0
  }
  packet closed {
    # the flooded port is closed
    tcp
    flags & (SYN|ACK|RST|FIN) == RST|ACK
    seq == 0
    ack == 674719802
    payload.len == 0
  }
  packet request { from responder; solicits; tcp; seq == 674719801; flags & (SYN|ACK|RST) == SYN }

  event by src gap 1d having (count(opened) >= 1 or count(closed) >= 1) and count(request) == 0

  analysis {
    addresses "The sender is the victim: a commercial web site and two other hosts in the founding traces. The addresses that it answers were forged."
    ports """
      The source ports are the flooded ones: 21, 23 and 53 of the web site, which a client would not use as its own. The destination ports are forged:
      1485, 2104, 1667, 1502, 2154, 2026, 1838, 2031, 1071, 2143. All ten lie in 1001..2500: synk4 draws a number from 1 to 1500 and adds 1000 (read
      in synk4.c; the founding document quotes the line without the bound). This project's own observation: in the two traces that show one forged
      address each, all ports leave the same remainder when divided by 4: 1502, 2154, 2026 and 1838 leave 2; 2031, 1071 and 2143 leave 3. That is one
      chance in 1,024. The lowest bits of a simple congruential generator come round after a few draws, and a bound that is a multiple of 4 lets them
      through, so that a given address would always meet the same two bits. A hint, and no proof.
    """
    flags """
      RST ACK with sequence number 0 from closed ports, SYN ACK from open ones. Both acknowledge 674719802: the SYNs carried 674719801 = 0x28376839, a
      constant that D. Dittrich found in the source of synk4.
    """
    direction "Inbound only. No SYN with sequence number 674719801 went out to this sender."
    time """
      This project's own observation on the web-site trace: each of the three forged addresses is met at port 21, then 96.9 to 97.0 s later at port
      23, then 193.8 to 194.0 s later at port 53, always with the same forged source port, and always in the same order of addresses, 9.5 and 11.5 s
      apart. So 97 s were spent on each port, and between 23 and 53 one port more was flooded whose answers did not come here. That pairs of address
      and port return is what the quoted code does when it is started anew for each port: it seeds its generator with the time plus a counter that
      runs much faster than the time, so that each run passes through nearly the same seeds as the one before.
    """
    header """
      Resets: window 0; TTL 50, 45 and 44, one value per forged address, so the ways back differ and the sender is one. SYN ACKs (port 23 of another
      victim): window 8192 and mss 65512, 152, 32, 152. This project's own observation: 65512 is -24 modulo 65536, and with 40 added the four values
      are 16, 192, 72 and 192, all multiples of 8, as if 40 bytes of headers had been taken off something that was no packet size. What it was is not
      known. The victim's own sequence numbers there advance by 7.8 to 8.8 million a second over the three intervals, if they did not wrap in between.
      Two lines of the web-site trace are misprinted (the window is missing).
    """
    bottom-line """
      The sender is being SYN-flooded with forged addresses, yours among them, by synk4 or a tool that copied its constant. You are
      a bystander; tell the sender's owner. In the founding case the sender's administrator confirmed it: a hired consultant had
      tested the host with a flood at exactly that time.
    """
  }

  hypothesis "Third-party effect of a SYN flood by synk4 or a relative" {
    verdict third-party
    weight strong
    because "The number is the constant of a known flooder, plus one, and every forged source port lies in the range that this flooder draws from."
    because "One case was confirmed by the owner of the sender."
    because "Ports 21, 23 and 53 make sense as targets and none as source ports."
    test "Ask the sender's owner. Are the destination ports in 1001..2500? Do pairs of address and port return for the next source port?"
  }
  hypothesis "Reset scan by a tool that marks its packets with this number" {
    verdict malicious
    weight weak
    because "The two numbers were first reported as the mark of a tool that maps networks by resets."
    against """
      Open and closed ports both stay silent on a reset. At best ICMP unreachables show which addresses do not exist, and a border that filters them
      gives nothing but false hits.
    """
    against "The same number comes in SYN ACKs too. A mapper has no use for meeting the same three addresses again on the same ports."
    test "Watch for the order of addresses and for ICMP unreachables leaving; connect to the sender's port yourself and compare TTL and options."
  }
  hypothesis "Answers to a port scan made from here" {
    verdict malicious
    weight weak
    because "A Windows SYN scanner ('syn by panda', syn_test.cpp) copied the constant and uses its own address, source port 8000, window 16384, TTL 128."
    against "Its SYNs would be in the capture, and the answers would all go to port 8000 of one host."
    test "Do the answers go to one host of yours, at one port? Then look for the scanner there."
  }

  false-positive "One ordinary connection in 2^32 starts with this number."
  false-positive "A scan by syn_test from this network whose SYNs leave by a path that is not captured."
  blind-spot """
      Descendants of this code on Windows add a counter to the constant: then acknowledgment minus destination port is 674719802, and this signature
      does not see it.
    """
  blind-spot "Nothing of the flooder itself is seen: neither its address nor its rate."

  trace "closed ports 21, 23, 53 of a web site; two lines are misprinted" observed expect match """
    10:20:52.097570 commercial.web.server.21 > spoofed.ip.one.1485:
    R 0:0(0) ack 674719802 win 0 (ttl 50, id 1034)
    10:22:28.994103 commercial.web.server.23 > spoofed.ip.one.1485:
    R 0:0(0) ack 674719802 win 0 (ttl 50, id 38438)
    10:25:43.004888 commercial.web.server.53 > spoofed.ip.one.1485:
    R 0:0(0) ack 674719802 win (ttl 50, id 43626)
    10:20:40.594667 commercial.web.server.21 > spoofed.ip.two.2104:
    R 0:0(0) ack 674719802 win 0 (ttl 45, id 14598)
    10:22:17.576229 commercial.web.server.23 > spoofed.ip.two.2104:
    R 0:0(0) ack 674719802 win 0 (ttl 45, id 11298)
    10:25:31.402693 commercial.web.server.53 > spoofed.ip.two.2104:
    R 0:0(0) ack 674719802 0 (ttl 45, id 33894)
    10:20:31.126616 commercial.web.server.21 > spoofed.ip.three.1667:
    R 0:0(0) ack 674719802 win 0 (ttl 44, id 35589)
    10:22:08.074117 commercial.web.server.23 > spoofed.ip.three.1667:
    R 0:0(0) ack 674719802 win 0 (ttl 44, id 20256)
    10:25:22.038942 commercial.web.server.53 > spoofed.ip.three.1667:
    R 0:0(0) ack 674719802 win 0 (ttl 44, id 14437)
  """
  trace "open port 23, odd mss values" observed expect match """
    22:23:08.281683 biology.web.com.23 > spoofed.ip.one.1502:
    S 2894258800:2894258800(0) ack 674719802 win 8192 <mss 65512>
    22:25:46.030135 biology.web.com.23 > spoofed.ip.one.2154:
    S 4154715243:4154715243(0) ack 674719802 win 8192 <mss 152>
    22:26:24.456103 biology.web.com.23 > spoofed.ip.one.2026:
    S 159261598:159261598(0) ack 674719802 win 8192 <mss 32>
    22:29:38.265734 biology.web.com.23 > spoofed.ip.one.1838:
    S 1866996756:1866996756(0) ack 674719802 win 8192 <mss 152>
  """
  trace "closed port 21" observed expect match """
    22:34:47.629194 van.smack.net.21 > spoofed.ip.two.2031:
    R 0:0(0) ack 674719802 win 0
    22:36:01.282720 van.smack.net.21 > spoofed.ip.two.1071:
    R 0:0(0) ack 674719802 win 0
    22:36:11.483963 van.smack.net.21 > spoofed.ip.two.2143:
    R 0:0(0) ack 674719802 win 0
  """
  trace "the number is one off" synthetic expect no-match """
    22:34:47.629194 van.smack.net.21 > spoofed.ip.two.2031:
    R 0:0(0) ack 674719801 win 0
    22:36:01.282720 van.smack.net.21 > spoofed.ip.two.1071:
    R 0:0(0) ack 674719801 win 0
    22:36:11.483963 van.smack.net.21 > spoofed.ip.two.2143:
    R 0:0(0) ack 674719801 win 0
  """
  trace "a scan by syn_test: its SYNs are in the capture, the answers are solicited" synthetic expect no-match """
    22:34:47.000000 198.51.100.1.8000 > 192.0.2.21.21: S 674719801:674719801(0) win 16384 (ttl 128, id 256)
    22:34:47.020000 192.0.2.21.21 > 198.51.100.1.8000: R 0:0(0) ack 674719802 win 0 (ttl 57, id 1101)
    22:34:47.030000 198.51.100.1.8000 > 192.0.2.21.22: S 674719801:674719801(0) win 16384 (ttl 128, id 256)
    22:34:47.050000 192.0.2.21.22 > 198.51.100.1.8000: R 0:0(0) ack 674719802 win 0 (ttl 57, id 1102)
  """
}
