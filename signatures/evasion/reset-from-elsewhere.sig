signature reset-from-elsewhere {
  title      "Reset in a connection's name, with another TTL, and the sender goes on"
  category   evasion
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2004 to present"
  licence    "CC-BY-4.0"
  tags       reset, injection, middlebox, censorship
  reference "Suricata at commit 398687d5d4, rules/stream-events.rules (suspected RST injection)" url "https://github.com/OISF/suricata"
  reference "zapret, docs/readme.en.md, (readme: timing and TTL of resets used to find the box)" url "https://github.com/bol-van/zapret"
  reference "RFC 5961, Improving TCP's Robustness to Blind In-Window Attacks, section 3 (blind resets)" url "https://www.rfc-editor.org/rfc/rfc5961"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.4" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet reset { tcp; flags has RST }
  packet other { tcp; not flags has RST }
  packet data { tcp; not flags has RST; payload.len > 0 }

  event by src, sport, dst, dport gap 60s
    having count(other) >= 2
      and count(data) >= 1
      and span(other.ttl) == 0
      and (min(reset.ttl) - min(other.ttl) >= 3 or min(other.ttl) - max(reset.ttl) >= 3)
      and first(reset) < last(other)

  analysis {
    addresses "The reset claims to come from the one end, and does not."
    flags "RST or RST ACK with a sequence number that fits, or several with numbers that step."
    direction """
      A box on the way sends it to one end or both. The true owner of the address knows nothing of it and goes on: its data or acknowledgments come
      after 'its' reset.
    """
    time "Right after a request, when a box that reads it objects."
    header "The TTL differs by three or more from that of all other segments of the same direction; IP id and window often differ, too."
    bottom-line """
      Somebody between the two ends cut the connection in the name of one: a censor, a filter, a traffic shaper or an attacker who sees the packets.
      The end that the reset names is innocent.
    """
  }

  hypothesis "Censor, filter or shaper on the way" {
    verdict unknown
    weight strong
    because "The reset comes at once after a request and from a place at another distance."
    test "Repeat the request with a harmless name: no reset? Find the distance of the box by the TTL."
  }
  hypothesis "Attack on the connection by somebody who sees it" {
    verdict malicious
    weight moderate
    because "Whoever can read the sequence numbers can end the connection."
    test "Is only this connection hit, or all that carry a certain word?"
  }
  hypothesis "Firewall or load balancer of the server's own network" {
    verdict benign
    weight moderate
    because "Such a box resets in the server's name with its own TTL."
    against "It would stop the server, too."
    test "Ask the server's owner."
  }

  false-positive """
      A tool that makes its own packets, beside whose connection the kernel of the same host sends resets with its own TTL (masscan with banners, TCP
      traceroutes, seen in live runs): such a connection carries data only where the tool keeps the kernel quiet, so data is asked for.
    """
  false-positive "Stacks that send their resets with another initial TTL than data, when segments were reordered."
  blind-spot "Boxes that copy the TTL; connections in which the named end sends nothing afterwards."

  trace "after the request a reset, then the server's answer all the same" synthetic expect match """
    10:00:00.040 IP (tos 0x0, ttl 52, id 11, offset 0, flags [DF], proto TCP (6), length 44) 198.51.100.1.80 > 192.0.2.1.4011: Flags [S.], seq 900000, ack 500001, win 64240, options [mss 1460], length 0
    10:00:00.052 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.80 > 192.0.2.1.4011: Flags [R.], seq 900001, ack 500101, win 16616, length 0
    10:00:00.090 IP (tos 0x0, ttl 52, id 12, offset 0, flags [DF], proto TCP (6), length 540) 198.51.100.1.80 > 192.0.2.1.4011: Flags [P.], seq 900001:900501, ack 500101, win 64240, length 500
  """
  trace "the server's own reset: its TTL is that of the answer" synthetic expect no-match """
    10:00:00.040 IP (tos 0x0, ttl 52, id 11, offset 0, flags [DF], proto TCP (6), length 44) 198.51.100.1.80 > 192.0.2.1.4011: Flags [S.], seq 900000, ack 500001, win 64240, options [mss 1460], length 0
    10:00:00.052 IP (tos 0x0, ttl 52, id 0, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.80 > 192.0.2.1.4011: Flags [R.], seq 900001, ack 500101, win 16616, length 0
    10:00:00.090 IP (tos 0x0, ttl 52, id 12, offset 0, flags [DF], proto TCP (6), length 540) 198.51.100.1.80 > 192.0.2.1.4011: Flags [P.], seq 900001:900501, ack 500101, win 64240, length 500
  """
  trace "the reset comes last" synthetic expect no-match """
    10:00:00.040 IP (tos 0x0, ttl 52, id 11, offset 0, flags [DF], proto TCP (6), length 44) 198.51.100.1.80 > 192.0.2.1.4011: Flags [S.], seq 900000, ack 500001, win 64240, options [mss 1460], length 0
    10:00:00.052 IP (tos 0x0, ttl 52, id 12, offset 0, flags [DF], proto TCP (6), length 540) 198.51.100.1.80 > 192.0.2.1.4011: Flags [P.], seq 900001:900501, ack 500101, win 64240, length 500
    10:00:00.090 IP (tos 0x0, ttl 61, id 0, offset 0, flags [none], proto TCP (6), length 40) 198.51.100.1.80 > 192.0.2.1.4011: Flags [R.], seq 900001, ack 500101, win 16616, length 0
  """
}
