signature tfn2k-syn-flood {
  title      "TFN2K SYN flood: SYN and URG together, a header length of 0, sources that end in .0"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1999 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, ddos, tfn2k, spoofing
  reference "TFN2K, src/flood.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (syn())" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "TFN2K, src/tribe.c in the copy yuanshanxiaoni/tfn2k at commit f0c42e8 (k00lip(), the forged sources)" url "https://github.com/yuanshanxiaoni/tfn2k"
  reference "CAIDA corsaro3, libcorsaro_filtering.c at commit 9e899da (sources ending in .0 or .255 count as spoofed)" url "https://github.com/CAIDA/corsaro3"

  # Of a header with length 0 a capture shows the length and the numbers, and tcpdump's text the flags.
  packet syn {
    tcp
    ip.len == 40
    src & 0xfe == 0
    ittl == 255
    tcp.hlen == 0 and seq <= 16842495 or flags == SYN|URG
  }
  packet other {
    tcp
    ip.len == 40
    src & 0xfe != 0
    ittl == 255
    tcp.hlen == 0 and seq <= 16842495 or flags == SYN|URG
  }

  # Of sources drawn from all addresses one in 128 ends in .0 or .1.
  event by dst gap 10s
    having count(syn) >= 5 and distinct(syn.src) >= 5 and count(syn) > count(other)

  analysis {
    addresses """
      The source is forged, anew for each packet, and ends in .0 (once in 500 in .1): getrandom(0, 65535) + (getrandom(0, 65535) << 8) fills 24 bits,
      which a little-endian machine puts into the first three octets.
    """
    ports "The target's port is the operator's, or random. Source port random."
    flags "SYN and URG. A stack that looks only at SYN answers."
    direction "Inbound. A target that checks the header length drops the packet unanswered: the program never fills it in."
    time "As fast as the sender can."
    header """
      Read in the source: data offset 0, TTL drawn from 200 to 255, window and urgent pointer random, sequence number at most 16842495 (its first byte
      is 0 or 1), acknowledgment number of 16 random bits. Since the offset is 0, decoders stop there: this language shows no flags of such a packet,
      and tcpdump no numbers; the pattern asks for what either can show.
    """
    bottom-line """
      This host is being flooded by TFN2K. Because of the program's own error most targets never answer such a SYN, so that it costs the line and not
      the connection table.
    """
  }

  hypothesis "TFN2K" {
    verdict malicious
    weight strong
    because "An impossible header length and forged sources that all end in .0, from one generator."
    test "Is the first byte of the sequence number 0 or 1 throughout?"
  }
  hypothesis "Damaged packets" {
    verdict benign
    weight weak
    because "A header length of 0 can be a bit error."
    against "Not from five sources, all of which end in .0."
    test "Look at the sources."
  }

  false-positive "Bit errors make header lengths of 0, but not from five sources that all end in .0."
  blind-spot "Big-endian senders (sources that begin with 0 or 1); a daemon told to forge less of its address."

  trace "six packets as tcpdump shows them" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 186, id 1077, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.0.9 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.000333 IP (tos 0x0, ttl 223, id 5176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.0.11012 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.000667 IP (tos 0x0, ttl 210, id 9275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.0.22015 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.001000 IP (tos 0x0, ttl 197, id 13374, offset 0, flags [none], proto TCP (6), length 40)
        104.218.184.0.33018 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.001333 IP (tos 0x0, ttl 234, id 17473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.0.44021 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.001667 IP (tos 0x0, ttl 221, id 21572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.0.55024 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
  """
  trace "sources that do not end in .0" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 186, id 1077, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.37.9 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.000333 IP (tos 0x0, ttl 223, id 5176, offset 0, flags [none], proto TCP (6), length 40)
        46.76.70.38.11012 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.000667 IP (tos 0x0, ttl 210, id 9275, offset 0, flags [none], proto TCP (6), length 40)
        75.147.127.39.22015 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.001000 IP (tos 0x0, ttl 197, id 13374, offset 0, flags [none], proto TCP (6), length 40)
        104.218.184.40.33018 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.001333 IP (tos 0x0, ttl 234, id 17473, offset 0, flags [none], proto TCP (6), length 40)
        133.49.241.41.44021 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
    12:00:00.001667 IP (tos 0x0, ttl 221, id 21572, offset 0, flags [none], proto TCP (6), length 40)
        162.120.58.42.55024 > 198.51.100.9.80: Flags [SU] [bad hdr length 0 - too short, < 20]
  """
}
