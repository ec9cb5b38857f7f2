signature newtear {
  title      "newtear: teardrop's fragments with a UDP length that is 20 too long"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-1999"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, teardrop, tool-constant
  reference "newtear, newtear.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/newtear.c"
  reference "targa2 by Mixter (newtear), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet first { proto == 17; id == 242; mf; frag.offset == 0; ip.len == 48; udp.len == 48 }
  packet second { proto == 17; id == 242; not mf; frag.offset == 24; ip.len == 24 }

  event by src, dst gap 10s having count(first) >= 1 and count(second) >= 1

  analysis {
    addresses "The source is forged, once per run."
    ports "Random, one pair per run."
    time "Pairs, repeated: fifteen times in targa2."
    header """
      Read in the source: IP id 242, TTL 64 at the sender. The first fragment has 48 bytes, 28 of them payload, while its UDP header claims 48 = 8 + 2
      * 20; the second lies at offset 24 with 4 bytes, so it ends where the first ends (24 + 4 = 28). This project's own observation: the two cover
      the datagram exactly and the overlap of 4 bytes is at its end, where teardrop's lies 8 bytes inside the first. What patched systems had learned
      to refuse in teardrop, a second fragment that ends before the first, does not occur here; and the claimed 48 never come.
    """
    bottom-line "Somebody tried to crash this host with newtear, the answer to the first patches against teardrop. Harmless to anything later than 1998."
  }

  hypothesis "newtear" {
    verdict malicious
    weight strong
    because "Both lengths, the offset and IP id 242 agree with the program."
    test "Does the pair repeat?"
  }
  hypothesis "A UDP sender with a wrong length" {
    verdict benign
    weight weak
    because "Length fields can be wrong."
    against "Not together with an overlap and this id."
    test "Look for other datagrams of the source."
  }

  false-positive "A test of reassembly that replays the original."
  blind-spot "Text traces in which tcpdump does not print the claimed length of a fragment; copies with another id."

  trace "one pair" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 52, id 242, offset 0, flags [+], proto UDP (17), length 48)
        192.0.2.77.31915 > 198.51.100.9.20197: UDP, bad length 40 > 20
    12:00:00.000100 IP (tos 0x0, ttl 52, id 242, offset 24, flags [none], proto UDP (17), length 24)
        192.0.2.77 > 198.51.100.9: ip-proto-17
  """
  trace "an honest UDP length" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 52, id 242, offset 0, flags [+], proto UDP (17), length 48)
        192.0.2.77.31915 > 198.51.100.9.20197: UDP, length 20
    12:00:00.000100 IP (tos 0x0, ttl 52, id 242, offset 24, flags [none], proto UDP (17), length 24)
        192.0.2.77 > 198.51.100.9: ip-proto-17
  """
}
