signature fragment-overlaps-first {
  title      "Fragment that begins inside the first fragment of its packet"
  category   evasion
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       evasion, fragments, overlap, reassembly
  reference "Suricata at commit 398687d5d4, rules/decoder-events.rules, sids 2200070 and 2200072 (fragment overlap)" url "https://github.com/OISF/suricata"
  reference "Zeek at commit a13de64fbb, weird.zeek: fragment_overlap, fragment_inconsistency" url "https://github.com/zeek/zeek"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, doc/signatures/270.txt (teardrop)" url "https://github.com/eldondev/Snort"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791"
  reference "RFC 1858, Security Considerations for IP Fragment Filtering, section 4 (overlapping fragments against filters)" url "https://www.rfc-editor.org/rfc/rfc1858"

  packet head { ip; mf; frag.offset == 0 }
  packet rest { ip; frag.offset > 0 }

  event by src, dst, proto, id gap 30s
    having count(head) >= 1 and min(rest.frag.offset) < max(head.ip.len) - max(head.ip.hlen)

  analysis {
    addresses "One event per packet that came in overlapping pieces."
    ports "In the first fragment only; a second first fragment, with other ports, is one way to use the overlap."
    direction "One way. What the receiver makes of it cannot be seen here."
    header """
      The first fragment says how many bytes it brings (IP length less header); a later one starts before that end. Routers cut packets without
      overlap, so either the sender built the pieces or two packets share one IP id.
    """
    bottom-line """
      Somebody built fragments that cover each other. Systems differ in which copy they keep, so a sensor or filter may see other bytes than the
      target does; and some old systems crash at it. Compare the bytes of both copies before you decide: equal copies are harmless.
    """
  }

  hypothesis "Evasion: sensor and target are to see different data" {
    verdict malicious
    weight moderate
    because "The only use of an overlap with different bytes is that somebody reads it differently."
    test "Reassemble in both ways (first copy wins, last copy wins) and compare."
  }
  hypothesis "Attack on reassembly code" {
    verdict malicious
    weight moderate
    because "teardrop and its relatives of 1997 crash systems by a second fragment that lies inside the first."
    test "Is the second fragment very short, and is there nothing more of the packet?"
  }
  hypothesis "Repeated fragments" {
    verdict benign
    weight weak
    because "Retransmission or load sharing can bring a piece twice, and with another size if the path changed."
    against "A repeat starts where the first copy started."
    test "Are the doubled bytes equal?"
  }
  hypothesis "Two packets with one IP id" {
    verdict benign
    weight weak
    because "The 16-bit id comes round again within seconds at high rates."
    test "How many fragments per second does the pair exchange?"
  }

  false-positive "Fast fragmented traffic (NFS over UDP) whose ids come round, when the first packet was cut to other sizes."
  blind-spot "Overlaps among later fragments, where the first is not concerned; see the signature for one offset with two lengths."
  blind-spot "IPv6, in which overlapping fragments must be dropped (RFC 5722)."

  trace "a later piece writes over the last 24 bytes of the first one" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto TCP (6), length 84) 192.0.2.1.4011 > 198.51.100.1.80: Flags [P.], seq 1001:1045, ack 5001, win 512, length 44
    10:00:00.000100 IP (tos 0x0, ttl 64, id 242, offset 40, flags [none], proto TCP (6), length 120) 192.0.2.1 > 198.51.100.1: tcp
  """
  trace "second fragment right behind the first" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto UDP (17), length 1500) 192.0.2.1.4011 > 198.51.100.1.80: UDP, length 2000
    10:00:00.000100 IP (tos 0x0, ttl 64, id 242, offset 1480, flags [none], proto UDP (17), length 548) 192.0.2.1 > 198.51.100.1: udp
  """
}
