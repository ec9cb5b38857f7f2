signature macof-mac-flood {
  title      "macof: frames from random hardware addresses, each with a SYN between random hosts"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1999 to present"
  licence    "CC-BY-4.0"
  tags       mac-flood, switch, dsniff, macof
  reference "dsniff, macof.c (version 1.15 of 2001) in ggreer/dsniff at commit 4b0c1aa" url "https://github.com/ggreer/dsniff/blob/4b0c1aae355b4ad2f955790b1530377568015172/macof.c"
  reference "dsniff 2.4b1+debian-31 of Debian 12, macof, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/dsniff"
  reference "Capture dosattack.pcap of the book Practical Packet Analysis, in markofu/pcaps at commit 437d669" url "https://github.com/markofu/pcaps"

  packet syn { tcp; ip; flags == SYN; window == 512; options == []; ttl == 64; not df; tos == 0 }
  # Debian's build: the length field ends before the TCP header, which therefore does not count.
  packet short { ip; proto == 6; ip.len == 20; ttl == 64; not df; tos == 0 }

  # No key that its packets share: neither address, port nor number is used twice.
  event by ttl gap 1s
    having distinct(syn.src, 1s) >= 20 and distinct(syn.dst, 1s) >= 20 and distinct(syn.dport, 1s) >= 20
      or distinct(short.src, 1s) >= 20 and distinct(short.dst, 1s) >= 20

  analysis {
    addresses """
      Every packet has a source and a destination of its own, drawn from all 32 bits: multicast, loopback and reserved ones among them. In the capture
      100 packets go from 100 sources to 100 destinations.
    """
    ports "Both drawn anew each time."
    flags "SYN alone, acknowledgment number 0."
    direction """
      It exists on one local wire only: TTL 64 has passed no router, and no router would have sent frames between these hosts this way. The hardware
      addresses differ in every frame.
    """
    time "100 packets in 16 ms in the capture. The tool does not pause."
    header """
      Window 512, TTL 64, no options, IP id random, TOS 0, DF clear: the constants of macof.c, read there and measured in the capture, which fits it
      in every field. That the capture was made with macof is this project's own conclusion; the book calls it a denial-of-service attack and a SYN
      flood, and a flood of one host it is not. The build that Debian 12
      has writes 20 into the length field, so that each packet is an IP header and nothing more, and its 20 bytes of TCP are padding to whoever reads them by the book (seen in the run). The target is the switch: its table of hardware addresses fills up, and it may then send frames for
      others to all its ports.
    """
    bottom-line """
      Somebody on this very wire fills the switch's address table, most likely in order to listen to other people's traffic. Look for the port of the
      switch that has learned thousands of addresses.
    """
  }

  hypothesis "macof, or another MAC flooder with its packet" {
    verdict malicious
    weight strong
    because "No two packets share an address, and none has passed a router."
    test "Which port of the switch learns the addresses? Do the hardware addresses change with every frame?"
  }
  hypothesis "A SYN flood with forged sources" {
    verdict malicious
    weight weak
    because "SYNs from everywhere."
    against "A flood has a target; here the destinations are as random as the sources."
    test "Count the destinations."
  }
  hypothesis "A telescope's view of the Internet's scanners" {
    verdict unknown
    weight weak
    because "Many sources, many destinations, small windows."
    against "Background radiation arrives with TTLs of all distances; here each is 64."
    test "Look at the TTLs."
  }

  false-positive "A load generator on a test network with the same constants."
  blind-spot "Behind a router nothing of it can be seen. Runs with a fixed source or destination (-s, -d) are left out."

  trace "first packets of the capture" observed expect match """
    20:39:40.527349 IP (tos 0x0, ttl 64, id 34123, offset 0, flags [none], proto TCP (6), length 40)
        51.142.253.91.2555 > 15.236.229.88.22746: Flags [S], cksum 0x0ffd (correct), seq 794289546, win 512, length 0
    20:39:40.527440 IP (tos 0x0, ttl 64, id 23263, offset 0, flags [none], proto TCP (6), length 40)
        246.160.37.73.36850 > 137.48.165.27.38839: Flags [S], cksum 0x3c47 (correct), seq 905234887, win 512, length 0
    20:39:40.527484 IP (tos 0x0, ttl 64, id 49824, offset 0, flags [none], proto TCP (6), length 40)
        53.128.129.15.65386 > 188.173.242.72.6909: Flags [S], cksum 0x245b (correct), seq 1901697088, win 512, length 0
    20:39:40.527526 IP (tos 0x0, ttl 64, id 23008, offset 0, flags [none], proto TCP (6), length 40)
        126.79.12.119.17662 > 227.13.23.6.20614: Flags [S], cksum 0x26b0 (correct), seq 157705070, win 512, length 0
    20:39:40.527569 IP (tos 0x0, ttl 64, id 51728, offset 0, flags [none], proto TCP (6), length 40)
        230.185.60.16.51795 > 228.104.247.35.23062: Flags [S], cksum 0x668e (correct), seq 907472509, win 512, length 0
    20:39:40.527611 IP (tos 0x0, ttl 64, id 11486, offset 0, flags [none], proto TCP (6), length 40)
        20.247.134.114.41795 > 16.169.137.52.26887: Flags [S], cksum 0x73ba (correct), seq 2019917873, win 512, length 0
    20:39:40.527653 IP (tos 0x0, ttl 64, id 22079, offset 0, flags [none], proto TCP (6), length 40)
        242.168.51.119.59753 > 167.184.28.110.25893: Flags [S], cksum 0x7dc3 (correct), seq 1034795420, win 512, length 0
    20:39:40.527695 IP (tos 0x0, ttl 64, id 37685, offset 0, flags [none], proto TCP (6), length 40)
        62.171.3.32.28321 > 240.31.248.85.38294: Flags [S], cksum 0xaf6b (correct), seq 1806263381, win 512, length 0
    20:39:40.527737 IP (tos 0x0, ttl 64, id 33722, offset 0, flags [none], proto TCP (6), length 40)
        74.55.63.122.2851 > 201.244.221.89.54476: Flags [S], cksum 0x6545 (correct), seq 1477894039, win 512, length 0
    20:39:40.527778 IP (tos 0x0, ttl 64, id 32754, offset 0, flags [none], proto TCP (6), length 40)
        238.227.214.84.34984 > 147.47.105.20.8752: Flags [S], cksum 0x186d (correct), seq 304223999, win 512, length 0
    20:39:40.527836 IP (tos 0x0, ttl 64, id 59931, offset 0, flags [none], proto TCP (6), length 40)
        205.245.31.84.39452 > 19.241.61.39.14478: Flags [S], cksum 0xeeee (correct), seq 1562005709, win 512, length 0
    20:39:40.527879 IP (tos 0x0, ttl 64, id 14116, offset 0, flags [none], proto TCP (6), length 40)
        161.53.118.5.32630 > 2.180.151.108.17979: Flags [S], cksum 0xc16f (correct), seq 1347560724, win 512, length 0
    20:39:40.527921 IP (tos 0x0, ttl 64, id 23274, offset 0, flags [none], proto TCP (6), length 40)
        116.20.129.68.12744 > 189.52.130.30.57757: Flags [S], cksum 0x7062 (correct), seq 215804050, win 512, length 0
    20:39:40.527963 IP (tos 0x0, ttl 64, id 29911, offset 0, flags [none], proto TCP (6), length 40)
        240.28.34.117.18160 > 18.251.235.17.44078: Flags [S], cksum 0x6499 (correct), seq 409677089, win 512, length 0
    20:39:40.528006 IP (tos 0x0, ttl 64, id 7004, offset 0, flags [none], proto TCP (6), length 40)
        116.228.172.93.42484 > 9.132.116.57.16791: Flags [S], cksum 0xa39f (correct), seq 438725010, win 512, length 0
    20:39:40.528048 IP (tos 0x0, ttl 64, id 56291, offset 0, flags [none], proto TCP (6), length 40)
        119.27.2.32.26229 > 1.46.97.61.60736: Flags [S], cksum 0xb185 (correct), seq 631154530, win 512, length 0
    20:39:40.528090 IP (tos 0x0, ttl 64, id 24007, offset 0, flags [none], proto TCP (6), length 40)
        8.29.40.64.6202 > 109.189.102.30.9249: Flags [S], cksum 0xe54b (correct), seq 1082214274, win 512, length 0
    20:39:40.528132 IP (tos 0x0, ttl 64, id 23700, offset 0, flags [none], proto TCP (6), length 40)
        87.123.82.40.22748 > 0.102.56.75.18846: Flags [S], cksum 0x3643 (correct), seq 1494194625, win 512, length 0
    20:39:40.528174 IP (tos 0x0, ttl 64, id 45002, offset 0, flags [none], proto TCP (6), length 40)
        215.175.235.78.25290 > 36.226.150.3.58680: Flags [S], cksum 0x1500 (correct), seq 160090481, win 512, length 0
    20:39:40.528216 IP (tos 0x0, ttl 64, id 28342, offset 0, flags [none], proto TCP (6), length 40)
        253.98.102.67.59058 > 64.4.76.55.16030: Flags [S], cksum 0x3903 (correct), seq 1871966233, win 512, length 0
    20:39:40.528258 IP (tos 0x0, ttl 64, id 44934, offset 0, flags [none], proto TCP (6), length 40)
        110.85.150.62.15542 > 157.44.17.4.27872: Flags [S], cksum 0xd73b (correct), seq 1175467068, win 512, length 0
    20:39:40.528300 IP (tos 0x0, ttl 64, id 11373, offset 0, flags [none], proto TCP (6), length 40)
        194.191.235.22.22897 > 158.82.56.71.14712: Flags [S], cksum 0x977a (correct), seq 342485669, win 512, length 0
    20:39:40.528343 IP (tos 0x0, ttl 64, id 25304, offset 0, flags [none], proto TCP (6), length 40)
        180.92.87.110.33579 > 163.227.85.10.12734: Flags [S], cksum 0xc7a9 (correct), seq 461115675, win 512, length 0
    20:39:40.528385 IP (tos 0x0, ttl 64, id 22644, offset 0, flags [none], proto TCP (6), length 40)
        207.220.169.119.24104 > 202.148.184.90.4399: Flags [S], cksum 0x65e5 (correct), seq 339986463, win 512, length 0
  """
  trace "macof of Debian 12: the length field leaves TCP out" observed expect match """
    07:03:57.815282 IP (tos 0x0, ttl 64, id 2441, offset 0, flags [none], proto TCP (6), length 20)
        212.123.160.81 > 54.71.125.13: [|tcp]
    07:03:57.818866 IP (tos 0x0, ttl 64, id 15062, offset 0, flags [none], proto TCP (6), length 20)
        32.167.141.17 > 232.95.231.27: [|tcp]
    07:03:57.818904 IP (tos 0x0, ttl 64, id 46576, offset 0, flags [none], proto TCP (6), length 20)
        194.84.6.67 > 183.75.241.74: [|tcp]
    07:03:57.818936 IP (tos 0x0, ttl 64, id 25583, offset 0, flags [none], proto TCP (6), length 20)
        209.179.109.102 > 15.238.8.71: [|tcp]
    07:03:57.818965 IP (tos 0x0, ttl 64, id 37371, offset 0, flags [none], proto TCP (6), length 20)
        54.79.90.101 > 193.109.30.123: [|tcp]
    07:03:57.822794 IP (tos 0x0, ttl 64, id 16187, offset 0, flags [none], proto TCP (6), length 20)
        206.75.140.103 > 174.146.215.124: [|tcp]
    07:03:57.822830 IP (tos 0x0, ttl 64, id 34589, offset 0, flags [none], proto TCP (6), length 20)
        245.185.66.98 > 205.195.49.18: [|tcp]
    07:03:57.822860 IP (tos 0x0, ttl 64, id 24716, offset 0, flags [none], proto TCP (6), length 20)
        205.183.177.122 > 16.39.229.71: [|tcp]
    07:03:57.822888 IP (tos 0x0, ttl 64, id 46743, offset 0, flags [none], proto TCP (6), length 20)
        236.27.130.87 > 145.175.45.41: [|tcp]
    07:03:57.822916 IP (tos 0x0, ttl 64, id 4200, offset 0, flags [none], proto TCP (6), length 20)
        35.194.135.70 > 247.96.3.58: [|tcp]
    07:03:57.822944 IP (tos 0x0, ttl 64, id 2222, offset 0, flags [none], proto TCP (6), length 20)
        34.141.206.84 > 15.150.56.116: [|tcp]
    07:03:57.822971 IP (tos 0x0, ttl 64, id 64035, offset 0, flags [none], proto TCP (6), length 20)
        253.98.69.15 > 236.192.51.67: [|tcp]
    07:03:57.822999 IP (tos 0x0, ttl 64, id 54581, offset 0, flags [none], proto TCP (6), length 20)
        165.128.56.30 > 140.200.140.6: [|tcp]
    07:03:57.823030 IP (tos 0x0, ttl 64, id 64391, offset 0, flags [none], proto TCP (6), length 20)
        23.136.15.126 > 65.67.190.124: [|tcp]
    07:03:57.823059 IP (tos 0x0, ttl 64, id 18405, offset 0, flags [none], proto TCP (6), length 20)
        41.65.14.81 > 42.216.188.100: [|tcp]
    07:03:57.823087 IP (tos 0x0, ttl 64, id 28088, offset 0, flags [none], proto TCP (6), length 20)
        143.161.18.118 > 225.32.65.116: [|tcp]
    07:03:57.823115 IP (tos 0x0, ttl 64, id 58384, offset 0, flags [none], proto TCP (6), length 20)
        241.140.218.48 > 197.47.153.14: [|tcp]
    07:03:57.823144 IP (tos 0x0, ttl 64, id 31366, offset 0, flags [none], proto TCP (6), length 20)
        102.165.79.77 > 225.242.195.107: [|tcp]
    07:03:57.823171 IP (tos 0x0, ttl 64, id 3779, offset 0, flags [none], proto TCP (6), length 20)
        83.225.118.118 > 151.9.235.69: [|tcp]
    07:03:57.823199 IP (tos 0x0, ttl 64, id 53173, offset 0, flags [none], proto TCP (6), length 20)
        91.15.80.111 > 172.52.34.8: [|tcp]
    07:03:57.823227 IP (tos 0x0, ttl 64, id 33133, offset 0, flags [none], proto TCP (6), length 20)
        102.121.248.69 > 184.44.70.62: [|tcp]
    07:03:57.823255 IP (tos 0x0, ttl 64, id 46687, offset 0, flags [none], proto TCP (6), length 20)
        224.239.23.68 > 168.72.247.18: [|tcp]
  """
  trace "one target, many ports: a flood, not a MAC flood" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 64, id 3000, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.1.2000 > 198.51.100.9.1080: Flags [S], seq 1000000, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 64, id 3017, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.2.2007 > 198.51.100.9.1087: Flags [S], seq 1099991, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 64, id 3034, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.3.2014 > 198.51.100.9.1094: Flags [S], seq 1199982, win 512, length 0
    12:00:00.000300 IP (tos 0x0, ttl 64, id 3051, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.4.2021 > 198.51.100.9.1101: Flags [S], seq 1299973, win 512, length 0
    12:00:00.000400 IP (tos 0x0, ttl 64, id 3068, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.5.2028 > 198.51.100.9.1108: Flags [S], seq 1399964, win 512, length 0
    12:00:00.000500 IP (tos 0x0, ttl 64, id 3085, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.6.2035 > 198.51.100.9.1115: Flags [S], seq 1499955, win 512, length 0
    12:00:00.000600 IP (tos 0x0, ttl 64, id 3102, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.7.2042 > 198.51.100.9.1122: Flags [S], seq 1599946, win 512, length 0
    12:00:00.000700 IP (tos 0x0, ttl 64, id 3119, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.8.2049 > 198.51.100.9.1129: Flags [S], seq 1699937, win 512, length 0
    12:00:00.000800 IP (tos 0x0, ttl 64, id 3136, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.9.2056 > 198.51.100.9.1136: Flags [S], seq 1799928, win 512, length 0
    12:00:00.000900 IP (tos 0x0, ttl 64, id 3153, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2063 > 198.51.100.9.1143: Flags [S], seq 1899919, win 512, length 0
    12:00:00.001000 IP (tos 0x0, ttl 64, id 3170, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.11.2070 > 198.51.100.9.1150: Flags [S], seq 1999910, win 512, length 0
    12:00:00.001100 IP (tos 0x0, ttl 64, id 3187, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.12.2077 > 198.51.100.9.1157: Flags [S], seq 2099901, win 512, length 0
    12:00:00.001200 IP (tos 0x0, ttl 64, id 3204, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.13.2084 > 198.51.100.9.1164: Flags [S], seq 2199892, win 512, length 0
    12:00:00.001300 IP (tos 0x0, ttl 64, id 3221, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.14.2091 > 198.51.100.9.1171: Flags [S], seq 2299883, win 512, length 0
    12:00:00.001400 IP (tos 0x0, ttl 64, id 3238, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.15.2098 > 198.51.100.9.1178: Flags [S], seq 2399874, win 512, length 0
    12:00:00.001500 IP (tos 0x0, ttl 64, id 3255, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.16.2105 > 198.51.100.9.1185: Flags [S], seq 2499865, win 512, length 0
    12:00:00.001600 IP (tos 0x0, ttl 64, id 3272, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.17.2112 > 198.51.100.9.1192: Flags [S], seq 2599856, win 512, length 0
    12:00:00.001700 IP (tos 0x0, ttl 64, id 3289, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.18.2119 > 198.51.100.9.1199: Flags [S], seq 2699847, win 512, length 0
    12:00:00.001800 IP (tos 0x0, ttl 64, id 3306, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.19.2126 > 198.51.100.9.1206: Flags [S], seq 2799838, win 512, length 0
    12:00:00.001900 IP (tos 0x0, ttl 64, id 3323, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.20.2133 > 198.51.100.9.1213: Flags [S], seq 2899829, win 512, length 0
    12:00:00.002000 IP (tos 0x0, ttl 64, id 3340, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.21.2140 > 198.51.100.9.1220: Flags [S], seq 2999820, win 512, length 0
    12:00:00.002100 IP (tos 0x0, ttl 64, id 3357, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.22.2147 > 198.51.100.9.1227: Flags [S], seq 3099811, win 512, length 0
    12:00:00.002200 IP (tos 0x0, ttl 64, id 3374, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.23.2154 > 198.51.100.9.1234: Flags [S], seq 3199802, win 512, length 0
    12:00:00.002300 IP (tos 0x0, ttl 64, id 3391, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.24.2161 > 198.51.100.9.1241: Flags [S], seq 3299793, win 512, length 0
  """
  trace "one port of many targets: a sweep, not a MAC flood" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 64, id 3000, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.1.2000 > 198.51.100.9.80: Flags [S], seq 1000000, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 64, id 3017, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.2.2007 > 198.51.100.10.80: Flags [S], seq 1099991, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 64, id 3034, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.3.2014 > 198.51.100.11.80: Flags [S], seq 1199982, win 512, length 0
    12:00:00.000300 IP (tos 0x0, ttl 64, id 3051, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.4.2021 > 198.51.100.12.80: Flags [S], seq 1299973, win 512, length 0
    12:00:00.000400 IP (tos 0x0, ttl 64, id 3068, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.5.2028 > 198.51.100.13.80: Flags [S], seq 1399964, win 512, length 0
    12:00:00.000500 IP (tos 0x0, ttl 64, id 3085, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.6.2035 > 198.51.100.14.80: Flags [S], seq 1499955, win 512, length 0
    12:00:00.000600 IP (tos 0x0, ttl 64, id 3102, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.7.2042 > 198.51.100.15.80: Flags [S], seq 1599946, win 512, length 0
    12:00:00.000700 IP (tos 0x0, ttl 64, id 3119, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.8.2049 > 198.51.100.16.80: Flags [S], seq 1699937, win 512, length 0
    12:00:00.000800 IP (tos 0x0, ttl 64, id 3136, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.9.2056 > 198.51.100.17.80: Flags [S], seq 1799928, win 512, length 0
    12:00:00.000900 IP (tos 0x0, ttl 64, id 3153, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2063 > 198.51.100.18.80: Flags [S], seq 1899919, win 512, length 0
    12:00:00.001000 IP (tos 0x0, ttl 64, id 3170, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.11.2070 > 198.51.100.19.80: Flags [S], seq 1999910, win 512, length 0
    12:00:00.001100 IP (tos 0x0, ttl 64, id 3187, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.12.2077 > 198.51.100.20.80: Flags [S], seq 2099901, win 512, length 0
    12:00:00.001200 IP (tos 0x0, ttl 64, id 3204, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.13.2084 > 198.51.100.21.80: Flags [S], seq 2199892, win 512, length 0
    12:00:00.001300 IP (tos 0x0, ttl 64, id 3221, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.14.2091 > 198.51.100.22.80: Flags [S], seq 2299883, win 512, length 0
    12:00:00.001400 IP (tos 0x0, ttl 64, id 3238, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.15.2098 > 198.51.100.23.80: Flags [S], seq 2399874, win 512, length 0
    12:00:00.001500 IP (tos 0x0, ttl 64, id 3255, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.16.2105 > 198.51.100.24.80: Flags [S], seq 2499865, win 512, length 0
    12:00:00.001600 IP (tos 0x0, ttl 64, id 3272, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.17.2112 > 198.51.100.25.80: Flags [S], seq 2599856, win 512, length 0
    12:00:00.001700 IP (tos 0x0, ttl 64, id 3289, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.18.2119 > 198.51.100.26.80: Flags [S], seq 2699847, win 512, length 0
    12:00:00.001800 IP (tos 0x0, ttl 64, id 3306, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.19.2126 > 198.51.100.27.80: Flags [S], seq 2799838, win 512, length 0
    12:00:00.001900 IP (tos 0x0, ttl 64, id 3323, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.20.2133 > 198.51.100.28.80: Flags [S], seq 2899829, win 512, length 0
    12:00:00.002000 IP (tos 0x0, ttl 64, id 3340, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.21.2140 > 198.51.100.29.80: Flags [S], seq 2999820, win 512, length 0
    12:00:00.002100 IP (tos 0x0, ttl 64, id 3357, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.22.2147 > 198.51.100.30.80: Flags [S], seq 3099811, win 512, length 0
    12:00:00.002200 IP (tos 0x0, ttl 64, id 3374, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.23.2154 > 198.51.100.31.80: Flags [S], seq 3199802, win 512, length 0
    12:00:00.002300 IP (tos 0x0, ttl 64, id 3391, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.24.2161 > 198.51.100.32.80: Flags [S], seq 3299793, win 512, length 0
  """
}
