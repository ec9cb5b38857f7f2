signature scanrand-ttl-in-ip-id {
  title      "scanrand: IP id that holds the initial TTL"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2002 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, scanrand, paketto, tool-mark
  reference "Paketto Keiretsu 2 at commit 3e4dfe7: src/pk_scan.c: pk_build_generic_syn (header), pk_sr_spew_tcp (IP id, clock in the source port, cookie)" url "https://github.com/krisnova/paketto"

  packet probe {
    ip
    tcp
    flags == SYN
    id == 65280
    tos == 0
    window == 4096
    options == []
    df
    ittl == 255
    payload.len == 0
  }

  event by src gap 5m
    having count(probe) >= 2 and (distinct(probe.dport) >= 2 or distinct(probe.dst) >= 2)

  analysis {
    addresses "One source."
    ports "The source port is a clock: the time of sending in tenths of a millisecond, modulo six seconds, so it never exceeds 59999 and rises by 10 a millisecond. Destinations by default 80, 443, 445, 53, 20 to 23 and so on; 80 alone over a range."
    flags "SYN without options, with DF."
    time "Shaped to a bandwidth, 50k by default. This project's own reading: since the source port holds the sender's clock, two probes tell its drift against yours, and the difference of port and arrival time is the delay, up to a constant."
    header "IP id = initial TTL * 256 + TOS; with the default TTL 255 and TOS 0 that is 65280 (0xff00) in each packet. Window 4096. The sequence number is a keyed hash of both ends, so the scanner needs no memory of what it sent: an answer that acknowledges it is genuine, and the port that it comes back to says when it was asked."
    bottom-line "scanrand, one of the first stateless scanners, maps your ports. It is old; who runs it today knows the classics."
  }
  hypothesis "Scan by scanrand" {
    verdict malicious
    weight strong
    because "Id 65280 in all packets with window 4096, DF and no options is the program's own header."
    test "Does the source port rise by 10 for each millisecond of the capture's clock?"
  }
  hypothesis "A byte-swapped counter" {
    verdict benign
    weight weak
    because "A stack that counts ids in the wrong byte order passes 65280 once."
    against "The next packet would have another id."
    test "Are the ids constant?"
  }
  false-positive "A stack that sends every packet with id 65280, TTL 255 and window 4096 and no options: none is known."
  blind-spot "Runs with another initial TTL (-T) or with the tracing mode: see scanrand-trace."
  trace "five probes built from the source" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 246, id 65280, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59690 > 198.51.100.20.80: Flags [S], seq 1672620530, win 4096, length 0
    03:00:00.006000 IP (tos 0x0, ttl 246, id 65280, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59750 > 198.51.100.20.443: Flags [S], seq 685494879, win 4096, length 0
    03:00:00.012000 IP (tos 0x0, ttl 246, id 65280, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59810 > 198.51.100.21.80: Flags [S], seq 3272444791, win 4096, length 0
    03:00:00.018000 IP (tos 0x0, ttl 246, id 65280, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59870 > 198.51.100.21.22: Flags [S], seq 3423720280, win 4096, length 0
    03:00:00.024000 IP (tos 0x0, ttl 246, id 65280, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59930 > 198.51.100.22.80: Flags [S], seq 308944457, win 4096, length 0
  """
  trace "ids that count" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 246, id 65281, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59690 > 198.51.100.20.80: Flags [S], seq 1672620530, win 4096, length 0
    03:00:00.006000 IP (tos 0x0, ttl 246, id 65281, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59750 > 198.51.100.20.443: Flags [S], seq 685494879, win 4096, length 0
    03:00:00.012000 IP (tos 0x0, ttl 246, id 65281, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59810 > 198.51.100.21.80: Flags [S], seq 3272444791, win 4096, length 0
  """
}
