signature syn-to-multicast {
  title      "TCP SYN to a multicast or broadcast address"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, spoofing
  reference "RFC 1122, Requirements for Internet Hosts, section 4.2.3.10 (a SYN to such an address must be dropped)" url "https://www.rfc-editor.org/rfc/rfc1122"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 1431" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_SYN_TO_MULTICAST" url "https://github.com/snort3/snort3"

  packet odd { tcp; flags & (SYN|ACK|RST|FIN) == SYN; dst in {224.0.0.0/4, 255.255.255.255} }

  event by src, dst gap 10m having count(odd) >= 1

  analysis {
    addresses "TCP joins two hosts; a group or a whole net cannot answer."
    direction "Nobody answers."
    bottom-line """
      No program connects to a group on purpose. Either a scanner or flooder that draws its targets at random forgot to leave these out, or something
      is set up wrongly.
    """
  }

  hypothesis "Random targets of a scanner" {
    verdict malicious
    weight moderate
    because "One address in sixteen is multicast if all 32 bits are drawn."
    test "Does the same source try many other addresses?"
  }
  hypothesis "A wrong address in a program's settings" {
    verdict benign
    weight moderate
    because "A single host that tries one group again and again has it in a file."
    test "One destination, and repeats of one SYN?"
  }

  false-positive "Tests."
  blind-spot "IPv6 groups. Directed broadcast addresses, which cannot be told from hosts without the net's mask."

  trace "a SYN to 239.1.1.1" synthetic expect match """
    10:00:00.000 192.0.2.1.1021 > 239.1.1.1.80: S 1616673589:1616673589(0) win 512
  """
  trace "a SYN to a host" synthetic expect no-match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: S 1616673589:1616673589(0) win 512
  """
}
