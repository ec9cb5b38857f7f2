signature hping3-syn-scan {
  title      "hping3 SYN scan: window 512, no options, source port counting"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, hping, tool-mark
  reference "hping3 at commit 3547c76: sendtcp.c, sendip.c, hping2.h, main.c lines 283-287" url "https://github.com/antirez/hping"

  packet probe {
    tcp
    flags == SYN
    window == 512
    options == []
    not df
    ittl == 64
    seq < 0x80000000
    payload.len == 0
  }

  event by src, dst gap 30s
    having count(probe) >= 4 and distinct(probe.dport) >= 4 and span(probe.sport) <= 4096

  analysis {
    ports "Many ports of one host. With -p ++N the source port rises by one with the destination port; with --scan it stays."
    flags "SYN with 20 bytes of header."
    direction "Open ports' SYN ACKs are reset by the kernel."
    header """
      Window 512, TTL 64 at the sender, no DF, IP id random. In the capture file the acknowledgment number is random although ACK is clear, a mark that tcpdump does not print. This project's own observation on hping3 3.0.0-alpha-2:
      sequence and acknowledgment numbers stay below 2^31 (they come from a C library's rand()), one more bit of agreement in each packet.
    """
    bottom-line "A port scan with hping3. Slow and hand-made: somebody is looking at this host in particular."
  }
  hypothesis "Scan with hping3" {
    verdict malicious
    weight strong
    because "Window 512 without options at TTL 64 is the tool's default header, which few change."
    test "In the capture file: are the acknowledgment numbers of the SYNs nonzero?"
  }
  hypothesis "Test of a filter by its owner" {
    verdict benign
    weight moderate
    because "hping3 is an administrator's tool above all."
    test "Ask who may scan."
  }
  false-positive "Old embedded stacks with window 512 that open four services within a minute: their numbers would have to stay below 2^31 too."
  blind-spot "Scans of fewer than four ports; floods to one port."
  trace "hping3 -S -p ++20" observed expect match """
    03:39:37.170995 IP (tos 0x0, ttl 64, id 30831, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1972 > 198.51.100.20.20: Flags [S], seq 1975844124, win 512, length 0
    03:39:37.274838 IP (tos 0x0, ttl 64, id 59165, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1973 > 198.51.100.20.21: Flags [S], seq 452392124, win 512, length 0
    03:39:37.375095 IP (tos 0x0, ttl 64, id 58333, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1974 > 198.51.100.20.22: Flags [S], seq 993315526, win 512, length 0
    03:39:37.375153 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.1974 > 198.51.100.20.22: Flags [R], seq 993315527, win 0, length 0
    03:39:37.475263 IP (tos 0x0, ttl 64, id 59617, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1975 > 198.51.100.20.23: Flags [S], seq 902131678, win 512, length 0
    03:39:37.575485 IP (tos 0x0, ttl 64, id 13981, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1976 > 198.51.100.20.24: Flags [S], seq 36783166, win 512, length 0
    03:39:37.675626 IP (tos 0x0, ttl 64, id 3679, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1977 > 198.51.100.20.25: Flags [S], seq 363993873, win 512, length 0
    03:39:37.775824 IP (tos 0x0, ttl 64, id 18424, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1978 > 198.51.100.20.26: Flags [S], seq 614834701, win 512, length 0
  """
  trace "hping3 --scan" observed expect match """
    03:39:39.356940 IP (tos 0x0, ttl 64, id 42589, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.20: Flags [S], seq 525955087, win 512, length 0
    03:39:39.357065 IP (tos 0x0, ttl 64, id 27866, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.21: Flags [S], seq 1239573775, win 512, length 0
    03:39:39.357097 IP (tos 0x0, ttl 64, id 22010, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.22: Flags [S], seq 109263580, win 512, length 0
    03:39:39.357121 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.22: Flags [R], seq 109263581, win 0, length 0
    03:39:39.357145 IP (tos 0x0, ttl 64, id 21520, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.23: Flags [S], seq 2012302287, win 512, length 0
    03:39:39.357159 IP (tos 0x0, ttl 64, id 21312, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.24: Flags [S], seq 1328026129, win 512, length 0
    03:39:39.357170 IP (tos 0x0, ttl 64, id 45643, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.25: Flags [S], seq 1138397870, win 512, length 0
    03:39:39.357181 IP (tos 0x0, ttl 64, id 61172, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2321 > 198.51.100.20.26: Flags [S], seq 229746858, win 512, length 0
  """
  trace "numbers over the whole range, window 5840" synthetic expect no-match """
    03:39:37.170995 IP (tos 0x0, ttl 64, id 30831, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1972 > 198.51.100.20.20: Flags [S], seq 1975844124, win 5840, length 0
    03:39:37.274838 IP (tos 0x0, ttl 64, id 59165, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1973 > 198.51.100.20.21: Flags [S], seq 452392124, win 5840, length 0
    03:39:37.375095 IP (tos 0x0, ttl 64, id 58333, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1974 > 198.51.100.20.22: Flags [S], seq 993315526, win 5840, length 0
    03:39:37.475263 IP (tos 0x0, ttl 64, id 59617, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1975 > 198.51.100.20.23: Flags [S], seq 902131678, win 5840, length 0
    03:39:37.575485 IP (tos 0x0, ttl 64, id 13981, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1976 > 198.51.100.20.24: Flags [S], seq 36783166, win 5840, length 0
    03:39:37.675626 IP (tos 0x0, ttl 64, id 3679, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1977 > 198.51.100.20.25: Flags [S], seq 363993873, win 5840, length 0
  """
}
