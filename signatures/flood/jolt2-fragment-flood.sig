signature jolt2-fragment-flood {
  title      "jolt2: one fragment at offset 65520 with IP id 1109, sent without end"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000-2002"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, ping-of-death, jolt2, tool-constant
  reference "jolt2 by Phonix, 23 May 2000, jolt2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/jolt2.c"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet part { ip; frag.offset == 65520; id == 1109; not mf; proto in {1, 17} }

  event by src, dst gap 10s having count(part) >= 2

  analysis {
    addresses "The sender's own address: the option for another source is broken in the published program, it writes the destination instead."
    ports "None visible: a fragment that does not start at 0 has no ports."
    time "Without a pause. The target's processor is busy as long as it goes on."
    header """
      Read in the source: offset field 8190, that is 65520; IP id 0x455 = 1109, TTL 255 at the sender, ICMP, or UDP when a port is given, 29 bytes on
      the wire. tcpdump of that time prints frag 1109:9@65520. 65520 + 9 ends beyond the longest datagram, and the first fragment never comes. The
      program writes 10268 into the length field (28 in network order plus 40 in host order); Linux puts the true length in its place. This project's
      own observation: the id is that of bonk, from which the packet builder was taken.
    """
    bottom-line "This host is being attacked with jolt2. Old Windows systems stand still under it; today it is noise, but its source address is real."
  }

  hypothesis "jolt2" {
    verdict malicious
    weight strong
    because "The offset, the id and the endless repetition of one and the same fragment."
    test "Is TTL plus distance 255, and is there never a first fragment?"
  }
  hypothesis "The tail of a datagram of full length" {
    verdict benign
    weight weak
    because "A datagram of nearly 65535 bytes has a last fragment near that offset."
    against "It would end at 65535 at the latest, come once, and have others before it."
    test "Are there other fragments with this id?"
  }

  false-positive "The longest datagram carries 65,515 bytes, so no honest fragment starts behind 65,512."
  blind-spot "Rewrites with another id: they are the general signature of fragments that end beyond 65535."

  trace "three equal fragments" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 1109, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000100 IP (tos 0x0, ttl 244, id 1109, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000200 IP (tos 0x0, ttl 244, id 1109, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
  trace "the fragment comes once" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 1109, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
  trace "another id" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 4019, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000100 IP (tos 0x0, ttl 244, id 4019, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.000200 IP (tos 0x0, ttl 244, id 4019, offset 65520, flags [none], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
}
