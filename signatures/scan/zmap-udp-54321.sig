signature zmap-udp-54321 {
  title      "ZMap UDP probe: IP id 54321"
  category   scan
  verdict    unknown
  confidence high
  version    3
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2013 to 2024; builds without updates still"
  licence    "CC-BY-4.0"
  tags       scan, udp, zmap, tool-mark, survey
  variant-of zmap-ip-id-54321
  reference "ZMap at commit 8de8833: tag v2.1.1, src/probe_modules/packet.c and module_udp.c; examples/udp-probes; commit b0190cc of 4 March 2024" url "https://github.com/zmap/zmap"
  reference "StopDDoS packet captures at commit 230dd43: amp.dns.RRSIG.fragmented.pcap (6 such packets in September 2021)" url "https://github.com/StopDDoS/packet-captures"

  packet probe { ip; udp; id == 54321; not df; ittl == 255; sport >= 32768; sport <= 61000 }
  # Other source ports are the user's (-s): then two hosts are asked for.
  packet elsewhere { ip; udp; id == 54321; not df; ittl == 255; sport < 32768 or sport > 61000 }

  packet datagram { ip; udp }

  # One datagram in 65536 has this id by chance.
  event by src gap 1h
    having count(probe) >= 1 and 2 * count(probe) >= count(datagram)
      or distinct(elsewhere.dst) >= 2 and 2 * count(elsewhere) >= count(datagram)

  analysis {
    ports "One service a run: 1900, 53, 123, 11211, 5683 and the like. Source ports from 32768 to 61000 unless the user names one."
    direction "Answers go to a real address: it is a list of services that is made here, no flood."
    header "IP id 54321, TTL 255 at the sender, no DF, UDP checksum 0. Without another payload given it is a web request, 'GET / HTTP/1.1' with 'Host: www', sent by UDP, 29 bytes in ZMap 2.1.1 when it was run for this entry."
    bottom-line "ZMap looks for a UDP service in all of the Internet. Where the service is one that amplifies, the list is worth money to flooders as well as to those who warn."
  }
  hypothesis "Survey of the Internet" {
    verdict benign
    weight moderate
    because "Organisations count open resolvers, memcached and the like, and warn their owners."
    test "Look the source up: they name themselves."
  }
  hypothesis "Search for amplifiers" {
    verdict malicious
    weight moderate
    because "Flooders need fresh lists of the same services."
    test "Do forged requests to the same port follow within days?"
  }
  false-positive "The only datagram, or one of two, of a source with random ids, TTL 255 and no DF, that happens to have this id: 1 in 65536."
  blind-spot "ZMap since March 2024, whose ids vary."
  trace "ZMap 2.1.1, udp module" observed expect match """
    03:39:28.116686 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto UDP (17), length 57)
        192.0.2.10.37887 > 198.51.100.19.1900: UDP, length 29
    03:39:28.126907 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto UDP (17), length 57)
        192.0.2.10.33913 > 198.51.100.17.1900: UDP, length 29
    03:39:28.136793 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto UDP (17), length 57)
        192.0.2.10.46332 > 198.51.100.16.1900: UDP, length 29
  """
  trace "seen in September 2021" observed expect match """
    15:45:26.616064 IP (tos 0x0, ttl 250, id 54321, offset 0, flags [none], proto UDP (17), length 45)
        45.144.225.149.57548 > 10.10.10.10.53413: UDP, length 17
    15:45:30.220931 IP (tos 0x0, ttl 245, id 54321, offset 0, flags [none], proto UDP (17), length 30)
        172.104.47.182.45998 > 10.10.10.10.32414: UDP, length 2
    15:45:35.150947 IP (tos 0x0, ttl 250, id 54321, offset 0, flags [none], proto UDP (17), length 32)
        194.85.249.46.51652 > 10.10.10.10.3283: UDP, length 4
  """
  trace "ZMap 2.1.1 with -s 53" observed expect match """
    06:46:50.772180 IP (tos 0x0, ttl 254, id 54321, offset 0, flags [none], proto UDP (17), length 33)
        192.0.2.10.53 > 203.0.113.21.53: domain [length 5 < 12] (invalid)
    06:46:50.772827 IP (tos 0x0, ttl 254, id 54321, offset 0, flags [none], proto UDP (17), length 33)
        192.0.2.10.53 > 203.0.113.6.53: domain [length 5 < 12] (invalid)
    06:46:50.773483 IP (tos 0x0, ttl 254, id 54321, offset 0, flags [none], proto UDP (17), length 33)
        192.0.2.10.53 > 203.0.113.26.53: domain [length 5 < 12] (invalid)
  """
  trace "TTL 64 and another id" synthetic expect no-match """
    03:39:28.116686 IP (tos 0x0, ttl 255, id 54322, offset 0, flags [none], proto UDP (17), length 57)
        192.0.2.10.37887 > 198.51.100.19.1900: UDP, length 29
    03:39:28.126907 IP (tos 0x0, ttl 255, id 54322, offset 0, flags [none], proto UDP (17), length 57)
        192.0.2.10.33913 > 198.51.100.17.1900: UDP, length 29
    03:39:28.136793 IP (tos 0x0, ttl 255, id 54322, offset 0, flags [none], proto UDP (17), length 57)
        192.0.2.10.46332 > 198.51.100.16.1900: UDP, length 29
  """
}
