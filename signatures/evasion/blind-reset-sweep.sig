signature blind-reset-sweep {
  title      "Many resets with stepping sequence numbers against one connection"
  category   evasion
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2004 to present"
  licence    "CC-BY-4.0"
  tags       reset, blind-attack, bgp
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 2523 (ten or more within 10 s to port 179)" url "https://github.com/eldondev/Snort"
  reference "RFC 5961, Improving TCP's Robustness to Blind In-Window Attacks, section 3 (blind reset attack and its remedy)" url "https://www.rfc-editor.org/rfc/rfc5961"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.4" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet reset { tcp; flags & (SYN|RST|FIN) == RST; payload.len == 0 }
  packet data { from responder; tcp; payload.len > 0 }

  event by src, sport, dst, dport gap 10s
    having distinct(reset.seq, 10s) >= 10 and count(data) == 0 and step(reset.seq) > 0

  analysis {
    addresses "The source is that of one end of a long-lived connection, and forged."
    ports "179 (BGP) was the usual target: both ends and one port are known, and the connection lasts for months."
    flags "RST."
    direction "One way. The attacker sees nothing of the connection and has to guess."
    time "As fast as the line allows."
    header """
      The sequence number steps by a constant, about the size of a window: one guess is enough if it falls into the receiver's window. RFC 5961 closes
      this: only the exact number counts.
    """
    bottom-line """
      Somebody tries to cut a connection between two known hosts without seeing it. Check that both ends follow RFC 5961, and protect BGP by TTL and
      authentication.
    """
  }

  hypothesis "Blind reset attack" {
    verdict malicious
    weight strong
    because "Ten resets or more with different, evenly stepping numbers, and no data that could have called for them."
    test "Does the TTL fit the supposed source? Is the step the receiver's window?"
  }
  hypothesis "A closed end answers a stream of segments" {
    verdict benign
    weight moderate
    because "Each late segment draws a reset with the number that it acknowledged."
    against "Those segments would be in the capture."
    test "Is the other direction captured?"
  }

  false-positive "One-way capture of a host that refuses a stream of data of equal segments."
  blind-spot "Random guesses, which do not step."

  trace "eleven guesses against a BGP session" synthetic expect match """
    10:00:00.000 192.0.2.1.179 > 198.51.100.1.32001: R 0:0(0) win 0
    10:00:00.001 192.0.2.1.179 > 198.51.100.1.32001: R 16384:16384(0) win 0
    10:00:00.002 192.0.2.1.179 > 198.51.100.1.32001: R 32768:32768(0) win 0
    10:00:00.003 192.0.2.1.179 > 198.51.100.1.32001: R 49152:49152(0) win 0
    10:00:00.004 192.0.2.1.179 > 198.51.100.1.32001: R 65536:65536(0) win 0
    10:00:00.005 192.0.2.1.179 > 198.51.100.1.32001: R 81920:81920(0) win 0
    10:00:00.006 192.0.2.1.179 > 198.51.100.1.32001: R 98304:98304(0) win 0
    10:00:00.007 192.0.2.1.179 > 198.51.100.1.32001: R 114688:114688(0) win 0
    10:00:00.008 192.0.2.1.179 > 198.51.100.1.32001: R 131072:131072(0) win 0
    10:00:00.009 192.0.2.1.179 > 198.51.100.1.32001: R 147456:147456(0) win 0
    10:00:00.010 192.0.2.1.179 > 198.51.100.1.32001: R 163840:163840(0) win 0
  """
  trace "a few resets" synthetic expect no-match """
    10:00:00.000 192.0.2.1.179 > 198.51.100.1.32001: R 0:0(0) win 0
    10:00:00.001 192.0.2.1.179 > 198.51.100.1.32001: R 16384:16384(0) win 0
    10:00:00.002 192.0.2.1.179 > 198.51.100.1.32001: R 32768:32768(0) win 0
  """
}
