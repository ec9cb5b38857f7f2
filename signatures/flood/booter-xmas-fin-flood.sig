signature booter-xmas-fin-flood {
  title      "Booter XMAS and FIN floods: impossible flags, window 65535, sequence numbers with a zero lower half"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, xmas, fin, booter, spoofing
  reference "xmas, DDOS Scripts/L4/TCP/xmas.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "fin, DDOS Scripts/L4/TCP/fin.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"

  packet xmas {
    tcp
    flags == SYN|FIN|URG|PSH
    seq & 0xffff == 0
    window == 65535
    options == []
    ittl == 255
    dport < 20480
  }
  packet lone_fin {
    tcp
    flags == FIN
    seq & 0xffff == 0
    window == 65535
    options == []
    ittl == 255
    dport < 20480
  }

  event by dst, dport gap 5s having count() >= 5 and distinct(src) >= 5

  analysis {
    addresses "One target. The source is forged, anew for each packet."
    ports "One destination port below 20480, drawn once per thread, not chosen by the attacker. Source port random."
    flags "SYN, FIN, URG and PSH together, or FIN alone. Neither can occur in a connection; what a target does with them differs."
    time "Threads without a pause, unless a rate is asked for."
    header """
      Read in both sources: TTL 255 at the sender, 40 bytes, no options, window 65535, 16 random bits in the upper half of the sequence number, the
      lower half zero on a little-endian sender. The acknowledgment field holds a 1 that was never converted, 16777216 on the wire, with ACK clear;
      text does not show it, so it is no condition. The generator is that of dominate-syn-ecn-flood, seeded with the second of the start. Urgent
      pointer 0 in spite of URG.
    """
    bottom-line "This host is being flooded with impossible flags by a booter's script. Drop them statelessly: no connection needs them."
  }

  hypothesis "A booter's XMAS or FIN script" {
    verdict malicious
    weight strong
    because "The scan of that name has one source and walks through ports; this has a new source per packet and one port."
    test "Is the acknowledgment field 16777216 in a capture?"
  }
  hypothesis "A scan hidden among decoys" {
    verdict malicious
    weight weak
    because "nmap can send each probe from several sources."
    against "It would go on to other ports, and its numbers use all bits."
    test "Count the ports."
  }

  false-positive "Xmas or FIN probes with many decoys: five of them with a zero lower half are one chance in 2^80."
  blind-spot "Big-endian senders; other flags (the archive has more scripts of this kind)."

  trace "XMAS" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.10219: Flags [FSPU], seq 275316736, win 65535, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.10219: Flags [FSPU], seq 794296320, win 65535, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.10219: Flags [FSPU], seq 1313275904, win 65535, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.10219: Flags [FSPU], seq 1832255488, win 65535, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.10219: Flags [FSPU], seq 2351235072, win 65535, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.10219: Flags [FSPU], seq 2870214656, win 65535, length 0
  """
  trace "FIN" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.10219: Flags [F], seq 275316736, win 65535, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.10219: Flags [F], seq 794296320, win 65535, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.10219: Flags [F], seq 1313275904, win 65535, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.10219: Flags [F], seq 1832255488, win 65535, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.10219: Flags [F], seq 2351235072, win 65535, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.10219: Flags [F], seq 2870214656, win 65535, length 0
  """
  trace "the lower half is used" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.10219: Flags [FSPU], seq 99990001, win 65535, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.10219: Flags [FSPU], seq 99990002, win 65535, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.10219: Flags [FSPU], seq 99990003, win 65535, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.10219: Flags [FSPU], seq 99990004, win 65535, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.10219: Flags [FSPU], seq 99990005, win 65535, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.10219: Flags [FSPU], seq 99990006, win 65535, length 0
  """
}
