signature tfn2k-udp-flood {
  title      "TFN2K UDP flood: source port and destination port add up to 65536"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1999 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, udp-flood, ddos, tfn2k, spoofing
  reference "TFN2K, src/flood.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (udp())" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "TFN2K, src/tribe.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (k00lip(), the forged sources)" url "https://github.com/yuanshanxiaoni/tfn2k"

  packet datagram { udp; not frag; sport + dport == 65536; ittl == 255 }
  packet other { udp; not frag; ittl == 255 }

  # A flood with random ports hits the sum as well, once in 65536 packets.
  event by dst gap 10s
    having count(datagram) >= 5
      and distinct(datagram.dport) >= 5
      and 10 * count(datagram) >= count(other)

  analysis {
    addresses """
      The source is forged, anew for each packet. From a little-endian sender it ends in .0 (once in 500 in .1), from a big-endian one it begins with
      0 or 1: a number of 24 bits is used as an address. With less forging, which the operator can choose, part of the sender's own address stays.
    """
    ports "Both move by one with each packet: the source port down from 65534, the destination port up from 2. Their sum is always 65536."
    time "As fast as the sender can."
    header """
      Read in the source: TTL drawn from 200 to 255, IP id random, one zero byte of payload unless the operator asks for more. This project's own
      observation: the destination port less one is the number of the packet since the daemon began, over all its targets and modulo 65536. So the
      ports say how many packets one daemon has sent and how many of them went to others: two in a row seen here with a step of three mean three
      targets. Several daemons are told apart by their courses.
    """
    bottom-line """
      This host is being flooded by TFN2K. The port sum proves it at a glance; the sources are forged. Each rising course of destination ports is one
      daemon.
    """
  }

  hypothesis "TFN2K" {
    verdict malicious
    weight strong
    because "16 bits of agreement in every packet, and two counters."
    test "Do the sources end in .0? Does the destination port rise by a constant step?"
  }
  hypothesis "A conversation whose ports happen to add up" {
    verdict benign
    weight weak
    because "One pair of ports in 65536 does."
    against "Here five different pairs do."
    test "Count the pairs."
  }

  false-positive "A tenth of a host's datagrams with this sum, by five different pairs of ports: not by chance."
  blind-spot "A sensor that sees fewer than five packets; a sender with its TTL range changed; ten times as much other traffic with a high TTL to the same host."

  trace "six packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 186, id 77, offset 0, flags [none], proto UDP (17), length 29)
        17.5.13.0.65135 > 198.51.100.9.401: UDP, length 1
    12:00:00.000333 IP (tos 0x0, ttl 223, id 4176, offset 0, flags [none], proto UDP (17), length 29)
        46.76.70.0.65134 > 198.51.100.9.402: UDP, length 1
    12:00:00.000667 IP (tos 0x0, ttl 210, id 8275, offset 0, flags [none], proto UDP (17), length 29)
        75.147.127.0.65133 > 198.51.100.9.403: UDP, length 1
    12:00:00.001000 IP (tos 0x0, ttl 197, id 12374, offset 0, flags [none], proto UDP (17), length 29)
        104.218.184.0.65132 > 198.51.100.9.404: UDP, length 1
    12:00:00.001333 IP (tos 0x0, ttl 234, id 16473, offset 0, flags [none], proto UDP (17), length 29)
        133.49.241.0.65131 > 198.51.100.9.405: UDP, length 1
    12:00:00.001667 IP (tos 0x0, ttl 221, id 20572, offset 0, flags [none], proto UDP (17), length 29)
        162.120.58.0.65130 > 198.51.100.9.406: UDP, length 1
  """
  trace "the sum is 65535" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 186, id 77, offset 0, flags [none], proto UDP (17), length 29)
        17.5.13.0.65134 > 198.51.100.9.401: UDP, length 1
    12:00:00.000333 IP (tos 0x0, ttl 223, id 4176, offset 0, flags [none], proto UDP (17), length 29)
        46.76.70.0.65133 > 198.51.100.9.402: UDP, length 1
    12:00:00.000667 IP (tos 0x0, ttl 210, id 8275, offset 0, flags [none], proto UDP (17), length 29)
        75.147.127.0.65132 > 198.51.100.9.403: UDP, length 1
    12:00:00.001000 IP (tos 0x0, ttl 197, id 12374, offset 0, flags [none], proto UDP (17), length 29)
        104.218.184.0.65131 > 198.51.100.9.404: UDP, length 1
    12:00:00.001333 IP (tos 0x0, ttl 234, id 16473, offset 0, flags [none], proto UDP (17), length 29)
        133.49.241.0.65130 > 198.51.100.9.405: UDP, length 1
    12:00:00.001667 IP (tos 0x0, ttl 221, id 20572, offset 0, flags [none], proto UDP (17), length 29)
        162.120.58.0.65129 > 198.51.100.9.406: UDP, length 1
  """
}
