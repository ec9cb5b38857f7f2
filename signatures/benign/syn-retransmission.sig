signature syn-retransmission {
  title      "Connection attempts that nobody answers, repeated by TCP itself"
  category   benign
  verdict    benign
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       retransmission, tcp, look-alike
  reference "Linux, ip-sysctl documentation (first retransmission after 1 s, SYN ACK retries end after 63 s), (documented)" url "https://git.zx2c4.com/linux-dev/diff/?id=d8513df2598e5142f8a5c4724f28411936e1dfc7"
  reference "RFC 9293, Transmission Control Protocol, section 3.8.1 (retransmission) and RFC 6298" url "https://www.rfc-editor.org/rfc/rfc9293"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000, (a load balancer's probe repeated after 2.0 s; SYN ACKs repeated after 61 to 92 s)" url "https://taosecurity.com/intv2-8.html"
  reference "Linux, ip-sysctl documentation, tcp_syn_linear_timeouts" url "https://docs.kernel.org/networking/ip-sysctl.html"

  observe unanswered-syn-series as attempt
  packet working { tcp; flags & (SYN|RST) == 0; flags has ACK; payload.len > 0 }
  packet dying { tcp; flags & (SYN|ACK|RST|FIN) == SYN; ttl <= 3 }  # a tracer's, not a client's

  # Many silent hosts are a client's old list only if the client is seen to talk to somebody; else they are a scan's targets.
  event by src gap 10m
    having count(attempt) >= 1
      and (distinct(attempt.dst) <= 5 or count(working) >= 1)
      and count(dying) == 0

  analysis {
    addresses """
      One client in each event; its servers are away or behind a filter. With many of them the client follows a list of old addresses, as peer-to-peer
      programs do; then it is asked that it also exchanges data with somebody. A source that calls six and more silent hosts and talks to nobody is left to
      the entries of scans.
    """
    flags "SYN, always the same: ports, sequence number, options. Only the timestamp option and the IP id go on."
    direction "One way."
    time """
      After 1 s, then twice as long each time (1, 2, 4, 8 s and so on). Linux since 6.5 repeats four times after one second each before it doubles:
      1.04, 1.02, 1.02 s were seen from Linux 6.18.
    """
    bottom-line """
      The client tries to connect and gets no answer. It is no flood, however many SYNs there are: a flood changes port or number. Where real hosts live
      that is a fault to mend; in a telescope, where nobody lives, it is a program that looks for victims with the system's own connect().
    """
  }

  hypothesis "A service that is down, or a filter that drops" {
    verdict benign
    weight strong
    because "One number, one port, pauses of a second and more: that is TCP's own retransmission."
    test "Is the destination up? Do others reach it?"
  }
  hypothesis "A slow scan by an ordinary program" {
    verdict malicious
    weight weak
    because "A connect scan of filtered ports leaves such series, one for each port, and so does a bot at a telescope."
    test "Does the same source leave such series at many ports or hosts?"
  }

  false-positive "The answers take another path."
  blind-spot "A client that gives up after the second SYN."

  trace "1, 2 and 4 s" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 1000 0,nop,wscale 7> (DF)
    10:00:01.010 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 2010 0,nop,wscale 7> (DF)
    10:00:03.020 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 4020 0,nop,wscale 7> (DF)
    10:00:07.050 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 8050 0,nop,wscale 7> (DF)
  """
  trace "a flood that keeps its number and changes the port" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:01.010 192.0.2.1.4012 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:03.020 192.0.2.1.4013 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:07.050 192.0.2.1.4014 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
  """
}
