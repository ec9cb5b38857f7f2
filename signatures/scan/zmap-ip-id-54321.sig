signature zmap-ip-id-54321 {
  title      "ZMap SYN: IP id 54321, window 65535"
  category   scan
  verdict    unknown
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2013 to 2024; builds without updates still"
  licence    "CC-BY-4.0"
  tags       scan, tcp, zmap, tool-mark, survey
  reference "ZMap at commit 8de8833: tags v2.1.1 and v3.0.0, src/probe_modules/packet.c lines 89-115 and src/state.c lines 69-70; commits 6819c65 (mss, 2 August 2021) and b0190cc (id, 4 March 2024)" url "https://github.com/zmap/zmap"
  reference "Spoki evaluation at commit 85c916a: src/cse/types/analyzer.py line 91" url "https://github.com/inetrg/spoki"
  reference "StopDDoS packet captures at commit 230dd43: amp.dns.RRSIG.fragmented.pcap (13 such SYNs in September 2021)" url "https://github.com/StopDDoS/packet-captures"

  packet probe {
    ip
    tcp
    flags == SYN
    id == 54321
    window == 65535
    options == [] or options == [mss]
    not df
    ittl == 255
    payload.len == 0
  }
  # Another TTL, and the option sets of 2024 in builds that keep the id: by chance one SYN in 65536, so two are asked for, and half of the source's.
  packet altered { ip; tcp; flags == SYN; id == 54321; window == 65535; not df; payload.len == 0 }
  packet syn { ip; tcp; flags == SYN }

  event by src gap 1h
    having (count(probe) >= 1 or count(altered) >= 2) and 2 * count(altered) >= count(syn)

  analysis {
    addresses "One source; each target is asked once, in the order of a permutation of the whole address space, so neighbours are asked hours apart."
    ports "One destination port a run. Source ports from 32768 to 61000, spread over probes."
    flags "SYN. Before August 2021 without options, after it with mss 1460 alone (the trace of September 2021 shows 536)."
    direction "An open port's SYN ACK is reset by the scanner's kernel."
    header "IP id 54321 (0xd431) in every packet, window 65535, TTL 255 at the sender, no DF; the sequence number is a keyed hash by which the stateless scanner knows its answers."
    bottom-line "ZMap passes over your addresses: an Internet-wide survey, by researchers and companies in most cases, by attackers in some. Act only on what follows them."
  }
  hypothesis "Survey of the Internet" {
    verdict benign
    weight strong
    because "ZMap was made for it; one probe to one port and no more is its way."
    test "Reverse DNS or a web page on the source; a single port asked over many of your addresses."
  }
  hypothesis "Search for victims" {
    verdict malicious
    weight moderate
    because "The tool is free to all; lists of open ports are made with it before attacks."
    test "Do log-ins or exploits from this address or its neighbours follow at what answered?"
  }
  false-positive "Forks and copies that kept the id, all of them scanners. Scripts with htonl(54321) in a 16-bit field send 0, not this."
  blind-spot "ZMap since March 2024 derives the id from the target: see zmap-2024-windows-syn."
  trace "ZMap 2.1.1 over sixteen addresses" observed expect match """
    03:39:21.155535 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.50676 > 198.51.100.28.80: Flags [S], seq 2681994481, win 65535, length 0
    03:39:21.156276 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.46008 > 198.51.100.25.80: Flags [S], seq 2970104287, win 65535, length 0
    03:39:21.156954 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.45898 > 198.51.100.26.80: Flags [S], seq 3235443862, win 65535, length 0
    03:39:21.157615 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51477 > 198.51.100.30.80: Flags [S], seq 2604037297, win 65535, length 0
  """
  trace "seen in September 2021, one of them with mss" observed expect match """
    15:45:26.012696 IP (tos 0x0, ttl 241, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        205.185.125.212.37561 > 10.10.10.10.8118: Flags [S], seq 2076302776, win 65535, length 0
    15:45:27.491529 IP (tos 0x0, ttl 245, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        179.43.175.26.39865 > 10.10.10.10.22: Flags [S], seq 3643223269, win 65535, length 0
    15:45:28.067161 IP (tos 0x0, ttl 246, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        185.200.118.57.37920 > 10.10.10.10.3389: Flags [S], seq 3420451940, win 65535, length 0
    15:45:29.745771 IP (tos 0x0, ttl 249, id 54321, offset 0, flags [none], proto TCP (6), length 44)
        104.244.75.62.40689 > 10.10.10.10.81: Flags [S], seq 2378956959, win 65535, options [mss 536], length 0
    15:45:31.998752 IP (tos 0x0, ttl 241, id 54321, offset 0, flags [none], proto TCP (6), length 44)
        209.141.58.209.43758 > 10.10.10.10.23: Flags [S], seq 2023433431, win 65535, options [mss 536], length 0
    15:45:38.000273 IP (tos 0x0, ttl 243, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        65.49.20.125.56872 > 10.10.10.10.631: Flags [S], seq 3440798630, win 65535, length 0
  """
  trace "the Windows options of 2024 under the old id, another TTL" synthetic expect match """
    03:39:21.155535 IP (tos 0x0, ttl 51, id 54321, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.50676 > 198.51.100.28.80: Flags [S], seq 2681994481, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:39:21.156276 IP (tos 0x0, ttl 51, id 54321, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.46008 > 198.51.100.25.80: Flags [S], seq 2970104287, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
  trace "a client's options: id 54321 by chance" synthetic expect no-match """
    03:39:21.155535 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.50676 > 198.51.100.28.80: Flags [S], seq 2681994481, win 65535, options [mss 1460,sackOK,TS val 50637 ecr 0,nop,wscale 7], length 0
  """
  trace "DF: id 54321 by chance" synthetic expect no-match """
    03:39:21.155535 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.50676 > 198.51.100.28.80: Flags [S], seq 2681994481, win 65535, length 0
  """
}
