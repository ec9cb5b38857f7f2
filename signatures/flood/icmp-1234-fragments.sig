signature icmp-1234-fragments {
  title      "1234: an ICMP parameter problem in two fragments with IP id 1234"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-2000"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, icmp, tool-constant
  reference "targa2 by Mixter (1234 by DarkShadow and Flu), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "RFC 792, Internet Control Message Protocol (parameter problem, type 12)" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet first { icmp; id == 1234; mf; frag.offset == 0; icmp.type == 12; ip.len == 29 }
  packet second { ip; proto == 1; id == 1234; mf; frag.offset == 8; ip.len == 36 }

  event by src, dst gap 10s having count(first) >= 1 and count(second) >= 1

  analysis {
    addresses "The source is forged, anew for each pair."
    time "targa2 sends ten pairs fifty-one times over."
    header """
      Read in the source: ICMP type 12 code 0 in a first fragment of 29 bytes that carries 9, and a second of 36 bytes that carries 16 at offset 8;
      both say that more follow, both have IP id 1234 and TTL 255 at the sender. The second overlaps the first by its last byte, and no last fragment
      ever comes. A parameter problem has to quote the header that caused it and is never this short. A program called bloop sends the same ICMP type
      at the same offset, as far as a re-implementation shows; its id is not known, so it is not part of this signature.
    """
    bottom-line "Somebody tried to crash this host (Windows 95, 98, NT) with '1234'. Today it is noise with forged sources."
  }

  hypothesis "The attack called 1234" {
    verdict malicious
    weight strong
    because "Type, both lengths and IP id 1234 agree with the program, and the pair can never become a datagram."
    test "Do pairs come from ever new sources with the same id?"
  }
  hypothesis "A router's error message in fragments" {
    verdict benign
    weight weak
    because "Parameter problems exist."
    against "They are a few dozen bytes long and are not cut into pieces of 9."
    test "Look at the lengths."
  }

  false-positive "A parameter problem in two overlapping pieces of 29 and 36 bytes has no other author that is known."
  blind-spot "bloop, and copies with another id."

  trace "one pair" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 1234, offset 0, flags [+], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ICMP parameter problem - octet 0, length 9
    12:00:00.000010 IP (tos 0x0, ttl 244, id 1234, offset 8, flags [+], proto ICMP (1), length 36)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
  trace "another id" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 1235, offset 0, flags [+], proto ICMP (1), length 29)
        192.0.2.77 > 198.51.100.9: ICMP parameter problem - octet 0, length 9
    12:00:00.000010 IP (tos 0x0, ttl 244, id 1235, offset 8, flags [+], proto ICMP (1), length 36)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
}
