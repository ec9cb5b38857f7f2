signature nmap-udp-scan {
  title      "nmap UDP scan: one source port, many ports, TTLs that jump"
  category   scan
  verdict    malicious
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       scan, udp, nmap
  reference "nmap at commit db4aefd: tcpip.cc (TTL 37 to 59), scan_engine_raw.cc (source port), nmap.h lines 240-243 (UDP ping to 40125)" url "https://github.com/nmap/nmap"
  reference "RFC 1122, section 4.1.3.1 (a closed UDP port answers with port unreachable)" url "https://www.rfc-editor.org/rfc/rfc1122#section-4.1.3.1"

  # A tracer's TTLs begin with 1; what left with 37 and more has more left.
  packet probe { udp; not df; ttl <= 59 }
  packet closed { from responder; icmp; icmp.type == 3; icmp.code == 3 }

  event by src, dst gap 30s
    having distinct(probe.dport) >= 8
      and distinct(probe.sport) <= 4
      and distinct(probe.ttl) >= 5
      and span(probe.ttl) <= 22
      and min(probe.ttl) >= 4

  analysis {
    ports "Many ports of one host from one source port (the next one for each further try). A client takes a new port, or keeps one for one service."
    flags "UDP has none. To well-known ports nmap sends a request of the service (DNS version.bind, NTP, SNMP, IKE and so on, several kinds to one port); to others nothing or a few bytes."
    direction "Port unreachable from closed ports, at the pace at which the target allows ICMP, commonly one a second: such scans take long."
    time "Slow by nature. Bursts of the different requests to one port share their time."
    header """
      The TTL is drawn for each packet from 37 to 59 at the sender. This is the mark: packets of one socket on one path arrive with one TTL or two, not with five.
      This project's own observation on nmap 7.93: the requests for one port come in pairs with one IP id and two TTLs.
    """
    bottom-line "Somebody looks for UDP services on this host. What answered is what they found: old DNS, SNMP, NTP and the like. Check that none of them was meant to stay inside."
  }
  hypothesis "UDP scan by nmap" {
    verdict malicious
    weight strong
    because "One source port against many services of one host, with a TTL that is drawn per packet."
    test "Do the payloads differ by port and fit the services? Is there a SYN scan from the same source?"
  }
  hypothesis "Your own audit" {
    verdict benign
    weight moderate
    because "The same tool is used for it."
    test "Ask who may scan."
  }
  hypothesis "A peer-to-peer program or a tracer" {
    verdict benign
    weight weak
    because "Both send UDP to many ports from one port."
    against "Peers have many addresses; a tracer's TTLs rise one by one from 1 (mtr by UDP otherwise looks much like this)."
    test "Sort the TTLs by time: drawn or counted?"
  }
  false-positive "Traffic of one address that several machines at different distances share (NAT), towards many ports of one host from the same four ports: hardly to be had."
  blind-spot "A scan of fewer than eight ports; scanners that leave the TTL to the kernel, and nmap over IPv6 or with --ttl: see udp-port-scan."
  trace "nmap 7.93 over eleven ports" observed expect match """
    03:36:11.231562 IP (tos 0x0, ttl 46, id 60749, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.59546 > 198.51.100.20.53: 0 stat [0q] (12)
    03:36:11.231670 IP (tos 0x0, ttl 55, id 60749, offset 0, flags [none], proto UDP (17), length 58)
        192.0.2.10.59546 > 198.51.100.20.53: 30583+ TXT CHAOS? version.bind. (30)
    03:36:11.231683 IP (tos 0x0, ttl 48, id 25841, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.10.59546 > 198.51.100.20.40000: UDP, length 40
    03:36:11.231749 IP (tos 0x0, ttl 39, id 51999, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.59546 > 198.51.100.20.5353: 0 stat [0q] (12)
    03:36:11.231799 IP (tos 0x0, ttl 46, id 51999, offset 0, flags [none], proto UDP (17), length 58)
        192.0.2.10.59546 > 198.51.100.20.5353: 30583+ TXT CHAOS (QM)? version.bind. (30)
    03:36:11.231808 IP (tos 0x0, ttl 43, id 51999, offset 0, flags [none], proto UDP (17), length 74)
        192.0.2.10.59546 > 198.51.100.20.5353: 0 PTR (QU)? _services._dns-sd._udp.local. (46)
    03:36:11.231817 IP (tos 0x0, ttl 40, id 51999, offset 0, flags [none], proto UDP (17), length 74)
        192.0.2.10.59546 > 198.51.100.20.5353: 0 PTR (QM)? _services._dns-sd._udp.local. (46)
    03:36:11.231827 IP (tos 0x0, ttl 58, id 55263, offset 0, flags [none], proto UDP (17), length 76)
        192.0.2.10.59546 > 198.51.100.20.123: NTPv4, Client, length 48
    03:36:11.231835 IP (tos 0x0, ttl 42, id 55263, offset 0, flags [none], proto UDP (17), length 76)
        192.0.2.10.59546 > 198.51.100.20.123: NTPv3, symmetric active, length 48
    03:36:11.231845 IP (tos 0x0, ttl 46, id 3555, offset 0, flags [none], proto UDP (17), length 122)
        192.0.2.10.59546 > 198.51.100.20.1900: UDP, length 94
    03:36:11.231879 IP (tos 0x0, ttl 38, id 19746, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.59546 > 198.51.100.20.3333: UDP, length 0
    03:36:11.231981 IP (tos 0x0, ttl 37, id 9163, offset 0, flags [none], proto UDP (17), length 45)
        192.0.2.10.59546 > 198.51.100.20.11211: UDP, length 17
    03:36:11.232028 IP (tos 0x0, ttl 55, id 64750, offset 0, flags [none], proto UDP (17), length 88)
        192.0.2.10.59546 > 198.51.100.20.161:  { SNMPv3 { F=r } { USM B=0 T=0 U="" } { ScopedPDU E= C="" { GetRequest(12) R=14320  } } }
  """
  trace "one TTL: a program that asks many ports" synthetic expect no-match """
    03:36:11.231562 IP (tos 0x0, ttl 52, id 60749, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.59546 > 198.51.100.20.53: 0 stat [0q] (12)
    03:36:11.231670 IP (tos 0x0, ttl 52, id 60749, offset 0, flags [none], proto UDP (17), length 58)
        192.0.2.10.59546 > 198.51.100.20.53: 30583+ TXT CHAOS? version.bind. (30)
    03:36:11.231683 IP (tos 0x0, ttl 52, id 25841, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.10.59546 > 198.51.100.20.40000: UDP, length 40
    03:36:11.231749 IP (tos 0x0, ttl 52, id 51999, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.59546 > 198.51.100.20.5353: 0 stat [0q] (12)
    03:36:11.231799 IP (tos 0x0, ttl 52, id 51999, offset 0, flags [none], proto UDP (17), length 58)
        192.0.2.10.59546 > 198.51.100.20.5353: 30583+ TXT CHAOS (QM)? version.bind. (30)
    03:36:11.231808 IP (tos 0x0, ttl 52, id 51999, offset 0, flags [none], proto UDP (17), length 74)
        192.0.2.10.59546 > 198.51.100.20.5353: 0 PTR (QU)? _services._dns-sd._udp.local. (46)
    03:36:11.231817 IP (tos 0x0, ttl 52, id 51999, offset 0, flags [none], proto UDP (17), length 74)
        192.0.2.10.59546 > 198.51.100.20.5353: 0 PTR (QM)? _services._dns-sd._udp.local. (46)
    03:36:11.231827 IP (tos 0x0, ttl 52, id 55263, offset 0, flags [none], proto UDP (17), length 76)
        192.0.2.10.59546 > 198.51.100.20.123: NTPv4, Client, length 48
    03:36:11.231835 IP (tos 0x0, ttl 52, id 55263, offset 0, flags [none], proto UDP (17), length 76)
        192.0.2.10.59546 > 198.51.100.20.123: NTPv3, symmetric active, length 48
    03:36:11.231845 IP (tos 0x0, ttl 52, id 3555, offset 0, flags [none], proto UDP (17), length 122)
        192.0.2.10.59546 > 198.51.100.20.1900: UDP, length 94
    03:36:11.231879 IP (tos 0x0, ttl 52, id 19746, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.59546 > 198.51.100.20.3333: UDP, length 0
    03:36:11.231981 IP (tos 0x0, ttl 52, id 9163, offset 0, flags [none], proto UDP (17), length 45)
        192.0.2.10.59546 > 198.51.100.20.11211: UDP, length 17
    03:36:11.232028 IP (tos 0x0, ttl 52, id 64750, offset 0, flags [none], proto UDP (17), length 88)
        192.0.2.10.59546 > 198.51.100.20.161:  { SNMPv3 { F=r } { USM B=0 T=0 U="" } { ScopedPDU E= C="" { GetRequest(12) R=14320  } } }
  """
}
