signature hping3-syn-flood {
  title      "hping3 SYN flood: window 512 (or 64 with 120 bytes), no options, source ports that count up"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, hping
  reference "hping3, sendtcp.c, sendip.c, hping2.h and main.c:283-287 in antirez/hping at commit 3547c76" url "https://github.com/antirez/hping"
  reference "hping3 3.a2.ds2-10 of Debian 12, run for this project in its own network (tests/live), with its defaults and with the tutorials' options" url "https://packages.debian.org/bookworm/hping3"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"

  packet syn {
    tcp
    flags == SYN
    window == 512
    options == []
    ittl == 64
    tos == 0
    not df
    payload.len == 0
  }
  # The command that tutorials repeat: -d 120 -S -w 64.
  packet copied {
    tcp
    flags == SYN
    window == 64
    options == []
    ittl == 64
    tos == 0
    not df
    payload.len == 120
  }

  event by dst, dport gap 5s
    having count(syn, 1s) >= 20 and span(syn.sport) < 4 * count(syn)
      or count(copied, 1s) >= 20 and span(copied.sport) < 4 * count(copied)

  analysis {
    addresses "One target and one of its ports. The source is the sender's own, one forged address (-a), or a new one per packet (--rand-source)."
    ports "The source port starts between 1024 and 3023 and rises by one with each packet, whatever the source address does."
    flags "SYN alone."
    time "With --flood as fast as the sender can; --faster is 100 a second and more."
    header """
      Read in the source: window 512, no options, TTL 64 at the sender, TOS 0, IP id random, DF clear. Sequence and acknowledgment number are both
      random and not 0, though ACK is clear: a capture shows that, text does not, so it is no condition. This project's own observation: with
      --rand-source the ports go on counting through all the forged sources, so ordering the packets by port gives the order of sending, and gaps in
      it are packets that did not arrive. A second form, window 64 and 120 bytes of data, is no default: it comes from one command line (hping3 -c 10000
      -d 120 -S -w 64 -p 80 --flood --rand-source) that tutorials and scripts have copied from each other for years; it was run for this entry.
    """
    bottom-line """
      Somebody floods this port with hping3. If all packets share one source it may be real; a new source for each packet under one counting source
      port is one sender.
    """
  }

  hypothesis "hping3 as a flooder" {
    verdict malicious
    weight strong
    because "Window 512 without options at 20 and more a second, and one counter of source ports."
    test "Look at the acknowledgment number in a capture: random and not 0?"
  }
  hypothesis "A load test" {
    verdict benign
    weight moderate
    because "hping3 is a common tool for testing filters, and its --flood is used in every course on the subject."
    test "Is the source yours?"
  }

  false-positive "Your own tests with hping3."
  blind-spot "hping3 with -w (another window), -t (another TTL), -y (DF), or other lengths of data; slower than 20 packets a second."

  trace "25 packets in 1.2 ms from one source" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 58, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1533 > 198.51.100.9.80: Flags [S], seq 729584085, win 512, length 0
    12:00:00.000050 IP (tos 0x0, ttl 58, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1534 > 198.51.100.9.80: Flags [S], seq 1459168170, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 58, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1535 > 198.51.100.9.80: Flags [S], seq 41268607, win 512, length 0
    12:00:00.000150 IP (tos 0x0, ttl 58, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1536 > 198.51.100.9.80: Flags [S], seq 770852692, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 58, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1537 > 198.51.100.9.80: Flags [S], seq 1500436777, win 512, length 0
    12:00:00.000250 IP (tos 0x0, ttl 58, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1538 > 198.51.100.9.80: Flags [S], seq 82537214, win 512, length 0
    12:00:00.000300 IP (tos 0x0, ttl 58, id 24671, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1539 > 198.51.100.9.80: Flags [S], seq 812121299, win 512, length 0
    12:00:00.000350 IP (tos 0x0, ttl 58, id 28770, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1540 > 198.51.100.9.80: Flags [S], seq 1541705384, win 512, length 0
    12:00:00.000400 IP (tos 0x0, ttl 58, id 32869, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1541 > 198.51.100.9.80: Flags [S], seq 123805821, win 512, length 0
    12:00:00.000450 IP (tos 0x0, ttl 58, id 36968, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1542 > 198.51.100.9.80: Flags [S], seq 853389906, win 512, length 0
    12:00:00.000500 IP (tos 0x0, ttl 58, id 41067, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1543 > 198.51.100.9.80: Flags [S], seq 1582973991, win 512, length 0
    12:00:00.000550 IP (tos 0x0, ttl 58, id 45166, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1544 > 198.51.100.9.80: Flags [S], seq 165074428, win 512, length 0
    12:00:00.000600 IP (tos 0x0, ttl 58, id 49265, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1545 > 198.51.100.9.80: Flags [S], seq 894658513, win 512, length 0
    12:00:00.000650 IP (tos 0x0, ttl 58, id 53364, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1546 > 198.51.100.9.80: Flags [S], seq 1624242598, win 512, length 0
    12:00:00.000700 IP (tos 0x0, ttl 58, id 57463, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1547 > 198.51.100.9.80: Flags [S], seq 206343035, win 512, length 0
    12:00:00.000750 IP (tos 0x0, ttl 58, id 61562, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1548 > 198.51.100.9.80: Flags [S], seq 935927120, win 512, length 0
    12:00:00.000800 IP (tos 0x0, ttl 58, id 125, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1549 > 198.51.100.9.80: Flags [S], seq 1665511205, win 512, length 0
    12:00:00.000850 IP (tos 0x0, ttl 58, id 4224, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1550 > 198.51.100.9.80: Flags [S], seq 247611642, win 512, length 0
    12:00:00.000900 IP (tos 0x0, ttl 58, id 8323, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1551 > 198.51.100.9.80: Flags [S], seq 977195727, win 512, length 0
    12:00:00.000950 IP (tos 0x0, ttl 58, id 12422, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1552 > 198.51.100.9.80: Flags [S], seq 1706779812, win 512, length 0
    12:00:00.001000 IP (tos 0x0, ttl 58, id 16521, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1553 > 198.51.100.9.80: Flags [S], seq 288880249, win 512, length 0
    12:00:00.001050 IP (tos 0x0, ttl 58, id 20620, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1554 > 198.51.100.9.80: Flags [S], seq 1018464334, win 512, length 0
    12:00:00.001100 IP (tos 0x0, ttl 58, id 24719, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1555 > 198.51.100.9.80: Flags [S], seq 1748048419, win 512, length 0
    12:00:00.001150 IP (tos 0x0, ttl 58, id 28818, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1556 > 198.51.100.9.80: Flags [S], seq 330148856, win 512, length 0
    12:00:00.001200 IP (tos 0x0, ttl 58, id 32917, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1557 > 198.51.100.9.80: Flags [S], seq 1059732941, win 512, length 0
  """
  trace "the same from random sources" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 58, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.1533 > 198.51.100.9.80: Flags [S], seq 729584085, win 512, length 0
    12:00:00.000050 IP (tos 0x0, ttl 58, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.41.1534 > 198.51.100.9.80: Flags [S], seq 1459168170, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 58, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.42.1535 > 198.51.100.9.80: Flags [S], seq 41268607, win 512, length 0
    12:00:00.000150 IP (tos 0x0, ttl 58, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        104.218.184.43.1536 > 198.51.100.9.80: Flags [S], seq 770852692, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 58, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.44.1537 > 198.51.100.9.80: Flags [S], seq 1500436777, win 512, length 0
    12:00:00.000250 IP (tos 0x0, ttl 58, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.45.1538 > 198.51.100.9.80: Flags [S], seq 82537214, win 512, length 0
    12:00:00.000300 IP (tos 0x0, ttl 58, id 24671, offset 0, flags [none], proto TCP (6), length 40)
        191.191.115.46.1539 > 198.51.100.9.80: Flags [S], seq 812121299, win 512, length 0
    12:00:00.000350 IP (tos 0x0, ttl 58, id 28770, offset 0, flags [none], proto TCP (6), length 40)
        20.22.172.47.1540 > 198.51.100.9.80: Flags [S], seq 1541705384, win 512, length 0
    12:00:00.000400 IP (tos 0x0, ttl 58, id 32869, offset 0, flags [none], proto TCP (6), length 40)
        49.93.229.48.1541 > 198.51.100.9.80: Flags [S], seq 123805821, win 512, length 0
    12:00:00.000450 IP (tos 0x0, ttl 58, id 36968, offset 0, flags [none], proto TCP (6), length 40)
        78.164.46.49.1542 > 198.51.100.9.80: Flags [S], seq 853389906, win 512, length 0
    12:00:00.000500 IP (tos 0x0, ttl 58, id 41067, offset 0, flags [none], proto TCP (6), length 40)
        107.235.103.50.1543 > 198.51.100.9.80: Flags [S], seq 1582973991, win 512, length 0
    12:00:00.000550 IP (tos 0x0, ttl 58, id 45166, offset 0, flags [none], proto TCP (6), length 40)
        136.66.160.51.1544 > 198.51.100.9.80: Flags [S], seq 165074428, win 512, length 0
    12:00:00.000600 IP (tos 0x0, ttl 58, id 49265, offset 0, flags [none], proto TCP (6), length 40)
        165.137.217.52.1545 > 198.51.100.9.80: Flags [S], seq 894658513, win 512, length 0
    12:00:00.000650 IP (tos 0x0, ttl 58, id 53364, offset 0, flags [none], proto TCP (6), length 40)
        194.208.34.53.1546 > 198.51.100.9.80: Flags [S], seq 1624242598, win 512, length 0
    12:00:00.000700 IP (tos 0x0, ttl 58, id 57463, offset 0, flags [none], proto TCP (6), length 40)
        23.39.91.54.1547 > 198.51.100.9.80: Flags [S], seq 206343035, win 512, length 0
    12:00:00.000750 IP (tos 0x0, ttl 58, id 61562, offset 0, flags [none], proto TCP (6), length 40)
        52.110.148.55.1548 > 198.51.100.9.80: Flags [S], seq 935927120, win 512, length 0
    12:00:00.000800 IP (tos 0x0, ttl 58, id 125, offset 0, flags [none], proto TCP (6), length 40)
        81.181.205.56.1549 > 198.51.100.9.80: Flags [S], seq 1665511205, win 512, length 0
    12:00:00.000850 IP (tos 0x0, ttl 58, id 4224, offset 0, flags [none], proto TCP (6), length 40)
        110.12.22.57.1550 > 198.51.100.9.80: Flags [S], seq 247611642, win 512, length 0
    12:00:00.000900 IP (tos 0x0, ttl 58, id 8323, offset 0, flags [none], proto TCP (6), length 40)
        139.83.79.58.1551 > 198.51.100.9.80: Flags [S], seq 977195727, win 512, length 0
    12:00:00.000950 IP (tos 0x0, ttl 58, id 12422, offset 0, flags [none], proto TCP (6), length 40)
        168.154.136.59.1552 > 198.51.100.9.80: Flags [S], seq 1706779812, win 512, length 0
    12:00:00.001000 IP (tos 0x0, ttl 58, id 16521, offset 0, flags [none], proto TCP (6), length 40)
        197.225.193.60.1553 > 198.51.100.9.80: Flags [S], seq 288880249, win 512, length 0
    12:00:00.001050 IP (tos 0x0, ttl 58, id 20620, offset 0, flags [none], proto TCP (6), length 40)
        26.56.250.61.1554 > 198.51.100.9.80: Flags [S], seq 1018464334, win 512, length 0
    12:00:00.001100 IP (tos 0x0, ttl 58, id 24719, offset 0, flags [none], proto TCP (6), length 40)
        55.127.67.62.1555 > 198.51.100.9.80: Flags [S], seq 1748048419, win 512, length 0
    12:00:00.001150 IP (tos 0x0, ttl 58, id 28818, offset 0, flags [none], proto TCP (6), length 40)
        84.198.124.63.1556 > 198.51.100.9.80: Flags [S], seq 330148856, win 512, length 0
    12:00:00.001200 IP (tos 0x0, ttl 58, id 32917, offset 0, flags [none], proto TCP (6), length 40)
        113.29.181.64.1557 > 198.51.100.9.80: Flags [S], seq 1059732941, win 512, length 0
  """
  trace "hping3 -d 120 -S -w 64 --rand-source, one router away" observed expect match """
    06:46:52.787122 IP (tos 0x0, ttl 63, id 32030, offset 0, flags [none], proto TCP (6), length 160)
        251.130.158.246.2420 > 198.51.100.2.80: Flags [S], seq 1770089058:1770089178, win 64, length 120: HTTP
    06:46:52.787744 IP (tos 0x0, ttl 63, id 50009, offset 0, flags [none], proto TCP (6), length 160)
        42.80.230.19.2421 > 198.51.100.2.80: Flags [S], seq 48718199:48718319, win 64, length 120: HTTP
    06:46:52.788335 IP (tos 0x0, ttl 63, id 16238, offset 0, flags [none], proto TCP (6), length 160)
        65.101.160.166.2422 > 198.51.100.2.80: Flags [S], seq 127802182:127802302, win 64, length 120: HTTP
    06:46:52.788926 IP (tos 0x0, ttl 63, id 63338, offset 0, flags [none], proto TCP (6), length 160)
        104.105.65.242.2423 > 198.51.100.2.80: Flags [S], seq 661283352:661283472, win 64, length 120: HTTP
    06:46:52.789510 IP (tos 0x0, ttl 63, id 39000, offset 0, flags [none], proto TCP (6), length 160)
        125.197.78.148.2424 > 198.51.100.2.80: Flags [S], seq 1672374264:1672374384, win 64, length 120: HTTP
    06:46:52.790105 IP (tos 0x0, ttl 63, id 52672, offset 0, flags [none], proto TCP (6), length 160)
        130.130.210.74.2425 > 198.51.100.2.80: Flags [S], seq 1620766250:1620766370, win 64, length 120: HTTP
    06:46:52.790692 IP (tos 0x0, ttl 63, id 13516, offset 0, flags [none], proto TCP (6), length 160)
        188.50.254.22.2426 > 198.51.100.2.80: Flags [S], seq 1135186538:1135186658, win 64, length 120: HTTP
    06:46:52.791292 IP (tos 0x0, ttl 63, id 38628, offset 0, flags [none], proto TCP (6), length 160)
        65.159.21.171.2427 > 198.51.100.2.80: Flags [S], seq 668715775:668715895, win 64, length 120: HTTP
    06:46:52.791878 IP (tos 0x0, ttl 63, id 64433, offset 0, flags [none], proto TCP (6), length 160)
        104.237.166.187.2428 > 198.51.100.2.80: Flags [S], seq 915403620:915403740, win 64, length 120: HTTP
    06:46:52.792462 IP (tos 0x0, ttl 63, id 32547, offset 0, flags [none], proto TCP (6), length 160)
        64.78.87.112.2429 > 198.51.100.2.80: Flags [S], seq 1170125238:1170125358, win 64, length 120: HTTP
    06:46:52.793034 IP (tos 0x0, ttl 63, id 13854, offset 0, flags [none], proto TCP (6), length 160)
        180.65.141.188.2430 > 198.51.100.2.80: Flags [S], seq 1956436635:1956436755, win 64, length 120: HTTP
    06:46:52.793592 IP (tos 0x0, ttl 63, id 41036, offset 0, flags [none], proto TCP (6), length 160)
        54.178.148.225.2431 > 198.51.100.2.80: Flags [S], seq 530077625:530077745, win 64, length 120: HTTP
    06:46:52.794162 IP (tos 0x0, ttl 63, id 3886, offset 0, flags [none], proto TCP (6), length 160)
        148.96.217.233.2432 > 198.51.100.2.80: Flags [S], seq 1194269459:1194269579, win 64, length 120: HTTP
    06:46:52.794735 IP (tos 0x0, ttl 63, id 38827, offset 0, flags [none], proto TCP (6), length 160)
        73.163.86.159.2433 > 198.51.100.2.80: Flags [S], seq 284842625:284842745, win 64, length 120: HTTP
    06:46:52.795303 IP (tos 0x0, ttl 63, id 39593, offset 0, flags [none], proto TCP (6), length 160)
        83.92.19.61.2434 > 198.51.100.2.80: Flags [S], seq 550130156:550130276, win 64, length 120: HTTP
    06:46:52.795853 IP (tos 0x0, ttl 63, id 57608, offset 0, flags [none], proto TCP (6), length 160)
        117.18.68.118.2435 > 198.51.100.2.80: Flags [S], seq 1406528068:1406528188, win 64, length 120: HTTP
    06:46:52.796405 IP (tos 0x0, ttl 63, id 46316, offset 0, flags [none], proto TCP (6), length 160)
        5.1.125.49.2436 > 198.51.100.2.80: Flags [S], seq 710719493:710719613, win 64, length 120: HTTP
    06:46:52.796953 IP (tos 0x0, ttl 63, id 46181, offset 0, flags [none], proto TCP (6), length 160)
        50.184.200.70.2437 > 198.51.100.2.80: Flags [S], seq 1090907345:1090907465, win 64, length 120: HTTP
    06:46:52.797502 IP (tos 0x0, ttl 63, id 45492, offset 0, flags [none], proto TCP (6), length 160)
        74.112.10.6.2438 > 198.51.100.2.80: Flags [S], seq 981894070:981894190, win 64, length 120: HTTP
    06:46:52.798051 IP (tos 0x0, ttl 63, id 63958, offset 0, flags [none], proto TCP (6), length 160)
        47.188.142.246.2439 > 198.51.100.2.80: Flags [S], seq 1787395943:1787396063, win 64, length 120: HTTP
    06:46:52.798601 IP (tos 0x0, ttl 63, id 44123, offset 0, flags [none], proto TCP (6), length 160)
        218.33.180.146.2440 > 198.51.100.2.80: Flags [S], seq 2027355787:2027355907, win 64, length 120: HTTP
    06:46:52.799152 IP (tos 0x0, ttl 63, id 49239, offset 0, flags [none], proto TCP (6), length 160)
        130.167.209.5.2441 > 198.51.100.2.80: Flags [S], seq 630469801:630469921, win 64, length 120: HTTP
  """
  trace "source ports without order" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 58, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.1533 > 198.51.100.9.80: Flags [S], seq 729584085, win 512, length 0
    12:00:00.000050 IP (tos 0x0, ttl 58, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.41.9452 > 198.51.100.9.80: Flags [S], seq 1459168170, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 58, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.42.17371 > 198.51.100.9.80: Flags [S], seq 41268607, win 512, length 0
    12:00:00.000150 IP (tos 0x0, ttl 58, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        104.218.184.43.25290 > 198.51.100.9.80: Flags [S], seq 770852692, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 58, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.44.33209 > 198.51.100.9.80: Flags [S], seq 1500436777, win 512, length 0
    12:00:00.000250 IP (tos 0x0, ttl 58, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.45.41128 > 198.51.100.9.80: Flags [S], seq 82537214, win 512, length 0
    12:00:00.000300 IP (tos 0x0, ttl 58, id 24671, offset 0, flags [none], proto TCP (6), length 40)
        191.191.115.46.49047 > 198.51.100.9.80: Flags [S], seq 812121299, win 512, length 0
    12:00:00.000350 IP (tos 0x0, ttl 58, id 28770, offset 0, flags [none], proto TCP (6), length 40)
        20.22.172.47.56966 > 198.51.100.9.80: Flags [S], seq 1541705384, win 512, length 0
    12:00:00.000400 IP (tos 0x0, ttl 58, id 32869, offset 0, flags [none], proto TCP (6), length 40)
        49.93.229.48.4885 > 198.51.100.9.80: Flags [S], seq 123805821, win 512, length 0
    12:00:00.000450 IP (tos 0x0, ttl 58, id 36968, offset 0, flags [none], proto TCP (6), length 40)
        78.164.46.49.12804 > 198.51.100.9.80: Flags [S], seq 853389906, win 512, length 0
    12:00:00.000500 IP (tos 0x0, ttl 58, id 41067, offset 0, flags [none], proto TCP (6), length 40)
        107.235.103.50.20723 > 198.51.100.9.80: Flags [S], seq 1582973991, win 512, length 0
    12:00:00.000550 IP (tos 0x0, ttl 58, id 45166, offset 0, flags [none], proto TCP (6), length 40)
        136.66.160.51.28642 > 198.51.100.9.80: Flags [S], seq 165074428, win 512, length 0
    12:00:00.000600 IP (tos 0x0, ttl 58, id 49265, offset 0, flags [none], proto TCP (6), length 40)
        165.137.217.52.36561 > 198.51.100.9.80: Flags [S], seq 894658513, win 512, length 0
    12:00:00.000650 IP (tos 0x0, ttl 58, id 53364, offset 0, flags [none], proto TCP (6), length 40)
        194.208.34.53.44480 > 198.51.100.9.80: Flags [S], seq 1624242598, win 512, length 0
    12:00:00.000700 IP (tos 0x0, ttl 58, id 57463, offset 0, flags [none], proto TCP (6), length 40)
        23.39.91.54.52399 > 198.51.100.9.80: Flags [S], seq 206343035, win 512, length 0
    12:00:00.000750 IP (tos 0x0, ttl 58, id 61562, offset 0, flags [none], proto TCP (6), length 40)
        52.110.148.55.60318 > 198.51.100.9.80: Flags [S], seq 935927120, win 512, length 0
    12:00:00.000800 IP (tos 0x0, ttl 58, id 125, offset 0, flags [none], proto TCP (6), length 40)
        81.181.205.56.8237 > 198.51.100.9.80: Flags [S], seq 1665511205, win 512, length 0
    12:00:00.000850 IP (tos 0x0, ttl 58, id 4224, offset 0, flags [none], proto TCP (6), length 40)
        110.12.22.57.16156 > 198.51.100.9.80: Flags [S], seq 247611642, win 512, length 0
    12:00:00.000900 IP (tos 0x0, ttl 58, id 8323, offset 0, flags [none], proto TCP (6), length 40)
        139.83.79.58.24075 > 198.51.100.9.80: Flags [S], seq 977195727, win 512, length 0
    12:00:00.000950 IP (tos 0x0, ttl 58, id 12422, offset 0, flags [none], proto TCP (6), length 40)
        168.154.136.59.31994 > 198.51.100.9.80: Flags [S], seq 1706779812, win 512, length 0
    12:00:00.001000 IP (tos 0x0, ttl 58, id 16521, offset 0, flags [none], proto TCP (6), length 40)
        197.225.193.60.39913 > 198.51.100.9.80: Flags [S], seq 288880249, win 512, length 0
    12:00:00.001050 IP (tos 0x0, ttl 58, id 20620, offset 0, flags [none], proto TCP (6), length 40)
        26.56.250.61.47832 > 198.51.100.9.80: Flags [S], seq 1018464334, win 512, length 0
    12:00:00.001100 IP (tos 0x0, ttl 58, id 24719, offset 0, flags [none], proto TCP (6), length 40)
        55.127.67.62.55751 > 198.51.100.9.80: Flags [S], seq 1748048419, win 512, length 0
    12:00:00.001150 IP (tos 0x0, ttl 58, id 28818, offset 0, flags [none], proto TCP (6), length 40)
        84.198.124.63.3670 > 198.51.100.9.80: Flags [S], seq 330148856, win 512, length 0
    12:00:00.001200 IP (tos 0x0, ttl 58, id 32917, offset 0, flags [none], proto TCP (6), length 40)
        113.29.181.64.11589 > 198.51.100.9.80: Flags [S], seq 1059732941, win 512, length 0
  """
}
