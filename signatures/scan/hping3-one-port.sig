signature hping3-one-port {
  title      "hping at one port: window 512, no options, a source port that counts"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, hping, tcp, tool-mark
  reference "hping3 3.a2.ds2-10 of Debian 12, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "hping3, sendtcp.c, sendip.c, hping2.h and main.c:283-287 in antirez/hping at commit 3547c76" url "https://github.com/antirez/hping"

  packet probe {
    tcp
    flags & (SYN|FIN) != SYN|FIN
    window == 512
    options == []
    ittl == 64
    not df
    not frag
    payload.len == 0
  }

  event by src, dst, dport gap 10s
    having count(probe) >= 3 and step(probe.sport) == 1 and span(probe.sport) < 2 * count(probe)

  analysis {
    addresses "One source, one target. The source is real when the sender wants answers."
    ports "One destination port; the source port rises by one with each packet."
    flags "Any, the same in each packet: SYN (-S), ACK (-A), FIN (-F), none, or a mixture that no TCP sends."
    direction "What comes back, its TTL, IP id and window, is what the program shows its user."
    time "One a second unless told otherwise. At twenty and more a second with SYN, hping3-syn-flood leads."
    header """
      Window 512, TTL 64 at the sender, no DF, no options, IP id random, as the source has it and the runs showed. Sequence and acknowledgment number come from rand() and stay below 2^31;
      in the capture file the latter is there without ACK, too. A counting source port with numbers that do not count is nothing that a kernel makes.
    """
    bottom-line "Somebody asks one port of this host by hand, with hping: whether it answers, how far away it is, how its IP id moves. A look before something else; or a test of a filter."
  }
  hypothesis "Somebody tries this port with hping" {
    verdict malicious
    weight moderate
    because "All of the program's defaults at once, packet after packet, and its counter in the source port."
    test "Do other ports or flags follow? Is a third party's address used?"
  }
  hypothesis "An administrator's test" {
    verdict benign
    weight moderate
    because "To ping by TCP where a filter stops ICMP is what the program is for."
    test "Is the source yours?"
  }
  hypothesis "Health checks of an embedded device" {
    verdict benign
    weight weak
    because "A checker connects again and again from rising ports, and small stacks have small windows and no options."
    against "Its sequence numbers rise as well, and with an mss it would have an option."
    test "Are there sequence numbers of 2^31 and above?"
  }
  false-positive "A small stack with window 512 and TTL 64 that sends no option at all."
  blind-spot "hping with -w, -t, -y, -k or -d; fewer than three packets. SYN FIN is left to syn-fin."

  trace "hping3 -S -p 80, one a second" observed expect match """
    06:47:37.562995 IP (tos 0x0, ttl 63, id 6102, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1152 > 198.51.100.2.80: Flags [S], seq 1964435902, win 512, length 0
    06:47:38.563159 IP (tos 0x0, ttl 63, id 40916, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1153 > 198.51.100.2.80: Flags [S], seq 121174356, win 512, length 0
    06:47:39.563403 IP (tos 0x0, ttl 63, id 35390, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1154 > 198.51.100.2.80: Flags [S], seq 1800562111, win 512, length 0
    06:47:40.563576 IP (tos 0x0, ttl 63, id 19097, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1155 > 198.51.100.2.80: Flags [S], seq 1583463787, win 512, length 0
    06:47:41.563824 IP (tos 0x0, ttl 63, id 28113, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1156 > 198.51.100.2.80: Flags [S], seq 1315832054, win 512, length 0
    06:47:42.564028 IP (tos 0x0, ttl 63, id 45917, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1157 > 198.51.100.2.80: Flags [S], seq 928504432, win 512, length 0
  """
  trace "hping3 -F -P -U -p 80" observed expect match """
    06:47:12.526954 IP (tos 0x0, ttl 63, id 26771, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2678 > 198.51.100.2.80: Flags [FPU], seq 1256978569, win 512, urg 0, length 0
    06:47:12.532090 IP (tos 0x0, ttl 63, id 26841, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2679 > 198.51.100.2.80: Flags [FPU], seq 1509100238, win 512, urg 0, length 0
    06:47:12.537215 IP (tos 0x0, ttl 63, id 16661, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2680 > 198.51.100.2.80: Flags [FPU], seq 986495000, win 512, urg 0, length 0
    06:47:12.542334 IP (tos 0x0, ttl 63, id 19208, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.2681 > 198.51.100.2.80: Flags [FPU], seq 1066416220, win 512, urg 0, length 0
  """
  trace "source ports without order" synthetic expect no-match """
    06:47:37.562995 IP (tos 0x0, ttl 63, id 6102, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1152 > 198.51.100.2.80: Flags [S], seq 1964435902, win 512, length 0
    06:47:38.563159 IP (tos 0x0, ttl 63, id 40916, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4711 > 198.51.100.2.80: Flags [S], seq 121174356, win 512, length 0
    06:47:39.563403 IP (tos 0x0, ttl 63, id 35390, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1902 > 198.51.100.2.80: Flags [S], seq 1800562111, win 512, length 0
    06:47:40.563576 IP (tos 0x0, ttl 63, id 19097, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.3320 > 198.51.100.2.80: Flags [S], seq 1583463787, win 512, length 0
    06:47:41.563824 IP (tos 0x0, ttl 63, id 28113, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1156 > 198.51.100.2.80: Flags [S], seq 1315832054, win 512, length 0
    06:47:42.564028 IP (tos 0x0, ttl 63, id 45917, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1157 > 198.51.100.2.80: Flags [S], seq 928504432, win 512, length 0
  """
}
