signature loic-default-text {
  title      "LOIC: a flood of its default text"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2008 to present"
  licence    "CC-BY-4.0"
  tags       ddos, loic, tcp, udp
  reference "LOIC at commit 9fc3f00, XXPFlooder.cs and frmMain.Designer.cs lines 413, 455 and 492 (the text, port 80, ten threads)" url "https://github.com/NewEraCracker/LOIC"

  packet text { tcp or udp; payload contains "U dun goofed" }

  event by src, dst gap 30s having count(text) >= 5

  analysis {
    addresses "The source is real: LOIC uses the system's own sockets. Whoever sits there takes part, or his machine does."
    ports "Port 80 unless the user says another; the source ports are the system's, ten connections or sockets at once by default."
    flags "With TCP, ordinary connections that are opened and then filled; with UDP, datagrams."
    direction "From each of the people who take part to the one target."
    time "As fast as the slider allows; without a delay, as fast as the machine can."
    header """
      Nothing in the headers is special, so the text is the mark: U dun goofed, 12 bytes, sent again and again, with random characters behind it where
      the user wants that (derived from the source). With TCP Nagle's algorithm is off, so that each text is a segment of its own as long as the
      target keeps up; when it does not, several stand in one.
    """
    bottom-line "The source floods the destination with LOIC, and has not changed the text. The address is not forged: block it, and expect others."
  }

  hypothesis "LOIC" {
    verdict malicious
    weight strong
    because "The text is the default of that program and of no use to any other."
    test "Do all connections carry nothing else? Are there ten at once?"
  }
  hypothesis "Somebody tests a defence against it" {
    verdict benign
    weight weak
    because "The text is known, and rules for it are tested with it."
    test "Is it five packets, or thousands? Does the owner of the target know?"
  }

  false-positive "Pages or mails that quote the text, when five packets of one sender do within half a minute."
  blind-spot "Another text, which the window has a field for; the HTTP mode. A text that is cut in two by a segment's end."

  trace "UDP to port 80" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.50123 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 90c1 0000 7711 c6c7 c000 0201  E..(....w.......
        0x0010:  c633 6407 c3cb 0050 0014 eb7d 5520 6475  .3d....P...}U.du
        0x0020:  6e20 676f 6f66 6564                      n.goofed
    10:00:00.000400 IP 192.0.2.1.50124 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 1fb1 0000 7711 37d8 c000 0201  E..(....w.7.....
        0x0010:  c633 6407 c3cc 0050 0014 eb7c 5520 6475  .3d....P...|U.du
        0x0020:  6e20 676f 6f66 6564                      n.goofed
    10:00:00.000800 IP 192.0.2.1.50125 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 f28c 0000 7711 64fc c000 0201  E..(....w.d.....
        0x0010:  c633 6407 c3cd 0050 0014 eb7b 5520 6475  .3d....P...{U.du
        0x0020:  6e20 676f 6f66 6564                      n.goofed
    10:00:00.001200 IP 192.0.2.1.50123 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 3926 0000 7711 1e63 c000 0201  E..(9&..w..c....
        0x0010:  c633 6407 c3cb 0050 0014 eb7d 5520 6475  .3d....P...}U.du
        0x0020:  6e20 676f 6f66 6564                      n.goofed
    10:00:00.001600 IP 192.0.2.1.50124 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 a170 0000 7711 b618 c000 0201  E..(.p..w.......
        0x0010:  c633 6407 c3cc 0050 0014 eb7c 5520 6475  .3d....P...|U.du
        0x0020:  6e20 676f 6f66 6564                      n.goofed
    10:00:00.002000 IP 192.0.2.1.50125 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 a09f 0000 7711 b6e9 c000 0201  E..(....w.......
        0x0010:  c633 6407 c3cd 0050 0014 eb7b 5520 6475  .3d....P...{U.du
        0x0020:  6e20 676f 6f66 6564                      n.goofed
  """
  trace "TCP, one connection" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.50200 > 198.51.100.7.80: Flags [P.], seq 1000:1012, ack 5000, win 64240, length 12: HTTP
        0x0000:  4500 0034 953f 0000 7706 c248 c000 0201  E..4.?..w..H....
        0x0010:  c633 6407 c418 0050 0000 03e8 0000 1388  .3d....P........
        0x0020:  5018 faf0 88ca 0000 5520 6475 6e20 676f  P.......U.dun.go
        0x0030:  6f66 6564                                ofed
    10:00:00.000400 IP 192.0.2.1.50200 > 198.51.100.7.80: Flags [P.], seq 12:24, ack 1, win 64240, length 12: HTTP
        0x0000:  4500 0034 f29d 0000 7706 64ea c000 0201  E..4....w.d.....
        0x0010:  c633 6407 c418 0050 0000 03f4 0000 1388  .3d....P........
        0x0020:  5018 faf0 88be 0000 5520 6475 6e20 676f  P.......U.dun.go
        0x0030:  6f66 6564                                ofed
    10:00:00.000800 IP 192.0.2.1.50200 > 198.51.100.7.80: Flags [P.], seq 24:36, ack 1, win 64240, length 12: HTTP
        0x0000:  4500 0034 0fd6 0000 7706 47b2 c000 0201  E..4....w.G.....
        0x0010:  c633 6407 c418 0050 0000 0400 0000 1388  .3d....P........
        0x0020:  5018 faf0 88b2 0000 5520 6475 6e20 676f  P.......U.dun.go
        0x0030:  6f66 6564                                ofed
    10:00:00.001200 IP 192.0.2.1.50200 > 198.51.100.7.80: Flags [P.], seq 36:48, ack 1, win 64240, length 12: HTTP
        0x0000:  4500 0034 93bd 0000 7706 c3ca c000 0201  E..4....w.......
        0x0010:  c633 6407 c418 0050 0000 040c 0000 1388  .3d....P........
        0x0020:  5018 faf0 88a6 0000 5520 6475 6e20 676f  P.......U.dun.go
        0x0030:  6f66 6564                                ofed
    10:00:00.001600 IP 192.0.2.1.50200 > 198.51.100.7.80: Flags [P.], seq 48:60, ack 1, win 64240, length 12: HTTP
        0x0000:  4500 0034 95e6 0000 7706 c1a1 c000 0201  E..4....w.......
        0x0010:  c633 6407 c418 0050 0000 0418 0000 1388  .3d....P........
        0x0020:  5018 faf0 889a 0000 5520 6475 6e20 676f  P.......U.dun.go
        0x0030:  6f66 6564                                ofed
  """
  trace "the same datagrams with another text" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.50123 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 658c 0000 7711 f1fc c000 0201  E..(e...w.......
        0x0010:  c633 6407 c3cb 0050 0014 2383 596f 7520  .3d....P..#.You.
        0x0020:  676f 6f66 6564 2121                      goofed!!
    10:00:00.000400 IP 192.0.2.1.50124 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 0cb1 0000 7711 4ad8 c000 0201  E..(....w.J.....
        0x0010:  c633 6407 c3cc 0050 0014 2382 596f 7520  .3d....P..#.You.
        0x0020:  676f 6f66 6564 2121                      goofed!!
    10:00:00.000800 IP 192.0.2.1.50125 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 f9eb 0000 7711 5d9d c000 0201  E..(....w.].....
        0x0010:  c633 6407 c3cd 0050 0014 2381 596f 7520  .3d....P..#.You.
        0x0020:  676f 6f66 6564 2121                      goofed!!
    10:00:00.001200 IP 192.0.2.1.50123 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 3898 0000 7711 1ef1 c000 0201  E..(8...w.......
        0x0010:  c633 6407 c3cb 0050 0014 2383 596f 7520  .3d....P..#.You.
        0x0020:  676f 6f66 6564 2121                      goofed!!
    10:00:00.001600 IP 192.0.2.1.50124 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 0bec 0000 7711 4b9d c000 0201  E..(....w.K.....
        0x0010:  c633 6407 c3cc 0050 0014 2382 596f 7520  .3d....P..#.You.
        0x0020:  676f 6f66 6564 2121                      goofed!!
    10:00:00.002000 IP 192.0.2.1.50125 > 198.51.100.7.80: UDP, length 12
        0x0000:  4500 0028 8e81 0000 7711 c907 c000 0201  E..(....w.......
        0x0010:  c633 6407 c3cd 0050 0014 2381 596f 7520  .3d....P..#.You.
        0x0020:  676f 6f66 6564 2121                      goofed!!
  """
}
