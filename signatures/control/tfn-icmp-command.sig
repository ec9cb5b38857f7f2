signature tfn-icmp-command {
  title      "TFN: commands in echo replies with id 456, 51201 or 123 that nobody asked for"
  category   control
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       ddos, control-channel, icmp, tfn
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 221, 228, 238 and 251 (TFN probe, client command BE and LE, server response)" url "https://github.com/eldondev/Snort"
  reference "RFC 792, Internet Control Message Protocol (echo reply)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet reply { icmp; icmp.type == 0; icmp.seq == 0; icmp.id in {123, 456, 51201} }
  packet request { from responder; solicits; icmp; icmp.type == 8 }

  event by src, dst gap 60s having count(reply) >= 1 and count(request) == 0

  analysis {
    addresses "From a client to a daemon, whose machine somebody has broken into, or back. The client's source may be forged, since the daemon need not answer."
    flags "Echo reply. Filters let replies in, and few people look at them."
    direction "No echo request went the other way: that is what makes the reply a message."
    time "One packet for one command."
    header """
      The ICMP id is the command: 456 for a client's command, 123 for a daemon's answer that a shell is bound to a port, as Snort's rules have it;
      sequence number 0. The rules know 456 as 51201 too: 0x01c8 and 0xc801, the same two bytes, for senders of either byte order. The arguments stand
      in the data, in plain text.
    """
    bottom-line """
      The receiver of such a reply is a daemon of the Tribe Flood Network, or is believed to be one. Check the machine; it can be told to flood and to
      open a shell on a port.
    """
  }

  hypothesis "TFN" {
    verdict malicious
    weight strong
    because "An unsolicited reply with one of three ids and sequence number 0."
    test "Is there text in the data? Does a flood, or a connection to a new port, follow?"
  }
  hypothesis "The answer to a ping whose request went another way" {
    verdict benign
    weight moderate
    because "With asymmetric routes the request may not be in the capture, and one ping in some 20,000 has one of these ids."
    against "Pings count: sequence number 1, 2 and so on follow."
    test "Do replies with higher sequence numbers come?"
  }

  false-positive "Pings with these ids whose requests the sensor cannot see: fping counts from 0, and in a container its process id, which is its ICMP id, may well be 123. Backscatter of a flood with forged pings."
  blind-spot "Builds with other ids, which are constants of the source; a capture that cannot show the other direction gives an inconclusive event."

  trace "a command" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.9: ICMP echo reply, id 456, seq 0, length 20
  """
  trace "a ping that was asked for" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 64, id 11, offset 0, flags [none], proto ICMP (1), length 84)
        198.51.100.9 > 192.0.2.10: ICMP echo request, id 456, seq 0, length 64
    12:00:00.040000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.9: ICMP echo reply, id 456, seq 0, length 64
  """
  trace "an unsolicited reply with another id" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto ICMP (1), length 40)
        192.0.2.10 > 198.51.100.9: ICMP echo reply, id 457, seq 0, length 20
  """
}
