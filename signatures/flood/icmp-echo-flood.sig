signature icmp-echo-flood {
  title      "Flood of echo requests to one host"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       flood, icmp, denial-of-service
  reference "hping3 3.a2.ds2-10 of Debian 12, -1, and iputils' ping -f (the look-alike), run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "ping(8), manual page (-f: a hundred a second or as fast as answers come, whichever is more)" url "https://man7.org/linux/man-pages/man8/ping.8.html"
  reference "RFC 792, Internet Control Message Protocol (echo)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet echo { icmp and icmp.type == 8 or icmp6 and icmp.type == 128 }
  # ping's own filling: ping -f is mostly an administrator's test.
  packet pinger {
    icmp and icmp.type == 8 or icmp6 and icmp.type == 128
    payload contains |10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f|
  }

  event by dst gap 5s having count(echo, 1s) >= 100 and count(pinger) == 0

  analysis {
    addresses "One target; one source, or many where they are forged or bots."
    flags "Echo requests."
    direction "If the target answers, its line carries as much outwards as inwards, and forged sources get the answers."
    time "A hundred and more within a second. People ping once a second, monitors once in many seconds; a sweep asks each host once."
    header """
      Says which program it is. hping3: no data unless asked for, TTL 64, no DF, one identifier; this project's own observation: its sequence number rises by 256 in the file, since it is
      written without converting its bytes. ping -f has ping's own filling and counts by one; where the capture shows that filling, the event does not come about.
    """
    bottom-line "Somebody fills this host's line or processor with pings. Drop echo requests to it upstream for as long as it lasts; then find out whether the sources are real."
  }
  hypothesis "Flood" {
    verdict malicious
    weight strong
    because "Nobody needs a hundred answers a second to know that a host lives."
    test "Do the TTLs fit the sources? How many sources are there, and do they fill whole networks at random?"
  }
  hypothesis "A test of the line" {
    verdict benign
    weight moderate
    because "Pings at full speed are used to measure loss, by those who own both ends."
    test "Is the source yours, and does it stop within a minute?"
  }
  false-positive "Measurement of a link under load; ping -f in a text, which does not show the filling."
  blind-spot "Floods with ping -f itself. Slower floods, and those in fragments (see jolt-icmp-fragments and ping-of-death)."

  trace "hping3 -1 -i u500" observed expect match """
    06:47:25.402973 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 0, length 8
    06:47:25.403550 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 256, length 8
    06:47:25.404110 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 512, length 8
    06:47:25.404662 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 768, length 8
    06:47:25.405211 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1024, length 8
    06:47:25.405777 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1280, length 8
    06:47:25.406360 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1536, length 8
    06:47:25.406918 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1792, length 8
    06:47:25.407486 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2048, length 8
    06:47:25.408033 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2304, length 8
    06:47:25.408592 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2560, length 8
    06:47:25.409155 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2816, length 8
    06:47:25.409700 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3072, length 8
    06:47:25.410253 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3328, length 8
    06:47:25.410793 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3584, length 8
    06:47:25.411366 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3840, length 8
    06:47:25.411909 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4096, length 8
    06:47:25.412470 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4352, length 8
    06:47:25.413023 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4608, length 8
    06:47:25.413578 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4864, length 8
    06:47:25.414132 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5120, length 8
    06:47:25.414702 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5376, length 8
    06:47:25.415285 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5632, length 8
    06:47:25.415865 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5888, length 8
    06:47:25.416476 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6144, length 8
    06:47:25.417082 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6400, length 8
    06:47:25.417649 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6656, length 8
    06:47:25.418199 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6912, length 8
    06:47:25.418753 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7168, length 8
    06:47:25.419316 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7424, length 8
    06:47:25.419858 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7680, length 8
    06:47:25.420411 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7936, length 8
    06:47:25.420955 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8192, length 8
    06:47:25.421504 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8448, length 8
    06:47:25.422055 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8704, length 8
    06:47:25.422591 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8960, length 8
    06:47:25.423161 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9216, length 8
    06:47:25.423705 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9472, length 8
    06:47:25.424258 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9728, length 8
    06:47:25.424801 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9984, length 8
    06:47:25.425356 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 10240, length 8
    06:47:25.425900 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 10496, length 8
    06:47:25.426453 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 10752, length 8
    06:47:25.426993 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11008, length 8
    06:47:25.427549 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11264, length 8
    06:47:25.428096 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11520, length 8
    06:47:25.428668 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11776, length 8
    06:47:25.429308 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12032, length 8
    06:47:25.429909 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12288, length 8
    06:47:25.430500 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12544, length 8
    06:47:25.431077 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12800, length 8
    06:47:25.431689 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 13056, length 8
    06:47:25.432287 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 13312, length 8
    06:47:25.432901 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 13568, length 8
    06:47:25.433502 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 13824, length 8
    06:47:25.434067 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 14080, length 8
    06:47:25.434614 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 14336, length 8
    06:47:25.435153 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 14592, length 8
    06:47:25.435712 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 14848, length 8
    06:47:25.436257 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 15104, length 8
    06:47:25.436811 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 15360, length 8
    06:47:25.437365 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 15616, length 8
    06:47:25.437918 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 15872, length 8
    06:47:25.438514 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 16128, length 8
    06:47:25.439063 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 16384, length 8
    06:47:25.439623 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 16640, length 8
    06:47:25.440171 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 16896, length 8
    06:47:25.440720 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 17152, length 8
    06:47:25.441273 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 17408, length 8
    06:47:25.441821 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 17664, length 8
    06:47:25.442377 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 17920, length 8
    06:47:25.442920 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 18176, length 8
    06:47:25.443470 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 18432, length 8
    06:47:25.444022 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 18688, length 8
    06:47:25.444564 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 18944, length 8
    06:47:25.445119 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 19200, length 8
    06:47:25.445661 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 19456, length 8
    06:47:25.446212 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 19712, length 8
    06:47:25.446753 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 19968, length 8
    06:47:25.447310 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 20224, length 8
    06:47:25.447853 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 20480, length 8
    06:47:25.448404 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 20736, length 8
    06:47:25.448953 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 20992, length 8
    06:47:25.449511 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 21248, length 8
    06:47:25.450055 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 21504, length 8
    06:47:25.450598 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 21760, length 8
    06:47:25.451146 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 22016, length 8
    06:47:25.451690 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 22272, length 8
    06:47:25.452241 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 22528, length 8
    06:47:25.452795 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 22784, length 8
    06:47:25.453369 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 23040, length 8
    06:47:25.453927 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 23296, length 8
    06:47:25.454482 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 23552, length 8
    06:47:25.455023 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 23808, length 8
    06:47:25.455580 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 24064, length 8
    06:47:25.456123 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 24320, length 8
    06:47:25.456684 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 24576, length 8
    06:47:25.457236 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 24832, length 8
    06:47:25.457780 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 25088, length 8
    06:47:25.458365 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 25344, length 8
    06:47:25.458931 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 25600, length 8
    06:47:25.459516 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 25856, length 8
    06:47:25.460107 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 26112, length 8
    06:47:25.460656 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 26368, length 8
    06:47:25.461209 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 26624, length 8
    06:47:25.461751 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 26880, length 8
    06:47:25.462325 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 27136, length 8
    06:47:25.462868 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 27392, length 8
    06:47:25.463441 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 27648, length 8
    06:47:25.463987 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 27904, length 8
  """
  trace "fifty of them" synthetic expect no-match """
    06:47:25.402973 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 0, length 8
    06:47:25.403550 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 256, length 8
    06:47:25.404110 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 512, length 8
    06:47:25.404662 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 768, length 8
    06:47:25.405211 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1024, length 8
    06:47:25.405777 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1280, length 8
    06:47:25.406360 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1536, length 8
    06:47:25.406918 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 1792, length 8
    06:47:25.407486 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2048, length 8
    06:47:25.408033 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2304, length 8
    06:47:25.408592 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2560, length 8
    06:47:25.409155 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 2816, length 8
    06:47:25.409700 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3072, length 8
    06:47:25.410253 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3328, length 8
    06:47:25.410793 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3584, length 8
    06:47:25.411366 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 3840, length 8
    06:47:25.411909 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4096, length 8
    06:47:25.412470 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4352, length 8
    06:47:25.413023 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4608, length 8
    06:47:25.413578 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 4864, length 8
    06:47:25.414132 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5120, length 8
    06:47:25.414702 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5376, length 8
    06:47:25.415285 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5632, length 8
    06:47:25.415865 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 5888, length 8
    06:47:25.416476 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6144, length 8
    06:47:25.417082 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6400, length 8
    06:47:25.417649 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6656, length 8
    06:47:25.418199 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 6912, length 8
    06:47:25.418753 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7168, length 8
    06:47:25.419316 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7424, length 8
    06:47:25.419858 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7680, length 8
    06:47:25.420411 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 7936, length 8
    06:47:25.420955 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8192, length 8
    06:47:25.421504 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8448, length 8
    06:47:25.422055 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8704, length 8
    06:47:25.422591 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 8960, length 8
    06:47:25.423161 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9216, length 8
    06:47:25.423705 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9472, length 8
    06:47:25.424258 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9728, length 8
    06:47:25.424801 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 9984, length 8
    06:47:25.425356 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 10240, length 8
    06:47:25.425900 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 10496, length 8
    06:47:25.426453 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 10752, length 8
    06:47:25.426993 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11008, length 8
    06:47:25.427549 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11264, length 8
    06:47:25.428096 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11520, length 8
    06:47:25.428668 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 11776, length 8
    06:47:25.429308 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12032, length 8
    06:47:25.429909 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12288, length 8
    06:47:25.430500 IP 192.0.2.10 > 198.51.100.2: ICMP echo request, id 48659, seq 12544, length 8
  """
}
