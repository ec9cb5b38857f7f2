signature saihyousen-udp-flood {
  title      "saihyousen: UDP from port n to port n with IP id 0x1234 and a length of 36608"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-2000"
  licence    "CC-BY-4.0"
  tags       denial-of-service, udp, spoofing, tool-constant
  reference "targa2 by Mixter (saihyousen by noc-wage), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "RFC 768, User Datagram Protocol (the length field)" url "https://www.rfc-editor.org/rfc/rfc768"

  packet datagram {
    udp
    not frag
    id == 4660
    sport == dport
    udp.len == 36608
    ip.len == 36
    src >> 24 == src & 0xff
  }

  event by dst gap 10s having count(datagram) >= 2

  analysis {
    addresses "The source is forged and moves with every packet. Its first octet and its last are the same: the program prints one number in both places."
    ports "Source port = destination port, and both count up by one, from 2."
    time "101 packets in a row without a pause; targa2 repeats that fifty-one times."
    header """
      Read in the source: one fixed array of 36 bytes with IP id 0x1234 = 4660, TTL 255 at the sender, UDP length 0x8f00 = 36608 and UDP checksum
      0x1200; the array's own total length is 38, for which Linux puts 36. Only addresses and ports are filled in. The UDP length promises 36600 bytes
      where 8 come. This project's own observation: all three counters advance in each turn, so the first packet is 193.169.2.193 port 2, the next
      194.170.3.194 port 3, and so on: until one of them wraps, the first octet less the port is 191, and each address is the one before plus 1.1.1.1.
      The author meant them to advance one after the other.
    """
    bottom-line """
      Somebody tried to crash this host or a firewall before it with saihyousen. Each field of the packet names the tool; the sources are counted, not
      real.
    """
  }

  hypothesis "saihyousen" {
    verdict malicious
    weight strong
    because "Id, both lengths, equal ports and the address that repeats its first octet agree with the program in each packet."
    test "Subtract the port from the first octet: 191?"
  }
  hypothesis "A sender with a broken length field" {
    verdict benign
    weight weak
    because "Wrong UDP lengths occur."
    against "Not from a row of counted addresses."
    test "Look at three packets in a row."
  }

  false-positive "A broken sender with this id and both lengths would also have to send from n to n, from addresses that repeat their first octet."
  blind-spot "The single attack of one packet; copies with another array."

  trace "first four packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        193.169.2.193.2 > 198.51.100.9.2: UDP, bad length 36600 > 8
    12:00:00.000200 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        194.170.3.194.3 > 198.51.100.9.3: UDP, bad length 36600 > 8
    12:00:00.000400 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        195.171.4.195.4 > 198.51.100.9.4: UDP, bad length 36600 > 8
    12:00:00.000600 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        196.172.5.196.5 > 198.51.100.9.5: UDP, bad length 36600 > 8
  """
  trace "the same with an honest length" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        193.169.2.193.2 > 198.51.100.9.2: UDP, length 8
    12:00:00.000200 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        194.170.3.194.3 > 198.51.100.9.3: UDP, length 8
    12:00:00.000400 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        195.171.4.195.4 > 198.51.100.9.4: UDP, length 8
    12:00:00.000600 IP (tos 0x0, ttl 244, id 4660, offset 0, flags [none], proto UDP (17), length 36)
        196.172.5.196.5 > 198.51.100.9.5: UDP, length 8
  """
}
