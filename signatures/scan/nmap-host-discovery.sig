signature nmap-host-discovery {
  title      "nmap host discovery: an echo without data and an ACK to port 80, and since 2009 a SYN to 443 and a timestamp request"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2007 or earlier to present; the set of four since 2009"
  licence    "CC-BY-4.0"
  tags       scan, ping, host-discovery, nmap, tool-mark
  reference "nmap at commit db4aefd: nmap.h lines 146-157 and 240-243, scan_engine_raw.cc lines 1055-1115" url "https://github.com/nmap/nmap"
  reference "nmap 4.50 at commit 0012ee3: nmap.h (default pings of that version: echo, and ACK to port 80)" url "https://github.com/nmap/nmap"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 469 (echo without data)" url "https://github.com/eldondev/Snort"

  packet echo { icmp; icmp.type == 8; payload.len == 0; not df }
  packet syn {
    tcp
    flags == SYN
    dport == 443
    window in {1024, 2048, 3072, 4096}
    options == [mss]
    not df
  }
  packet lone {
    tcp
    flags == ACK
    dport == 80
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
    payload.len == 0
  }
  packet stamp { icmp; icmp.type == 13; not df }

  event by src, dst gap 10s having count(echo) >= 1 and count(lone) >= 1

  analysis {
    addresses "One event per silent target. A sweep is many of them from one source; hosts that answer the first echo get no more than that."
    ports "443 for the SYN, 80 for the ACK, both from one source port."
    flags "Four ways past a filter: an echo for the open, a SYN to a web port, a bare ACK for filters without state, and an ICMP timestamp request for filters that only know echo. nmap 4.50 had the first and the third alone, so these two are asked for."
    time "All within a millisecond or so, again after about a second where nothing came back."
    header """
      Echo without a byte of data, ICMP id drawn per probe (never 0); window 1024, mss 1460; TTL from 37 to 59 drawn per packet, so one source seems to change its distance with each packet. This project's own
      observation, on nmap 7.93: the acknowledgment number of the ACK is the sequence number of the SYN. Both are one masked try number, 32 bits that agree.
    """
    bottom-line "nmap asks whether this address is alive. By itself harmless; it is the first second of every nmap run by an ordinary administrator's or an intruder's account with raw sockets. A port scan of what answered comes next."
  }
  hypothesis "Reconnaissance with nmap" {
    verdict malicious
    weight strong
    because "An echo without data and an ACK of nmap's shape to port 80, at the same moment to the same host, are its default, with the SYN and the timestamp request or without."
    test "Does a port scan follow? How many addresses did the source ask?"
  }
  hypothesis "Your own inventory" {
    verdict benign
    weight moderate
    because "Asset and monitoring systems call nmap with the same defaults."
    test "Is the source one of yours, and does it come at fixed hours?"
  }
  false-positive "A product that embeds nmap."
  blind-spot "Hosts that answer at once are asked by echo alone, and on the local network nmap asks by ARP."
  blind-spot "Other sets chosen by -PS, -PA, -PU, -PE."
  trace "two silent addresses, nmap 7.93" observed expect match """
    03:42:58.799419 IP (tos 0x0, ttl 38, id 6518, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 203.0.113.6: ICMP echo request, id 20511, seq 0, length 8
    03:42:58.799465 IP (tos 0x0, ttl 47, id 45887, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 203.0.113.5: ICMP echo request, id 20624, seq 0, length 8
    03:42:58.799471 IP (tos 0x0, ttl 53, id 41879, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.50350 > 203.0.113.6.443: Flags [S], seq 3130364510, win 1024, options [mss 1460], length 0
    03:42:58.799478 IP (tos 0x0, ttl 56, id 33360, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.50350 > 203.0.113.5.443: Flags [S], seq 3130364510, win 1024, options [mss 1460], length 0
    03:42:58.799483 IP (tos 0x0, ttl 58, id 46399, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.50350 > 203.0.113.6.80: Flags [.], ack 3130364510, win 1024, length 0
    03:42:58.799487 IP (tos 0x0, ttl 44, id 31637, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.50350 > 203.0.113.5.80: Flags [.], ack 3130364510, win 1024, length 0
    03:42:58.799492 IP (tos 0x0, ttl 50, id 16827, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.6: ICMP time stamp query id 29053 seq 0, length 20
    03:42:58.799499 IP (tos 0x0, ttl 52, id 35908, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.5: ICMP time stamp query id 54379 seq 0, length 20
  """
  trace "the set of nmap 4.50, built from its source" synthetic expect match """
    03:42:58.799419 IP (tos 0x0, ttl 38, id 6518, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 203.0.113.6: ICMP echo request, id 20511, seq 0, length 8
    03:42:58.799483 IP (tos 0x0, ttl 58, id 46399, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.50350 > 203.0.113.6.80: Flags [.], ack 3130364510, win 3072, length 0
  """
  trace "no ACK to port 80: another set of the user's choice" synthetic expect no-match """
    03:42:58.799419 IP (tos 0x0, ttl 38, id 6518, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 203.0.113.6: ICMP echo request, id 20511, seq 0, length 8
    03:42:58.799471 IP (tos 0x0, ttl 53, id 41879, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.50350 > 203.0.113.6.443: Flags [S], seq 3130364510, win 1024, options [mss 1460], length 0
    03:42:58.799492 IP (tos 0x0, ttl 50, id 16827, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.6: ICMP time stamp query id 29053 seq 0, length 20
  """
}
