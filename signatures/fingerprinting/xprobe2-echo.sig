signature xprobe2-echo {
  title      "xprobe2: echo request with code 123, TOS 6 and DF"
  category   fingerprinting
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2001-2005 and re-use"
  licence    "CC-BY-4.0"
  tags       fingerprinting, icmp, xprobe, tool-mark
  reference "xprobe2 at commit f14af2e: icmp_echo_id.cc lines 170-185" url "https://github.com/binarytrails/xprobe2"
  reference "RFC 792, Internet Control Message Protocol (code 0 of an echo request)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet coded { icmp; icmp.type == 8; icmp.code == 123; df }
  packet shaped { icmp; icmp.type == 8; icmp.seq == 256; tos == 6; df }

  event by src, dst gap 60s

  analysis {
    flags "Echo request with code 123, where the standard knows only 0."
    direction "Systems differ in what they copy into the reply: code, TOS, DF, IP id."
    header "TOS 6, DF, sequence number 256. tcpdump does not print the code of an echo request, so where it is not shown TOS, DF and sequence number must do."
    bottom-line "xprobe2 takes the fingerprint of this host by ICMP. Timestamp, address-mask and information requests, a UDP packet and one or two SYNs belong to it."
  }
  hypothesis "OS fingerprinting by xprobe2" {
    verdict malicious
    weight strong
    because "Code 123 stands in its source and nowhere else known."
    test "Do the other ICMP requests and the TCP pair follow (see xprobe2-closed-port-syn)?"
  }
  hypothesis "A ping with marked traffic class" {
    verdict benign
    weight weak
    because "ping can set TOS and DF, and Windows counts in such a way that 256 occurs."
    against "TOS 6 sets two bits that nobody sets together by reason."
    test "Look at the code in the capture file, and for sequence numbers before and after 256."
  }
  false-positive "In text without the code: a ping with TOS 6 and DF that runs as far as number 256."
  blind-spot "Its other modules."
  trace "one request, built from the source" synthetic expect match """
    03:00:00.000000 IP (tos 0x6,ECT(0), ttl 55, id 23289, offset 0, flags [DF], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 4711, seq 256, length 64
  """
  trace "TOS 0" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 55, id 23289, offset 0, flags [DF], proto ICMP (1), length 84)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 4711, seq 256, length 64
  """
}
