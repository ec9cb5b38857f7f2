signature backscatter-icmp-fixed-isn {
  title      "ICMP unreachables that quote SYNs with one initial sequence number"
  category   backscatter
  verdict    third-party
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1996 to present"
  licence    "CC-BY-4.0"
  tags       backscatter, icmp-quoted, syn-flood, spoofing, third-party
  reference "RFC 792, Internet Control Message Protocol, destination unreachable (the error quotes the IP header and the first 64 bits of the packet: TCP's ports and sequence number)" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "RFC 1812, Requirements for IP Version 4 Routers, section 4.3.2.3 (routers should quote more, up to 576 bytes in all)" url "https://www.rfc-editor.org/rfc/rfc1812"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000, (floods with one sequence number for all packets)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.4.1 (initial sequence numbers)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet error { icmp; icmp.type == 3; quoted.proto == 6 }

  event by quoted.dst, quoted.dport, quoted.seq gap 1h
    having min(error.quoted.seq) != 0
      and (distinct(error.quoted.sport) >= 3 or distinct(error.quoted.src) >= 3)

  analysis {
    addresses """
      The senders of the errors are routers or the victim itself. The quoted destination is the flood's victim; the quoted sources are the forged
      addresses, yours.
    """
    ports "The quoted destination port is the service under attack. The quoted source ports change from packet to packet."
    flags "The errors quote TCP. The first eight bytes of it are always there: both ports and the sequence number."
    direction "Errors come in; the packets that they quote were never sent from here."
    header """
      One quoted sequence number with different source ports or source addresses: no TCP starts two connections with the same number. The quoted IP id
      and TTL, as they were where the error was made, are further marks of the tool.
    """
    bottom-line """
      Somebody floods the quoted destination with SYNs in your name, and something on the way (a filter, an exhausted router, a victim taken off the
      net) reports them as undeliverable. The quoted sequence number is the flood tool's mark: look it up.
    """
  }

  hypothesis "Third-party effect of a SYN flood with forged sources" {
    verdict third-party
    weight strong
    because "Different connections that share a 32-bit initial sequence number were made by a program that fills the header once."
    test "Look in flow records for these packets leaving: there are none. Ask the owner of the quoted destination."
  }
  hypothesis "A scanner or flooder inside this network" {
    verdict malicious
    weight moderate
    because "If the quoted packets did leave from here, the errors are honest answers to them."
    against "Then the quoted TTL, read back by the distance to the reporting router, fits a host here."
    test "Search outbound flows of the quoted sources at that time."
  }

  false-positive "A checker of your own that writes its SYNs with a constant sequence number, towards a filtered port."
  blind-spot "Floods that draw a sequence number per packet; sequence number 0."
  blind-spot "This language cannot ask within one signature whether the quoted packet left from here; the second hypothesis must be tested by hand."

  trace "a filter before the victim reports three forged SYNs" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.1: ICMP host 192.0.2.80 unreachable - admin prohibited filter, length 48
        IP (tos 0x0, ttl 241, id 1034, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.1485 > 192.0.2.80.23: Flags [S], seq 674719801, win 65535, length 0
    10:00:09.500000 IP (tos 0x0, ttl 243, id 7002, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.2: ICMP host 192.0.2.80 unreachable - admin prohibited filter, length 48
        IP (tos 0x0, ttl 241, id 8112, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.2.2104 > 192.0.2.80.23: Flags [S], seq 674719801, win 65535, length 0
    10:00:21.000000 IP (tos 0x0, ttl 243, id 7003, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.3: ICMP host 192.0.2.80 unreachable - admin prohibited filter, length 48
        IP (tos 0x0, ttl 241, id 33894, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.3.1667 > 192.0.2.80.23: Flags [S], seq 674719801, win 65535, length 0
  """
  trace "one SYN, sent three times: the source port is the same" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.1: ICMP host 192.0.2.80 unreachable - admin prohibited filter, length 48
        IP (tos 0x0, ttl 52, id 1034, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.1485 > 192.0.2.80.23: Flags [S], seq 1674719801, win 65535, length 0
    10:00:01.000000 IP (tos 0x0, ttl 243, id 7002, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.1: ICMP host 192.0.2.80 unreachable - admin prohibited filter, length 48
        IP (tos 0x0, ttl 52, id 1035, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.1485 > 192.0.2.80.23: Flags [S], seq 1674719801, win 65535, length 0
    10:00:03.000000 IP (tos 0x0, ttl 243, id 7003, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.1: ICMP host 192.0.2.80 unreachable - admin prohibited filter, length 48
        IP (tos 0x0, ttl 52, id 1036, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.1485 > 192.0.2.80.23: Flags [S], seq 1674719801, win 65535, length 0
  """
}
