signature reflection-dns {
  title      "DNS amplification: large answers to a host that asks nothing"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, dns, denial-of-service
  reference "US-CERT alert TA14-017A, UDP-based amplification attacks (copy), (documented: factor 28 to 54)" url "https://b3tik.blogspot.com/2014/05/ta14-017a-udp-based-amplification.html"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, AMP Methods/DNS Amplification/dnsamp.c lines 167-252 (source: ANY questions with EDNS and a size of 9000, TTL 255, source address of the victim)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "StopDDoS packet captures at commit 230dd43, amp.dns.RRSIG.fragmented (observed, 21 September 2021)" url "https://github.com/StopDDoS/packet-captures"

  packet answer { udp; sport == 53; payload.len >= 1000 }
  packet question { from responder; solicits; udp; dport == 53 }

  event by dst gap 10s
    having count(answer, 10s) >= 20 and distinct(answer.src, 10s) >= 5 and count(question) == 0

  analysis {
    addresses "The destination is the target. The senders are the reflectors: open resolvers, or the name servers of a zone with large answers."
    ports "From UDP 53. The destination port was chosen by the attacker: 22 in 523 of 543 first fragments of the capture."
    direction "Answers; no question came from the destination."
    time "In the capture, attack and background are mixed over 30 s."
    header """
      Answers of a kilobyte and more, most of them in fragments: the first carries the ports, the later ones (726 in the capture) do not and must be
      found by address and IP id.
    """
    bottom-line """
      The destination is under attack by DNS reflection. The senders are abused and not attackers. Filter answers to hosts that are no resolvers, and
      do not forget the fragments without ports.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "Five servers or more send large answers to a host that asked none of them."
    test "Which question do the answers repeat? ANY, RRSIG or TXT of one name is an attack's choice."
  }
  hypothesis "A resolver whose questions are not captured" {
    verdict benign
    weight moderate
    because "A busy resolver gets many large answers, since DNSSEC."
    against "Its answers go to many ports, are about many names, and only a few per second are this large."
    test "Is the destination a resolver? Do its questions leave by another path?"
  }

  false-positive "The inbound half of a resolver's traffic."
  blind-spot "A target that is a resolver itself and asks at the same time."
  blind-spot "Later fragments are not counted: they have no ports."

  trace "five resolvers, twenty large answers to port 22" synthetic expect match """
    10:00:00.000500 192.0.2.1.53 > 198.51.100.22.22: 7788 14/0/1 (3037) (frag 400:1480@0+)
    10:00:00.001500 192.0.2.2.53 > 198.51.100.22.22: 7788 17/0/1 (3074) (frag 401:1480@0+)
    10:00:00.002500 192.0.2.3.53 > 198.51.100.22.22: 7788 13/0/1 (3111) (frag 402:1480@0+)
    10:00:00.003500 192.0.2.4.53 > 198.51.100.22.22: 7788 16/0/1 (3148) (frag 403:1480@0+)
    10:00:00.004500 192.0.2.5.53 > 198.51.100.22.22: 7788 10/0/1 (3185) (frag 404:1480@0+)
    10:00:00.005500 192.0.2.1.53 > 198.51.100.22.22: 7788 18/0/1 (3222) (frag 405:1480@0+)
    10:00:00.006500 192.0.2.2.53 > 198.51.100.22.22: 7788 14/0/1 (3259) (frag 406:1480@0+)
    10:00:00.007500 192.0.2.3.53 > 198.51.100.22.22: 7788 13/0/1 (3296) (frag 407:1480@0+)
    10:00:00.008500 192.0.2.4.53 > 198.51.100.22.22: 7788 9/0/1 (3333) (frag 408:1480@0+)
    10:00:00.009500 192.0.2.5.53 > 198.51.100.22.22: 7788 15/0/1 (3370) (frag 409:1480@0+)
    10:00:00.010500 192.0.2.1.53 > 198.51.100.22.22: 7788 10/0/1 (3407) (frag 410:1480@0+)
    10:00:00.011500 192.0.2.2.53 > 198.51.100.22.22: 7788 12/0/1 (3444) (frag 411:1480@0+)
    10:00:00.012500 192.0.2.3.53 > 198.51.100.22.22: 7788 14/0/1 (3481) (frag 412:1480@0+)
    10:00:00.013500 192.0.2.4.53 > 198.51.100.22.22: 7788 17/0/1 (3518) (frag 413:1480@0+)
    10:00:00.014500 192.0.2.5.53 > 198.51.100.22.22: 7788 18/0/1 (3555) (frag 414:1480@0+)
    10:00:00.015500 192.0.2.1.53 > 198.51.100.22.22: 7788 14/0/1 (3592) (frag 415:1480@0+)
    10:00:00.016500 192.0.2.2.53 > 198.51.100.22.22: 7788 11/0/1 (3629) (frag 416:1480@0+)
    10:00:00.017500 192.0.2.3.53 > 198.51.100.22.22: 7788 14/0/1 (3666) (frag 417:1480@0+)
    10:00:00.018500 192.0.2.4.53 > 198.51.100.22.22: 7788 13/0/1 (3703) (frag 418:1480@0+)
    10:00:00.019500 192.0.2.5.53 > 198.51.100.22.22: 7788 17/0/1 (3740) (frag 419:1480@0+)
  """
  trace "a resolver that asks" synthetic expect no-match """
    10:00:00.000000 198.51.100.22.40000 > 192.0.2.1.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.000500 192.0.2.1.53 > 198.51.100.22.40000: 7788 5/0/1 (1189)
    10:00:00.001000 198.51.100.22.40007 > 192.0.2.2.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.001500 192.0.2.2.53 > 198.51.100.22.40007: 7788 5/0/1 (1189)
    10:00:00.002000 198.51.100.22.40014 > 192.0.2.3.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.002500 192.0.2.3.53 > 198.51.100.22.40014: 7788 5/0/1 (1189)
    10:00:00.003000 198.51.100.22.40021 > 192.0.2.4.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.003500 192.0.2.4.53 > 198.51.100.22.40021: 7788 5/0/1 (1189)
    10:00:00.004000 198.51.100.22.40028 > 192.0.2.5.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.004500 192.0.2.5.53 > 198.51.100.22.40028: 7788 5/0/1 (1189)
    10:00:00.005000 198.51.100.22.40035 > 192.0.2.1.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.005500 192.0.2.1.53 > 198.51.100.22.40035: 7788 5/0/1 (1189)
    10:00:00.006000 198.51.100.22.40042 > 192.0.2.2.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.006500 192.0.2.2.53 > 198.51.100.22.40042: 7788 5/0/1 (1189)
    10:00:00.007000 198.51.100.22.40049 > 192.0.2.3.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.007500 192.0.2.3.53 > 198.51.100.22.40049: 7788 5/0/1 (1189)
    10:00:00.008000 198.51.100.22.40056 > 192.0.2.4.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.008500 192.0.2.4.53 > 198.51.100.22.40056: 7788 5/0/1 (1189)
    10:00:00.009000 198.51.100.22.40063 > 192.0.2.5.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.009500 192.0.2.5.53 > 198.51.100.22.40063: 7788 5/0/1 (1189)
    10:00:00.010000 198.51.100.22.40070 > 192.0.2.1.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.010500 192.0.2.1.53 > 198.51.100.22.40070: 7788 5/0/1 (1189)
    10:00:00.011000 198.51.100.22.40077 > 192.0.2.2.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.011500 192.0.2.2.53 > 198.51.100.22.40077: 7788 5/0/1 (1189)
    10:00:00.012000 198.51.100.22.40084 > 192.0.2.3.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.012500 192.0.2.3.53 > 198.51.100.22.40084: 7788 5/0/1 (1189)
    10:00:00.013000 198.51.100.22.40091 > 192.0.2.4.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.013500 192.0.2.4.53 > 198.51.100.22.40091: 7788 5/0/1 (1189)
    10:00:00.014000 198.51.100.22.40098 > 192.0.2.5.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.014500 192.0.2.5.53 > 198.51.100.22.40098: 7788 5/0/1 (1189)
    10:00:00.015000 198.51.100.22.40105 > 192.0.2.1.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.015500 192.0.2.1.53 > 198.51.100.22.40105: 7788 5/0/1 (1189)
    10:00:00.016000 198.51.100.22.40112 > 192.0.2.2.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.016500 192.0.2.2.53 > 198.51.100.22.40112: 7788 5/0/1 (1189)
    10:00:00.017000 198.51.100.22.40119 > 192.0.2.3.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.017500 192.0.2.3.53 > 198.51.100.22.40119: 7788 5/0/1 (1189)
    10:00:00.018000 198.51.100.22.40126 > 192.0.2.4.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.018500 192.0.2.4.53 > 198.51.100.22.40126: 7788 5/0/1 (1189)
    10:00:00.019000 198.51.100.22.40133 > 192.0.2.5.53: 7788+ [1au] DNSKEY? example.org. (40)
    10:00:00.019500 192.0.2.5.53 > 198.51.100.22.40133: 7788 5/0/1 (1189)
  """
}
