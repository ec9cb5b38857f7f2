# What is left when no port, payload or source tells more: many senders, one length of payload, and no answer.
signature udp-flood-many-sources {
  title      "UDP flood: forty senders within a second, all with payloads of one length, and no answer"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, udp-flood, spoofing
  reference "hping 3 of Debian 12, -2 --rand-source, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "RFC 2827, Network Ingress Filtering (forged sources, and what would stop them)" url "https://www.rfc-editor.org/rfc/rfc2827"
  reference "RFC 768, User Datagram Protocol" url "https://www.rfc-editor.org/rfc/rfc768"

  packet datagram { udp; not frag; dst not in multicast; dst != 255.255.255.255 }
  packet reply { from responder; udp }

  event by dst gap 10s
    having distinct(datagram.src, 1s) >= 40
      and constant(datagram.payload.len)
      and 10 * count(reply) < count(datagram)

  analysis {
    addresses "Forty sources and more within a second, drawn at random for each datagram as a rule, so that hardly one comes twice."
    ports "One destination port, or any. Source ports as the program makes them: rising by one, constant, or random."
    direction "Inbound. The host says nothing by UDP; it may refuse with ICMP, and then those whose addresses were forged get the refusals."
    time "Forty datagrams a second are the least that is looked for; floods bring thousands."
    header "Look for what does not change: payload, length, TTL, IP id. Constant TTLs behind random addresses mean one sender; TTLs that fit their sources mean many real ones."
    bottom-line "This host is flooded by UDP. Filtering by source is useless if the sources are forged; filter by what stays the same, and have it done upstream, as it is the line that fills."
  }
  hypothesis "Flood with forged sources" {
    verdict malicious
    weight strong
    because "Real clients send requests of different lengths, and are answered."
    test "Is the TTL the same for all sources? Are there sources that nobody uses (0/8, 127/8, 240/4)?"
  }
  hypothesis "Reflected flood" {
    verdict malicious
    weight moderate
    because "Reflectors are many as well."
    against "They send from the port of their service, and each sends again and again."
    test "Is there one source port, below 1024 or of a known service? Then the entries for reflection lead."
  }
  hypothesis "A busy server whose answers are not in the capture" {
    verdict benign
    weight moderate
    because "A resolver or a node of a peer-to-peer network gets single datagrams from many."
    test "Do the payloads make sense for the port? Does the capture hold anything that this host sent?"
  }
  false-positive "Name servers, time servers and peer-to-peer nodes, where the capture shows one direction only."
  blind-spot "Floods from few sources, payloads of changing length, and floods among other UDP traffic to the same host. Fewer than forty sources a second."
  trace "hping3 -2 --rand-source, 500 a second" observed expect match """
    07:44:14.222935 IP (tos 0x0, ttl 63, id 24499, offset 0, flags [none], proto UDP (17), length 60)
        74.112.191.95.1243 > 198.51.100.2.53413: UDP, length 32
    07:44:14.225132 IP (tos 0x0, ttl 63, id 31995, offset 0, flags [none], proto UDP (17), length 60)
        174.220.147.87.1244 > 198.51.100.2.53413: UDP, length 32
    07:44:14.227205 IP (tos 0x0, ttl 63, id 16511, offset 0, flags [none], proto UDP (17), length 60)
        42.188.94.99.1245 > 198.51.100.2.53413: UDP, length 32
    07:44:14.229290 IP (tos 0x0, ttl 63, id 109, offset 0, flags [none], proto UDP (17), length 60)
        162.103.43.87.1246 > 198.51.100.2.53413: UDP, length 32
    07:44:14.231355 IP (tos 0x0, ttl 63, id 40082, offset 0, flags [none], proto UDP (17), length 60)
        45.239.158.67.1247 > 198.51.100.2.53413: UDP, length 32
    07:44:14.233420 IP (tos 0x0, ttl 63, id 20513, offset 0, flags [none], proto UDP (17), length 60)
        161.142.126.172.1248 > 198.51.100.2.53413: UDP, length 32
    07:44:14.235480 IP (tos 0x0, ttl 63, id 56462, offset 0, flags [none], proto UDP (17), length 60)
        124.32.31.127.1249 > 198.51.100.2.53413: UDP, length 32
    07:44:14.237557 IP (tos 0x0, ttl 63, id 50069, offset 0, flags [none], proto UDP (17), length 60)
        106.179.231.90.1250 > 198.51.100.2.53413: UDP, length 32
    07:44:14.239637 IP (tos 0x0, ttl 63, id 46222, offset 0, flags [none], proto UDP (17), length 60)
        44.169.63.82.1251 > 198.51.100.2.53413: UDP, length 32
    07:44:14.241705 IP (tos 0x0, ttl 63, id 44105, offset 0, flags [none], proto UDP (17), length 60)
        139.78.249.244.1252 > 198.51.100.2.53413: UDP, length 32
    07:44:14.243775 IP (tos 0x0, ttl 63, id 2302, offset 0, flags [none], proto UDP (17), length 60)
        10.241.172.3.1253 > 198.51.100.2.53413: UDP, length 32
    07:44:14.245847 IP (tos 0x0, ttl 63, id 8968, offset 0, flags [none], proto UDP (17), length 60)
        198.213.176.127.1254 > 198.51.100.2.53413: UDP, length 32
    07:44:14.247911 IP (tos 0x0, ttl 63, id 25718, offset 0, flags [none], proto UDP (17), length 60)
        26.115.138.211.1255 > 198.51.100.2.53413: UDP, length 32
    07:44:14.249961 IP (tos 0x0, ttl 63, id 53346, offset 0, flags [none], proto UDP (17), length 60)
        9.90.249.118.1256 > 198.51.100.2.53413: UDP, length 32
    07:44:14.252025 IP (tos 0x0, ttl 63, id 25915, offset 0, flags [none], proto UDP (17), length 60)
        31.222.169.73.1257 > 198.51.100.2.53413: UDP, length 32
    07:44:14.254081 IP (tos 0x0, ttl 63, id 40034, offset 0, flags [none], proto UDP (17), length 60)
        125.96.209.170.1258 > 198.51.100.2.53413: UDP, length 32
    07:44:14.256148 IP (tos 0x0, ttl 63, id 31768, offset 0, flags [none], proto UDP (17), length 60)
        132.99.158.30.1259 > 198.51.100.2.53413: UDP, length 32
    07:44:14.258197 IP (tos 0x0, ttl 63, id 8148, offset 0, flags [none], proto UDP (17), length 60)
        26.7.83.90.1260 > 198.51.100.2.53413: UDP, length 32
    07:44:14.260322 IP (tos 0x0, ttl 63, id 44634, offset 0, flags [none], proto UDP (17), length 60)
        45.172.157.129.1261 > 198.51.100.2.53413: UDP, length 32
    07:44:14.262373 IP (tos 0x0, ttl 63, id 19867, offset 0, flags [none], proto UDP (17), length 60)
        51.169.44.51.1262 > 198.51.100.2.53413: UDP, length 32
    07:44:14.264461 IP (tos 0x0, ttl 63, id 58681, offset 0, flags [none], proto UDP (17), length 60)
        247.172.226.30.1263 > 198.51.100.2.53413: UDP, length 32
    07:44:14.266522 IP (tos 0x0, ttl 63, id 24343, offset 0, flags [none], proto UDP (17), length 60)
        99.27.108.150.1264 > 198.51.100.2.53413: UDP, length 32
    07:44:14.268587 IP (tos 0x0, ttl 63, id 16748, offset 0, flags [none], proto UDP (17), length 60)
        216.195.172.45.1265 > 198.51.100.2.53413: UDP, length 32
    07:44:14.270640 IP (tos 0x0, ttl 63, id 64557, offset 0, flags [none], proto UDP (17), length 60)
        44.214.187.132.1266 > 198.51.100.2.53413: UDP, length 32
    07:44:14.272733 IP (tos 0x0, ttl 63, id 19344, offset 0, flags [none], proto UDP (17), length 60)
        3.182.164.234.1267 > 198.51.100.2.53413: UDP, length 32
    07:44:14.274789 IP (tos 0x0, ttl 63, id 33075, offset 0, flags [none], proto UDP (17), length 60)
        108.149.221.133.1268 > 198.51.100.2.53413: UDP, length 32
    07:44:14.276871 IP (tos 0x0, ttl 63, id 15318, offset 0, flags [none], proto UDP (17), length 60)
        78.214.42.107.1269 > 198.51.100.2.53413: UDP, length 32
    07:44:14.278932 IP (tos 0x0, ttl 63, id 6892, offset 0, flags [none], proto UDP (17), length 60)
        73.124.166.241.1270 > 198.51.100.2.53413: UDP, length 32
    07:44:14.281017 IP (tos 0x0, ttl 63, id 42997, offset 0, flags [none], proto UDP (17), length 60)
        195.126.133.211.1271 > 198.51.100.2.53413: UDP, length 32
    07:44:14.283068 IP (tos 0x0, ttl 63, id 58142, offset 0, flags [none], proto UDP (17), length 60)
        122.139.192.90.1272 > 198.51.100.2.53413: UDP, length 32
    07:44:14.287195 IP (tos 0x0, ttl 63, id 1961, offset 0, flags [none], proto UDP (17), length 60)
        25.34.84.43.1274 > 198.51.100.2.53413: UDP, length 32
    07:44:14.289245 IP (tos 0x0, ttl 63, id 24601, offset 0, flags [none], proto UDP (17), length 60)
        115.222.107.198.1275 > 198.51.100.2.53413: UDP, length 32
    07:44:14.291306 IP (tos 0x0, ttl 63, id 28423, offset 0, flags [none], proto UDP (17), length 60)
        73.139.162.106.1276 > 198.51.100.2.53413: UDP, length 32
    07:44:14.293359 IP (tos 0x0, ttl 63, id 2070, offset 0, flags [none], proto UDP (17), length 60)
        221.118.227.188.1277 > 198.51.100.2.53413: UDP, length 32
    07:44:14.295435 IP (tos 0x0, ttl 63, id 64683, offset 0, flags [none], proto UDP (17), length 60)
        253.34.164.160.1278 > 198.51.100.2.53413: UDP, length 32
    07:44:14.297506 IP (tos 0x0, ttl 63, id 48936, offset 0, flags [none], proto UDP (17), length 60)
        107.118.58.217.1279 > 198.51.100.2.53413: UDP, length 32
    07:44:14.299572 IP (tos 0x0, ttl 63, id 58532, offset 0, flags [none], proto UDP (17), length 60)
        214.58.89.124.1280 > 198.51.100.2.53413: UDP, length 32
    07:44:14.301703 IP (tos 0x0, ttl 63, id 49217, offset 0, flags [none], proto UDP (17), length 60)
        207.25.204.84.1281 > 198.51.100.2.53413: UDP, length 32
    07:44:14.303796 IP (tos 0x0, ttl 63, id 29622, offset 0, flags [none], proto UDP (17), length 60)
        9.241.30.198.1282 > 198.51.100.2.53413: UDP, length 32
    07:44:14.305846 IP (tos 0x0, ttl 63, id 37101, offset 0, flags [none], proto UDP (17), length 60)
        47.57.246.255.1283 > 198.51.100.2.53413: UDP, length 32
    07:44:14.307902 IP (tos 0x0, ttl 63, id 51519, offset 0, flags [none], proto UDP (17), length 60)
        178.125.174.28.1284 > 198.51.100.2.53413: UDP, length 32
    07:44:14.309974 IP (tos 0x0, ttl 63, id 38591, offset 0, flags [none], proto UDP (17), length 60)
        84.149.25.49.1285 > 198.51.100.2.53413: UDP, length 32
    07:44:14.312031 IP (tos 0x0, ttl 63, id 62819, offset 0, flags [none], proto UDP (17), length 60)
        55.160.230.150.1286 > 198.51.100.2.53413: UDP, length 32
    07:44:14.314098 IP (tos 0x0, ttl 63, id 39330, offset 0, flags [none], proto UDP (17), length 60)
        118.255.131.124.1287 > 198.51.100.2.53413: UDP, length 32
    07:44:14.316154 IP (tos 0x0, ttl 63, id 64506, offset 0, flags [none], proto UDP (17), length 60)
        29.132.48.8.1288 > 198.51.100.2.53413: UDP, length 32
  """
  trace "the same from one address" synthetic expect no-match """
    07:44:14.222935 IP (tos 0x0, ttl 63, id 24499, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1243 > 198.51.100.2.53413: UDP, length 32
    07:44:14.225132 IP (tos 0x0, ttl 63, id 31995, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1244 > 198.51.100.2.53413: UDP, length 32
    07:44:14.227205 IP (tos 0x0, ttl 63, id 16511, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1245 > 198.51.100.2.53413: UDP, length 32
    07:44:14.229290 IP (tos 0x0, ttl 63, id 109, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1246 > 198.51.100.2.53413: UDP, length 32
    07:44:14.231355 IP (tos 0x0, ttl 63, id 40082, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1247 > 198.51.100.2.53413: UDP, length 32
    07:44:14.233420 IP (tos 0x0, ttl 63, id 20513, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1248 > 198.51.100.2.53413: UDP, length 32
    07:44:14.235480 IP (tos 0x0, ttl 63, id 56462, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1249 > 198.51.100.2.53413: UDP, length 32
    07:44:14.237557 IP (tos 0x0, ttl 63, id 50069, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1250 > 198.51.100.2.53413: UDP, length 32
    07:44:14.239637 IP (tos 0x0, ttl 63, id 46222, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1251 > 198.51.100.2.53413: UDP, length 32
    07:44:14.241705 IP (tos 0x0, ttl 63, id 44105, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1252 > 198.51.100.2.53413: UDP, length 32
    07:44:14.243775 IP (tos 0x0, ttl 63, id 2302, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1253 > 198.51.100.2.53413: UDP, length 32
    07:44:14.245847 IP (tos 0x0, ttl 63, id 8968, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1254 > 198.51.100.2.53413: UDP, length 32
    07:44:14.247911 IP (tos 0x0, ttl 63, id 25718, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1255 > 198.51.100.2.53413: UDP, length 32
    07:44:14.249961 IP (tos 0x0, ttl 63, id 53346, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1256 > 198.51.100.2.53413: UDP, length 32
    07:44:14.252025 IP (tos 0x0, ttl 63, id 25915, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1257 > 198.51.100.2.53413: UDP, length 32
    07:44:14.254081 IP (tos 0x0, ttl 63, id 40034, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1258 > 198.51.100.2.53413: UDP, length 32
    07:44:14.256148 IP (tos 0x0, ttl 63, id 31768, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1259 > 198.51.100.2.53413: UDP, length 32
    07:44:14.258197 IP (tos 0x0, ttl 63, id 8148, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1260 > 198.51.100.2.53413: UDP, length 32
    07:44:14.260322 IP (tos 0x0, ttl 63, id 44634, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1261 > 198.51.100.2.53413: UDP, length 32
    07:44:14.262373 IP (tos 0x0, ttl 63, id 19867, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1262 > 198.51.100.2.53413: UDP, length 32
    07:44:14.264461 IP (tos 0x0, ttl 63, id 58681, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1263 > 198.51.100.2.53413: UDP, length 32
    07:44:14.266522 IP (tos 0x0, ttl 63, id 24343, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1264 > 198.51.100.2.53413: UDP, length 32
    07:44:14.268587 IP (tos 0x0, ttl 63, id 16748, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1265 > 198.51.100.2.53413: UDP, length 32
    07:44:14.270640 IP (tos 0x0, ttl 63, id 64557, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1266 > 198.51.100.2.53413: UDP, length 32
    07:44:14.272733 IP (tos 0x0, ttl 63, id 19344, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1267 > 198.51.100.2.53413: UDP, length 32
    07:44:14.274789 IP (tos 0x0, ttl 63, id 33075, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1268 > 198.51.100.2.53413: UDP, length 32
    07:44:14.276871 IP (tos 0x0, ttl 63, id 15318, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1269 > 198.51.100.2.53413: UDP, length 32
    07:44:14.278932 IP (tos 0x0, ttl 63, id 6892, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1270 > 198.51.100.2.53413: UDP, length 32
    07:44:14.281017 IP (tos 0x0, ttl 63, id 42997, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1271 > 198.51.100.2.53413: UDP, length 32
    07:44:14.283068 IP (tos 0x0, ttl 63, id 58142, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1272 > 198.51.100.2.53413: UDP, length 32
    07:44:14.287195 IP (tos 0x0, ttl 63, id 1961, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1274 > 198.51.100.2.53413: UDP, length 32
    07:44:14.289245 IP (tos 0x0, ttl 63, id 24601, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1275 > 198.51.100.2.53413: UDP, length 32
    07:44:14.291306 IP (tos 0x0, ttl 63, id 28423, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1276 > 198.51.100.2.53413: UDP, length 32
    07:44:14.293359 IP (tos 0x0, ttl 63, id 2070, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1277 > 198.51.100.2.53413: UDP, length 32
    07:44:14.295435 IP (tos 0x0, ttl 63, id 64683, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1278 > 198.51.100.2.53413: UDP, length 32
    07:44:14.297506 IP (tos 0x0, ttl 63, id 48936, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1279 > 198.51.100.2.53413: UDP, length 32
    07:44:14.299572 IP (tos 0x0, ttl 63, id 58532, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1280 > 198.51.100.2.53413: UDP, length 32
    07:44:14.301703 IP (tos 0x0, ttl 63, id 49217, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1281 > 198.51.100.2.53413: UDP, length 32
    07:44:14.303796 IP (tos 0x0, ttl 63, id 29622, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1282 > 198.51.100.2.53413: UDP, length 32
    07:44:14.305846 IP (tos 0x0, ttl 63, id 37101, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1283 > 198.51.100.2.53413: UDP, length 32
    07:44:14.307902 IP (tos 0x0, ttl 63, id 51519, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1284 > 198.51.100.2.53413: UDP, length 32
    07:44:14.309974 IP (tos 0x0, ttl 63, id 38591, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1285 > 198.51.100.2.53413: UDP, length 32
    07:44:14.312031 IP (tos 0x0, ttl 63, id 62819, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1286 > 198.51.100.2.53413: UDP, length 32
    07:44:14.314098 IP (tos 0x0, ttl 63, id 39330, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1287 > 198.51.100.2.53413: UDP, length 32
    07:44:14.316154 IP (tos 0x0, ttl 63, id 64506, offset 0, flags [none], proto UDP (17), length 60)
        203.0.113.77.1288 > 198.51.100.2.53413: UDP, length 32
  """
}
