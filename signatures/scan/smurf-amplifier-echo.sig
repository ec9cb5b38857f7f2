signature smurf-amplifier-echo {
  title      "Echo requests with four bytes, id 0 and number 0: a search for smurf amplifiers"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-2005"
  licence    "CC-BY-4.0"
  tags       scan, ping, icmp, smurf, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: rules/icmp.rules, sid 478 (there called Broadscan Smurf Scanner)" url "https://github.com/eldondev/Snort"
  reference "Snort 3 at commit 14aeb09f5: src/codecs/ip, DECODE_ICMP_BROADSCAN_SMURF_SCANNER" url "https://github.com/snort3/snort3"

  packet echo { icmp; icmp.type == 8; icmp.id == 0; icmp.seq == 0; payload.len == 4 }

  event by src gap 5m having count(echo) >= 1

  analysis {
    addresses "One source; targets are broadcast addresses of networks, those that end in 255 or 0 first of all."
    flags "Echo request of 32 bytes, four of them data."
    direction "What matters to the sender is how many hosts answer one request: a network where all do is an amplifier for a smurf flood."
    header "Identifier and sequence number are 0 in each. A pinger has an identifier and counts."
    bottom-line "Somebody looks for networks that answer pings to their broadcast address. Filters against directed broadcasts, a default of routers today, leave nothing to find."
  }
  hypothesis "Search for smurf amplifiers" {
    verdict malicious
    weight strong
    because "Length, identifier and number are those of Snort's rule for such a searcher. Which program it is, is not settled: broadscan 0.51, whose name the rule bears, starts the system's own ping."
    test "Are the destinations broadcast addresses? How many replies did one request draw?"
  }
  hypothesis "A home-made pinger" {
    verdict unknown
    weight moderate
    because "A short program that leaves identifier and number at 0 is soon written."
    test "Is it one host, again and again?"
  }
  false-positive "Embedded devices that ping with four bytes and do not fill the header."
  blind-spot "Other searchers: see broadcast-amplifier-sweep."
  trace "four addresses, built from the rule" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 55371, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 0, seq 0, length 12
    03:00:00.010000 IP (tos 0x0, ttl 244, id 26496, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 0, seq 0, length 12
    03:00:00.020000 IP (tos 0x0, ttl 244, id 1185, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 0, seq 0, length 12
    03:00:00.030000 IP (tos 0x0, ttl 244, id 35984, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.23: ICMP echo request, id 0, seq 0, length 12
  """
  trace "56 bytes of data" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 55371, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 0, seq 0, length 64
    03:00:00.010000 IP (tos 0x0, ttl 244, id 26496, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 0, seq 0, length 64
    03:00:00.020000 IP (tos 0x0, ttl 244, id 1185, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 0, seq 0, length 64
    03:00:00.030000 IP (tos 0x0, ttl 244, id 35984, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.23: ICMP echo request, id 0, seq 0, length 64
  """
  trace "an identifier" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 55371, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 4711, seq 0, length 12
    03:00:00.010000 IP (tos 0x0, ttl 244, id 26496, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 4711, seq 0, length 12
    03:00:00.020000 IP (tos 0x0, ttl 244, id 1185, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 4711, seq 0, length 12
    03:00:00.030000 IP (tos 0x0, ttl 244, id 35984, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 198.51.100.23: ICMP echo request, id 4711, seq 0, length 12
  """
}
