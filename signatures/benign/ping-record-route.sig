signature ping-record-route {
  title      "Ping that asks routers to record the route"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       ping, record-route, ip-options, path
  reference "RFC 791, Internet Protocol, section 3.1 (record route, option type 7)" url "https://www.rfc-editor.org/rfc/rfc791"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 475" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, ICMP_TRACEROUTE_IPOPTS" url "https://github.com/snort3/snort3"

  packet probe { icmp; icmp.type in {0, 8}; ip.options has 7 }

  event by src, dst gap 60s having count(probe) >= 1

  analysis {
    addresses "Source and destination of a ping; the option holds up to nine routers on the way."
    direction "Request and reply both carry the option, so that the way back is shown, too."
    header "IP option 7 in an echo request or reply."
    bottom-line "Somebody runs ping -R to see the way. Old-fashioned diagnosis; many routers drop packets with options."
  }

  hypothesis "Diagnosis" {
    verdict benign
    weight strong
    because "ping -R does this, and nothing else is gained."
    test "Is the source an operator or a student of the network?"
  }
  hypothesis "Mapping of a network from outside" {
    verdict malicious
    weight moderate
    because "The recorded addresses are those of the routers' outgoing interfaces, which traceroute does not show."
    test "Are many hosts asked by one source?"
  }

  false-positive "Measurement projects."
  blind-spot "What the option recorded is not shown by the language."

  trace "ping -R" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 7, offset 0, flags [none], proto ICMP (1), length 124, options (NOP,RR 192.0.2.1, 0.0.0.0 0.0.0.0)) 192.0.2.1 > 198.51.100.1: ICMP echo request, id 4011, seq 1, length 64
  """
  trace "ping" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 7, offset 0, flags [none], proto ICMP (1), length 84) 192.0.2.1 > 198.51.100.1: ICMP echo request, id 4011, seq 1, length 64
  """
}
