signature syn-sweep-one-port {
  title      "One port asked of many hosts, and hardly a word said to any"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, syn, sweep, telescope, any-program
  reference "nmap 7.93 of Debian 12, -sT -p 23 over a silent network and over one that answers, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/nmap"
  reference "D. Moore, C. Shannon, G. Voelker, S. Savage, Network Telescopes: Technical Report, CAIDA 2004 (what a sensor on unused addresses sees of such scans)" url "http://www.caida.org/publications/papers/2004/tr-2004-04/"
  reference "RFC 9293, section 3.5 (establishing a connection)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet said { tcp; flags & (SYN|RST) == 0; payload.len > 0 }

  # Only what the source sends is looked at, so that telescopes and one-way taps can use it.
  event by src, dport gap 10m having distinct(syn.dst) >= 20 and 10 * count(said) < count(syn)

  analysis {
    addresses "One source, twenty destinations and more within pauses of at most ten minutes, in order or shuffled."
    ports "One destination port: the service that is looked for."
    flags "SYNs, and after them next to no data from the source: fewer than one segment with data for ten SYNs. Whether anybody answers is not asked."
    direction "From the source. A client of twenty servers would send each its request."
    time "Seconds for a scanner with its own packets; a second between repetitions where a kernel's connect() asks hosts that are silent."
    header "Where the header tells the program (nmap, masscan, ZMap, Mirai, hping, ScanSSH), its own entry leads. A kernel's SYNs, with all their options, are left: connect() scans, and the worms and log-in guessers that use it."
    bottom-line "Somebody goes from host to host with one question: who has this port open? At a telescope that is the daily weather. From a host of your own network it is a scanner or an infection: look at that host first."
  }
  hypothesis "Sweep for a service" {
    verdict malicious
    weight strong
    because "Twenty hosts are called on one port, and the caller has nothing to say to them."
    test "Which service is it, and has it a known hole or weak passwords? Does the source come back to those that answered?"
  }
  hypothesis "Survey of the Internet" {
    verdict benign
    weight moderate
    because "Research groups and companies do the same."
    test "Reverse DNS or a web page on the source; published ranges."
  }
  hypothesis "Monitor or load balancer" {
    verdict benign
    weight moderate
    because "It opens connections to all servers of a pool and closes them without a word."
    against "It comes again at a fixed interval, to the same hosts."
    test "Is it one of your own, and is the list of hosts always the same?"
  }
  hypothesis "A peer-to-peer program with a list of old peers" {
    verdict benign
    weight weak
    because "It calls many that are gone, and repeats its SYNs."
    against "It exchanges data with the few that are there; then this event does not come about for long."
    test "Does the source talk to any of them?"
  }
  false-positive "Monitors and balancers of twenty servers or more; a client whose servers are all down."
  blind-spot "Fewer than twenty hosts of yours; more than ten minutes from one to the next; scanners that speak to whoever answers; scans of many ports."

  trace "nmap -sT -p 23 over a silent network, options cut" observed expect match """
    06:47:38.122839 IP 192.0.2.10.49322 > 203.0.113.1.23: Flags [S], seq 139941352, win 64240, length 0
    06:47:38.122871 IP 192.0.2.10.42348 > 203.0.113.2.23: Flags [S], seq 1561493039, win 64240, length 0
    06:47:38.122885 IP 192.0.2.10.34296 > 203.0.113.3.23: Flags [S], seq 1202171973, win 64240, length 0
    06:47:38.122900 IP 192.0.2.10.45118 > 203.0.113.4.23: Flags [S], seq 3739001183, win 64240, length 0
    06:47:38.122914 IP 192.0.2.10.38546 > 203.0.113.5.23: Flags [S], seq 3619870254, win 64240, length 0
    06:47:38.122931 IP 192.0.2.10.47964 > 203.0.113.6.23: Flags [S], seq 1141533317, win 64240, length 0
    06:47:38.122951 IP 192.0.2.10.35446 > 203.0.113.7.23: Flags [S], seq 2890041633, win 64240, length 0
    06:47:38.122965 IP 192.0.2.10.34038 > 203.0.113.8.23: Flags [S], seq 3931064544, win 64240, length 0
    06:47:38.122987 IP 192.0.2.10.57354 > 203.0.113.9.23: Flags [S], seq 1453831288, win 64240, length 0
    06:47:38.123002 IP 192.0.2.10.43630 > 203.0.113.10.23: Flags [S], seq 1633682197, win 64240, length 0
    06:47:40.124128 IP 192.0.2.10.56764 > 203.0.113.15.23: Flags [S], seq 917929819, win 64240, length 0
    06:47:40.124152 IP 192.0.2.10.35774 > 203.0.113.16.23: Flags [S], seq 663719510, win 64240, length 0
    06:47:40.124167 IP 192.0.2.10.44362 > 203.0.113.17.23: Flags [S], seq 1924620140, win 64240, length 0
    06:47:40.124180 IP 192.0.2.10.43018 > 203.0.113.18.23: Flags [S], seq 1628625194, win 64240, length 0
    06:47:40.124194 IP 192.0.2.10.50734 > 203.0.113.19.23: Flags [S], seq 1758690060, win 64240, length 0
    06:47:40.124210 IP 192.0.2.10.34956 > 203.0.113.20.23: Flags [S], seq 1800977713, win 64240, length 0
    06:47:40.124223 IP 192.0.2.10.55934 > 203.0.113.21.23: Flags [S], seq 580838857, win 64240, length 0
    06:47:40.124237 IP 192.0.2.10.60844 > 203.0.113.22.23: Flags [S], seq 3627962486, win 64240, length 0
    06:47:40.124251 IP 192.0.2.10.50408 > 203.0.113.23.23: Flags [S], seq 2306747375, win 64240, length 0
    06:47:40.124264 IP 192.0.2.10.51798 > 203.0.113.24.23: Flags [S], seq 581456314, win 64240, length 0
    06:47:42.125704 IP 192.0.2.10.42856 > 203.0.113.29.23: Flags [S], seq 1174206100, win 64240, length 0
    06:47:42.125785 IP 192.0.2.10.33614 > 203.0.113.30.23: Flags [S], seq 2914088882, win 64240, length 0
  """
  trace "the source talks to three of the hosts" synthetic expect no-match """
    06:47:38.122839 IP 192.0.2.10.49322 > 203.0.113.1.23: Flags [S], seq 139941352, win 64240, length 0
    06:47:38.122871 IP 192.0.2.10.42348 > 203.0.113.2.23: Flags [S], seq 1561493039, win 64240, length 0
    06:47:38.122885 IP 192.0.2.10.34296 > 203.0.113.3.23: Flags [S], seq 1202171973, win 64240, length 0
    06:47:38.122900 IP 192.0.2.10.45118 > 203.0.113.4.23: Flags [S], seq 3739001183, win 64240, length 0
    06:47:38.122914 IP 192.0.2.10.38546 > 203.0.113.5.23: Flags [S], seq 3619870254, win 64240, length 0
    06:47:38.122931 IP 192.0.2.10.47964 > 203.0.113.6.23: Flags [S], seq 1141533317, win 64240, length 0
    06:47:38.122951 IP 192.0.2.10.35446 > 203.0.113.7.23: Flags [S], seq 2890041633, win 64240, length 0
    06:47:38.122965 IP 192.0.2.10.34038 > 203.0.113.8.23: Flags [S], seq 3931064544, win 64240, length 0
    06:47:38.122987 IP 192.0.2.10.57354 > 203.0.113.9.23: Flags [S], seq 1453831288, win 64240, length 0
    06:47:38.123002 IP 192.0.2.10.43630 > 203.0.113.10.23: Flags [S], seq 1633682197, win 64240, length 0
    06:47:40.124128 IP 192.0.2.10.56764 > 203.0.113.15.23: Flags [S], seq 917929819, win 64240, length 0
    06:47:40.124152 IP 192.0.2.10.35774 > 203.0.113.16.23: Flags [S], seq 663719510, win 64240, length 0
    06:47:40.124167 IP 192.0.2.10.44362 > 203.0.113.17.23: Flags [S], seq 1924620140, win 64240, length 0
    06:47:40.124180 IP 192.0.2.10.43018 > 203.0.113.18.23: Flags [S], seq 1628625194, win 64240, length 0
    06:47:40.124194 IP 192.0.2.10.50734 > 203.0.113.19.23: Flags [S], seq 1758690060, win 64240, length 0
    06:47:40.124210 IP 192.0.2.10.34956 > 203.0.113.20.23: Flags [S], seq 1800977713, win 64240, length 0
    06:47:40.124223 IP 192.0.2.10.55934 > 203.0.113.21.23: Flags [S], seq 580838857, win 64240, length 0
    06:47:40.124237 IP 192.0.2.10.60844 > 203.0.113.22.23: Flags [S], seq 3627962486, win 64240, length 0
    06:47:40.124251 IP 192.0.2.10.50408 > 203.0.113.23.23: Flags [S], seq 2306747375, win 64240, length 0
    06:47:40.124264 IP 192.0.2.10.51798 > 203.0.113.24.23: Flags [S], seq 581456314, win 64240, length 0
    06:47:42.125704 IP 192.0.2.10.42856 > 203.0.113.29.23: Flags [S], seq 1174206100, win 64240, length 0
    06:47:42.125785 IP 192.0.2.10.33614 > 203.0.113.30.23: Flags [S], seq 2914088882, win 64240, length 0
    06:47:59.122839 IP 192.0.2.10.49322 > 203.0.113.1.23: Flags [P.], seq 139941353:139941453, ack 5001, win 64240, length 100
    06:47:59.122871 IP 192.0.2.10.42348 > 203.0.113.2.23: Flags [P.], seq 1561493040:1561493140, ack 5001, win 64240, length 100
    06:47:59.122885 IP 192.0.2.10.34296 > 203.0.113.3.23: Flags [P.], seq 1202171974:1202172074, ack 5001, win 64240, length 100
  """
}
