signature nestea {
  title      "nestea: three fragments with IP id 242 and a gap between them"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-1999"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, teardrop, tool-constant
  reference "nestea, nestea.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/nestea.c"
  reference "targa2 by Mixter (nestea), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "Zeek, testing/btest/Traces/ipv4/fragmented-1.pcap at commit a13de64 (not named nestea there)" url "https://github.com/zeek/zeek"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet first { proto == 17; id == 242; mf; frag.offset == 0; ip.len == 38 }
  packet second { proto == 17; id == 242; not mf; frag.offset == 48; ip.len == 136 }
  packet third { proto == 17; id == 242; mf; frag.offset == 0; ip.len in {284, 324} }

  event by src, dst gap 10s having count(first) >= 1 and count(second) >= 1

  analysis {
    addresses "The source is forged, once per run."
    ports "Random, one pair per run."
    time "Triples, 500 microseconds apart: 500 of them by default, fifteen in targa2."
    header """
      Read in the source: IP id 242, TTL 64 at the sender. First fragment: 38 bytes, that is 18 of payload, more to come. Second: 136 bytes at offset
      48, the last. Bytes 18 to 47 are missing. Third: offset 0 again, more to come, with a header length of 60 that covers 40 bytes of zeros, and 256
      bytes whose even places are random. The third overlaps both. It is not required, and its header length is no condition: text traces do not show
      it. This project's own finding: a test capture of Zeek's that is only called fragmented-1 holds one such triple, from port 123 to 137, with both
      lengths and the offset of nestea; its third fragment is 324 bytes long, which is what the archived program writes into the length field and its
      kernel would lower to 284, has a plain header of 20 bytes, and its data is the letter X. So it came from another build, on 19 February 2000. The
      fault that it hits is, in the words of the posting, off by one IP header: the length of the header was left out of a comparison when the pieces
      were put together.
    """
    bottom-line "Somebody tried to crash this host with nestea, another answer to the patches against teardrop. Harmless to anything later than 1998."
  }

  hypothesis "nestea" {
    verdict malicious
    weight strong
    because "Two lengths, the offset and IP id 242 agree with the program."
    test "Is there a third fragment at offset 0 with a header of 60 bytes?"
  }
  hypothesis "Fragments of which some were lost" {
    verdict benign
    weight weak
    because "A gap alone is ordinary."
    against "No path has an MTU of 38, and the next fragment would be no longer than the first."
    test "Do the lengths repeat?"
  }

  false-positive "A test of reassembly that replays the original."
  blind-spot "Copies with another id or other lengths."

  trace "Zeek's capture" observed expect match """
    19:23:55.155866 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto UDP (17), length 38)
        164.1.123.163.123 > 164.1.123.61.137: NTPv0, unspecified, length 10
    19:23:55.156077 IP (tos 0x0, ttl 64, id 242, offset 48, flags [none], proto UDP (17), length 136)
        164.1.123.163 > 164.1.123.61: ip-proto-17
    19:23:55.156457 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto UDP (17), length 324)
        164.1.123.163.123 > 164.1.123.61.137: NTPv3, unspecified, length 256
  """
  trace "one triple" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 52, id 242, offset 0, flags [+], proto UDP (17), length 38)
        192.0.2.77.31915 > 198.51.100.9.20197: UDP, length 10
    12:00:00.000100 IP (tos 0x0, ttl 52, id 242, offset 48, flags [none], proto UDP (17), length 136)
        192.0.2.77 > 198.51.100.9: ip-proto-17
    12:00:00.000200 IP (tos 0x0, ttl 52, id 242, offset 0, flags [+], proto UDP (17), length 284)
        192.0.2.77.31915 > 198.51.100.9.20197: UDP, length 256
  """
  trace "another id" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 52, id 243, offset 0, flags [+], proto UDP (17), length 38)
        192.0.2.77.31915 > 198.51.100.9.20197: UDP, length 10
    12:00:00.000100 IP (tos 0x0, ttl 52, id 243, offset 48, flags [none], proto UDP (17), length 136)
        192.0.2.77 > 198.51.100.9: ip-proto-17
    12:00:00.000200 IP (tos 0x0, ttl 52, id 243, offset 0, flags [+], proto UDP (17), length 284)
        192.0.2.77.31915 > 198.51.100.9.20197: UDP, length 256
  """
}
