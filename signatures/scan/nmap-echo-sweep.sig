signature nmap-echo-sweep {
  title      "nmap ping sweep: echo requests without data, a new id for each address"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       scan, ping, host-discovery, nmap
  reference "nmap at commit db4aefd: scan_engine_raw.cc lines 1055-1115 (ICMP id from 1 to 65535), tcpip.cc (TTL)" url "https://github.com/nmap/nmap"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 469 (echo without data)" url "https://github.com/eldondev/Snort"
  reference "Snort 3 at commit 14aeb09f5: ICMP ping Nmap" url "https://github.com/snort3/snort3"
  reference "Captures of L. Deri's course at commit 5d6ef77: 2022/Favilli/tests/hs-icmpScan.pcap" url "https://github.com/lucaderi/sgr"

  packet echo { icmp; icmp.type == 8; payload.len == 0; icmp.seq == 0; not df }

  event by src gap 30s
    having distinct(echo.dst) >= 6
      and distinct(echo.icmp.id) >= 6
      and distinct(echo.ttl) >= 3
      and span(echo.ttl) <= 22

  analysis {
    addresses "One source, neighbouring addresses in order."
    flags "Echo requests of 28 bytes: no data at all. Ordinary pingers send 32 or 56 bytes."
    direction "Living hosts answer; nothing more is asked of them at this stage."
    time "The whole of a /24 within a second or two."
    header "Each request has an ICMP id of its own and sequence number 0. A pinger keeps one id and counts the sequence. The TTL is drawn per packet from 37 to 59: one source whose distance changes with every packet."
    bottom-line "A ping sweep, most likely nmap's. The sender now knows which addresses answer; a port scan of those comes next."
  }
  hypothesis "Ping sweep by nmap" {
    verdict malicious
    weight strong
    because "No data, a fresh id for each address and a drawn TTL together are nmap's."
    test "Does a SYN scan of the answering hosts follow?"
  }
  hypothesis "Network management" {
    verdict benign
    weight moderate
    because "Managers sweep their networks, some of them by calling nmap."
    against "Their own pingers keep the TTL of their kernel."
    test "Look at the TTLs; ask the owner of the source."
  }
  false-positive "A pinger behind paths of changing length that sends no data and changes its id: not known."
  blind-spot "A sweep of fewer than six addresses, or one told to send data (--data-length)."
  trace "nmap 7.93 over eight addresses" observed expect match """
    03:35:56.659832 IP (tos 0x0, ttl 46, id 20517, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.17: ICMP echo request, id 47264, seq 0, length 8
    03:35:56.660125 IP (tos 0x0, ttl 46, id 18481, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 20062, seq 0, length 8
    03:35:56.660649 IP (tos 0x0, ttl 53, id 39409, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.19: ICMP echo request, id 5731, seq 0, length 8
    03:35:56.661167 IP (tos 0x0, ttl 52, id 50337, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 40911, seq 0, length 8
    03:35:56.661242 IP (tos 0x0, ttl 54, id 60815, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 14031, seq 0, length 8
    03:35:56.661660 IP (tos 0x0, ttl 51, id 43681, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 5145, seq 0, length 8
    03:35:56.661815 IP (tos 0x0, ttl 51, id 47623, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.23: ICMP echo request, id 41343, seq 0, length 8
    03:35:56.661973 IP (tos 0x0, ttl 42, id 25172, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.16: ICMP echo request, id 63204, seq 0, length 8
  """
  trace "a /24 in a capture of 2022" observed expect match """
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
  """
  trace "56 bytes of data" synthetic expect no-match """
    03:35:56.659832 IP (tos 0x0, ttl 46, id 20517, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.17: ICMP echo request, id 47264, seq 0, length 64
    03:35:56.660125 IP (tos 0x0, ttl 46, id 18481, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 20062, seq 0, length 64
    03:35:56.660649 IP (tos 0x0, ttl 53, id 39409, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.19: ICMP echo request, id 5731, seq 0, length 64
    03:35:56.661167 IP (tos 0x0, ttl 52, id 50337, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 40911, seq 0, length 64
    03:35:56.661242 IP (tos 0x0, ttl 54, id 60815, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 14031, seq 0, length 64
    03:35:56.661660 IP (tos 0x0, ttl 51, id 43681, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 5145, seq 0, length 64
    03:35:56.661815 IP (tos 0x0, ttl 51, id 47623, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.23: ICMP echo request, id 41343, seq 0, length 64
    03:35:56.661973 IP (tos 0x0, ttl 42, id 25172, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.16: ICMP echo request, id 63204, seq 0, length 64
  """
  trace "one TTL: a manager's ping" synthetic expect no-match """
    03:35:56.659832 IP (tos 0x0, ttl 64, id 20517, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.17: ICMP echo request, id 47264, seq 0, length 8
    03:35:56.660125 IP (tos 0x0, ttl 64, id 18481, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.18: ICMP echo request, id 20062, seq 0, length 8
    03:35:56.660649 IP (tos 0x0, ttl 64, id 39409, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.19: ICMP echo request, id 5731, seq 0, length 8
    03:35:56.661167 IP (tos 0x0, ttl 64, id 50337, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 40911, seq 0, length 8
    03:35:56.661242 IP (tos 0x0, ttl 64, id 60815, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 14031, seq 0, length 8
    03:35:56.661660 IP (tos 0x0, ttl 64, id 43681, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 5145, seq 0, length 8
    03:35:56.661815 IP (tos 0x0, ttl 64, id 47623, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.23: ICMP echo request, id 41343, seq 0, length 8
    03:35:56.661973 IP (tos 0x0, ttl 64, id 25172, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.16: ICMP echo request, id 63204, seq 0, length 8
  """
}
