signature mirai-vse-flood {
  title      "Mirai: a flood of game-server queries from ever new ports"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 to present"
  licence    "CC-BY-4.0"
  tags       ddos, mirai, udp, games
  reference "Mirai's source as published, at commit 4889a6f, attack_udp.c (attack_udp_vse) and table.c (TABLE_ATK_VSE)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "Valve, Server queries (what an honest one looks like)" url "https://developer.valvesoftware.com/wiki/Server_queries"

  packet query {
    udp
    not df
    not frag
    payload == |ff ff ff ff 54 53 6f 75 72 63 65 20 45 6e 67 69 6e 65 20 51 75 65 72 79 00|
  }

  event by src, dst gap 5s having distinct(query.sport, 1s) >= 10

  analysis {
    addresses "The source is the bot's own address; the program does not forge it. The destination is a game server, or a net of them."
    ports """
      To 27015 by default, the usual port of the Source engine; another can be ordered. The source port is drawn anew for each packet, and that tells
      it from a player: a server browser asks from one port and keeps it.
    """
    flags "UDP."
    direction "To the target; the answers, which are larger than the questions, go back to the bot, who does not read them."
    time "As fast as the bot can send."
    header """
      25 bytes of data, 53 in all: four times ff, then TSource Engine Query and a zero byte, as every honest query has them. TTL 64 at the sender, DF
      not set, IP ids without order (derived from the source).
    """
    bottom-line """
      A bot floods a game server with queries that look honest. Limit queries per address rather than dropping them: the port changes, the address
      does not. The source is an infected device.
    """
  }

  hypothesis "Mirai or a descendant" {
    verdict malicious
    weight strong
    because "The program's own payload, from ten and more source ports of one host within a second."
    test "Do other bots send the same at the same time? Does the source scan for telnet?"
  }
  hypothesis "Many players behind one address" {
    verdict benign
    weight weak
    because "A translator gives each player's query another port."
    against "Ten players of one household or company do not refresh the same server's entry within the same second, again and again."
    test "Does it go on for more than a moment? Do sessions of play follow?"
  }
  hypothesis "A monitor of game servers" {
    verdict benign
    weight weak
    because "Directories ask each server, and may open a socket for each question."
    against "They ask many servers, and each seldom."
    test "How many servers does the source ask?"
  }

  false-positive "A translator in front of very many players."
  blind-spot "Bots whose order names a source port or sets DF; servers that answer with a challenge make clients send 29 bytes, which this does not read."

  trace "twelve queries from twelve ports" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.56261 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 2217 0000 3411 7865 c000 0201  E..5"...4.xe....
        0x0010:  c633 6407 dbc5 6987 0021 0f69 ffff ffff  .3d...i..!.i....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.002000 IP 192.0.2.1.18980 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 6b4c 0000 3411 2f30 c000 0201  E..5kL..4./0....
        0x0010:  c633 6407 4a24 6987 0021 a10a ffff ffff  .3d.J$i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.004000 IP 192.0.2.1.9454 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 8a6a 0000 3411 1012 c000 0201  E..5.j..4.......
        0x0010:  c633 6407 24ee 6987 0021 c640 ffff ffff  .3d.$.i..!.@....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.006000 IP 192.0.2.1.7720 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 9227 0000 3411 0855 c000 0201  E..5.'..4..U....
        0x0010:  c633 6407 1e28 6987 0021 cd06 ffff ffff  .3d..(i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.008000 IP 192.0.2.1.20217 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 8f6d 0000 3411 0b0f c000 0201  E..5.m..4.......
        0x0010:  c633 6407 4ef9 6987 0021 9c35 ffff ffff  .3d.N.i..!.5....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.010000 IP 192.0.2.1.53486 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 ae97 0000 3411 ebe4 c000 0201  E..5....4.......
        0x0010:  c633 6407 d0ee 6987 0021 1a40 ffff ffff  .3d...i..!.@....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.012000 IP 192.0.2.1.11845 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 1a61 0000 3411 801b c000 0201  E..5.a..4.......
        0x0010:  c633 6407 2e45 6987 0021 bce9 ffff ffff  .3d..Ei..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.014000 IP 192.0.2.1.38116 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 923a 0000 3411 0842 c000 0201  E..5.:..4..B....
        0x0010:  c633 6407 94e4 6987 0021 564a ffff ffff  .3d...i..!VJ....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.016000 IP 192.0.2.1.41872 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 3018 0000 3411 6a64 c000 0201  E..50...4.jd....
        0x0010:  c633 6407 a390 6987 0021 479e ffff ffff  .3d...i..!G.....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.018000 IP 192.0.2.1.24406 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 18f1 0000 3411 818b c000 0201  E..5....4.......
        0x0010:  c633 6407 5f56 6987 0021 8bd8 ffff ffff  .3d._Vi..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.020000 IP 192.0.2.1.35897 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 b64c 0000 3411 e42f c000 0201  E..5.L..4../....
        0x0010:  c633 6407 8c39 6987 0021 5ef5 ffff ffff  .3d..9i..!^.....
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.022000 IP 192.0.2.1.4115 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 907a 0000 3411 0a02 c000 0201  E..5.z..4.......
        0x0010:  c633 6407 1013 6987 0021 db1b ffff ffff  .3d...i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
  """
  trace "a server browser: one port" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 0f42 0000 7411 4b3a c000 0201  E..5.B..t.K:....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.002000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 9e77 0000 7411 bc04 c000 0201  E..5.w..t.......
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.004000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 34b9 0000 7411 25c3 c000 0201  E..54...t.%.....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.006000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 7f15 0000 7411 db66 c000 0201  E..5....t..f....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.008000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 ae2e 0000 7411 ac4d c000 0201  E..5....t..M....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.010000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 881e 0000 7411 d25d c000 0201  E..5....t..]....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.012000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 6d76 0000 7411 ed05 c000 0201  E..5mv..t.......
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.014000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 c6f8 0000 7411 9383 c000 0201  E..5....t.......
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.016000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 506b 0000 7411 0a11 c000 0201  E..5Pk..t.......
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.018000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 7731 0000 7411 e34a c000 0201  E..5w1..t..J....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.020000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 95e7 0000 7411 c494 c000 0201  E..5....t.......
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
    10:00:00.022000 IP 192.0.2.1.61234 > 198.51.100.7.27015: UDP, length 25
        0x0000:  4500 0035 ec66 0000 7411 6e15 c000 0201  E..5.f..t.n.....
        0x0010:  c633 6407 ef32 6987 0021 fbfb ffff ffff  .3d..2i..!......
        0x0020:  5453 6f75 7263 6520 456e 6769 6e65 2051  TSource.Engine.Q
        0x0030:  7565 7279 00                             uery.
  """
}
