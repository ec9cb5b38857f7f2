signature bonk {
  title      "bonk: overlapping fragments from UDP port 53 to 53, IP id 1109"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-1999"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, bonk, tool-constant
  reference "bonk by bendi, 5 January 1998, based on teardrop, bonk.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/bonk.c"
  reference "targa2 by Mixter (bonk), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet first { udp; id == 1109; mf; frag.offset == 0; ip.len == 56; sport == 53; dport == 53 }
  packet second { proto == 17; id == 1109; not mf; frag.offset == 32; ip.len <= 24 }

  event by src, dst gap 10s having count(first) >= 1 and count(second) >= 1

  analysis {
    addresses "The source is forged: the address that the user names, in targa2 a new one for each pair."
    ports "53 to 53, to look like name servers talking."
    time "Pairs; targa2 sends fifteen, a millisecond apart."
    header """
      Read in the source: IP id 0x455 = 1109, TTL 255 at the sender. First fragment: 56 bytes, 36 of payload. Second: offset 32, 4 bytes on the wire,
      so it ends where the first ends. This project's own observation: the same id 0x455 stands in jolt2, written two years later for another fault
      and another system; the second was made from the first, and 1109 in a fragment is a mark of both.
    """
    bottom-line """
      Somebody tried to crash this host with bonk. It was aimed at Windows 95 with the patches against teardrop and is harmless to anything later than
      1998.
    """
  }

  hypothesis "bonk" {
    verdict malicious
    weight strong
    because "Ports, both lengths, the offset and IP id 1109 agree with the program."
    test "Does the pair repeat with other sources and the same id?"
  }
  hypothesis "A large DNS answer in fragments" {
    verdict benign
    weight weak
    because "Ports and fragments fit."
    against "A first fragment is as long as the path allows, some 1500 bytes, not 56."
    test "Look at the lengths."
  }

  false-positive "A test of reassembly that replays the original."
  blind-spot "boink and other copies with changed ports."

  trace "one pair" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 1109, offset 0, flags [+], proto UDP (17), length 56)
        192.0.2.77.53 > 198.51.100.9.53: UDP, length 28
    12:00:00.000100 IP (tos 0x0, ttl 243, id 1109, offset 32, flags [none], proto UDP (17), length 24)
        192.0.2.77 > 198.51.100.9: ip-proto-17
  """
  trace "a second fragment that begins behind the first" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 1109, offset 0, flags [+], proto UDP (17), length 56)
        192.0.2.77.53 > 198.51.100.9.53: UDP, length 28
    12:00:00.000100 IP (tos 0x0, ttl 243, id 1109, offset 40, flags [none], proto UDP (17), length 24)
        192.0.2.77 > 198.51.100.9: ip-proto-17
  """
  trace "a first fragment as long as an Ethernet frame carries" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 1109, offset 0, flags [+], proto UDP (17), length 1500)
        192.0.2.77.53 > 198.51.100.9.53: UDP, length 1472
    12:00:00.000100 IP (tos 0x0, ttl 243, id 1109, offset 32, flags [none], proto UDP (17), length 24)
        192.0.2.77 > 198.51.100.9: ip-proto-17
  """
}
