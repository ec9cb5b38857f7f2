signature reflection-dns-rrsig {
  title      "DNS amplification with the question RRSIG"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2021 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, dns, dnssec, denial-of-service
  reference "StopDDoS packet captures at commit 230dd43, amp.dns.RRSIG.fragmented (observed, 21 September 2021)" url "https://github.com/StopDDoS/packet-captures"
  reference "RFC 4034, Resource Records for the DNS Security Extensions, section 3 (RRSIG, type 46)" url "https://www.rfc-editor.org/rfc/rfc4034#section-3"
  reference "RFC 1035, Domain Names, section 4.1 (header and question)" url "https://www.rfc-editor.org/rfc/rfc1035#section-4.1"
  reference "RFC 8482, Providing Minimal-Sized Responses to DNS Queries That Have QTYPE=ANY (why attackers look for other types)" url "https://www.rfc-editor.org/rfc/rfc8482"

  # An answer (first bit of the flags) to one question, whose name ends and is followed by type 46, class 1.
  packet answer {
    udp
    sport == 53
    frag.offset == 0
    payload contains |00 00 2e 00 01|
    payload matches /^[\x00-\xff]{2}[\x80-\xff][\x00-\xff]\x00\x01[\x00-\xff]{6}[^\x00]{2,255}\x00\x00\x2e\x00\x01/
  }

  event by dst gap 30s having count(answer, 30s) >= 10 and distinct(answer.src) >= 5

  analysis {
    addresses "The destination is the target. Five servers or more answer it: 49 resolvers sent the 523 answers of the capture."
    ports "From UDP 53, to a port of the attacker's choice, 22 in all 523."
    direction "Answers; the questions came from elsewhere, with the target's address as their source."
    time "523 in 28 s."
    header """
      Every answer repeats the question, so the name is known: in the capture one name for all, type RRSIG (46) alone. 483 are large, 3922 bytes of
      DNS in three fragments; 38 say that the server failed (flags 81 82) and are small, and belong to the attack all the same. Who validates asks for
      a record and gets its signatures with it; RRSIG by itself is a question for nobody but attackers, since many resolvers no longer answer ANY in
      full.
    """
    bottom-line """
      The destination is under attack by DNS reflection. The name in the question is the attacker's lever: tell the zone's owner, drop answers from
      port 53 to hosts that are no resolvers, and do not forget the fragments without ports.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "Five servers and more answer a question that nobody needs an answer to, ten times in half a minute."
    test "Is it one name in all? Is the destination port one at which nobody asks, as 22 here?"
  }
  hypothesis "A measurement of DNSSEC that runs at the destination" {
    verdict benign
    weight weak
    because "Researchers ask resolvers for signatures."
    against "Then the questions are in the capture, and the destination ports vary."
    test "Did the destination ask?"
  }

  false-positive "A survey of resolvers with this type, from the destination."
  blind-spot "Fragments but the first, which carry no DNS header; a snap length that ends before the question; a text trace without hex dump."

  trace "ten of 523 answers" observed expect match """
    15:45:24.430031 IP 45.179.193.111.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05c4 8c81 2000 3611 cf71 2db3 c16f
        0x0010:  0a0a 0a0a 0035 0016 0f5a 853e 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.430123 IP 36.91.140.93.53 > 10.10.10.10.22: 51580| 7/0/0 [|domain]
        0x0000:  4500 05dc be37 2000 3711 db0d 245b 8c5d
        0x0010:  0a0a 0a0a 0035 0016 0f5a e88c c97c 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.442139 IP 36.91.140.93.53 > 10.10.10.10.22: 51580| 7/0/0 [|domain]
        0x0000:  4500 05dc be3f 2000 3711 db05 245b 8c5d
        0x0010:  0a0a 0a0a 0035 0016 0f5a d13d c97c 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.452960 IP 36.91.157.217.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05dc 12c7 2000 3711 7502 245b 9dd9
        0x0010:  0a0a 0a0a 0035 0016 0f5a 5f7d 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.468464 IP 36.91.157.217.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05dc 12c8 2000 3711 7501 245b 9dd9
        0x0010:  0a0a 0a0a 0035 0016 0f5a 4e8d 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.488124 IP 185.49.192.170.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05c4 b416 2000 3611 1d23 b931 c0aa
        0x0010:  0a0a 0a0a 0035 0016 0f5a eebf 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.534978 IP 36.92.120.241.53 > 10.10.10.10.22: 28633| 7/0/0 [|domain]
        0x0000:  4500 05dc 6519 2000 3711 4797 245c 78f1
        0x0010:  0a0a 0a0a 0035 0016 0f5a 9cb3 6fd9 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.578990 IP 36.92.120.241.53 > 10.10.10.10.22: 64991| 7/0/0 [|domain]
        0x0000:  4500 05dc 6523 2000 3711 478d 245c 78f1
        0x0010:  0a0a 0a0a 0035 0016 0f5a b0c3 fddf 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001 c00c 002e 0001
    15:45:24.822681 IP 24.199.33.46.53 > 10.10.10.10.22: 28633 ServFail 0/0/0 (30)
        0x0000:  4500 003a 61ef 0000 3511 d5bb 18c7 212e
        0x0010:  0a0a 0a0a 0035 0016 0026 209e 6fd9 8182
        0x0020:  0001 0000 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001
    15:45:24.822682 IP 24.199.33.46.53 > 10.10.10.10.22: 15222 ServFail 0/0/0 (30)
        0x0000:  4500 003a 61f0 0000 3511 d5ba 18c7 212e
        0x0010:  0a0a 0a0a 0035 0016 0026 5501 3b76 8182
        0x0020:  0001 0000 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001
  """
  trace "the same type in the answers to the question A" synthetic expect no-match """
    15:45:24.430031 IP 45.179.193.111.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05c4 8c81 2000 3611 cf71 2db3 c16f
        0x0010:  0a0a 0a0a 0035 0016 0f5a 853e 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.430123 IP 36.91.140.93.53 > 10.10.10.10.22: 51580| 7/0/0 [|domain]
        0x0000:  4500 05dc be37 2000 3711 db0d 245b 8c5d
        0x0010:  0a0a 0a0a 0035 0016 0f5a e88c c97c 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.442139 IP 36.91.140.93.53 > 10.10.10.10.22: 51580| 7/0/0 [|domain]
        0x0000:  4500 05dc be3f 2000 3711 db05 245b 8c5d
        0x0010:  0a0a 0a0a 0035 0016 0f5a d13d c97c 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.452960 IP 36.91.157.217.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05dc 12c7 2000 3711 7502 245b 9dd9
        0x0010:  0a0a 0a0a 0035 0016 0f5a 5f7d 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.468464 IP 36.91.157.217.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05dc 12c8 2000 3711 7501 245b 9dd9
        0x0010:  0a0a 0a0a 0035 0016 0f5a 4e8d 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.488124 IP 185.49.192.170.53 > 10.10.10.10.22: 15222| 7/0/0 [|domain]
        0x0000:  4500 05c4 b416 2000 3611 1d23 b931 c0aa
        0x0010:  0a0a 0a0a 0035 0016 0f5a eebf 3b76 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.534978 IP 36.92.120.241.53 > 10.10.10.10.22: 28633| 7/0/0 [|domain]
        0x0000:  4500 05dc 6519 2000 3711 4797 245c 78f1
        0x0010:  0a0a 0a0a 0035 0016 0f5a 9cb3 6fd9 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.578990 IP 36.92.120.241.53 > 10.10.10.10.22: 64991| 7/0/0 [|domain]
        0x0000:  4500 05dc 6523 2000 3711 478d 245c 78f1
        0x0010:  0a0a 0a0a 0035 0016 0f5a b0c3 fddf 8380
        0x0020:  0001 0007 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 0001 0001 0000 2e00 0100
    15:45:24.822681 IP 24.199.33.46.53 > 10.10.10.10.22: 28633 ServFail 0/0/0 (30)
        0x0000:  4500 003a 61ef 0000 3511 d5bb 18c7 212e
        0x0010:  0a0a 0a0a 0035 0016 0026 209e 6fd9 8182
        0x0020:  0001 0000 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001
    15:45:24.822682 IP 24.199.33.46.53 > 10.10.10.10.22: 15222 ServFail 0/0/0 (30)
        0x0000:  4500 003a 61f0 0000 3511 d5ba 18c7 212e
        0x0010:  0a0a 0a0a 0035 0016 0026 5501 3b76 8182
        0x0020:  0001 0000 0000 0000 0870 697a 7a61 7365
        0x0030:  6f03 636f 6d00 002e 0001
  """
}
