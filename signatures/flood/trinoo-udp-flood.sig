signature trinoo-udp-flood {
  title      "trinoo: 4-byte UDP datagrams from one port to random ports"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       denial-of-service, udp-flood, ddos, trinoo
  reference "D. Dittrich, The DoS Project's trinoo distributed denial of service attack tool, 21 October 1999" url "https://the-eye.eu/public/Site-Dumps/campdivision.com/camp/Text%20Files/Sensitive/Computers/Advisories/dos/trinoo.analysis.txt"
  reference "SANS intrusion detection FAQ, Distributed Denial of Service Attack Tools: trinoo and wintrinoo (P. Boyle)" url "http://www.sans.org/security-resources/idfaq/trinoo.php"

  packet datagram { udp; payload.len == 4; not frag }

  event by src, dst, sport gap 10s
    having distinct(datagram.dport) >= 20 and count(datagram, 1s) >= 20

  analysis {
    addresses "Many sources, one event each, and all real: the daemons use ordinary sockets."
    ports "One source port for the whole attack; the destination port is drawn anew for each datagram, below 65534."
    direction "Inbound. The target answers with port-unreachable messages until its limiter stops them."
    time "As fast as the sender can, for 120 seconds unless the command says otherwise."
    header """
      The daemon's source, which this project has read but cannot cite by place, takes the size of a pointer where it means the size of its buffer: so
      4 bytes of payload on a 32-bit machine, and 8 on a 64-bit one. That the published analyses also speak of 4 bytes was not checked word for word.
      The bytes are what lay in memory.
    """
    bottom-line """
      The source floods this host the way trinoo's daemons do. Its address is real: tell its owner that the machine is taken over, and look for others
      that do the same.
    """
  }

  hypothesis "trinoo" {
    verdict malicious
    weight strong
    because "Tiny datagrams, one source port, ever new destination ports, at full speed."
    test "Does the source talk on UDP 27444 or 31335? Do many sources do the same at once?"
  }
  hypothesis "A UDP port scan" {
    verdict malicious
    weight moderate
    because "One port to many ports of a host is a scan's shape too."
    against "A scan asks each port once and waits; it has no use for 4 bytes of nothing, and its rate stays below what answers allow."
    test "Do ports repeat?"
  }

  false-positive "A scanner that sends 4 bytes to every UDP port."
  blind-spot "64-bit daemons (8 bytes), other sizes set by the command rsz."

  trace "24 datagrams in 24 ms" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 57, id 300, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.7: UDP, length 4
    12:00:00.001000 IP (tos 0x0, ttl 57, id 301, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.2748: UDP, length 4
    12:00:00.002000 IP (tos 0x0, ttl 57, id 302, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.5489: UDP, length 4
    12:00:00.003000 IP (tos 0x0, ttl 57, id 303, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.8230: UDP, length 4
    12:00:00.004000 IP (tos 0x0, ttl 57, id 304, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.10971: UDP, length 4
    12:00:00.005000 IP (tos 0x0, ttl 57, id 305, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.13712: UDP, length 4
    12:00:00.006000 IP (tos 0x0, ttl 57, id 306, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.16453: UDP, length 4
    12:00:00.007000 IP (tos 0x0, ttl 57, id 307, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.19194: UDP, length 4
    12:00:00.008000 IP (tos 0x0, ttl 57, id 308, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.21935: UDP, length 4
    12:00:00.009000 IP (tos 0x0, ttl 57, id 309, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.24676: UDP, length 4
    12:00:00.010000 IP (tos 0x0, ttl 57, id 310, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.27417: UDP, length 4
    12:00:00.011000 IP (tos 0x0, ttl 57, id 311, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.30158: UDP, length 4
    12:00:00.012000 IP (tos 0x0, ttl 57, id 312, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.32899: UDP, length 4
    12:00:00.013000 IP (tos 0x0, ttl 57, id 313, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.35640: UDP, length 4
    12:00:00.014000 IP (tos 0x0, ttl 57, id 314, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.38381: UDP, length 4
    12:00:00.015000 IP (tos 0x0, ttl 57, id 315, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.41122: UDP, length 4
    12:00:00.016000 IP (tos 0x0, ttl 57, id 316, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.43863: UDP, length 4
    12:00:00.017000 IP (tos 0x0, ttl 57, id 317, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.46604: UDP, length 4
    12:00:00.018000 IP (tos 0x0, ttl 57, id 318, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.49345: UDP, length 4
    12:00:00.019000 IP (tos 0x0, ttl 57, id 319, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.52086: UDP, length 4
    12:00:00.020000 IP (tos 0x0, ttl 57, id 320, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.54827: UDP, length 4
    12:00:00.021000 IP (tos 0x0, ttl 57, id 321, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.57568: UDP, length 4
    12:00:00.022000 IP (tos 0x0, ttl 57, id 322, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.60309: UDP, length 4
    12:00:00.023000 IP (tos 0x0, ttl 57, id 323, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.63050: UDP, length 4
  """
  trace "datagrams of 40 bytes" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 57, id 300, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.7: UDP, length 40
    12:00:00.001000 IP (tos 0x0, ttl 57, id 301, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.2748: UDP, length 40
    12:00:00.002000 IP (tos 0x0, ttl 57, id 302, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.5489: UDP, length 40
    12:00:00.003000 IP (tos 0x0, ttl 57, id 303, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.8230: UDP, length 40
    12:00:00.004000 IP (tos 0x0, ttl 57, id 304, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.10971: UDP, length 40
    12:00:00.005000 IP (tos 0x0, ttl 57, id 305, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.13712: UDP, length 40
    12:00:00.006000 IP (tos 0x0, ttl 57, id 306, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.16453: UDP, length 40
    12:00:00.007000 IP (tos 0x0, ttl 57, id 307, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.19194: UDP, length 40
    12:00:00.008000 IP (tos 0x0, ttl 57, id 308, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.21935: UDP, length 40
    12:00:00.009000 IP (tos 0x0, ttl 57, id 309, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.24676: UDP, length 40
    12:00:00.010000 IP (tos 0x0, ttl 57, id 310, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.27417: UDP, length 40
    12:00:00.011000 IP (tos 0x0, ttl 57, id 311, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.30158: UDP, length 40
    12:00:00.012000 IP (tos 0x0, ttl 57, id 312, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.32899: UDP, length 40
    12:00:00.013000 IP (tos 0x0, ttl 57, id 313, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.35640: UDP, length 40
    12:00:00.014000 IP (tos 0x0, ttl 57, id 314, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.38381: UDP, length 40
    12:00:00.015000 IP (tos 0x0, ttl 57, id 315, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.41122: UDP, length 40
    12:00:00.016000 IP (tos 0x0, ttl 57, id 316, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.43863: UDP, length 40
    12:00:00.017000 IP (tos 0x0, ttl 57, id 317, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.46604: UDP, length 40
    12:00:00.018000 IP (tos 0x0, ttl 57, id 318, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.49345: UDP, length 40
    12:00:00.019000 IP (tos 0x0, ttl 57, id 319, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.52086: UDP, length 40
    12:00:00.020000 IP (tos 0x0, ttl 57, id 320, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.54827: UDP, length 40
    12:00:00.021000 IP (tos 0x0, ttl 57, id 321, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.57568: UDP, length 40
    12:00:00.022000 IP (tos 0x0, ttl 57, id 322, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.60309: UDP, length 40
    12:00:00.023000 IP (tos 0x0, ttl 57, id 323, offset 0, flags [none], proto UDP (17), length 68)
        192.0.2.40.34211 > 198.51.100.9.63050: UDP, length 40
  """
  trace "always the same port" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 57, id 300, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.001000 IP (tos 0x0, ttl 57, id 301, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.002000 IP (tos 0x0, ttl 57, id 302, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.003000 IP (tos 0x0, ttl 57, id 303, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.004000 IP (tos 0x0, ttl 57, id 304, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.005000 IP (tos 0x0, ttl 57, id 305, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.006000 IP (tos 0x0, ttl 57, id 306, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.007000 IP (tos 0x0, ttl 57, id 307, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.008000 IP (tos 0x0, ttl 57, id 308, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.009000 IP (tos 0x0, ttl 57, id 309, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.010000 IP (tos 0x0, ttl 57, id 310, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.011000 IP (tos 0x0, ttl 57, id 311, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.012000 IP (tos 0x0, ttl 57, id 312, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.013000 IP (tos 0x0, ttl 57, id 313, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.014000 IP (tos 0x0, ttl 57, id 314, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.015000 IP (tos 0x0, ttl 57, id 315, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.016000 IP (tos 0x0, ttl 57, id 316, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.017000 IP (tos 0x0, ttl 57, id 317, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.018000 IP (tos 0x0, ttl 57, id 318, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.019000 IP (tos 0x0, ttl 57, id 319, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.020000 IP (tos 0x0, ttl 57, id 320, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.021000 IP (tos 0x0, ttl 57, id 321, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.022000 IP (tos 0x0, ttl 57, id 322, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
    12:00:00.023000 IP (tos 0x0, ttl 57, id 323, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.40.34211 > 198.51.100.9.4000: UDP, length 4
  """
}
