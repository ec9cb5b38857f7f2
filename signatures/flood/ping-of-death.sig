signature ping-of-death {
  title      "Ping of death: a fragment that ends beyond 65535 bytes"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1996 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fragments, ping-of-death
  reference "Suricata, src/defrag.c at commit 398687d5d4 (IPV4_FRAG_PKT_TOO_LARGE) and rule sid 2200069" url "https://github.com/OISF/suricata"
  reference "Snort 3, decoder at commit 14aeb09f5 (DECODE_IP4_LEN_OFFSET)" url "https://github.com/snort3/snort3"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation and reassembly)" url "https://www.rfc-editor.org/rfc/rfc791#section-3.2"

  # 20 bytes of header, the offset, and what the fragment carries.
  packet part { ip; frag; frag.offset + ip.len - ip.hlen + 20 > 65535 }

  event by src, dst gap 60s

  analysis {
    addresses "The source may be forged: no answer is needed."
    ports "A fragment at this offset shows none."
    flags "Any protocol; the name comes from ICMP echo requests, which a stock ping of 1996 could send too long."
    time "One such fragment is enough. Its earlier companions may have come by another path or not at all."
    header """
      The length field of IP has 16 bits, so no datagram is longer than 65535 bytes, header included. Offset and length of this fragment together say
      that it is. Two reassembly engines, Suricata's and Snort's, test exactly this; the rule here is theirs in this language's words.
    """
    bottom-line "A datagram that cannot exist is being assembled here: the ping of death of 1996 or a relative. Systems since then drop it."
  }

  hypothesis "An attack on reassembly" {
    verdict malicious
    weight moderate
    because "No sender that follows RFC 791 makes it."
    test "Do more of them follow, with the same id? jolt2 and oshare are known by their ids and lead where they match."
  }
  hypothesis "A damaged or fuzzed packet" {
    verdict unknown
    weight moderate
    because "Fuzzers and broken hardware write any offset."
    test "Does the header checksum hold? Are other fields of the same packet odd as well?"
  }

  false-positive "Fuzzed captures; test suites of reassembly."
  blind-spot "An IPv6 datagram that is too long."

  trace "last fragment of a ping that is too long" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 119, id 3321, offset 64120, flags [+], proto ICMP (1), length 1500)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.001000 IP (tos 0x0, ttl 119, id 3321, offset 65120, flags [none], proto ICMP (1), length 668)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
  trace "the longest ping that is allowed" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 119, id 3321, offset 63640, flags [+], proto ICMP (1), length 1500)
        192.0.2.77 > 198.51.100.9: ip-proto-1
    12:00:00.001000 IP (tos 0x0, ttl 119, id 3321, offset 65120, flags [none], proto ICMP (1), length 415)
        192.0.2.77 > 198.51.100.9: ip-proto-1
  """
}
