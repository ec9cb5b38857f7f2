signature tfn2k-command {
  title      "TFN2K command: a burst of datagrams whose UDP length is 3 too long, or of TCP packets without a header length"
  category   control
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999 on"
  licence    "CC-BY-4.0"
  tags       ddos, control-channel, tfn2k
  reference "TFN2K, src/tribe.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (tfntransmit())" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "TFN2K, src/tfn.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (twenty copies of each command)" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 222 (TFN2K: ICMP echo reply with id 0 and a run of A)" url "https://github.com/eldondev/Snort"

  packet datagram { udp; not frag; payload.len > 0; udp.len - payload.len == 11; ittl == 255 }
  packet segment { tcp; tcp.hlen == 0; ip.len > 40; seq <= 16842495; ittl == 255 }  # what a capture shows

  event by dst gap 10s
    having count(datagram) >= 3 and distinct(datagram.dport) >= 3 and constant(datagram.payload.len)
      or count(segment) >= 3 and distinct(segment.dport) >= 3

  analysis {
    addresses """
      The source is forged unless the operator forbids it, the destination is a daemon. Decoys to other addresses may go along, so not each
      destination is one.
    """
    ports "Random at both ends, anew in each copy: the daemon reads every packet that comes to its machine, whatever its ports."
    flags "In TCP SYN, ACK or both, drawn at random."
    direction "One way. The daemon never answers."
    time "Each command is sent twenty times, some 0.1 ms apart; about a third goes by UDP, a third by TCP and a third as echo replies, unless one is chosen."
    header """
      Read in the source: TTL drawn from 200 to 255, IP id from 1024 to 65535, TOS 0, DF clear. UDP: the length field is 3 larger than what is sent.
      TCP: header length 0, sequence and acknowledgment number below 16842496 or 0, window often 0. The payload is base-64 text without padding signs
      that ends in a run of A, since the encoder runs past the encrypted data into zeros. The length stays the same over the copies of a command. This
      project's own observation: the excess of 3 is in every UDP copy of every build, because it stands in the code as a number; it needs neither port
      nor payload and survives a change of the password.
    """
    bottom-line "Somebody sends a TFN2K command to this host. If it is no decoy, a daemon runs here: look at the machine, not at the source address."
  }

  hypothesis "TFN2K" {
    verdict malicious
    weight strong
    because "The same impossible length in a row of datagrams to ever new ports, all of one size."
    test "Is the payload base-64 that ends in AAAA? Do echo replies with such text come between?"
  }
  hypothesis "A sender with a wrong UDP length" {
    verdict benign
    weight weak
    because "Wrong lengths occur."
    against "Such a sender has a port, not a new pair of ports each time."
    test "Count the ports."
  }

  false-positive "Fuzzed captures."
  blind-spot "Commands that are sent as ICMP only; a sensor that does not see three copies of one kind."

  trace "five UDP copies of one command" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 180, id 1077, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.14.9 > 198.51.100.9.80: UDP, bad length 25 > 22
    12:00:00.000100 IP (tos 0x0, ttl 193, id 5176, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.15.11012 > 198.51.100.9.7093: UDP, bad length 25 > 22
    12:00:00.000200 IP (tos 0x0, ttl 206, id 9275, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.16.22015 > 198.51.100.9.14106: UDP, bad length 25 > 22
    12:00:00.000300 IP (tos 0x0, ttl 219, id 13374, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.17.33018 > 198.51.100.9.21119: UDP, bad length 25 > 22
    12:00:00.000400 IP (tos 0x0, ttl 182, id 17473, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.18.44021 > 198.51.100.9.28132: UDP, bad length 25 > 22
  """
  trace "honest lengths" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 180, id 1077, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.14.9 > 198.51.100.9.80: UDP, length 22
    12:00:00.000100 IP (tos 0x0, ttl 193, id 5176, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.15.11012 > 198.51.100.9.7093: UDP, length 22
    12:00:00.000200 IP (tos 0x0, ttl 206, id 9275, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.16.22015 > 198.51.100.9.14106: UDP, length 22
    12:00:00.000300 IP (tos 0x0, ttl 219, id 13374, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.17.33018 > 198.51.100.9.21119: UDP, length 22
    12:00:00.000400 IP (tos 0x0, ttl 182, id 17473, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.18.44021 > 198.51.100.9.28132: UDP, length 22
  """
  trace "4 too long" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 180, id 1077, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.14.9 > 198.51.100.9.80: UDP, bad length 26 > 22
    12:00:00.000100 IP (tos 0x0, ttl 193, id 5176, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.15.11012 > 198.51.100.9.7093: UDP, bad length 26 > 22
    12:00:00.000200 IP (tos 0x0, ttl 206, id 9275, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.16.22015 > 198.51.100.9.14106: UDP, bad length 26 > 22
    12:00:00.000300 IP (tos 0x0, ttl 219, id 13374, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.17.33018 > 198.51.100.9.21119: UDP, bad length 26 > 22
    12:00:00.000400 IP (tos 0x0, ttl 182, id 17473, offset 0, flags [none], proto UDP (17), length 50)
        203.0.113.18.44021 > 198.51.100.9.28132: UDP, bad length 26 > 22
  """
}
