signature t50-null-flood {
  title      "T50: TCP packets without flags, TOS 0x40, from TTL 255"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2010 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, null-flags, spoofing, t50, stress-test
  reference "t50 5.8.7b-1 of Debian 12, started for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/t50"
  reference "T50, src/config.c, src/include/common.h (RND macros) and src/modules/tcp.c in foreni-packages/t50 at commit f88f07f" url "https://github.com/foreni-packages/t50"

  packet lower {
    # the source at f88f07f: random fields of 15 bits
    tcp
    flags & (FIN|SYN|RST|PSH|ACK|URG|ECE|CWR) == 0
    tos == 0x40
    df
    ittl == 255
    seq == 0
    options == []
    sport < 32768
    dport < 32768
    window < 32768
    id < 32768
  }
  packet trailed {
    # 5.8.7b: random fields of 16 bits, 12 bytes behind the header
    tcp
    flags & (FIN|SYN|RST|PSH|ACK|URG|ECE|CWR) == 0
    tos == 0x40
    df
    ittl == 255
    seq == 0
    options == []
    payload.len == 12
  }

  event by dst gap 10s
    having count(lower) >= 5 and distinct(lower.sport) >= 5
      or count(trailed) >= 5 and distinct(trailed.sport) >= 5

  analysis {
    addresses "Without an option the source is a new random number of 31 bits in each packet."
    ports "Both random unless they are given: below 32768 in the source that was read, anywhere in 5.8.7b."
    flags "None, unless the user asks for some."
    time "1000 packets by default, endless with --flood."
    header """
      Read in the source: TOS 0x40 (precedence 'immediate'), DF, TTL 255 at the sender, no options, sequence number 0 as long as SYN is not set. The
      program draws 16-bit fields as a 31-bit random number shifted right by 16, so ports, window and IP id never reach 32768. This project's own
      observation: those four fields give four bits in each packet, twenty over five packets, which the event uses; real traffic has every other port
      or window above that line. Seen in packets of 5.8.7b (Debian 12): the fields use all 16 bits there, half of them above the line; all four
      reserved bits of the TCP header are set, which tcpdump does not print; and behind the header stand 12 bytes that belong to no protocol: source,
      destination, 00 06 00 14. They are the pseudo header of the checksum, sent along by mistake, so that the checksum of every packet is wrong as
      well.
    """
    bottom-line "This host is being flooded with T50 in its plain form. The sources are random; the tool is a stress tester that anybody can install."
  }

  hypothesis "T50" {
    verdict malicious
    weight strong
    because "TOS 0x40, TTL 255 and DF on packets without flags, and either fields that stay in their lower half or the pseudo header as 12 bytes of data."
    test "Does a stress test of your own run? Do other protocols come at once (T50 can mix fourteen)?"
  }
  hypothesis "A null scan with a marked TOS" {
    verdict malicious
    weight weak
    because "Packets without flags are a scan's."
    against "A scan has one source port or source and walks through ports."
    test "Count the sources."
  }

  false-positive "Your own stress test."
  blind-spot "T50 with flags, options or other TOS: what remains is not enough."
  blind-spot "Versions between the two that were read and tried."

  trace "six packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x40, ttl 246, id 77, offset 0, flags [DF], proto TCP (6), length 40)
        17.5.13.40.9 > 198.51.100.9.80: Flags [none], seq 0, win 31, length 0
    12:00:00.000250 IP (tos 0x40, ttl 246, id 4176, offset 0, flags [DF], proto TCP (6), length 40)
        46.76.70.41.11012 > 198.51.100.9.7093: Flags [none], seq 0, win 9204, length 0
    12:00:00.000500 IP (tos 0x40, ttl 246, id 8275, offset 0, flags [DF], proto TCP (6), length 40)
        75.147.127.42.22015 > 198.51.100.9.14106: Flags [none], seq 0, win 18377, length 0
    12:00:00.000750 IP (tos 0x40, ttl 246, id 12374, offset 0, flags [DF], proto TCP (6), length 40)
        104.218.184.43.250 > 198.51.100.9.21119: Flags [none], seq 0, win 27550, length 0
    12:00:00.001000 IP (tos 0x40, ttl 246, id 16473, offset 0, flags [DF], proto TCP (6), length 40)
        33.49.241.44.11253 > 198.51.100.9.28132: Flags [none], seq 0, win 3955, length 0
    12:00:00.001250 IP (tos 0x40, ttl 246, id 20572, offset 0, flags [DF], proto TCP (6), length 40)
        62.120.58.45.22256 > 198.51.100.9.2377: Flags [none], seq 0, win 13128, length 0
  """
  trace "t50 5.8.7b, one router away" observed expect match """
    04:09:13.599015 IP (tos 0x40, ttl 254, id 39164, offset 0, flags [DF], proto TCP (6), length 52)
        109.241.61.219.27560 > 198.51.100.9.48901: Flags [none], cksum 0x39e7 (incorrect -> 0x2f31), seq 0:12, win 55066, length 12
    04:09:13.599030 IP (tos 0x40, ttl 254, id 20540, offset 0, flags [DF], proto TCP (6), length 52)
        148.178.53.58.39192 > 198.51.100.9.29522: Flags [none], cksum 0x6094 (incorrect -> 0xbe37), seq 0:12, win 10775, length 12
    04:09:13.599036 IP (tos 0x40, ttl 254, id 55748, offset 0, flags [DF], proto TCP (6), length 52)
        82.242.80.227.32578 > 198.51.100.9.26091: Flags [none], cksum 0xa89b (incorrect -> 0xeb96), seq 0:12, win 28707, length 12
    04:09:13.599042 IP (tos 0x40, ttl 254, id 47785, offset 0, flags [DF], proto TCP (6), length 52)
        72.150.66.13.28608 > 198.51.100.9.19291: Flags [none], cksum 0x2950 (incorrect -> 0xb949), seq 0:12, win 65254, length 12
    04:09:13.599047 IP (tos 0x40, ttl 254, id 21504, offset 0, flags [DF], proto TCP (6), length 52)
        85.88.127.161.17980 > 198.51.100.9.19396: Flags [none], cksum 0xb62e (incorrect -> 0x4d80), seq 0:12, win 65310, length 12
    04:09:13.599056 IP (tos 0x40, ttl 254, id 28630, offset 0, flags [DF], proto TCP (6), length 52)
        150.70.217.59.8116 > 198.51.100.9.8948: Flags [none], cksum 0x1d2f (incorrect -> 0xb35e), seq 0:12, win 45959, length 12
  """
  trace "TOS 0" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 246, id 77, offset 0, flags [DF], proto TCP (6), length 40)
        17.5.13.40.9 > 198.51.100.9.80: Flags [none], seq 0, win 31, length 0
    12:00:00.000250 IP (tos 0x0, ttl 246, id 4176, offset 0, flags [DF], proto TCP (6), length 40)
        46.76.70.41.11012 > 198.51.100.9.7093: Flags [none], seq 0, win 9204, length 0
    12:00:00.000500 IP (tos 0x0, ttl 246, id 8275, offset 0, flags [DF], proto TCP (6), length 40)
        75.147.127.42.22015 > 198.51.100.9.14106: Flags [none], seq 0, win 18377, length 0
    12:00:00.000750 IP (tos 0x0, ttl 246, id 12374, offset 0, flags [DF], proto TCP (6), length 40)
        104.218.184.43.250 > 198.51.100.9.21119: Flags [none], seq 0, win 27550, length 0
    12:00:00.001000 IP (tos 0x0, ttl 246, id 16473, offset 0, flags [DF], proto TCP (6), length 40)
        33.49.241.44.11253 > 198.51.100.9.28132: Flags [none], seq 0, win 3955, length 0
    12:00:00.001250 IP (tos 0x0, ttl 246, id 20572, offset 0, flags [DF], proto TCP (6), length 40)
        62.120.58.45.22256 > 198.51.100.9.2377: Flags [none], seq 0, win 13128, length 0
  """
}
