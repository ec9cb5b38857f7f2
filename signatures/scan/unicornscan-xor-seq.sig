signature unicornscan-xor-seq {
  title      "unicornscan SYN: sequence numbers from which address and ports can be taken out again"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2004 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, unicornscan, tool-mark
  reference "unicornscan at commit 50cfd04: src/scan_progs/tcphash.h line 22 (the relation), send_packet.c lines 740-900 (what goes into it), init_packet.c (profiles), options.c line 42" url "https://github.com/dneufeld/unicornscan"

  # The windows of its eight profiles on Ethernet: Cisco, OpenBSD, Windows, sendsyn, FreeBSD, nmap, Linux, and one made up.
  packet probe {
    ip
    tcp
    flags == SYN
    window in {4128, 16384, 32767, 12345, 65535, 3072, 5744, 11744}
    payload.len == 0
  }

  # One key a run: taking address and ports out of the sequence number leaves it bare. The program takes the address as it lies in
  # memory, which on little-endian machines is with its bytes exchanged.
  event by src, seq ^ (((dst & 0xff) << 24) + ((dst & 0xff00) << 8) + ((dst >> 8) & 0xff00) + (dst >> 24)) ^ ((dport << 16) + sport) gap 60s
    having count(probe) >= 3
      and distinct(probe.seq) >= 3
      and (distinct(probe.dport) >= 2 or distinct(probe.dst) >= 2)

  analysis {
    addresses "One source; targets in blocks."
    ports "Destination ports by list, source port drawn for each probe."
    flags "SYN. The options depend on the profile that the user chose (-W)."
    direction "The sender half listens for answers; SYN ACKs that reach the scanner's kernel are reset."
    time "250 packets a second by default."
    header """
      Sequence number = key ^ destination ^ ((destination port << 16) + source port), the key drawn once a run, the destination as it lies in the memory of the sender: little-endian machines exchange its four bytes. XOR two probes' numbers, addresses and ports, and the key cancels: 32 bits of agreement for each
      further packet, whatever profile is in use. The default profile is that of a Cisco router: TTL 255, window 4128, mss 1460, no DF; others imitate OpenBSD (16384), Windows (32767), FreeBSD (65535, TOS 16), Linux (5744), nmap (3072, mss 265, TTL 61), an older sendsyn (12345, no options), and one is made up (11744, an MD5
      option, mss 1024). This project's own reading: where a profile has a time stamp it is drawn once a run, so it stands still while the scan goes on.
    """
    bottom-line "A fast scan with unicornscan. This project's own reading: the key names the run, so the same key at two sensors is one scan, whatever the source addresses say."
  }
  hypothesis "Scan by unicornscan" {
    verdict malicious
    weight strong
    because "Three packets leave the same 32 bits: no other generator known does this."
    test "Compute the key for the other packets of the source."
  }
  hypothesis "A router or host that opens connections" {
    verdict benign
    weight weak
    because "The default profile is a Cisco router's, and others are those of common systems."
    against "Their sequence numbers leave no common key."
    test "Compute it."
  }
  false-positive "None known. One SYN sent thrice leaves one key as well, and so may a flood that counts port and sequence number up together: three sequence numbers and two targets are asked for."
  blind-spot "Fewer than three probes; captures with rewritten addresses; a window set by hand, or another MTU than 1500 with the Linux profile or the made-up one; sweeps over several hosts by a big-endian machine, where the address goes in unchanged."
  trace "seven probes built by the source's rule" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 35636, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.25977 > 198.51.100.20.22: Flags [S], seq 728576790, win 4128, options [mss 1460], length 0
    03:00:00.004000 IP (tos 0x0, ttl 244, id 37614, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.7706 > 198.51.100.20.80: Flags [S], seq 724256885, win 4128, options [mss 1460], length 0
    03:00:00.008000 IP (tos 0x0, ttl 244, id 860, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.17364 > 198.51.100.20.443: Flags [S], seq 717231547, win 4128, options [mss 1460], length 0
    03:00:00.012000 IP (tos 0x0, ttl 244, id 14204, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.48942 > 198.51.100.20.21: Flags [S], seq 728688961, win 4128, options [mss 1460], length 0
    03:00:00.016000 IP (tos 0x0, ttl 244, id 18317, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.27772 > 198.51.100.20.3306: Flags [S], seq 663829011, win 4128, options [mss 1460], length 0
    03:00:00.020000 IP (tos 0x0, ttl 244, id 60054, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.12956 > 198.51.100.21.22: Flags [S], seq 711812339, win 4128, options [mss 1460], length 0
    03:00:00.024000 IP (tos 0x0, ttl 244, id 50183, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.57873 > 198.51.100.21.80: Flags [S], seq 707507326, win 4128, options [mss 1460], length 0
  """
  trace "random sequence numbers, the same profile" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 244, id 35636, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.25977 > 198.51.100.20.22: Flags [S], seq 872576790, win 4128, options [mss 1460], length 0
    03:00:00.004000 IP (tos 0x0, ttl 244, id 37614, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.7706 > 198.51.100.20.80: Flags [S], seq 472256885, win 4128, options [mss 1460], length 0
    03:00:00.008000 IP (tos 0x0, ttl 244, id 860, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.17364 > 198.51.100.20.443: Flags [S], seq 771231547, win 4128, options [mss 1460], length 0
  """
}
