signature syn-doubled-as-syn-ack {
  title      "A client's SYN, and at once its SYN ACK: an evasion by Geneva's pattern"
  category   payload-syn
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       handshake, censorship, evasion, geneva
  reference "Geneva at commit 28a3fa6: strategies.md, rows TCP:flags:S (copy of the SYN with flags SYN ACK)" url "https://github.com/Kkevsterrr/geneva"
  reference "RFC 9293, section 3.5 (simultaneous opening)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet syn { tcp; flags == SYN }
  packet copy { tcp; flags == SYN|ACK }

  event by src, sport, dst, dport, seq gap 2s
    having count(syn) >= 1 and count(copy) >= 1 and duration < 20ms

  analysis {
    flags "SYN and SYN ACK from the same side with one sequence number. A client never sends a SYN ACK, but for the rare case that both ends call each other at the same moment."
    direction "The box on the way takes client and server for each other and inspects the wrong direction; the server resets or ignores the copy."
    time "Back to back, far less than a round trip, so it is no answer to anything."
    header "Options and window are equal in both, as the copy was made from the first."
    bottom-line "A client misleads a censor or a filter that decides by the SYN ACK who the server is. Not directed at the server."
  }
  hypothesis "Evasion of inspection" {
    verdict benign
    weight strong
    because "The pair is one of the published strategies; it comes faster than any answer could have come."
    test "Does an ordinary session follow on the same ports?"
  }
  hypothesis "Simultaneous opening" {
    verdict benign
    weight weak
    because "Two ends that call each other on agreed ports send just this pair."
    against "Then a SYN of the other side is between the two."
    test "Look for a SYN from the other end; peer-to-peer programs do it on purpose."
  }
  hypothesis "Test of a sensor" {
    verdict unknown
    weight moderate
    because "It shows whether a sensor keeps its directions apart."
    test "Is the client known, and does it do so in all its connections?"
  }
  false-positive "Simultaneous opening over a local network, where a round trip takes less than 20 ms."
  blind-spot "Copies that are held back for longer."
  trace "SYN, its copy with ACK, and the session" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:00.000200 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S.], seq 2146312001, ack 0, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:00.020200 IP (tos 0x0, ttl 55, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [S.], seq 778123401, ack 2146312002, win 65160, options [mss 1460], length 0
    03:00:00.030200 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
    03:00:00.031200 IP (tos 0x0, ttl 61, id 41002, offset 0, flags [DF], proto TCP (6), length 557)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [P.], seq 2146312002:2146312519, ack 778123402, win 502, length 517
  """
  trace "the SYN ACK comes from the server" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 76)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001:2146312017, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 16
    03:00:00.020000 IP (tos 0x0, ttl 55, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [S.], seq 778123401, ack 2146312002, win 65160, options [mss 1460], length 0
    03:00:00.030000 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
  """
}
