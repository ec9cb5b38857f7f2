signature synk4-syn-flood {
  title      "SYN flood by synk4 (initial sequence number 674719801, 0x28376839)"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       syn-flood, denial-of-service, synk4, tool-constant
  reference "synk4, released 29 April 1997, synk4.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/synk4.c"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (D. Dittrich's finding in synk4.c)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"

  # As synk4 sends it.
  packet synk4 {
    tcp
    flags == SYN
    seq == 674719801
    window == 65535
    options == []
    1001 <= sport <= 2500
    ttl <= 30
    not df
  }
  # Anything else that carries its number.
  packet relative { tcp; flags & (SYN|ACK|RST|FIN) == SYN; seq == 674719801 }

  event by dst gap 60s having count() >= 2

  analysis {
    addresses """
      One event per target. With source 0 on its command line synk4 draws four random octets for each packet, reserved and impossible addresses
      included; otherwise it forges the one that it is given.
    """
    ports """
      Source port 1001 to 2500, one for a whole round. The destination ports of a round are a range, in rising order, each once: a round over one port
      is the flood, a round over many looks like a scan with a new source for each port.
    """
    flags "SYN alone."
    direction "Inbound at the target; its answers acknowledge 674719802 at the forged addresses (backscatter-ack-674719802)."
    time "A pause of 300 microseconds after each packet, so at most some 3,000 a second from one sender."
    header """
      All of this was read in the source: sequence number 0x28376839, window 65535, no options, TTL 30 at the sender, IP id drawn anew, DF clear. This
      project's own observation: before each round the generator is seeded with the time plus the number of the round, and nothing else. Rounds count
      faster than seconds, so the pairs of source port and forged address that a run draws come back, in the same order, in a run that is started
      later: at a round number that is smaller by the seconds between. Two floods seen at different times can be tied to one another by that. The
      source ports are 1000 plus a value taken modulo 1500 of a generator that was just seeded.
    """
    bottom-line """
      This host is being flooded by synk4 or a tool with its constant. The source addresses are forged and worthless; sequence number, window, port
      range and TTL are the tool's.
    """
  }

  hypothesis "SYN flood" {
    verdict malicious
    weight strong
    because "The 32-bit constant of synk4 in connections from several addresses or ports."
    test "Do the sources exist and answer? Does each round keep one source port?"
  }
  hypothesis "Port scan by a program that borrowed the number" {
    verdict malicious
    weight weak
    because "The number was copied into other programs; a scanner among them would want the answers and use its own address."
    against "A scanner has one source and asks each port once."
    test "Is the source always the same, and are the SYN ACKs answered by resets?"
  }

  false-positive "None natural is known: 32 bits must agree in each packet."
  blind-spot "A single packet; descendants that add a counter to the number."

  trace "one round over three ports" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 17, id 41200, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.130.1843 > 198.51.100.9.21: Flags [S], seq 674719801, win 65535, length 0
    12:00:00.000400 IP (tos 0x0, ttl 17, id 773, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.5.1843 > 198.51.100.9.22: Flags [S], seq 674719801, win 65535, length 0
    12:00:00.000800 IP (tos 0x0, ttl 17, id 15518, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.244.1843 > 198.51.100.9.23: Flags [S], seq 674719801, win 65535, length 0
  """
  trace "ordinary numbers" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 17, id 41200, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.130.1843 > 198.51.100.9.21: Flags [S], seq 674719800, win 65535, length 0
    12:00:00.000400 IP (tos 0x0, ttl 17, id 773, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.5.1843 > 198.51.100.9.22: Flags [S], seq 28736839, win 65535, length 0
  """
}
