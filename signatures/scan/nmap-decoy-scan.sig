signature nmap-decoy-scan {
  title      "nmap scan with decoys: one run's SYNs under several source addresses"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, nmap, decoy, spoofing, tool-mark
  variant-of nmap-syn-scan
  reference "nmap 7.93 of Debian 12, -D, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/nmap"
  reference "nmap at commit db4aefd: scan_engine_raw.cc lines 1193-1225 (numbers of a probe), nmap.h (at most 128 decoys)" url "https://github.com/nmap/nmap"
  reference "nmap reference guide, Firewall/IDS Evasion and Spoofing (-D)" url "https://nmap.org/book/man-bypass-firewalls-ids.html"

  packet probe {
    tcp
    flags == SYN
    seq != 0
    window in {1024, 2048, 3072, 4096}
    options == [mss]
    mss == 1460
    not df
  }

  # The mask of nmap-syn-scan again, kept by the target and not by the source.
  event by dst, (seq >> 16) ^ (seq & 0xffff) gap 1h
    having distinct(probe.src) >= 2 and distinct(probe.dport) >= 3 and count(probe) >= 6

  analysis {
    addresses """
      Two sources or more, of which one is the scanner (unless he has left himself out, and then he learns nothing) and the others are decoys: hosts that
      know nothing of it, often chosen because they exist.
    """
    ports "Every port is asked once in each name, in one go, from one source port."
    flags "SYN with mss 1460 alone, as in nmap's ordinary scan."
    direction "The answers go to all names. The SYN ACK of an open port is reset by every one of them that lives, the scanner and the decoys alike, since none has a socket that asked."
    time "The copies of one probe follow each other within some tens of microseconds, always in the same order of addresses."
    header """
      One mask over all sources: (seq >> 16) ^ (seq & 0xffff). This project's own observation, on nmap 7.93: the copies of one probe agree in IP id, source port and sequence number
      and differ in source address and TTL alone, and the TTL is drawn anew for each, from 37 to 59 less the distance. So the TTL does not give the scanner away; what
      comes from elsewhere does, such as the distance in the resets of his kernel, or a connection that follows.
    """
    bottom-line "One person scans this host under several names. Do not accuse or block all of them. Compare the TTL of each address's own resets, and see who comes back to the open ports."
  }
  hypothesis "Scan with decoys" {
    verdict malicious
    weight strong
    because "Different hosts cannot share a mask of 16 bits, and least of all IP id and sequence number of one probe."
    test "Do the copies of one probe have one IP id? Which of the addresses talks to an open port afterwards?"
  }
  hypothesis "Parts of one run through several outgoing addresses" {
    verdict malicious
    weight moderate
    because "A scanner behind a translator with a pool of addresses leaves with several of them."
    against "Then each port is asked under one address, not under all."
    test "Is every port asked by every address?"
  }
  hypothesis "An exercise" {
    verdict benign
    weight weak
    because "Decoys are taught in every course on nmap."
    test "Ask who may scan."
  }
  false-positive "Two runs of nmap by two people whose masks agree: one chance in 65,536."
  blind-spot "Decoys in the other kinds of nmap's scans; decoys that routers on the way drop because their source cannot come from there."

  trace "nmap 7.93, -D with two decoys" observed expect match """
    06:45:21.203521 IP (tos 0x0, ttl 45, id 23431, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.5.52122 > 198.51.100.2.25: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203548 IP (tos 0x0, ttl 48, id 23431, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.6.52122 > 198.51.100.2.25: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203575 IP (tos 0x0, ttl 45, id 23431, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.52122 > 198.51.100.2.25: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203593 IP (tos 0x0, ttl 58, id 580, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.5.52122 > 198.51.100.2.22: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203606 IP (tos 0x0, ttl 44, id 580, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.6.52122 > 198.51.100.2.22: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203617 IP (tos 0x0, ttl 53, id 580, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.52122 > 198.51.100.2.22: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203668 IP (tos 0x0, ttl 45, id 33366, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.5.52122 > 198.51.100.2.23: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203681 IP (tos 0x0, ttl 41, id 33366, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.6.52122 > 198.51.100.2.23: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203692 IP (tos 0x0, ttl 37, id 33366, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.52122 > 198.51.100.2.23: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
  """
  trace "each address has a mask of its own: three runs" synthetic expect no-match """
    06:45:21.203521 IP (tos 0x0, ttl 45, id 23431, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.5.52122 > 198.51.100.2.25: Flags [S], seq 1111111111, win 1024, options [mss 1460], length 0
    06:45:21.203548 IP (tos 0x0, ttl 48, id 23431, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.6.52122 > 198.51.100.2.25: Flags [S], seq 3222222222, win 1024, options [mss 1460], length 0
    06:45:21.203575 IP (tos 0x0, ttl 45, id 23431, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.52122 > 198.51.100.2.25: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203593 IP (tos 0x0, ttl 58, id 580, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.5.52122 > 198.51.100.2.22: Flags [S], seq 1111111111, win 1024, options [mss 1460], length 0
    06:45:21.203606 IP (tos 0x0, ttl 44, id 580, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.6.52122 > 198.51.100.2.22: Flags [S], seq 3222222222, win 1024, options [mss 1460], length 0
    06:45:21.203617 IP (tos 0x0, ttl 53, id 580, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.52122 > 198.51.100.2.22: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
    06:45:21.203668 IP (tos 0x0, ttl 45, id 33366, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.5.52122 > 198.51.100.2.23: Flags [S], seq 1111111111, win 1024, options [mss 1460], length 0
    06:45:21.203681 IP (tos 0x0, ttl 41, id 33366, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.6.52122 > 198.51.100.2.23: Flags [S], seq 3222222222, win 1024, options [mss 1460], length 0
    06:45:21.203692 IP (tos 0x0, ttl 37, id 33366, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.52122 > 198.51.100.2.23: Flags [S], seq 2028632468, win 1024, options [mss 1460], length 0
  """
}
