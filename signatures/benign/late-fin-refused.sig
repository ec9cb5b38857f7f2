signature late-fin-refused {
  title      "FIN of a connection that its peer has already forgotten"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       late-packets, tcp, look-alike
  reference "Zeek at commit a13de64fbb, weird.zeek (spontaneous_FIN, spontaneous_RST and FIN_after_reset are ignored by default)" url "https://github.com/zeek/zeek"
  reference "Suricata at commit 398687d5d4, rules/stream-events.rules (FIN and RST without a session)" url "https://github.com/OISF/suricata"
  reference "RFC 1191, Path MTU Discovery, section 3 (a host that discovers sets DF in its packets)" url "https://www.rfc-editor.org/rfc/rfc1191"
  reference "nmap 7.93 of Debian 12, -sM, run for this project in its own network (tests/live): FIN ACK without DF" url "https://packages.debian.org/bookworm/nmap"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet fin { tcp; flags & (SYN|RST|FIN|ACK) == FIN|ACK; payload.len == 0; df or ip6 }
  packet opening { tcp; flags has SYN or payload.len > 0 }
  packet reset { from responder; tcp; flags & (SYN|RST|FIN|ACK) == RST }
  packet talk { from responder; tcp; not flags has RST }

  event by src, sport, dst, dport gap 60s
    having first(fin) < first(reset)
      and min(reset.seq) == min(fin.ack)
      and constant(fin.seq)
      and count(opening) == 0
      and count(talk) == 0

  analysis {
    addresses "Two hosts that had a connection, before the capture or long ago."
    ports "One is a service's, the other a client's."
    flags "FIN ACK, answered by a bare RST whose sequence number is what the FIN acknowledged."
    direction "The one end still closes what the other has forgotten: after a restart, a time-out, or because a translator or filter in between lost its table."
    time "Minutes to hours after the last data."
    header "DF is set, as TCPs set it that look for the path's MTU. nmap's Maimon scan leaves it clear, and its steps would look like this otherwise."
    bottom-line "A leftover. One such pair means nothing; the scan that looks like it (FIN ACK, Maimon's) does so at many ports or hosts."
  }

  hypothesis "A connection that one end has forgotten" {
    verdict benign
    weight strong
    because "The numbers are those of a real connection, and only these two hosts and ports are concerned."
    test "Do earlier captures or logs show the connection?"
  }
  hypothesis "Maimon scan" {
    verdict malicious
    weight weak
    because "It sends FIN ACK and reads resets."
    against "It does so at many ports, with one source port and the same numbers."
    test "Does the source send FIN ACK elsewhere?"
  }

  false-positive "A single step of such a scan by a tool that sets DF."
  blind-spot "Leftovers that draw no answer, and those of systems that do not set DF."

  trace "a client closes too late" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: F 500100:500100(0) ack 900500 win 501 (DF)
    10:00:00.040 198.51.100.1.80 > 192.0.2.1.4011: R 900500:900500(0) win 0
  """
  trace "the close of a connection that works" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: F 500100:500100(0) ack 900500 win 501 (DF)
    10:00:00.040 198.51.100.1.80 > 192.0.2.1.4011: F 900500:900500(0) ack 500101 win 501
    10:00:00.041 192.0.2.1.4011 > 198.51.100.1.80: . ack 900501 win 501
  """
  trace "one step of nmap -sM: no DF" observed expect no-match """
    03:43:11.240064 IP (tos 0x0, ttl 40, id 4720, offset 0, flags [none], proto TCP (6), length 40)
        10.20.1.2.53733 > 10.20.2.2.20: Flags [F.], cksum 0xd271 (correct), seq 0, ack 4098292725, win 1024, length 0
    03:43:11.240068 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        10.20.2.2.20 > 10.20.1.2.53733: Flags [R], cksum 0xd67e (correct), seq 4098292725, win 0, length 0
  """
}
