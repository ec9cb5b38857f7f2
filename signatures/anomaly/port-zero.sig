signature port-zero {
  title      "TCP with port 0, or UDP to port 0"
  category   anomaly
  verdict    unknown
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, ports
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sids 524 and 525" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_TCP_PORT_ZERO" url "https://github.com/snort3/snort3"
  reference "hping at commit 3547c76, DEFAULT_DPORT 0 (source: the port used where none is given)" url "https://github.com/antirez/hping"
  reference "CAIDA Corsaro 3, libcorsaro_filtering.c at commit 9e899da, (port 0 counted among the signs of a forged packet)" url "https://github.com/CAIDA/corsaro3"

  packet stream { tcp; sport == 0 or dport == 0; frag.offset == 0 }
  packet datagram { udp; dport == 0; frag.offset == 0 }

  event by src, dst gap 10m having count(stream) >= 1 or count(datagram) >= 1

  analysis {
    addresses "One event for each pair of source and destination."
    ports "0 is reserved and no program can listen on it through ordinary calls. A UDP source port of 0 is allowed (no answer wanted) and not counted."
    direction "A host answers as from any closed port."
    bottom-line """
      The packet was made by hand or by a program that lost its port. hping sends to port 0 where its user names none; tools for recognising systems
      try it; some scans include it for completeness.
    """
  }

  hypothesis "A probe or a forgotten option of a tool" {
    verdict malicious
    weight moderate
    because "hping's default is port 0, and scans of all ports begin there."
    test "Do ports 1, 2, 3 follow? Is the source port counted up as hping does?"
  }
  hypothesis "An error in a translator, a program or the capture" {
    verdict benign
    weight moderate
    because "Flow exporters and translators write 0 for fragments."
    test "Are these fragments of something? Is there a translator?"
  }

  false-positive "Broken peer-to-peer programs that announce port 0 to each other."
  blind-spot "UDP source port 0."

  trace "hping without a port" synthetic expect match """
    10:00:00.000 192.0.2.1.2311 > 198.51.100.1.0: . win 512 (ttl 64, id 4011)
  """
  trace "port 1" synthetic expect no-match """
    10:00:00.000 192.0.2.1.2311 > 198.51.100.1.1: . win 512 (ttl 64, id 4011)
  """
}
