signature syn-rst {
  title      "SYN and RST in one segment"
  category   anomaly
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, tcp-flags
  reference "Zeek at commit a13de64fbb, TCPSessionAdapter.cc lines 1470-1476 (named TCP_christmas there)" url "https://github.com/zeek/zeek"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, cd_tcp.cc, flag tests" url "https://github.com/snort3/snort3"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sids 625 and 1228 (all flags)" url "https://github.com/eldondev/Snort"
  reference "RFC 9293, Transmission Control Protocol, section 3.5.2 (resets)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet odd { tcp; flags & (SYN|RST) == SYN|RST }

  event by src, dst gap 10m having count(odd) >= 1

  analysis {
    addresses "Forged in floods, real in scans."
    flags "SYN asks to open and RST to throw away. With all others set besides, this is the Christmas tree."
    direction "A system without the connection ignores a reset; a sensor that looks at SYN first may open a session for it."
    bottom-line "A packet made by hand: to test, to confuse a sensor or filter, or at random in a flood. Nothing sends it by itself."
  }

  hypothesis "Generator of random or full flags" {
    verdict malicious
    weight strong
    because "Flood tools set flags at random, and Christmas-tree floods set them all."
    test "Rate and number of sources."
  }
  hypothesis "Evasion: the sensor is to see a new connection, the target a reset" {
    verdict malicious
    weight moderate
    because "The two read it differently."
    test "What follows on the same ports?"
  }

  false-positive "Tests of all combinations of flags; damaged captures."
  blind-spot "It does not tell the tool."

  trace "SYN RST" synthetic expect match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: SR 1616673589:1616673589(0) win 1028
  """
  trace "a reset" synthetic expect no-match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: R 1616673589:1616673589(0) win 0
  """
}
