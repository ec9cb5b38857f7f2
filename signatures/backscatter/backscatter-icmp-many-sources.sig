signature backscatter-icmp-many-sources {
  title      "ICMP errors that quote packets of many of our addresses to one host"
  category   backscatter
  verdict    third-party
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       backscatter, icmp-quoted, spoofing, third-party
  reference "RFC 792, Internet Control Message Protocol, destination unreachable and time exceeded" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "RFC 1812, Requirements for IP Version 4 Routers, section 4.3.2.3 (how much is quoted)" url "https://www.rfc-editor.org/rfc/rfc1812"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001, (ICMP errors as one of the kinds of backscatter)" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, cd_icmp4.cc (checks of the quoted header)" url "https://github.com/snort3/snort3"

  packet error { icmp; icmp.type in {3, 11}; quoted.proto in {6, 17} }

  event by quoted.dst, quoted.dport gap 10m having distinct(error.quoted.src) >= 10

  analysis {
    addresses """
      Ten addresses or more of yours are quoted as senders within ten minutes, all to one destination. The senders of the errors are routers on the
      way or the destination itself.
    """
    ports "One quoted destination port: the service under attack."
    direction "Errors come in. What they quote never left, if this is backscatter."
    header "Read the quoted header as a packet of its own: IP id, TTL, ports, sequence number. They are the flooder's, and often constant or related."
    bottom-line """
      Packets in the name of many of your addresses went to one port of one host and were reported back. Unless your own hosts all use that service,
      somebody forges your addresses in a flood, and the quoted destination is its victim.
    """
  }

  hypothesis "Third-party effect of a flood with forged sources" {
    verdict third-party
    weight strong
    because "A flooder that draws sources at random hits many addresses of a network, in use or not."
    test "Are addresses quoted that nobody uses? Then nothing here can have sent the packets."
  }
  hypothesis "A popular service went down" {
    verdict benign
    weight moderate
    because "When a server or its network fails, the errors for all its clients come back at once."
    against "Only addresses in use are then quoted, and the clients' packets are in the flow records."
    test "Compare the quoted addresses with those in use, and the quoted sequence numbers with each other."
  }
  hypothesis "Infected hosts here attack the destination" {
    verdict malicious
    weight weak
    because "Bots on many of your hosts would draw the same errors."
    test "Look at outbound traffic to the quoted destination."
  }

  false-positive "Peer-to-peer programs and resolvers of a large site that keep asking one dead address."
  blind-spot "Networks of which fewer than ten addresses are forged within ten minutes."
  blind-spot "IPv6."

  trace "ten forged addresses" synthetic expect match """
    10:00:00 203.0.113.1 > 198.51.100.1: icmp: host 192.0.2.80 unreachable for 198.51.100.1.4001 > 192.0.2.80.80: S 11:11(0) win 512 (ttl 40, id 9) (ttl 243, id 1)
    10:00:01 203.0.113.1 > 198.51.100.2: icmp: host 192.0.2.80 unreachable for 198.51.100.2.4002 > 192.0.2.80.80: S 12:12(0) win 512 (ttl 40, id 9) (ttl 243, id 2)
    10:00:02 203.0.113.1 > 198.51.100.3: icmp: host 192.0.2.80 unreachable for 198.51.100.3.4003 > 192.0.2.80.80: S 13:13(0) win 512 (ttl 40, id 9) (ttl 243, id 3)
    10:00:03 203.0.113.1 > 198.51.100.4: icmp: host 192.0.2.80 unreachable for 198.51.100.4.4004 > 192.0.2.80.80: S 14:14(0) win 512 (ttl 40, id 9) (ttl 243, id 4)
    10:00:04 203.0.113.1 > 198.51.100.5: icmp: host 192.0.2.80 unreachable for 198.51.100.5.4005 > 192.0.2.80.80: S 15:15(0) win 512 (ttl 40, id 9) (ttl 243, id 5)
    10:00:05 203.0.113.1 > 198.51.100.6: icmp: host 192.0.2.80 unreachable for 198.51.100.6.4006 > 192.0.2.80.80: S 16:16(0) win 512 (ttl 40, id 9) (ttl 243, id 6)
    10:00:06 203.0.113.1 > 198.51.100.7: icmp: host 192.0.2.80 unreachable for 198.51.100.7.4007 > 192.0.2.80.80: S 17:17(0) win 512 (ttl 40, id 9) (ttl 243, id 7)
    10:00:07 203.0.113.1 > 198.51.100.8: icmp: host 192.0.2.80 unreachable for 198.51.100.8.4008 > 192.0.2.80.80: S 18:18(0) win 512 (ttl 40, id 9) (ttl 243, id 8)
    10:00:08 203.0.113.1 > 198.51.100.9: icmp: host 192.0.2.80 unreachable for 198.51.100.9.4009 > 192.0.2.80.80: S 19:19(0) win 512 (ttl 40, id 9) (ttl 243, id 9)
    10:00:09 203.0.113.1 > 198.51.100.10: icmp: host 192.0.2.80 unreachable for 198.51.100.10.4010 > 192.0.2.80.80: S 20:20(0) win 512 (ttl 40, id 9) (ttl 243, id 10)
  """
  trace "two hosts of ours that try a dead server" synthetic expect no-match """
    10:00:00 203.0.113.1 > 198.51.100.1: icmp: host 192.0.2.80 unreachable for 198.51.100.1.4001 > 192.0.2.80.80: S 11:11(0) win 512 (ttl 60, id 9) (ttl 243, id 1)
    10:00:01 203.0.113.1 > 198.51.100.1: icmp: host 192.0.2.80 unreachable for 198.51.100.1.4001 > 192.0.2.80.80: S 11:11(0) win 512 (ttl 60, id 10) (ttl 243, id 2)
    10:00:02 203.0.113.1 > 198.51.100.3: icmp: host 192.0.2.80 unreachable for 198.51.100.3.4003 > 192.0.2.80.80: S 13:13(0) win 512 (ttl 60, id 9) (ttl 243, id 3)
    10:00:03 203.0.113.1 > 198.51.100.3: icmp: host 192.0.2.80 unreachable for 198.51.100.3.4003 > 192.0.2.80.80: S 13:13(0) win 512 (ttl 60, id 10) (ttl 243, id 4)
  """
}
