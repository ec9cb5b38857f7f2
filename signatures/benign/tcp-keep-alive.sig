signature tcp-keep-alive {
  title      "Keep-alive probes of an idle TCP connection"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1989 to present"
  licence    "CC-BY-4.0"
  tags       keep-alive, tcp, look-alike
  reference "RFC 1122, Requirements for Internet Hosts, section 4.2.3.6 (number below the next one, no data or one byte, two hours by default)" url "https://www.rfc-editor.org/rfc/rfc1122"
  reference "RFC 9293, Transmission Control Protocol, section 3.8.4" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet probe { tcp; flags == ACK; payload.len <= 1 }
  packet other { tcp; flags & (FIN|RST|PSH) != 0 or payload.len > 1 }

  event by src, sport, dst, dport, seq gap 3h
    having count(probe) >= 4 and constant(probe.ack) and interval.min(probe) >= 5s and count(other) == 0

  analysis {
    addresses "Two ends of a connection on which nothing happens."
    flags "ACK alone."
    direction """
      The prober's sequence number is one below what is due, so that the peer must answer. Where both directions are captured there are two events:
      the probes, and the answers, whose number is the next one.
    """
    time "Every 5 s or more at fixed spacing; two hours by default, some programs every minute or so."
    header "The same sequence and acknowledgment number each time; no data, or one byte that says nothing."
    bottom-line """
      A program keeps an idle connection alive, or wants to know whether its peer is still there. It looks like a retransmission, like a window probe,
      or, when the sensor has forgotten the connection, like ACKs out of nothing.
    """
  }

  hypothesis "Keep-alive" {
    verdict benign
    weight strong
    because "Equal ACKs at long, even intervals are of no use for anything else but the state of a filter."
    test "Is every probe answered by an ACK that acknowledges one more than its number?"
  }
  hypothesis "A window probe towards a peer that reads nothing" {
    verdict benign
    weight moderate
    because "A sender with data and a shut window sends such probes, too."
    against "The peer's answers then carry window 0."
    test "Look at the window of the answers."
  }
  hypothesis "ACK probes of a scanner" {
    verdict malicious
    weight weak
    because "Lone ACKs pass filters and show who is alive."
    against "A scanner asks once, and more than one host."
    test "Are other hosts asked?"
  }

  false-positive "Programs that acknowledge nothing new at long intervals."
  blind-spot "Probes faster than every 5 s, and fewer than four of them; the default of two hours needs a capture of a night."

  trace "once a minute" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500100(1) ack 900500 win 501
    10:01:00.000 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500100(1) ack 900500 win 501
    10:02:00.000 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500100(1) ack 900500 win 501
    10:03:00.000 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500100(1) ack 900500 win 501
  """
  trace "a connection without data, opened and then probed: the probes have the SYN's number" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.22: S 500100:500100(0) win 64240 <mss 1460>
    10:00:00.010 198.51.100.1.22 > 192.0.2.1.4011: S 900499:900499(0) ack 500101 win 64240 <mss 1460>
    10:00:00.011 192.0.2.1.4011 > 198.51.100.1.22: . 500101:500101(0) ack 900500 win 502
    10:00:06.000 192.0.2.1.4011 > 198.51.100.1.22: . 500100:500100(0) ack 900500 win 502
    10:00:06.010 198.51.100.1.22 > 192.0.2.1.4011: . 900500:900500(0) ack 500101 win 502
    10:00:12.000 192.0.2.1.4011 > 198.51.100.1.22: . 500100:500100(0) ack 900500 win 502
    10:00:12.010 198.51.100.1.22 > 192.0.2.1.4011: . 900500:900500(0) ack 500101 win 502
    10:00:18.000 192.0.2.1.4011 > 198.51.100.1.22: . 500100:500100(0) ack 900500 win 502
    10:00:18.010 198.51.100.1.22 > 192.0.2.1.4011: . 900500:900500(0) ack 500101 win 502
    10:00:24.000 192.0.2.1.4011 > 198.51.100.1.22: . 500100:500100(0) ack 900500 win 502
    10:00:24.010 198.51.100.1.22 > 192.0.2.1.4011: . 900500:900500(0) ack 500101 win 502
  """
  trace "duplicate acknowledgments" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500099(0) ack 900500 win 501
    10:00:00.001 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500099(0) ack 900500 win 501
    10:00:00.002 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500099(0) ack 900500 win 501
    10:00:00.003 192.0.2.1.4011 > 198.51.100.1.22: . 500099:500099(0) ack 900500 win 501
  """
}
