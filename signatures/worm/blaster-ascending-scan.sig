signature blaster-ascending-scan {
  title      "Blaster's scan: TCP 135 of one address after the other"
  category   worm
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "August 2003 on"
  licence    "CC-BY-4.0"
  tags       worm, scan, blaster, msrpc
  reference "A commented reconstruction of Blaster's source, as kept in bitBlaster/bitBlaster.c of saadmahboob/Win32.BitBlaster" url "https://github.com/saadmahboob/Win32.BitBlaster"
  reference "Panda Security, encyclopedia, Blaster" url "http://www.pandasecurity.com/enterprise/security-info/about-malware/encyclopedia/overview.aspx?idvirus=40369&sind=0"

  packet syn { tcp; flags == SYN; dport == 135 }

  # Every address of a run, in whatever order they arrive. The sum makes a number of the address, which the fast executor counts.
  event by src gap 60s having distinct(syn.dst) >= 20 and missing(syn.dst + 0) <= 20

  analysis {
    addresses """
      The source is real: an infected Windows 2000 or XP. The destinations ascend by one without a gap, from a start near the source's own network
      (its third octet lowered by up to 19) in 40 of 100 runs, from a random network in the others; the last octet runs from 1 to 255 and on into the
      next network. The program does not stop at 224 and goes on into multicast.
    """
    ports "To 135. Where that is open, 4444 and a TFTP transfer follow: blaster-infection."
    flags "SYN, from the kernel: an ordinary connect of twenty sockets at a time."
    direction "Outbound from an infected host, or across the inside of a network."
    time "Twenty addresses, then 1.8 s of waiting, and the next twenty: some eleven a second."
    header """
      Read in the reconstruction: nothing in the header is the worm's own, it is the system's SYN. The order of the addresses is the mark: a clean run
      of twenty and more.
    """
    bottom-line """
      Somebody asks port 135 of every address in a row. In 2003 that was Blaster, and the source an infected host; today it may be any scanner that goes
      through a network in order. Look at the pace, and for port 4444.
    """
  }

  hypothesis "Blaster" {
    verdict malicious
    weight strong
    because "Port 135 of every address in order, about eleven a second, in groups of twenty."
    test "Are there pauses of 1.8 s after each twenty? Does port 4444 follow where 135 is open?"
  }
  hypothesis "An administrator's search for unpatched hosts" {
    verdict benign
    weight moderate
    because "Everybody looked for port 135 in those weeks, network by network, in order."
    test "Is the source yours, and does it stop at the end of your networks?"
  }

  false-positive "A port scanner that goes through one network in order on port 135."
  blind-spot "A sensor that sees only a part of the addresses; runs of fewer than twenty."

  trace "24 addresses" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 900, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3001 > 198.51.100.1.135: Flags [S], seq 1311912305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.090000 IP (tos 0x0, ttl 121, id 901, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3002 > 198.51.100.2.135: Flags [S], seq 1311976305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.180000 IP (tos 0x0, ttl 121, id 902, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3003 > 198.51.100.3.135: Flags [S], seq 1312040305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.270000 IP (tos 0x0, ttl 121, id 903, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3004 > 198.51.100.4.135: Flags [S], seq 1312104305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.360000 IP (tos 0x0, ttl 121, id 904, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3005 > 198.51.100.5.135: Flags [S], seq 1312168305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.450000 IP (tos 0x0, ttl 121, id 905, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3006 > 198.51.100.6.135: Flags [S], seq 1312232305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.540000 IP (tos 0x0, ttl 121, id 906, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3007 > 198.51.100.7.135: Flags [S], seq 1312296305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.630000 IP (tos 0x0, ttl 121, id 907, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3008 > 198.51.100.8.135: Flags [S], seq 1312360305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.720000 IP (tos 0x0, ttl 121, id 908, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3009 > 198.51.100.9.135: Flags [S], seq 1312424305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.810000 IP (tos 0x0, ttl 121, id 909, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3010 > 198.51.100.10.135: Flags [S], seq 1312488305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.900000 IP (tos 0x0, ttl 121, id 910, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3011 > 198.51.100.11.135: Flags [S], seq 1312552305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.990000 IP (tos 0x0, ttl 121, id 911, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3012 > 198.51.100.12.135: Flags [S], seq 1312616305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.080000 IP (tos 0x0, ttl 121, id 912, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3013 > 198.51.100.13.135: Flags [S], seq 1312680305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.170000 IP (tos 0x0, ttl 121, id 913, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3014 > 198.51.100.14.135: Flags [S], seq 1312744305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.260000 IP (tos 0x0, ttl 121, id 914, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3015 > 198.51.100.15.135: Flags [S], seq 1312808305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.350000 IP (tos 0x0, ttl 121, id 915, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3016 > 198.51.100.16.135: Flags [S], seq 1312872305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.440000 IP (tos 0x0, ttl 121, id 916, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3017 > 198.51.100.17.135: Flags [S], seq 1312936305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.530000 IP (tos 0x0, ttl 121, id 917, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3018 > 198.51.100.18.135: Flags [S], seq 1313000305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.620000 IP (tos 0x0, ttl 121, id 918, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3019 > 198.51.100.19.135: Flags [S], seq 1313064305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.710000 IP (tos 0x0, ttl 121, id 919, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3020 > 198.51.100.20.135: Flags [S], seq 1313128305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.800000 IP (tos 0x0, ttl 121, id 920, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3021 > 198.51.100.21.135: Flags [S], seq 1313192305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.890000 IP (tos 0x0, ttl 121, id 921, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3022 > 198.51.100.22.135: Flags [S], seq 1313256305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.980000 IP (tos 0x0, ttl 121, id 922, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3023 > 198.51.100.23.135: Flags [S], seq 1313320305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.070000 IP (tos 0x0, ttl 121, id 923, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3024 > 198.51.100.24.135: Flags [S], seq 1313384305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "24 addresses far apart" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 900, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3001 > 198.51.100.1.135: Flags [S], seq 1311912305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.090909 IP (tos 0x0, ttl 121, id 901, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3002 > 198.51.100.84.135: Flags [S], seq 1311976305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.181818 IP (tos 0x0, ttl 121, id 902, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3003 > 198.51.100.167.135: Flags [S], seq 1312040305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.272727 IP (tos 0x0, ttl 121, id 903, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3004 > 198.51.100.250.135: Flags [S], seq 1312104305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.363636 IP (tos 0x0, ttl 121, id 904, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3005 > 198.51.100.83.135: Flags [S], seq 1312168305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.454545 IP (tos 0x0, ttl 121, id 905, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3006 > 198.51.100.166.135: Flags [S], seq 1312232305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.545455 IP (tos 0x0, ttl 121, id 906, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3007 > 198.51.100.249.135: Flags [S], seq 1312296305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.636364 IP (tos 0x0, ttl 121, id 907, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3008 > 198.51.100.82.135: Flags [S], seq 1312360305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.727273 IP (tos 0x0, ttl 121, id 908, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3009 > 198.51.100.165.135: Flags [S], seq 1312424305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.818182 IP (tos 0x0, ttl 121, id 909, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3010 > 198.51.100.248.135: Flags [S], seq 1312488305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.909091 IP (tos 0x0, ttl 121, id 910, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3011 > 198.51.100.81.135: Flags [S], seq 1312552305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.000000 IP (tos 0x0, ttl 121, id 911, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3012 > 198.51.100.164.135: Flags [S], seq 1312616305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.090909 IP (tos 0x0, ttl 121, id 912, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3013 > 198.51.100.247.135: Flags [S], seq 1312680305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.181818 IP (tos 0x0, ttl 121, id 913, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3014 > 198.51.100.80.135: Flags [S], seq 1312744305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.272727 IP (tos 0x0, ttl 121, id 914, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3015 > 198.51.100.163.135: Flags [S], seq 1312808305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.363636 IP (tos 0x0, ttl 121, id 915, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3016 > 198.51.100.246.135: Flags [S], seq 1312872305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.454545 IP (tos 0x0, ttl 121, id 916, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3017 > 198.51.100.79.135: Flags [S], seq 1312936305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.545455 IP (tos 0x0, ttl 121, id 917, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3018 > 198.51.100.162.135: Flags [S], seq 1313000305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.636364 IP (tos 0x0, ttl 121, id 918, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3019 > 198.51.100.245.135: Flags [S], seq 1313064305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.727273 IP (tos 0x0, ttl 121, id 919, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3020 > 198.51.100.78.135: Flags [S], seq 1313128305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.818182 IP (tos 0x0, ttl 121, id 920, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3021 > 198.51.100.161.135: Flags [S], seq 1313192305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.909091 IP (tos 0x0, ttl 121, id 921, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3022 > 198.51.100.244.135: Flags [S], seq 1313256305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.000000 IP (tos 0x0, ttl 121, id 922, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3023 > 198.51.100.77.135: Flags [S], seq 1313320305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.090909 IP (tos 0x0, ttl 121, id 923, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3024 > 198.51.100.160.135: Flags [S], seq 1313384305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "another port" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 900, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3001 > 198.51.100.1.139: Flags [S], seq 1311912305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.090000 IP (tos 0x0, ttl 121, id 901, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3002 > 198.51.100.2.139: Flags [S], seq 1311976305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.180000 IP (tos 0x0, ttl 121, id 902, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3003 > 198.51.100.3.139: Flags [S], seq 1312040305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.270000 IP (tos 0x0, ttl 121, id 903, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3004 > 198.51.100.4.139: Flags [S], seq 1312104305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.360000 IP (tos 0x0, ttl 121, id 904, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3005 > 198.51.100.5.139: Flags [S], seq 1312168305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.450000 IP (tos 0x0, ttl 121, id 905, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3006 > 198.51.100.6.139: Flags [S], seq 1312232305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.540000 IP (tos 0x0, ttl 121, id 906, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3007 > 198.51.100.7.139: Flags [S], seq 1312296305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.630000 IP (tos 0x0, ttl 121, id 907, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3008 > 198.51.100.8.139: Flags [S], seq 1312360305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.720000 IP (tos 0x0, ttl 121, id 908, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3009 > 198.51.100.9.139: Flags [S], seq 1312424305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.810000 IP (tos 0x0, ttl 121, id 909, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3010 > 198.51.100.10.139: Flags [S], seq 1312488305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.900000 IP (tos 0x0, ttl 121, id 910, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3011 > 198.51.100.11.139: Flags [S], seq 1312552305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.990000 IP (tos 0x0, ttl 121, id 911, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3012 > 198.51.100.12.139: Flags [S], seq 1312616305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.080000 IP (tos 0x0, ttl 121, id 912, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3013 > 198.51.100.13.139: Flags [S], seq 1312680305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.170000 IP (tos 0x0, ttl 121, id 913, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3014 > 198.51.100.14.139: Flags [S], seq 1312744305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.260000 IP (tos 0x0, ttl 121, id 914, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3015 > 198.51.100.15.139: Flags [S], seq 1312808305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.350000 IP (tos 0x0, ttl 121, id 915, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3016 > 198.51.100.16.139: Flags [S], seq 1312872305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.440000 IP (tos 0x0, ttl 121, id 916, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3017 > 198.51.100.17.139: Flags [S], seq 1312936305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.530000 IP (tos 0x0, ttl 121, id 917, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3018 > 198.51.100.18.139: Flags [S], seq 1313000305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.620000 IP (tos 0x0, ttl 121, id 918, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3019 > 198.51.100.19.139: Flags [S], seq 1313064305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.710000 IP (tos 0x0, ttl 121, id 919, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3020 > 198.51.100.20.139: Flags [S], seq 1313128305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.800000 IP (tos 0x0, ttl 121, id 920, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3021 > 198.51.100.21.139: Flags [S], seq 1313192305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.890000 IP (tos 0x0, ttl 121, id 921, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3022 > 198.51.100.22.139: Flags [S], seq 1313256305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.980000 IP (tos 0x0, ttl 121, id 922, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3023 > 198.51.100.23.139: Flags [S], seq 1313320305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.070000 IP (tos 0x0, ttl 121, id 923, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3024 > 198.51.100.24.139: Flags [S], seq 1313384305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
  """
}
