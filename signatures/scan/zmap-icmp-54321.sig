signature zmap-icmp-54321 {
  title      "ZMap echo probe: IP id 54321"
  category   scan
  verdict    unknown
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2013 to 2024; builds without updates still"
  licence    "CC-BY-4.0"
  tags       scan, ping, icmp, zmap, tool-mark, survey
  variant-of zmap-ip-id-54321
  reference "ZMap at commit 8de8833: tag v2.1.1, src/probe_modules/packet.c and module_icmp_echo.c; commit b0190cc of 4 March 2024" url "https://github.com/zmap/zmap"
  reference "StopDDoS packet captures at commit 230dd43: amp.dns.RRSIG.fragmented.pcap (one such packet in September 2021)" url "https://github.com/StopDDoS/packet-captures"

  packet probe { ip; icmp; icmp.type == 8; id == 54321; not df; ittl == 255 }

  packet echo { ip; icmp; icmp.type == 8 }

  # One ping in 65536 has this id by chance.
  event by src gap 1h having count(probe) >= 1 and 2 * count(probe) >= count(echo)

  analysis {
    addresses "One source, each target once."
    flags "Echo request."
    header "IP id 54321, TTL 255 at the sender, no DF. The identifier is a hash of the target; 12 bytes of data and sequence number 0 in ZMap 2.1.1 when it was run for this entry, 20 zero bytes in the source of today."
    bottom-line "ZMap counts which addresses answer to ping, over all of the Internet. Harmless."
  }
  hypothesis "Census of the Internet" {
    verdict benign
    weight strong
    because "Research groups count answering addresses week by week, with this module."
    test "Look the source up."
  }
  hypothesis "Target selection" {
    verdict malicious
    weight weak
    because "A list of living addresses comes before a port scan."
    test "Do SYNs with the same id follow?"
  }
  false-positive "The only ping, or one of two, from a stack with random ids and TTL 255, that happens to have this one: 1 in 65536."
  blind-spot "ZMap since March 2024, whose ids vary."
  trace "ZMap 2.1.1, icmp_echoscan" observed expect match """
    03:39:24.637541 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 20394, seq 0, length 20
    03:39:24.654563 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 15017, seq 0, length 20
    03:39:24.664505 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 45362, seq 0, length 20
  """
  trace "seen in September 2021" observed expect match """
    15:45:41.463331 IP (tos 0x0, ttl 234, id 54321, offset 0, flags [none], proto ICMP (1), length 40)
        54.241.84.84 > 10.10.10.10: ICMP echo request, id 58712, seq 0, length 20
  """
  trace "another id" synthetic expect no-match """
    03:39:24.637541 IP (tos 0x0, ttl 255, id 4321, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 20394, seq 0, length 20
    03:39:24.654563 IP (tos 0x0, ttl 255, id 4321, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 15017, seq 0, length 20
    03:39:24.664505 IP (tos 0x0, ttl 255, id 4321, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 45362, seq 0, length 20
  """
}
