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

  # The opening series and the measurements have an acknowledgment number each: two events.
  event by src, dst, dport, ack gap 60s
    having count(probe) >= 4 and (step(probe.seq) == 1 or step(probe.seq) == 500)

  analysis {
    addresses "The scanner and the zombie: a quiet host whose IP id counts up. The real target is a third host, which sees SYNs from the zombie's address."
    ports "To one port of the zombie, 80 by default. In the opening series the source port rises by one; later it is drawn from 256 above a base for each measurement."
    flags "SYN ACK out of nothing, mss 1460. The zombie's kernel resets it, and the IP id of that reset is what the scanner wants."
    direction "Between two such readings SYNs with the zombie's address go to the target. An open port's SYN ACK makes the zombie send one more reset, so its id rises by 2 and not by 1."
    time "Six probes some 30 ms apart to begin with, then four more 50 ms apart in the target's name, then one to three a measurement: so it was when nmap 7.93 was run through a zombie for this entry."
    header """
      One acknowledgment number for the opening series and another for all measurements. The sequence number rises by 1 in the first and by 500 with each packet of the second, so (seq - first seq) / 500 counts the
      measurements, and gaps in it say how many were not seen. Window 1024, TTL from 37 to 59 per packet. This project's own observation, in that run: the four forged packets repeat sequence and acknowledgment numbers of the opening series. So at
      the zombie the forged series names the target, and the same numbers half a second earlier, under another address, name the scanner. A host that resets with IP id 0, as Linux does today, is given up at once.
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
  false-positive "A server whose sequence numbers rise by 1 or 500 from one SYN ACK to the next while it acknowledges one number: none is known."
  blind-spot "At the target only the zombie's forged SYNs are seen; this entry is for the zombie's side."
  blind-spot "A measurement of fewer than four probes."
  trace "nmap 7.93 opens and measures, a zombie that counts" observed expect match """
    04:25:35.271351 IP (tos 0x0, ttl 37, id 40710, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60029 > 203.0.113.77.80: Flags [S.], seq 806444274, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.310754 IP (tos 0x0, ttl 54, id 43320, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60030 > 203.0.113.77.80: Flags [S.], seq 806444275, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.350802 IP (tos 0x0, ttl 39, id 44954, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60031 > 203.0.113.77.80: Flags [S.], seq 806444276, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.382134 IP (tos 0x0, ttl 54, id 28977, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60032 > 203.0.113.77.80: Flags [S.], seq 806444277, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.413359 IP (tos 0x0, ttl 59, id 9111, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60033 > 203.0.113.77.80: Flags [S.], seq 806444278, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.444705 IP (tos 0x0, ttl 42, id 5405, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60034 > 203.0.113.77.80: Flags [S.], seq 806444279, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.507360 IP (tos 0x0, ttl 59, id 36132, offset 0, flags [none], proto TCP (6), length 44)
        198.51.100.20.60028 > 203.0.113.77.80: Flags [S.], seq 806444274, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.557493 IP (tos 0x0, ttl 50, id 41531, offset 0, flags [none], proto TCP (6), length 44)
        198.51.100.20.60028 > 203.0.113.77.80: Flags [S.], seq 806444275, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.607653 IP (tos 0x0, ttl 38, id 36850, offset 0, flags [none], proto TCP (6), length 44)
        198.51.100.20.60028 > 203.0.113.77.80: Flags [S.], seq 806444276, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.657808 IP (tos 0x0, ttl 48, id 30619, offset 0, flags [none], proto TCP (6), length 44)
        198.51.100.20.60028 > 203.0.113.77.80: Flags [S.], seq 806444277, ack 1411200739, win 1024, options [mss 1460], length 0
    04:25:35.962752 IP (tos 0x0, ttl 52, id 53422, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60170 > 203.0.113.77.80: Flags [S.], seq 2347600202, ack 554890274, win 1024, options [mss 1460], length 0
    04:25:36.128842 IP (tos 0x0, ttl 51, id 26259, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60139 > 203.0.113.77.80: Flags [S.], seq 2347600702, ack 554890274, win 1024, options [mss 1460], length 0
    04:25:36.401682 IP (tos 0x0, ttl 39, id 22433, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60064 > 203.0.113.77.80: Flags [S.], seq 2347601202, ack 554890274, win 1024, options [mss 1460], length 0
    04:25:36.482749 IP (tos 0x0, ttl 44, id 33358, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60120 > 203.0.113.77.80: Flags [S.], seq 2347601702, ack 554890274, win 1024, options [mss 1460], length 0
    04:25:36.641668 IP (tos 0x0, ttl 37, id 9603, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60036 > 203.0.113.77.80: Flags [S.], seq 2347602202, ack 554890274, win 1024, options [mss 1460], length 0
    04:25:36.922750 IP (tos 0x0, ttl 54, id 21326, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.60066 > 203.0.113.77.80: Flags [S.], seq 2347602702, ack 554890274, win 1024, options [mss 1460], length 0
  """
  trace "nmap 7.93 tries a host that resets with IP id 0" observed expect match """
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
