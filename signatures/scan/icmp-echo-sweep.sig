signature icmp-echo-sweep {
  title      "Ping sweep"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, ping, icmp
  reference "RFC 792, Internet Control Message Protocol (echo)" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "Captures of L. Deri's course at commit 5d6ef77: 2022/Favilli/tests/hs-icmpScan.pcap (256 addresses in a second, by nmap)" url "https://github.com/lucaderi/sgr"

  packet echo { icmp; icmp.type == 8 }

  event by src gap 30s having distinct(echo.dst, 30s) >= 32

  analysis {
    addresses "One source, 32 addresses and more within half a minute; neighbours in order, or a shuffled range."
    flags "Echo requests."
    direction "Addresses that answer live. Those that do not may live behind a filter."
    header "The tool's marks are in the details: no data and jumping TTLs (nmap), 48 bytes and TTL 255 (masscan), IP id 54321 (ZMap), 0xaa bytes (worms of 2003). Their own entries lead where they apply."
    bottom-line "Somebody counts living hosts. From inside: network management until shown otherwise. From outside: the step before a port scan, or a census."
  }
  hypothesis "Network management" {
    verdict benign
    weight strong
    because "Managers of networks poll all their hosts by ping, every few minutes."
    test "Is the source known, and does it come again in five minutes?"
  }
  hypothesis "Reconnaissance" {
    verdict malicious
    weight moderate
    because "Scanners find hosts before they look at ports."
    test "Do SYNs to the answering hosts follow?"
  }
  hypothesis "Census of the Internet" {
    verdict benign
    weight moderate
    because "Research groups ping all addresses."
    test "Reverse DNS of the source."
  }
  hypothesis "A worm" {
    verdict malicious
    weight weak
    because "Some worms pinged before they attacked."
    test "Look at the data, and for connections to one port of the answering hosts."
  }
  false-positive "Monitoring systems. Exclude your own by their addresses."
  blind-spot "Slow sweeps, and sweeps by TCP, UDP or ARP."
  trace "part of a /24 in a capture of 2022" observed expect match """
    16:11:33.384194 IP (tos 0x0, ttl 48, id 59478, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 34821, seq 0, length 8
    16:11:33.384243 IP (tos 0x0, ttl 52, id 18002, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.2: ICMP echo request, id 48845, seq 0, length 8
    16:11:33.384285 IP (tos 0x0, ttl 48, id 1091, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.3: ICMP echo request, id 49027, seq 0, length 8
    16:11:33.384307 IP (tos 0x0, ttl 56, id 30327, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.4: ICMP echo request, id 8767, seq 0, length 8
    16:11:33.384341 IP (tos 0x0, ttl 51, id 8958, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.5: ICMP echo request, id 15810, seq 0, length 8
    16:11:33.384360 IP (tos 0x0, ttl 52, id 28340, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.6: ICMP echo request, id 49285, seq 0, length 8
    16:11:33.384402 IP (tos 0x0, ttl 41, id 53173, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.7: ICMP echo request, id 49429, seq 0, length 8
    16:11:33.384423 IP (tos 0x0, ttl 51, id 59286, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.8: ICMP echo request, id 42337, seq 0, length 8
    16:11:33.384444 IP (tos 0x0, ttl 58, id 65450, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.9: ICMP echo request, id 10854, seq 0, length 8
    16:11:33.384499 IP (tos 0x0, ttl 40, id 15338, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.10: ICMP echo request, id 62161, seq 0, length 8
    16:11:33.387878 IP (tos 0x0, ttl 52, id 1953, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.13: ICMP echo request, id 42838, seq 0, length 8
    16:11:33.387939 IP (tos 0x0, ttl 58, id 37307, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.14: ICMP echo request, id 56971, seq 0, length 8
    16:11:33.485094 IP (tos 0x0, ttl 44, id 50238, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 17845, seq 0, length 8
    16:11:33.485212 IP (tos 0x0, ttl 55, id 6517, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.2: ICMP echo request, id 13302, seq 0, length 8
    16:11:33.485284 IP (tos 0x0, ttl 52, id 60866, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.4: ICMP echo request, id 54404, seq 0, length 8
    16:11:33.485353 IP (tos 0x0, ttl 42, id 12867, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.5: ICMP echo request, id 9351, seq 0, length 8
    16:11:33.485462 IP (tos 0x0, ttl 50, id 26394, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.6: ICMP echo request, id 52974, seq 0, length 8
    16:11:33.485592 IP (tos 0x0, ttl 49, id 46141, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.7: ICMP echo request, id 53676, seq 0, length 8
    16:11:33.485671 IP (tos 0x0, ttl 53, id 19159, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.8: ICMP echo request, id 21582, seq 0, length 8
    16:11:33.485759 IP (tos 0x0, ttl 59, id 51992, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.9: ICMP echo request, id 23345, seq 0, length 8
    16:11:33.485783 IP (tos 0x0, ttl 45, id 33193, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.10: ICMP echo request, id 1714, seq 0, length 8
    16:11:33.489207 IP (tos 0x0, ttl 59, id 64990, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.13: ICMP echo request, id 13136, seq 0, length 8
    16:11:33.489240 IP (tos 0x0, ttl 54, id 63355, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.14: ICMP echo request, id 452, seq 0, length 8
    16:11:33.540389 IP (tos 0x0, ttl 42, id 2650, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.21: ICMP echo request, id 32124, seq 0, length 8
    16:11:33.540460 IP (tos 0x0, ttl 46, id 64126, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.22: ICMP echo request, id 53936, seq 0, length 8
    16:11:33.540487 IP (tos 0x0, ttl 56, id 26419, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.23: ICMP echo request, id 49625, seq 0, length 8
    16:11:33.540512 IP (tos 0x0, ttl 48, id 14057, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.24: ICMP echo request, id 33385, seq 0, length 8
    16:11:33.540534 IP (tos 0x0, ttl 44, id 9640, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.25: ICMP echo request, id 52028, seq 0, length 8
    16:11:33.540557 IP (tos 0x0, ttl 43, id 50317, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.26: ICMP echo request, id 4259, seq 0, length 8
    16:11:33.540580 IP (tos 0x0, ttl 54, id 1831, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.27: ICMP echo request, id 44019, seq 0, length 8
    16:11:33.540602 IP (tos 0x0, ttl 59, id 42502, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.28: ICMP echo request, id 37178, seq 0, length 8
    16:11:33.668674 IP (tos 0x0, ttl 53, id 21781, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.31: ICMP echo request, id 8082, seq 0, length 8
    16:11:33.668741 IP (tos 0x0, ttl 59, id 28796, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.32: ICMP echo request, id 54752, seq 0, length 8
    16:11:33.668766 IP (tos 0x0, ttl 47, id 43228, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.33: ICMP echo request, id 46117, seq 0, length 8
    16:11:33.668793 IP (tos 0x0, ttl 40, id 14561, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.34: ICMP echo request, id 49443, seq 0, length 8
    16:11:33.668816 IP (tos 0x0, ttl 52, id 61817, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.35: ICMP echo request, id 3457, seq 0, length 8
    16:11:33.668838 IP (tos 0x0, ttl 41, id 1299, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.36: ICMP echo request, id 35460, seq 0, length 8
    16:11:33.668861 IP (tos 0x0, ttl 52, id 32664, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.37: ICMP echo request, id 27938, seq 0, length 8
    16:11:33.668883 IP (tos 0x0, ttl 55, id 65249, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.38: ICMP echo request, id 23268, seq 0, length 8
    16:11:33.672739 IP (tos 0x0, ttl 54, id 24813, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.41: ICMP echo request, id 61592, seq 0, length 8
    16:11:33.672836 IP (tos 0x0, ttl 57, id 43933, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.42: ICMP echo request, id 59232, seq 0, length 8
    16:11:33.722505 IP (tos 0x0, ttl 37, id 17863, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.21: ICMP echo request, id 50321, seq 0, length 8
    16:11:33.722575 IP (tos 0x0, ttl 47, id 31708, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.22: ICMP echo request, id 20605, seq 0, length 8
    16:11:33.722626 IP (tos 0x0, ttl 39, id 65055, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.23: ICMP echo request, id 59566, seq 0, length 8
    16:11:33.722656 IP (tos 0x0, ttl 56, id 22362, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.24: ICMP echo request, id 27478, seq 0, length 8
    16:11:33.722685 IP (tos 0x0, ttl 45, id 3893, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.25: ICMP echo request, id 24758, seq 0, length 8
    16:11:33.722714 IP (tos 0x0, ttl 43, id 57589, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.26: ICMP echo request, id 30934, seq 0, length 8
    16:11:33.722745 IP (tos 0x0, ttl 39, id 11223, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.27: ICMP echo request, id 42805, seq 0, length 8
    16:11:33.722795 IP (tos 0x0, ttl 44, id 4331, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.28: ICMP echo request, id 13552, seq 0, length 8
    16:11:33.850825 IP (tos 0x0, ttl 43, id 15153, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.31: ICMP echo request, id 3291, seq 0, length 8
    16:11:33.850884 IP (tos 0x0, ttl 52, id 55080, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.32: ICMP echo request, id 55738, seq 0, length 8
    16:11:33.850911 IP (tos 0x0, ttl 44, id 59167, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.33: ICMP echo request, id 39706, seq 0, length 8
    16:11:33.850933 IP (tos 0x0, ttl 46, id 10160, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.34: ICMP echo request, id 44566, seq 0, length 8
    16:11:33.850956 IP (tos 0x0, ttl 52, id 10969, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.35: ICMP echo request, id 61093, seq 0, length 8
    16:11:33.850978 IP (tos 0x0, ttl 55, id 57444, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.36: ICMP echo request, id 63858, seq 0, length 8
    16:11:33.851000 IP (tos 0x0, ttl 47, id 246, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.37: ICMP echo request, id 56959, seq 0, length 8
    16:11:33.851023 IP (tos 0x0, ttl 50, id 58279, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.38: ICMP echo request, id 61574, seq 0, length 8
    16:11:33.854777 IP (tos 0x0, ttl 44, id 45247, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.41: ICMP echo request, id 65264, seq 0, length 8
    16:11:33.854817 IP (tos 0x0, ttl 42, id 40970, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.42: ICMP echo request, id 8808, seq 0, length 8
    16:11:33.903747 IP (tos 0x0, ttl 45, id 51724, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.51: ICMP echo request, id 60795, seq 0, length 8
    16:11:33.903800 IP (tos 0x0, ttl 46, id 15292, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.52: ICMP echo request, id 16676, seq 0, length 8
    16:11:33.903825 IP (tos 0x0, ttl 37, id 58483, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.53: ICMP echo request, id 4610, seq 0, length 8
    16:11:33.903848 IP (tos 0x0, ttl 49, id 2549, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.54: ICMP echo request, id 60475, seq 0, length 8
    16:11:33.903870 IP (tos 0x0, ttl 54, id 34532, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.55: ICMP echo request, id 2113, seq 0, length 8
    16:11:33.903891 IP (tos 0x0, ttl 59, id 9808, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.56: ICMP echo request, id 26388, seq 0, length 8
    16:11:33.903912 IP (tos 0x0, ttl 49, id 50549, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.57: ICMP echo request, id 583, seq 0, length 8
  """
  trace "one host pinged 34 times" synthetic expect no-match """
    16:11:33.384194 IP (tos 0x0, ttl 48, id 59478, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 34821, seq 0, length 8
    16:11:33.384243 IP (tos 0x0, ttl 52, id 18002, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 48845, seq 0, length 8
    16:11:33.384285 IP (tos 0x0, ttl 48, id 1091, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 49027, seq 0, length 8
    16:11:33.384307 IP (tos 0x0, ttl 56, id 30327, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 8767, seq 0, length 8
    16:11:33.384341 IP (tos 0x0, ttl 51, id 8958, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 15810, seq 0, length 8
    16:11:33.384360 IP (tos 0x0, ttl 52, id 28340, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 49285, seq 0, length 8
    16:11:33.384402 IP (tos 0x0, ttl 41, id 53173, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 49429, seq 0, length 8
    16:11:33.384423 IP (tos 0x0, ttl 51, id 59286, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 42337, seq 0, length 8
    16:11:33.384444 IP (tos 0x0, ttl 58, id 65450, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 10854, seq 0, length 8
    16:11:33.384499 IP (tos 0x0, ttl 40, id 15338, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 62161, seq 0, length 8
    16:11:33.387878 IP (tos 0x0, ttl 52, id 1953, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 42838, seq 0, length 8
    16:11:33.387939 IP (tos 0x0, ttl 58, id 37307, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 56971, seq 0, length 8
    16:11:33.485094 IP (tos 0x0, ttl 44, id 50238, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 17845, seq 0, length 8
    16:11:33.485212 IP (tos 0x0, ttl 55, id 6517, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 13302, seq 0, length 8
    16:11:33.485284 IP (tos 0x0, ttl 52, id 60866, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 54404, seq 0, length 8
    16:11:33.485353 IP (tos 0x0, ttl 42, id 12867, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 9351, seq 0, length 8
    16:11:33.485462 IP (tos 0x0, ttl 50, id 26394, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 52974, seq 0, length 8
    16:11:33.485592 IP (tos 0x0, ttl 49, id 46141, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 53676, seq 0, length 8
    16:11:33.485671 IP (tos 0x0, ttl 53, id 19159, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 21582, seq 0, length 8
    16:11:33.485759 IP (tos 0x0, ttl 59, id 51992, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 23345, seq 0, length 8
    16:11:33.485783 IP (tos 0x0, ttl 45, id 33193, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 1714, seq 0, length 8
    16:11:33.489207 IP (tos 0x0, ttl 59, id 64990, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 13136, seq 0, length 8
    16:11:33.489240 IP (tos 0x0, ttl 54, id 63355, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 452, seq 0, length 8
    16:11:33.540389 IP (tos 0x0, ttl 42, id 2650, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 32124, seq 0, length 8
    16:11:33.540460 IP (tos 0x0, ttl 46, id 64126, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 53936, seq 0, length 8
    16:11:33.540487 IP (tos 0x0, ttl 56, id 26419, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 49625, seq 0, length 8
    16:11:33.540512 IP (tos 0x0, ttl 48, id 14057, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 33385, seq 0, length 8
    16:11:33.540534 IP (tos 0x0, ttl 44, id 9640, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 52028, seq 0, length 8
    16:11:33.540557 IP (tos 0x0, ttl 43, id 50317, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 4259, seq 0, length 8
    16:11:33.540580 IP (tos 0x0, ttl 54, id 1831, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 44019, seq 0, length 8
    16:11:33.540602 IP (tos 0x0, ttl 59, id 42502, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 37178, seq 0, length 8
    16:11:33.668674 IP (tos 0x0, ttl 53, id 21781, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 8082, seq 0, length 8
    16:11:33.668741 IP (tos 0x0, ttl 59, id 28796, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 54752, seq 0, length 8
    16:11:33.668766 IP (tos 0x0, ttl 47, id 43228, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.128 > 10.0.0.1: ICMP echo request, id 46117, seq 0, length 8
  """
}
