signature geminid-flood {
  title      "Geminid and TriGemini: single flags, window 65535 and TOS 8 from random sources"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "early 2000s to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, ack-flood, udp-flood, icmp-flood, spoofing, geminid
  reference "TriGemini, Libs/DDoS/VirTool.DDoS.TRIGIMINI.c in vxunderground/MalwareSourceCode at commit 6919f56 (read for its header fields only; Geminid II by live is its original)" url "https://github.com/vxunderground/MalwareSourceCode"

  packet segment {
    tcp
    flags in {0, 1, 2, 4}
    tos == 8
    window == 65535
    options == []
    payload.len == 0
    ittl == 255
    seq & 0x80 == 0
    src & 0x80 == 0
  }
  packet zero_ack {
    tcp
    flags == ACK
    ack == 0
    tos == 8
    window == 65535
    options == []
    payload.len == 0
    ittl == 255
    seq & 0x80 == 0
    src & 0x80 == 0
  }
  packet empty_datagram { udp; tos == 8; payload.len == 0; ittl == 255; src & 0x80 == 0; not frag }
  packet ping {
    icmp
    icmp.type == 8
    icmp.id == 0
    icmp.seq == 0
    tos == 8
    ip.len == 48
    ittl == 255
    src & 0x80 == 0
  }

  # Empty datagrams with TOS 8 alone would be too little to accuse anybody.
  event by dst gap 5s
    having count() >= 5
      and distinct(src) >= 5
      and (count(segment) >= 1 or count(zero_ack) >= 1 or count(ping) >= 1)

  analysis {
    addresses "One target. The source is a random number, anew for each packet, unless the user gives a network to forge."
    ports "Both random unless ranges are given."
    flags "One flag alone: ACK, FIN, RST or SYN, or none; with several options they take turns, packet by packet, with UDP and ICMP between."
    time "As fast as the sender can, unless a share of the line is asked for."
    header """
      Read in the source of Geminid II: TOS 8, TTL 255 at the sender, id random, DF clear. TCP with window 65535, no options, acknowledgment number 0
      even with ACK set; UDP without data and without checksum; ICMP echo with id 0 and sequence number 0, 48 bytes, of which 20 are the unused rest
      of a BSD structure, and therefore always the checksum 0xf7ff. TriGemini differs in drawing window and acknowledgment number, so only its other
      packets match. This project's own observation: source and sequence number are random numbers of 31 bits stored without conversion, so that on a
      little-endian sender the last byte of each stays below 128.
    """
    bottom-line """
      This host is being flooded by Geminid. The mixture of single flags, empty UDP and idless pings, all with TOS 8, is one sender's work, whatever
      the sources say.
    """
  }

  hypothesis "Geminid" {
    verdict malicious
    weight strong
    because "TOS 8 and TTL 255 in all, and last bytes that never exceed 127 over many sources."
    test "Do ACKs carry acknowledgment number 0?"
  }
  hypothesis "stream.c or raped.c" {
    verdict malicious
    weight weak
    because "They set TOS 8 and TTL 255 as well."
    against "Their window is 16384."
    test "Look at the window."
  }

  false-positive "None natural is known: bulk data with TOS 8 carries payload."
  blind-spot "Big-endian senders; sources forged within one network (-s); an attack with UDP alone."

  trace "six ACKs" synthetic expect match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.9 > 198.51.100.9.80: Flags [.], seq 998019413, ack 0, win 65535, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.47.11012 > 198.51.100.9.7093: Flags [.], seq 1996038954, ack 0, win 65535, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.54.22015 > 198.51.100.9.14106: Flags [.], seq 2994058623, ack 0, win 65535, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        104.218.184.61.33018 > 198.51.100.9.21119: Flags [.], seq 3992078164, ack 0, win 65535, length 0
    12:00:00.000800 IP (tos 0x8, ttl 244, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.68.44021 > 198.51.100.9.28132: Flags [.], seq 695130409, ack 0, win 65535, length 0
    12:00:00.001000 IP (tos 0x8, ttl 244, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.75.55024 > 198.51.100.9.35145: Flags [.], seq 1693149822, ack 0, win 65535, length 0
  """
  trace "ACK, SYN, UDP and ICMP in turn" synthetic expect match """
    12:00:00.000000 IP (tos 0x8, ttl 244, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.9 > 198.51.100.9.80: Flags [.], seq 998019413, ack 0, win 65535, length 0
    12:00:00.000200 IP (tos 0x8, ttl 244, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.47.11012 > 198.51.100.9.7093: Flags [S], seq 1996038954, win 65535, length 0
    12:00:00.000400 IP (tos 0x8, ttl 244, id 81, offset 0, flags [none], proto UDP (17), length 28)
        75.147.127.54.4021 > 198.51.100.9.881: UDP, length 0
    12:00:00.000600 IP (tos 0x8, ttl 244, id 919, offset 0, flags [none], proto ICMP (1), length 48)
        104.218.184.61 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 28
    12:00:00.000800 IP (tos 0x8, ttl 244, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.68.44021 > 198.51.100.9.28132: Flags [.], seq 695130409, ack 0, win 65535, length 0
    12:00:00.001000 IP (tos 0x8, ttl 244, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.75.55024 > 198.51.100.9.35145: Flags [S], seq 1693149822, win 65535, length 0
  """
  trace "TOS 0" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.40.9 > 198.51.100.9.80: Flags [.], seq 998019413, ack 0, win 65535, length 0
    12:00:00.000200 IP (tos 0x0, ttl 244, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.47.11012 > 198.51.100.9.7093: Flags [.], seq 1996038954, ack 0, win 65535, length 0
    12:00:00.000400 IP (tos 0x0, ttl 244, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.54.22015 > 198.51.100.9.14106: Flags [.], seq 2994058623, ack 0, win 65535, length 0
    12:00:00.000600 IP (tos 0x0, ttl 244, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        104.218.184.61.33018 > 198.51.100.9.21119: Flags [.], seq 3992078164, ack 0, win 65535, length 0
    12:00:00.000800 IP (tos 0x0, ttl 244, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.68.44021 > 198.51.100.9.28132: Flags [.], seq 695130409, ack 0, win 65535, length 0
    12:00:00.001000 IP (tos 0x0, ttl 244, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.75.55024 > 198.51.100.9.35145: Flags [.], seq 1693149822, ack 0, win 65535, length 0
  """
}
