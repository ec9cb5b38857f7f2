signature syn-16-bytes-then-session {
  title      "SYN with 16 bytes of data, then an ordinary session: a client that confuses inspection"
  category   payload-syn
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2022 to present"
  licence    "CC-BY-4.0"
  tags       syn-payload, censorship, evasion, zapret
  reference "zapret: docs/readme.en.md lines 531-537 (syndata), nfq/params.c line 231 (16 zero bytes by default)" url "https://github.com/bol-van/zapret"
  reference "RFC 9293, section 3.5 (data on a SYN)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet syn {
    tcp
    flags == SYN
    payload.len == 16
    options has mss
    options has sackok
    not options has tfo
    not options has 254
  }
  packet answer { from responder; tcp; flags & (SYN|ACK|RST) == SYN|ACK }
  packet third { tcp; flags == ACK }
  packet said { tcp; flags has ACK; payload.len > 0 }

  event by src, sport, dst, dport gap 30s
    having first(syn) < first(answer) < first(third) and count(said) >= 1

  analysis {
    addresses "A client of yours, or of somebody else, behind a network that inspects."
    ports "443 or 80 mostly."
    flags "A kernel's SYN with its own options, and 16 bytes of data put into it on the way out. The server does not acknowledge them and the session goes on as ever."
    direction "Handshake, request, answer: a real session, which tells it from a scan."
    header "16 zero bytes by default; window, TTL and options are the kernel's. SYNs that use fast open are left alone by the program."
    bottom-line "A user evades inspection with zapret or a program like it. No attack on anybody; a matter of policy at most."
  }
  hypothesis "Circumvention of inspection" {
    verdict benign
    weight strong
    because "The session that follows is complete, so the data were not for the server."
    test "Are the bytes all zero? Do other connections of the same client show it too?"
  }
  hypothesis "A scan with null data" {
    verdict unknown
    weight weak
    because "Scans with zero bytes in SYNs are reported."
    against "No session follows them."
    test "Does application data flow?"
  }
  false-positive "A program that uses data on SYN without the fast-open option, 16 bytes long: T/TCP is extinct."
  blind-spot "Other lengths, by the user's file; captures that begin after the SYN."
  trace "SYN with 16 bytes, session with a request" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 76)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001:2146312017, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 16
    03:00:00.020000 IP (tos 0x0, ttl 55, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [S.], seq 778123401, ack 2146312002, win 65160, options [mss 1460], length 0
    03:00:00.030000 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
    03:00:00.031000 IP (tos 0x0, ttl 61, id 41002, offset 0, flags [DF], proto TCP (6), length 557)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [P.], seq 2146312002:2146312519, ack 778123402, win 502, length 517
    03:00:00.051000 IP (tos 0x0, ttl 55, id 9001, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [.], ack 2146312519, win 501, length 0
  """
  trace "the session says nothing" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 76)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001:2146312017, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 16
    03:00:00.020000 IP (tos 0x0, ttl 55, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [S.], seq 778123401, ack 2146312002, win 65160, options [mss 1460], length 0
    03:00:00.030000 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
  """
  trace "nothing is heard of the server" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 76)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001:2146312017, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 16
    03:00:00.030000 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
    03:00:00.031000 IP (tos 0x0, ttl 61, id 41002, offset 0, flags [DF], proto TCP (6), length 557)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [P.], seq 2146312002:2146312519, ack 778123402, win 502, length 517
  """
  trace "the SYN is empty" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:00.030200 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
    03:00:00.031200 IP (tos 0x0, ttl 61, id 41002, offset 0, flags [DF], proto TCP (6), length 557)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [P.], seq 2146312002:2146312519, ack 778123402, win 502, length 517
    03:00:00.051200 IP (tos 0x0, ttl 55, id 9001, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [.], ack 2146312519, win 501, length 0
  """
}
