signature reflection-dns-one-answer {
  title      "DNS amplification: the same fragmented answer from several servers"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "captured 21 September 2021"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, dns, rrsig, fragments
  variant-of reflection-dns
  reference "StopDDoS packet captures at commit 230dd43, amp.dns.RRSIG.fragmented (observed: UDP length 3930 in 483 of 543 first fragments, question type RRSIG)" url "https://github.com/StopDDoS/packet-captures"
  reference "RFC 4034, Resource Records for the DNS Security Extensions, section 3 (RRSIG)" url "https://www.rfc-editor.org/rfc/rfc4034"
  reference "RFC 791, Internet Protocol, section 3.2 (fragmentation)" url "https://www.rfc-editor.org/rfc/rfc791"

  packet first { udp; sport == 53; mf; frag.offset == 0; udp.len >= 1500 }

  event by dst, udp.len gap 30s having count(first, 30s) >= 10 and distinct(first.src) >= 5

  analysis {
    addresses "The destination is the target; five servers or more send it the same answer. They are reflectors."
    ports "From UDP 53, to a port of the attacker's choice: 22 in 523 of 543 cases."
    direction "Answers."
    header """
      The length in the UDP header is that of the whole answer and stands in the first fragment. One length from many servers means one question about
      one name: 3930 bytes in 483 of the 543 captured cases, cut into 1500, 1500 and 990 bytes. The question there was RRSIG (type 46) alone, a
      substitute for ANY since resolvers restrict that; validators ask for signatures together with what they sign.
    """
    bottom-line """
      The destination is under attack by DNS reflection, with one name whose answer is large. Name and type can be read in the first fragment: tell
      the zone's owner, who can make the answer smaller.
    """
  }

  hypothesis "Amplification attack with one name" {
    verdict malicious
    weight strong
    because "Ten fragmented answers of exactly one length from five servers within half a minute."
    test "Read the question in the first fragments."
  }
  hypothesis "A validator that asks many servers of one zone" {
    verdict benign
    weight weak
    because "A resolver in trouble repeats its question at every server of a zone."
    against "Its own questions would be in the capture, and it would fall back to TCP."
    test "Are the senders the zone's own servers, or open resolvers anywhere?"
  }

  false-positive "A measurement that asks many resolvers for one large name."
  blind-spot "Answers that are cut to different sizes by the reflectors (names differ in one byte, EDNS sizes)."
  blind-spot "Attacks with answers below 1,500 bytes."

  trace "ten first fragments and some of the later ones" synthetic expect match """
    10:00:00.000000 192.0.2.1.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 400:1480@0+)
    10:00:00.000010 192.0.2.1 > 198.51.100.22: (frag 400:1480@1480+)
    10:00:00.000020 192.0.2.1 > 198.51.100.22: (frag 400:970@2960)
    10:00:00.002000 192.0.2.2.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 401:1480@0+)
    10:00:00.004000 192.0.2.3.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 402:1480@0+)
    10:00:00.006000 192.0.2.4.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 403:1480@0+)
    10:00:00.006010 192.0.2.4 > 198.51.100.22: (frag 403:1480@1480+)
    10:00:00.006020 192.0.2.4 > 198.51.100.22: (frag 403:970@2960)
    10:00:00.008000 192.0.2.5.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 404:1480@0+)
    10:00:00.010000 192.0.2.1.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 405:1480@0+)
    10:00:00.012000 192.0.2.2.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 406:1480@0+)
    10:00:00.012010 192.0.2.2 > 198.51.100.22: (frag 406:1480@1480+)
    10:00:00.012020 192.0.2.2 > 198.51.100.22: (frag 406:970@2960)
    10:00:00.014000 192.0.2.3.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 407:1480@0+)
    10:00:00.016000 192.0.2.4.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 408:1480@0+)
    10:00:00.018000 192.0.2.5.53 > 198.51.100.22.22: 7788 13/0/1 (3922) (frag 409:1480@0+)
    10:00:00.018010 192.0.2.5 > 198.51.100.22: (frag 409:1480@1480+)
    10:00:00.018020 192.0.2.5 > 198.51.100.22: (frag 409:970@2960)
  """
  trace "ten lengths" synthetic expect no-match """
    10:00:00.000000 192.0.2.1.53 > 198.51.100.22.22: 7788 13/0/1 (3000) (frag 400:1480@0+)
    10:00:00.002000 192.0.2.2.53 > 198.51.100.22.22: 7788 13/0/1 (3031) (frag 401:1480@0+)
    10:00:00.004000 192.0.2.3.53 > 198.51.100.22.22: 7788 13/0/1 (3062) (frag 402:1480@0+)
    10:00:00.006000 192.0.2.4.53 > 198.51.100.22.22: 7788 13/0/1 (3093) (frag 403:1480@0+)
    10:00:00.008000 192.0.2.5.53 > 198.51.100.22.22: 7788 13/0/1 (3124) (frag 404:1480@0+)
    10:00:00.010000 192.0.2.1.53 > 198.51.100.22.22: 7788 13/0/1 (3155) (frag 405:1480@0+)
    10:00:00.012000 192.0.2.2.53 > 198.51.100.22.22: 7788 13/0/1 (3186) (frag 406:1480@0+)
    10:00:00.014000 192.0.2.3.53 > 198.51.100.22.22: 7788 13/0/1 (3217) (frag 407:1480@0+)
    10:00:00.016000 192.0.2.4.53 > 198.51.100.22.22: 7788 13/0/1 (3248) (frag 408:1480@0+)
    10:00:00.018000 192.0.2.5.53 > 198.51.100.22.22: 7788 13/0/1 (3279) (frag 409:1480@0+)
  """
}
