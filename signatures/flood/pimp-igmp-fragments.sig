signature pimp-igmp-fragments {
  title      "pimp: IGMP in four fragments from 96.37.250.127, IP id 17664"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, igmp, tool-constant
  reference "pimp by R. Mosher, 4 June 1999, pimp.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/microsoft/pimp.c"
  reference "kod by klepto and defile (the fault that pimp uses), kod.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/microsoft/kod.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 272 and 273 (fragmented IGMP) and doc/signatures/272.txt" url "https://github.com/eldondev/Snort"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  packet part { ip; proto == 2; frag; id == 17664; src == 96.37.250.127 }

  event by dst gap 10s having count(part) >= 2

  analysis {
    addresses """
      Always from 96.37.250.127: the program stores the number 2147100000 = 0x7ffa2560 without converting it, and on little-endian machines its bytes
      come out in this order. On a big-endian one it would be 127.250.37.96. The owner of the address has nothing to do with it.
    """
    time "Four fragments, then half a second of pause, fifteen times."
    header """
      Read in the source: IGMP (protocol 2), IP id 69 stored without conversion = 17664 on the wire, TTL 255 at the sender; 1500 bytes at offsets 0,
      1480 and 5920, then 831 bytes at 7400 as the last. Bytes 2960 to 5919 never come. The payload is the letter A; the IGMP header is type 2, code
      31, group 128.1.1.1. How the source address and the id read on the wire was worked out here from the code.
    """
    bottom-line "Somebody attacks this host with pimp, which stopped Windows 98. Today it is noise; its fixed forged source names the tool."
  }

  hypothesis "pimp" {
    verdict malicious
    weight strong
    because "Address, id and fragmented IGMP to a single host agree with the program."
    test "Are the offsets 0, 1480, 5920 and 7400?"
  }
  hypothesis "A multicast router in trouble" {
    verdict benign
    weight weak
    because "IGMP is ordinary on a local network."
    against "It is 8 to some dozens of bytes long, never fragmented, and never comes to a single host from far away."
    test "Look at the TTL: real IGMP has 1."
  }

  false-positive "The owner of 96.37.250.127 would have to send fragmented IGMP with this id to a single host."
  blind-spot "Builds on big-endian machines; kod and other tools for the same fault, which are the general signature of fragmented IGMP."

  trace "one round" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 17664, offset 0, flags [+], proto IGMP (2), length 1500)
        96.37.250.127 > 198.51.100.9: igmp v2 report 128.1.1.1
    12:00:00.000100 IP (tos 0x0, ttl 244, id 17664, offset 1480, flags [+], proto IGMP (2), length 1500)
        96.37.250.127 > 198.51.100.9: ip-proto-2
    12:00:00.000200 IP (tos 0x0, ttl 244, id 17664, offset 5920, flags [+], proto IGMP (2), length 1500)
        96.37.250.127 > 198.51.100.9: ip-proto-2
    12:00:00.000300 IP (tos 0x0, ttl 244, id 17664, offset 7400, flags [none], proto IGMP (2), length 831)
        96.37.250.127 > 198.51.100.9: ip-proto-2
  """
  trace "another source" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 17664, offset 0, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 198.51.100.9: igmp v2 report 128.1.1.1
    12:00:00.000100 IP (tos 0x0, ttl 244, id 17664, offset 1480, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 198.51.100.9: ip-proto-2
    12:00:00.000200 IP (tos 0x0, ttl 244, id 17664, offset 5920, flags [+], proto IGMP (2), length 1500)
        192.0.2.77 > 198.51.100.9: ip-proto-2
    12:00:00.000300 IP (tos 0x0, ttl 244, id 17664, offset 7400, flags [none], proto IGMP (2), length 831)
        192.0.2.77 > 198.51.100.9: ip-proto-2
  """
}
