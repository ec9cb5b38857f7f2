# Internal: a SYN of nmap's shape that came twice, equal in ports and sequence number. Observed by nmap-idle-scan-target.
signature nmap-syn-repeated {
  internal
  title      "SYN of nmap's shape, sent twice without a change"
  category   connection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2002 to present"
  licence    "CC-BY-4.0"
  tags       building-block, scan
  reference "nmap at commit db4aefd: idle_scan.cc (forged probes of the target)" url "https://github.com/nmap/nmap"

  packet syn {
    tcp
    flags == SYN
    seq != 0
    window in {1024, 2048, 3072, 4096}
    options == [mss]
    mss == 1460
    not df
    payload.len == 0
  }

  event by src, sport, dst, dport, seq gap 30s having count(syn) >= 2 and distinct(syn.id) >= 2

  analysis {
    flags "nmap's own repeats take the next source port and another sequence number. The forged SYNs of its idle scan keep both."
    bottom-line "One port, asked twice with one SYN: a part of an idle scan seen from its target."
  }
  false-positive "Capture points that see each packet twice are excluded by asking for two IP ids."
  blind-spot "Repeats more than half a minute apart."
  trace "port 60, asked in the zombie's name" observed expect match """
    04:25:36.491884 IP (tos 0x0, ttl 44, id 55188, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.60: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
    04:25:37.371509 IP (tos 0x0, ttl 52, id 22596, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.60: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
  """
  trace "once" observed expect no-match """
    04:25:36.491884 IP (tos 0x0, ttl 44, id 55188, offset 0, flags [none], proto TCP (6), length 44)
        203.0.113.77.80 > 198.51.100.20.60: Flags [S], seq 1242088536, win 1024, options [mss 1460], length 0
  """
}
