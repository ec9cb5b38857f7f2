signature health-check-half-open {
  title      "Health check of a load balancer: SYN, SYN ACK, RST at a fixed interval"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2002 to present"
  licence    "CC-BY-4.0"
  tags       health-check, load-balancer, half-open, look-alike
  reference "tevino/tcp-shaker, a checker that never completes the handshake; its README describes HAProxy's check, too" url "https://github.com/tevino/tcp-shaker"
  reference "RFC 9293, Transmission Control Protocol, section 3.5.2" url "https://www.rfc-editor.org/rfc/rfc9293"

  observe half-open-connection as check

  event by src, dst, dport gap 2m
    having count(check) >= 5 and interval.jitter(check) < 1s and interval.min(check) >= 100ms

  analysis {
    addresses "One source, the balancer, and one server. The balancer asks all servers of its pool; each makes an event."
    ports "The service's port, always the same; source ports change."
    flags "SYN, SYN ACK, RST: the balancer learns that the port accepts, and spares the program the connection."
    direction "From a host that you know, or should know."
    time "A fixed interval, for days: half a second in one example, some seconds by default."
    bottom-line """
      A load balancer watches whether the service is up. Each step looks like a half-open scan; the fixed interval and the one port tell the
      difference.
    """
  }

  hypothesis "Health check" {
    verdict benign
    weight strong
    because """
      Five checks of one port whose intervals differ by less than a second, and none of them at once with another, as the probes of a TCP traceroute
      are.
    """
    test "Is the source your balancer? Does it go on for hours?"
  }
  hypothesis "Half-open scan, repeated" {
    verdict malicious
    weight weak
    because "Each single step is one."
    against "A scanner asks many ports or hosts, and each once."
    test "What else does the source ask?"
  }

  false-positive "A watcher of somebody else's: availability services on the Internet."
  blind-spot "Fewer than five checks, or more than two minutes apart."

  trace "every 2 s" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.001 198.51.100.1.80 > 192.0.2.1.4011: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:00.002 192.0.2.1.4011 > 198.51.100.1.80: R 500001:500001(0) ack 900001 win 0
    10:00:02.000 192.0.2.1.4012 > 198.51.100.1.80: S 507919:507919(0) win 64240 <mss 1460>
    10:00:02.001 198.51.100.1.80 > 192.0.2.1.4012: S 900100:900100(0) ack 507920 win 64240 <mss 1460>
    10:00:02.002 192.0.2.1.4012 > 198.51.100.1.80: R 507920:507920(0) ack 900101 win 0
    10:00:04.000 192.0.2.1.4013 > 198.51.100.1.80: S 515838:515838(0) win 64240 <mss 1460>
    10:00:04.001 198.51.100.1.80 > 192.0.2.1.4013: S 900200:900200(0) ack 515839 win 64240 <mss 1460>
    10:00:04.002 192.0.2.1.4013 > 198.51.100.1.80: R 515839:515839(0) ack 900201 win 0
    10:00:06.000 192.0.2.1.4014 > 198.51.100.1.80: S 523757:523757(0) win 64240 <mss 1460>
    10:00:06.001 198.51.100.1.80 > 192.0.2.1.4014: S 900300:900300(0) ack 523758 win 64240 <mss 1460>
    10:00:06.002 192.0.2.1.4014 > 198.51.100.1.80: R 523758:523758(0) ack 900301 win 0
    10:00:08.000 192.0.2.1.4015 > 198.51.100.1.80: S 531676:531676(0) win 64240 <mss 1460>
    10:00:08.001 198.51.100.1.80 > 192.0.2.1.4015: S 900400:900400(0) ack 531677 win 64240 <mss 1460>
    10:00:08.002 192.0.2.1.4015 > 198.51.100.1.80: R 531677:531677(0) ack 900401 win 0
    10:00:10.000 192.0.2.1.4016 > 198.51.100.1.80: S 539595:539595(0) win 64240 <mss 1460>
    10:00:10.001 198.51.100.1.80 > 192.0.2.1.4016: S 900500:900500(0) ack 539596 win 64240 <mss 1460>
    10:00:10.002 192.0.2.1.4016 > 198.51.100.1.80: R 539596:539596(0) ack 900501 win 0
  """
  trace "five ports, once each" synthetic expect no-match """
    10:00:00.000 192.0.2.1.49724 > 198.51.100.1.21: S 500000:500000(0) win 1024 <mss 1460>
    10:00:00.001 198.51.100.1.21 > 192.0.2.1.49724: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:00.002 192.0.2.1.49724 > 198.51.100.1.21: R 500001:500001(0) win 0
    10:00:02.000 192.0.2.1.49724 > 198.51.100.1.22: S 507919:507919(0) win 1024 <mss 1460>
    10:00:02.001 198.51.100.1.22 > 192.0.2.1.49724: S 900100:900100(0) ack 507920 win 64240 <mss 1460>
    10:00:02.002 192.0.2.1.49724 > 198.51.100.1.22: R 507920:507920(0) win 0
    10:00:04.000 192.0.2.1.49724 > 198.51.100.1.25: S 515838:515838(0) win 1024 <mss 1460>
    10:00:04.001 198.51.100.1.25 > 192.0.2.1.49724: S 900200:900200(0) ack 515839 win 64240 <mss 1460>
    10:00:04.002 192.0.2.1.49724 > 198.51.100.1.25: R 515839:515839(0) win 0
    10:00:06.000 192.0.2.1.49724 > 198.51.100.1.80: S 523757:523757(0) win 1024 <mss 1460>
    10:00:06.001 198.51.100.1.80 > 192.0.2.1.49724: S 900300:900300(0) ack 523758 win 64240 <mss 1460>
    10:00:06.002 192.0.2.1.49724 > 198.51.100.1.80: R 523758:523758(0) win 0
    10:00:08.000 192.0.2.1.49724 > 198.51.100.1.110: S 531676:531676(0) win 1024 <mss 1460>
    10:00:08.001 198.51.100.1.110 > 192.0.2.1.49724: S 900400:900400(0) ack 531677 win 64240 <mss 1460>
    10:00:08.002 192.0.2.1.49724 > 198.51.100.1.110: R 531677:531677(0) win 0
  """
}
