signature tcp-fast-open {
  title      "TCP Fast Open: SYN with a cookie and data"
  category   benign
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       fast-open, syn-payload, look-alike
  reference "RFC 7413, TCP Fast Open, (option 34: length 2 asks for a cookie, 6 to 18 brings one of 4 to 16 bytes)" url "https://www.rfc-editor.org/rfc/rfc7413"
  reference "Linux, commit 531c94a9681b (source: data and option are left out when the SYN is repeated)" url "https://git.zx2c4.com/linux-dev/commit/?id=531c94a9681b8c253fd0490a4ca8bbe01a38c78b"

  packet early { tcp; flags & (SYN|ACK|RST|FIN) == SYN; options has tfo; payload.len > 0 }

  event by src, dst, dport gap 1h having count(early) >= 1

  analysis {
    addresses "A client that has spoken to this server before and got a cookie from it."
    ports "To a web server or resolver, as a rule."
    flags "SYN with data."
    direction "Client to server. A server that honours the cookie acknowledges the data in its SYN ACK; one that does not acknowledges the SYN alone."
    time "If the SYN is not answered, its repeat comes without data and without the option."
    header "Option 34. Without it a SYN with data is something else: a probe, a flood, or a latency test."
    bottom-line "The client's first data travel in the SYN, to save a round trip. Ordinary."
  }

  hypothesis "Fast Open" {
    verdict benign
    weight strong
    because "Option and data come together, and the data are the start of an ordinary request."
    test "Is there an earlier connection of the two in which a cookie was asked for (option 34 with length 2)?"
  }
  hypothesis "Use of Fast Open to get data past a filter" {
    verdict malicious
    weight weak
    because "A sensor that starts to read after the handshake misses these data."
    test "What do the data say?"
  }

  false-positive "A crafted SYN that carries the option by design."
  blind-spot "Early systems with the experimental option 254; use without a cookie."

  trace "request in the SYN" synthetic expect match """
    10:00:00.000 IP 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 500000:500100, win 64240, options [mss 1460,sackOK,TS val 88 ecr 0,nop,wscale 7,tfo cookie 0a1b2c3d4e5f6071,nop,nop], length 100
  """
  trace "data without the option" synthetic expect no-match """
    10:00:00.000 IP 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 500000:500100, win 64240, options [mss 1460,sackOK,TS val 88 ecr 0,nop,wscale 7], length 100
  """
}
