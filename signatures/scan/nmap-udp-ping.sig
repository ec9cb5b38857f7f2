signature nmap-udp-ping {
  title      "nmap UDP ping: empty datagrams to port 40125 of many hosts"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2007 or later to present; before that the port was 31338"
  licence    "CC-BY-4.0"
  tags       scan, ping, udp, nmap, host-discovery, tool-mark
  reference "nmap at commit db4aefd: nmap.h lines 240-243 (port 40125)" url "https://github.com/nmap/nmap"
  reference "nmap 4.50 at commit 0012ee3: nmap.h (port 31338)" url "https://github.com/nmap/nmap"
  reference "nmap 7.93 of Debian 12, -sn -PU, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/nmap"

  packet ping { udp; dport in {31338, 40125}; payload.len == 0; not df }
  packet closed { from responder; icmp; icmp.type == 3; icmp.code == 3 }

  event by src gap 60s having distinct(ping.dst) >= 3

  analysis {
    addresses "One source over a range of addresses."
    ports "40125, at which hardly anything listens, so that a living host refuses; 31338 in version 4.50 of 2007. One source port for the run."
    direction "Port unreachable says that the host lives; silence says nothing."
    header "No data; nmap's TTL from 37 to 59 is drawn for each packet, IP id random, no DF."
    bottom-line "nmap asks which of your addresses live, by UDP. Harmless by itself; a port scan of those that refused comes next."
  }
  hypothesis "Host discovery with nmap -PU" {
    verdict malicious
    weight strong
    because "The port is nmap's own default, and there is no data, as its source has it."
    test "Do the TTLs jump? Do other kinds of ping or a port scan follow?"
  }
  hypothesis "Your own inventory" {
    verdict benign
    weight moderate
    because "Asset systems call nmap."
    test "Is the source one of yours?"
  }
  false-positive "Another program that sends empty datagrams to this very port of three hosts: none is known."
  blind-spot "Ports of the user's choice, and data that nmap sends where it knows the service; fewer than three hosts."

  trace "nmap 7.93 over six addresses" observed expect match """
    06:45:50.319440 IP (tos 0x0, ttl 40, id 10924, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.1.40125: UDP, length 0
    06:45:50.319461 IP (tos 0x0, ttl 55, id 26982, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.2.40125: UDP, length 0
    06:45:50.319470 IP (tos 0x0, ttl 42, id 3757, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.3.40125: UDP, length 0
    06:45:50.319478 IP (tos 0x0, ttl 46, id 52232, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.4.40125: UDP, length 0
    06:45:50.319485 IP (tos 0x0, ttl 38, id 52757, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.5.40125: UDP, length 0
    06:45:50.319493 IP (tos 0x0, ttl 55, id 58619, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.6.40125: UDP, length 0
  """
  trace "the next port" synthetic expect no-match """
    06:45:50.319440 IP (tos 0x0, ttl 40, id 10924, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.1.40126: UDP, length 0
    06:45:50.319461 IP (tos 0x0, ttl 55, id 26982, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.2.40126: UDP, length 0
    06:45:50.319470 IP (tos 0x0, ttl 42, id 3757, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.3.40126: UDP, length 0
    06:45:50.319478 IP (tos 0x0, ttl 46, id 52232, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.4.40126: UDP, length 0
    06:45:50.319485 IP (tos 0x0, ttl 38, id 52757, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.5.40126: UDP, length 0
    06:45:50.319493 IP (tos 0x0, ttl 55, id 58619, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.37376 > 203.0.113.6.40126: UDP, length 0
  """
}
