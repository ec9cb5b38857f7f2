signature fragment-dont-fragment {
  title      "Fragments that carry the don't-fragment bit"
  category   anomaly
  verdict    unknown
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, fragments
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 1322, and the remark in the rules that Linux does this" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_BAD_FRAGBITS, IP4_DF_OFFSET" url "https://github.com/snort3/snort3"
  reference "Zeek at commit a13de64fbb, weird.zeek: fragment_with_DF" url "https://github.com/zeek/zeek"
  reference "RFC 791, Internet Protocol, section 3.1 (flags)" url "https://www.rfc-editor.org/rfc/rfc791"

  packet piece { ip; df; frag }

  event by src, dst gap 10m having count(piece) >= 1

  analysis {
    addresses "Look at who else does so: one host alone has a program or an odd stack, a whole network has a tunnel in between."
    direction "One way."
    header """
      DF forbids cutting, MF or an offset says that it was cut. Whoever cut it set or left the bit; a router that obeys the rules would have sent an
      error instead.
    """
    bottom-line """
      A contradiction in the header, and in most cases a harmless one: some stacks and tunnels send their own fragments with DF. It weighs only
      together with other signs of a crafted packet.
    """
  }

  hypothesis "A stack or tunnel that cuts its own packets and keeps DF" {
    verdict benign
    weight moderate
    because "Linux versions have done so, as those who wrote the old rules found."
    test "Are the fragments of full size, and do they fit together?"
  }
  hypothesis "A crafted packet" {
    verdict malicious
    weight moderate
    because "Packet generators set bits at will, and test what a filter makes of the contradiction."
    test "Are pieces missing, overlapping or tiny? Does the reserved bit come too?"
  }

  false-positive "Tunnels and embedded stacks."
  blind-spot "It says nothing about what the packet carries."

  trace "a later fragment with DF" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 77, offset 1480, flags [DF], proto UDP (17), length 548) 192.0.2.1 > 198.51.100.1: udp
  """
  trace "a whole packet with DF, and a fragment without" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 76, offset 0, flags [DF], proto UDP (17), length 548) 192.0.2.1.53 > 198.51.100.1.4011: UDP, length 520
    10:00:00.000100 IP (tos 0x0, ttl 64, id 77, offset 1480, flags [none], proto UDP (17), length 548) 192.0.2.1 > 198.51.100.1: udp
  """
}
