signature desync-badseq {
  title      "False data 10000 below and 66000 behind the true numbers (zapret's badseq)"
  category   evasion
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       evasion, censorship, zapret, insertion
  reference "zapret, docs/readme.en.md, (badseq: sequence number - 10000, acknowledgment number - 66000 by default)" url "https://github.com/bol-van/zapret"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.4 (segments outside the window are answered and dropped)" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet accept { from responder; tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet data { tcp; flags has ACK; payload.len > 0 }

  event by src, sport, dst, dport gap 60s
    having first(syn) < first(accept) < first(data)
      and min(syn.seq) - min(data.seq) == 9999
      and min(accept.seq) - min(data.ack) == 65999

  analysis {
    addresses "The client runs the tool; the server is of no concern."
    ports "To web servers, as a rule."
    flags "Data with PSH ACK, sent before the true first data."
    direction "Client to server. The server drops it as outside the window; a box on the way may believe it."
    time "At the start of the connection, right after the handshake."
    header """
      The first data's sequence number is 10000 below the number that is due, and its acknowledgment number 66000 behind: the defaults of the tool,
      written here against both initial sequence numbers. Two relations of 32 bits each. Derived from the tool's documentation.
    """
    bottom-line "The client uses zapret to get past a censoring box. To the server it is noise; in a trace it looks like injection by a third party, and is not."
  }

  hypothesis "Circumvention by the client itself" {
    verdict benign
    weight strong
    because "Both offsets are the tool's defaults, and the true data follow at once from the same host."
    test "Do TTL and IP id of the false segment fit the client's others?"
  }
  hypothesis "Somebody else injects data" {
    verdict malicious
    weight weak
    because "False data in a connection is what an injector sends."
    against "An injector wants his data accepted, and these cannot be."
    test "Compare TTLs."
  }

  false-positive "None is known; a retransmission of data from an earlier connection with the same ports would have to hit both numbers."
  blind-spot "Connections whose numbers wrap within the first 66000, and other settings of the tool."

  trace "handshake, false request, true request" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.040 198.51.100.1.80 > 192.0.2.1.4011: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:00.041 192.0.2.1.4011 > 198.51.100.1.80: . ack 900001 win 64240
    10:00:00.042 192.0.2.1.4011 > 198.51.100.1.80: P 490001:490101(100) ack 834001 win 64240
    10:00:00.043 192.0.2.1.4011 > 198.51.100.1.80: P 500001:500101(100) ack 900001 win 64240
  """
  trace "the acknowledgment number is true" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.040 198.51.100.1.80 > 192.0.2.1.4011: S 900000:900000(0) ack 500001 win 64240 <mss 1460>
    10:00:00.041 192.0.2.1.4011 > 198.51.100.1.80: . ack 900001 win 64240
    10:00:00.042 192.0.2.1.4011 > 198.51.100.1.80: P 490001:490101(100) ack 900001 win 64240
    10:00:00.043 192.0.2.1.4011 > 198.51.100.1.80: P 500001:500101(100) ack 900001 win 64240
  """
}
