signature ttl-zero {
  title      "IPv4 packets with TTL 0 on the wire"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, ttl
  reference "RFC 1122, Requirements for Internet Hosts, section 3.2.1.7 (a host must not send a TTL of zero)" url "https://www.rfc-editor.org/rfc/rfc1122"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 1321" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_ZERO_TTL" url "https://github.com/snort3/snort3"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000, (ACK scan: one probe of eight with TTL 0)" url "https://taosecurity.com/intv2-8.html"
  reference "TFN2K, src/flood.c at commit f0c42e8 (TTL 0 set in its ICMP flood and odd packets)" url "https://github.com/yuanshanxiaoni/tfn2k"

  packet dead { ip; ttl == 0 }

  event by src, dst gap 10m having count(dead) >= 1

  analysis {
    addresses "If the source is distant, the last router before the sensor failed to drop the packet; if it is near, the packet was sent so."
    direction "One way: nobody answers such a packet, a router should report it."
    header "TTL 0. Routers drop a packet when the count reaches zero, hosts must not send it."
    bottom-line "A packet that should not be on any wire: crafted with TTL 0, or passed on by a router that does not count right. Look at what else it carries."
  }

  hypothesis "A crafted packet" {
    verdict malicious
    weight moderate
    because """
      Flooders and scanners set the field by hand or leave it empty; TFN2K sets it to 0 on purpose. Whether its packets leave a system so was not
      resolved.
    """
    test "Do other packets of the source carry another TTL? In the founding ACK scan seven of eight came with 30."
  }
  hypothesis "A router or tunnel that miscounts" {
    verdict benign
    weight moderate
    because "Old routers let the count reach zero and still delivered to the next link; a tunnel's end may do so."
    test "Do traceroutes over this router skip a hop?"
  }
  hypothesis "A damaged or misread capture" {
    verdict benign
    weight weak
    because "Wrong link types and fuzzed files show zeros."
    test "Is the IP checksum right?"
  }

  false-positive "Capture on the sending host or on loopback, where the TTL may not be set yet."
  blind-spot "IPv6; text traces, in which tcpdump shows a TTL of 0 only by leaving it out."

  trace "the odd one of the founding ACK scan" observed expect match """
    22:08:33.913622 cable.modem.net.23 > dns.one.org.23:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.954076 cable.modem.net.23 > dns.two.org.23:
    . ack 499410217 win 1028 (ttl 0, id 39426)
  """
  trace "an echo request with TTL 0" synthetic expect match """
    10:00:00.000 192.0.2.1 > 198.51.100.2: icmp: echo request (ttl 0, id 3)
  """
  trace "TTL 1" synthetic expect no-match """
    22:08:33.954076 192.0.2.1.23 > 198.51.100.2.23: . ack 499410217 win 1028 (ttl 1, id 39426)
  """
}
