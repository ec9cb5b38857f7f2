# Segments of connections that never were, from everywhere: the generic form behind the ACK, FIN, RST and Xmas floods of the tool kits.
signature tcp-flood-no-connection {
  title      "TCP flood without SYNs: forty senders within a second, all segments alike, none of a connection"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000 to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, ack-flood, spoofing
  reference "hping 3 of Debian 12, -A --rand-source and -F --rand-source, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "RFC 9293, section 3.10.7.1 (a segment for a connection that does not exist is answered by a reset)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"
  reference "RFC 2827, Network Ingress Filtering" url "https://www.rfc-editor.org/rfc/rfc2827"

  packet stray { tcp; not flags has SYN }
  packet opening { tcp; flags has SYN }
  packet talk { from responder; tcp; not flags has RST }

  event by dst gap 10s
    having distinct(stray.src, 1s) >= 40
      and constant(stray.flags)
      and constant(stray.payload.len)
      and 10 * count(opening) < count(stray)
      and 10 * count(talk) < count(stray)

  analysis {
    addresses "Forty sources and more within a second; as a rule they are drawn at random, and hardly one comes twice."
    ports "One port or any; for a stateless filter it is traffic of an open connection."
    flags "ACK, ACK PSH, FIN, RST, none or all: anything but SYN, so that defences against SYN floods do not look at it."
    direction "Inbound. The host answers with resets or not at all, and the resets go to those whose addresses were forged."
    time "Forty segments a second are the least that is looked for; floods bring thousands."
    header "Numbers that fit no connection. What stays the same (window, IP id, TTL, flags) is what a filter can use."
    bottom-line "This host is flooded with segments of connections that do not exist. Each costs it a look-up and a reset; a stateful filter in front drops them all."
  }
  hypothesis "Flood with forged sources" {
    verdict malicious
    weight strong
    because "No connection is opened, none is talked over, and all segments have the same flags and length."
    test "Is the TTL the same for all sources? Do flags and window stay the same?"
  }
  hypothesis "Third-party effect: resets for a flood in this host's name" {
    verdict third-party
    weight moderate
    because "A SYN flood with this host's address as the forged source brings resets and SYN ACKs back."
    against "Those come from the victims, which are few, and again and again."
    test "Are they resets with ACK from one service's port?"
  }
  hypothesis "Connections cut by a fault, or seen in one direction only" {
    verdict benign
    weight moderate
    because "When a balancer loses its state, all clients' next segments are strays."
    against "Clients send data and repeat it, so that lengths and flags differ."
    test "Were there connections before? Does the capture hold anything that this host sent?"
  }
  false-positive "A capture of one direction, too short to hold anything but the acknowledgments of a busy server's clients."
  blind-spot "Floods from few sources, those with changing flags or lengths, and those among ordinary traffic to the same host. Fewer than forty sources a second."
  trace "hping3 -A --rand-source, 500 a second, against port 80" observed expect match """
    07:44:20.619077 IP (tos 0x0, ttl 63, id 26848, offset 0, flags [none], proto TCP (6), length 40)
        46.68.242.39.2183 > 198.51.100.2.80: Flags [.], ack 575208760, win 512, length 0
    07:44:20.621184 IP (tos 0x0, ttl 63, id 2784, offset 0, flags [none], proto TCP (6), length 40)
        142.19.79.148.2184 > 198.51.100.2.80: Flags [.], ack 1853955468, win 512, length 0
    07:44:20.623276 IP (tos 0x0, ttl 63, id 14220, offset 0, flags [none], proto TCP (6), length 40)
        62.11.5.77.2185 > 198.51.100.2.80: Flags [.], ack 1382233985, win 512, length 0
    07:44:20.625402 IP (tos 0x0, ttl 63, id 39350, offset 0, flags [none], proto TCP (6), length 40)
        15.50.92.14.2186 > 198.51.100.2.80: Flags [.], ack 1460715485, win 512, length 0
    07:44:20.627483 IP (tos 0x0, ttl 63, id 5203, offset 0, flags [none], proto TCP (6), length 40)
        60.48.5.22.2187 > 198.51.100.2.80: Flags [.], ack 1205208952, win 512, length 0
    07:44:20.629582 IP (tos 0x0, ttl 63, id 21749, offset 0, flags [none], proto TCP (6), length 40)
        16.133.215.147.2188 > 198.51.100.2.80: Flags [.], ack 1868298300, win 512, length 0
    07:44:20.631642 IP (tos 0x0, ttl 63, id 15408, offset 0, flags [none], proto TCP (6), length 40)
        148.209.37.14.2189 > 198.51.100.2.80: Flags [.], ack 1985230807, win 512, length 0
    07:44:20.633738 IP (tos 0x0, ttl 63, id 9756, offset 0, flags [none], proto TCP (6), length 40)
        14.245.81.184.2190 > 198.51.100.2.80: Flags [.], ack 327015548, win 512, length 0
    07:44:20.635814 IP (tos 0x0, ttl 63, id 18499, offset 0, flags [none], proto TCP (6), length 40)
        5.195.38.175.2191 > 198.51.100.2.80: Flags [.], ack 858490083, win 512, length 0
    07:44:20.637912 IP (tos 0x0, ttl 63, id 34804, offset 0, flags [none], proto TCP (6), length 40)
        204.201.137.17.2192 > 198.51.100.2.80: Flags [.], ack 1520945578, win 512, length 0
    07:44:20.639981 IP (tos 0x0, ttl 63, id 34092, offset 0, flags [none], proto TCP (6), length 40)
        134.215.214.167.2193 > 198.51.100.2.80: Flags [.], ack 684132504, win 512, length 0
    07:44:20.642104 IP (tos 0x0, ttl 63, id 41656, offset 0, flags [none], proto TCP (6), length 40)
        146.79.207.87.2194 > 198.51.100.2.80: Flags [.], ack 802593122, win 512, length 0
    07:44:20.644174 IP (tos 0x0, ttl 63, id 55865, offset 0, flags [none], proto TCP (6), length 40)
        50.152.49.138.2195 > 198.51.100.2.80: Flags [.], ack 1457192584, win 512, length 0
    07:44:20.646265 IP (tos 0x0, ttl 63, id 39447, offset 0, flags [none], proto TCP (6), length 40)
        148.33.122.142.2196 > 198.51.100.2.80: Flags [.], ack 297968937, win 512, length 0
    07:44:20.648343 IP (tos 0x0, ttl 63, id 41359, offset 0, flags [none], proto TCP (6), length 40)
        142.139.84.58.2197 > 198.51.100.2.80: Flags [.], ack 2064273741, win 512, length 0
    07:44:20.650461 IP (tos 0x0, ttl 63, id 39371, offset 0, flags [none], proto TCP (6), length 40)
        62.56.121.133.2198 > 198.51.100.2.80: Flags [.], ack 2083142175, win 512, length 0
    07:44:20.652552 IP (tos 0x0, ttl 63, id 53666, offset 0, flags [none], proto TCP (6), length 40)
        17.12.137.22.2199 > 198.51.100.2.80: Flags [.], ack 364317311, win 512, length 0
    07:44:20.654693 IP (tos 0x0, ttl 63, id 44575, offset 0, flags [none], proto TCP (6), length 40)
        208.153.130.253.2200 > 198.51.100.2.80: Flags [.], ack 38681121, win 512, length 0
    07:44:20.656769 IP (tos 0x0, ttl 63, id 13058, offset 0, flags [none], proto TCP (6), length 40)
        244.122.65.145.2201 > 198.51.100.2.80: Flags [.], ack 898304037, win 512, length 0
    07:44:20.658876 IP (tos 0x0, ttl 63, id 64684, offset 0, flags [none], proto TCP (6), length 40)
        126.134.98.235.2202 > 198.51.100.2.80: Flags [.], ack 1959396387, win 512, length 0
    07:44:20.660999 IP (tos 0x0, ttl 63, id 1348, offset 0, flags [none], proto TCP (6), length 40)
        209.6.81.69.2203 > 198.51.100.2.80: Flags [.], ack 999110248, win 512, length 0
    07:44:20.663139 IP (tos 0x0, ttl 63, id 40615, offset 0, flags [none], proto TCP (6), length 40)
        13.142.146.249.2204 > 198.51.100.2.80: Flags [.], ack 184406414, win 512, length 0
    07:44:20.665274 IP (tos 0x0, ttl 63, id 40239, offset 0, flags [none], proto TCP (6), length 40)
        6.135.38.15.2205 > 198.51.100.2.80: Flags [.], ack 675903380, win 512, length 0
    07:44:20.667369 IP (tos 0x0, ttl 63, id 16984, offset 0, flags [none], proto TCP (6), length 40)
        81.175.77.87.2206 > 198.51.100.2.80: Flags [.], ack 1237144870, win 512, length 0
    07:44:20.669503 IP (tos 0x0, ttl 63, id 37797, offset 0, flags [none], proto TCP (6), length 40)
        201.31.37.19.2207 > 198.51.100.2.80: Flags [.], ack 430492782, win 512, length 0
    07:44:20.671606 IP (tos 0x0, ttl 63, id 52676, offset 0, flags [none], proto TCP (6), length 40)
        215.15.18.75.2208 > 198.51.100.2.80: Flags [.], ack 210655242, win 512, length 0
    07:44:20.673758 IP (tos 0x0, ttl 63, id 55363, offset 0, flags [none], proto TCP (6), length 40)
        77.166.39.36.2209 > 198.51.100.2.80: Flags [.], ack 1312569498, win 512, length 0
    07:44:20.675864 IP (tos 0x0, ttl 63, id 4708, offset 0, flags [none], proto TCP (6), length 40)
        1.147.87.167.2210 > 198.51.100.2.80: Flags [.], ack 360731995, win 512, length 0
    07:44:20.680062 IP (tos 0x0, ttl 63, id 7852, offset 0, flags [none], proto TCP (6), length 40)
        175.235.234.31.2212 > 198.51.100.2.80: Flags [.], ack 1396450135, win 512, length 0
    07:44:20.682741 IP (tos 0x0, ttl 63, id 21781, offset 0, flags [none], proto TCP (6), length 40)
        220.42.34.191.2213 > 198.51.100.2.80: Flags [.], ack 786839147, win 512, length 0
    07:44:20.684809 IP (tos 0x0, ttl 63, id 9891, offset 0, flags [none], proto TCP (6), length 40)
        137.208.215.255.2214 > 198.51.100.2.80: Flags [.], ack 1646317227, win 512, length 0
    07:44:20.686873 IP (tos 0x0, ttl 63, id 40504, offset 0, flags [none], proto TCP (6), length 40)
        167.153.243.109.2215 > 198.51.100.2.80: Flags [.], ack 1533872548, win 512, length 0
    07:44:20.688960 IP (tos 0x0, ttl 63, id 62302, offset 0, flags [none], proto TCP (6), length 40)
        240.153.216.93.2216 > 198.51.100.2.80: Flags [.], ack 1831739094, win 512, length 0
    07:44:20.691043 IP (tos 0x0, ttl 63, id 49101, offset 0, flags [none], proto TCP (6), length 40)
        125.51.46.15.2217 > 198.51.100.2.80: Flags [.], ack 1853148703, win 512, length 0
    07:44:20.693119 IP (tos 0x0, ttl 63, id 6103, offset 0, flags [none], proto TCP (6), length 40)
        38.202.109.13.2218 > 198.51.100.2.80: Flags [.], ack 655826679, win 512, length 0
    07:44:20.695174 IP (tos 0x0, ttl 63, id 20593, offset 0, flags [none], proto TCP (6), length 40)
        62.249.130.5.2219 > 198.51.100.2.80: Flags [.], ack 108071323, win 512, length 0
    07:44:20.697261 IP (tos 0x0, ttl 63, id 42444, offset 0, flags [none], proto TCP (6), length 40)
        153.138.92.46.2220 > 198.51.100.2.80: Flags [.], ack 47629794, win 512, length 0
    07:44:20.699335 IP (tos 0x0, ttl 63, id 15876, offset 0, flags [none], proto TCP (6), length 40)
        139.249.124.212.2221 > 198.51.100.2.80: Flags [.], ack 801517639, win 512, length 0
    07:44:20.701445 IP (tos 0x0, ttl 63, id 24923, offset 0, flags [none], proto TCP (6), length 40)
        16.152.231.155.2222 > 198.51.100.2.80: Flags [.], ack 1080741295, win 512, length 0
    07:44:20.703524 IP (tos 0x0, ttl 63, id 38855, offset 0, flags [none], proto TCP (6), length 40)
        17.13.221.178.2223 > 198.51.100.2.80: Flags [.], ack 258762692, win 512, length 0
    07:44:20.705630 IP (tos 0x0, ttl 63, id 26226, offset 0, flags [none], proto TCP (6), length 40)
        65.39.152.28.2224 > 198.51.100.2.80: Flags [.], ack 1167197981, win 512, length 0
    07:44:20.707691 IP (tos 0x0, ttl 63, id 28694, offset 0, flags [none], proto TCP (6), length 40)
        215.156.23.195.2225 > 198.51.100.2.80: Flags [.], ack 313672989, win 512, length 0
    07:44:20.709816 IP (tos 0x0, ttl 63, id 36588, offset 0, flags [none], proto TCP (6), length 40)
        61.142.100.135.2226 > 198.51.100.2.80: Flags [.], ack 1302863948, win 512, length 0
    07:44:20.711945 IP (tos 0x0, ttl 63, id 23819, offset 0, flags [none], proto TCP (6), length 40)
        87.15.234.69.2227 > 198.51.100.2.80: Flags [.], ack 137772499, win 512, length 0
    07:44:20.714110 IP (tos 0x0, ttl 63, id 31747, offset 0, flags [none], proto TCP (6), length 40)
        216.77.142.167.2228 > 198.51.100.2.80: Flags [.], ack 1030156031, win 512, length 0
  """
  trace "the same from one address" synthetic expect no-match """
    07:44:20.619077 IP (tos 0x0, ttl 63, id 26848, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2183 > 198.51.100.2.80: Flags [.], ack 575208760, win 512, length 0
    07:44:20.621184 IP (tos 0x0, ttl 63, id 2784, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2184 > 198.51.100.2.80: Flags [.], ack 1853955468, win 512, length 0
    07:44:20.623276 IP (tos 0x0, ttl 63, id 14220, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2185 > 198.51.100.2.80: Flags [.], ack 1382233985, win 512, length 0
    07:44:20.625402 IP (tos 0x0, ttl 63, id 39350, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2186 > 198.51.100.2.80: Flags [.], ack 1460715485, win 512, length 0
    07:44:20.627483 IP (tos 0x0, ttl 63, id 5203, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2187 > 198.51.100.2.80: Flags [.], ack 1205208952, win 512, length 0
    07:44:20.629582 IP (tos 0x0, ttl 63, id 21749, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2188 > 198.51.100.2.80: Flags [.], ack 1868298300, win 512, length 0
    07:44:20.631642 IP (tos 0x0, ttl 63, id 15408, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2189 > 198.51.100.2.80: Flags [.], ack 1985230807, win 512, length 0
    07:44:20.633738 IP (tos 0x0, ttl 63, id 9756, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2190 > 198.51.100.2.80: Flags [.], ack 327015548, win 512, length 0
    07:44:20.635814 IP (tos 0x0, ttl 63, id 18499, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2191 > 198.51.100.2.80: Flags [.], ack 858490083, win 512, length 0
    07:44:20.637912 IP (tos 0x0, ttl 63, id 34804, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2192 > 198.51.100.2.80: Flags [.], ack 1520945578, win 512, length 0
    07:44:20.639981 IP (tos 0x0, ttl 63, id 34092, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2193 > 198.51.100.2.80: Flags [.], ack 684132504, win 512, length 0
    07:44:20.642104 IP (tos 0x0, ttl 63, id 41656, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2194 > 198.51.100.2.80: Flags [.], ack 802593122, win 512, length 0
    07:44:20.644174 IP (tos 0x0, ttl 63, id 55865, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2195 > 198.51.100.2.80: Flags [.], ack 1457192584, win 512, length 0
    07:44:20.646265 IP (tos 0x0, ttl 63, id 39447, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2196 > 198.51.100.2.80: Flags [.], ack 297968937, win 512, length 0
    07:44:20.648343 IP (tos 0x0, ttl 63, id 41359, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2197 > 198.51.100.2.80: Flags [.], ack 2064273741, win 512, length 0
    07:44:20.650461 IP (tos 0x0, ttl 63, id 39371, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2198 > 198.51.100.2.80: Flags [.], ack 2083142175, win 512, length 0
    07:44:20.652552 IP (tos 0x0, ttl 63, id 53666, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2199 > 198.51.100.2.80: Flags [.], ack 364317311, win 512, length 0
    07:44:20.654693 IP (tos 0x0, ttl 63, id 44575, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2200 > 198.51.100.2.80: Flags [.], ack 38681121, win 512, length 0
    07:44:20.656769 IP (tos 0x0, ttl 63, id 13058, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2201 > 198.51.100.2.80: Flags [.], ack 898304037, win 512, length 0
    07:44:20.658876 IP (tos 0x0, ttl 63, id 64684, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2202 > 198.51.100.2.80: Flags [.], ack 1959396387, win 512, length 0
    07:44:20.660999 IP (tos 0x0, ttl 63, id 1348, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2203 > 198.51.100.2.80: Flags [.], ack 999110248, win 512, length 0
    07:44:20.663139 IP (tos 0x0, ttl 63, id 40615, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2204 > 198.51.100.2.80: Flags [.], ack 184406414, win 512, length 0
    07:44:20.665274 IP (tos 0x0, ttl 63, id 40239, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2205 > 198.51.100.2.80: Flags [.], ack 675903380, win 512, length 0
    07:44:20.667369 IP (tos 0x0, ttl 63, id 16984, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2206 > 198.51.100.2.80: Flags [.], ack 1237144870, win 512, length 0
    07:44:20.669503 IP (tos 0x0, ttl 63, id 37797, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2207 > 198.51.100.2.80: Flags [.], ack 430492782, win 512, length 0
    07:44:20.671606 IP (tos 0x0, ttl 63, id 52676, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2208 > 198.51.100.2.80: Flags [.], ack 210655242, win 512, length 0
    07:44:20.673758 IP (tos 0x0, ttl 63, id 55363, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2209 > 198.51.100.2.80: Flags [.], ack 1312569498, win 512, length 0
    07:44:20.675864 IP (tos 0x0, ttl 63, id 4708, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2210 > 198.51.100.2.80: Flags [.], ack 360731995, win 512, length 0
    07:44:20.680062 IP (tos 0x0, ttl 63, id 7852, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2212 > 198.51.100.2.80: Flags [.], ack 1396450135, win 512, length 0
    07:44:20.682741 IP (tos 0x0, ttl 63, id 21781, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2213 > 198.51.100.2.80: Flags [.], ack 786839147, win 512, length 0
    07:44:20.684809 IP (tos 0x0, ttl 63, id 9891, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2214 > 198.51.100.2.80: Flags [.], ack 1646317227, win 512, length 0
    07:44:20.686873 IP (tos 0x0, ttl 63, id 40504, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2215 > 198.51.100.2.80: Flags [.], ack 1533872548, win 512, length 0
    07:44:20.688960 IP (tos 0x0, ttl 63, id 62302, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2216 > 198.51.100.2.80: Flags [.], ack 1831739094, win 512, length 0
    07:44:20.691043 IP (tos 0x0, ttl 63, id 49101, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2217 > 198.51.100.2.80: Flags [.], ack 1853148703, win 512, length 0
    07:44:20.693119 IP (tos 0x0, ttl 63, id 6103, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2218 > 198.51.100.2.80: Flags [.], ack 655826679, win 512, length 0
    07:44:20.695174 IP (tos 0x0, ttl 63, id 20593, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2219 > 198.51.100.2.80: Flags [.], ack 108071323, win 512, length 0
    07:44:20.697261 IP (tos 0x0, ttl 63, id 42444, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2220 > 198.51.100.2.80: Flags [.], ack 47629794, win 512, length 0
    07:44:20.699335 IP (tos 0x0, ttl 63, id 15876, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2221 > 198.51.100.2.80: Flags [.], ack 801517639, win 512, length 0
    07:44:20.701445 IP (tos 0x0, ttl 63, id 24923, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2222 > 198.51.100.2.80: Flags [.], ack 1080741295, win 512, length 0
    07:44:20.703524 IP (tos 0x0, ttl 63, id 38855, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2223 > 198.51.100.2.80: Flags [.], ack 258762692, win 512, length 0
    07:44:20.705630 IP (tos 0x0, ttl 63, id 26226, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2224 > 198.51.100.2.80: Flags [.], ack 1167197981, win 512, length 0
    07:44:20.707691 IP (tos 0x0, ttl 63, id 28694, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2225 > 198.51.100.2.80: Flags [.], ack 313672989, win 512, length 0
    07:44:20.709816 IP (tos 0x0, ttl 63, id 36588, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2226 > 198.51.100.2.80: Flags [.], ack 1302863948, win 512, length 0
    07:44:20.711945 IP (tos 0x0, ttl 63, id 23819, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2227 > 198.51.100.2.80: Flags [.], ack 137772499, win 512, length 0
    07:44:20.714110 IP (tos 0x0, ttl 63, id 31747, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.77.2228 > 198.51.100.2.80: Flags [.], ack 1030156031, win 512, length 0
  """
}
