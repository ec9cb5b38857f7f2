signature stacheldraht-spoof-test {
  title      "Stacheldraht: an echo reply with id 666 from 3.3.3.3 leaves the network"
  category   control
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       ddos, control-channel, icmp, stacheldraht, spoofing
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 224-227, 229 and 236 (the stacheldraht rules, after D. Dittrich's analysis)" url "https://github.com/eldondev/Snort"
  reference "A description of the rule: Stacheldraht server spoof" url "http://www.ids-sax2.com/Policies/ICMP_DDOS_Stacheldraht_server_spoof.htm"

  packet reply { icmp; icmp.type == 0; icmp.id == 666; src == 3.3.3.3 }

  event by dst gap 10m

  analysis {
    addresses "The source is 3.3.3.3, which the program writes; the destination is the agent's handler. The owner of 3.3.3.3 has nothing to do with it."
    flags "Echo reply that nobody asked for."
    direction "Outbound, from an agent inside: it tests whether packets with a forged source leave this network, as the description of the rule says."
    time "Once, when an agent starts."
    header """
      Documented in Snort's rules after Dittrich's analysis: id 666, source 3.3.3.3; 48 bits of agreement in one packet. The agent's source was not
      read by this project.
    """
    bottom-line """
      A machine in the network that this packet leaves runs a stacheldraht agent. The hardware address of the frame tells which; filters at the border
      would have stopped the test.
    """
  }

  hypothesis "Stacheldraht's test of spoofing" {
    verdict malicious
    weight strong
    because "A fixed source that nobody of you has, and the agent's id."
    test "Which machine sent the frame? Does it exchange echo replies with the same destination?"
  }
  hypothesis "A test of your own filters" {
    verdict benign
    weight weak
    because "One way to test them is to send what they should stop."
    test "Is there such a test?"
  }

  false-positive "A host that really has the address 3.3.3.3 and answers a ping with identifier 666."
  blind-spot "Networks that do filter: the packet is seen inside only."

  trace "the test" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 254, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        3.3.3.3 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
  """
  trace "the same from an address of the network" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 254, id 0, offset 0, flags [none], proto ICMP (1), length 1044)
        198.51.100.9 > 192.0.2.10: ICMP echo reply, id 666, seq 0, length 1024
  """
}
