signature stream-packet-storm {
  title      "stream.c: TCP packets without flags whose id, port and sequence number count together"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "January 2000 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, null-flags, spoofing, stream
  reference "stream.c v1.0 as posted to Bugtraq by T. Yardley, 21 January 2000, stream-DoS.txt in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/stream-DoS.txt"
  reference "CERT incident note IN-2000-05, mstream (the network that was built on stream.c)" url "http://www.cert.org/historical/incident_notes/IN-2000-05.cfm"

  packet storm { tcp; flags == 0; tos == 8; window == 16384; ittl == 255; options == []; not df }

  # The three counters advance together: the bytes that move by one in each packet keep their distance.
  event by dst, ((seq >> 24) - (id >> 8)) & 0xff, ((sport >> 8) - (id >> 8)) & 0xff gap 10s
    having count(storm) >= 3 and distinct(storm.src) >= 3

  analysis {
    addresses "One target. The source is forged, anew for each packet, with a last octet below 128."
    ports "The destination port is the one that the user names, or random. The source port counts."
    flags """
      None. The attack became known as an ACK flood, and its description says so; the program as posted sets its flags to 0 and never sets ACK.
      Versions that do exist elsewhere; raped.c of the same message is one.
    """
    time "As fast as the sender can."
    header """
      Read in the source: TOS 8, TTL 255 at the sender, window 16384, no options, acknowledgment number 0. IP id, source port and sequence number
      start at random and are each increased by one per packet, without conversion to network order. This project's own observation: on a
      little-endian sender the byte that moves by one is therefore the first on the wire, of the id, of the port and of the sequence number alike.
      Their differences modulo 256 stay the same for the whole attack, which is 16 bits of agreement in each packet, and they name the attacker's
      process behind all its forged sources. On a big-endian sender the three simply count up.
    """
    bottom-line """
      This host is under stream.c. All packets with the same two differences come from one process, whatever their sources say; their ids count how
      many it has sent.
    """
  }

  hypothesis "stream.c" {
    verdict malicious
    weight strong
    because "TOS 8, window 16384, TTL 255 and no flag; three counters in step behind random sources."
    test "Sort by the first byte of the IP id: do port and sequence number follow?"
  }
  hypothesis "A null scan" {
    verdict malicious
    weight weak
    because "Packets without flags are a scanner's trick."
    against "A scanner has one source and asks each port once."
    test "Count the sources."
  }

  false-positive "Another flood without flags whose three fields happen to keep their distances over three packets: one chance in 2^32, beside window and TOS."
  blind-spot "Versions that set ACK; senders of the other byte order."

  trace "four packets of a little-endian sender" synthetic expect match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 61756, offset 0, flags [none], proto TCP (6), length 40)
        61.20.0.14.42897 > 198.51.100.9.139: Flags [none], seq 3799460891, win 16384, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 62012, offset 0, flags [none], proto TCP (6), length 40)
        98.111.17.19.43153 > 198.51.100.9.139: Flags [none], seq 3816238107, win 16384, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 62268, offset 0, flags [none], proto TCP (6), length 40)
        135.202.34.24.43409 > 198.51.100.9.139: Flags [none], seq 3833015323, win 16384, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 62524, offset 0, flags [none], proto TCP (6), length 40)
        172.93.51.29.43665 > 198.51.100.9.139: Flags [none], seq 3849792539, win 16384, length 0
  """
  trace "the sequence number runs ahead" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 61756, offset 0, flags [none], proto TCP (6), length 40)
        61.20.0.14.42897 > 198.51.100.9.139: Flags [none], seq 3799460891, win 16384, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 62012, offset 0, flags [none], proto TCP (6), length 40)
        98.111.17.19.43153 > 198.51.100.9.139: Flags [none], seq 3833015323, win 16384, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 62268, offset 0, flags [none], proto TCP (6), length 40)
        135.202.34.24.43409 > 198.51.100.9.139: Flags [none], seq 3866569755, win 16384, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 62524, offset 0, flags [none], proto TCP (6), length 40)
        172.93.51.29.43665 > 198.51.100.9.139: Flags [none], seq 3900124187, win 16384, length 0
  """
  trace "the same packets with ACK" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 61756, offset 0, flags [none], proto TCP (6), length 40)
        61.20.0.14.42897 > 198.51.100.9.139: Flags [.], seq 3799460891, ack 0, win 16384, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 62012, offset 0, flags [none], proto TCP (6), length 40)
        98.111.17.19.43153 > 198.51.100.9.139: Flags [.], seq 3816238107, ack 0, win 16384, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 62268, offset 0, flags [none], proto TCP (6), length 40)
        135.202.34.24.43409 > 198.51.100.9.139: Flags [.], seq 3833015323, ack 0, win 16384, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 62524, offset 0, flags [none], proto TCP (6), length 40)
        172.93.51.29.43665 > 198.51.100.9.139: Flags [.], seq 3849792539, ack 0, win 16384, length 0
  """
}
