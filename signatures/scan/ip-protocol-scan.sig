signature ip-protocol-scan {
  title      "IP protocol scan: empty packets of many protocols to one host"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2000 to present"
  licence    "CC-BY-4.0"
  tags       scan, ip, nmap
  reference "nmap at commit db4aefd: -sO: scan_engine_raw.cc; seen in a run of nmap 7.93 for this entry" url "https://github.com/nmap/nmap"
  reference "Captures of L. Deri's course at commit 5d6ef77: 2022/Favilli/tests/hs-sh-IPscan.pcapng (answers to such a scan)" url "https://github.com/lucaderi/sgr"
  reference "RFC 4443, section 3.4 (parameter problem, code 1: unrecognised next header)" url "https://www.rfc-editor.org/rfc/rfc4443#section-3.4"
  reference "RFC 1122, section 3.2.2.1 (protocol unreachable)" url "https://www.rfc-editor.org/rfc/rfc1122#section-3.2.2.1"

  packet probe { ip; ip.len == 20; proto not in {1, 2, 6, 17, 132}; not frag }
  packet probe6 { ip6; ip.len == 40; proto not in {6, 17, 58, 59, 132} }  # 59: no next header, which is allowed
  packet refused { from responder; icmp; icmp.type == 3; icmp.code == 2 }
  packet refused6 { from responder; icmp6; icmp.type == 4; icmp.code == 1 }

  event by src, dst gap 60s
    having distinct(probe.proto) >= 5
      or distinct(probe6.proto) >= 5
      or distinct(refused.quoted.proto) >= 5
      or distinct(refused6.quoted.proto) >= 5

  analysis {
    addresses "One source, one target at a time."
    flags "No transport at all: 20 bytes of IP header and nothing behind it, with the protocol number varied. For ICMP, IGMP, TCP, UDP and SCTP the scanner adds a proper header, and those packets are not counted here."
    direction "ICMP 'protocol unreachable' for what the host does not speak (over IPv6 'parameter problem', unrecognised next header). Silence is read as 'open or filtered'. The refusals quote the probes, so a capture of the answers alone shows the scan too."
    time "Hosts limit their ICMP errors, so the answers trickle; a full scan of 256 protocols is slow."
    header "In nmap's case TTL from 37 to 59 and IP id are drawn per packet."
    bottom-line "Somebody asks which protocols above IP this host speaks: routers, tunnels and IPsec gateways give themselves away so. An empty packet of a protocol has no other use."
  }
  hypothesis "Protocol scan" {
    verdict malicious
    weight strong
    because "Five and more protocols without a byte of content to one host: no application does this."
    test "Do port scans or OS detection come from the same source?"
  }
  hypothesis "A tester of routers or filters" {
    verdict benign
    weight weak
    because "Conformance tests send every protocol number."
    test "Is it your laboratory?"
  }
  false-positive "A protocol fuzzer of your own."
  blind-spot "A scan that puts data behind the header, and one of fewer than five odd protocols."
  trace "only the refusals were captured" observed expect match """
    16:09:21.474463 IP (tos 0x0, ttl 128, id 20029, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 241 unreachable, length 28
    16:09:21.474464 IP (tos 0x0, ttl 128, id 20030, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 203 unreachable, length 28
    16:09:21.474464 IP (tos 0x0, ttl 128, id 20031, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 171 unreachable, length 28
    16:09:21.474570 IP (tos 0x0, ttl 128, id 20032, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 239 unreachable, length 28
    16:09:21.474570 IP (tos 0x0, ttl 128, id 20033, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 78 unreachable, length 28
    16:09:21.474570 IP (tos 0x0, ttl 128, id 20034, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 93 unreachable, length 28
    16:09:21.474683 IP (tos 0x0, ttl 128, id 20035, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 123 unreachable, length 28
    16:09:21.474683 IP (tos 0x0, ttl 128, id 20036, offset 0, flags [none], proto ICMP (1), length 48)
        10.0.0.2 > 10.0.0.128: ICMP 192.168.1.67 protocol 196 unreachable, length 28
  """
  trace "nmap 7.93, -sO" observed expect match """
    03:36:12.723356 IP (tos 0x0, ttl 54, id 27311, offset 0, flags [none], proto IPIP (4), length 20)
        192.0.2.10 > 198.51.100.20:  [|ip]
    03:36:12.723403 IP (tos 0x0, ttl 56, id 38176, offset 0, flags [none], proto unknown (5), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-5 0
    03:36:12.723415 IP (tos 0x0, ttl 47, id 59288, offset 0, flags [none], proto unknown (3), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-3 0
    03:36:12.723426 IP (tos 0x0, ttl 37, id 30047, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.47054 > 198.51.100.20.40125: UDP, length 0
    03:36:12.723441 IP (tos 0x0, ttl 50, id 50486, offset 0, flags [none], proto IGRP (9), length 20)
        192.0.2.10 > 198.51.100.20: igrp: [|igrp]
    03:36:12.723451 IP (tos 0x0, ttl 45, id 44636, offset 0, flags [none], proto unknown (11), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-11 0
    03:36:12.723462 IP (tos 0x0, ttl 52, id 27777, offset 0, flags [none], proto unknown (13), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-13 0
    03:36:12.723472 IP (tos 0x0, ttl 55, id 33795, offset 0, flags [none], proto unknown (250), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-250 0
    03:36:12.723486 IP (tos 0x0, ttl 48, id 32952, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.47054 > 198.51.100.20.80: sctp (1) [INIT] [init tag: 3185264443] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 3463058407]
    03:36:12.723496 IP (tos 0x0, ttl 52, id 18846, offset 0, flags [none], proto unknown (10), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-10 0
    03:36:12.723548 IP (tos 0x0, ttl 54, id 9338, offset 0, flags [none], proto EGP (8), length 20)
        192.0.2.10 > 198.51.100.20:  [|egp]
    03:36:12.723559 IP (tos 0x0, ttl 42, id 54982, offset 0, flags [none], proto unknown (19), length 20)
        192.0.2.10 > 198.51.100.20:  ip-proto-19 0
  """
  trace "nmap 7.93, -6 -sO" observed expect match """
    06:45:26.275193 IP6 (flowlabel 0x05aad, hlim 48, next-header unknown (54) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  ip-proto-54 0
    06:45:26.275210 IP6 (flowlabel 0x0ae78, hlim 50, next-header unknown (16) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  ip-proto-16 0
    06:45:26.275227 IP6 (flowlabel 0x047bc, hlim 56, next-header IPIP (4) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  [|ip]
    06:45:26.275243 IP6 (flowlabel 0x02bc6, hlim 47, next-header unknown (29) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  ip-proto-29 0
    06:45:26.275260 IP6 (flowlabel 0x0e963, hlim 41, next-header unknown (45) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  ip-proto-45 0
    06:45:26.275276 IP6 (flowlabel 0x0f9e5, hlim 41, next-header unknown (24) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  ip-proto-24 0
    06:45:26.275289 IP6 (flowlabel 0x0dbcf, hlim 42, next-header unknown (20) payload length: 0) 2001:db8:1::2 > 2001:db8:2::2:  ip-proto-20 0
  """
  trace "one empty GRE packet, repeated" synthetic expect no-match """
    03:36:12.723356 IP (tos 0x0, ttl 54, id 27311, offset 0, flags [none], proto IPIP (4), length 20)
        192.0.2.10 > 198.51.100.20:  [|ip]
  """
}
