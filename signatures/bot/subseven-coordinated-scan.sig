signature subseven-coordinated-scan {
  title      "Many hosts at once look for SubSeven on TCP 27374"
  category   bot
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "June-July 2001"
  licence    "CC-BY-4.0"
  tags       scan, botnet, coordinated, subseven
  reference "SANS intrusion detection FAQ, The Zombie Scan of June and July 2001" url "http://www.sans.org/security-resources/idfaq/zombie.php"

  packet syn { tcp; flags == SYN; dport == 27374 }

  event by dport gap 10m having distinct(syn.src) >= 20 and distinct(syn.dst) >= 20

  analysis {
    addresses """
      Many sources, several hundred in the report, each of which covers a part of a class B network. They are real: compromised machines that were
      told to look.
    """
    ports "To 27374, SubSeven's."
    flags "SYN, from the kernels of the sources."
    direction "Inbound. Taken together the sources cover the network with method; no single one is remarkable."
    time "It began within one hour, that of 12:00 on 29 June 2001, in the report."
    header """
      Documented by the SANS report, a description. Nothing in the header is special. The event is kept by the port, not by a source: that is the only
      way in which such a scan shows.
    """
    bottom-line """
      Somebody uses a herd of compromised machines to look for SubSeven, a backdoor. Each source is a victim; if one of your hosts answers on 27374 it
      is one as well.
    """
  }

  hypothesis "A coordinated scan by zombies" {
    verdict malicious
    weight strong
    because "Twenty and more sources begin to ask for one backdoor's port at the same time, each for other hosts."
    test "Do the sources share the work, each host asked by one of them?"
  }
  hypothesis "A flood with forged sources" {
    verdict malicious
    weight weak
    because "Many sources, one port."
    against "A flood has one target; here the destinations cover the network."
    test "Count the destinations."
  }

  false-positive "A telescope of many addresses collects twenty unrelated scanners for 27374 within ten minutes."
  blind-spot "Other ports: the number is the signature's only tie to this incident."

  trace "24 sources, 24 hosts" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 100, id 77, offset 0, flags [DF], proto TCP (6), length 48)
        17.5.13.40.1030 > 198.51.100.1.27374: Flags [S], seq 998019541, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.250000 IP (tos 0x0, ttl 101, id 4176, offset 0, flags [DF], proto TCP (6), length 48)
        46.76.70.41.1107 > 198.51.101.2.27374: Flags [S], seq 1996039082, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.500000 IP (tos 0x0, ttl 102, id 8275, offset 0, flags [DF], proto TCP (6), length 48)
        75.147.127.42.1184 > 198.51.102.3.27374: Flags [S], seq 2994058623, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.750000 IP (tos 0x0, ttl 103, id 12374, offset 0, flags [DF], proto TCP (6), length 48)
        104.218.184.43.1261 > 198.51.100.4.27374: Flags [S], seq 3992078164, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.000000 IP (tos 0x0, ttl 104, id 16473, offset 0, flags [DF], proto TCP (6), length 48)
        133.49.241.44.1338 > 198.51.101.5.27374: Flags [S], seq 695130409, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.250000 IP (tos 0x0, ttl 105, id 20572, offset 0, flags [DF], proto TCP (6), length 48)
        162.120.58.45.1415 > 198.51.102.6.27374: Flags [S], seq 1693149950, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.500000 IP (tos 0x0, ttl 106, id 24671, offset 0, flags [DF], proto TCP (6), length 48)
        191.191.115.46.1492 > 198.51.100.7.27374: Flags [S], seq 2691169491, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.750000 IP (tos 0x0, ttl 107, id 28770, offset 0, flags [DF], proto TCP (6), length 48)
        20.22.172.47.1569 > 198.51.101.8.27374: Flags [S], seq 3689189032, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.000000 IP (tos 0x0, ttl 108, id 32869, offset 0, flags [DF], proto TCP (6), length 48)
        49.93.229.48.1646 > 198.51.102.9.27374: Flags [S], seq 392241277, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.250000 IP (tos 0x0, ttl 109, id 36968, offset 0, flags [DF], proto TCP (6), length 48)
        78.164.46.49.1723 > 198.51.100.10.27374: Flags [S], seq 1390260818, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.500000 IP (tos 0x0, ttl 110, id 41067, offset 0, flags [DF], proto TCP (6), length 48)
        107.235.103.50.1800 > 198.51.101.11.27374: Flags [S], seq 2388280359, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.750000 IP (tos 0x0, ttl 111, id 45166, offset 0, flags [DF], proto TCP (6), length 48)
        136.66.160.51.1877 > 198.51.102.12.27374: Flags [S], seq 3386299900, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.000000 IP (tos 0x0, ttl 112, id 49265, offset 0, flags [DF], proto TCP (6), length 48)
        165.137.217.52.1954 > 198.51.100.13.27374: Flags [S], seq 89352145, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.250000 IP (tos 0x0, ttl 113, id 53364, offset 0, flags [DF], proto TCP (6), length 48)
        194.208.34.53.2031 > 198.51.101.14.27374: Flags [S], seq 1087371686, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.500000 IP (tos 0x0, ttl 114, id 57463, offset 0, flags [DF], proto TCP (6), length 48)
        23.39.91.54.2108 > 198.51.102.15.27374: Flags [S], seq 2085391227, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.750000 IP (tos 0x0, ttl 115, id 61562, offset 0, flags [DF], proto TCP (6), length 48)
        52.110.148.55.2185 > 198.51.100.16.27374: Flags [S], seq 3083410768, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.000000 IP (tos 0x0, ttl 116, id 125, offset 0, flags [DF], proto TCP (6), length 48)
        81.181.205.56.2262 > 198.51.101.17.27374: Flags [S], seq 4081430309, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.250000 IP (tos 0x0, ttl 117, id 4224, offset 0, flags [DF], proto TCP (6), length 48)
        110.12.22.57.2339 > 198.51.102.18.27374: Flags [S], seq 784482554, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.500000 IP (tos 0x0, ttl 118, id 8323, offset 0, flags [DF], proto TCP (6), length 48)
        139.83.79.58.2416 > 198.51.100.19.27374: Flags [S], seq 1782502095, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.750000 IP (tos 0x0, ttl 119, id 12422, offset 0, flags [DF], proto TCP (6), length 48)
        168.154.136.59.2493 > 198.51.101.20.27374: Flags [S], seq 2780521636, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.000000 IP (tos 0x0, ttl 100, id 16521, offset 0, flags [DF], proto TCP (6), length 48)
        197.225.193.60.2570 > 198.51.102.21.27374: Flags [S], seq 3778541177, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.250000 IP (tos 0x0, ttl 101, id 20620, offset 0, flags [DF], proto TCP (6), length 48)
        26.56.250.61.2647 > 198.51.100.22.27374: Flags [S], seq 481593422, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.500000 IP (tos 0x0, ttl 102, id 24719, offset 0, flags [DF], proto TCP (6), length 48)
        55.127.67.62.2724 > 198.51.101.23.27374: Flags [S], seq 1479612963, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.750000 IP (tos 0x0, ttl 103, id 28818, offset 0, flags [DF], proto TCP (6), length 48)
        84.198.124.63.2801 > 198.51.102.24.27374: Flags [S], seq 2477632504, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "another port" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 100, id 77, offset 0, flags [DF], proto TCP (6), length 48)
        17.5.13.40.1030 > 198.51.100.1.27375: Flags [S], seq 998019541, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.250000 IP (tos 0x0, ttl 101, id 4176, offset 0, flags [DF], proto TCP (6), length 48)
        46.76.70.41.1107 > 198.51.101.2.27375: Flags [S], seq 1996039082, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.500000 IP (tos 0x0, ttl 102, id 8275, offset 0, flags [DF], proto TCP (6), length 48)
        75.147.127.42.1184 > 198.51.102.3.27375: Flags [S], seq 2994058623, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.750000 IP (tos 0x0, ttl 103, id 12374, offset 0, flags [DF], proto TCP (6), length 48)
        104.218.184.43.1261 > 198.51.100.4.27375: Flags [S], seq 3992078164, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.000000 IP (tos 0x0, ttl 104, id 16473, offset 0, flags [DF], proto TCP (6), length 48)
        133.49.241.44.1338 > 198.51.101.5.27375: Flags [S], seq 695130409, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.250000 IP (tos 0x0, ttl 105, id 20572, offset 0, flags [DF], proto TCP (6), length 48)
        162.120.58.45.1415 > 198.51.102.6.27375: Flags [S], seq 1693149950, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.500000 IP (tos 0x0, ttl 106, id 24671, offset 0, flags [DF], proto TCP (6), length 48)
        191.191.115.46.1492 > 198.51.100.7.27375: Flags [S], seq 2691169491, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.750000 IP (tos 0x0, ttl 107, id 28770, offset 0, flags [DF], proto TCP (6), length 48)
        20.22.172.47.1569 > 198.51.101.8.27375: Flags [S], seq 3689189032, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.000000 IP (tos 0x0, ttl 108, id 32869, offset 0, flags [DF], proto TCP (6), length 48)
        49.93.229.48.1646 > 198.51.102.9.27375: Flags [S], seq 392241277, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.250000 IP (tos 0x0, ttl 109, id 36968, offset 0, flags [DF], proto TCP (6), length 48)
        78.164.46.49.1723 > 198.51.100.10.27375: Flags [S], seq 1390260818, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.500000 IP (tos 0x0, ttl 110, id 41067, offset 0, flags [DF], proto TCP (6), length 48)
        107.235.103.50.1800 > 198.51.101.11.27375: Flags [S], seq 2388280359, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.750000 IP (tos 0x0, ttl 111, id 45166, offset 0, flags [DF], proto TCP (6), length 48)
        136.66.160.51.1877 > 198.51.102.12.27375: Flags [S], seq 3386299900, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.000000 IP (tos 0x0, ttl 112, id 49265, offset 0, flags [DF], proto TCP (6), length 48)
        165.137.217.52.1954 > 198.51.100.13.27375: Flags [S], seq 89352145, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.250000 IP (tos 0x0, ttl 113, id 53364, offset 0, flags [DF], proto TCP (6), length 48)
        194.208.34.53.2031 > 198.51.101.14.27375: Flags [S], seq 1087371686, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.500000 IP (tos 0x0, ttl 114, id 57463, offset 0, flags [DF], proto TCP (6), length 48)
        23.39.91.54.2108 > 198.51.102.15.27375: Flags [S], seq 2085391227, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:03.750000 IP (tos 0x0, ttl 115, id 61562, offset 0, flags [DF], proto TCP (6), length 48)
        52.110.148.55.2185 > 198.51.100.16.27375: Flags [S], seq 3083410768, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.000000 IP (tos 0x0, ttl 116, id 125, offset 0, flags [DF], proto TCP (6), length 48)
        81.181.205.56.2262 > 198.51.101.17.27375: Flags [S], seq 4081430309, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.250000 IP (tos 0x0, ttl 117, id 4224, offset 0, flags [DF], proto TCP (6), length 48)
        110.12.22.57.2339 > 198.51.102.18.27375: Flags [S], seq 784482554, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.500000 IP (tos 0x0, ttl 118, id 8323, offset 0, flags [DF], proto TCP (6), length 48)
        139.83.79.58.2416 > 198.51.100.19.27375: Flags [S], seq 1782502095, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:04.750000 IP (tos 0x0, ttl 119, id 12422, offset 0, flags [DF], proto TCP (6), length 48)
        168.154.136.59.2493 > 198.51.101.20.27375: Flags [S], seq 2780521636, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.000000 IP (tos 0x0, ttl 100, id 16521, offset 0, flags [DF], proto TCP (6), length 48)
        197.225.193.60.2570 > 198.51.102.21.27375: Flags [S], seq 3778541177, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.250000 IP (tos 0x0, ttl 101, id 20620, offset 0, flags [DF], proto TCP (6), length 48)
        26.56.250.61.2647 > 198.51.100.22.27375: Flags [S], seq 481593422, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.500000 IP (tos 0x0, ttl 102, id 24719, offset 0, flags [DF], proto TCP (6), length 48)
        55.127.67.62.2724 > 198.51.101.23.27375: Flags [S], seq 1479612963, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:05.750000 IP (tos 0x0, ttl 103, id 28818, offset 0, flags [DF], proto TCP (6), length 48)
        84.198.124.63.2801 > 198.51.102.24.27375: Flags [S], seq 2477632504, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
}
