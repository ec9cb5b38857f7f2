signature echo-chargen-loop {
  title      "Two small services talk to each other: UDP between chargen (19) and echo (7)"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1996-2005"
  licence    "CC-BY-4.0"
  tags       denial-of-service, loop, udp, echo, chargen
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 271 (DOS UDP echo+chargen bomb, ports 19 and 7)" url "https://github.com/eldondev/Snort"
  reference "RFC 864, Character Generator Protocol" url "https://www.rfc-editor.org/rfc/rfc864"
  reference "RFC 862, Echo Protocol" url "https://www.rfc-editor.org/rfc/rfc862"

  packet chargen { udp; sport == 19; dport == 7 }
  packet echo { from responder; udp; sport == 7; dport == 19 }

  event by src, dst gap 60s

  analysis {
    addresses "Two hosts with old services, or one host and itself. Both are victims; the forged packet that started it is long gone."
    ports "19 and 7. A client has a port of its own choosing at one end; here both ends are services."
    direction "Both ways, for ever: chargen answers whatever comes, echo sends it back, chargen answers that."
    time "Until a packet is lost in each of the loops that were started."
    header """
      Nothing in the header is special but the ports, documented by the RFCs and Snort's rule. Each port is 16 bits, and a client draws neither of the
      two by chance.
    """
    bottom-line "Somebody has set two of these services on one another with a single forged packet. Turn both off."
  }

  hypothesis "A loop started with a forged packet" {
    verdict malicious
    weight strong
    because "No client sends from 7 to 19 or from 19 to 7."
    test "Does traffic go both ways and not end? Stop one of the two services."
  }
  hypothesis "The attempt, without a loop" {
    verdict malicious
    weight moderate
    because "The first packet comes alone where the service is off; a port-unreachable message goes back to the forged source."
    test "Is there an answer?"
  }

  false-positive "A test of old services that binds port 7 or 19 at its own end."
  blind-spot "Loops with other services (daytime, time, qotd); IPv6 counts alike."

  trace "two rounds of a loop" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 60, id 811, offset 0, flags [none], proto UDP (17), length 102)
        192.0.2.19.19 > 198.51.100.9.7: UDP, length 74
    12:00:00.000800 IP (tos 0x0, ttl 64, id 4120, offset 0, flags [none], proto UDP (17), length 102)
        198.51.100.9.7 > 192.0.2.19.19: UDP, length 74
    12:00:00.001600 IP (tos 0x0, ttl 60, id 812, offset 0, flags [none], proto UDP (17), length 102)
        192.0.2.19.19 > 198.51.100.9.7: UDP, length 74
  """
  trace "a client of chargen" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 64, id 811, offset 0, flags [none], proto UDP (17), length 29)
        198.51.100.9.40102 > 192.0.2.19.19: UDP, length 1
    12:00:00.000800 IP (tos 0x0, ttl 60, id 4120, offset 0, flags [none], proto UDP (17), length 102)
        192.0.2.19.19 > 198.51.100.9.40102: UDP, length 74
  """
}
