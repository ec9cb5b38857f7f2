signature unanswered-syn-series {
  internal
  title      "One SYN, repeated by the timer of TCP, without an answer"
  category   connection
  verdict    unknown
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       building-block, tcp, retransmission
  reference "Linux, ip-sysctl documentation (first retransmission after 1 s, SYN ACK retries end after 63 s)" url "https://git.zx2c4.com/linux-dev/diff/?id=d8513df2598e5142f8a5c4724f28411936e1dfc7"
  reference "Linux, ip-sysctl documentation, tcp_syn_linear_timeouts (since 6.5: the first four repetitions a second apart, then doubling)" url "https://docs.kernel.org/networking/ip-sysctl.html"
  reference "Linux 6.18, a connection to a port that drops, run for this project in its own network (tests/live)"
  reference "RFC 9293, Transmission Control Protocol, section 3.8.1 (retransmission)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet answer { from responder; tcp }

  event by src, sport, dst, dport gap 70s
    having count(syn) >= 3
      and constant(syn.seq)
      and interval.min(syn) >= 900ms
      and not span(syn.ttl) >= 3
      and count(answer) == 0

  analysis {
    flags "SYN, always with the same ports and sequence number. The TTL stays, where it is shown: a tracer that repeats its SYN raises it."
    time "After 1 s, then twice as long each time; Linux since 6.5 repeats four times after one second each and doubles only then."
    bottom-line "TCP's own retransmission of a SYN."
  }
  false-positive "The answers take another path."
  blind-spot "A client that gives up after the second SYN."

  trace "1 and 2 s" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:01.010 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:03.020 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
  """
  trace "Linux 6.18: a second each, at first" observed expect match """
    04:06:19.454871 IP 10.20.1.2.40176 > 10.20.2.2.7500: Flags [S], seq 785908307, win 64240, length 0
    04:06:20.490723 IP 10.20.1.2.40176 > 10.20.2.2.7500: Flags [S], seq 785908307, win 64240, length 0
    04:06:21.510775 IP 10.20.1.2.40176 > 10.20.2.2.7500: Flags [S], seq 785908307, win 64240, length 0
    04:06:22.534774 IP 10.20.1.2.40176 > 10.20.2.2.7500: Flags [S], seq 785908307, win 64240, length 0
  """
  trace "faster than any system's timer" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 500000, win 64240, length 0
    10:00:00.200000 IP 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 500000, win 64240, length 0
    10:00:00.400000 IP 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 500000, win 64240, length 0
  """
}
