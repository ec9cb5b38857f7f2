signature ip-reserved-bit {
  title      "Reserved bit of the IPv4 flags is set"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted
  reference "RFC 791, Internet Protocol, section 3.1 (bit 0 of the flags must be zero)" url "https://www.rfc-editor.org/rfc/rfc791"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 523" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, IP_RESERVED_FRAG_BIT" url "https://github.com/snort3/snort3"
  reference "CAIDA Corsaro 3, libcorsaro_filtering.c at commit 9e899da, (reserved bit counted among the signs of a forged packet)" url "https://github.com/CAIDA/corsaro3"
  reference "RFC 3514, The Security Flag in the IPv4 Header, (a joke of 1 April 2003 that gave the bit a meaning)" url "https://www.rfc-editor.org/rfc/rfc3514"

  packet odd { ip; evil }

  event by src, dst gap 10m having count(odd) >= 1

  analysis {
    addresses "The source may be forged: telescopes count this bit among the signs of that."
    header "The first of the three flag bits, which has no meaning and is zero in every packet that a system sends by itself."
    bottom-line "The packet was crafted, or damaged on the way before its checksum was made. Look at its other fields, one by one: who sets this bit sets others."
  }

  hypothesis "A crafted packet" {
    verdict malicious
    weight moderate
    because "No ordinary system sets the bit."
    test "Does the same source send other impossible packets? Do several sources do so at once?"
  }
  hypothesis "Damage, or a header misread by the capture" {
    verdict benign
    weight moderate
    because "A capture file with a wrong link type, or a faulty device, shows random bits."
    against "Then length, version and checksum make no sense either."
    test "Is the IP header checksum right?"
  }

  false-positive "Fuzzing tests and damaged files."
  blind-spot "It says nothing about purpose."

  trace "bit set in a SYN" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 77, offset 0, flags [rsvd], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 17, win 512, length 0
  """
  trace "DF, the neighbour" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 77, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 17, win 512, length 0
  """
}
