signature ecn-retry-without {
  title      "SYN with ECN bits that gets no answer and is repeated without them"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2001 to present"
  licence    "CC-BY-4.0"
  tags       ecn, fallback, retransmission, look-alike
  reference "RFC 3168, The Addition of Explicit Congestion Notification to IP, section 6.1.1.1 (a host may repeat an unanswered SYN without the bits)" url "https://www.rfc-editor.org/rfc/rfc3168"

  packet setup { tcp; flags == SYN|ECE|CWR; payload.len == 0 }
  packet plain { tcp; flags == SYN; payload.len == 0 }

  event by src, sport, dst, dport, seq gap 60s
    having first(setup) < first(plain) and last(plain) - first(setup) >= 500ms

  analysis {
    addresses "A client, and a peer that is silent to the first SYN."
    flags "SYN with ECE and CWR, then the same SYN without: same ports, same sequence number."
    direction "One way until the peer answers. If it answers the second form and not the first, something between the two drops packets with the bits."
    time "After the usual time of retransmission, a second or more."
    bottom-line """
      The client suspects that its ECN bits are the reason for silence, and tries without. Not a probe with changing flags. Where it succeeds, a
      filter on the way should be mended.
    """
  }

  hypothesis "Fallback of a client" {
    verdict benign
    weight strong
    because "Same ports and number: it is one attempt, repeated; RFC 3168 allows just this."
    test "Does the plain SYN get an answer? Do all calls to this net show the same?"
  }
  hypothesis "Somebody tries which flags pass a filter" {
    verdict malicious
    weight weak
    because "Testing a filter means sending one packet in several forms."
    against "A tester would not wait for the time of retransmission and keep the number."
    test "Are other forms tried?"
  }

  false-positive "Loss of the first SYN alone: the fallback looks the same when the peer is well."
  blind-spot "Clients that never fall back."

  trace "second form after a second" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: SWE 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 88 0,nop,wscale 7> (DF)
    10:00:01.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 188 0,nop,wscale 7> (DF)
  """
  trace "repeated with the bits" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: SWE 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 88 0,nop,wscale 7> (DF)
    10:00:01.000 192.0.2.1.4011 > 198.51.100.1.80: SWE 500000:500000(0) win 64240 <mss 1460,sackOK,timestamp 188 0,nop,wscale 7> (DF)
  """
}
