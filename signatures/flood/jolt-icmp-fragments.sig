signature jolt-icmp-fragments {
  title      "jolt: ICMP in fragments of 400 bytes with IP id 4321, every second one overlapping"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997-1999"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, ping-of-death, jolt, tool-constant
  reference "targa2 by Mixter (jolt by J. Roberson), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 268 (DOS Jolt attack: 408 bytes, more fragments) and doc/signatures/268.txt" url "https://github.com/eldondev/Snort"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet part { ip; proto == 1; id == 4321; frag; ip.len == 400 }

  event by src, dst gap 10s having count(part) >= 3 and distinct(part.frag.offset) >= 3

  analysis {
    addresses "The source is forged, anew for each datagram."
    flags "An echo request in the first fragment."
    time "173 fragments make one datagram; targa2 sends fifteen of them without a pause."
    header """
      Read in the source as targa2 has it: ICMP, IP id 4321, TTL 255 at the sender, 400 bytes per fragment, the last at offset 65360. 65360 + 380 is
      more than the 65515 that a datagram can carry. This project's own observation: the program advances by 380 bytes, but an offset counts in units
      of 8 and 380 is 47.5 of them; so the offsets run 0, 376, 760, 1136 and so on: every second fragment overlaps the one before by 4 bytes. Snort's
      rule for jolt asks for 408 bytes of data, which fits another build; that build was not read.
    """
    bottom-line "Somebody tried to crash this host with jolt, a ping of death in small pieces. Harmless to anything later than 1998."
  }

  hypothesis "jolt" {
    verdict malicious
    weight strong
    because "IP id 4321, 400 bytes per fragment, and offsets that advance by 376 and 384 in turn."
    test "Does the last fragment end beyond 65535?"
  }
  hypothesis "A large ping over a link with a small MTU" {
    verdict benign
    weight weak
    because "Large pings come in many fragments."
    against "Fragments of a router never overlap, and a ping's id is not always 4321."
    test "Look at the offsets of three neighbours."
  }

  false-positive "A large ping that by chance has id 4321 over a path with an MTU of 400 or so."
  blind-spot "Builds with another size (Snort's 408) or id."

  trace "first four fragments" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4321, offset 0, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 380
    12:00:00.000100 IP (tos 0x0, ttl 243, id 4321, offset 376, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000200 IP (tos 0x0, ttl 243, id 4321, offset 760, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000300 IP (tos 0x0, ttl 243, id 4321, offset 1136, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
  trace "another id" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4322, offset 0, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 380
    12:00:00.000100 IP (tos 0x0, ttl 243, id 4322, offset 376, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000200 IP (tos 0x0, ttl 243, id 4322, offset 760, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000300 IP (tos 0x0, ttl 243, id 4322, offset 1136, flags [+], proto ICMP (1), length 400)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
}
