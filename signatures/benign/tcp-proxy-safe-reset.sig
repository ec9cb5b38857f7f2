signature tcp-proxy-safe-reset {
  title      "TCP proxy that tests a client with a wrong SYN ACK (safe reset)"
  category   benign
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000s to present"
  licence    "CC-BY-4.0"
  tags       proxy, anti-ddos, syn-ack, look-alike
  reference "HP MSR security configuration guide, TCP proxy, (documented: safe reset mode)" url "https://www.manualshelf.com/manual/hp/hp-msr4060-router-chassis/r0106-hp-msr-router-series-security-configuration-guidev7/page-463.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.3 (an unacceptable ACK in SYN-SENT is answered by a reset; the connection attempt goes on)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet answer { from responder; tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet reset { tcp; flags has RST }

  event by src, sport, dst, dport gap 60s
    having first(syn) < first(answer) < first(reset) < last(syn)
      and constant(syn.seq)
      and min(reset.seq) - min(syn.seq) != 1
      and (min(reset.seq) == min(answer.ack) or min(reset.seq) == max(answer.ack))

  analysis {
    addresses "One client, one protected server. The wrong answer comes from a box in front of the server, in the server's name."
    flags "SYN; a SYN ACK that acknowledges a number the client never sent; the client's RST; the same SYN again, which now passes."
    direction "The client asked. Seen from outside of the box the SYN ACK is wrong, not unsolicited."
    time "One repeat of the SYN, about a second later, is what the test costs."
    header """
      The reset's sequence number is the wrong acknowledgment number, as the RFC asks. A flooder with a forged address never gets the wrong answer and
      sends no such reset: that is the test.
    """
    bottom-line """
      A protection against SYN floods at work. The client is real, since it answered as a TCP must. It looks like an attempt to take over a
      connection, or like a SYN ACK scan, and is neither.
    """
  }

  hypothesis "Safe reset of an anti-flood proxy" {
    verdict benign
    weight strong
    because "The four steps come in their order, and the second SYN is served."
    test "Do the server's other new clients get the same? Has its owner such a box?"
  }
  hypothesis "An old connection with the same ports" {
    verdict benign
    weight moderate
    because "A server that still holds an earlier connection answers a new SYN with an old number; the client resets and tries again."
    against "That answer is an ACK and no SYN ACK in most cases."
    test "Was there an earlier connection with this source port?"
  }
  hypothesis "Somebody forges SYN ACKs" {
    verdict malicious
    weight weak
    because "A wrong SYN ACK from a third party would be rejected the same way."
    test "Compare TTLs of the wrong and the right SYN ACK. The box's differs as well, so look at many clients."
  }

  false-positive "A server with a faulty stack."
  blind-spot "Clients that give up after the reset; boxes that let a new connection pass, with a new source port."

  trace "wrong answer, reset, second attempt" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.020 198.51.100.1.80 > 192.0.2.1.4011: S 77:77(0) ack 3141592653 win 8192
    10:00:00.021 192.0.2.1.4011 > 198.51.100.1.80: R 3141592653:3141592653(0) win 0
    10:00:01.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:01.040 198.51.100.1.80 > 192.0.2.1.4011: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:01.041 192.0.2.1.4011 > 198.51.100.1.80: . ack 900001 win 64240
  """
  trace "a half-open probe: the reset rejects a right answer" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 1024 <mss 1460>
    10:00:00.020 198.51.100.1.80 > 192.0.2.1.4011: S 77:77(0) ack 500001 win 8192
    10:00:00.021 192.0.2.1.4011 > 198.51.100.1.80: R 500001:500001(0) win 0
    10:00:01.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 1024 <mss 1460>
  """
}
