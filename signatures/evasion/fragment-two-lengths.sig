signature fragment-two-lengths {
  title      "Two fragments at one offset of one packet, with different lengths"
  category   evasion
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       evasion, fragments, overlap, reassembly
  reference "Suricata at commit 398687d5d4, rules/decoder-events.rules, sids 2200070 and 2200072" url "https://github.com/OISF/suricata"
  reference "Zeek at commit a13de64fbb, weird.zeek: fragment_overlap, fragment_inconsistency, fragment_size_inconsistency" url "https://github.com/zeek/zeek"
  reference "RFC 791, Internet Protocol, section 3.2" url "https://www.rfc-editor.org/rfc/rfc791"

  packet piece { ip; frag }

  event by src, dst, proto, id, frag.offset gap 2s having distinct(piece.ip.len) >= 2

  analysis {
    addresses "One event per doubled place of a packet."
    direction "One way."
    time "Both within two seconds, so that an IP id that comes round is unlikely."
    header "Same addresses, protocol, IP id and offset; different lengths. A duplicate made by the network has the same length."
    bottom-line """
      The packet was cut twice in different ways, or built by hand so that one piece replaces another. Compare the bytes of both: different bytes mean
      evasion.
    """
  }

  hypothesis "Evasion or attack on reassembly" {
    verdict malicious
    weight moderate
    because "A sender cuts a packet once."
    test "Do the bytes differ? Do further packets of the sender come the same way?"
  }
  hypothesis "The same packet over two paths with different limits" {
    verdict benign
    weight weak
    because "A capture that merges two links sees a packet before and after further cutting."
    against "Then the pieces fit together again without contradiction, and TTLs differ."
    test "Compare TTLs and check whether the sensor sees two links."
  }
  hypothesis "Two packets with one id" {
    verdict benign
    weight moderate
    because "Above some 30,000 fragmented packets a second the id comes round within two seconds, and the last pieces of two packets differ in length."
    test "How many packets a second does the sender send?"
  }

  false-positive "Captures that hold a packet before and after it was cut further."
  false-positive "Senders that use one id for all (0, or a fixed one) and send more than one fragmented packet in two seconds."
  blind-spot "Copies of equal length and different bytes: the language compares lengths, not payloads, of two packets."

  trace "the second piece comes in two lengths" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto TCP (6), length 44) 192.0.2.1.4011 > 198.51.100.1.80: Flags [P.], seq 1:5, ack 1, win 512, length 4
    10:00:00.000100 IP (tos 0x0, ttl 64, id 242, offset 24, flags [+], proto TCP (6), length 44) 192.0.2.1 > 198.51.100.1: tcp
    10:00:00.000200 IP (tos 0x0, ttl 64, id 242, offset 24, flags [none], proto TCP (6), length 60) 192.0.2.1 > 198.51.100.1: tcp
  """
  trace "a duplicate" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 242, offset 1480, flags [+], proto UDP (17), length 1500) 192.0.2.1 > 198.51.100.1: udp
    10:00:00.000100 IP (tos 0x0, ttl 64, id 242, offset 1480, flags [+], proto UDP (17), length 1500) 192.0.2.1 > 198.51.100.1: udp
  """
}
