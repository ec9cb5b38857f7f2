signature myscan-source-port-10101 {
  title      "myscan: SYNs from port 10101 with a high TTL"
  category   scan
  verdict    malicious
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998-2005"
  licence    "CC-BY-4.0"
  tags       scan, tcp, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 613 (SCAN myscan: source port 10101, ack 0, TTL above 220)" url "https://github.com/eldondev/Snort"

  packet probe { tcp; flags == SYN; sport == 10101; ttl > 220; payload.len == 0 }
  # Where the source port changes with each probe, this one comes up as well.
  packet other { tcp; flags == SYN; sport != 10101; ttl > 220; payload.len == 0 }

  event by src gap 5m
    having count(probe) >= 2
      and (distinct(probe.dst) >= 2 or distinct(probe.dport) >= 2)
      and count(probe) > count(other)

  analysis {
    addresses "One source, several hosts or ports."
    ports "The source port is always 10101. A kernel takes a new one for each connection."
    flags "SYN."
    header "TTL above 220 on arrival, so 255 at the start."
    bottom-line "A scanner of the turn of the century that writes its own packets from one port."
  }
  hypothesis "Scan by myscan" {
    verdict malicious
    weight moderate
    because "Port and TTL are those of Snort's rule, and several targets share the source port."
    test "Did it send anything but SYNs?"
  }
  hypothesis "Another raw-socket scanner with this port" {
    verdict malicious
    weight moderate
    because "Any program may choose 10101; the rule knows no more than this."
    test "Compare window and options with what the program sent elsewhere."
  }
  false-positive "A server process bound to 10101 on a system with TTL 255 that connects out from that port."
  blind-spot "Single probes."
  trace "three hosts" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 238, id 35339, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.10101 > 198.51.100.20.21: Flags [S], seq 3762902159, win 512, length 0
    03:00:00.200000 IP (tos 0x0, ttl 238, id 44423, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.10101 > 198.51.100.21.21: Flags [S], seq 2687490722, win 512, length 0
    03:00:00.400000 IP (tos 0x0, ttl 238, id 13421, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.10101 > 198.51.100.22.21: Flags [S], seq 780260974, win 512, length 0
  """
  trace "TTL 64 and the next port" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 238, id 35339, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.10102 > 198.51.100.20.21: Flags [S], seq 3762902159, win 512, length 0
    03:00:00.200000 IP (tos 0x0, ttl 238, id 44423, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.10102 > 198.51.100.21.21: Flags [S], seq 2687490722, win 512, length 0
    03:00:00.400000 IP (tos 0x0, ttl 238, id 13421, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.10102 > 198.51.100.22.21: Flags [S], seq 780260974, win 512, length 0
  """
}
