signature sctp-init-scan {
  title      "SCTP INIT scan: 52-byte INITs from one port to many ports"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2009 to present"
  licence    "CC-BY-4.0"
  tags       scan, sctp, nmap
  reference "nmap at commit db4aefd: -sY: scan_engine_raw.cc; seen in a run of nmap 7.93 for this entry" url "https://github.com/nmap/nmap"
  reference "RFC 9260, section 3.3.2 (INIT)" url "https://www.rfc-editor.org/rfc/rfc9260#section-3.3.2"

  packet init { sctp; ip.len == 52; not df }

  event by src gap 60s
    having (distinct(init.dport) >= 5 or distinct(init.dst) >= 5) and distinct(init.sport) <= 4

  analysis {
    ports "Many ports of one host, or one port of many hosts, from one source port."
    flags "INIT, the SYN of SCTP. An open port answers INIT ACK, a closed one ABORT, a host without SCTP 'protocol unreachable'."
    header """
      52 bytes: a common header and an INIT without parameters. A kernel's INIT lists its addresses and supported extensions and is longer. Seen in the runs: nmap 7.93 draws the TTL from 37 to 59 and offers 10 outbound and 2048
      inbound streams with a window of 32768; masscan 1.3.2 has the same body with TTL 255 and the one initial TSN 1176166205 in every packet.
    """
    bottom-line "A search for SCTP services: telephone signalling, mostly. Outside of operators' networks nothing answers; inside, whoever asks is looking at the signalling core."
  }
  hypothesis "SCTP scan" {
    verdict malicious
    weight strong
    because "Bare INITs from one port to many targets, none completed."
    test "Is the initial TSN 1176166205 (masscan), do the TTLs jump (nmap)?"
  }
  hypothesis "Survey of the Internet" {
    verdict unknown
    weight moderate
    because "masscan is used for surveys by researchers as well."
    test "Look the source up; researchers name themselves."
  }
  false-positive "A signalling gateway with a minimal stack that connects to five peers at once from one port."
  blind-spot "The chunks of SCTP are not decoded: that these are INITs is concluded from their length."
  trace "nmap 7.93, eleven ports" observed expect match """
    03:36:15.451369 IP (tos 0x0, ttl 53, id 60684, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.64082 > 198.51.100.20.22: sctp (1) [INIT] [init tag: 4111654058] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2522608527]
    03:36:15.451419 IP (tos 0x0, ttl 42, id 1261, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.64082 > 198.51.100.20.25: sctp (1) [INIT] [init tag: 2430322322] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2103164753]
    03:36:15.451431 IP (tos 0x0, ttl 58, id 11615, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.64082 > 198.51.100.20.27: sctp (1) [INIT] [init tag: 1447035442] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2887610607]
    03:36:15.451442 IP (tos 0x0, ttl 51, id 54428, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.64082 > 198.51.100.20.21: sctp (1) [INIT] [init tag: 2766021705] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2565001977]
    03:36:15.451453 IP (tos 0x0, ttl 46, id 56472, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.64082 > 198.51.100.20.30: sctp (1) [INIT] [init tag: 1889051224] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2158802940]
    03:36:15.451464 IP (tos 0x0, ttl 49, id 36283, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.64082 > 198.51.100.20.24: sctp (1) [INIT] [init tag: 3596314834] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 549831611]
  """
  trace "masscan 1.3.2, eight hosts" observed expect match """
    03:37:49.679057 IP (tos 0x0, ttl 255, id 61200, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.44269 > 198.51.100.19.36412: sctp (1) [INIT] [init tag: 64554303] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 1176166205]
    03:37:49.779260 IP (tos 0x0, ttl 255, id 7527, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.44269 > 198.51.100.17.36412: sctp (1) [INIT] [init tag: 1908930378] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 1176166205]
    03:37:49.779317 IP (tos 0x0, ttl 255, id 9704, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.44269 > 198.51.100.20.36412: sctp (1) [INIT] [init tag: 938069952] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 1176166205]
    03:37:49.779328 IP (tos 0x0, ttl 255, id 16842, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.44269 > 198.51.100.21.36412: sctp (1) [INIT] [init tag: 1196272611] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 1176166205]
    03:37:49.779374 IP (tos 0x0, ttl 255, id 8577, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.44269 > 198.51.100.18.36412: sctp (1) [INIT] [init tag: 2805058479] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 1176166205]
    03:37:49.779384 IP (tos 0x0, ttl 255, id 38718, offset 0, flags [none], proto SCTP (132), length 52)
        192.0.2.10.44269 > 198.51.100.16.36412: sctp (1) [INIT] [init tag: 1022197010] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 1176166205]
  """
  trace "longer INITs, as kernels send them" synthetic expect no-match """
    03:36:15.451369 IP (tos 0x0, ttl 53, id 60684, offset 0, flags [none], proto SCTP (132), length 80)
        192.0.2.10.64082 > 198.51.100.20.22: sctp (1) [INIT] [init tag: 4111654058] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2522608527]
    03:36:15.451419 IP (tos 0x0, ttl 42, id 1261, offset 0, flags [none], proto SCTP (132), length 80)
        192.0.2.10.64082 > 198.51.100.20.25: sctp (1) [INIT] [init tag: 2430322322] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2103164753]
    03:36:15.451431 IP (tos 0x0, ttl 58, id 11615, offset 0, flags [none], proto SCTP (132), length 80)
        192.0.2.10.64082 > 198.51.100.20.27: sctp (1) [INIT] [init tag: 1447035442] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2887610607]
    03:36:15.451442 IP (tos 0x0, ttl 51, id 54428, offset 0, flags [none], proto SCTP (132), length 80)
        192.0.2.10.64082 > 198.51.100.20.21: sctp (1) [INIT] [init tag: 2766021705] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2565001977]
    03:36:15.451453 IP (tos 0x0, ttl 46, id 56472, offset 0, flags [none], proto SCTP (132), length 80)
        192.0.2.10.64082 > 198.51.100.20.30: sctp (1) [INIT] [init tag: 1889051224] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 2158802940]
    03:36:15.451464 IP (tos 0x0, ttl 49, id 36283, offset 0, flags [none], proto SCTP (132), length 80)
        192.0.2.10.64082 > 198.51.100.20.24: sctp (1) [INIT] [init tag: 3596314834] [rwnd: 32768] [OS: 10] [MIS: 2048] [init TSN: 549831611]
  """
}
