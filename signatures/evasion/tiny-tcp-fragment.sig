signature tiny-tcp-fragment {
  title      "TCP header cut in two by fragmentation"
  category   evasion
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1995 to present"
  licence    "CC-BY-4.0"
  tags       evasion, fragments, filter-bypass
  reference "RFC 1858, Security Considerations for IP Fragment Filtering, section 3 (the tiny fragment attack and the two remedies)" url "https://www.rfc-editor.org/rfc/rfc1858"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sid 522 (tiny fragments)" url "https://github.com/eldondev/Snort"
  reference "hping at commit 3547c76, hping2.h line 117 and sendip.c (virtual MTU of 16 bytes, IP id = process id & 255)" url "https://github.com/antirez/hping"
  reference "zapret, docs/readme.en.md, (splits TCP at byte 32 and UDP at byte 8 by default)" url "https://github.com/bol-van/zapret"
  reference "Zeek at commit a13de64fbb, weird.zeek: excessively_small_fragment" url "https://github.com/zeek/zeek"

  packet head { ip; proto == 6; mf; frag.offset == 0; ip.len - ip.hlen < 20 }
  packet second { ip; proto == 6; frag.offset in {8, 16} }

  event by src, dst gap 60s having count(head) >= 1 or count(second) >= 1

  analysis {
    addresses "The source is real if it wants an answer to what it sends."
    ports "In the first eight bytes, so that a filter that looks at ports is content."
    flags "Not in the first fragment: they stand at byte 13 of TCP and come in the second one, where a filter does not look for them."
    direction "One way."
    header """
      A first fragment with fewer than the 20 bytes of a TCP header, or a second one that starts at byte 8 or 16. IP allows pieces of eight bytes, but
      no link in use demands them: a link must carry 68 bytes, which is 48 bytes behind the IP header. hping's fragments hold 16 bytes and their IP id
      is below 256.
    """
    bottom-line """
      Somebody cuts packets so that TCP's flags are hidden from filters. Let the border drop TCP fragments that start at byte 8, and first ones that
      hold no whole header; RFC 1858 gives the reasons.
    """
  }

  hypothesis "Filter evasion or a scan in fragments" {
    verdict malicious
    weight strong
    because "No path needs such pieces; nmap and hping make them on request."
    test "What flags stand in the second fragment? A lone SYN is a scan."
  }
  hypothesis "Circumvention of a censor" {
    verdict unknown
    weight moderate
    because "Programs on clients cut their first packets to keep a censor from reading them."
    test "Is the source a client of yours, and is the target a web server?"
  }
  hypothesis "A test" {
    verdict benign
    weight weak
    because "Testers of filters and reassembly send the same."
    test "Ask."
  }

  false-positive "Links with a tiny MTU (rare)."
  blind-spot "TCP headers with options that are cut behind byte 20."
  blind-spot "Later fragments of short pieces, from byte 24 on."

  trace "eight bytes, then the rest" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 77, offset 0, flags [+], proto TCP (6), length 28) 192.0.2.1.4011 > 198.51.100.1.80: [|tcp]
    10:00:00.000100 IP (tos 0x0, ttl 64, id 77, offset 8, flags [none], proto TCP (6), length 32) 192.0.2.1 > 198.51.100.1: tcp
  """
  trace "an ordinary first fragment" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 77, offset 0, flags [+], proto TCP (6), length 572) 192.0.2.1.4011 > 198.51.100.1.80: Flags [.], seq 1:533, ack 1, win 512, length 532
    10:00:00.000100 IP (tos 0x0, ttl 64, id 77, offset 552, flags [none], proto TCP (6), length 420) 192.0.2.1 > 198.51.100.1: tcp
  """
}
