signature mirai-telnet-scan {
  title      "Mirai's telnet scan: the sequence number is the destination address"
  category   bot
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "August 2016 on"
  licence    "CC-BY-4.0"
  tags       scan, botnet, mirai, telnet, iot
  reference "Mirai, mirai/bot/scanner.c:100-125, 205-235, 270 and 674-704 at commit 4889a6f (the raw SYN scanner and its list of excluded networks)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "mirai.security.gives, How it works" url "https://mirai.security.gives/how_it_works.php"
  reference "Spoki, evaluation/src/cse/types/analyzer.py:109 in inetrg/spoki at commit 85c916a (the same test at a telescope)" url "https://github.com/inetrg/spoki"

  packet probe { tcp; flags == SYN; seq == dst; dport in {23, 2323} }

  event by src gap 5m

  analysis {
    addresses """
      The source is real: an infected device that waits for answers. Destinations are random; the program leaves out private and some well-known
      networks, and 224.0.0.0 and above.
    """
    ports "To 23, and to 2323 in one of ten. One source port above 1023 for the life of the process."
    flags "SYN alone."
    direction """
      A SYN ACK is recognised by its acknowledgment number, which less one must be the answering address. The device then connects in the ordinary way
      and tries passwords; a reset tells it nothing.
    """
    time "160 SYNs a second over the whole Internet in the released code, so a sensor with 256 addresses waits about a day for the next one of the same device."
    header """
      Read in the source: sequence number = destination address as a number, TTL 64 at the sender, DF clear, 40 bytes, IP id random per packet; window
      random but fixed for the life of the process. The relation is 32 bits in each packet, so that one packet is enough. This project's own
      observation: behind a router that translates addresses the sequence number still shows the address that was scanned from outside, and does not
      match there; and window and source port together tell one process of a device from the next, after a restart, or two devices behind one address.
    """
    bottom-line """
      The source is an infected camera, recorder, router or the like. It is no targeted attack; if the source is yours, take it off the net and
      restart it before you change its password.
    """
  }

  hypothesis "Mirai or a bot made from it" {
    verdict malicious
    weight strong
    because "The sequence number repeats the destination's 32 bits."
    test "Are window and source port the same in two probes of the source? Is it known as a device with telnet?"
  }
  hypothesis "A researcher's scan with the same stateless trick" {
    verdict unknown
    weight weak
    because "Any stateless scanner may put the address there."
    against "The known ones use a keyed hash, so that nobody can forge answers."
    test "Who owns the source?"
  }

  false-positive "None natural is known: 1 in 4,294,967,296 by chance in one packet."
  blind-spot "Descendants that changed the relation; destinations behind address translation."

  trace "three probes of one device" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 51, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.100.9.23: Flags [S], seq 3325256713, win 31337, length 0
    12:00:00.006250 IP (tos 0x0, ttl 51, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.101.40.23: Flags [S], seq 3325257000, win 31337, length 0
    12:00:00.012500 IP (tos 0x0, ttl 51, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.102.71.2323: Flags [S], seq 3325257287, win 31337, length 0
  """
  trace "the number is one more than the address" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 51, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.100.9.23: Flags [S], seq 3325256714, win 31337, length 0
    12:00:00.006250 IP (tos 0x0, ttl 51, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.101.40.23: Flags [S], seq 3325257001, win 31337, length 0
    12:00:00.012500 IP (tos 0x0, ttl 51, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.61.40122 > 198.51.102.71.23: Flags [S], seq 3325257288, win 31337, length 0
  """
}
