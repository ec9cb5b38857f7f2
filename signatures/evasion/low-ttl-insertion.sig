signature low-ttl-insertion {
  title      "Segment with a far smaller TTL amid a connection"
  category   evasion
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       evasion, insertion, ttl, censorship
  reference "Geneva, strategies.md at commit 28a3fa6, (TTL 8 or 10 in its insertion strategies)" url "https://github.com/Kkevsterrr/geneva"
  reference "zapret, docs/readme.en.md, (--dpi-desync-ttl; automatic range 3 to 20)" url "https://github.com/bol-van/zapret"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_IP4_MIN_TTL" url "https://github.com/snort3/snort3"
  reference "RFC 791, Internet Protocol, section 3.1 (time to live)" url "https://www.rfc-editor.org/rfc/rfc791"

  packet short { tcp; ttl <= 20; not flags has SYN }
  packet usual { tcp; ttl > 30 }

  event by src, sport, dst, dport gap 60s
    having count(usual) >= 3
      and 1 <= count(short) <= 6
      and span(usual.ttl) <= 2
      and first(usual) < first(short) < last(usual)

  analysis {
    addresses "Seen near the sender: the segment will die before it reaches the peer, so behind the place where it dies nobody sees it."
    flags "RST, RST ACK, odd flags, or data that are not what the client wants to say, with sequence numbers that fit the connection."
    direction "From the client, as a rule before its first data."
    time "One to a few segments, amid others."
    header """
      All other segments of this direction have one TTL; these have at most 20 (Geneva uses 8 or 10, zapret 3 to 20). A change of route would change
      all that follow.
    """
    bottom-line """
      The sender inserts segments that are meant for a box on the way and not for its peer: the box is to believe that the connection was reset, or to
      read a false request. On a client that is a means against censorship; the same trick hides an attack from a sensor. It harms nobody by itself.
    """
  }

  hypothesis "Circumvention of a censor by the client's program" {
    verdict benign
    weight strong
    because "Tools made for this do exactly so, at the start of connections to web servers."
    test "Does it happen at the start of each of the client's connections to ports 80 and 443? Ask its user."
  }
  hypothesis "Evasion of a sensor" {
    verdict malicious
    weight moderate
    because "The method was described for that in 1998, before there were such censors."
    test "What does the connection carry? Does it come from outside towards your server? Then you can only see it on the sender's side."
  }
  hypothesis "Traceroute inside a connection" {
    verdict benign
    weight weak
    because "Some tools measure the path with segments of an open connection."
    against "They go through rising TTLs, 1, 2, 3."
    test "Do the small TTLs rise step by step, with time-exceeded errors coming back?"
  }

  false-positive "Path measurement within connections."
  blind-spot "Beyond the place where the segment dies nothing of it is seen. Senders whose ordinary TTL arrives with less than 31 are left out."

  trace "a false reset with TTL 8" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 1000, win 64240, length 0
    10:00:00.040 IP (tos 0x0, ttl 64, id 2, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.041 IP (tos 0x0, ttl 8, id 3, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [R.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.042 IP (tos 0x0, ttl 64, id 4, offset 0, flags [DF], proto TCP (6), length 140) 192.0.2.1.4011 > 198.51.100.1.80: Flags [P.], seq 1001:1101, ack 5001, win 64240, length 100
  """
  trace "a reset with the TTL of the others" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 1000, win 64240, length 0
    10:00:00.040 IP (tos 0x0, ttl 64, id 2, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.041 IP (tos 0x0, ttl 64, id 3, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [R.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.042 IP (tos 0x0, ttl 64, id 4, offset 0, flags [DF], proto TCP (6), length 140) 192.0.2.1.4011 > 198.51.100.1.80: Flags [P.], seq 1001:1101, ack 5001, win 64240, length 100
  """
  trace "a route that changes: the others' TTL varies" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 1000, win 64240, length 0
    10:00:00.040 IP (tos 0x0, ttl 60, id 2, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.041 IP (tos 0x0, ttl 8, id 3, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [R.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.042 IP (tos 0x0, ttl 64, id 4, offset 0, flags [DF], proto TCP (6), length 140) 192.0.2.1.4011 > 198.51.100.1.80: Flags [P.], seq 1001:1101, ack 5001, win 64240, length 100
  """
  trace "the reset comes last" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto TCP (6), length 60) 192.0.2.1.4011 > 198.51.100.1.80: Flags [S], seq 1000, win 64240, length 0
    10:00:00.040 IP (tos 0x0, ttl 64, id 2, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [.], seq 1001, ack 5001, win 64240, length 0
    10:00:00.041 IP (tos 0x0, ttl 64, id 4, offset 0, flags [DF], proto TCP (6), length 140) 192.0.2.1.4011 > 198.51.100.1.80: Flags [P.], seq 1001:1101, ack 5001, win 64240, length 100
    10:00:00.042 IP (tos 0x0, ttl 8, id 3, offset 0, flags [DF], proto TCP (6), length 40) 192.0.2.1.4011 > 198.51.100.1.80: Flags [R.], seq 1001, ack 5001, win 64240, length 0
  """
}
