signature tfn2k-icmp-flood {
  title      "TFN2K ICMP flood: 92-byte pings with id 0 and sequence number 0 from sources that end in .0"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, icmp-flood, ddos, tfn2k, spoofing
  reference "TFN2K, src/flood.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (icmp())" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "TFN2K, src/tribe.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (k00lip(), the forged sources)" url "https://github.com/yuanshanxiaoni/tfn2k"

  packet ping { icmp; icmp.type == 8; icmp.id == 0; icmp.seq == 0; ip.len == 92; src & 0xfe == 0 }

  # The IP id is the daemon's process id, the same in all its packets.
  event by dst, id gap 10s having count(ping) >= 4 and distinct(ping.src) >= 4

  analysis {
    addresses "The source is forged, anew for each packet, and ends in .0 (once in 500 in .1) when the sender is little-endian."
    flags "Echo requests. The target's replies go to the forged sources."
    time "As fast as the sender can; in the mixed attack in turn with SYN and UDP packets."
    header """
      Read in the source: 92 bytes, of which 64 are zeros, ICMP id 0 and sequence number 0, so that the ICMP checksum is always 0xf7ff; IP id =
      process id of the daemon. The program writes TTL 0; what leaves the host was not found out, so the TTL is no condition. This project's own
      observation: behind all the forged sources the constant IP id names the daemon's process, and two ids are two daemons.
    """
    bottom-line "This host is being flooded by TFN2K. The sources are forged; the number of different IP ids is the number of daemons that you see."
  }

  hypothesis "TFN2K" {
    verdict malicious
    weight strong
    because "Id and sequence number 0, one IP id for all, and sources that all end in .0."
    test "Do UDP packets with ports that add up to 65536 come as well?"
  }
  hypothesis "Pings of 92 bytes from many clients" {
    verdict benign
    weight weak
    because "Windows tracert and some worms send 92 bytes."
    against "With their own ids, and not from addresses that end in .0."
    test "Compare the IP ids of two sources."
  }

  false-positive "Pings of 92 bytes without identifier from four addresses that end in .0, with one IP id: a translated network would have to be built for it."
  blind-spot "Larger packets set by the operator; big-endian senders."

  trace "five packets of one daemon" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 50, id 21931, offset 0, flags [none], proto ICMP (1), length 92)
        17.5.13.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.000333 IP (tos 0x0, ttl 50, id 21931, offset 0, flags [none], proto ICMP (1), length 92)
        46.76.70.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.000667 IP (tos 0x0, ttl 50, id 21931, offset 0, flags [none], proto ICMP (1), length 92)
        75.147.127.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.001000 IP (tos 0x0, ttl 50, id 21931, offset 0, flags [none], proto ICMP (1), length 92)
        104.218.184.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.001333 IP (tos 0x0, ttl 50, id 21931, offset 0, flags [none], proto ICMP (1), length 92)
        133.49.241.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
  """
  trace "IP ids that move" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 50, id 21931, offset 0, flags [none], proto ICMP (1), length 92)
        17.5.13.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.000333 IP (tos 0x0, ttl 50, id 21932, offset 0, flags [none], proto ICMP (1), length 92)
        46.76.70.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.000667 IP (tos 0x0, ttl 50, id 21933, offset 0, flags [none], proto ICMP (1), length 92)
        75.147.127.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.001000 IP (tos 0x0, ttl 50, id 21934, offset 0, flags [none], proto ICMP (1), length 92)
        104.218.184.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
    12:00:00.001333 IP (tos 0x0, ttl 50, id 21935, offset 0, flags [none], proto ICMP (1), length 92)
        133.49.241.0 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 72
  """
}
