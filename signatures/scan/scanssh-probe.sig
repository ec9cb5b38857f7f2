# ScanSSH: one sequence number for everything that it asks of a host, and a source port drawn for each packet.
signature scanssh-probe {
  title      "ScanSSH: SYNs without options, window 32768 and DF, that repeat a host's sequence number from other ports"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000 to present; 2.0 tried, current source read"
  licence    "CC-BY-4.0"
  tags       scan, ssh, syn, survey, tool-mark
  reference "scanssh 2.0-4.3 of Debian 12, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/scanssh"
  reference "ScanSSH, scanssh.c in ofalk/scanssh at commit 191e160: synprobe_send (header), populate (one number per host)" url "https://github.com/ofalk/scanssh"
  reference "RFC 9293, section 3.4.1 (choice of the initial sequence number)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1"

  packet probe {
    ip
    tcp
    flags == SYN
    window == 32768
    options == []
    df
    ittl == 64
    payload.len == 0
  }

  event by src gap 60s
    having distinct(probe.dst) >= 3 and distinct(probe.sport) >= 3 and distinct(probe.id) >= 3

  analysis {
    addresses "One source over whole networks; its address is real, since it reads what answers."
    ports """
      22 unless the user names others; the mode that looks for open proxies asks 23, 22, 80, 81, 808, 1080, 1298, 3128, 6588, 4480, 8080 and more. The
      source port is drawn from all 65,536 for every single packet, low ports among them.
    """
    flags "SYN with 20 bytes of header."
    direction "A SYN ACK is reset by the scanner's kernel, which then opens a connection of its own to the same port and reads what the service says of itself."
    time "A silent host is asked five times, after 1 to 2, 1 to 2, 2 to 3 and 2 to 3 s: seconds that grow, and a random part of one."
    header """
      Read in the source and seen in the run: window 32768 (0x8000), DF, TTL 64 at the sender, IP id drawn for each packet. The sequence number is drawn once for
      each host and serves all its ports and all repetitions. So a repeated probe keeps its number and changes its source port, which no kernel does; a rule that knows floods by one constant
      number takes it for one.
    """
    bottom-line "Somebody lists the versions of ssh servers, or looks for open proxies, with ScanSSH. Who answers is asked again by a real connection. Made for surveys; watch for log-ins from the same source."
  }
  hypothesis "Survey by ScanSSH" {
    verdict unknown
    weight strong
    because "Window 32768 with DF and without options, over several hosts, ids and source ports without order: this is the program's own header."
    test "Does a silent host get the same sequence number again from another port? Do real connections to those that answered follow?"
  }
  hypothesis "Search for victims" {
    verdict malicious
    weight moderate
    because "A list of versions is what an intruder with one exploit wants, and open proxies are used to hide."
    test "Do log-in attempts follow? Are proxy ports asked?"
  }
  hypothesis "A SYN flood with one sequence number" {
    verdict malicious
    weight weak
    because "One host meets one number from several ports."
    against "Five packets in ten seconds are no flood, and each host has a number of its own."
    test "Count hosts and packets."
  }
  false-positive "Another program on the same packet library (libdnet) with the same window; lft has this window too, with IP id 0 and source port 53."
  blind-spot "Fewer than three hosts in view. IPv6, which the program does not know."

  trace "ScanSSH 2.0 over a silent network" observed expect match """
    06:51:12.048110 IP (tos 0x0, ttl 63, id 64083, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.9179 > 203.0.113.15.22: Flags [S], seq 1477297506, win 32768, length 0
    06:51:12.058294 IP (tos 0x0, ttl 63, id 12281, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.34423 > 203.0.113.14.22: Flags [S], seq 3054397208, win 32768, length 0
    06:51:12.068442 IP (tos 0x0, ttl 63, id 54222, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.16437 > 203.0.113.13.22: Flags [S], seq 3222300514, win 32768, length 0
    06:51:12.080692 IP (tos 0x0, ttl 63, id 17579, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.21545 > 203.0.113.12.22: Flags [S], seq 3735096563, win 32768, length 0
    06:51:12.090853 IP (tos 0x0, ttl 63, id 61425, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.31817 > 203.0.113.11.22: Flags [S], seq 2063787790, win 32768, length 0
    06:51:12.103127 IP (tos 0x0, ttl 63, id 8112, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.6265 > 203.0.113.10.22: Flags [S], seq 3270535947, win 32768, length 0
    06:51:12.103170 IP (tos 0x0, ttl 63, id 25059, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59539 > 203.0.113.9.22: Flags [S], seq 728342717, win 32768, length 0
    06:51:12.115357 IP (tos 0x0, ttl 63, id 6274, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.28410 > 203.0.113.8.22: Flags [S], seq 3828097904, win 32768, length 0
    06:51:12.127579 IP (tos 0x0, ttl 63, id 6236, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.63783 > 203.0.113.7.22: Flags [S], seq 4139023545, win 32768, length 0
  """
  trace "ScanSSH 2.0 where hosts answer" observed expect match """
    06:51:20.451270 IP (tos 0x0, ttl 63, id 24729, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.55007 > 198.51.100.15.22: Flags [S], seq 1249985245, win 32768, length 0
    06:51:20.464859 IP (tos 0x0, ttl 63, id 4967, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.49655 > 198.51.100.14.22: Flags [S], seq 2769083532, win 32768, length 0
    06:51:20.464913 IP (tos 0x0, ttl 63, id 44899, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.26601 > 198.51.100.13.22: Flags [S], seq 626392051, win 32768, length 0
    06:51:20.475706 IP (tos 0x0, ttl 63, id 23413, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.15638 > 198.51.100.12.22: Flags [S], seq 3101730575, win 32768, length 0
    06:51:20.487960 IP (tos 0x0, ttl 63, id 13315, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.2602 > 198.51.100.11.22: Flags [S], seq 3240156662, win 32768, length 0
    06:51:20.488011 IP (tos 0x0, ttl 63, id 33782, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.36817 > 198.51.100.10.22: Flags [S], seq 425215798, win 32768, length 0
  """
  trace "another window" synthetic expect no-match """
    06:51:12.048110 IP (tos 0x0, ttl 63, id 64083, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.9179 > 203.0.113.15.22: Flags [S], seq 1477297506, win 32767, length 0
    06:51:12.058294 IP (tos 0x0, ttl 63, id 12281, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.34423 > 203.0.113.14.22: Flags [S], seq 3054397208, win 32767, length 0
    06:51:12.068442 IP (tos 0x0, ttl 63, id 54222, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.16437 > 203.0.113.13.22: Flags [S], seq 3222300514, win 32767, length 0
    06:51:12.080692 IP (tos 0x0, ttl 63, id 17579, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.21545 > 203.0.113.12.22: Flags [S], seq 3735096563, win 32767, length 0
    06:51:12.090853 IP (tos 0x0, ttl 63, id 61425, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.31817 > 203.0.113.11.22: Flags [S], seq 2063787790, win 32767, length 0
    06:51:12.103127 IP (tos 0x0, ttl 63, id 8112, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.6265 > 203.0.113.10.22: Flags [S], seq 3270535947, win 32767, length 0
    06:51:12.103170 IP (tos 0x0, ttl 63, id 25059, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.59539 > 203.0.113.9.22: Flags [S], seq 728342717, win 32767, length 0
    06:51:12.115357 IP (tos 0x0, ttl 63, id 6274, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.28410 > 203.0.113.8.22: Flags [S], seq 3828097904, win 32767, length 0
    06:51:12.127579 IP (tos 0x0, ttl 63, id 6236, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.63783 > 203.0.113.7.22: Flags [S], seq 4139023545, win 32767, length 0
  """
}
