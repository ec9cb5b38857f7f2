signature angry-ip-udp-ping {
  title      "Angry IP Scanner: eight bytes of clock to UDP port 33435 or 37381"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000s to present"
  licence    "CC-BY-4.0"
  tags       scan, ping, udp, tool-mark
  reference "Angry IP Scanner at commit d6806bc5: src/net/azib/ipscan/core/net/UDPPinger.java lines 29-60" url "https://github.com/angryip/ipscan"
  reference "RFC 1122, section 4.1.3.1 (port unreachable)" url "https://www.rfc-editor.org/rfc/rfc1122#section-4.1.3.1"

  packet ping { udp; dport in {33435, 37381}; payload.len == 8; ttl > 30 }
  packet closed { from responder; icmp; icmp.type == 3; icmp.code == 3 }

  event by src gap 60s having distinct(ping.dst) >= 3

  analysis {
    addresses "One source, a range of addresses in order."
    ports "33435, one of traceroute's ports, where nothing listens as a rule; 37381 in other versions of the source (commit 061e45d)."
    direction "A living host answers port unreachable; the round-trip time is measured by it."
    header "Eight bytes: the time in milliseconds, big-endian, so they begin with 00 00 01. The TTL is a kernel's, 64 or 128 at the start; a traceroute would begin with 1."
    bottom-line "Angry IP Scanner, a desktop program, looks for living hosts. In a company network: a curious colleague or a technician."
  }
  hypothesis "A sweep from a desktop" {
    verdict unknown
    weight strong
    because "Port, length and a full TTL to several hosts agree with the program's source."
    test "Do the bytes count milliseconds? Ask the person at the source."
  }
  hypothesis "Traceroutes" {
    verdict benign
    weight weak
    because "The port is traceroute's second."
    against "Traceroute changes port and TTL with each packet and goes to one host."
    test "Do ports 33434 and 33436 occur?"
  }
  false-positive "A monitor that measures round trips to three hosts and more by UDP to this very port with eight bytes."
  blind-spot "The program's other ways to ping (ICMP, TCP)."
  trace "four hosts, three pings each" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 124, id 2000, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52001 > 198.51.100.20.33435: UDP, length 8
    03:00:00.050000 IP (tos 0x0, ttl 124, id 2001, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52001 > 198.51.100.20.33435: UDP, length 8
    03:00:00.100000 IP (tos 0x0, ttl 124, id 2002, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52001 > 198.51.100.20.33435: UDP, length 8
    03:00:00.150000 IP (tos 0x0, ttl 124, id 2003, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52002 > 198.51.100.21.33435: UDP, length 8
    03:00:00.200000 IP (tos 0x0, ttl 124, id 2004, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52002 > 198.51.100.21.33435: UDP, length 8
    03:00:00.250000 IP (tos 0x0, ttl 124, id 2005, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52002 > 198.51.100.21.33435: UDP, length 8
    03:00:00.300000 IP (tos 0x0, ttl 124, id 2006, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52003 > 198.51.100.22.33435: UDP, length 8
    03:00:00.350000 IP (tos 0x0, ttl 124, id 2007, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52003 > 198.51.100.22.33435: UDP, length 8
    03:00:00.400000 IP (tos 0x0, ttl 124, id 2008, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52003 > 198.51.100.22.33435: UDP, length 8
    03:00:00.450000 IP (tos 0x0, ttl 124, id 2009, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52004 > 198.51.100.23.33435: UDP, length 8
    03:00:00.500000 IP (tos 0x0, ttl 124, id 2010, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52004 > 198.51.100.23.33435: UDP, length 8
    03:00:00.549999 IP (tos 0x0, ttl 124, id 2011, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52004 > 198.51.100.23.33435: UDP, length 8
  """
  trace "a traceroute" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 2, id 2000, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52001 > 198.51.100.20.33435: UDP, length 8
    03:00:00.050000 IP (tos 0x0, ttl 2, id 2001, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52001 > 198.51.100.20.33435: UDP, length 8
    03:00:00.100000 IP (tos 0x0, ttl 2, id 2002, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52001 > 198.51.100.20.33435: UDP, length 8
    03:00:00.150000 IP (tos 0x0, ttl 2, id 2003, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52002 > 198.51.100.21.33435: UDP, length 8
    03:00:00.200000 IP (tos 0x0, ttl 2, id 2004, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52002 > 198.51.100.21.33435: UDP, length 8
    03:00:00.250000 IP (tos 0x0, ttl 2, id 2005, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52002 > 198.51.100.21.33435: UDP, length 8
    03:00:00.300000 IP (tos 0x0, ttl 2, id 2006, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52003 > 198.51.100.22.33435: UDP, length 8
    03:00:00.350000 IP (tos 0x0, ttl 2, id 2007, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52003 > 198.51.100.22.33435: UDP, length 8
    03:00:00.400000 IP (tos 0x0, ttl 2, id 2008, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52003 > 198.51.100.22.33435: UDP, length 8
    03:00:00.450000 IP (tos 0x0, ttl 2, id 2009, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52004 > 198.51.100.23.33435: UDP, length 8
    03:00:00.500000 IP (tos 0x0, ttl 2, id 2010, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52004 > 198.51.100.23.33435: UDP, length 8
    03:00:00.549999 IP (tos 0x0, ttl 2, id 2011, offset 0, flags [none], proto UDP (17), length 36)
        192.0.2.10.52004 > 198.51.100.23.33435: UDP, length 8
  """
}
