signature land-syn {
  title      "LAND in any form: a SYN from a port of a host to the same port of the same host"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, land, spoofing
  variant-of land-f1c
  reference "land by m3lt, land.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/land.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 527 (same source and destination)" url "https://github.com/eldondev/Snort"
  reference "hping3 3.a2.ds2-10 of Debian 12 with -a, -s and -k, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "RFC 9293, Transmission Control Protocol, section 3.5 (simultaneous open)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet syn {
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN
    src == dst
    sport == dport
    src not in 127.0.0.0/8
    options == []
  }

  event by dst, dport gap 60s

  analysis {
    addresses "The source is forged: it is the target's own address, so no answer could come back to the sender."
    ports "The same on both ends, and open on the target, or the packet does nothing."
    flags "SYN. The target answers itself, and the answer meets the same connection again."
    direction "From outside, with an inside address as its source: a border that drops its own addresses when they come in stops it."
    header "No option. land.c itself has fixed numbers (land-f1c then leads); in packets of hping3 window 512, a random IP id and sequence number were seen, so these say only which tool it was."
    bottom-line "Somebody tried to stop this host with LAND, which systems of 1997 could not bear. Harmless today; but a packet with your own source address came in, and your border let it."
  }

  hypothesis "LAND, by whatever tool" {
    verdict malicious
    weight strong
    because "Address and port equal those of the target, which takes 48 bits of coincidence, and no system sends a SYN without options."
    test "Did it come in from outside? Look for the same source port and address at other hosts: tools try several."
  }
  hypothesis "A program that connected to itself" {
    verdict benign
    weight weak
    because "A client that tries a port of its own host again and again may be given that very port as its own, and TCP then opens the connection with itself."
    against "Its SYN carries the system's options, and it never leaves the host."
    test "Was it captured on the host itself, with options?"
  }

  false-positive "A test of a filter or of an intrusion-detection system."
  blind-spot "Forged packets with options; LAND over UDP (source-equals-destination has those)."

  trace "hping3 against port 80, one router away" observed expect match """
    03:43:29.062908 IP (tos 0x0, ttl 63, id 33436, offset 0, flags [none], proto TCP (6), length 40)
        10.20.2.2.80 > 10.20.2.2.80: Flags [S], cksum 0xc20a (correct), seq 245010253, win 512, length 0
    03:43:29.063965 IP (tos 0x0, ttl 63, id 15154, offset 0, flags [none], proto TCP (6), length 40)
        10.20.2.2.80 > 10.20.2.2.80: Flags [S], cksum 0xa7ac (correct), seq 1472504573, win 512, length 0
  """
  trace "another source port" synthetic expect no-match """
    03:43:29.062908 IP (tos 0x0, ttl 63, id 33436, offset 0, flags [none], proto TCP (6), length 40)
        10.20.2.2.81 > 10.20.2.2.80: Flags [S], cksum 0xc209 (correct), seq 245010253, win 512, length 0
    03:43:29.063965 IP (tos 0x0, ttl 63, id 15154, offset 0, flags [none], proto TCP (6), length 40)
        10.20.2.2.82 > 10.20.2.2.80: Flags [S], cksum 0xa7aa (correct), seq 1472504573, win 512, length 0
  """
}
