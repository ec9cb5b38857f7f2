signature oshare-fragment-flood {
  title      "oshare: one UDP fragment at offset 65528 with more to follow, IP id 1999"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, ping-of-death, oshare, tool-constant
  reference "targa2 by Mixter (oshare by r00t zer0), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet part { ip; proto == 17; frag.offset == 65528; mf; id == 1999 }

  event by dst gap 10s having count(part) >= 2

  analysis {
    addresses "The source is forged, anew for each packet, always below 128.0.0.0: it is a random number of 31 bits in network order."
    time "500 packets in one go, without a pause."
    header """
      Read in the source: fragment field 16383 = 0x3fff, which is 'more fragments' and the greatest offset that there is, 8191 * 8 = 65528; IP id
      1999, TTL 255 at the sender, UDP, 40 bytes on the wire. A fragment at 65528 can carry 7 bytes and must be the last; this one carries 20 and
      promises more. The year as an id is the author's mark.
    """
    bottom-line "Somebody tried to crash this host with oshare. It was aimed at Windows 9x, NT and Macintosh; today it is noise with forged sources."
  }

  hypothesis "oshare" {
    verdict malicious
    weight strong
    because "An impossible fragment, id 1999, from many sources."
    test "Are all sources below 128?"
  }
  hypothesis "Another tool with fragment field 16383" {
    verdict malicious
    weight moderate
    because "targa3 uses 16383 too, among other values."
    against "targa3's ids are random."
    test "Look at the protocol numbers: targa3 changes them."
  }

  false-positive "None natural is known: no fragment at this offset can have more behind it."
  blind-spot "Copies with another id."

  trace "three sources" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 1999, offset 65528, flags [+], proto UDP (17), length 40)
        100.64.7.19 > 198.51.100.9: ip-proto-17
    12:00:00.000100 IP (tos 0x0, ttl 244, id 1999, offset 65528, flags [+], proto UDP (17), length 40)
        10.88.3.201 > 198.51.100.9: ip-proto-17
    12:00:00.000200 IP (tos 0x0, ttl 244, id 1999, offset 65528, flags [+], proto UDP (17), length 40)
        127.14.90.6 > 198.51.100.9: ip-proto-17
  """
  trace "another id" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 2000, offset 65528, flags [+], proto UDP (17), length 40)
        100.64.7.19 > 198.51.100.9: ip-proto-17
    12:00:00.000100 IP (tos 0x0, ttl 244, id 2000, offset 65528, flags [+], proto UDP (17), length 40)
        10.88.3.201 > 198.51.100.9: ip-proto-17
  """
}
