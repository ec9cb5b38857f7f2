signature witty-propagation {
  title      "Witty: long datagrams from UDP port 4000 to random ports of random hosts"
  category   worm
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "March 2004"
  licence    "CC-BY-4.0"
  tags       worm, udp, witty, icq
  reference "SANS Internet Storm Center, diary of 22 March 2004" url "https://isc.sans.edu/diary.html?date=2004-03-22"
  reference "CAIDA, The Spread of the Witty Worm" url "http://www.caida.org/research/security/witty/"

  packet copy { udp; sport == 4000; 796 <= ip.len <= 1307; not frag }

  event by src gap 60s
    having distinct(copy.dst) >= 5 and distinct(copy.dport) >= 5 and distinct(copy.ip.len) >= 3

  analysis {
    addresses "The source is real: a host with ISS's BlackICE or RealSecure, a firewall that this worm enters. Destinations are random."
    ports """
      Source port 4000 always: the faulty code reads answers of ICQ, which come from that port. The destination port is random, since the firewall
      listens on all.
    """
    flags "UDP; the datagram is the whole worm."
    direction "Outbound from an infected host; inbound, stray copies."
    time "20,000 copies in a burst, then a piece of the disk is overwritten, then the next burst."
    header """
      Documented in the sources named, which are descriptions, not code: a body of 637 bytes with the text (^.^) insert witty message here (^.^),
      padded from memory to a packet of 796 to 1307 bytes whose size is drawn anew. The header has no constant but the source port and the range of
      lengths, so the event asks for five destinations and ports; hence the medium confidence.
    """
    bottom-line "The source is infected with Witty, which destroys its disk bit by bit while it spreads. Switch it off."
  }

  hypothesis "Witty" {
    verdict malicious
    weight strong
    because "One source port, that of ICQ, towards random ports of random hosts, with long datagrams of changing size."
    test "Is the text in the payload?"
  }
  hypothesis "An ICQ server and its clients" {
    verdict benign
    weight moderate
    because "Real servers send from UDP 4000 to many clients, each with a port of its own."
    against "Their messages are short, and clients have written first."
    test "Do packets from the clients come before?"
  }

  false-positive "A server of any kind on UDP 4000 that sends long answers to many clients."
  blind-spot "A sensor at which fewer than five copies of one source arrive in a minute."

  trace "eight copies" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 20, offset 0, flags [none], proto UDP (17), length 796)
        192.0.2.44.4000 > 17.5.13.40.9: UDP, length 768
    12:00:00.001000 IP (tos 0x0, ttl 115, id 21, offset 0, flags [none], proto UDP (17), length 893)
        192.0.2.44.4000 > 46.76.70.41.11012: UDP, length 865
    12:00:00.002000 IP (tos 0x0, ttl 115, id 22, offset 0, flags [none], proto UDP (17), length 990)
        192.0.2.44.4000 > 75.147.127.42.22015: UDP, length 962
    12:00:00.003000 IP (tos 0x0, ttl 115, id 23, offset 0, flags [none], proto UDP (17), length 1087)
        192.0.2.44.4000 > 104.218.184.43.33018: UDP, length 1059
    12:00:00.004000 IP (tos 0x0, ttl 115, id 24, offset 0, flags [none], proto UDP (17), length 1184)
        192.0.2.44.4000 > 133.49.241.44.44021: UDP, length 1156
    12:00:00.005000 IP (tos 0x0, ttl 115, id 25, offset 0, flags [none], proto UDP (17), length 1281)
        192.0.2.44.4000 > 162.120.58.45.55024: UDP, length 1253
    12:00:00.006000 IP (tos 0x0, ttl 115, id 26, offset 0, flags [none], proto UDP (17), length 866)
        192.0.2.44.4000 > 191.191.115.46.491: UDP, length 838
    12:00:00.007000 IP (tos 0x0, ttl 115, id 27, offset 0, flags [none], proto UDP (17), length 963)
        192.0.2.44.4000 > 20.22.172.47.11494: UDP, length 935
  """
  trace "another source port" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 20, offset 0, flags [none], proto UDP (17), length 796)
        192.0.2.44.4001 > 17.5.13.40.9: UDP, length 768
    12:00:00.001000 IP (tos 0x0, ttl 115, id 21, offset 0, flags [none], proto UDP (17), length 893)
        192.0.2.44.4001 > 46.76.70.41.11012: UDP, length 865
    12:00:00.002000 IP (tos 0x0, ttl 115, id 22, offset 0, flags [none], proto UDP (17), length 990)
        192.0.2.44.4001 > 75.147.127.42.22015: UDP, length 962
    12:00:00.003000 IP (tos 0x0, ttl 115, id 23, offset 0, flags [none], proto UDP (17), length 1087)
        192.0.2.44.4001 > 104.218.184.43.33018: UDP, length 1059
    12:00:00.004000 IP (tos 0x0, ttl 115, id 24, offset 0, flags [none], proto UDP (17), length 1184)
        192.0.2.44.4001 > 133.49.241.44.44021: UDP, length 1156
    12:00:00.005000 IP (tos 0x0, ttl 115, id 25, offset 0, flags [none], proto UDP (17), length 1281)
        192.0.2.44.4001 > 162.120.58.45.55024: UDP, length 1253
    12:00:00.006000 IP (tos 0x0, ttl 115, id 26, offset 0, flags [none], proto UDP (17), length 866)
        192.0.2.44.4001 > 191.191.115.46.491: UDP, length 838
    12:00:00.007000 IP (tos 0x0, ttl 115, id 27, offset 0, flags [none], proto UDP (17), length 963)
        192.0.2.44.4001 > 20.22.172.47.11494: UDP, length 935
  """
  trace "short messages" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 20, offset 0, flags [none], proto UDP (17), length 88)
        192.0.2.44.4000 > 17.5.13.40.9: UDP, length 60
    12:00:00.001000 IP (tos 0x0, ttl 115, id 21, offset 0, flags [none], proto UDP (17), length 89)
        192.0.2.44.4000 > 46.76.70.41.11012: UDP, length 61
    12:00:00.002000 IP (tos 0x0, ttl 115, id 22, offset 0, flags [none], proto UDP (17), length 90)
        192.0.2.44.4000 > 75.147.127.42.22015: UDP, length 62
    12:00:00.003000 IP (tos 0x0, ttl 115, id 23, offset 0, flags [none], proto UDP (17), length 91)
        192.0.2.44.4000 > 104.218.184.43.33018: UDP, length 63
    12:00:00.004000 IP (tos 0x0, ttl 115, id 24, offset 0, flags [none], proto UDP (17), length 92)
        192.0.2.44.4000 > 133.49.241.44.44021: UDP, length 64
    12:00:00.005000 IP (tos 0x0, ttl 115, id 25, offset 0, flags [none], proto UDP (17), length 93)
        192.0.2.44.4000 > 162.120.58.45.55024: UDP, length 65
    12:00:00.006000 IP (tos 0x0, ttl 115, id 26, offset 0, flags [none], proto UDP (17), length 94)
        192.0.2.44.4000 > 191.191.115.46.491: UDP, length 66
    12:00:00.007000 IP (tos 0x0, ttl 115, id 27, offset 0, flags [none], proto UDP (17), length 95)
        192.0.2.44.4000 > 20.22.172.47.11494: UDP, length 67
  """
}
