signature masscan-xor-ip-id {
  title      "masscan SYN: IP id made of address, port and sequence number"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2014 to November 2023 in new builds; distributions still ship it"
  licence    "CC-BY-4.0"
  tags       scan, tcp, masscan, tool-mark
  reference "masscan at commit 2be4093: templ-pkt.c lines 432 and 942 (IP id, header), main.c lines 1316-1321 (source ports), commit 8042cbe of 22 January 2014" url "https://github.com/robertdavidgraham/masscan"
  reference "Spoki evaluation at commit 85c916a: src/cse/types/analyzer.py lines 97-99 (the same test, written without the mask of 16 bits)" url "https://github.com/inetrg/spoki"
  reference "ESnet curated captures at commit aa52b97: attacks/scanners/masscan/tcp_0_1000_20190821.pcap (1001 SYNs, all of them fit)" url "https://github.com/esnet-security/curated-pcaps"

  packet probe {
    ip
    tcp
    flags == SYN
    id == (dst ^ dport ^ seq) & 0xffff
    window == 1024
    options == []
    not df
    ittl == 255
    payload.len == 0
  }
  # With --ttl the user has another; then two packets are asked for.
  packet other_ttl {
    ip
    tcp
    flags == SYN
    id == (dst ^ dport ^ seq) & 0xffff
    window == 1024
    options == []
    not df
    not ittl == 255
    payload.len == 0
  }
  packet reset {
    ip
    tcp
    flags == RST
    id == (dst ^ dport ^ seq) & 0xffff
    window == 1200
    ittl == 255
  }

  # The same header under ids that do not fit is another program's.
  packet unfit {
    ip
    tcp
    flags == SYN
    id != (dst ^ dport ^ seq) & 0xffff
    window == 1024
    options == []
    not df
    payload.len == 0
  }

  event by src gap 1h
    having count(probe) >= 1 and count(probe) > count(unfit)
      or count(other_ttl) >= 2 and count(other_ttl) > count(unfit)

  analysis {
    addresses "One source, real as a rule: the answers are wanted. Targets in a shuffled order, so that no network sees a run of neighbours."
    ports "By default a source port between 40000 and 59999, chosen once; many users fix one (60000 and 61953 were seen with several unrelated addresses)."
    flags "SYN with 20 bytes of header: no mss, which no client's SYN lacks today."
    direction "An open port's SYN ACK is reset twice, by masscan itself and by the scanner's kernel, unless the user has a filter against the latter."
    time "100 packets a second unless told otherwise, over all targets; one network sees a trickle."
    header """
      IP id = (destination ^ destination port ^ sequence number) & 0xffff, 16 bits of agreement in each packet. Window 1024, TTL 255 at the sender unless the user sets another (--ttl), no DF. The sequence number is a keyed hash of both ends, by which the stateless
      scanner knows its answers again. This project's own observation, on masscan 1.3.2: its reset, window 1200, obeys the same rule with its own sequence number, one higher, so probe and reset tell the tool even apart.
    """
    bottom-line "masscan is going over your addresses, most likely as a small part of the Internet. Common and by itself of little weight; what counts is whether the same address comes back to what it found open."
  }
  hypothesis "Scan by masscan" {
    verdict malicious
    weight strong
    because "The relation holds bit for bit, in the tool's own header shape."
    test "Does it hold in the next packet from the source? Does a real connection to an open port follow?"
  }
  hypothesis "Survey by a research or security company" {
    verdict benign
    weight moderate
    because "Many of them are built on masscan or its template."
    test "Reverse DNS, a web page on the source address, published ranges."
  }
  false-positive "A tool that copies masscan's template; it is then a scanner as well."
  blind-spot "Captures whose addresses were rewritten lose the relation: see masscan-rewritten-destination."
  blind-spot "Builds since November 2023: see masscan-mss-1025."
  trace "masscan 1.3.2, open ports among the targets" observed expect match """
    03:37:08.085406 IP (tos 0x0, ttl 255, id 43510, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.23.24: Flags [S], seq 2624966137, win 1024, length 0
    03:37:08.185609 IP (tos 0x0, ttl 255, id 43509, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.23.24: Flags [R], seq 2624966138, win 1200, length 0
    03:37:08.185668 IP (tos 0x0, ttl 255, id 22550, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.17.80: Flags [S], seq 2311928919, win 1024, length 0
    03:37:08.185716 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.17.80: Flags [R], seq 2311928920, win 0, length 0
    03:37:08.185725 IP (tos 0x0, ttl 255, id 40406, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.22.34: Flags [S], seq 2187393506, win 1024, length 0
    03:37:08.185738 IP (tos 0x0, ttl 255, id 29088, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.18.59: Flags [S], seq 1836193161, win 1024, length 0
  """
  trace "a scan of ports 0 to 1000 in 2019" observed expect match """
    18:16:47.841604 IP (tos 0x0, ttl 252, id 40004, offset 0, flags [none], proto TCP (6), length 40)
        172.31.15.102.51406 > 198.124.152.15.697: Flags [S], seq 2109343474, win 1024, length 0
    18:16:47.946623 IP (tos 0x0, ttl 252, id 33062, offset 0, flags [none], proto TCP (6), length 40)
        172.31.15.102.51406 > 198.124.152.15.217: Flags [S], seq 4064352752, win 1024, length 0
    18:16:47.946624 IP (tos 0x0, ttl 252, id 49720, offset 0, flags [none], proto TCP (6), length 40)
        172.31.15.102.51406 > 198.124.152.15.398: Flags [S], seq 3907804089, win 1024, length 0
  """
  trace "masscan 1.3.2 --ttl 64, one router away" observed expect match """
    06:46:10.506608 IP (tos 0x0, ttl 63, id 60673, offset 0, flags [none], proto TCP (6), length 40)
        10.20.1.2.55570 > 10.20.2.2.165: Flags [S], seq 68480934, win 1024, length 0
    06:46:10.606915 IP (tos 0x0, ttl 63, id 45466, offset 0, flags [none], proto TCP (6), length 40)
        10.20.1.2.55570 > 10.20.2.2.10: Flags [S], seq 2239411090, win 1024, length 0
    06:46:10.606968 IP (tos 0x0, ttl 63, id 41663, offset 0, flags [none], proto TCP (6), length 40)
        10.20.1.2.55570 > 10.20.2.2.86: Flags [S], seq 1503240427, win 1024, length 0
  """
  trace "IP ids that do not follow the rule" synthetic expect no-match """
    03:37:08.085406 IP (tos 0x0, ttl 255, id 43511, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.23.24: Flags [S], seq 2624966137, win 1024, length 0
    03:37:08.185668 IP (tos 0x0, ttl 255, id 22551, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.17.80: Flags [S], seq 2311928919, win 1024, length 0
    03:37:08.185725 IP (tos 0x0, ttl 255, id 40407, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.44228 > 198.51.100.22.34: Flags [S], seq 2187393506, win 1024, length 0
  """
}
