signature counted-syn-flood-674719801 {
  title      "SYN flood in which sequence number, source port and source address count together from 674719801"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "about 2000 to 2015"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, spoofing, synk4, windows
  reference "synk4, the origin of the number, synk4.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/synk4.c"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (D. Dittrich's finding of the number)" url "https://taosecurity.com/intv2-8.html"

  packet syn { tcp; flags == SYN; seq - sport == 674719801; options == [] }

  event by dst, src - sport gap 10s having count(syn) >= 3 and distinct(syn.sport) >= 3

  analysis {
    addresses """
      The sources are forged and count up by one: a network seems to connect host by host. The first of them is a configured address, or the target's
      own plus one.
    """
    ports "The source port counts from 1 to 65535."
    flags "SYN alone."
    direction """
      Inbound. What the target answers carries an acknowledgment number that is its destination port plus 674719802; so a third party can tell this
      flood from its backscatter too.
    """
    header """
      One counter from 1 to 65536 is added to the number 0x28376839 of synk4, to a base address, and put into the source port. So sequence number -
      source port = 674719801 in every packet, and source address - source port is one constant per attack. Further: window 16384, no options, TTL 128
      at the sender, IP id 1 stored without conversion = 256. This was read in several copies of a Windows program, whose places of publication are
      not known to this project and cannot be cited; take it as not verified by a source that you can follow, hence the medium confidence. The
      relation itself is 32 bits in each packet.
    """
    bottom-line """
      This host is being flooded by a descendant of synk4 that counts. The relation between number and port proves the program; its sources are
      counted, not real.
    """
  }

  hypothesis "A counting SYN flooder" {
    verdict malicious
    weight strong
    because "Sequence number less port is the same 32-bit constant in each packet, and that constant is synk4's."
    test "Is source address less port constant as well, and the IP id 256?"
  }
  hypothesis "A whole network that connects in order" {
    verdict benign
    weight weak
    because "That is what the addresses look like."
    against "Hosts do not agree on their sequence numbers."
    test "Subtract the port from the number."
  }

  false-positive "One connection in 2^32 has this difference, and three are asked for."
  blind-spot "Copies with a fixed source port; there the constant minus the counter is left alone."

  trace "four packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.10.1 > 198.51.100.9.80: Flags [S], seq 674719802, win 16384, length 0
    12:00:00.000333 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.11.2 > 198.51.100.9.80: Flags [S], seq 674719803, win 16384, length 0
    12:00:00.000667 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.12.3 > 198.51.100.9.80: Flags [S], seq 674719804, win 16384, length 0
    12:00:00.001000 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.13.4 > 198.51.100.9.80: Flags [S], seq 674719805, win 16384, length 0
  """
  trace "the number counts twice as fast" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.10.1 > 198.51.100.9.80: Flags [S], seq 674719803, win 16384, length 0
    12:00:00.000333 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.11.2 > 198.51.100.9.80: Flags [S], seq 674719804, win 16384, length 0
    12:00:00.000667 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.12.3 > 198.51.100.9.80: Flags [S], seq 674719806, win 16384, length 0
    12:00:00.001000 IP (tos 0x0, ttl 116, id 256, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.13.4 > 198.51.100.9.80: Flags [S], seq 674719808, win 16384, length 0
  """
}
