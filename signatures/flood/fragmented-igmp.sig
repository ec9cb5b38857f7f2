signature fragmented-igmp {
  title      "Fragmented IGMP to a single host (kod, fawx, and their kind)"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2001"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, igmp
  reference "kod by klepto and defile, kod.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/microsoft/kod.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 272 and 273 (IGMP with more fragments) and doc/signatures/272.txt" url "https://github.com/eldondev/Snort"
  reference "RFC 3376, IGMPv3, section 4 (messages are sent with TTL 1)" url "https://www.rfc-editor.org/rfc/rfc3376#section-4"

  packet part { ip; proto == 2; frag; not dst in multicast }

  event by src, dst gap 10s having count(part) >= 2

  analysis {
    addresses "kod sends from its own address: it uses an ordinary raw socket. Other tools of this kind forge it."
    time "kod repeats four times, 50 ms apart."
    header """
      IGMP, IP protocol 2, in fragments. kod, whose source was read, sends a datagram of up to 15000 bytes of whatever is in its memory and leaves the
      cutting to the kernel. Windows 98 stopped when it put the pieces together. Real IGMP messages are short, go to multicast groups, and never leave
      the wire (TTL 1). fawx2 and trash2 are known to this project from a re-implementation only, as IGMP with 'more fragments' set.
    """
    bottom-line "Fragmented IGMP addressed to one host has no ordinary use: somebody tries one of the attacks of 1999 on Windows, or tests for it."
  }

  hypothesis "kod or a relative" {
    verdict malicious
    weight strong
    because "Nothing else is known that sends it."
    test "How long is the datagram, and is its payload sense or memory?"
  }
  hypothesis "A test of reassembly or a fuzzer" {
    verdict unknown
    weight moderate
    because "Such suites go through all protocol numbers."
    test "Do other odd protocols come from the same source?"
  }

  false-positive "Fuzzers."
  blind-spot "One fragment alone; IGMP to multicast groups is left out."

  trace "kod's datagram" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 3055, offset 0, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 198.51.100.9: igmp-0
    12:00:00.000100 IP (tos 0x0, ttl 54, id 3055, offset 1480, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 198.51.100.9: ip-proto-2
    12:00:00.000200 IP (tos 0x0, ttl 54, id 3055, offset 2960, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 198.51.100.9: ip-proto-2
  """
  trace "whole reports to one host" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 1, id 0, offset 0, flags [none], proto IGMP (2), length 32)
        192.0.2.77 > 198.51.100.9: igmp v3 report
    12:00:01.000000 IP (tos 0x0, ttl 1, id 0, offset 0, flags [none], proto IGMP (2), length 32)
        192.0.2.77 > 198.51.100.9: igmp v3 report
  """
  trace "fragments to a group" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 3055, offset 0, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 224.0.0.22: igmp-0
    12:00:00.000100 IP (tos 0x0, ttl 54, id 3055, offset 1480, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 224.0.0.22: ip-proto-2
    12:00:00.000200 IP (tos 0x0, ttl 54, id 3055, offset 2960, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 224.0.0.22: ip-proto-2
  """
}
