# The UDP half of syn-sweep-one-port.
signature udp-sweep-one-port {
  title      "One UDP port asked of many hosts, with hardly an answer"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, udp, sweep, telescope, any-program
  reference "masscan 1.3.2 of Debian 12, -pU:161 and -pU:5060, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/masscan"
  reference "D. Moore, C. Shannon, G. Voelker, S. Savage, Network Telescopes: Technical Report, CAIDA 2004" url "http://www.caida.org/publications/papers/2004/tr-2004-04/"
  reference "RFC 768, User Datagram Protocol" url "https://www.rfc-editor.org/rfc/rfc768"

  packet probe { udp; not frag; dst not in multicast; dst & 0xff != 255; dport < 33000 }
  packet answer { from responder; udp }

  event by src, dport gap 10m
    having distinct(probe.dst) >= 20
      and span(probe.payload.len) < 32
      and 10 * count(answer) < count(probe)

  analysis {
    addresses "One source, twenty destinations and more. If the source is forged it is a victim to be, and the destinations are reflectors."
    ports "One destination port: the service that is looked for. Most common are 53, 123, 161, 1900, 5060, 5683 and 11211."
    direction "Fewer than one answer for ten questions."
    time "Once or a few times each, at a steady pace."
    header "Where header or payload tells the program (masscan's test text, ZMap's id, nmap's payloads), its own entry leads."
    bottom-line "Somebody asks many hosts whether they have this service: a survey or a search for amplifiers and weak devices. Where many copies go to hosts that do answer, look whether the source is forged."
  }
  hypothesis "Survey of the Internet" {
    verdict benign
    weight moderate
    because "Organisations count open services and warn their owners."
    test "Reverse DNS or a web page on the source."
  }
  hypothesis "Search for amplifiers or for devices to break into" {
    verdict malicious
    weight moderate
    because "The same list is needed for both."
    test "Do requests in the name of others, or log-ins, follow to those that answered?"
  }
  hypothesis "A client with a list of dead servers, or a peer-to-peer node" {
    verdict benign
    weight weak
    because "It asks one after the other and is not answered."
    against "Twenty dead servers in ten minutes on one port are many."
    test "Is the source one of your own, and does it ask the same hosts every day?"
  }
  false-positive "Peer-to-peer nodes with a fixed port, resolvers and time clients, in captures that lack the answers and where the questions are of like length."
  blind-spot "Fewer than twenty hosts of yours; more than ten minutes from one to the next; ports from 33000 on, where traceroute sends."
  trace "masscan 1.3.2 -pU:161 over a silent network" observed expect match """
    07:44:25.643038 IP (tos 0x0, ttl 254, id 19789, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.5.161:  { SNMPv1 { GetRequest(44) R=33836777  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.746930 IP (tos 0x0, ttl 254, id 38109, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.14.161:  { SNMPv1 { GetRequest(44) R=590255986  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747001 IP (tos 0x0, ttl 254, id 33391, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.28.161:  { SNMPv1 { GetRequest(44) R=101417426  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747016 IP (tos 0x0, ttl 254, id 43163, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.30.161:  { SNMPv1 { GetRequest(44) R=1572055844  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747028 IP (tos 0x0, ttl 254, id 8461, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.3.161:  { SNMPv1 { GetRequest(44) R=1183851183  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747040 IP (tos 0x0, ttl 254, id 59859, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.4.161:  { SNMPv1 { GetRequest(44) R=1833888374  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.763095 IP (tos 0x0, ttl 254, id 16809, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.10.161:  { SNMPv1 { GetRequest(44) R=77939202  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.783060 IP (tos 0x0, ttl 254, id 32317, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.21.161:  { SNMPv1 { GetRequest(44) R=985693577  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.803041 IP (tos 0x0, ttl 254, id 22060, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.11.161:  { SNMPv1 { GetRequest(44) R=1429034374  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.823055 IP (tos 0x0, ttl 254, id 37237, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.8.161:  { SNMPv1 { GetRequest(44) R=2050265820  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.843062 IP (tos 0x0, ttl 254, id 59363, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.29.161:  { SNMPv1 { GetRequest(44) R=210691167  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.863047 IP (tos 0x0, ttl 254, id 48987, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.2.161:  { SNMPv1 { GetRequest(44) R=1431616760  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.883056 IP (tos 0x0, ttl 254, id 49087, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.16.161:  { SNMPv1 { GetRequest(44) R=1034927118  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.903073 IP (tos 0x0, ttl 254, id 40723, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.6.161:  { SNMPv1 { GetRequest(44) R=843095220  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.923092 IP (tos 0x0, ttl 254, id 48808, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.22.161:  { SNMPv1 { GetRequest(44) R=651083039  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.943097 IP (tos 0x0, ttl 254, id 23813, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.1.161:  { SNMPv1 { GetRequest(44) R=173563557  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.963079 IP (tos 0x0, ttl 254, id 657, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.0.161:  { SNMPv1 { GetRequest(44) R=2054816048  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.983108 IP (tos 0x0, ttl 254, id 49618, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.20.161:  { SNMPv1 { GetRequest(44) R=2121319015  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:26.003087 IP (tos 0x0, ttl 254, id 7389, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.12.161:  { SNMPv1 { GetRequest(44) R=1821253488  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:26.023050 IP (tos 0x0, ttl 254, id 50473, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.13.161:  { SNMPv1 { GetRequest(44) R=99206789  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:26.046746 IP (tos 0x0, ttl 254, id 31706, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.7.161:  { SNMPv1 { GetRequest(44) R=569604220  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:26.063055 IP (tos 0x0, ttl 254, id 48823, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.27.161:  { SNMPv1 { GetRequest(44) R=1935326477  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } }
  """
  trace "nineteen hosts" observed expect no-match """
    07:44:25.643038 IP (tos 0x0, ttl 254, id 19789, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.5.161:  { SNMPv1 { GetRequest(44) R=33836777  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.746930 IP (tos 0x0, ttl 254, id 38109, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.14.161:  { SNMPv1 { GetRequest(44) R=590255986  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747001 IP (tos 0x0, ttl 254, id 33391, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.28.161:  { SNMPv1 { GetRequest(44) R=101417426  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747016 IP (tos 0x0, ttl 254, id 43163, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.30.161:  { SNMPv1 { GetRequest(44) R=1572055844  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747028 IP (tos 0x0, ttl 254, id 8461, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.3.161:  { SNMPv1 { GetRequest(44) R=1183851183  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.747040 IP (tos 0x0, ttl 254, id 59859, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.4.161:  { SNMPv1 { GetRequest(44) R=1833888374  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.763095 IP (tos 0x0, ttl 254, id 16809, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.10.161:  { SNMPv1 { GetRequest(44) R=77939202  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.783060 IP (tos 0x0, ttl 254, id 32317, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.21.161:  { SNMPv1 { GetRequest(44) R=985693577  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.803041 IP (tos 0x0, ttl 254, id 22060, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.11.161:  { SNMPv1 { GetRequest(44) R=1429034374  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.823055 IP (tos 0x0, ttl 254, id 37237, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.8.161:  { SNMPv1 { GetRequest(44) R=2050265820  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.843062 IP (tos 0x0, ttl 254, id 59363, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.29.161:  { SNMPv1 { GetRequest(44) R=210691167  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.863047 IP (tos 0x0, ttl 254, id 48987, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.2.161:  { SNMPv1 { GetRequest(44) R=1431616760  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.883056 IP (tos 0x0, ttl 254, id 49087, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.16.161:  { SNMPv1 { GetRequest(44) R=1034927118  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.903073 IP (tos 0x0, ttl 254, id 40723, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.6.161:  { SNMPv1 { GetRequest(44) R=843095220  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.923092 IP (tos 0x0, ttl 254, id 48808, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.22.161:  { SNMPv1 { GetRequest(44) R=651083039  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.943097 IP (tos 0x0, ttl 254, id 23813, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.1.161:  { SNMPv1 { GetRequest(44) R=173563557  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.963079 IP (tos 0x0, ttl 254, id 657, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.0.161:  { SNMPv1 { GetRequest(44) R=2054816048  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:25.983108 IP (tos 0x0, ttl 254, id 49618, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.20.161:  { SNMPv1 { GetRequest(44) R=2121319015  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } } 
    07:44:26.003087 IP (tos 0x0, ttl 254, id 7389, offset 0, flags [none], proto UDP (17), length 87)
        192.0.2.10.59065 > 203.0.113.12.161:  { SNMPv1 { GetRequest(44) R=1821253488  .1.3.6.1.2.1.1.1.0 .1.3.6.1.2.1.1.5.0 } }
  """
}
