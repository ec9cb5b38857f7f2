signature path-mtu-discovery {
  title      "Path MTU discovery: a router reports a packet that was too large"
  category   benign
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990 to present"
  licence    "CC-BY-4.0"
  tags       icmp, path-mtu, icmp-quoted, look-alike
  reference "RFC 1191, Path MTU Discovery, sections 3 and 4" url "https://www.rfc-editor.org/rfc/rfc1191"
  reference "RFC 792, Internet Control Message Protocol, destination unreachable, code 4" url "https://www.rfc-editor.org/rfc/rfc792"

  packet report {
    icmp
    icmp.type == 3
    icmp.code == 4
    icmp.mtu in {576..9000}
    quoted.df
    quoted.ip.len > icmp.mtu
  }

  event by dst, quoted.dst gap 10m having count(report) >= 1

  analysis {
    addresses """
      The sender is the router before the narrow link. The receiver sent the quoted packet and should send smaller ones to the quoted destination from
      now on.
    """
    ports "The quoted packet shows which connection."
    direction "Inbound, as an answer."
    header """
      The quoted packet carries DF and is longer than the limit that the message names: the message is consistent in itself. 1492 means PPPoE, 1476 a
      GRE tunnel, 1400 and thereabouts other tunnels.
    """
    bottom-line """
      Ordinary and necessary: filters that drop these messages break connections, which then hang after their first large packet. It looks like an
      error or an attack on the path MTU, and is consistent with neither.
    """
  }

  hypothesis "Path MTU discovery" {
    verdict benign
    weight strong
    because "DF, too long, and a sensible limit."
    test "Do the sender's next packets to this destination have that size?"
  }
  hypothesis "A forged message that slows the connection" {
    verdict malicious
    weight weak
    because "A forger can name any limit above 576 as well."
    against "Little is gained by it, and he must know a packet."
    test "Was the quoted packet really sent?"
  }

  false-positive "A well-made forgery."
  blind-spot "Whether the sender heeds it. IPv6's packet too big."

  trace "a tunnel of 1476" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 56) 203.0.113.1 > 198.51.100.1: ICMP 192.0.2.80 unreachable - need to frag (mtu 1476), length 36
        IP (tos 0x0, ttl 60, id 1034, offset 0, flags [DF], proto TCP (6), length 1500) 198.51.100.1.1485 > 192.0.2.80.80: Flags [.], seq 674719801:674721261, ack 1, win 65535, length 1460
  """
  trace "a limit of 296" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 243, id 7001, offset 0, flags [none], proto ICMP (1), length 56) 203.0.113.1 > 198.51.100.1: ICMP 192.0.2.80 unreachable - need to frag (mtu 296), length 36
        IP (tos 0x0, ttl 60, id 1034, offset 0, flags [DF], proto TCP (6), length 1500) 198.51.100.1.1485 > 192.0.2.80.80: Flags [.], seq 674719801:674721261, ack 1, win 65535, length 1460
  """
}
