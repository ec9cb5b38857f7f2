signature teardrop {
  title      "Teardrop and syndrop: a second fragment that lies inside the first, IP id 242"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997-1999"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, teardrop, tool-constant
  reference "teardrop by route, teardrop.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/teardrop.c"
  reference "targa2 by Mixter (teardrop and syndrop), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "Capture teardrop.pcap in lwerdna/filesamples at commit 7c7d60f" url "https://github.com/lwerdna/filesamples"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 270 (DOS Teardrop attack: UDP, id 242, more fragments) and doc/signatures/270.txt" url "https://github.com/eldondev/Snort"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet first { proto == 17; id == 242; mf; frag.offset == 0; ip.len == 56 }
  packet tcp_first { proto == 6; id == 242; mf; frag.offset == 0 }  # syndrop
  packet second { proto in {6, 17}; id == 242; not mf; frag.offset == 24; ip.len == 24 }

  event by src, dst gap 10s
    having count(second) >= 1 and (count(first) >= 1 or count(tcp_first) >= 1)

  analysis {
    addresses "The source is forged: the address that the user names, in targa2 a random one per run."
    ports "One pair per run, random unless given; only the first fragment shows them."
    flags "The first fragment says that more follow; the second says that it is the last."
    time "355 microseconds between the two in the capture. The tools repeat the pair, targa2 fifteen times with 500 microseconds between."
    header """
      Read in the source and seen in the capture: IP id 242 in all packets, TTL 64 at the sender; first fragment 56 bytes, which carry 36 (UDP header
      and 28 of data); second fragment 24 bytes, which carry 4, at offset 24. So the second covers bytes 24 to 27 of a datagram of which bytes 0 to 35
      are there: it starts and ends inside the first. A reassembly that trims the front of the second to the end of the first gets a length of -8, and
      copied that many bytes. syndrop does the same with TCP and the SYN flag. TTL and id are the tool's constants, and what the capture shows has not
      passed a router: it was made at the sender.
    """
    bottom-line """
      Somebody tried to crash this host with teardrop. Systems of 1998 and later only drop the datagram; that the packets reach you at all says that
      overlapping fragments pass your filters.
    """
  }

  hypothesis "teardrop or syndrop" {
    verdict malicious
    weight strong
    because "Overlap, both lengths and IP id 242 agree with the program to the byte."
    test "Does the pair repeat with the same id and ports?"
  }
  hypothesis "A broken middlebox that cuts fragments wrongly" {
    verdict benign
    weight weak
    because "Overlaps happen by faults."
    against "Not with 4 bytes at offset 24, and not always with id 242."
    test "Do datagrams with other ids overlap too?"
  }

  false-positive "A test of reassembly that replays the original."
  blind-spot "newtear, nestea and bonk, which are signatures of their own; copies with another id; a teardrop built with its constant MAGIC at 2, which the source allows: the second fragment is then 23 bytes at offset 16."

  trace "the pair in the capture" observed expect match """
    04:11:26.616090 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto UDP (17), length 56)
        10.1.1.1.31915 > 129.111.30.27.20197: UDP, length 28
    04:11:26.616445 IP (tos 0x0, ttl 64, id 242, offset 24, flags [none], proto UDP (17), length 24)
        10.1.1.1 > 129.111.30.27: ip-proto-17
  """
  trace "the first fragment ends where the second begins" synthetic expect no-match """
    04:11:26.616090 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto UDP (17), length 44)
        10.1.1.1.31915 > 129.111.30.27.20197: UDP, length 16
    04:11:26.616445 IP (tos 0x0, ttl 64, id 242, offset 24, flags [none], proto UDP (17), length 24)
        10.1.1.1 > 129.111.30.27: ip-proto-17
  """
  trace "the second fragment begins where the first ends" synthetic expect no-match """
    04:11:26.616090 IP (tos 0x0, ttl 64, id 242, offset 0, flags [+], proto UDP (17), length 56)
        10.1.1.1.31915 > 129.111.30.27.20197: UDP, length 28
    04:11:26.616445 IP (tos 0x0, ttl 64, id 242, offset 40, flags [none], proto UDP (17), length 24)
        10.1.1.1 > 129.111.30.27: ip-proto-17
  """
  trace "another id" synthetic expect no-match """
    04:11:26.616090 IP (tos 0x0, ttl 64, id 5093, offset 0, flags [+], proto UDP (17), length 56)
        10.1.1.1.31915 > 129.111.30.27.20197: UDP, length 28
    04:11:26.616445 IP (tos 0x0, ttl 64, id 5093, offset 24, flags [none], proto UDP (17), length 24)
        10.1.1.1 > 129.111.30.27: ip-proto-17
  """
}
