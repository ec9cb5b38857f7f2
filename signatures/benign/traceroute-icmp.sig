signature traceroute-icmp {
  title      "Traceroute by ICMP echo (tracert, mtr, traceroute -I)"
  category   benign
  verdict    benign
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       traceroute, icmp, path, look-alike
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 385 (echo request with TTL 1)" url "https://github.com/eldondev/Snort"
  reference "traceroute(8), manual page, (documented: -I)" url "https://man7.org/linux/man-pages/man8/traceroute.8.html"
  reference "mtr, packet/probe_unix.h at commit 7b01773, (mtr can use ICMP, UDP or TCP)" url "https://github.com/traviscross/mtr"
  reference "RFC 792, Internet Control Message Protocol, echo and time exceeded" url "https://www.rfc-editor.org/rfc/rfc792"

  packet probe { icmp and icmp.type == 8 or icmp6 and icmp.type == 128; ttl <= 30 }

  event by src, dst gap 30s having min(probe.ttl) == 1 and distinct(probe.ttl) >= 3

  analysis {
    addresses "One source that wants to know the way to one destination."
    direction "Echo requests go out; routers on the way answer time exceeded, the destination answers with an echo reply."
    time "Several probes for each TTL, with a pause after each that is not answered."
    header "TTL 1, 2, 3 and so on. Wherever the sensor stands, the first probe that reaches it has 1 left."
    bottom-line "Somebody looks at the way to this address, as Windows' tracert does. Nothing hostile; it looks like a series of pings with a broken TTL."
  }

  hypothesis "Diagnosis" {
    verdict benign
    weight strong
    because "Echo requests with rising TTL are what tracert sends, and mtr where it is told to use ICMP."
    test "Is there a complaint about the connection?"
  }
  hypothesis "Reconnaissance" {
    verdict malicious
    weight weak
    because "The path shows routers and filters."
    test "Are many addresses traced by one source?"
  }

  false-positive "Measurement networks."
  blind-spot "A sensor so close to the destination that fewer than three TTLs arrive."

  trace "three hops, three probes each" synthetic expect match """
    10:00:00.000 192.0.2.1 > 198.51.100.1: icmp: echo request [ttl 1] (id 4011)
    10:00:00.100 192.0.2.1 > 198.51.100.1: icmp: echo request [ttl 1] (id 4012)
    10:00:00.200 192.0.2.1 > 198.51.100.1: icmp: echo request [ttl 1] (id 4013)
    10:00:01.300 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 2, id 4014)
    10:00:01.400 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 2, id 4015)
    10:00:01.500 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 2, id 4016)
    10:00:02.600 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 3, id 4017)
  """
  trace "traceroute -6 -I, one router before the sensor" observed expect match """
    06:50:17.413588 IP6 (flowlabel 0x7597c, hlim 1, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 4
    06:50:17.413639 IP6 (flowlabel 0x7597c, hlim 1, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 5
    06:50:17.413663 IP6 (flowlabel 0x7597c, hlim 1, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 6
    06:50:17.413686 IP6 (flowlabel 0x7597c, hlim 2, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 7
    06:50:17.413698 IP6 (flowlabel 0x7597c, hlim 2, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 8
    06:50:17.413721 IP6 (flowlabel 0x7597c, hlim 2, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 9
    06:50:17.413745 IP6 (flowlabel 0x7597c, hlim 3, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 10
    06:50:17.413768 IP6 (flowlabel 0x7597c, hlim 3, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 11
    06:50:17.413780 IP6 (flowlabel 0x7597c, hlim 3, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 12
    06:50:17.413803 IP6 (flowlabel 0x7597c, hlim 4, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 13
    06:50:17.413815 IP6 (flowlabel 0x7597c, hlim 4, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 14
    06:50:17.413828 IP6 (flowlabel 0x7597c, hlim 4, next-header ICMPv6 (58) payload length: 40) 2001:db8:1::2 > 2001:db8:2::2: ICMP6, echo request, id 6340, seq 15
  """
  trace "pings" synthetic expect no-match """
    10:00:00.000 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 57, id 4011)
    10:00:01.000 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 57, id 4012)
    10:00:02.000 192.0.2.1 > 198.51.100.1: icmp: echo request (ttl 58, id 4013)
  """
}
