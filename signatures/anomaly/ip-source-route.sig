signature ip-source-route {
  title      "IP packets with a source route"
  category   anomaly
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, source-route, filter-bypass
  reference "RFC 791, Internet Protocol, section 3.1 (loose and strict source routing, option types 131 and 137)" url "https://www.rfc-editor.org/rfc/rfc791"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sids 500 to 502" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_IP_OPTION_SET" url "https://github.com/snort3/snort3"

  packet routed { ip; ip.options has 131 or ip.options has 137 }

  event by src, dst gap 10m having count(routed) >= 1

  analysis {
    addresses """
      The destination in the header may be a way station; the true one stands in the option. Answers come back over the same stations, so a forged
      source can still read them.
    """
    direction "Inwards, to reach a net past its filters; outwards hardly ever."
    header "Option 131 (loose) or 137 (strict): the sender names routers to pass."
    bottom-line """
      Somebody chooses the way of his packets, to get past a filter or to receive answers to a forged address. Routers should drop such packets, and
      nearly all do.
    """
  }

  hypothesis "Attempt to get past filters" {
    verdict malicious
    weight strong
    because "That is all this option has been used for since routers are trusted with finding the way."
    test "Which addresses does the option name? Is one of them inside?"
  }
  hypothesis "Diagnosis by a network's operator" {
    verdict benign
    weight moderate
    because "traceroute and ping can set it to measure a way back."
    test "Is the source a network operator, with single probes?"
  }

  false-positive "Test equipment."
  blind-spot "IPv6 routing headers, and what the option lists: the language knows only that it is there."

  trace "loose source route" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 7, offset 0, flags [none], proto TCP (6), length 52, options (LSRR 203.0.113.1 198.51.100.1,EOL)) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 17, win 512, length 0
  """
  trace "router alert" synthetic expect no-match """
    10:00:00.000 IP (tos 0xc0, ttl 1, id 7, offset 0, flags [none], proto IGMP (2), length 32, options (RA)) 192.0.2.1 > 224.0.0.22: igmp v3 report
  """
}
