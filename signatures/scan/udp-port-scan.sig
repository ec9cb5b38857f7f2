signature udp-port-scan {
  title      "UDP port scan: one source asks ten ports of a host, some of which refuse"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, udp, any-program
  reference "RFC 1122, section 4.1.3.1 (a closed UDP port answers with port unreachable)" url "https://www.rfc-editor.org/rfc/rfc1122#section-4.1.3.1"
  reference "RFC 4443, section 3.1 (the same over IPv6: destination unreachable, code 4)" url "https://www.rfc-editor.org/rfc/rfc4443#section-3.1"
  reference "hping3 3.a2.ds2-10, nmap 7.93 (-6 -sU) and its nping of Debian 12, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"

  packet probe { udp; sport > 1023 or dport < 1024; dport < 33000; not frag }
  packet refused {
    from responder
    icmp and icmp.type == 3 and icmp.code == 3 or icmp6 and icmp.type == 1 and icmp.code == 4
    quoted.sport > 1023 or quoted.dport < 1024
    quoted.dport < 33000
  }

  # Where the TTL is drawn for each packet, nmap-udp-scan knows whose scan it is.
  event by src, dst gap 60s
    having distinct(probe.dport) >= 10
      and distinct(refused.quoted.dport) >= 4
      and not span(probe.ttl) >= 5

  analysis {
    addresses "One source, one target."
    ports "Ten and more of the target's ports below 33000, of which four and more are refused. Higher ones are left to traceroute, which ends in port unreachables as well. A server's late answers to a client's ports do not count: their source is below 1024 and their destination is not."
    flags "UDP has none. What is sent is nothing, a few bytes, or a request that fits the port."
    direction "Port unreachable comes back, at the pace at which the target allows such errors, commonly one a second; an open port answers in its own way or not at all."
    time "Within a minute from one packet to the next: half of such scans is waiting."
    header "Programs differ. nmap (IPv4) keeps one source port and draws the TTL anew for each packet (nmap-udp-scan leads there); hping3 counts the source port up and sends nothing; nmap over IPv6 keeps its source port and one hop limit."
    bottom-line "Somebody looks for UDP services of this host. It told him itself what is closed: look at which ports gave no refusal."
  }
  hypothesis "UDP port scan" {
    verdict malicious
    weight strong
    because "Ten ports of one host are asked by one source, one after the other, and what is closed says so."
    test "Are the ports those of known services, or a plain row? Is there a TCP scan from the source too?"
  }
  hypothesis "A peer-to-peer or media program that tries its peer's ports" {
    verdict benign
    weight weak
    because "Programs that open paths through translators try several ports of one peer."
    against "Those are high ports close to each other, and the peer tries as well."
    test "Does the target send to the source by itself?"
  }
  hypothesis "A management station after a change of the device" {
    verdict benign
    weight weak
    because "A poller goes on asking services that are gone."
    against "It asks the same two or three again and again."
    test "Do the ports repeat?"
  }
  false-positive "A program that asks ten UDP ports of one host, some of them closed: none is known that does not search."
  blind-spot "Hosts that do not refuse, or whose refusals a filter stops; fewer than four refusals; high ports, and those above 1023 when they are asked from a port below."

  trace "hping3 -2 -p ++50" observed expect match """
    06:47:31.878998 IP (tos 0x0, ttl 63, id 52702, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2211 > 198.51.100.2.50: UDP, length 0
    06:47:31.879027 IP (tos 0xc0, ttl 64, id 22414, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 50 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 52702, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2211 > 198.51.100.2.50: UDP, length 0
    06:47:31.889120 IP (tos 0x0, ttl 63, id 30014, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2212 > 198.51.100.2.51: UDP, length 0
    06:47:31.889146 IP (tos 0xc0, ttl 64, id 22416, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 51 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 30014, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2212 > 198.51.100.2.51: UDP, length 0
    06:47:31.899289 IP (tos 0x0, ttl 63, id 45697, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2213 > 198.51.100.2.52: UDP, length 0
    06:47:31.899317 IP (tos 0xc0, ttl 64, id 22417, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 52 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 45697, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2213 > 198.51.100.2.52: UDP, length 0
    06:47:31.909408 IP (tos 0x0, ttl 63, id 23958, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2214 > 198.51.100.2.53: domain [length 0 < 12] (invalid)
    06:47:31.919567 IP (tos 0x0, ttl 63, id 1794, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2215 > 198.51.100.2.54: UDP, length 0
    06:47:31.919595 IP (tos 0xc0, ttl 64, id 22421, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 54 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 1794, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2215 > 198.51.100.2.54: UDP, length 0
    06:47:31.929695 IP (tos 0x0, ttl 63, id 10446, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2216 > 198.51.100.2.55: UDP, length 0
    06:47:31.929730 IP (tos 0xc0, ttl 64, id 22423, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 55 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 10446, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2216 > 198.51.100.2.55: UDP, length 0
    06:47:31.939883 IP (tos 0x0, ttl 63, id 36211, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2217 > 198.51.100.2.56: UDP, length 0
    06:47:31.939909 IP (tos 0xc0, ttl 64, id 22426, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 56 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 36211, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2217 > 198.51.100.2.56: UDP, length 0
    06:47:31.950005 IP (tos 0x0, ttl 63, id 20589, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2218 > 198.51.100.2.57: UDP, length 0
    06:47:31.950050 IP (tos 0xc0, ttl 64, id 22428, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 57 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 20589, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2218 > 198.51.100.2.57: UDP, length 0
    06:47:31.960174 IP (tos 0x0, ttl 63, id 2148, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2219 > 198.51.100.2.58: UDP, length 0
    06:47:31.960219 IP (tos 0xc0, ttl 64, id 22429, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 58 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 2148, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2219 > 198.51.100.2.58: UDP, length 0
    06:47:31.970347 IP (tos 0x0, ttl 63, id 47290, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2220 > 198.51.100.2.59: UDP, length 0
    06:47:31.970398 IP (tos 0xc0, ttl 64, id 22431, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 59 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 47290, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2220 > 198.51.100.2.59: UDP, length 0
    06:47:31.980516 IP (tos 0x0, ttl 63, id 55466, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2221 > 198.51.100.2.60: UDP, length 0
    06:47:31.980561 IP (tos 0xc0, ttl 64, id 22434, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 60 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 55466, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2221 > 198.51.100.2.60: UDP, length 0
    06:47:31.990762 IP (tos 0x0, ttl 63, id 17943, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2222 > 198.51.100.2.61: UDP, length 0
    06:47:31.990812 IP (tos 0xc0, ttl 64, id 22435, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 61 unreachable, length 36
  """
  trace "nine ports" synthetic expect no-match """
    06:47:31.878998 IP (tos 0x0, ttl 63, id 52702, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2211 > 198.51.100.2.50: UDP, length 0
    06:47:31.879027 IP (tos 0xc0, ttl 64, id 22414, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 50 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 52702, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2211 > 198.51.100.2.50: UDP, length 0
    06:47:31.889120 IP (tos 0x0, ttl 63, id 30014, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2212 > 198.51.100.2.51: UDP, length 0
    06:47:31.889146 IP (tos 0xc0, ttl 64, id 22416, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 51 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 30014, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2212 > 198.51.100.2.51: UDP, length 0
    06:47:31.899289 IP (tos 0x0, ttl 63, id 45697, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2213 > 198.51.100.2.52: UDP, length 0
    06:47:31.899317 IP (tos 0xc0, ttl 64, id 22417, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 52 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 45697, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2213 > 198.51.100.2.52: UDP, length 0
    06:47:31.909408 IP (tos 0x0, ttl 63, id 23958, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2214 > 198.51.100.2.53: domain [length 0 < 12] (invalid)
    06:47:31.919567 IP (tos 0x0, ttl 63, id 1794, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2215 > 198.51.100.2.54: UDP, length 0
    06:47:31.919595 IP (tos 0xc0, ttl 64, id 22421, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 54 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 1794, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2215 > 198.51.100.2.54: UDP, length 0
    06:47:31.929695 IP (tos 0x0, ttl 63, id 10446, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2216 > 198.51.100.2.55: UDP, length 0
    06:47:31.929730 IP (tos 0xc0, ttl 64, id 22423, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 55 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 10446, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2216 > 198.51.100.2.55: UDP, length 0
    06:47:31.939883 IP (tos 0x0, ttl 63, id 36211, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2217 > 198.51.100.2.56: UDP, length 0
    06:47:31.939909 IP (tos 0xc0, ttl 64, id 22426, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 56 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 36211, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2217 > 198.51.100.2.56: UDP, length 0
    06:47:31.950005 IP (tos 0x0, ttl 63, id 20589, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2218 > 198.51.100.2.57: UDP, length 0
    06:47:31.950050 IP (tos 0xc0, ttl 64, id 22428, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 57 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 20589, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2218 > 198.51.100.2.57: UDP, length 0
    06:47:31.960174 IP (tos 0x0, ttl 63, id 2148, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2219 > 198.51.100.2.58: UDP, length 0
    06:47:31.960219 IP (tos 0xc0, ttl 64, id 22429, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 58 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 2148, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2219 > 198.51.100.2.58: UDP, length 0
  """
  trace "three refusals" synthetic expect no-match """
    06:47:31.878998 IP (tos 0x0, ttl 63, id 52702, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2211 > 198.51.100.2.50: UDP, length 0
    06:47:31.879027 IP (tos 0xc0, ttl 64, id 22414, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 50 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 52702, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2211 > 198.51.100.2.50: UDP, length 0
    06:47:31.889120 IP (tos 0x0, ttl 63, id 30014, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2212 > 198.51.100.2.51: UDP, length 0
    06:47:31.889146 IP (tos 0xc0, ttl 64, id 22416, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 51 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 30014, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2212 > 198.51.100.2.51: UDP, length 0
    06:47:31.899289 IP (tos 0x0, ttl 63, id 45697, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2213 > 198.51.100.2.52: UDP, length 0
    06:47:31.899317 IP (tos 0xc0, ttl 64, id 22417, offset 0, flags [none], proto ICMP (1), length 56)
        198.51.100.2 > 192.0.2.10: ICMP 198.51.100.2 udp port 52 unreachable, length 36
    	IP (tos 0x0, ttl 63, id 45697, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2213 > 198.51.100.2.52: UDP, length 0
    06:47:31.909408 IP (tos 0x0, ttl 63, id 23958, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2214 > 198.51.100.2.53: domain [length 0 < 12] (invalid)
    06:47:31.919567 IP (tos 0x0, ttl 63, id 1794, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2215 > 198.51.100.2.54: UDP, length 0
    06:47:31.929695 IP (tos 0x0, ttl 63, id 10446, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2216 > 198.51.100.2.55: UDP, length 0
    06:47:31.939883 IP (tos 0x0, ttl 63, id 36211, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2217 > 198.51.100.2.56: UDP, length 0
    06:47:31.950005 IP (tos 0x0, ttl 63, id 20589, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2218 > 198.51.100.2.57: UDP, length 0
    06:47:31.960174 IP (tos 0x0, ttl 63, id 2148, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2219 > 198.51.100.2.58: UDP, length 0
    06:47:31.970347 IP (tos 0x0, ttl 63, id 47290, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2220 > 198.51.100.2.59: UDP, length 0
    06:47:31.980516 IP (tos 0x0, ttl 63, id 55466, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2221 > 198.51.100.2.60: UDP, length 0
    06:47:31.990762 IP (tos 0x0, ttl 63, id 17943, offset 0, flags [none], proto UDP (17), length 28)
        192.0.2.10.2222 > 198.51.100.2.61: UDP, length 0
  """
}
