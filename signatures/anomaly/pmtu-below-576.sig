signature pmtu-below-576 {
  title      "ICMP messages that ask for packets below 576 bytes"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2004 to present"
  licence    "CC-BY-4.0"
  tags       icmp, path-mtu, denial-of-service
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, cd_icmp4.cc (ICMP_PATH_MTU_DOS, threshold 576)" url "https://github.com/snort3/snort3"
  reference "RFC 1191, Path MTU Discovery, sections 3 and 4 (next-hop MTU; a host need not go below 68)" url "https://www.rfc-editor.org/rfc/rfc1191"
  reference "RFC 791, Internet Protocol, section 3.1 (every host takes 576 bytes)" url "https://www.rfc-editor.org/rfc/rfc791"

  packet small { icmp; icmp.type == 3; icmp.code == 4; icmp.mtu in {1..575} }

  event by dst, quoted.dst gap 10m having count(small) >= 1

  analysis {
    addresses "The sender claims to be a router on the way to the quoted destination, and need not be: no more than addresses and ports must be guessed."
    ports "The quoted packet shows which connection is meant."
    direction "Inbound, as an answer to a packet that was too large."
    header "Next-hop MTU between 1 and 575. Links that carry less than 576 bytes are rare; tunnels take some tens of bytes off 1500 and not a thousand."
    bottom-line """
      Either a very small link, or somebody slows a connection by making its sender cut everything into pieces. Compare with the quoted packet: if it
      was not larger than the claimed limit, the message is false.
    """
  }

  hypothesis "Attack on the path MTU" {
    verdict malicious
    weight moderate
    because "The attack is known since 2004, needs one packet, and lasts for minutes."
    test "Was the quoted packet sent, with just these numbers? Does the sender lie on the path (traceroute)?"
  }
  hypothesis "A link with a small MTU" {
    verdict benign
    weight moderate
    because "Serial lines and radio links of 296 or 512 bytes exist."
    test "Do all connections over this path get the same limit?"
  }

  false-positive "Old dial-up and radio links."
  blind-spot "IPv6 (which forbids less than 1280). An MTU of 0 means an old router that does not tell."

  trace "MTU 100 for a packet of 1500" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 56) 203.0.113.1 > 198.51.100.1: ICMP 192.0.2.80 unreachable - need to frag (mtu 100), length 36
        IP (tos 0x0, ttl 60, id 1034, offset 0, flags [DF], proto TCP (6), length 1500) 198.51.100.1.1485 > 192.0.2.80.80: Flags [.], seq 674719801:674721261, ack 1, win 65535, length 1460
  """
  trace "a tunnel" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 56) 203.0.113.1 > 198.51.100.1: ICMP 192.0.2.80 unreachable - need to frag (mtu 1476), length 36
        IP (tos 0x0, ttl 60, id 1034, offset 0, flags [DF], proto TCP (6), length 1500) 198.51.100.1.1485 > 192.0.2.80.80: Flags [.], seq 674719801:674721261, ack 1, win 65535, length 1460
  """
}
