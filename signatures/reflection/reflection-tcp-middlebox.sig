signature reflection-tcp-middlebox {
  title      "Middlebox reflection: block pages from port 80 of many hosts without a connection"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "August 2021 (study), March 2022 (attacks) to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, tcp, middlebox, censorship
  reference "Weaponizing censors, README and scan_all.py at commit 3ef1c0e (source of the study's triggers)" url "https://github.com/breakerspace/weaponizing-censors"
  reference "Akamai, TCP Middlebox Reflection, 1 March 2022 (documented: attacks up to 11 Gbit/s and 1.5 million packets a second)" url "https://www.akamai.com/blog/security/tcp-middlebox-reflection"
  reference "ZMap with the probe forbidden_scan at commit 03a301b" url "https://github.com/snourin/zmap"

  packet page { tcp; sport == 80; flags & (SYN|ACK|RST) == ACK; flags has PSH; payload.len > 0 }
  packet talk { from responder; solicits; tcp; dport == 80; not flags has RST }

  event by dst gap 10s having distinct(page.src, 10s) >= 20 and count(talk) == 0

  analysis {
    addresses """
      The destination is the target. The senders' addresses are those of web hosts that were named in the trigger; the packets really come from
      filters before them: the reflectors.
    """
    ports "From 80."
    flags "PSH ACK or FIN PSH ACK with data, along with resets: a piece of a connection that never was."
    direction "The destination sent nothing to these hosts."
    header """
      Block pages. The trigger is a SYN or a lone PSH with a request for a forbidden name (www.youporn.com, www.bittorrent.com and others in the
      study) and the target's address as the source; boxes that do not wait for a handshake answer at once. The study found 218 million addresses that
      return more than they get; the average factor was 1.4.
    """
    bottom-line """
      The destination is under attack by TCP reflection off censorship and firewall boxes. Drop data from port 80 that belongs to no connection; a
      stateful filter does so by itself.
    """
  }

  hypothesis "Middlebox reflection attack" {
    verdict malicious
    weight strong
    because "Twenty hosts send a web server's data within ten seconds to a host that has no connection with any of them."
    test "Read the data: block pages of filters, in many languages?"
  }
  hypothesis "A web client of which only the inbound half is captured" {
    verdict benign
    weight moderate
    because "A browser that opens a page gets data of twenty servers within ten seconds, and on a one-way tap it seems to say nothing."
    against "Its data come in order, with SYN ACKs before them."
    test "Are there SYN ACKs from the same hosts before the data?"
  }
  hypothesis "Research scan from this address" {
    verdict unknown
    weight weak
    because "The study's own scan used a real source address and got such answers."
    test "Does anybody here measure?"
  }

  false-positive "One-way captures of busy web clients or proxies."
  blind-spot "Boxes that answer with resets alone, and those on port 443."

  trace "twenty block pages" synthetic expect match """
    10:00:00.000050 192.0.2.1.80 > 198.51.100.80.4001: FP 395452012:395452324(312) ack 2946200824 win 4096
    10:00:00.000150 192.0.2.2.80 > 198.51.100.80.4011: P 1314994742:1314995290(548) ack 3430706561 win 4096
    10:00:00.000250 192.0.2.3.80 > 198.51.100.80.4021: P 2692110294:2692111498(1204) ack 2077878433 win 4096
    10:00:00.000350 192.0.2.4.80 > 198.51.100.80.4031: P 3092929746:3092930058(312) ack 3966861077 win 4096
    10:00:00.000450 192.0.2.5.80 > 198.51.100.80.4041: FP 136693708:136694256(548) ack 1074638861 win 4096
    10:00:00.000550 192.0.2.6.80 > 198.51.100.80.4051: P 2795879577:2795880781(1204) ack 625471900 win 4096
    10:00:00.000650 192.0.2.7.80 > 198.51.100.80.4061: P 2741582319:2741582631(312) ack 3443122520 win 4096
    10:00:00.000750 192.0.2.8.80 > 198.51.100.80.4071: P 889315464:889316012(548) ack 1777353758 win 4096
    10:00:00.000850 192.0.2.9.80 > 198.51.100.80.4081: FP 725080087:725081291(1204) ack 1602012632 win 4096
    10:00:00.000950 192.0.2.10.80 > 198.51.100.80.4091: P 1806660055:1806660367(312) ack 606459738 win 4096
    10:00:00.001050 192.0.2.11.80 > 198.51.100.80.4101: P 2242807664:2242808212(548) ack 4123732732 win 4096
    10:00:00.001150 192.0.2.12.80 > 198.51.100.80.4111: P 1364520799:1364522003(1204) ack 1176973633 win 4096
    10:00:00.001250 192.0.2.13.80 > 198.51.100.80.4121: FP 2018981783:2018982095(312) ack 3873461239 win 4096
    10:00:00.001350 192.0.2.14.80 > 198.51.100.80.4131: P 483443025:483443573(548) ack 4025004981 win 4096
    10:00:00.001450 192.0.2.15.80 > 198.51.100.80.4141: P 3727168060:3727169264(1204) ack 773610810 win 4096
    10:00:00.001550 192.0.2.16.80 > 198.51.100.80.4151: P 2112531300:2112531612(312) ack 2159614766 win 4096
    10:00:00.001650 192.0.2.17.80 > 198.51.100.80.4161: FP 1312967570:1312968118(548) ack 2870359046 win 4096
    10:00:00.001750 192.0.2.18.80 > 198.51.100.80.4171: P 3587296208:3587297412(1204) ack 3075133435 win 4096
    10:00:00.001850 192.0.2.19.80 > 198.51.100.80.4181: P 3658547626:3658547938(312) ack 3323089296 win 4096
    10:00:00.001950 192.0.2.20.80 > 198.51.100.80.4191: P 1175468587:1175469135(548) ack 1531459214 win 4096
  """
  trace "with the requests in the capture" synthetic expect no-match """
    10:00:00.000000 198.51.100.80.4001 > 192.0.2.1.80: P 2946200734:2946200824(90) ack 395452012 win 64240
    10:00:00.000050 192.0.2.1.80 > 198.51.100.80.4001: FP 395452012:395452324(312) ack 2946200824 win 4096
    10:00:00.000100 198.51.100.80.4011 > 192.0.2.2.80: P 3430706471:3430706561(90) ack 1314994742 win 64240
    10:00:00.000150 192.0.2.2.80 > 198.51.100.80.4011: P 1314994742:1314995290(548) ack 3430706561 win 4096
    10:00:00.000200 198.51.100.80.4021 > 192.0.2.3.80: P 2077878343:2077878433(90) ack 2692110294 win 64240
    10:00:00.000250 192.0.2.3.80 > 198.51.100.80.4021: P 2692110294:2692111498(1204) ack 2077878433 win 4096
    10:00:00.000300 198.51.100.80.4031 > 192.0.2.4.80: P 3966860987:3966861077(90) ack 3092929746 win 64240
    10:00:00.000350 192.0.2.4.80 > 198.51.100.80.4031: P 3092929746:3092930058(312) ack 3966861077 win 4096
    10:00:00.000400 198.51.100.80.4041 > 192.0.2.5.80: P 1074638771:1074638861(90) ack 136693708 win 64240
    10:00:00.000450 192.0.2.5.80 > 198.51.100.80.4041: FP 136693708:136694256(548) ack 1074638861 win 4096
    10:00:00.000500 198.51.100.80.4051 > 192.0.2.6.80: P 625471810:625471900(90) ack 2795879577 win 64240
    10:00:00.000550 192.0.2.6.80 > 198.51.100.80.4051: P 2795879577:2795880781(1204) ack 625471900 win 4096
    10:00:00.000600 198.51.100.80.4061 > 192.0.2.7.80: P 3443122430:3443122520(90) ack 2741582319 win 64240
    10:00:00.000650 192.0.2.7.80 > 198.51.100.80.4061: P 2741582319:2741582631(312) ack 3443122520 win 4096
    10:00:00.000700 198.51.100.80.4071 > 192.0.2.8.80: P 1777353668:1777353758(90) ack 889315464 win 64240
    10:00:00.000750 192.0.2.8.80 > 198.51.100.80.4071: P 889315464:889316012(548) ack 1777353758 win 4096
    10:00:00.000800 198.51.100.80.4081 > 192.0.2.9.80: P 1602012542:1602012632(90) ack 725080087 win 64240
    10:00:00.000850 192.0.2.9.80 > 198.51.100.80.4081: FP 725080087:725081291(1204) ack 1602012632 win 4096
    10:00:00.000900 198.51.100.80.4091 > 192.0.2.10.80: P 606459648:606459738(90) ack 1806660055 win 64240
    10:00:00.000950 192.0.2.10.80 > 198.51.100.80.4091: P 1806660055:1806660367(312) ack 606459738 win 4096
    10:00:00.001000 198.51.100.80.4101 > 192.0.2.11.80: P 4123732642:4123732732(90) ack 2242807664 win 64240
    10:00:00.001050 192.0.2.11.80 > 198.51.100.80.4101: P 2242807664:2242808212(548) ack 4123732732 win 4096
    10:00:00.001100 198.51.100.80.4111 > 192.0.2.12.80: P 1176973543:1176973633(90) ack 1364520799 win 64240
    10:00:00.001150 192.0.2.12.80 > 198.51.100.80.4111: P 1364520799:1364522003(1204) ack 1176973633 win 4096
    10:00:00.001200 198.51.100.80.4121 > 192.0.2.13.80: P 3873461149:3873461239(90) ack 2018981783 win 64240
    10:00:00.001250 192.0.2.13.80 > 198.51.100.80.4121: FP 2018981783:2018982095(312) ack 3873461239 win 4096
    10:00:00.001300 198.51.100.80.4131 > 192.0.2.14.80: P 4025004891:4025004981(90) ack 483443025 win 64240
    10:00:00.001350 192.0.2.14.80 > 198.51.100.80.4131: P 483443025:483443573(548) ack 4025004981 win 4096
    10:00:00.001400 198.51.100.80.4141 > 192.0.2.15.80: P 773610720:773610810(90) ack 3727168060 win 64240
    10:00:00.001450 192.0.2.15.80 > 198.51.100.80.4141: P 3727168060:3727169264(1204) ack 773610810 win 4096
    10:00:00.001500 198.51.100.80.4151 > 192.0.2.16.80: P 2159614676:2159614766(90) ack 2112531300 win 64240
    10:00:00.001550 192.0.2.16.80 > 198.51.100.80.4151: P 2112531300:2112531612(312) ack 2159614766 win 4096
    10:00:00.001600 198.51.100.80.4161 > 192.0.2.17.80: P 2870358956:2870359046(90) ack 1312967570 win 64240
    10:00:00.001650 192.0.2.17.80 > 198.51.100.80.4161: FP 1312967570:1312968118(548) ack 2870359046 win 4096
    10:00:00.001700 198.51.100.80.4171 > 192.0.2.18.80: P 3075133345:3075133435(90) ack 3587296208 win 64240
    10:00:00.001750 192.0.2.18.80 > 198.51.100.80.4171: P 3587296208:3587297412(1204) ack 3075133435 win 4096
    10:00:00.001800 198.51.100.80.4181 > 192.0.2.19.80: P 3323089206:3323089296(90) ack 3658547626 win 64240
    10:00:00.001850 192.0.2.19.80 > 198.51.100.80.4181: P 3658547626:3658547938(312) ack 3323089296 win 4096
    10:00:00.001900 198.51.100.80.4191 > 192.0.2.20.80: P 1531459124:1531459214(90) ack 1175468587 win 64240
    10:00:00.001950 192.0.2.20.80 > 198.51.100.80.4191: P 1175468587:1175469135(548) ack 1531459214 win 4096
  """
}
