signature udp-empty-flood {
  title      "Flood of UDP datagrams without data"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       flood, udp, hping, denial-of-service
  reference "hping3 3.a2.ds2-10 of Debian 12, -2, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "hping3 at commit 3547c76: sendudp.c (no data unless -d asks for some)" url "https://github.com/antirez/hping"
  reference "RFC 768, User Datagram Protocol (a length of 8 is the least)" url "https://www.rfc-editor.org/rfc/rfc768"

  packet empty { udp; payload.len == 0; not frag }

  event by dst, dport gap 5s having count(empty, 1s) >= 50

  analysis {
    addresses "One target; one source, or a new one for each packet (--rand-source)."
    ports "One destination port. hping3's source port rises by one with each packet, whatever the source address is; so the ports tell one sender from many, and gaps in them are packets that did not arrive."
    direction "Inbound. A closed port draws port unreachables, as many as the target's limit allows."
    time "Fifty and more within a second."
    header "28 bytes of IPv4, no data. From hping3 TTL 64, no DF, IP id random. Some protocols send an empty datagram now and then, to keep a translator's entry alive; none sends fifty a second."
    bottom-line "This port is being flooded with datagrams that say nothing. They cost packets and not bytes: drop UDP of length 8 to it."
  }
  hypothesis "Flood, most likely with hping3" {
    verdict malicious
    weight strong
    because "Fifty datagrams without data in a second have no use for any service."
    test "Do the source ports count? Do the TTLs fit the sources?"
  }
  hypothesis "A load test" {
    verdict benign
    weight moderate
    because "hping3 is used for it."
    test "Is the source yours?"
  }
  false-positive "A load generator; a broken program that sends its keep-alives without a pause."
  blind-spot "Floods with data, which the length tells from a service's traffic only where the service is known; floods over many ports."

  trace "hping3 -2 -p 9 -i u500" observed expect match """
    06:47:30.778952 IP (tos 0x0, ttl 63, id 26479, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2112 > 198.51.100.2.9: UDP, length 0
    06:47:30.779553 IP (tos 0x0, ttl 63, id 22462, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2113 > 198.51.100.2.9: UDP, length 0
    06:47:30.780138 IP (tos 0x0, ttl 63, id 10142, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2114 > 198.51.100.2.9: UDP, length 0
    06:47:30.780705 IP (tos 0x0, ttl 63, id 26149, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2115 > 198.51.100.2.9: UDP, length 0
    06:47:30.781260 IP (tos 0x0, ttl 63, id 28537, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2116 > 198.51.100.2.9: UDP, length 0
    06:47:30.781813 IP (tos 0x0, ttl 63, id 37561, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2117 > 198.51.100.2.9: UDP, length 0
    06:47:30.782366 IP (tos 0x0, ttl 63, id 64975, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2118 > 198.51.100.2.9: UDP, length 0
    06:47:30.782911 IP (tos 0x0, ttl 63, id 19987, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2119 > 198.51.100.2.9: UDP, length 0
    06:47:30.783464 IP (tos 0x0, ttl 63, id 8601, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2120 > 198.51.100.2.9: UDP, length 0
    06:47:30.784014 IP (tos 0x0, ttl 63, id 8325, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2121 > 198.51.100.2.9: UDP, length 0
    06:47:30.784563 IP (tos 0x0, ttl 63, id 12757, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2122 > 198.51.100.2.9: UDP, length 0
    06:47:30.785123 IP (tos 0x0, ttl 63, id 48780, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2123 > 198.51.100.2.9: UDP, length 0
    06:47:30.785674 IP (tos 0x0, ttl 63, id 47162, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2124 > 198.51.100.2.9: UDP, length 0
    06:47:30.786222 IP (tos 0x0, ttl 63, id 7841, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2125 > 198.51.100.2.9: UDP, length 0
    06:47:30.786761 IP (tos 0x0, ttl 63, id 59650, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2126 > 198.51.100.2.9: UDP, length 0
    06:47:30.787322 IP (tos 0x0, ttl 63, id 59766, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2127 > 198.51.100.2.9: UDP, length 0
    06:47:30.787872 IP (tos 0x0, ttl 63, id 22288, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2128 > 198.51.100.2.9: UDP, length 0
    06:47:30.788443 IP (tos 0x0, ttl 63, id 59569, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2129 > 198.51.100.2.9: UDP, length 0
    06:47:30.788995 IP (tos 0x0, ttl 63, id 50622, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2130 > 198.51.100.2.9: UDP, length 0
    06:47:30.789549 IP (tos 0x0, ttl 63, id 922, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2131 > 198.51.100.2.9: UDP, length 0
    06:47:30.790110 IP (tos 0x0, ttl 63, id 45507, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2132 > 198.51.100.2.9: UDP, length 0
    06:47:30.790705 IP (tos 0x0, ttl 63, id 9315, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2133 > 198.51.100.2.9: UDP, length 0
    06:47:30.791354 IP (tos 0x0, ttl 63, id 46537, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2134 > 198.51.100.2.9: UDP, length 0
    06:47:30.791924 IP (tos 0x0, ttl 63, id 11490, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2135 > 198.51.100.2.9: UDP, length 0
    06:47:30.792488 IP (tos 0x0, ttl 63, id 1726, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2136 > 198.51.100.2.9: UDP, length 0
    06:47:30.793055 IP (tos 0x0, ttl 63, id 47329, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2137 > 198.51.100.2.9: UDP, length 0
    06:47:30.793608 IP (tos 0x0, ttl 63, id 2677, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2138 > 198.51.100.2.9: UDP, length 0
    06:47:30.794167 IP (tos 0x0, ttl 63, id 15961, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2139 > 198.51.100.2.9: UDP, length 0
    06:47:30.794717 IP (tos 0x0, ttl 63, id 53340, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2140 > 198.51.100.2.9: UDP, length 0
    06:47:30.795292 IP (tos 0x0, ttl 63, id 54456, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2141 > 198.51.100.2.9: UDP, length 0
    06:47:30.795846 IP (tos 0x0, ttl 63, id 5305, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2142 > 198.51.100.2.9: UDP, length 0
    06:47:30.796582 IP (tos 0x0, ttl 63, id 14283, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2143 > 198.51.100.2.9: UDP, length 0
    06:47:30.797155 IP (tos 0x0, ttl 63, id 11382, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2144 > 198.51.100.2.9: UDP, length 0
    06:47:30.797748 IP (tos 0x0, ttl 63, id 15448, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2145 > 198.51.100.2.9: UDP, length 0
    06:47:30.798292 IP (tos 0x0, ttl 63, id 40432, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2146 > 198.51.100.2.9: UDP, length 0
    06:47:30.798843 IP (tos 0x0, ttl 63, id 39919, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2147 > 198.51.100.2.9: UDP, length 0
    06:47:30.799391 IP (tos 0x0, ttl 63, id 53009, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2148 > 198.51.100.2.9: UDP, length 0
    06:47:30.799945 IP (tos 0x0, ttl 63, id 39871, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2149 > 198.51.100.2.9: UDP, length 0
    06:47:30.800489 IP (tos 0x0, ttl 63, id 59906, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2150 > 198.51.100.2.9: UDP, length 0
    06:47:30.801042 IP (tos 0x0, ttl 63, id 61610, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2151 > 198.51.100.2.9: UDP, length 0
    06:47:30.801583 IP (tos 0x0, ttl 63, id 48197, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2152 > 198.51.100.2.9: UDP, length 0
    06:47:30.802144 IP (tos 0x0, ttl 63, id 7127, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2153 > 198.51.100.2.9: UDP, length 0
    06:47:30.802701 IP (tos 0x0, ttl 63, id 44855, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2154 > 198.51.100.2.9: UDP, length 0
    06:47:30.803263 IP (tos 0x0, ttl 63, id 29823, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2155 > 198.51.100.2.9: UDP, length 0
    06:47:30.803809 IP (tos 0x0, ttl 63, id 14968, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2156 > 198.51.100.2.9: UDP, length 0
    06:47:30.804359 IP (tos 0x0, ttl 63, id 38969, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2157 > 198.51.100.2.9: UDP, length 0
    06:47:30.804912 IP (tos 0x0, ttl 63, id 24054, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2158 > 198.51.100.2.9: UDP, length 0
    06:47:30.805455 IP (tos 0x0, ttl 63, id 37256, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2159 > 198.51.100.2.9: UDP, length 0
    06:47:30.806008 IP (tos 0x0, ttl 63, id 33002, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2160 > 198.51.100.2.9: UDP, length 0
    06:47:30.806547 IP (tos 0x0, ttl 63, id 9140, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2161 > 198.51.100.2.9: UDP, length 0
    06:47:30.807117 IP (tos 0x0, ttl 63, id 38179, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2162 > 198.51.100.2.9: UDP, length 0
    06:47:30.807666 IP (tos 0x0, ttl 63, id 12973, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2163 > 198.51.100.2.9: UDP, length 0
    06:47:30.808232 IP (tos 0x0, ttl 63, id 18455, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2164 > 198.51.100.2.9: UDP, length 0
    06:47:30.808801 IP (tos 0x0, ttl 63, id 19180, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2165 > 198.51.100.2.9: UDP, length 0
    06:47:30.809347 IP (tos 0x0, ttl 63, id 24463, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2166 > 198.51.100.2.9: UDP, length 0
    06:47:30.809903 IP (tos 0x0, ttl 63, id 20182, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2167 > 198.51.100.2.9: UDP, length 0
  """
  trace "forty of them" synthetic expect no-match """
    06:47:30.778952 IP (tos 0x0, ttl 63, id 26479, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2112 > 198.51.100.2.9: UDP, length 0
    06:47:30.779553 IP (tos 0x0, ttl 63, id 22462, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2113 > 198.51.100.2.9: UDP, length 0
    06:47:30.780138 IP (tos 0x0, ttl 63, id 10142, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2114 > 198.51.100.2.9: UDP, length 0
    06:47:30.780705 IP (tos 0x0, ttl 63, id 26149, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2115 > 198.51.100.2.9: UDP, length 0
    06:47:30.781260 IP (tos 0x0, ttl 63, id 28537, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2116 > 198.51.100.2.9: UDP, length 0
    06:47:30.781813 IP (tos 0x0, ttl 63, id 37561, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2117 > 198.51.100.2.9: UDP, length 0
    06:47:30.782366 IP (tos 0x0, ttl 63, id 64975, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2118 > 198.51.100.2.9: UDP, length 0
    06:47:30.782911 IP (tos 0x0, ttl 63, id 19987, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2119 > 198.51.100.2.9: UDP, length 0
    06:47:30.783464 IP (tos 0x0, ttl 63, id 8601, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2120 > 198.51.100.2.9: UDP, length 0
    06:47:30.784014 IP (tos 0x0, ttl 63, id 8325, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2121 > 198.51.100.2.9: UDP, length 0
    06:47:30.784563 IP (tos 0x0, ttl 63, id 12757, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2122 > 198.51.100.2.9: UDP, length 0
    06:47:30.785123 IP (tos 0x0, ttl 63, id 48780, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2123 > 198.51.100.2.9: UDP, length 0
    06:47:30.785674 IP (tos 0x0, ttl 63, id 47162, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2124 > 198.51.100.2.9: UDP, length 0
    06:47:30.786222 IP (tos 0x0, ttl 63, id 7841, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2125 > 198.51.100.2.9: UDP, length 0
    06:47:30.786761 IP (tos 0x0, ttl 63, id 59650, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2126 > 198.51.100.2.9: UDP, length 0
    06:47:30.787322 IP (tos 0x0, ttl 63, id 59766, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2127 > 198.51.100.2.9: UDP, length 0
    06:47:30.787872 IP (tos 0x0, ttl 63, id 22288, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2128 > 198.51.100.2.9: UDP, length 0
    06:47:30.788443 IP (tos 0x0, ttl 63, id 59569, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2129 > 198.51.100.2.9: UDP, length 0
    06:47:30.788995 IP (tos 0x0, ttl 63, id 50622, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2130 > 198.51.100.2.9: UDP, length 0
    06:47:30.789549 IP (tos 0x0, ttl 63, id 922, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2131 > 198.51.100.2.9: UDP, length 0
    06:47:30.790110 IP (tos 0x0, ttl 63, id 45507, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2132 > 198.51.100.2.9: UDP, length 0
    06:47:30.790705 IP (tos 0x0, ttl 63, id 9315, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2133 > 198.51.100.2.9: UDP, length 0
    06:47:30.791354 IP (tos 0x0, ttl 63, id 46537, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2134 > 198.51.100.2.9: UDP, length 0
    06:47:30.791924 IP (tos 0x0, ttl 63, id 11490, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2135 > 198.51.100.2.9: UDP, length 0
    06:47:30.792488 IP (tos 0x0, ttl 63, id 1726, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2136 > 198.51.100.2.9: UDP, length 0
    06:47:30.793055 IP (tos 0x0, ttl 63, id 47329, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2137 > 198.51.100.2.9: UDP, length 0
    06:47:30.793608 IP (tos 0x0, ttl 63, id 2677, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2138 > 198.51.100.2.9: UDP, length 0
    06:47:30.794167 IP (tos 0x0, ttl 63, id 15961, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2139 > 198.51.100.2.9: UDP, length 0
    06:47:30.794717 IP (tos 0x0, ttl 63, id 53340, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2140 > 198.51.100.2.9: UDP, length 0
    06:47:30.795292 IP (tos 0x0, ttl 63, id 54456, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2141 > 198.51.100.2.9: UDP, length 0
    06:47:30.795846 IP (tos 0x0, ttl 63, id 5305, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2142 > 198.51.100.2.9: UDP, length 0
    06:47:30.796582 IP (tos 0x0, ttl 63, id 14283, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2143 > 198.51.100.2.9: UDP, length 0
    06:47:30.797155 IP (tos 0x0, ttl 63, id 11382, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2144 > 198.51.100.2.9: UDP, length 0
    06:47:30.797748 IP (tos 0x0, ttl 63, id 15448, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2145 > 198.51.100.2.9: UDP, length 0
    06:47:30.798292 IP (tos 0x0, ttl 63, id 40432, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2146 > 198.51.100.2.9: UDP, length 0
    06:47:30.798843 IP (tos 0x0, ttl 63, id 39919, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2147 > 198.51.100.2.9: UDP, length 0
    06:47:30.799391 IP (tos 0x0, ttl 63, id 53009, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2148 > 198.51.100.2.9: UDP, length 0
    06:47:30.799945 IP (tos 0x0, ttl 63, id 39871, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2149 > 198.51.100.2.9: UDP, length 0
    06:47:30.800489 IP (tos 0x0, ttl 63, id 59906, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2150 > 198.51.100.2.9: UDP, length 0
    06:47:30.801042 IP (tos 0x0, ttl 63, id 61610, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2151 > 198.51.100.2.9: UDP, length 0
  """
}
