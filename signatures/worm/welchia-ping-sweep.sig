signature welchia-ping-sweep {
  title      "Nachi (Welchia): a sweep of pings of 92 bytes"
  category   worm
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "August 2003 on"
  licence    "CC-BY-4.0"
  tags       worm, icmp, ping-sweep, nachi, welchia
  reference "Cisco's notice on Nachi and operators' figures, quoted on cisco-nsp" url "https://puck.nether.net/pipermail/cisco-nsp/2009-May/060972.html"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 483 (ICMP PING CyberKit 2.2: 16 bytes of AA) and doc/signatures/483.txt" url "https://github.com/eldondev/Snort"
  reference "cisco-nsp, September 2003: tracert sends 92 bytes as well" url "https://puck.nether.net/pipermail/cisco-nsp/2003-September/005903.html"

  packet ping { icmp; icmp.type == 8; ip.len == 92; ttl > 32; not frag }
  # Where the capture shows the payload, three are enough.
  packet filled {
    icmp
    icmp.type == 8
    ip.len == 92
    payload starts |aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa|
  }

  event by src gap 10s having distinct(ping.dst) >= 20 or distinct(filled.dst) >= 3

  analysis {
    addresses "The source is real: an infected Windows. Destinations are swept, network after network; each host is asked once."
    flags "ICMP echo request. Only hosts that answer get the exploit for the RPC fault."
    direction "Outbound from an infected host, or across the inside of a network. One operator's router saw 15,000 one-packet flows of ICMP a second."
    time "As fast as the worm's threads can."
    header """
      Documented by Cisco's notice and Snort: 92 bytes in all, so 64 of data, every byte 0xaa. An ordinary ping has 60 bytes on Windows and 84 on most
      other systems. The length alone is also that of Windows' tracert, which starts with small TTLs and goes to one destination; so the event asks
      for twenty destinations and a TTL above 32 where the payload is not shown, and its confidence is medium because of that. With the payload it is
      near certain that it is Nachi or CyberKit.
    """
    bottom-line "The source sweeps the network with pings of 92 bytes: Nachi, most likely. Look at the payload: is it all AA?"
  }

  hypothesis "Nachi" {
    verdict malicious
    weight strong
    because "Twenty and more hosts, each asked once with 64 bytes of data."
    test "Is the data all AA? Does TCP 135 follow where a host answers?"
  }
  hypothesis "CyberKit or another ping sweeper" {
    verdict unknown
    weight moderate
    because "CyberKit sends the same bytes, and sweepers choose any length."
    test "Does a person use one? Does nothing follow but pings?"
  }
  hypothesis "Monitoring" {
    verdict benign
    weight moderate
    because "A monitor asks many hosts, with a length of its maker's choice."
    against "It asks the same ones again and again."
    test "Does the list of destinations repeat?"
  }

  false-positive "A monitor or sweeper that uses 64 bytes of data; LANDesk clients ping with AA as well, with 1052 bytes."
  blind-spot "Fewer than twenty destinations in ten seconds without the payload."

  trace "24 hosts" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 119, id 3000, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20480, length 72
    12:00:00.005000 IP (tos 0x0, ttl 119, id 3001, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.2: ICMP echo request, id 512, seq 20736, length 72
    12:00:00.010000 IP (tos 0x0, ttl 119, id 3002, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.3: ICMP echo request, id 512, seq 20992, length 72
    12:00:00.015000 IP (tos 0x0, ttl 119, id 3003, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.4: ICMP echo request, id 512, seq 21248, length 72
    12:00:00.020000 IP (tos 0x0, ttl 119, id 3004, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.5: ICMP echo request, id 512, seq 21504, length 72
    12:00:00.025000 IP (tos 0x0, ttl 119, id 3005, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.6: ICMP echo request, id 512, seq 21760, length 72
    12:00:00.030000 IP (tos 0x0, ttl 119, id 3006, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.7: ICMP echo request, id 512, seq 22016, length 72
    12:00:00.035000 IP (tos 0x0, ttl 119, id 3007, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.8: ICMP echo request, id 512, seq 22272, length 72
    12:00:00.040000 IP (tos 0x0, ttl 119, id 3008, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.9: ICMP echo request, id 512, seq 22528, length 72
    12:00:00.045000 IP (tos 0x0, ttl 119, id 3009, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.10: ICMP echo request, id 512, seq 22784, length 72
    12:00:00.050000 IP (tos 0x0, ttl 119, id 3010, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.11: ICMP echo request, id 512, seq 23040, length 72
    12:00:00.055000 IP (tos 0x0, ttl 119, id 3011, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.12: ICMP echo request, id 512, seq 23296, length 72
    12:00:00.060000 IP (tos 0x0, ttl 119, id 3012, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.13: ICMP echo request, id 512, seq 23552, length 72
    12:00:00.065000 IP (tos 0x0, ttl 119, id 3013, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.14: ICMP echo request, id 512, seq 23808, length 72
    12:00:00.070000 IP (tos 0x0, ttl 119, id 3014, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.15: ICMP echo request, id 512, seq 24064, length 72
    12:00:00.075000 IP (tos 0x0, ttl 119, id 3015, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.16: ICMP echo request, id 512, seq 24320, length 72
    12:00:00.080000 IP (tos 0x0, ttl 119, id 3016, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.17: ICMP echo request, id 512, seq 24576, length 72
    12:00:00.085000 IP (tos 0x0, ttl 119, id 3017, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.18: ICMP echo request, id 512, seq 24832, length 72
    12:00:00.090000 IP (tos 0x0, ttl 119, id 3018, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.19: ICMP echo request, id 512, seq 25088, length 72
    12:00:00.095000 IP (tos 0x0, ttl 119, id 3019, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.20: ICMP echo request, id 512, seq 25344, length 72
    12:00:00.100000 IP (tos 0x0, ttl 119, id 3020, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.21: ICMP echo request, id 512, seq 25600, length 72
    12:00:00.105000 IP (tos 0x0, ttl 119, id 3021, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.22: ICMP echo request, id 512, seq 25856, length 72
    12:00:00.110000 IP (tos 0x0, ttl 119, id 3022, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.23: ICMP echo request, id 512, seq 26112, length 72
    12:00:00.115000 IP (tos 0x0, ttl 119, id 3023, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.24: ICMP echo request, id 512, seq 26368, length 72
  """
  trace "Windows pings of 60 bytes" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 119, id 3000, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20480, length 40
    12:00:00.005000 IP (tos 0x0, ttl 119, id 3001, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.2: ICMP echo request, id 512, seq 20736, length 40
    12:00:00.010000 IP (tos 0x0, ttl 119, id 3002, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.3: ICMP echo request, id 512, seq 20992, length 40
    12:00:00.015000 IP (tos 0x0, ttl 119, id 3003, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.4: ICMP echo request, id 512, seq 21248, length 40
    12:00:00.020000 IP (tos 0x0, ttl 119, id 3004, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.5: ICMP echo request, id 512, seq 21504, length 40
    12:00:00.025000 IP (tos 0x0, ttl 119, id 3005, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.6: ICMP echo request, id 512, seq 21760, length 40
    12:00:00.030000 IP (tos 0x0, ttl 119, id 3006, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.7: ICMP echo request, id 512, seq 22016, length 40
    12:00:00.035000 IP (tos 0x0, ttl 119, id 3007, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.8: ICMP echo request, id 512, seq 22272, length 40
    12:00:00.040000 IP (tos 0x0, ttl 119, id 3008, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.9: ICMP echo request, id 512, seq 22528, length 40
    12:00:00.045000 IP (tos 0x0, ttl 119, id 3009, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.10: ICMP echo request, id 512, seq 22784, length 40
    12:00:00.050000 IP (tos 0x0, ttl 119, id 3010, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.11: ICMP echo request, id 512, seq 23040, length 40
    12:00:00.055000 IP (tos 0x0, ttl 119, id 3011, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.12: ICMP echo request, id 512, seq 23296, length 40
    12:00:00.060000 IP (tos 0x0, ttl 119, id 3012, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.13: ICMP echo request, id 512, seq 23552, length 40
    12:00:00.065000 IP (tos 0x0, ttl 119, id 3013, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.14: ICMP echo request, id 512, seq 23808, length 40
    12:00:00.070000 IP (tos 0x0, ttl 119, id 3014, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.15: ICMP echo request, id 512, seq 24064, length 40
    12:00:00.075000 IP (tos 0x0, ttl 119, id 3015, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.16: ICMP echo request, id 512, seq 24320, length 40
    12:00:00.080000 IP (tos 0x0, ttl 119, id 3016, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.17: ICMP echo request, id 512, seq 24576, length 40
    12:00:00.085000 IP (tos 0x0, ttl 119, id 3017, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.18: ICMP echo request, id 512, seq 24832, length 40
    12:00:00.090000 IP (tos 0x0, ttl 119, id 3018, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.19: ICMP echo request, id 512, seq 25088, length 40
    12:00:00.095000 IP (tos 0x0, ttl 119, id 3019, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.20: ICMP echo request, id 512, seq 25344, length 40
    12:00:00.100000 IP (tos 0x0, ttl 119, id 3020, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.21: ICMP echo request, id 512, seq 25600, length 40
    12:00:00.105000 IP (tos 0x0, ttl 119, id 3021, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.22: ICMP echo request, id 512, seq 25856, length 40
    12:00:00.110000 IP (tos 0x0, ttl 119, id 3022, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.23: ICMP echo request, id 512, seq 26112, length 40
    12:00:00.115000 IP (tos 0x0, ttl 119, id 3023, offset 0, flags [none], proto ICMP (1), length 60)
        192.0.2.80 > 198.51.100.24: ICMP echo request, id 512, seq 26368, length 40
  """
  trace "one host 24 times" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 119, id 3000, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20480, length 72
    12:00:00.005000 IP (tos 0x0, ttl 119, id 3001, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20736, length 72
    12:00:00.010000 IP (tos 0x0, ttl 119, id 3002, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20992, length 72
    12:00:00.015000 IP (tos 0x0, ttl 119, id 3003, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 21248, length 72
    12:00:00.020000 IP (tos 0x0, ttl 119, id 3004, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 21504, length 72
    12:00:00.025000 IP (tos 0x0, ttl 119, id 3005, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 21760, length 72
    12:00:00.030000 IP (tos 0x0, ttl 119, id 3006, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 22016, length 72
    12:00:00.035000 IP (tos 0x0, ttl 119, id 3007, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 22272, length 72
    12:00:00.040000 IP (tos 0x0, ttl 119, id 3008, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 22528, length 72
    12:00:00.045000 IP (tos 0x0, ttl 119, id 3009, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 22784, length 72
    12:00:00.050000 IP (tos 0x0, ttl 119, id 3010, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 23040, length 72
    12:00:00.055000 IP (tos 0x0, ttl 119, id 3011, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 23296, length 72
    12:00:00.060000 IP (tos 0x0, ttl 119, id 3012, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 23552, length 72
    12:00:00.065000 IP (tos 0x0, ttl 119, id 3013, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 23808, length 72
    12:00:00.070000 IP (tos 0x0, ttl 119, id 3014, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 24064, length 72
    12:00:00.075000 IP (tos 0x0, ttl 119, id 3015, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 24320, length 72
    12:00:00.080000 IP (tos 0x0, ttl 119, id 3016, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 24576, length 72
    12:00:00.085000 IP (tos 0x0, ttl 119, id 3017, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 24832, length 72
    12:00:00.090000 IP (tos 0x0, ttl 119, id 3018, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 25088, length 72
    12:00:00.095000 IP (tos 0x0, ttl 119, id 3019, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 25344, length 72
    12:00:00.100000 IP (tos 0x0, ttl 119, id 3020, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 25600, length 72
    12:00:00.105000 IP (tos 0x0, ttl 119, id 3021, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 25856, length 72
    12:00:00.110000 IP (tos 0x0, ttl 119, id 3022, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 26112, length 72
    12:00:00.115000 IP (tos 0x0, ttl 119, id 3023, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 26368, length 72
  """
  trace "three hosts are enough where the filling is seen" synthetic expect match """
    10:00:00.000000 IP 192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20480, length 72
        0x0000:  4500 005c 0bb8 0000 7701 4b64 c000 0250
        0x0010:  c633 6401 0800 50aa 0200 5000 aaaa aaaa
        0x0020:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0030:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0040:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0050:  aaaa aaaa aaaa aaaa aaaa aaaa
    10:00:00.005000 IP 192.0.2.80 > 198.51.100.2: ICMP echo request, id 512, seq 20736, length 72
        0x0000:  4500 005c 0bb9 0000 7701 4b62 c000 0250
        0x0010:  c633 6402 0800 4faa 0200 5100 aaaa aaaa
        0x0020:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0030:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0040:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0050:  aaaa aaaa aaaa aaaa aaaa aaaa
    10:00:00.010000 IP 192.0.2.80 > 198.51.100.3: ICMP echo request, id 512, seq 20992, length 72
        0x0000:  4500 005c 0bba 0000 7701 4b60 c000 0250
        0x0010:  c633 6403 0800 4eaa 0200 5200 aaaa aaaa
        0x0020:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0030:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0040:  aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa
        0x0050:  aaaa aaaa aaaa aaaa aaaa aaaa
  """
  trace "three pings as long with another filling" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.80 > 198.51.100.1: ICMP echo request, id 512, seq 20480, length 72
        0x0000:  4500 005c 0bb8 0000 7701 4b64 c000 0250
        0x0010:  c633 6401 0800 308a 0200 5000 abab abab
        0x0020:  abab abab abab abab abab abab abab abab
        0x0030:  abab abab abab abab abab abab abab abab
        0x0040:  abab abab abab abab abab abab abab abab
        0x0050:  abab abab abab abab abab abab
    10:00:00.005000 IP 192.0.2.80 > 198.51.100.2: ICMP echo request, id 512, seq 20736, length 72
        0x0000:  4500 005c 0bb9 0000 7701 4b62 c000 0250
        0x0010:  c633 6402 0800 2f8a 0200 5100 abab abab
        0x0020:  abab abab abab abab abab abab abab abab
        0x0030:  abab abab abab abab abab abab abab abab
        0x0040:  abab abab abab abab abab abab abab abab
        0x0050:  abab abab abab abab abab abab
    10:00:00.010000 IP 192.0.2.80 > 198.51.100.3: ICMP echo request, id 512, seq 20992, length 72
        0x0000:  4500 005c 0bba 0000 7701 4b60 c000 0250
        0x0010:  c633 6403 0800 2e8a 0200 5200 abab abab
        0x0020:  abab abab abab abab abab abab abab abab
        0x0030:  abab abab abab abab abab abab abab abab
        0x0040:  abab abab abab abab abab abab abab abab
        0x0050:  abab abab abab abab abab abab
  """
}
