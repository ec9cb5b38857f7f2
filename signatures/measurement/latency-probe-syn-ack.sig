signature latency-probe-syn-ack {
  title      "Load balancer measuring round-trip time: SYN ACKs that acknowledge their own sequence number less one"
  category   measurement
  verdict    benign
  confidence high
  version    3
  authors    "TraceLore project"
  created    2026-11-23
  revised    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       load-balancer, measurement, dns
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (last trace)" url "https://taosecurity.com/intv2-8.html"
  reference "Cisco Global Site Selector command reference, DRP agent (round-trip time measured by TCP)" url "http://www.cisco.com/en/US/docs/app_ntwk_services/data_center_app_services/gss4400series/v3.0/command/reference/DRPagent.html"
  reference "unicornscan, init_packet.c at commit 50cfd04: window 4128 and TTL 255 as the profile of Cisco IOS 12.1" url "https://github.com/dneufeld/unicornscan"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN|ACK
    dport == 53
    ack == seq - 1
    payload.len == 0
  }
  packet usual {
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN|ACK
    dport == 53
    ack == seq - 1
    payload.len == 0
    window == 4128
    mss == 556
    id == 0
    ittl == 255
  }

  # What stands in brackets always holds and is there to be shown: whether one counter drives both numbers, and how far it ran.
  event by src gap 5m
    having count(probe) >= 2 and (constant(probe.seq - probe.sport) or span(probe.sport) >= 0)
      or count(usual) >= 1

  analysis {
    addresses "One event per load balancer; in the founding trace two of them (Ohio, Maryland) test the same two name servers at once."
    ports "To TCP port 53. The source port rises with each probe; a repeat keeps it."
    flags """
      SYN ACK out of nothing. Its acknowledgment number is its own sequence number less one. A real SYN ACK acknowledges a number that the other side
      chose, so this relation is 32 bits of chance in each packet.
    """
    direction """
      Inbound only. A living host, whether or not port 53 is open, answers an unsolicited SYN ACK with a reset, and the time until it comes is the
      measurement: no connection is left behind.
    """
    time "Probes for 42 to 44 s, a repeat after 2.0 s where no answer came. They follow a visit of one of your users to a site behind these balancers."
    header """
      Window 4128, mss 556 and no other option, IP id 0, TTL 241 and 249 (255 at the start). Window and TTL are those of Cisco routers; that a Cisco
      DRP agent sends exactly this packet is likely, but was not read in any text of Cisco's. This project's own observation: sequence number - source
      port is the same in all packets of a balancer (10355455 in Ohio, 34477399 in Maryland), one counter drives both. So the port counts all its
      probes: 41 numbers in Ohio and 161 in Maryland over the trace, of which 19 and 13 packets came here. The rest went to other people's name
      servers, Maryland's share four times Ohio's.
    """
    bottom-line """
      Not an attack. Load balancers of a web site that one of your users visited measure the round-trip time to your name servers. It looks like a SYN
      ACK scan or like backscatter; the relation between the two numbers tells it from both.
    """
  }

  hypothesis "Latency measurement by a load balancer" {
    verdict benign
    weight strong
    because "It came right after a visit to a site that uses such balancers, and to the name servers that the visitor used."
    because "Each packet carries the same odd relation between its two numbers; two places do it at once with equal packets."
    test "Find the query for the balanced site in the name server's log. Is sequence number - source port constant per sender?"
  }
  hypothesis "Backscatter of a SYN flood" {
    verdict third-party
    weight weak
    because "Unsolicited SYN ACKs are what a flooded host sends to forged addresses."
    against """
      A victim acknowledges what the flooder wrote; that this should always be one less than the victim's own fresh number would be a 32-bit chance
      each time.
    """
    against "Destination port 53 of two real name servers is no forged ephemeral port."
    test "Subtract the numbers."
  }
  hypothesis "SYN ACK scan" {
    verdict malicious
    weight weak
    because "It passes filters that only stop SYNs, and finds hosts."
    against "Only name servers that had just been used are asked, the same ones again and again."
    test "Are other hosts or ports of yours asked by the same source?"
  }

  false-positive """
      A proxy that verifies clients by SYN ACKs with a wrong acknowledgment number (safe reset), if it should use this very relation towards port 53;
      none is known that does.
    """
  blind-spot "The same product testing another port than 53."
  blind-spot "A single probe that differs from the founding trace's in window, mss, IP id or initial TTL: one of those is enough only with all of them."

  trace "two balancers, two name servers" observed expect match """
    06:01:15.001304 mayfield.ohio.net.44132 > name1.server.net.53:
    S 10399587:10399587(0) ack 10399586 win 4128 <mss 556> (ttl 241, id 0)
    06:01:16.999359 mayfield.ohio.net.44132 > name1.server.net.53:
    S 10399587:10399587(0) ack 10399586 win 4128 <mss 556> (ttl 241, id 0)
    06:01:17.498365 mayfield.ohio.net.44133 > name2.server.net.53:
    S 10399588:10399588(0) ack 10399587 win 4128 <mss 556> (ttl 241, id 0)
    06:01:18.528689 mayfield.ohio.net.44135 > name1.server.net.53:
    S 10399590:10399590(0) ack 10399589 win 4128 <mss 556> (ttl 241, id 0)
    06:01:20.524742 mayfield.ohio.net.44135 > name1.server.net.53:
    S 10399590:10399590(0) ack 10399589 win 4128 <mss 556> (ttl 241, id 0)
    06:01:58.754918 mayfield.ohio.net.44172 > name2.server.net.53:
    S 10399627:10399627(0) ack 10399626 win 4128 <mss 556> (ttl 241, id 0)
    06:01:14.967214 greenbelt.maryland.net.63604 > name1.server.net.53:
    S 34541003:34541003(0) ack 34541002 win 4128 <mss 556> (ttl 249, id 0)
    06:01:17.461642 greenbelt.maryland.net.63607 > name2.server.net.53:
    S 34541006:34541006(0) ack 34541005 win 4128 <mss 556> (ttl 249, id 0)
    06:01:18.503320 greenbelt.maryland.net.63609 > name1.server.net.53:
    S 34541008:34541008(0) ack 34541007 win 4128 <mss 556> (ttl 249, id 0)
    06:01:19.464217 greenbelt.maryland.net.63607 > name2.server.net.53:
    S 34541006:34541006(0) ack 34541005 win 4128 <mss 556> (ttl 249, id 0)
    06:01:20.682888 greenbelt.maryland.net.63615 > name2.server.net.53:
    S 34541014:34541014(0) ack 34541013 win 4128 <mss 556> (ttl 249, id 0)
    06:01:56.995151 greenbelt.maryland.net.63764 > name2.server.net.53:
    S 34541163:34541163(0) ack 34541162 win 4128 <mss 556> (ttl 249, id 0)
  """
  trace "the acknowledgment number is one more than the sequence number" synthetic expect no-match """
    06:01:15.001304 mayfield.ohio.net.44132 > name1.server.net.53:
    S 10399587:10399587(0) ack 10399588 win 4128 <mss 556> (ttl 241, id 0)
    06:01:16.999359 mayfield.ohio.net.44132 > name1.server.net.53:
    S 10399587:10399587(0) ack 10399588 win 4128 <mss 556> (ttl 241, id 0)
    06:01:17.498365 mayfield.ohio.net.44133 > name2.server.net.53:
    S 10399588:10399588(0) ack 10399589 win 4128 <mss 556> (ttl 241, id 0)
  """
  trace "another port" synthetic expect no-match """
    06:01:15.001304 mayfield.ohio.net.44132 > name1.server.net.80:
    S 10399587:10399587(0) ack 10399586 win 4128 <mss 556> (ttl 241, id 0)
    06:01:16.999359 mayfield.ohio.net.44132 > name1.server.net.80:
    S 10399587:10399587(0) ack 10399586 win 4128 <mss 556> (ttl 241, id 0)
    06:01:17.498365 mayfield.ohio.net.44133 > name2.server.net.80:
    S 10399588:10399588(0) ack 10399587 win 4128 <mss 556> (ttl 241, id 0)
  """
  trace "one acknowledgment number for all: an open port's backscatter" observed expect no-match """
    11:46:14.765043 flood.victim.com.23 > spoofed.ip.one.1053:
    S 4137483508:4137483508(0) ack 322287 win 8192 <mss 1460>
    11:46:14.891108 flood.victim.com.23 > spoofed.ip.one.1054:
    S 4164828806:4164828806(0) ack 322287 win 8192 <mss 1460>
    11:46:15.019029 flood.victim.com.23 > spoofed.ip.one.1055:
    S 4192020032:4192020032(0) ack 322287 win 8192 <mss 1460>
  """
}
