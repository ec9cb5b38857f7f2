signature scanrand-trace {
  title      "scanrand tracing a path by TCP: IP id tells the TTL that the packet started with"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2002 to present"
  licence    "CC-BY-4.0"
  tags       traceroute, tcp, scanrand, paketto, tool-mark
  variant-of scanrand-ttl-in-ip-id
  reference "Paketto Keiretsu 2 at commit 3e4dfe7: src/pk_scan.c: pk_build_generic_syn (header), pk_sr_spew_tcp (IP id from TTL and TOS)" url "https://github.com/krisnova/paketto"

  packet probe {
    ip
    tcp
    flags == SYN
    id & 0xff == tos
    1 <= id >> 8 <= 64
    window == 4096
    options == []
    df
    payload.len == 0
  }

  event by src, dst gap 30s having distinct(probe.id) >= 4 and constant((probe.id >> 8) - probe.ttl)

  analysis {
    addresses "One source, one target."
    ports "One destination port, mostly one that is open."
    flags "SYN with DF."
    direction "Routers on the way answer time exceeded and quote the id; from the quotation the sender reads how far the packet was meant to go. The target answers SYN ACK or RST."
    header "IP id >> 8 is the TTL at the start. What is left of it on arrival is the TTL, so id >> 8 less TTL is the distance in routers, the same in all packets. Window 4096, no options."
    bottom-line "A traceroute through your filter, on a port that you let in. It maps the routers before the target; by itself harmless."
  }
  hypothesis "Path tracing with scanrand" {
    verdict unknown
    weight strong
    because "The id predicts the TTL of every packet."
    test "Do the routers' time-exceeded messages go back to the same source?"
  }
  hypothesis "Another TCP traceroute" {
    verdict benign
    weight weak
    because "Others step the TTL as well."
    against "Their ids do not hold the TTL."
    test "Compare id >> 8 with the step of TTL."
  }
  false-positive "An id counter that steps by 256 for each router on the way, in time with the TTL: no kernel does this."
  blind-spot "Near the source few packets have arrived when TTL runs out: fewer than four are not reported."
  trace "the packets that reach a target twelve routers away" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 1, id 3072, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59690 > 198.51.100.20.80: Flags [S], seq 596001515, win 4096, length 0
    03:00:00.020000 IP (tos 0x0, ttl 2, id 3328, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59890 > 198.51.100.20.80: Flags [S], seq 2653972765, win 4096, length 0
    03:00:00.040000 IP (tos 0x0, ttl 3, id 3584, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.90 > 198.51.100.20.80: Flags [S], seq 2651938380, win 4096, length 0
    03:00:00.060000 IP (tos 0x0, ttl 4, id 3840, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.290 > 198.51.100.20.80: Flags [S], seq 1910554751, win 4096, length 0
    03:00:00.080000 IP (tos 0x0, ttl 5, id 4096, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.490 > 198.51.100.20.80: Flags [S], seq 544169063, win 4096, length 0
  """
  trace "ids that count by 256 while the TTL stays" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 1, id 3072, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59690 > 198.51.100.20.80: Flags [S], seq 596001515, win 4096, length 0
    03:00:00.020000 IP (tos 0x0, ttl 1, id 3328, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59890 > 198.51.100.20.80: Flags [S], seq 2653972765, win 4096, length 0
    03:00:00.040000 IP (tos 0x0, ttl 1, id 3584, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.90 > 198.51.100.20.80: Flags [S], seq 2651938380, win 4096, length 0
    03:00:00.060000 IP (tos 0x0, ttl 1, id 3840, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.290 > 198.51.100.20.80: Flags [S], seq 1910554751, win 4096, length 0
    03:00:00.080000 IP (tos 0x0, ttl 1, id 4096, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.490 > 198.51.100.20.80: Flags [S], seq 544169063, win 4096, length 0
  """
}
