signature impossible-sources {
  title      "Packets to one host from several addresses that nobody can have"
  category   anomaly
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       spoofing, flood, bogon
  reference "RFC 1122, Requirements for Internet Hosts, section 3.2.1.3 (addresses that must not be a source)" url "https://www.rfc-editor.org/rfc/rfc1122"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, IP4_SRC_THIS_NET, SRC_MULTICAST, SRC_RESERVED, SRC_BROADCAST, LOOPBACK" url "https://github.com/snort3/snort3"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 528 (loopback)" url "https://github.com/eldondev/Snort"
  reference "CAIDA Corsaro 3, libcorsaro_filtering.c at commit 9e899da, (filter by special-purpose networks)" url "https://github.com/CAIDA/corsaro3"
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.synflood.spoofed (observed: a flood of 37,841 packets without any such source, filtered on its way)" url "https://github.com/StopDDoS/packet-captures"

  packet forged {
    ip
    src in {0.0.0.1..0.255.255.255, 127.0.0.0/8, 224.0.0.0/4, 240.0.0.0/4}
    dst not in 127.0.0.0/8
  }

  event by dst gap 60s having distinct(forged.src) >= 5

  analysis {
    addresses """
      Sources in 0/8, loopback, multicast or 240/4. A program that draws 32 bits at random hits 0/8, 10/8, 127/8 and 224 to 255 in about 14 of 100
      packets; where none is seen in a large flood, a filter on the way took them out.
    """
    direction "Towards the target. Answers go nowhere."
    bottom-line """
      The destination gets packets with forged sources, drawn at random: a flood, most likely, of which these are the share that gives itself away.
      About seven packets belong to it for each one seen here. No network on the way filters impossible sources: a fault of its own.
    """
  }

  hypothesis "Flood with random sources" {
    verdict malicious
    weight strong
    because "Five different impossible sources for one destination within a minute."
    test "Look at all packets to the destination in that minute: same ports, same form?"
  }
  hypothesis "Damaged packets or capture" {
    verdict benign
    weight weak
    because "A wrong link type shifts bytes into the address field."
    test "Are the checksums right?"
  }

  false-positive "Fuzzed capture files."
  blind-spot "Private addresses are left out: they leak from ordinary networks."

  trace "a flood's share" synthetic expect match """
    10:00:00.000 0.17.4.9.1021 > 198.51.100.1.80: S 1616673589:1616673589(0) win 512
    10:00:00.001 127.88.1.200.31021 > 198.51.100.1.80: S 1351385345:1351385345(0) win 512
    10:00:00.002 239.1.99.4.921 > 198.51.100.1.80: S 184647009:184647009(0) win 512
    10:00:00.003 250.3.3.3.60021 > 198.51.100.1.80: S 1577583159:1577583159(0) win 512
    10:00:00.004 244.17.4.9.11021 > 198.51.100.1.80: S 1874158503:1874158503(0) win 512
  """
  trace "leaking private addresses" synthetic expect no-match """
    10:00:00.000 10.17.4.9.1021 > 198.51.100.1.80: S 1616673589:1616673589(0) win 512
    10:00:00.001 192.168.1.20.31021 > 198.51.100.1.80: S 1351385345:1351385345(0) win 512
    10:00:00.002 172.16.9.4.921 > 198.51.100.1.80: S 184647009:184647009(0) win 512
    10:00:00.003 10.3.3.3.60021 > 198.51.100.1.80: S 1577583159:1577583159(0) win 512
    10:00:00.004 10.17.4.10.11021 > 198.51.100.1.80: S 1874158503:1874158503(0) win 512
  """
}
