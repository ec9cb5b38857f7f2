signature nmap-idle-scan-zombie {
  title      "nmap idle scan: SYN ACKs that read a third host's IP id counter"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 (method), 2002 to present (nmap)"
  licence    "CC-BY-4.0"
  tags       scan, tcp, idle-scan, nmap, tool-mark, spoofing
  reference "nmap at commit db4aefd: idle_scan.cc lines 178-235 (probes of the zombie)" url "https://github.com/nmap/nmap"
  reference "hping3 at commit 3547c76: docs/SPOOFED_SCAN.txt (the original posting of the method)" url "https://github.com/antirez/hping"
  reference "RFC 9293, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags == SYN|ACK
    window in {1024, 2048, 3072, 4096}
    options == [mss]
    mss == 1460
    not df
    payload.len == 0
  }
  packet reset { from responder; tcp; flags == RST; payload.len == 0 }

  event by src, dst, dport gap 60s
    having count(probe) >= 4 and constant(probe.ack) and (step(probe.seq) == 1 or step(probe.seq) == 500)

  analysis {
    addresses "The scanner and the zombie: a quiet host whose IP id counts up. The real target is a third host, which sees SYNs from the zombie's address."
    ports "To one port of the zombie. The source port starts at a base and rises with the number of the try."
    flags "SYN ACK out of nothing, mss 1460. The zombie's kernel resets it, and the IP id of that reset is what the scanner wants."
    direction "Between two such readings SYNs with the zombie's address go to the target. An open port's SYN ACK makes the zombie send one more reset, so its id rises by 2 and not by 1."
    time "Six probes 30 ms apart to begin with, seen when nmap 7.93 was run for this entry; later one to three a measurement."
    header """
      One acknowledgment number for the whole run. The sequence number rises by 1 over the opening series and by 500 with each later probe, so (seq - first seq) counts the measurements, and
      gaps in it say how many were not seen. Window 1024, TTL from 37 to 59 per packet. Seen in that run: a host of today resets with IP id 0, and nmap gives it up.
    """
    bottom-line """
      Your host is tried or used as a zombie: somebody scans a third party in its name. The owner of the third address will see your host as the scanner. Hosts whose IP id does not count are
      of no use for this.
    """
  }
  hypothesis "Idle scan through this host" {
    verdict malicious
    weight strong
    because "Unsolicited SYN ACKs with one acknowledgment number and sequence numbers that rise in steps of 1 or 500 are written by nmap and nothing else known."
    test "Does the host's IP id count globally? Do SYN ACKs and RSTs of a third host arrive at it at the same time?"
  }
  hypothesis "Backscatter of a SYN flood" {
    verdict third-party
    weight weak
    because "It, too, is unsolicited SYN ACKs with one acknowledgment number."
    against "A victim answers from the port under attack to forged ports; its sequence numbers do not count by 1 or 500, and its window and TTL are a kernel's."
    test "Compare TTLs: a kernel's are constant, these jump."
  }
  hypothesis "Load balancer that measures latency" {
    verdict benign
    weight weak
    because "Some send unsolicited SYN ACKs to be reset."
    against "There the acknowledgment number is the sequence number less one and moves with it."
    test "Subtract the numbers."
  }
  false-positive "None natural is known."
  blind-spot "At the target only the zombie's forged SYNs are seen; this entry is for the zombie's side."
  blind-spot "A measurement of fewer than four probes."
  trace "nmap 7.93 tries a zombie" observed expect match """
    03:39:47.259311 IP (tos 0x0, ttl 45, id 16011, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41813 > 198.51.100.21.22: Flags [S.], seq 3162979221, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.259348 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.21.22 > 192.0.2.10.41813: Flags [R], seq 2403494255, win 0, length 0
    03:39:47.289522 IP (tos 0x0, ttl 44, id 47767, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41814 > 198.51.100.21.22: Flags [S.], seq 3162979222, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.289560 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.21.22 > 192.0.2.10.41814: Flags [R], seq 2403494255, win 0, length 0
    03:39:47.319797 IP (tos 0x0, ttl 58, id 16247, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41815 > 198.51.100.21.22: Flags [S.], seq 3162979223, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.319837 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.21.22 > 192.0.2.10.41815: Flags [R], seq 2403494255, win 0, length 0
    03:39:47.350065 IP (tos 0x0, ttl 44, id 1002, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41816 > 198.51.100.21.22: Flags [S.], seq 3162979224, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.350106 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.21.22 > 192.0.2.10.41816: Flags [R], seq 2403494255, win 0, length 0
    03:39:47.380341 IP (tos 0x0, ttl 39, id 50621, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41817 > 198.51.100.21.22: Flags [S.], seq 3162979225, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.380381 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.21.22 > 192.0.2.10.41817: Flags [R], seq 2403494255, win 0, length 0
    03:39:47.410575 IP (tos 0x0, ttl 40, id 16385, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41818 > 198.51.100.21.22: Flags [S.], seq 3162979226, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.410615 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.21.22 > 192.0.2.10.41818: Flags [R], seq 2403494255, win 0, length 0
  """
  trace "sequence numbers in steps of 500" synthetic expect match """
    03:39:47.259311 IP (tos 0x0, ttl 45, id 16011, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41813 > 198.51.100.21.22: Flags [S.], seq 3162979221, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.289522 IP (tos 0x0, ttl 44, id 47767, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41814 > 198.51.100.21.22: Flags [S.], seq 3162979721, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.319797 IP (tos 0x0, ttl 58, id 16247, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41815 > 198.51.100.21.22: Flags [S.], seq 3162980221, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.350065 IP (tos 0x0, ttl 44, id 1002, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41816 > 198.51.100.21.22: Flags [S.], seq 3162980721, ack 2403494255, win 1024, options [mss 1460], length 0
  """
  trace "the acknowledgment number follows the sequence number" synthetic expect no-match """
    03:39:47.259311 IP (tos 0x0, ttl 45, id 16011, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41813 > 198.51.100.21.22: Flags [S.], seq 3162979221, ack 3162979220, win 1024, options [mss 1460], length 0
    03:39:47.289522 IP (tos 0x0, ttl 44, id 47767, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41814 > 198.51.100.21.22: Flags [S.], seq 3162979222, ack 3162979221, win 1024, options [mss 1460], length 0
    03:39:47.319797 IP (tos 0x0, ttl 58, id 16247, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41815 > 198.51.100.21.22: Flags [S.], seq 3162979223, ack 2403494255, win 1024, options [mss 1460], length 0
    03:39:47.350065 IP (tos 0x0, ttl 44, id 1002, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.41816 > 198.51.100.21.22: Flags [S.], seq 3162979224, ack 2403494255, win 1024, options [mss 1460], length 0
  """
}
