signature raped-ack-flood {
  title      "raped.c: ACK flood with TOS 8 and window 16384"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "January 2000 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, ack-flood, spoofing, raped
  reference "raped.c as posted to Bugtraq by T. Yardley, 21 January 2000, stream-DoS.txt in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/stream-DoS.txt"
  reference "spank.c by the same author (the same constants, with variations), spank.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/spank.c"

  packet stray {
    tcp
    flags == ACK
    tos == 8
    window == 16384
    ittl == 255
    options == []
    payload.len == 0
    1024 <= sport <= 33023
    seq & 0x80 == 0
    ack & 0x80 == 0
    src & 0x80 == 0
  }

  event by dst, dport gap 10s having count(stray) >= 5 and distinct(stray.src) >= 5

  analysis {
    addresses "One target. The source is forged, anew for each packet; its last octet never exceeds 127."
    ports "The ports that the user names, in turn. Source port 1024 to 33023."
    flags "ACK alone. Each draws a bare reset from the target, and at an open port more work than that."
    direction "Inbound at the target. What it answers, a bare RST with the forged acknowledgment number as its sequence number, goes to the forged addresses."
    time "As fast as the sender can."
    header """
      Read in the source: TOS 8, TTL 255 at the sender, window 16384, no options; sequence and acknowledgment number, source and id random. This
      project's own observation: the numbers and the source come from a generator of 31 bits and are stored without conversion, so on a little-endian
      sender the last byte of each of the three stays below 128: three more bits in each packet, and fifteen over five.
    """
    bottom-line """
      This host is being flooded with ACKs that belong to no connection, by raped.c. The sources are forged; the last octet below 128 and TOS 8 with
      window 16384 tell them from clients.
    """
  }

  hypothesis "raped.c" {
    verdict malicious
    weight strong
    because "Constants of the program, and low bytes that never exceed 127 over many sources."
    test "Are there resets from the target to all of them, and no data?"
  }
  hypothesis "Late ACKs after a failover" {
    verdict benign
    weight weak
    because "A new machine behind an old address gets ACKs of connections that it does not know."
    against "Those clients differ in window and TTL, and use options."
    test "Compare TTL and window over the sources."
  }

  false-positive "None natural is known: bulk data with TOS 8 carries payload and numbers of a connection."
  blind-spot "Senders of the other byte order; other floods of ACKs."

  trace "six packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 9001, offset 0, flags [none], proto TCP (6), length 40)
        61.20.0.14.1024 > 198.51.100.9.23: Flags [.], seq 2587565124, ack 442862373, win 16384, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 18002, offset 0, flags [none], proto TCP (6), length 40)
        98.111.17.19.8943 > 198.51.100.9.23: Flags [.], seq 880162824, ack 2022138972, win 16384, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 27003, offset 0, flags [none], proto TCP (6), length 40)
        135.202.34.24.16862 > 198.51.100.9.23: Flags [.], seq 3467727948, ack 3601415699, win 16384, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 36004, offset 0, flags [none], proto TCP (6), length 40)
        172.93.51.29.24781 > 198.51.100.9.23: Flags [.], seq 1760325904, ack 885725002, win 16384, length 0
    12:00:00.000800 IP (tos 0x8, ttl 244, id 45005, offset 0, flags [none], proto TCP (6), length 40)
        89.184.68.34.32700 > 198.51.100.9.23: Flags [.], seq 52923732, ack 2465001473, win 16384, length 0
    12:00:00.001000 IP (tos 0x8, ttl 244, id 54006, offset 0, flags [none], proto TCP (6), length 40)
        126.75.85.39.8619 > 198.51.100.9.23: Flags [.], seq 2640488728, ack 4044278072, win 16384, length 0
  """
  trace "another window" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 9001, offset 0, flags [none], proto TCP (6), length 40)
        61.20.0.14.1024 > 198.51.100.9.23: Flags [.], seq 2587565124, ack 442862373, win 8760, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 18002, offset 0, flags [none], proto TCP (6), length 40)
        98.111.17.19.8943 > 198.51.100.9.23: Flags [.], seq 880162824, ack 2022138972, win 8760, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 27003, offset 0, flags [none], proto TCP (6), length 40)
        135.202.34.24.16862 > 198.51.100.9.23: Flags [.], seq 3467727948, ack 3601415699, win 8760, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 36004, offset 0, flags [none], proto TCP (6), length 40)
        172.93.51.29.24781 > 198.51.100.9.23: Flags [.], seq 1760325904, ack 885725002, win 8760, length 0
    12:00:00.000800 IP (tos 0x8, ttl 244, id 45005, offset 0, flags [none], proto TCP (6), length 40)
        89.184.68.34.32700 > 198.51.100.9.23: Flags [.], seq 52923732, ack 2465001473, win 8760, length 0
    12:00:00.001000 IP (tos 0x8, ttl 244, id 54006, offset 0, flags [none], proto TCP (6), length 40)
        126.75.85.39.8619 > 198.51.100.9.23: Flags [.], seq 2640488728, ack 4044278072, win 8760, length 0
  """
}
