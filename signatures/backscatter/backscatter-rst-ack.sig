# SYN flood seen from the side: the victim's closed port refuses addresses that never asked.
signature backscatter-rst-ack {
  title      "Answers of a flooded closed port (RST ACK)"
  category   backscatter
  verdict    third-party
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1996 to present; founding trace 1999-2000"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (section on SYN floods)" url "https://taosecurity.com/intv2-8.html"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"
  reference "StopDDoS packet captures at commit 230dd43, amp.dns.RRSIG.fragmented.pcap (a client's refusals, the look-alike)" url "https://github.com/StopDDoS/packet-captures"

  observe unsolicited-rst-ack as answer

  # Several addresses; or one address, and then ports far apart or acknowledgment numbers of one generator: a real client
  # that keeps trying a closed port, of which only the refusals were captured, has neither.
  event by src, sport gap 1h
    having count(answer) >= 3
      and (distinct(answer.dst) >= 3 or distinct(answer.dport) >= 3 and span(answer.dport) >= 2000 or constant(answer.ack) or step(answer.ack, 1 << 31) > 0 and missing(answer.ack, 1 << 31) >= 0)

  analysis {
    addresses "One sender, the victim. In the founding trace it answers two forged addresses in different networks, each from another port."
    ports """
      The source port (68 and 77 in the founding trace) is under attack and closed. The destination ports are the forged source ports and look scattered:
      29470, 48926, 2846 and so on. This project's own observation: they are not. At port 68 they step by 19456 and at port 77 by 34560, modulo 65536.
    """
    flags """
      RST ACK with sequence number 0 and window 0. RFC 9293 prescribes this form for a segment without ACK that meets a closed port, and the
      number it acknowledges is that segment's sequence number plus its length, a SYN counting one. So the acknowledgment numbers, less one, are the
      flood's initial sequence numbers.
    """
    direction "Inbound only, and nobody here had sent anything to that port."
    time "An answer every 4.30 to 4.43 s at each of the two ports, with one gap of 13.0 s: three intervals."
    header """
      The founding document calls the acknowledgment numbers random. This project's own observation: at port 68 each is 236567296 (0x0e19bb00) more
      than the one before, at port 77 740911616 (0x2c296a00) more, modulo 2^31. Across the 13 s gap both step by three times
      that constant, and the destination ports by three times theirs: two packets of each sequence went to addresses that nobody here watched, and
      the flooder did not stop. The low byte of numbers and ports never changes, as if a multiple of 256 packets lay between two visits to one address.
      Numbers below 2^31 are what the C library's random() and simple generators give.
      The victim's IP id advances by about 15,900 (port 68) and 15,600 (port 77) per interval, some 3,600 a second if it did not wrap in between and if one is used per packet.
      Between the two ports' packets it fits that rate only if the clocks of the two places where they were recorded differ by about 6.2 s; all
      five pairs agree on this to 0.2 s.
    """
    bottom-line """
      The sender is being SYN-flooded on this port, and the flooder forged your addresses. Nothing of yours is being scanned: a reset tells its sender nothing
      about ports. In the founding case the owner of the sender confirmed the flood. Where the acknowledgment numbers step by a constant, one program made them all.
    """
  }

  hypothesis "Third-party effect of a SYN flood" {
    verdict third-party
    weight strong
    because "One closed port of one host refuses segments that never left here, in exactly the form that RFC 9293 prescribes for a SYN."
    because "In the founding case the victim's provider confirmed a flood at that date and time."
    test "Ask the sender's owner. Take acknowledgment - 1 of some answers: a constant, or a constant step (modulo 2^31 or 2^32), is the flood tool's generator."
  }
  hypothesis "Reset scan: somebody looks for living hosts" {
    verdict malicious
    weight weak
    because "Where border routers report unreachable hosts by ICMP, silence after a reset means that a host may exist."
    against "Open and closed ports both stay silent on a reset, so no port can be learned, and where outbound ICMP is filtered nothing at all is learned."
    against "A mapper wants each address once. Here the same address is met again and again, at ports that step with the acknowledgment numbers."
    test "Is one address visited again and again, or every address once? Do ICMP unreachables leave this network at all?"
  }
  hypothesis "Late or misdirected answers of ordinary connections" {
    verdict benign
    weight weak
    because "With asymmetric routing, or a capture that began too late, the SYNs are not seen."
    because "Seen by this project in a public capture (StopDDoS, amp.dns.RRSIG.fragmented): refusals from port 5050 to one host, one each second, to ports 50032, 50034, 50036 and so on. There a program tries a dead service again and again, and only the answers were recorded. This signature leaves that alone."
    against "A client's kernel takes its ports one after another; these are scattered over the whole range, or several addresses are answered, or the acknowledgment numbers follow one simple rule."
    test "Look in flow records of the addressed host for SYNs to the sender. Do the destination ports climb by small steps?"
  }

  false-positive "A one-way tap beside three hosts or more that really keep trying one closed port: only the refusals are seen."
  false-positive "A firewall that resets in another's name, for requests that left by a path not captured."
  blind-spot "A flood over many ports of the victim that sends fewer than three answers per port this way is not gathered here."
  blind-spot "Victims behind a filter that drops instead of refusing are not seen, nor are answers to addresses outside this network."
  blind-spot "Where the capture could not show a request, the event is marked inconclusive."

  trace "closed ports 68 and 77, two forged addresses" observed expect match """
    20:31:15.794717 victim.isp.net.68 > spoofed.ip.one.29470:
    R 0:0(0) ack 723645348 win 0 (ttl 242, id 40923)
    20:31:20.190800 victim.isp.net.68 > spoofed.ip.one.48926:
    R 0:0(0) ack 960212644 win 0 (ttl 242, id 56829)
    20:31:24.622496 victim.isp.net.68 > spoofed.ip.one.2846:
    R 0:0(0) ack 1196779940 win 0 (ttl 242, id 7276)
    20:31:37.634797 victim.isp.net.68 > spoofed.ip.one.61214:
    R 0:0(0) ack 1906481828 win 0 (ttl 242, id 54177)
    20:31:42.021607 victim.isp.net.68 > spoofed.ip.one.15134:
    R 0:0(0) ack 2143049124 win 0 (ttl 242, id 4485)
    20:31:17.754903 victim.isp.net.77 > spoofed.ip.two.44376:
    R 0:0(0) ack 1861342051 win 0 (ttl 242, id 25377)
    20:31:22.054453 victim.isp.net.77 > spoofed.ip.two.13400:
    R 0:0(0) ack 454770019 win 0 (ttl 242, id 40905)
    20:31:26.394198 victim.isp.net.77 > spoofed.ip.two.47960:
    R 0:0(0) ack 1195681635 win 0 (ttl 242, id 56409)
    20:31:39.370211 victim.isp.net.77 > spoofed.ip.two.20568:
    R 0:0(0) ack 1270932835 win 0 (ttl 242, id 38330)
    20:31:43.735814 victim.isp.net.77 > spoofed.ip.two.55128:
    R 0:0(0) ack 2011844451 win 0 (ttl 242, id 54069)
  """
  trace "the same kind of refusals with their SYNs in the capture: solicited" synthetic expect no-match """
    20:31:15.700000 198.51.100.1.29470 > 192.0.2.68.68: S 723645347:723645347(0) win 8192
    20:31:15.794717 192.0.2.68.68 > 198.51.100.1.29470: R 0:0(0) ack 723645348 win 0 (ttl 242, id 40923)
    20:31:20.100000 198.51.100.1.48926 > 192.0.2.68.68: S 960212643:960212643(0) win 8192
    20:31:20.190800 192.0.2.68.68 > 198.51.100.1.48926: R 0:0(0) ack 960212644 win 0 (ttl 242, id 56829)
    20:31:24.600000 198.51.100.1.2846 > 192.0.2.68.68: S 1196779939:1196779939(0) win 8192
    20:31:24.622496 192.0.2.68.68 > 198.51.100.1.2846: R 0:0(0) ack 1196779940 win 0 (ttl 242, id 7276)
  """
  trace "one client that tries a closed port each second, only the refusals captured" synthetic expect no-match """
    14:25:27.568467 192.0.2.50.5050 > 198.51.100.10.50030: R 0:0(0) ack 1615330984 win 0
    14:25:28.111594 192.0.2.50.5050 > 198.51.100.10.50032: R 0:0(0) ack 656875374 win 0
    14:25:29.093126 192.0.2.50.5050 > 198.51.100.10.50034: R 0:0(0) ack 1504147103 win 0
    14:25:30.093132 192.0.2.50.5050 > 198.51.100.10.50036: R 0:0(0) ack 143469885 win 0
  """
  trace "the same with a sequence number: a reset inside a connection, and no closed port's answer" synthetic expect no-match """
    20:31:15.794717 192.0.2.68.68 > 198.51.100.1.29470: R 418223001:418223001(0) ack 723645348 win 0 (ttl 242, id 40923)
    20:31:20.190800 192.0.2.68.68 > 198.51.100.1.48926: R 418301772:418301772(0) ack 960212644 win 0 (ttl 242, id 56829)
    20:31:24.622496 192.0.2.68.68 > 198.51.100.1.2846: R 418377190:418377190(0) ack 1196779940 win 0 (ttl 242, id 7276)
  """
}
