# lft: Layer Four Traceroute. Its probes count themselves in the sequence number.
signature lft-tcp-trace {
  title      "TCP traceroute by lft: SYNs from port 53 whose sequence number counts the probes"
  category   measurement
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "lft 3.91 (2020); older versions not tried"
  licence    "CC-BY-4.0"
  tags       traceroute, measurement, tcp, syn, lft
  reference "lft 3.91-1 of Debian 12, started for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/lft"
  reference "lft, home page; the defaults (-s 53 -d 80 -c 20 -t 250 -H 30) are in its own usage text" url "http://pwhois.org/lft/"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (what a SYN to a closed port gets)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags == SYN
    sport == 53
    id == 0
    df
    window == 32768
    tcp.hlen == 20
    payload.len == 0
    ttl <= 30
  }

  event by src, dst, dport gap 30s having count(probe) >= 3 and step(probe.seq) == 1

  analysis {
    addresses "One source, one target: the host that traces and the host to which it wants to know the way."
    ports """
      Source port 53 in every probe, a disguise as an answer of a name server for filters that look at ports only. The destination port is the service whose path is in question: 80 unless lft
      is told otherwise (both are its documented defaults).
    """
    flags "SYN alone, without an option: no system's own connect() sends that. If a probe is answered by SYN ACK, the kernel of the tracing host, which knows of no connection, resets it."
    direction "Probes come in from one side. Those whose TTL ends before the target draw ICMP time exceeded from the routers on the way; a sensor near the target sees only those that got through."
    time "Probes follow each other by 16 to 25 ms, and a new round begins a quarter of a second after the last (documented: 20 ms and 250 ms)."
    header """
      IP id 0 with DF, window 32768, 20 bytes of TCP header. The sequence number starts at random and is one more in each probe, across rounds too, while the TTL starts again: it is the probe's
      number, by which lft recognises the answers and the quoted headers. So the sensor can count what it did not see: numbers that are missing went to nearer routers, or were lost.
    """
    bottom-line """
      Somebody looks at the path to your host with lft, through a filter that lets TCP pass. It opens nothing and asks for nothing else. One such trace is an administrator's or a
      curious person's; traces to many hosts of yours draw a map.
    """
  }

  hypothesis "Path measurement with lft" {
    verdict benign
    weight strong
    because "All fixed values were observed in lft's own packets, and the sequence number counts the probes as there."
    because "The TTL goes up with the sequence number from 1 within a round."
    test "Do the TTLs rise by one with the numbers? Does a router on the way send time exceeded to the source?"
  }
  hypothesis "SYN scan from port 53 by a tool that counts in the sequence number" {
    verdict malicious
    weight weak
    because "Source port 53 is chosen to pass filters, and scanners do that as well."
    against "A scan wants other ports or other hosts; here one port of one host is asked again and again with a TTL that rises."
    test "Look for the same source at other ports and hosts."
  }

  false-positive "None is known: 32768 with id 0, DF, no options and source port 53 is not what a system sends, and the number must count besides."
  blind-spot "A target that answers ends the trace: then one or two probes arrive, too few for this event. So the trace to an open port one hop behind the sensor is missed."
  blind-spot "With -s or -z the source port is another one, with -L the packet is longer; FIN (-F), UDP (-u) and ICMP (-p) probes are not covered."

  trace "lft 3.91 towards a host that stays silent, one router before the sensor" observed expect match """
    03:57:08.447228 IP (tos 0x0, ttl 1, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe24 (correct), seq 1656337996, win 32768, length 0
    03:57:08.463192 IP (tos 0x0, ttl 2, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe23 (correct), seq 1656337997, win 32768, length 0
    03:57:08.479211 IP (tos 0x0, ttl 3, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe22 (correct), seq 1656337998, win 32768, length 0
    03:57:08.495231 IP (tos 0x0, ttl 4, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe21 (correct), seq 1656337999, win 32768, length 0
    03:57:08.511250 IP (tos 0x0, ttl 5, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe20 (correct), seq 1656338000, win 32768, length 0
    03:57:08.697317 IP (tos 0x0, ttl 1, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe1f (correct), seq 1656338001, win 32768, length 0
  """
  trace "the same packets, but the sequence number stays the same" synthetic expect no-match """
    03:57:08.447228 IP (tos 0x0, ttl 1, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe24 (correct), seq 1656337996, win 32768, length 0
    03:57:08.463192 IP (tos 0x0, ttl 2, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe24 (correct), seq 1656337996, win 32768, length 0
    03:57:08.479211 IP (tos 0x0, ttl 3, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.1.2.53 > 10.20.3.9.80: Flags [S], cksum 0xfe24 (correct), seq 1656337996, win 32768, length 0
  """
}
