signature traceroute-udp {
  title      "Traceroute by UDP"
  category   benign
  verdict    benign
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       traceroute, udp, path, look-alike
  reference "traceroute(8), manual page, (documented: ports from 33434, three probes for each hop, 16 at once)" url "https://man7.org/linux/man-pages/man8/traceroute.8.html"
  reference "mtr, packet/probe_unix.h: ports from 33000 to 65535; mtr 0.95 of Debian 12, run for this project, counts up from 33001" url "https://github.com/traviscross/mtr"
  reference "RFC 792, Internet Control Message Protocol, time exceeded, and port unreachable at the end" url "https://www.rfc-editor.org/rfc/rfc792"

  # traceroute counts up from 33434, mtr from 33000; mtr's number runs on.
  packet probe { udp; dport >= 33000; ttl <= 30; dst not in multicast }
  packet any { udp; ttl <= 30; dst not in multicast }

  # Where the port stays, or is another one (traceroute -U, Paris traceroute), more hops are asked for.
  event by src, dst gap 30s
    having min(probe.ttl) == 1 and distinct(probe.ttl) >= 3 and distinct(probe.dport) >= 6
      or min(any.ttl) == 1 and distinct(any.ttl) >= 5

  analysis {
    addresses "One source that wants to know the way to one destination."
    ports """
      UDP 33434 and up (mtr: 33001 and up), one more with each probe: the number tells which probe an error answers. traceroute -U keeps one port, 53 by default. Nobody listens there, so that the destination itself
      answers port unreachable.
    """
    direction "From the source; time-exceeded errors of the routers come back, if they are on this path."
    time "Three probes for each hop; today's Linux sends up to sixteen at once, older programs wait for each answer."
    header "TTL 1, 2, 3 and so on. Wherever the sensor stands on the path, the first probe that reaches it has 1 left. 60 bytes in all on Linux."
    bottom-line """
      Somebody looks at the way to this address. It looks like a scan of high UDP ports; the TTLs tell the difference. Operators do this all day; as
      reconnaissance it tells where your border is.
    """
  }

  hypothesis "Diagnosis" {
    verdict benign
    weight strong
    because "Rising TTL and rising port together are what traceroute sends by default."
    test "Does it end after some 30 hops? Is there a reason: a slow or broken connection between the two?"
  }
  hypothesis "Reconnaissance before an attack" {
    verdict malicious
    weight weak
    because "The path shows routers and filters."
    against "One trace is not more than what anybody may see."
    test "Are many addresses of yours traced by one source, and do scans follow?"
  }
  hypothesis "UDP scan" {
    verdict malicious
    weight weak
    because "Ports in a row are asked."
    against "A scanner uses a TTL that reaches its target."
    test "Compare TTLs."
  }

  false-positive "Measurement networks that trace paths to everybody."
  blind-spot """
      Short traces with another port or one port throughout: five hops are asked for there. A sensor past the sixth hop from the end sees fewer than six
      probes of a short trace.
    """

  trace "two routers from the sensor" synthetic expect match """
    10:00:00.000 192.0.2.1.41011 > 198.51.100.1.33434: udp 32 [ttl 1] (id 4011)
    10:00:00.001 192.0.2.1.50231 > 198.51.100.1.33435: udp 32 [ttl 1] (id 4012)
    10:00:00.002 192.0.2.1.38118 > 198.51.100.1.33436: udp 32 [ttl 1] (id 4013)
    10:00:00.003 192.0.2.1.44901 > 198.51.100.1.33437: udp 32 (ttl 2, id 4014)
    10:00:00.004 192.0.2.1.60022 > 198.51.100.1.33438: udp 32 (ttl 2, id 4015)
    10:00:00.005 192.0.2.1.47120 > 198.51.100.1.33439: udp 32 (ttl 2, id 4016)
    10:00:00.006 192.0.2.1.35519 > 198.51.100.1.33440: udp 32 (ttl 3, id 4017)
  """
  trace "mtr 0.95 by UDP" observed expect match """
    06:50:26.371537 IP (tos 0x0, ttl 1, id 62423, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33001: UDP, length 36
    06:50:26.471764 IP (tos 0x0, ttl 2, id 62425, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33002: UDP, length 36
    06:50:26.572033 IP (tos 0x0, ttl 3, id 62427, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33003: UDP, length 36
    06:50:26.672279 IP (tos 0x0, ttl 4, id 62452, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33004: UDP, length 36
    06:50:26.772520 IP (tos 0x0, ttl 5, id 62458, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33005: UDP, length 36
    06:50:26.872895 IP (tos 0x0, ttl 6, id 62466, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33006: UDP, length 36
    06:50:26.973164 IP (tos 0x0, ttl 7, id 62468, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33007: UDP, length 36
    06:50:27.073545 IP (tos 0x0, ttl 8, id 62471, offset 0, flags [none], proto UDP (17), length 64)
        192.0.2.10.6359 > 203.0.113.77.33008: UDP, length 36
  """
  trace "a scan of the same ports" synthetic expect no-match """
    10:00:00.000 192.0.2.1.41011 > 198.51.100.1.33434: udp 32 (ttl 50, id 4011)
    10:00:00.001 192.0.2.1.41011 > 198.51.100.1.33435: udp 32 (ttl 50, id 4012)
    10:00:00.002 192.0.2.1.41011 > 198.51.100.1.33436: udp 32 (ttl 50, id 4013)
    10:00:00.003 192.0.2.1.41011 > 198.51.100.1.33437: udp 32 (ttl 50, id 4014)
    10:00:00.004 192.0.2.1.41011 > 198.51.100.1.33438: udp 32 (ttl 50, id 4015)
    10:00:00.005 192.0.2.1.41011 > 198.51.100.1.33439: udp 32 (ttl 50, id 4016)
  """
}
