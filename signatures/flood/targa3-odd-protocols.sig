signature targa3-odd-protocols {
  title      "targa3: garbage in a fixed set of odd IP protocols"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1999-2001"
  licence    "CC-BY-4.0"
  tags       denial-of-service, fuzzing, ip-protocol, targa3, tfn2k
  reference "targa3 by Mixter, targa3.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa3.c"
  reference "TFN2K, src/flood.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (targa3() as a flood of TFN2K)" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "IANA, Assigned Internet Protocol Numbers" url "https://www.iana.org/assignments/protocol-numbers"

  # The five of targa3's set that hardly anybody uses.
  packet garbage { ip; proto in {0, 8, 12, 22, 255}; 148 <= ip.len <= 532; tos == 0 }

  # The others: of targa3's own they are fewer than these, of a flood through all numbers fifty times as many.
  packet other { ip; proto not in {0, 1, 6, 8, 12, 17, 22, 255}; 148 <= ip.len <= 532 }

  event by dst gap 10s having distinct(garbage.proto) >= 3 and 4 * count(garbage) >= count(other)

  analysis {
    addresses "The source is forged, anew for each packet. From TFN2K on a little-endian host it ends in .0; from targa3 itself its last octet is below 128."
    flags """
      IP protocols 0, 1, 2, 4, 6, 8, 12, 17, 22, 41, 58 and 255, and now and then another; only five of them are asked for here: hop-by-hop options
      (which is no protocol of IPv4), EGP, PUP, XNS and the reserved 255.
    """
    time "Without a pause."
    header """
      Read in both sources: behind the header 128 to 512 bytes of garbage; the fragment field is one of 0, 8192 (more fragments), 4, 6 and 1 (small
      offsets), 16383 (offset 65528 with more to follow), or random. targa3 sends with TTL 127 and an id of at most 10000, and keeps one length for
      the whole run; TFN2K draws the length anew and writes TTL 0; what leaves the host then is not known. Telling the two apart by that is this
      project's own observation.
    """
    bottom-line "This host is being fuzzed with packets of no protocol that anybody speaks: targa3, alone or as part of a TFN2K attack."
  }

  hypothesis "targa3" {
    verdict malicious
    weight strong
    because "Three of five nearly extinct protocols within seconds, all with garbage of 128 to 512 bytes."
    test "Is the length constant (targa3) or not (TFN2K)? Do the sources end in .0?"
  }
  hypothesis "A scan for supported protocols" {
    verdict unknown
    weight weak
    because "A protocol scan goes through all numbers, these among them."
    against "It sends short packets from one source and waits for answers."
    test "Is there one source, and do all 256 numbers come?"
  }

  false-positive "A fuzzer of your own."
  blind-spot "Fewer than three of the five protocols within ten seconds."

  trace "five packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 117, id 901, offset 0, flags [none], proto unknown (255), length 300)
        61.20.0.14 > 198.51.100.9: ip-proto-255 280
    12:00:00.001000 IP (tos 0x0, ttl 117, id 1802, offset 0, flags [none], proto UDP (17), length 300)
        68.51.17.15 > 198.51.100.9: ip-proto-17 280
    12:00:00.002000 IP (tos 0x0, ttl 117, id 2703, offset 0, flags [none], proto unknown (22), length 300)
        75.82.34.16 > 198.51.100.9: ip-proto-22 280
    12:00:00.003000 IP (tos 0x0, ttl 117, id 3604, offset 0, flags [none], proto unknown (0), length 300)
        82.113.51.17 > 198.51.100.9: ip-proto-0 280
    12:00:00.004000 IP (tos 0x0, ttl 117, id 4505, offset 0, flags [none], proto unknown (8), length 300)
        89.144.68.18 > 198.51.100.9: ip-proto-8 280
  """
  trace "one odd protocol only" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 117, id 901, offset 0, flags [none], proto unknown (255), length 300)
        61.20.0.14 > 198.51.100.9: ip-proto-255 280
    12:00:00.001000 IP (tos 0x0, ttl 117, id 1802, offset 0, flags [none], proto unknown (255), length 300)
        68.51.17.15 > 198.51.100.9: ip-proto-255 280
    12:00:00.002000 IP (tos 0x0, ttl 117, id 2703, offset 0, flags [none], proto unknown (255), length 300)
        75.82.34.16 > 198.51.100.9: ip-proto-255 280
    12:00:00.003000 IP (tos 0x0, ttl 117, id 3604, offset 0, flags [none], proto unknown (255), length 300)
        82.113.51.17 > 198.51.100.9: ip-proto-255 280
    12:00:00.004000 IP (tos 0x0, ttl 117, id 4505, offset 0, flags [none], proto unknown (255), length 300)
        89.144.68.18 > 198.51.100.9: ip-proto-255 280
    12:00:00.005000 IP (tos 0x0, ttl 117, id 5406, offset 0, flags [none], proto unknown (255), length 300)
        96.175.85.19 > 198.51.100.9: ip-proto-255 280
  """
  trace "a protocol scan: short packets" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 117, id 901, offset 0, flags [none], proto unknown (255), length 20)
        61.20.0.14 > 198.51.100.9: ip-proto-255 0
    12:00:00.001000 IP (tos 0x0, ttl 117, id 1802, offset 0, flags [none], proto unknown (22), length 20)
        68.51.17.15 > 198.51.100.9: ip-proto-22 0
    12:00:00.002000 IP (tos 0x0, ttl 117, id 2703, offset 0, flags [none], proto unknown (12), length 20)
        75.82.34.16 > 198.51.100.9: ip-proto-12 0
    12:00:00.003000 IP (tos 0x0, ttl 117, id 3604, offset 0, flags [none], proto unknown (0), length 20)
        82.113.51.17 > 198.51.100.9: ip-proto-0 0
    12:00:00.004000 IP (tos 0x0, ttl 117, id 4505, offset 0, flags [none], proto unknown (8), length 20)
        89.144.68.18 > 198.51.100.9: ip-proto-8 0
  """
}
