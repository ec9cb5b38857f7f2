signature zmap-2024-windows-syn {
  title      "ZMap SYN since 2024: the options of Windows with the TTL of Linux and no DF"
  category   scan
  verdict    unknown
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "April 2024 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, zmap, survey
  reference "ZMap at commit 8de8833: src/probe_modules/packet.c lines 80-290, module_tcp_synscan.c lines 45-80, send.c lines 419-421, CHANGELOG 4.1.0 and 4.1.1" url "https://github.com/zmap/zmap"

  packet probe {
    ip
    tcp
    flags == SYN
    window == 65535
    options == [mss, nop, wscale, nop, nop, sackok]
    mss == 1460
    wscale == 8
    ittl == 64
    not df
    payload.len == 0
  }
  packet ranged {
    tcp
    flags == SYN
    window == 65535
    options == [mss, nop, wscale, nop, nop, sackok]
    mss == 1460
    wscale == 8
    ittl == 64
    not df
    sport >= 32768
    sport <= 61000
    payload.len == 0
  }

  # The default range of source ports, or the single one that -s sets.
  event by src, dport gap 1h
    having distinct(probe.dst) >= 3
      and distinct(probe.id) >= 3
      and (distinct(ranged.sport) >= 3 or distinct(probe.sport) == 1)

  analysis {
    addresses "One source, each target once, far apart in time."
    ports "One destination port; source ports between 32768 and 61000, or the one that the user set (-s)."
    flags "SYN, 52 bytes in all, with the options in the order of Windows."
    header "Window 65535, mss 1460, scale 8, sackOK. Windows sends these with TTL 128 and DF; here the TTL starts at 64 and DF is missing. The IP id is a hash of the target, the same when one target is asked twice."
    bottom-line "Most likely current ZMap. It gave up its old mark, id 54321, and looks like a desktop but for this contradiction. A survey; act only on what follows."
  }
  hypothesis "Survey by ZMap" {
    verdict unknown
    weight strong
    because "Option order, TTL and missing DF do not go together in any common stack, and in ZMap's source they do."
    test "Is one target asked again with the same IP id? Look the source up."
  }
  hypothesis "Hosts behind an odd translator" {
    verdict benign
    weight moderate
    because "A gateway that rewrites TTL and clears DF makes Windows clients look like this."
    against "Clients go to more ports than one, and finish their handshakes."
    test "Does any of these connections carry data?"
  }
  false-positive "Windows clients behind a proxy or translator that resets TTL to 64 and clears DF."
  blind-spot "ZMap's other option sets (Linux, BSD, mss only) are not asked for: they are too like real ones."
  blind-spot "Fewer than three targets in view."
  trace "six probes built from the source" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 51, id 45250, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.60342 > 198.51.100.20.443: Flags [S], seq 3177840170, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.300000 IP (tos 0x0, ttl 51, id 42732, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.50136 > 198.51.100.21.443: Flags [S], seq 124576496, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.600000 IP (tos 0x0, ttl 51, id 55074, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.48025 > 198.51.100.22.443: Flags [S], seq 3332716664, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.900000 IP (tos 0x0, ttl 51, id 61824, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.40928 > 198.51.100.23.443: Flags [S], seq 2787324502, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.200000 IP (tos 0x0, ttl 51, id 3399, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.37907 > 198.51.100.24.443: Flags [S], seq 486215927, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.500000 IP (tos 0x0, ttl 51, id 24366, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.48138 > 198.51.100.25.443: Flags [S], seq 3729944833, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
  trace "one source port for all targets, built from the source" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 51, id 45250, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.1024 > 198.51.100.20.443: Flags [S], seq 3177840170, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.300000 IP (tos 0x0, ttl 51, id 42732, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.1024 > 198.51.100.21.443: Flags [S], seq 124576496, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.600000 IP (tos 0x0, ttl 51, id 55074, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.1024 > 198.51.100.22.443: Flags [S], seq 3332716664, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
  trace "DF, as Windows sets it" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 51, id 45250, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.60342 > 198.51.100.20.443: Flags [S], seq 3177840170, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.300000 IP (tos 0x0, ttl 51, id 42732, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.50136 > 198.51.100.21.443: Flags [S], seq 124576496, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.600000 IP (tos 0x0, ttl 51, id 55074, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.48025 > 198.51.100.22.443: Flags [S], seq 3332716664, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.900000 IP (tos 0x0, ttl 51, id 61824, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.40928 > 198.51.100.23.443: Flags [S], seq 2787324502, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.200000 IP (tos 0x0, ttl 51, id 3399, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.37907 > 198.51.100.24.443: Flags [S], seq 486215927, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.500000 IP (tos 0x0, ttl 51, id 24366, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.48138 > 198.51.100.25.443: Flags [S], seq 3729944833, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
  trace "TTL 128, as Windows has it" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 115, id 45250, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.60342 > 198.51.100.20.443: Flags [S], seq 3177840170, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.300000 IP (tos 0x0, ttl 115, id 42732, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.50136 > 198.51.100.21.443: Flags [S], seq 124576496, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.600000 IP (tos 0x0, ttl 115, id 55074, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.48025 > 198.51.100.22.443: Flags [S], seq 3332716664, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:00.900000 IP (tos 0x0, ttl 115, id 61824, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.40928 > 198.51.100.23.443: Flags [S], seq 2787324502, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.200000 IP (tos 0x0, ttl 115, id 3399, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.37907 > 198.51.100.24.443: Flags [S], seq 486215927, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    03:00:01.500000 IP (tos 0x0, ttl 115, id 24366, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.48138 > 198.51.100.25.443: Flags [S], seq 3729944833, win 65535, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
  """
}
