signature digital-island-ping {
  title      "Digital Island measures bandwidth: ICMP with an address to write to"
  category   measurement
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000-2003"
  licence    "CC-BY-4.0"
  tags       icmp, cdn, measurement, look-alike
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 1813 (ICMP with mailto:ops@digisle.com in its first 22 bytes)" url "https://github.com/eldondev/Snort"
  reference "RFC 792, Internet Control Message Protocol" url "https://www.rfc-editor.org/rfc/rfc792"

  packet probe { icmp; payload starts "mailto:ops@digisle.com" }

  event by src, dst gap 10m

  analysis {
    addresses "The source is a machine of the content network, the destination a name server or a client whose distance it wants to know."
    flags "ICMP; Snort's rule looks at any type, so this signature does."
    direction "Unasked, from outside."
    time "Documented nowhere that was read."
    header "The data begin with mailto:ops@digisle.com, 22 bytes: the sender says whom to ask. Nothing else in the header is documented."
    bottom-line "A content network of the years around 2000 measured the way to you, and left its address in the packet. No attack."
  }

  hypothesis "Measurement by the content network" {
    verdict benign
    weight strong
    because "The packet says who sent it, and Snort's rule of the time names it so."
    test "Did the source belong to Digital Island? Did somebody here use a site that it served?"
  }
  hypothesis "Somebody borrows the text" {
    verdict malicious
    weight weak
    because "Any program can write these bytes, and a text that explains itself makes people look away."
    against "None is known, and the network is gone: today it would be odd."
    test "Is the capture younger than 2003? Is the source anybody else's?"
  }

  false-positive "A copy of the packet, in a test of Snort's rule."
  blind-spot "Probes of the same network that carry no text."

  trace "one probe" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 7, seq 1, length 31
        0x0000:  4500 0033 1267 0000 ee01 ce26 c000 0201  E..3.g.....&....
        0x0010:  c633 6407 0800 c462 0007 0001 6d61 696c  .3d....b....mail
        0x0020:  746f 3a6f 7073 4064 6967 6973 6c65 2e63  to:ops@digisle.c
        0x0030:  6f6d 20                                  om.
  """
  trace "the address further on in the data" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 7, seq 1, length 35
        0x0000:  4500 0037 1267 0000 ee01 ce22 c000 0201  E..7.g....."....
        0x0010:  c633 6407 0800 ebdc 0007 0001 7365 6520  .3d.........see.
        0x0020:  6d61 696c 746f 3a6f 7073 4064 6967 6973  mailto:ops@digis
        0x0030:  6c65 2e63 6f6d 20                        le.com.
  """
}
