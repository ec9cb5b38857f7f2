signature ack-then-syn-scan {
  title      "Two-stage scan: bare ACKs, then SYNs"
  category   scan
  verdict    malicious
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-23
  revised    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       scan, tcp, ack, two-stage
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (two-stage scan)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 7323, TCP Extensions for High Performance, section 5.4 (the timestamp clock)" url "https://www.rfc-editor.org/rfc/rfc7323#section-5.4"
  reference "nmap host discovery and port scan, scan_engine.cc at commit db4aefd (the look-alike)" url "https://github.com/nmap/nmap"
  reference "Linux, drivers/char/random.c: layout of TCP's sequence numbers (read in a later version than that of 2000)" url "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/drivers/char/random.c?h=v2.6.20"

  observe ack-then-syn-host as host  # one target, both stages

  event by src gap 60s having count(host) >= 1

  analysis {
    addresses "One source against two name servers. The founding document adds that each was met by the second stage three times."
    ports """
      First stage: 23 and 143, source port = destination port. Second stage: 23, 143, 111, 79, 53, 31337, 21 from source ports that count up from 1146
      to 1173, with gaps. The founding document counts gaps to find probes that the sensor did not see. This project's own observation goes further:
      the two hosts are served in blocks exactly 16 source ports apart (1146.. and 1162..), and the same seven ports stand at the same places 0, 1, 3,
      5, 6, 7 and 11 of each block. So the tool's list has 16 ports per host, of which nine never showed: eighteen unseen probes, if the second block
      is as long as the first.
    """
    flags "First stage ACK alone, answered by bare RSTs. Second stage SYN alone, answered by nothing."
    direction """
      The ACKs got through and were answered, the SYNs were not: a filter stands between that stops SYNs only. The scanner knows now that the hosts
      live; about their ports it learned nothing.
    """
    time """
      0.15 s for the ACKs, a pause of 5.1 s (a time-out, most likely), 0.18 s for the SYNs. This project's own observation: the timestamp option reads
      50637, then 50638. If it is the 100 Hz counter that Linux of those years started at boot, the scanner had been up for 8 min 26 s.
    """
    header """
      First stage: IP id 39426, window 1028, TTL 30 on arrival, no options: made by hand. Second stage: window 16324 (11 x 1484), mss 1484, sackOK,
      timestamp, nop, wscale 0, DF, TTL 52: a kernel's connect(). This project's own observation: source port - IP id is 376 in all fourteen SYNs, so
      between the first and the last the host sent nothing else that took a port or an id of that counter. A second one: the fourteen initial sequence
      numbers look random, yet all lie within 12,424,500 of each other. Linux adds a hash of 24 bits to a clock of 1 MHz and changes the key every
      five minutes, so within a fraction of a second its numbers spread over 2^24 = 16,777,216 and no more; numbers drawn from all 32 bits would do so
      once in some 10^31 cases. That is what connect() on one Linux host gives.
    """
    bottom-line """
      One program asks first, by bare ACKs, which hosts are alive behind the filter, and a few seconds later tries their ports by ordinary connects.
      The filter lets ACKs through: fix that. What was answered (the resets) is what the scanner knows.
    """
  }

  hypothesis "Two-stage scan by one tool" {
    verdict malicious
    weight strong
    because "Same source, same targets, seconds apart, the first stage over before the second begins."
    because "The ports of the second stage (111, 79, 53, 31337, 21 and others) are a shopping list, the same in the same order for each host."
    test "Does the first stage bear IP id 39426 (see ack-scan-id-39426)? Are the second stage's blocks of source ports equally long?"
  }
  hypothesis "Host discovery and port scan by nmap or the like" {
    verdict malicious
    weight moderate
    because "nmap, too, may send a bare ACK to find out whether a host lives, and scan it afterwards."
    against """
      Its ACK probes come from ephemeral source ports, one or two per host and together with other probes; here the ports are equal and the same list
      serves both stages.
    """
    test "Look for echo requests and SYNs together with the ACKs, and for nmap's windows."
  }
  hypothesis "A client that comes back after its connections were reset" {
    verdict benign
    weight weak
    because "A host that slept may send ACKs on dead connections, get resets, and connect anew."
    against "It would come back to the ports it had used, with answers, and not to seven services of a name server."
    test "Are the SYNs to the ports of the ACKs only?"
  }

  false-positive "A busy machine behind one address (NAT) whose old connections are reset just before it opens three or more new ones to the same server."
  blind-spot "More than a minute between the stages, fewer than two bare ACKs or fewer than three ports in the second stage."
  blind-spot "First-stage probes that are not answered and do not have equal ports are not told from idle connections."

  trace "both stages against two name servers" observed expect match """
    22:08:33.913622 cable.modem.net.23 > dns.one.org.23:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.915481 dns.one.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 34512)
    22:08:33.954076 cable.modem.net.23 > dns.two.org.23:
    . ack 499410217 win 1028 (ttl 0, id 39426)
    22:08:33.955461 dns.two.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 5962)
    22:08:33.982753 cable.modem.net.143 > dns.one.org.143:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.983904 dns.one.org.143 > cable.modem.net.143:
    R 499410217:499410217(0) win 0 (ttl 254, id 34514)
    22:08:34.061121 cable.modem.net.143 > dns.two.org.143:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:34.064069 dns.two.org.143 > cable.modem.net.143:
    R 499410217:499410217(0) win 0 (ttl 254, id 5967)
    22:08:39.161874 cable.modem.net.1146 > dns.two.org.23:
    S 2585837477:2585837477(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 770)
    22:08:39.170887 cable.modem.net.1147 > dns.two.org.143:
    S 2585589580:2585589580(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 771)
    22:08:39.182221 cable.modem.net.1149 > dns.two.org.111:
    S 2583756762:2583756762(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 773)
    22:08:39.183010 cable.modem.net.1151 > dns.two.org.79:
    S 2588862233:2588862233(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 775)
    22:08:39.190551 cable.modem.net.1152 > dns.two.org.53:
    S 2590571910:2590571910(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 776)
    22:08:39.212060 cable.modem.net.1153 > dns.two.org.31337:
    S 2585840391:2585840391(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 777)
    22:08:39.224956 cable.modem.net.1157 > dns.two.org.21:
    S 2585906418:2585906418(0) win 16324 <mss 1484,sackOK,timestamp
    50637 0,nop,wscale 0> (DF) (ttl 52, id 781)
    22:08:39.261488 cable.modem.net.1162 > dns.one.org.23:
    S 2589761527:2589761527(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 786)
    22:08:39.264445 cable.modem.net.1163 > dns.one.org.143:
    S 2588328359:2588328359(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 787)
    22:08:39.292663 cable.modem.net.1165 > dns.one.org.111:
    S 2590160130:2590160130(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 789)
    22:08:39.305784 cable.modem.net.1167 > dns.one.org.79:
    S 2594918730:2594918730(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 791)
    22:08:39.307131 cable.modem.net.1168 > dns.one.org.53:
    S 2582494230:2582494230(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 792)
    22:08:39.307209 cable.modem.net.1169 > dns.one.org.31337:
    S 2590958670:2590958670(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 793)
    22:08:39.344336 cable.modem.net.1173 > dns.one.org.21:
    S 2593455289:2593455289(0) win 16324 <mss 1484,sackOK,timestamp
    50638 0,nop,wscale 0> (DF) (ttl 52, id 797)
  """
  trace "the order is the other way: SYNs first, ACKs afterwards" synthetic expect no-match """
    22:08:30.161874 cable.modem.net.1146 > dns.two.org.23: S 2585837477:2585837477(0) win 16324
    22:08:30.170887 cable.modem.net.1147 > dns.two.org.143: S 2585589580:2585589580(0) win 16324
    22:08:30.182221 cable.modem.net.1149 > dns.two.org.111: S 2583756762:2583756762(0) win 16324
    22:08:33.954076 cable.modem.net.23 > dns.two.org.23: . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.955461 dns.two.org.23 > cable.modem.net.23: R 499410217:499410217(0) win 0 (ttl 254, id 5962)
    22:08:34.061121 cable.modem.net.143 > dns.two.org.143: . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:34.064069 dns.two.org.143 > cable.modem.net.143: R 499410217:499410217(0) win 0 (ttl 254, id 5967)
  """
}
