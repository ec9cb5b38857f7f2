signature nmap-mixed-probes {
  title      "nmap's odd probes of several kinds against one host"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, stealth, nmap
  reference "nmap at commit db4aefd: scan_engine.cc lines 1293-1312, tcpip.cc lines 572-620" url "https://github.com/nmap/nmap"
  reference "nDPI test captures at commit 3b1286a: tests/cfgs/default/pcap/tcp_scan.pcapng" url "https://github.com/ntop/nDPI"

  packet syn {
    tcp
    flags == SYN
    window in {1024, 2048, 3072, 4096}
    options == [mss]
    mss == 1460
    not df
    payload.len == 0
  }
  packet fin {
    tcp
    flags == FIN
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
    payload.len == 0
  }
  packet bare {
    tcp
    flags & 0xff == 0
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
    payload.len == 0
  }
  packet xmas {
    tcp
    flags == FIN|PSH|URG
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
    payload.len == 0
  }

  event by src, dst gap 5m
    having count(fin) >= 1 and count(bare) >= 1
      or count(fin) >= 1 and count(xmas) >= 1
      or count(bare) >= 1 and count(xmas) >= 1

  analysis {
    addresses "One source, one target."
    ports "A port or a few for each kind of scan."
    flags "Two and more of FIN, none, and FIN PSH URG, often with a SYN of the same shape before them: the kinds of scan are gone through one after the other."
    time "Seconds to minutes between the kinds: a person types the commands, or a script tries which of them gets through the filter."
    header "Window 1024 (older versions up to 4096), no options, no DF, TTL from 37 to 59 at the sender."
    bottom-line "Somebody tries nmap's scan types against this host to see which of them passes. One probe of a kind is enough here, since two kinds together have no innocent reading."
  }
  hypothesis "Trial of scan types with nmap" {
    verdict malicious
    weight strong
    because "Segments that no TCP sends, of two kinds, in nmap's shape."
    test "Which kind was answered? Did a full scan of that kind follow?"
  }
  hypothesis "Lesson or test of a filter" {
    verdict benign
    weight moderate
    because "This is how the scan types are taught and how filters are accepted."
    test "Ask who may scan."
  }
  false-positive "A packet generator that copies nmap's header."
  blind-spot "One kind only: see the entries of the single scans, which ask for three probes."
  trace "one port for each kind, in a published capture" observed expect match """
    18:04:40.667908 IP (tos 0x0, ttl 57, id 57309, offset 0, flags [none], proto TCP (6), length 44)
        192.168.1.178.43067 > 192.168.1.2.3389: Flags [S], seq 4150816406, win 1024, options [mss 1460], length 0
    18:04:48.939833 IP (tos 0x0, ttl 42, id 51571, offset 0, flags [none], proto TCP (6), length 40)
        192.168.1.178.62971 > 192.168.1.2.3390: Flags [F], seq 4273590571, win 1024, length 0
    18:04:56.676115 IP (tos 0x0, ttl 45, id 31570, offset 0, flags [none], proto TCP (6), length 40)
        192.168.1.178.57916 > 192.168.1.2.3391: Flags [none], win 1024, length 0
    18:05:01.982691 IP (tos 0x0, ttl 51, id 34309, offset 0, flags [none], proto TCP (6), length 40)
        192.168.1.178.63243 > 192.168.1.2.3392: Flags [FPU], seq 3382815324, win 1024, urg 0, length 0
  """
  trace "FINs alone" observed expect no-match """
    03:35:43.935563 IP (tos 0x0, ttl 37, id 15946, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.21: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935663 IP (tos 0x0, ttl 51, id 26607, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.23: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935674 IP (tos 0x0, ttl 51, id 35335, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.22: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935708 IP (tos 0x0, ttl 54, id 31751, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.25: Flags [F], seq 491305023, win 1024, length 0
  """
}
