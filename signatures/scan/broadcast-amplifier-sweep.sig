signature broadcast-amplifier-sweep {
  title      "Search for smurf amplifiers: pings to the broadcast addresses of many networks"
  category   scan
  verdict    malicious
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998-2005"
  licence    "CC-BY-4.0"
  tags       scan, icmp, amplification, smurf, broadscan
  reference "broadscan 0.51 by Vacuum, 24 November 1998, broadscan.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/broadscan.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 478 (ICMP Broadscan Smurf Scanner)" url "https://github.com/eldondev/Snort"
  reference "Snort 3, decoder at commit 14aeb09f5 (DECODE_ICMP_BROADSCAN_SMURF_SCANNER)" url "https://github.com/snort3/snort3"

  packet ping { icmp; icmp.type == 8; dst & 0xff == 255; not dst in multicast }
  # A sweep over all addresses passes those ending in .255 too.
  packet other { icmp; icmp.type == 8; dst & 0xff != 255 }

  event by src gap 60s having distinct(ping.dst) >= 5 and count(ping) > count(other)

  analysis {
    addresses "One source, the searcher's own, since it wants the answers; destinations x.y.1.255, x.y.2.255 and so on, one per network of 256."
    flags "ICMP echo request, and nothing else."
    time "broadscan starts the system's ping with two packets, a second apart, and goes on to the next network when it ends: a network every second or two."
    header """
      Read in the source of broadscan 0.51: whatever the system's own ping sends, so nothing in the header is special. Another searcher, for which
      Snort has a rule, sends ICMP id 0, sequence number 0 and 4 bytes of data. More than one answer to one ping, which ping prints as DUP, is what
      both look for.
    """
    bottom-line "The source is looking for networks that multiply pings. If yours answered more than once it is on a list now; turn off directed broadcasts."
  }

  hypothesis "Search for amplifiers" {
    verdict malicious
    weight strong
    because "Nobody has a use for the broadcast addresses of other people's networks."
    test "Do pings with id 0 and forged sources follow to those that answered?"
  }
  hypothesis "A ping sweep that includes .255" {
    verdict unknown
    weight weak
    because "A sweep over all addresses meets them too."
    against "Then the other addresses of each network are asked as well, and this event does not come about."
    test "Are .254 and .1 asked?"
  }

  false-positive "Networks that are larger than 256 addresses, in which .255 is an ordinary host."
  blind-spot "Broadcast addresses of smaller networks."

  trace "six networks" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.1.255: ICMP echo request, id 9120, seq 0, length 64
    12:00:01.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.2.255: ICMP echo request, id 9121, seq 0, length 64
    12:00:02.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.3.255: ICMP echo request, id 9122, seq 0, length 64
    12:00:03.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.4.255: ICMP echo request, id 9123, seq 0, length 64
    12:00:04.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.5.255: ICMP echo request, id 9124, seq 0, length 64
    12:00:05.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.6.255: ICMP echo request, id 9125, seq 0, length 64
  """
  trace "six hosts" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.1.25: ICMP echo request, id 9120, seq 0, length 64
    12:00:01.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.2.25: ICMP echo request, id 9121, seq 0, length 64
    12:00:02.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.3.25: ICMP echo request, id 9122, seq 0, length 64
    12:00:03.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.4.25: ICMP echo request, id 9123, seq 0, length 64
    12:00:04.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.5.25: ICMP echo request, id 9124, seq 0, length 64
    12:00:05.000000 IP (tos 0x0, ttl 53, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 198.18.6.25: ICMP echo request, id 9125, seq 0, length 64
  """
}
