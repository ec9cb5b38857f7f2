signature booter-syn-half-zero-seq {
  title      "Booter SYN flood (essyn, ssyn2, bogus): no options, and a sequence number whose lower half is zero"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, booter, spoofing
  reference "essyn (lines 91-159), DDOS Scripts/L4/TCP/essyn.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "SSYN2 (lines 61-85), DDOS Scripts/L4/TCP/SSYN2.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "bogus, and issyn.c beside it, DDOS Scripts/L4/TCP/bogus.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.synflood.spoofed.pcap (28 April 2021, measured here)" url "https://github.com/StopDDoS/packet-captures"

  packet zero_window {
    tcp
    flags == SYN
    seq & 0xffff == 0
    window == 0
    options == []
    ittl == 255
    not df
  }
  packet full_window {
    tcp
    flags == SYN
    seq & 0xffff == 0
    window == 65535
    options == []
    ittl == 255
    not df
  }

  event by dst, dport gap 5s having count() >= 5 and distinct(src) >= 5

  analysis {
    addresses "One target. The source is forged, anew for each packet."
    ports "One destination port, 25565 (a game server) in the capture that was measured. Source port random; 5678 in the very first packet."
    flags "SYN alone."
    time "Threads without a pause, unless a rate is asked for: 23,620 packets in the first second of that capture."
    header """
      Read in the source: TTL 255 at the sender, 40 bytes, no options, DF clear. The sequence number is 16 random bits stored without conversion into
      32, so that on a little-endian sender the lower half on the wire is zero. Window 0 in essyn and SSYN2 (65535 is converted with the function for
      32 bits and cut to 16), 65535 in bogus and issyn. Measured in the capture: 37,841 of 37,841 packets with lower half zero, window 0 and TTL 242
      or 244. This project's own observation: by the same slip the IP id is the upper half of a random word, 0 in the very first packet (54321 loses
      its lower half); and the generator is seeded with the second of the start alone, so that the first forged addresses tell when the attack was
      started. That is shown on a capture under dominate-syn-ecn-flood, which uses the same template.
    """
    bottom-line """
      This host is being flooded by one of a dozen scripts that booters share. A filter that drops SYNs without options and with a zero lower half of
      the sequence number stops it and no client.
    """
  }

  hypothesis "A booter's SYN script" {
    verdict malicious
    weight strong
    because "16 bits of every packet are zero where a TCP puts its most random ones, and no option is there."
    test "Count the packets with a lower half that is not zero: none?"
  }
  hypothesis "A proxy or scanner that zeroes its low bits" {
    verdict unknown
    weight weak
    because "It could be done on purpose, to carry a cookie in the upper half."
    against "None is known, and the sources would exist."
    test "Do the sources answer?"
  }

  false-positive "None natural is known. Blaster's flood has such numbers too, with window 16384 and TTL 128."
  blind-spot "Big-endian senders (upper half zero); scripts that convert the number."

  trace "window 0" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.25565: Flags [S], seq 275316736, win 0, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.25565: Flags [S], seq 794296320, win 0, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.25565: Flags [S], seq 1313275904, win 0, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.25565: Flags [S], seq 1832255488, win 0, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.25565: Flags [S], seq 2351235072, win 0, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.25565: Flags [S], seq 2870214656, win 0, length 0
  """
  trace "window 65535" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.25565: Flags [S], seq 275316736, win 65535, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.25565: Flags [S], seq 794296320, win 65535, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.25565: Flags [S], seq 1313275904, win 65535, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.25565: Flags [S], seq 1832255488, win 65535, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.25565: Flags [S], seq 2351235072, win 65535, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.25565: Flags [S], seq 2870214656, win 65535, length 0
  """
  trace "the lower half is used" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.25565: Flags [S], seq 275321447, win 0, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.25565: Flags [S], seq 794301032, win 0, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.25565: Flags [S], seq 1313280617, win 0, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.25565: Flags [S], seq 1832260202, win 0, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.25565: Flags [S], seq 2351239787, win 0, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.25565: Flags [S], seq 2870219372, win 0, length 0
  """
}
