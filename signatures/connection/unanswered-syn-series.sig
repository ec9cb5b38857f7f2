signature unanswered-syn-series {
  internal
  title      "One SYN, repeated at growing intervals, without an answer"
  category   connection
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       building-block, tcp, retransmission
  reference "Linux, ip-sysctl documentation (first retransmission after 1 s, SYN ACK retries end after 63 s)" url "https://git.zx2c4.com/linux-dev/diff/?id=d8513df2598e5142f8a5c4724f28411936e1dfc7"
  reference "RFC 9293, Transmission Control Protocol, section 3.8.1 (retransmission)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet answer { from responder; tcp }

  event by src, sport, dst, dport gap 70s
    having count(syn) >= 3
      and constant(syn.seq)
      and interval.min(syn) >= 900ms
      and interval.jitter(syn) >= 500ms
      and count(answer) == 0

  analysis {
    flags "SYN, always with the same ports and sequence number."
    time "After 1 s, then twice as long each time, on today's systems."
    bottom-line "TCP's own retransmission of a SYN."
  }
  false-positive "The answers take another path."
  blind-spot "A client that gives up after the second SYN."

  trace "1 and 2 s" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:01.010 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:03.020 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
  """
  trace "even intervals" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:02.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:04.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
  """
}
