signature traceroute-replies {
  title      "Routers answer a traceroute: time exceeded from one hop after the other"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       traceroute, icmp, icmp-quoted, look-alike
  reference "RFC 792, Internet Control Message Protocol, time exceeded (the quoted packet's TTL has run out)" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "RFC 1812, Requirements for IP Version 4 Routers, section 4.3.2.3 (what is quoted)" url "https://www.rfc-editor.org/rfc/rfc1812"
  reference "traceroute(8), manual page" url "https://man7.org/linux/man-pages/man8/traceroute.8.html"

  packet expired { icmp; icmp.type == 11; icmp.code == 0; quoted.ttl <= 1 }

  event by dst, quoted.dst gap 30s having distinct(expired.src) >= 3

  analysis {
    addresses "The receiver runs the trace; the senders are the routers on its way to the quoted destination, one after the other."
    ports "The quoted packets show how it traces: UDP from 33434, echo requests, or SYNs."
    direction "Inbound errors, as answers to own probes."
    time "Hop by hop within seconds."
    header "Each error quotes a packet with a TTL of 1 or 0: it was let die on purpose."
    bottom-line """
      Somebody at the receiving address traced the way to the quoted destination. Errors from many strange addresses at once look like backscatter or
      an attack; the quoted TTL explains them.
    """
  }

  hypothesis "Traceroute from here" {
    verdict benign
    weight strong
    because "Three routers report packets to one destination whose TTL had run out."
    test "Are the quoted packets in the outbound capture, with TTL 1, 2, 3?"
  }
  hypothesis "Routing loop" {
    verdict benign
    weight moderate
    because "Packets that circle die somewhere in the loop, and its routers report them."
    against "Then the same two routers report again and again, and ordinary connections are quoted."
    test "Do the senders repeat? Which packets are quoted?"
  }
  hypothesis "Somebody traces with a forged source" {
    verdict third-party
    weight weak
    because "The errors go to whoever is named as the source."
    against "The tracer would learn nothing."
    test "Did the probes leave from here?"
  }

  false-positive "A loop of three routers."
  blind-spot "Routers that do not report; quotations whose TTL was changed."

  trace "three routers" synthetic expect match """
    10:00:00.000 203.0.113.1 > 192.0.2.1: icmp: time exceeded in-transit for 192.0.2.1.41011 > 198.51.100.1.33434: udp 32 (ttl 1, id 4011) (ttl 255, id 1)
    10:00:00.010 203.0.113.17 > 192.0.2.1: icmp: time exceeded in-transit for 192.0.2.1.41011 > 198.51.100.1.33437: udp 32 (ttl 1, id 4014) (ttl 254, id 1)
    10:00:00.020 203.0.113.33 > 192.0.2.1: icmp: time exceeded in-transit for 192.0.2.1.41011 > 198.51.100.1.33440: udp 32 (ttl 1, id 4017) (ttl 253, id 1)
  """
  trace "one router, again and again" synthetic expect no-match """
    10:00:00.000 203.0.113.1 > 192.0.2.1: icmp: time exceeded in-transit for 192.0.2.1.41011 > 198.51.100.1.80: S 17:17(0) win 512 (ttl 1, id 4011) (ttl 255, id 1)
    10:00:01.010 203.0.113.1 > 192.0.2.1: icmp: time exceeded in-transit for 192.0.2.1.41011 > 198.51.100.1.80: S 17:17(0) win 512 (ttl 1, id 4014) (ttl 255, id 1)
    10:00:03.020 203.0.113.1 > 192.0.2.1: icmp: time exceeded in-transit for 192.0.2.1.41011 > 198.51.100.1.80: S 17:17(0) win 512 (ttl 1, id 4017) (ttl 255, id 1)
  """
}
