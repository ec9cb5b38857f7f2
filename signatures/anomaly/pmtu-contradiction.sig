signature pmtu-contradiction {
  title      "ICMP says 'too large' of a packet that is not larger than the limit it names"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2004 to present"
  licence    "CC-BY-4.0"
  tags       icmp, path-mtu, crafted
  reference "RFC 1191, Path MTU Discovery, section 4 (the message is sent for a packet that exceeds the next hop's MTU)" url "https://www.rfc-editor.org/rfc/rfc1191"
  reference "RFC 792, Internet Control Message Protocol, destination unreachable, code 4 (needs the DF bit)" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, cd_icmp4.cc (checks of such messages)" url "https://github.com/snort3/snort3"

  packet false_claim {
    icmp
    icmp.type == 3
    icmp.code == 4
    icmp.mtu >= 68
    quoted.ip.len <= icmp.mtu
  }
  packet may_be_cut { icmp; icmp.type == 3; icmp.code == 4; not quoted.df }

  event by src, dst, quoted.dst gap 10m having count(false_claim) >= 1 or count(may_be_cut) >= 1

  analysis {
    addresses "The sender claims to be a router on the way to the quoted destination."
    direction "Inbound."
    header """
      This project's own rule, derived from the two RFCs: the quoted packet must be longer than the limit that the message names, and must carry DF,
      or the router would have had no reason to send it. Here one of the two fails.
    """
    bottom-line """
      The message contradicts itself. Either it was made up by somebody who does not know the packets of the connection, or a router changed the
      quoted header before it copied it. Do not let it lower the path MTU.
    """
  }

  hypothesis "A forged message" {
    verdict malicious
    weight moderate
    because "Whoever forges it blindly must invent the quoted header, and its length."
    test "Does the quoted packet (IP id, sequence number) occur in the outbound capture?"
  }
  hypothesis "A router with a faulty quotation" {
    verdict benign
    weight moderate
    because """
      Systems are known that change length or byte order of the header that they quote, and gateways of tunnels quote the packet before they add their
      own header.
    """
    test "Does the same router do so for all connections? Is it the end of a tunnel?"
  }

  false-positive "Gateways of IPsec and other tunnels, which name the limit of the outer packet and quote the inner one."
  blind-spot "A forger who invents 1500 bytes and DF, as most do."

  trace "552 bytes are too large for 1400" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 56) 203.0.113.1 > 198.51.100.1: ICMP 192.0.2.80 unreachable - need to frag (mtu 1400), length 36
        IP (tos 0x0, ttl 60, id 1034, offset 0, flags [DF], proto TCP (6), length 552) 198.51.100.1.1485 > 192.0.2.80.80: Flags [.], seq 674719801:674720313, ack 1, win 65535, length 512
  """
  trace "1500 bytes are" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 56) 203.0.113.1 > 198.51.100.1: ICMP 192.0.2.80 unreachable - need to frag (mtu 1400), length 36
        IP (tos 0x0, ttl 60, id 1034, offset 0, flags [DF], proto TCP (6), length 1500) 198.51.100.1.1485 > 192.0.2.80.80: Flags [.], seq 674719801:674721261, ack 1, win 65535, length 1460
  """
}
