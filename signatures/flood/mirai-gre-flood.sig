signature mirai-gre-flood {
  title      "Mirai GRE floods: tunnel packets of 564 or 578 bytes with ids without order"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, gre, botnet, mirai
  reference "Mirai, mirai/bot/attack_gre.c at commit 4889a6f (attack_gre_ip and attack_gre_eth)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "RFC 2784, Generic Routing Encapsulation" url "https://www.rfc-editor.org/rfc/rfc2784"

  packet tunnel { ip; proto == 47; df; ittl == 64; ip.len in {564, 578} }

  event by src, dst gap 5s
    having count(tunnel) >= 10 and distinct(tunnel.id) >= 10 and span(tunnel.id) >= 30000

  analysis {
    addresses "Outside: the bot and its target. Inside: a source that is drawn once for the target and a destination that is drawn for each packet."
    ports "Inside, UDP with random ports."
    direction "One way. The target is no end of a tunnel and can only drop it."
    time "As fast as the device can."
    header """
      Read in the source: IP protocol 47, DF, TTL 64 at the sender, id random; a GRE header without flags, for protocol 0x0800 or, with an Ethernet
      header of random addresses between, 0x6558; an inner packet of 540 bytes with 512 bytes of random data. So the outer packet has 564 or 578
      bytes. The inner id is the complement of the outer one less 1000 in the sender's byte order: a relation of 16 bits, which this language cannot
      ask for, since it needs two headers of one packet at a time. With it the confidence would be high. The destinations inside tell a tunnel from a
      flood at a glance; match with the option --inner to see them.
    """
    bottom-line "Most likely a Mirai attack with GRE. If this host is not the end of a tunnel there is no doubt."
  }

  hypothesis "Mirai" {
    verdict malicious
    weight strong
    because "One fixed length and ids without any order, in one direction."
    test "Is the inner id the complement of the outer id less 1000? Does the inner destination change with every packet?"
  }
  hypothesis "A real tunnel with packets of one length" {
    verdict benign
    weight moderate
    because "A tunnel that carries a stream of media has packets of equal length, and some systems draw ids at random."
    against "It has traffic both ways, and stable addresses inside."
    test "Is this host configured as the end of a tunnel with the source?"
  }

  false-positive "A GRE tunnel that carries a stream of 540-byte packets from a system with random ids."
  blind-spot "Orders with another length; forged sources."

  trace "twelve packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000200 IP (tos 0x0, ttl 53, id 27526, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000400 IP (tos 0x0, ttl 53, id 54975, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000600 IP (tos 0x0, ttl 53, id 16888, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000800 IP (tos 0x0, ttl 53, id 44337, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001000 IP (tos 0x0, ttl 53, id 6250, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001200 IP (tos 0x0, ttl 53, id 33699, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001400 IP (tos 0x0, ttl 53, id 61148, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001600 IP (tos 0x0, ttl 53, id 23061, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001800 IP (tos 0x0, ttl 53, id 50510, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.002000 IP (tos 0x0, ttl 53, id 12423, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.002200 IP (tos 0x0, ttl 53, id 39872, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
  """
  trace "a tunnel whose ids count" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 300, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000200 IP (tos 0x0, ttl 53, id 301, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000400 IP (tos 0x0, ttl 53, id 302, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000600 IP (tos 0x0, ttl 53, id 303, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.000800 IP (tos 0x0, ttl 53, id 304, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001000 IP (tos 0x0, ttl 53, id 305, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001200 IP (tos 0x0, ttl 53, id 306, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001400 IP (tos 0x0, ttl 53, id 307, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001600 IP (tos 0x0, ttl 53, id 308, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.001800 IP (tos 0x0, ttl 53, id 309, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.002000 IP (tos 0x0, ttl 53, id 310, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
    12:00:00.002200 IP (tos 0x0, ttl 53, id 311, offset 0, flags [DF], proto GRE (47), length 564)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 544
  """
  trace "packets of another length" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.000200 IP (tos 0x0, ttl 53, id 27526, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.000400 IP (tos 0x0, ttl 53, id 54975, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.000600 IP (tos 0x0, ttl 53, id 16888, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.000800 IP (tos 0x0, ttl 53, id 44337, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.001000 IP (tos 0x0, ttl 53, id 6250, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.001200 IP (tos 0x0, ttl 53, id 33699, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.001400 IP (tos 0x0, ttl 53, id 61148, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.001600 IP (tos 0x0, ttl 53, id 23061, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.001800 IP (tos 0x0, ttl 53, id 50510, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.002000 IP (tos 0x0, ttl 53, id 12423, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
    12:00:00.002200 IP (tos 0x0, ttl 53, id 39872, offset 0, flags [DF], proto GRE (47), length 1476)
        192.0.2.61 > 198.51.100.9: GREv0, Flags [none], length 1456
  """
}
