signature icmp-quoted-mirai-scan {
  title      "ICMP errors that quote a Mirai probe: sequence number equal to the destination address"
  category   backscatter
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "September 2016 to present"
  licence    "CC-BY-4.0"
  tags       icmp-quoted, mirai, scan, botnet
  reference "Published source of Mirai at commit 4889a6f, mirai/bot/scanner.c (the probe's sequence number is its destination address)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "RFC 792, Internet Control Message Protocol, (64 bits of the packet are quoted: the sequence number is among them)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet error { icmp; icmp.type in {3, 11}; quoted.proto == 6; quoted.seq == quoted.dst }

  event by quoted.src gap 1h having distinct(error.quoted.dst) >= 2

  analysis {
    addresses "The quoted source is the scanning host: one of yours, if the errors arrive here. The quoted destinations are drawn at random over the Internet."
    ports "Quoted destination port 23, sometimes 2323, in the published code; its descendants scan other ports."
    flags "The quoted packets are TCP SYNs. Even the shortest quotation holds the sequence number."
    direction "The errors answer what the quoted host sent. Mirai does not forge its scan's source: it wants the answers."
    header """
      The quoted sequence number is the quoted destination address, read as a number. For one packet that is a chance of one in 2^32; here it holds
      for different destinations. Derived from the source, not from a capture.
    """
    bottom-line """
      The quoted source runs Mirai or one of its descendants and scans for telnet. If it is your address, find the device (or the translator that
      hides it) and take it off the net.
    """
  }

  hypothesis "An infected device behind this address" {
    verdict malicious
    weight strong
    because "The relation is written into Mirai's scanner, and the answers come to the address that sent the probes."
    test "Look for outgoing SYNs to port 23 from this address. Behind address translation find the inner host by the quoted source port."
  }
  hypothesis "Somebody else forges the address" {
    verdict third-party
    weight weak
    because "An error proves only that a packet with this source existed."
    against "A scanner that forges its source gets no answers and finds nothing."
    test "No outgoing SYN in the flow records speaks for forging."
  }

  false-positive "Another scanner that keeps the target in the sequence number for the same reason: to know its answers again without a table."
  blind-spot "Routers and hosts that report nothing, and networks that filter ICMP."
  blind-spot "A single error."

  trace "two probes reported undeliverable" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.7: ICMP host 192.0.2.1 unreachable, length 48
        IP (tos 0x0, ttl 50, id 23071, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.7.31055 > 192.0.2.1.23: Flags [S], seq 3221225985, win 14600, length 0
    10:00:03.000000 IP (tos 0x0, ttl 240, id 7002, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.9 > 198.51.100.7: ICMP host 203.0.113.77 unreachable, length 48
        IP (tos 0x0, ttl 49, id 60112, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.7.31055 > 203.0.113.77.23: Flags [S], seq 3405803853, win 14600, length 0
  """
  trace "the sequence number is one off" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.1 > 198.51.100.7: ICMP host 192.0.2.1 unreachable, length 48
        IP (tos 0x0, ttl 50, id 23071, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.7.31055 > 192.0.2.1.23: Flags [S], seq 3221225986, win 14600, length 0
    10:00:03.000000 IP (tos 0x0, ttl 240, id 7002, offset 0, flags [none], proto ICMP (1), length 68) 203.0.113.9 > 198.51.100.7: ICMP host 203.0.113.77 unreachable, length 48
        IP (tos 0x0, ttl 49, id 60112, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.7.31055 > 203.0.113.77.23: Flags [S], seq 3405803854, win 14600, length 0
  """
}
