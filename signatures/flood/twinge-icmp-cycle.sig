signature twinge-icmp-cycle {
  title      "twinge: every ICMP type from 0 to 17 in turn, each with one byte"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       denial-of-service, icmp, spoofing, twinge
  reference "twinge by sinkhole, June 1999, twinge.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/twinge.c"
  reference "RFC 792, Internet Control Message Protocol" url "https://www.rfc-editor.org/rfc/rfc792"

  packet message { icmp; not frag; ip.len == 29; payload.len == 1; icmp.type <= 17 }
  packet higher { icmp; not frag; ip.len == 29; payload.len == 1; icmp.type > 17 }

  # A flood that draws its types from all 256 has thirteen times as many above 17.
  event by dst gap 10s having distinct(message.icmp.type) >= 8 and count(message) > count(higher)

  analysis {
    addresses "The source is forged, anew for each packet."
    flags "ICMP types 0, 1, 2 and so on to 17, and again; for type 3 the codes 0 to 9, for 5 the codes 0 to 3, for 11 the codes 0 and 1."
    time "One cycle is 31 packets, and cycles follow without a pause."
    header """
      Read in the source: 29 bytes, that is a header of 8 and a single byte behind it, TTL 255 at the sender, IP id random. Types 1, 2 and 7 are not
      in use at all; types 3, 5, 11 and 12 have to quote a packet and cannot be this short. This project's own observation: of the 31 packets of a
      cycle at most eight can be well-formed, so the event needs eight different types within ten seconds.
    """
    bottom-line "Somebody throws every kind of ICMP at this host to crash an old Windows. Today it is noise with forged sources."
  }

  hypothesis "twinge" {
    verdict malicious
    weight strong
    because "Eight and more ICMP types to one host within seconds, each with one byte, unused types among them."
    test "Do the types come in rising order, with ten packets of type 3?"
  }
  hypothesis "A protocol fuzzer of your own" {
    verdict benign
    weight weak
    because "Going through all types is what a fuzzer does."
    test "Is the source one address of your laboratory?"
  }

  false-positive "Fuzzers and conformance tests of ICMP."
  blind-spot "Fewer than eight types in ten seconds."

  trace "the first twelve types" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.001000 IP (tos 0x0, ttl 243, id 4977, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.12 > 198.51.100.9: ICMP type-#1, length 9
    12:00:00.002000 IP (tos 0x0, ttl 243, id 5954, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.23 > 198.51.100.9: ICMP type-#2, length 9
    12:00:00.004000 IP (tos 0x0, ttl 243, id 7908, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.45 > 198.51.100.9: ICMP source quench, length 9
    12:00:00.006000 IP (tos 0x0, ttl 243, id 9862, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.67 > 198.51.100.9: ICMP type-#6, length 9
    12:00:00.007000 IP (tos 0x0, ttl 243, id 10839, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.78 > 198.51.100.9: ICMP type-#7, length 9
    12:00:00.008000 IP (tos 0x0, ttl 243, id 11816, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.89 > 198.51.100.9: ICMP echo request, id 0, seq 0, length 9
    12:00:00.009000 IP (tos 0x0, ttl 243, id 12793, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.100 > 198.51.100.9: ICMP type-#9, length 9
    12:00:00.010000 IP (tos 0x0, ttl 243, id 13770, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.111 > 198.51.100.9: ICMP type-#10, length 9
    12:00:00.013000 IP (tos 0x0, ttl 243, id 16701, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.144 > 198.51.100.9: ICMP time stamp query id 0 seq 0, length 9
    12:00:00.014000 IP (tos 0x0, ttl 243, id 17678, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.155 > 198.51.100.9: ICMP type-#14, length 9
    12:00:00.017000 IP (tos 0x0, ttl 243, id 20609, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.188 > 198.51.100.9: ICMP address mask request, length 9
  """
  trace "one type only" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
    12:00:00.000000 IP (tos 0x0, ttl 243, id 4000, offset 0, flags [none], proto ICMP (1), length 29)
        192.0.2.1 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 9
  """
}
