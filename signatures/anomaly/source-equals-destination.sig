signature source-equals-destination {
  title      "Packets whose source address is their destination"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       anomaly, spoofing
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 527" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_BAD_TRAFFIC_SAME_SRCDST" url "https://github.com/snort3/snort3"
  reference "CAIDA Corsaro 3, libcorsaro_filtering.c at commit 9e899da, (counted among the signs of a forged packet)" url "https://github.com/CAIDA/corsaro3"

  packet odd {
    ip
    src == dst
    src not in 127.0.0.0/8
    not (tcp and flags has SYN and sport == dport)
  }

  event by src gap 10m having count(odd) >= 1

  analysis {
    addresses "Source and destination are one IPv4 address, and not loopback. The LAND attack (SYN with equal ports besides) is another signature's matter."
    direction "No host sends such a packet onto a wire: what is for itself stays inside."
    bottom-line "Forged, or looped back by a translator. With several protocols and ports it is a test of stacks by somebody who varies the LAND attack."
  }

  hypothesis "A forged packet" {
    verdict malicious
    weight moderate
    because "The address cannot be both; variants of LAND use other protocols and ports."
    test "Does the TTL show that the packet came from far?"
  }
  hypothesis "Hairpin of a translator" {
    verdict benign
    weight moderate
    because "A translator that turns a packet of an inside host back to another inside host may leave its own address on both ends."
    test "Is it the translator's outer address?"
  }

  false-positive "Captures on a host's own virtual interfaces."
  blind-spot "IPv6. Text traces with names in place of addresses."

  trace "an echo request to itself" synthetic expect match """
    10:00:00.000 198.51.100.1 > 198.51.100.1: icmp: echo request (ttl 244, id 3)
  """
  trace "an echo request to the neighbour" synthetic expect no-match """
    10:00:00.000 198.51.100.1 > 198.51.100.2: icmp: echo request (ttl 244, id 3)
  """
}
