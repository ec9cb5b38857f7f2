signature icmp-query-sweep {
  title      "Sweep by ICMP timestamp, information or address-mask requests"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999 to present"
  licence    "CC-BY-4.0"
  tags       scan, ping, icmp, host-discovery, any-program
  reference "nmap 7.93 of Debian 12, -sn -PP and -PM, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/nmap"
  reference "nmap reference guide, Host Discovery (-PP, -PM)" url "https://nmap.org/book/man-host-discovery.html"
  reference "RFC 6918, Formally Deprecating Some ICMPv4 Message Types, section 2 (information and address mask)" url "https://www.rfc-editor.org/rfc/rfc6918#section-2"
  reference "RFC 792, Internet Control Message Protocol (timestamp, information)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet query { icmp; icmp.type in {13, 15, 17} }

  event by src gap 60s having distinct(query.dst) >= 5

  analysis {
    addresses "One source, five hosts and more."
    flags "Timestamp (type 13), information (15) or address mask (17) requests."
    direction "A living host answers a timestamp request, if at all; the other two kinds hardly any system of today answers."
    time "As fast as the scanner likes, each host once or twice."
    header "nmap: sequence number 0, an identifier drawn for each host, TTL from 37 to 59 drawn for each packet."
    bottom-line "Somebody looks for living hosts past a filter that stops echo and forgot the other queries. Nobody has another use for these towards five hosts; let the border drop them."
  }
  hypothesis "Host discovery" {
    verdict malicious
    weight strong
    because "Echo is what people use; who asks for the time or a mask of many hosts wants only that they answer."
    test "Do port scans of those that answered follow? Do the TTLs jump from packet to packet (nmap)?"
  }
  hypothesis "Clocks are compared" {
    verdict benign
    weight weak
    because "clockdiff and old time services ask for timestamps."
    against "They ask one host many times, and hosts of their own."
    test "Is it your own machine, and does it ask each host again and again?"
  }
  false-positive "A survey of your own; a measurement of clocks over five hosts and more."
  blind-spot "Fewer than five hosts. Several kinds towards one host: see icmp-query-fingerprinting."

  trace "nmap 7.93, -PP" observed expect match """
    06:45:52.683323 IP (tos 0x0, ttl 47, id 61482, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 32825 seq 0, length 20
    06:45:52.683390 IP (tos 0x0, ttl 37, id 59787, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.2: ICMP time stamp query id 15513 seq 0, length 20
    06:45:52.683404 IP (tos 0x0, ttl 40, id 28777, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.3: ICMP time stamp query id 46458 seq 0, length 20
    06:45:52.683418 IP (tos 0x0, ttl 39, id 21329, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.4: ICMP time stamp query id 50475 seq 0, length 20
    06:45:52.683431 IP (tos 0x0, ttl 48, id 13686, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.5: ICMP time stamp query id 7619 seq 0, length 20
    06:45:52.683443 IP (tos 0x0, ttl 53, id 16242, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.6: ICMP time stamp query id 45549 seq 0, length 20
    06:45:52.683456 IP (tos 0x0, ttl 37, id 57737, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.7: ICMP time stamp query id 62707 seq 0, length 20
    06:45:52.683469 IP (tos 0x0, ttl 46, id 25694, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.8: ICMP time stamp query id 29149 seq 0, length 20
  """
  trace "nmap 7.93, -PM" observed expect match """
    06:45:55.019280 IP (tos 0x0, ttl 37, id 44312, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.1: ICMP address mask request, length 12
    06:45:55.019309 IP (tos 0x0, ttl 57, id 31648, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.2: ICMP address mask request, length 12
    06:45:55.019314 IP (tos 0x0, ttl 36, id 12185, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.3: ICMP address mask request, length 12
    06:45:55.019320 IP (tos 0x0, ttl 43, id 4427, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.4: ICMP address mask request, length 12
    06:45:55.019325 IP (tos 0x0, ttl 56, id 27862, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.5: ICMP address mask request, length 12
    06:45:55.019330 IP (tos 0x0, ttl 46, id 13880, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.6: ICMP address mask request, length 12
    06:45:55.019335 IP (tos 0x0, ttl 39, id 58677, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.7: ICMP address mask request, length 12
    06:45:55.019341 IP (tos 0x0, ttl 58, id 36660, offset 0, flags [none], proto ICMP (1), length 32)
        192.0.2.10 > 203.0.113.8: ICMP address mask request, length 12
  """
  trace "one host asked again and again" synthetic expect no-match """
    06:45:52.683323 IP (tos 0x0, ttl 47, id 61482, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 32825 seq 0, length 20
    06:45:52.683390 IP (tos 0x0, ttl 37, id 59787, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 15513 seq 0, length 20
    06:45:52.683404 IP (tos 0x0, ttl 40, id 28777, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 46458 seq 0, length 20
    06:45:52.683418 IP (tos 0x0, ttl 39, id 21329, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 50475 seq 0, length 20
    06:45:52.683431 IP (tos 0x0, ttl 48, id 13686, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 7619 seq 0, length 20
    06:45:52.683443 IP (tos 0x0, ttl 53, id 16242, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 45549 seq 0, length 20
    06:45:52.683456 IP (tos 0x0, ttl 37, id 57737, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 62707 seq 0, length 20
    06:45:52.683469 IP (tos 0x0, ttl 46, id 25694, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 203.0.113.1: ICMP time stamp query id 29149 seq 0, length 20
  """
}
