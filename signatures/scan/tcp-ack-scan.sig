signature tcp-ack-scan {
  title      "TCP ACK scan, by whatever program"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, ack, filter-mapping
  reference "hping3 3.a2.ds2-10 of Debian 12, -A -p ++20, run for this project in its own network (tests/live)" url "https://packages.debian.org/bookworm/hping3"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (two-stage scan: its first stage)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, section 3.10.7.1 (a segment with ACK for no connection draws a reset whose sequence number is the ACK's)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  observe lone-ack-probe as probe

  event by src, dst gap 60s having distinct(probe.dport) >= 5

  analysis {
    addresses "One source, one target."
    ports "Five ports and more of the target."
    flags "ACK alone and without data, where no connection is; a bare RST in return."
    direction "A reset comes from open and closed ports alike. What is learned is which ports a filter without state lets ACKs through to, and that the host lives."
    time "Within a minute from one probe to the next."
    header "Programs differ: nmap keeps one masked acknowledgment number (nmap-ack-scan leads there), a tool of 1999 has IP id 39426 and window 1028 (ack-scan-id-39426), hping3 has window 512, random numbers below 2^31 and source ports in a row."
    bottom-line "Somebody maps the filter in front of this host. Each reset that left says: no filter that keeps state is in the way to that port. A scan by SYNs comes next, as a rule."
  }
  hypothesis "ACK scan" {
    verdict malicious
    weight strong
    because "Bare ACKs to five ports, none of which belongs to a connection in view."
    test "Do SYNs to the same ports follow? Are the numbers equal, or the source ports in a row?"
  }
  hypothesis "A client whose connections to one server were all forgotten" {
    verdict benign
    weight moderate
    because "When a server restarts or a filter loses its table, its clients' next ACKs are reset."
    against "A client has connections to one or two services of a server, hardly to five, and its ACKs carry options and DF."
    test "Were there connections to these ports in the hour before? Do SYNs to the same services follow at once?"
  }
  false-positive "A busy client that comes back from sleep, or changes its address, and has connections to five services of one host."
  blind-spot "Sweeps of one port over many hosts; ports from which no reset comes (a filter that keeps state), unless source and destination port are equal."

  trace "hping3 -A -p ++20" observed expect match """
    06:47:17.499027 IP (tos 0x0, ttl 63, id 22127, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1692 > 198.51.100.2.20: Flags [.], ack 1731783892, win 512, length 0
    06:47:17.499061 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.20 > 192.0.2.10.1692: Flags [R], seq 1731783892, win 0, length 0
    06:47:17.504166 IP (tos 0x0, ttl 63, id 25721, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1693 > 198.51.100.2.21: Flags [.], ack 2111379776, win 512, length 0
    06:47:17.504206 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.21 > 192.0.2.10.1693: Flags [R], seq 2111379776, win 0, length 0
    06:47:17.509319 IP (tos 0x0, ttl 63, id 9002, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1694 > 198.51.100.2.22: Flags [.], ack 2002861285, win 512, length 0
    06:47:17.509353 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.22 > 192.0.2.10.1694: Flags [R], seq 2002861285, win 0, length 0
    06:47:17.514457 IP (tos 0x0, ttl 63, id 38233, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1695 > 198.51.100.2.23: Flags [.], ack 1011346922, win 512, length 0
    06:47:17.514480 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.23 > 192.0.2.10.1695: Flags [R], seq 1011346922, win 0, length 0
    06:47:17.519564 IP (tos 0x0, ttl 63, id 50750, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1696 > 198.51.100.2.24: Flags [.], ack 1586377324, win 512, length 0
    06:47:17.519582 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.24 > 192.0.2.10.1696: Flags [R], seq 1586377324, win 0, length 0
  """
  trace "three ports only" synthetic expect no-match """
    06:47:17.499027 IP (tos 0x0, ttl 63, id 22127, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1692 > 198.51.100.2.20: Flags [.], ack 1731783892, win 512, length 0
    06:47:17.499061 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.20 > 192.0.2.10.1692: Flags [R], seq 1731783892, win 0, length 0
    06:47:17.504166 IP (tos 0x0, ttl 63, id 25721, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1693 > 198.51.100.2.21: Flags [.], ack 2111379776, win 512, length 0
    06:47:17.504206 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.21 > 192.0.2.10.1693: Flags [R], seq 2111379776, win 0, length 0
    06:47:17.509319 IP (tos 0x0, ttl 63, id 9002, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.1694 > 198.51.100.2.22: Flags [.], ack 2002861285, win 512, length 0
    06:47:17.509353 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.2.22 > 192.0.2.10.1694: Flags [R], seq 2002861285, win 0, length 0
  """
}
