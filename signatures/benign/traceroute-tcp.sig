signature traceroute-tcp {
  title      "Traceroute by TCP SYNs with rising TTL"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       traceroute, tcp, path, look-alike
  reference "traceroute(8), manual page, (documented: -T, port 80 by default)" url "https://man7.org/linux/man-pages/man8/traceroute.8.html"
  reference "mtr, packet/probe_unix.h at commit 7b01773, (TCP mode)" url "https://github.com/traviscross/mtr"
  reference "nmap at commit db4aefd, traceroute.cc lines 687-735 (source: counts down from a guessed distance)" url "https://github.com/nmap/nmap"
  reference "RFC 792, Internet Control Message Protocol, time exceeded" url "https://www.rfc-editor.org/rfc/rfc792"

  packet probe { tcp; flags & (SYN|ACK|RST|FIN) == SYN; ttl <= 30 }

  event by src, dst, dport gap 30s having min(probe.ttl) == 1 and distinct(probe.ttl) >= 3

  analysis {
    addresses "One source, one destination."
    ports "A port that is known to be open: 80 or 443."
    flags "SYN alone; only the last of them reaches the destination, and its SYN ACK is reset or left."
    direction "Time-exceeded errors of the routers come back."
    header "TTL 1, 2, 3 and so on; nmap starts near the distance that it guesses and counts down."
    bottom-line """
      Somebody looks at the way to this service, through filters that stop UDP and echo. Usually diagnosis; the same probes tell which filter stops a
      port, and on which hop.
    """
  }

  hypothesis "Diagnosis" {
    verdict benign
    weight strong
    because "One port, one destination, TTL by TTL."
    test "Is it one trace, or many to many ports?"
  }
  hypothesis "Mapping of a filter (firewalk)" {
    verdict malicious
    weight moderate
    because "SYNs with a TTL that ends just behind the filter show by their errors which ports it lets through."
    test "Do the ports change while the TTL stays?"
  }

  false-positive "Measurement networks."
  blind-spot "Clients near a sensor that sees fewer than three TTLs."

  trace "four hops" synthetic expect match """
    10:00:00.000 192.0.2.1.41011 > 198.51.100.1.80: S 17:17(0) win 5840 [ttl 1] (id 4011)
    10:00:00.100 192.0.2.1.41012 > 198.51.100.1.80: S 117:117(0) win 5840 (ttl 2, id 4012)
    10:00:00.200 192.0.2.1.41013 > 198.51.100.1.80: S 217:217(0) win 5840 (ttl 3, id 4013)
    10:00:00.300 192.0.2.1.41014 > 198.51.100.1.80: S 317:317(0) win 5840 (ttl 4, id 4014)
  """
  trace "connections" synthetic expect no-match """
    10:00:00.000 192.0.2.1.41011 > 198.51.100.1.80: S 17:17(0) win 5840 (ttl 57, id 4011)
    10:00:00.100 192.0.2.1.41012 > 198.51.100.1.80: S 117:117(0) win 5840 (ttl 57, id 4012)
    10:00:00.200 192.0.2.1.41013 > 198.51.100.1.80: S 217:217(0) win 5840 (ttl 57, id 4013)
  """
}
