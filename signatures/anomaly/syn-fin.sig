signature syn-fin {
  title      "SYN and FIN in one segment"
  category   anomaly
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1995 to present"
  licence    "CC-BY-4.0"
  tags       anomaly, scan, crafted, tcp-flags
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 624" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_TCP_SYN_FIN and TCPOPT_TTCP" url "https://github.com/snort3/snort3"
  reference "A SYN FIN packet of 18 February 2002 (TTL 24, IP id 39426, window 1028)" url "http://www.finchhaven.com/pages/incidents/021802_1359.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.5 (opening and closing)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet odd { tcp; flags & (SYN|FIN|RST|ACK) == SYN|FIN; not options has 11; not options has 12 }

  event by src, dst gap 10m having count(odd) >= 1

  analysis {
    addresses "The source wants answers in a scan, and is then real."
    ports """
      To the service that the sender is after. The packet of 2002 that is cited has the IP id of a scanner whose other probes have equal source and
      destination ports.
    """
    flags "SYN asks to open, FIN says that no more will come. Together they make no sense in one segment, but many systems answer to the SYN."
    direction "From outside. A listening system may answer with SYN ACK."
    header "No T/TCP option (kinds 11 and 12): that experiment of 1994 to 2011 did send SYN, FIN and data in one segment."
    bottom-line "A packet made by hand, to get past filters and logs that look for SYN alone, or to find out what system answers. Treat the source as a scanner."
  }

  hypothesis "Scan past a filter, or a probe for the operating system" {
    verdict malicious
    weight strong
    because "No system sends it; old filters let segments with FIN in."
    test "How many ports and hosts? Did any answer with SYN ACK?"
  }
  hypothesis "Flood by a generator of random flags" {
    verdict malicious
    weight moderate
    because "Tools for floods draw flags at random or set all."
    test "Do other impossible combinations come from the same sources at the same time?"
  }
  hypothesis "T/TCP" {
    verdict benign
    weight weak
    because "Transactional TCP did this."
    against "Its option is missing here, and nobody has used it since 2011."
    test "Look for options 11 to 13."
  }

  false-positive "A test of your own filter."
  blind-spot "Segments with ACK besides."

  trace "from 21 to 21" synthetic expect match """
    10:00:00.000 192.0.2.1.21 > 198.51.100.1.21: SF 1616673589:1616673589(0) win 512 (ttl 44, id 242)
  """
  trace "T/TCP" synthetic expect no-match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: SFP 1616673589:1616673689(100) win 8192 <mss 1460,nop,nop,cc 17>
  """
}
