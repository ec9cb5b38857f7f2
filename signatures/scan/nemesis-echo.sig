signature nemesis-echo {
  title      "Nemesis echo request: twenty zero bytes, id 0 and number 0"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2005"
  licence    "CC-BY-4.0"
  tags       crafted, ping, icmp, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: rules/icmp.rules, sid 467 (Nemesis v1.1 echo)" url "https://github.com/eldondev/Snort"

  packet echo { icmp; icmp.type == 8; icmp.id == 0; icmp.seq == 0; payload.len == 20 }

  event by src gap 5m having count(echo) >= 1

  analysis {
    flags "Echo request of 48 bytes."
    header "Identifier and sequence number 0, and twenty bytes of data, all zero. A pinger has an identifier and counts."
    bottom-line "A packet made by hand with Nemesis 1.1 and nothing but an address given: a test or a lesson, or the first step of somebody who plays with headers."
  }
  hypothesis "A test by hand" {
    verdict unknown
    weight strong
    because "Length, identifier and number are the program's defaults, as Snort's rule has them."
    test "Do other hand-made packets come from the source?"
  }
  hypothesis "A home-made pinger" {
    verdict benign
    weight moderate
    because "A short program that leaves identifier and number at 0 is soon written; twenty bytes are as good as any."
    test "Does it come at fixed intervals to one host?"
  }
  false-positive "Embedded devices that ping with twenty bytes and do not fill the header."
  blind-spot "Packets for which the user set identifier, number or data."
  trace "two requests, built from the rule" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 51626, offset 0, flags [none], proto ICMP (1), length 48)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 0, seq 0, length 28
    03:00:00.500000 IP (tos 0x0, ttl 244, id 27449, offset 0, flags [none], proto ICMP (1), length 48)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 0, seq 0, length 28
  """
  trace "an identifier" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 51626, offset 0, flags [none], proto ICMP (1), length 48)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 4711, seq 0, length 28
    03:00:00.500000 IP (tos 0x0, ttl 244, id 27449, offset 0, flags [none], proto ICMP (1), length 48)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 4711, seq 0, length 28
  """
  trace "a counter" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 51626, offset 0, flags [none], proto ICMP (1), length 48)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 0, seq 1, length 28
    03:00:00.500000 IP (tos 0x0, ttl 244, id 27449, offset 0, flags [none], proto ICMP (1), length 48)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 0, seq 2, length 28
  """
}
