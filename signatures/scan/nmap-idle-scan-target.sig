signature nmap-idle-scan-target {
  title      "nmap idle scan seen from its target: a scan in the name of a host that does not know"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2002 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, idle-scan, nmap, spoofing
  reference "nmap at commit db4aefd: idle_scan.cc (method and forged probes)" url "https://github.com/nmap/nmap"
  reference "hping3 at commit 3547c76: docs/SPOOFED_SCAN.txt (the original posting of the method)" url "https://github.com/antirez/hping"
  reference "RFC 9293, section 3.10.7.1 (why the zombie resets the answers)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  observe nmap-syn-repeated as port

  event by src, dst, sport, seq gap 60s having distinct(port.dport) >= 3

  analysis {
    addresses "The source address is the zombie's. Its owner sends none of these SYNs; the scanner is elsewhere, and its address is not in them."
    ports "From the port by which the zombie is watched, 80 by default, to many ports. A service port as the source of SYNs is the first thing to notice."
    flags "SYN. Where a port is open, the SYN ACK goes to the zombie, which resets it in earnest."
    direction "The resets that come back are the zombie's own: steady TTL, counting IP ids. The SYNs have TTLs that jump from 37 to 59 less the distance. Two senders under one address."
    time "Groups of ports at once; ports are asked again while the scanner narrows down which of them moved the counter."
    header "nmap's shape: mss 1460 alone, window 1024, no DF. This project's own observation, in a run of nmap 7.93 through a zombie: all 78 SYNs, to 39 ports twice each, kept one sequence number and one source port, where nmap's ordinary scan takes new ones for the second round."
    bottom-line "A port scan whose author hides behind somebody else's host. Do not accuse or block the source address as the scanner; its owner can see the SYN ACKs that read the counter and, in them, where they come from."
  }
  hypothesis "Idle scan through the source" {
    verdict malicious
    weight strong
    because "The repeats keep source port and sequence number, in nmap's shape."
    test "Compare TTLs of the SYNs and of the resets from the same address. Ask its owner for unsolicited SYN ACKs at that time."
  }
  hypothesis "nmap with a fixed source port (-g)" {
    verdict malicious
    weight moderate
    because "It has the same shape and may use port 80 as well."
    against "Its second round has another sequence number."
    test "Compare the sequence numbers of both rounds."
  }
  false-positive "A scanner that copies nmap's shape and never changes its sequence number."
  blind-spot "Runs in which no port was asked twice: they are reported as nmap-syn-scan, with the zombie as source."
  trace "39 ports in the name of 203.0.113.77" observed expect match """
    04:25:35.975468 IP (tos 0x0, ttl 47, id 26664, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.57: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:36.491733 IP (tos 0x0, ttl 54, id 7087, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.59: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:36.491802 IP (tos 0x0, ttl 57, id 53807, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.58: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:36.491884 IP (tos 0x0, ttl 44, id 55188, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.60: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:36.935807 IP (tos 0x0, ttl 55, id 30505, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.57: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:37.371457 IP (tos 0x0, ttl 44, id 42830, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.59: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:37.371479 IP (tos 0x0, ttl 37, id 48398, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.58: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:37.371509 IP (tos 0x0, ttl 52, id 22596, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.60: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
  """
  trace "nmap's own SYN scan" observed expect no-match """
    03:35:42.407430 IP (tos 0x0, ttl 43, id 63417, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.995: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407484 IP (tos 0x0, ttl 39, id 54439, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.995: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407505 IP (tos 0x0, ttl 41, id 49262, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.3306: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407533 IP (tos 0x0, ttl 47, id 9441, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.3306: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407553 IP (tos 0x0, ttl 39, id 46286, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.1720: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407572 IP (tos 0x0, ttl 39, id 13134, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.1720: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407582 IP (tos 0x0, ttl 52, id 29235, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.143: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407592 IP (tos 0x0, ttl 50, id 35887, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.143: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407602 IP (tos 0x0, ttl 37, id 19411, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.111: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407611 IP (tos 0x0, ttl 37, id 18494, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.111: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407661 IP (tos 0x0, ttl 45, id 31917, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.3389: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407681 IP (tos 0x0, ttl 51, id 15805, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.3389: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
  """
}
