signature slammer-propagation {
  title      "SQL Slammer: one datagram of 376 bytes to UDP 1434"
  category   worm
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "January 2003, seen for a decade after"
  licence    "CC-BY-4.0"
  tags       worm, udp, slammer, sql-server
  reference "D. Moore and others, Inside the Slammer Worm, IEEE Security and Privacy 2003" url "http://www.computer.org/csdl/mags/sp/2003/04/j4033-abs.html"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 2003, 2004, 2049 and 2050 and doc/signatures/2003.txt" url "https://github.com/eldondev/Snort"
  reference "Capture evilprogram.pcap of the book Practical Packet Analysis, in markofu/pcaps at commit 437d669" url "https://github.com/markofu/pcaps"

  packet copy { udp; sport > 1023; dport == 1434; payload.len == 376; ip.len == 404; not frag }

  event by src gap 5m

  analysis {
    addresses "The source is real: an infected Microsoft SQL Server or MSDE. Destinations are random, the worm's own errors in its generator aside."
    ports "To UDP 1434, the resolution service of SQL Server; the source port is whatever the kernel gave, above 1023, and stays. An answer of 376 bytes from a name server to a client whose port is 1434 is not counted."
    flags "UDP: no handshake, no waiting. The datagram is the whole worm."
    direction "Outbound from an infected host at line rate; inbound one stray copy at a time. A host without the service answers with port unreachable."
    time """
      As fast as the sender's line. The paper counts a peak of 55 million scans a second over all hosts, and 90 of 100 vulnerable hosts infected
      within ten minutes, on 25 January 2003, from shortly before 05:30 UTC.
    """
    header """
      Documented by the paper and Snort's rules: 376 bytes of payload, 404 in all, first byte 4, with the bytes 81 f1 03 01 04 9b 81 f1 01 and the
      words sock and send further on. The length alone is enough in practice: an honest query to this port is one byte, 2 or 3, or that byte and a
      name. Two copies were measured in the capture, from two hosts 26 minutes apart, among a household's ordinary traffic.
    """
    bottom-line "The source is infected with Slammer. Inbound it is background noise; outbound, unplug the machine first and ask later."
  }

  hypothesis "Slammer" {
    verdict malicious
    weight strong
    because "The exact length of the worm to the port of the service that it exploits."
    test "Does the payload begin with 04 and contain sock and send? Does the source go on to other addresses?"
  }
  hypothesis "A test for the fault" {
    verdict unknown
    weight weak
    because "Scanners for the fault send long requests with first byte 4."
    against "They have no reason to be 376 bytes long."
    test "Read the payload."
  }

  false-positive "A query of 376 bytes with a very long instance name."
  blind-spot "Other exploits of the same fault."

  trace "two copies in a household's traffic" observed expect match """
    20:58:45.323893 IP (tos 0x0, ttl 112, id 48789, offset 0, flags [none], proto UDP (17), length 404)
        134.215.193.203.7654 > 24.6.125.19.1434: UDP, length 376
    21:24:52.112947 IP (tos 0x0, ttl 113, id 4706, offset 0, flags [none], proto UDP (17), length 404)
        24.30.216.82.3328 > 24.6.125.19.1434: UDP, length 376
  """
  trace "discovery: one byte" synthetic expect no-match """
    20:58:45.323893 IP (tos 0x0, ttl 112, id 48789, offset 0, flags [none], proto UDP (17), length 29)
        134.215.193.203.7654 > 24.6.125.19.1434: UDP, length 1
  """
  trace "one byte longer than the worm" synthetic expect no-match """
    20:58:45.323893 IP (tos 0x0, ttl 112, id 48789, offset 0, flags [none], proto UDP (17), length 405)
        134.215.193.203.7654 > 24.6.125.19.1434: UDP, length 377
  """
}
