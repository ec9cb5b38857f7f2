signature stacheldraht-icmp-talk {
  title      "Stacheldraht: echo replies with id 666 one way and 667 the other"
  category   control
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       ddos, control-channel, icmp, stacheldraht
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 224-227, 229, 236 and 1854-1856, doc/signatures/1856.txt (after D. Dittrich's analysis; ids 6666 and 6667 as met in the wild)" url "https://github.com/eldondev/Snort"

  packet skillz { icmp; icmp.type == 0; icmp.id in {666, 6666} }
  packet ficken { from responder; icmp; icmp.type == 0; icmp.id in {667, 6667} }
  packet word {
    # where the capture shows the payload
    icmp
    icmp.type == 0
    icmp.id in {666, 6666} and payload contains "skillz" or icmp.id in {667, 6667} and payload contains "ficken" or icmp.id == 668 and payload contains "gesundheit!" or icmp.id == 669 and payload contains "sicken" or icmp.id == 1000 and payload contains "spoofworks"
  }

  event by src, dst gap 10m having count(skillz) >= 1 and count(ficken) >= 1 or count(word) >= 1

  analysis {
    addresses "From an agent to its handler, and back. Both are machines that somebody has broken into."
    flags "Echo replies in both directions, and no request in either: two hosts cannot answer each other's pings without having asked."
    direction "The agent says skillz with id 666, the handler answers ficken with id 667. In a build that was met in the wild the ids are 6666 and 6667."
    time "Again and again as long as the agent runs: it tells its handler that it is alive."
    header """
      Ids and words are documented in Snort's rules after Dittrich's analysis. Others that the rules know: 668 gesundheit!, 669 sicken, 1000
      spoofworks, 9015 from handler to agent. The ids are 16 bits in each direction; the words, where they are captured, need no answer.
    """
    bottom-line "The sender of id 666 is a stacheldraht agent and the other end its handler: two compromised machines. The handler's other partners are more agents."
  }

  hypothesis "Stacheldraht" {
    verdict malicious
    weight strong
    because "Ids 666 and 667 answer each other in echo replies."
    test "Is there text in the data? Does the handler exchange such replies with others?"
  }
  hypothesis "Two pings that cross" {
    verdict benign
    weight weak
    because "Each of two hosts may ping the other."
    against "Not with just these ids, and then there are requests."
    test "Look for echo requests."
  }

  false-positive "Two hosts that ping each other with identifiers 666 and 667, of which only the answers were captured."
  blind-spot "Agents that talk by TCP; builds with other ids; one direction without the payload."

  trace "two keep-alives" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 255, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        198.51.100.9 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
    12:00:00.050000 IP (tos 0x0, ttl 246, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        192.0.2.10 > 198.51.100.9: ICMP echo reply, id 667, seq 0, length 1024
    12:01:00.000000 IP (tos 0x0, ttl 255, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        198.51.100.9 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
    12:01:00.050000 IP (tos 0x0, ttl 246, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        192.0.2.10 > 198.51.100.9: ICMP echo reply, id 667, seq 0, length 1024
  """
  trace "replies in one direction only" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 255, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        198.51.100.9 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
    12:01:00.000000 IP (tos 0x0, ttl 255, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        198.51.100.9 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
  """
  trace "one word shows it, in one direction" synthetic expect match """
    10:00:00.000000 IP 198.51.100.9 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
        0x0000:  4500 0414 0000 0000 ff01 cba1 c633 6409  E............3d.
        0x0010:  c000 020a 0000 b413 029a 0000 736b 696c  ............skil
        0x0020:  6c7a 0000 0000 0000 0000 0000 0000 0000  lz..............
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000  ................
  """
  trace "the answer to the spoof test" synthetic expect match """
    10:00:00.000000 IP 198.51.100.9 > 192.0.2.10: ICMP echo reply, id 669, seq 0, length 1024
        0x0000:  4500 0414 0000 0000 ff01 cba1 c633 6409  E............3d.
        0x0010:  c000 020a 0000 b71f 029d 0000 7369 636b  ............sick
        0x0020:  656e 0a00 0000 0000 0000 0000 0000 0000  en..............
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000  ................
  """
  trace "the number without the word" synthetic expect no-match """
    10:00:00.000000 IP 198.51.100.9 > 192.0.2.10: ICMP echo reply, id 669, seq 0, length 1024
        0x0000:  4500 0414 0000 0000 ff01 cba1 c633 6409  E............3d.
        0x0010:  c000 020a 0000 095f 029d 0000 3031 3233  ......._....0123
        0x0020:  3435 3637 3839 3a3b 3c3d 3e3f 4041 4243  456789:;<=>?@ABC
        0x0030:  4445 4647 4849 4a4b 4c4d 4e4f 0000 0000  DEFGHIJKLMNO....
  """
}
