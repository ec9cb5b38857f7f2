signature t50-null-flood {
  title      "T50: TCP packets without flags, TOS 0x40, all 16-bit fields below 32768"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2010 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, null-flags, spoofing, t50, stress-test
  reference "T50, src/config.c, src/include/common.h (RND macros) and src/modules/tcp.c in foreni-packages/t50 at commit f88f07f" url "https://github.com/foreni-packages/t50"

  packet null {
    tcp
    flags == 0
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

  event by dst gap 10s having count(null) >= 5 and distinct(null.sport) >= 5

  analysis {
    addresses "Without an option the source is a new random number of 31 bits in each packet."
    ports "Both random below 32768 unless they are given."
    flags "None, unless the user asks for some."
    time "1000 packets by default, endless with --flood."
    header """
      Read in the source: TOS 0x40 (precedence 'immediate'), DF, TTL 255 at the sender, no options, sequence number 0 as long as SYN is not set. The program draws 16-bit fields as a 31-bit random number shifted right by 16, so ports, window and IP id never reach
      32768. This project's own observation: those four fields give four bits in each packet, twenty over five packets, which the event uses; real traffic has every other port or window above that line.
    """
    bottom-line "This host is being flooded with T50 in its plain form. The sources are random; the tool is a stress tester that anybody can install."
  }

  hypothesis "T50" {
    verdict malicious
    weight strong
    because "TOS 0x40, TTL 255 and DF on packets without flags, and 16-bit fields that stay in their lower half."
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
  blind-spot "T50 with flags, options or other TOS: the fields below 32768 remain and are not enough."

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
