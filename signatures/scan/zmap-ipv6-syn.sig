# The header that ZMap gave up for IPv4 lives on in its relatives for IPv6, where no IP id can give it away.
signature zmap-ipv6-syn {
  title      "ZMap's SYN over IPv6: 20 bytes of header, window 65535, hop limit 255"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, ipv6, zmap, xmap, survey
  reference "ZMap for IPv6 (TU Munich): src/probe_modules/packet.c at commit 39953ac, module_ipv6_tcp_synscan.c at commit 04eb638" url "https://github.com/tumi8/zmap"
  reference "XMap: src/probe_modules/packet.c at commit 91259a7, module_tcp6_syn.c at commit 70af73b" url "https://github.com/idealeer/xmap"
  reference "RFC 9293, section 3.7.1 (the mss option, which every stack sends)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.7.1"

  packet probe {
    ip6
    tcp
    flags == SYN
    window == 65535
    options == []
    ittl == 255
    payload.len == 0
  }

  event by src gap 1h having count(probe) >= 1

  analysis {
    addresses "One source. Targets come from a list or from a prefix with generated ends, as nobody can ask all of IPv6: which of your addresses are on the list tells where it was made (DNS, a hit list, one of your own servers' logs)."
    ports "One destination port a run as a rule; source ports from a range, spread over the probes."
    flags "SYN without any option, not even mss."
    direction "An open port's SYN ACK is reset by the scanner's kernel."
    header "Window 65535, hop limit 255 at the sender, traffic class 0. The sequence number is a keyed hash by which the scanner knows its answers again."
    bottom-line "A survey of IPv6 with one of ZMap's relatives, by researchers in most cases. Ask where it has your address from."
  }
  hypothesis "Survey by researchers" {
    verdict benign
    weight strong
    because "Both programs come from universities and were written for measurements."
    test "Reverse DNS or a web page on the source; one port asked over many addresses."
  }
  hypothesis "Search for victims" {
    verdict malicious
    weight weak
    because "The programs are free to all."
    test "Do log-ins or exploits follow from this network at what answered?"
  }
  false-positive "Another program that writes a bare SYN with hop limit 255, such as a script that copied the header; a scan as well."
  blind-spot "Another hop limit, where the user sets one."
  blind-spot "The fork's module with options of its own (ipv6_tcp_synopt)."
  trace "four probes built from the source" synthetic expect match """
    05:10:00.100000 IP6 (hlim 247, next-header TCP (6) payload length: 20) 2001:db8:1::10.41877 > 2001:db8:2::20.443: Flags [S], seq 2910481776, win 65535, length 0
    05:10:07.310000 IP6 (hlim 247, next-header TCP (6) payload length: 20) 2001:db8:1::10.60112 > 2001:db8:2::5:7.443: Flags [S], seq 188301195, win 65535, length 0
    05:10:11.840000 IP6 (hlim 247, next-header TCP (6) payload length: 20) 2001:db8:1::10.35540 > 2001:db8:2:9::1.443: Flags [S], seq 3556120087, win 65535, length 0
    05:10:29.020000 IP6 (hlim 247, next-header TCP (6) payload length: 20) 2001:db8:1::10.51209 > 2001:db8:2:a::25.443: Flags [S], seq 1427730914, win 65535, length 0
  """
  trace "an mss, as a client sends it" synthetic expect no-match """
    05:10:00.100000 IP6 (hlim 247, next-header TCP (6) payload length: 24) 2001:db8:1::10.41877 > 2001:db8:2::20.443: Flags [S], seq 2910481776, win 65535, options [mss 1440], length 0
    05:10:07.310000 IP6 (hlim 247, next-header TCP (6) payload length: 24) 2001:db8:1::10.60112 > 2001:db8:2::5:7.443: Flags [S], seq 188301195, win 65535, options [mss 1440], length 0
  """
  trace "hop limit 64 at the sender" synthetic expect no-match """
    05:10:00.100000 IP6 (hlim 56, next-header TCP (6) payload length: 20) 2001:db8:1::10.41877 > 2001:db8:2::20.443: Flags [S], seq 2910481776, win 65535, length 0
    05:10:07.310000 IP6 (hlim 56, next-header TCP (6) payload length: 20) 2001:db8:1::10.60112 > 2001:db8:2::5:7.443: Flags [S], seq 188301195, win 65535, length 0
  """
}
