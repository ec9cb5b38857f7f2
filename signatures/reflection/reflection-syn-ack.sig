signature reflection-syn-ack {
  title      "SYN ACK reflection: many servers answer SYNs that were forged in one host's name"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "described about 2000; seen 2019 to present"
  licence    "CC-BY-4.0"
  tags       reflection, syn-ack, denial-of-service, spoofing
  reference "StopDDoS packet captures at commit 230dd43, amp.TCP.reflection.SYNACK (observed, 5 June 2021: 6,651 SYN ACKs of 6,035 servers in 0.147 s)" url "https://github.com/StopDDoS/packet-captures"
  reference "Akamai, Anatomy of a SYN-ACK attack (documented: campaigns of 2019)" url "https://akamai.com/blog/security/anatomy-of-a-syn-ack-attack"
  reference "Comment in bang.c, an early program for this attack" url "https://gist.github.com/z0mbiehunt3r/709529e8e2a94dc33c5f"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, DDOS Scripts/L4/TCP/amptfo.c (source: forged SYNs to port 80 of listed reflectors)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 9293, Transmission Control Protocol, section 3.5" url "https://www.rfc-editor.org/rfc/rfc9293"

  observe unsolicited-syn-ack as answer

  event by dst gap 10s having distinct(answer.src, 10s) >= 20

  analysis {
    addresses """
      The one destination is the target. The senders are the reflectors: innocent servers, twenty or more within ten seconds. That is the mirror image
      of backscatter, where one sender answers many addresses.
    """
    ports "From ports of public services: 80 for 5,890 and 443 for 760 of the 6,651 answers in the capture."
    flags """
      SYN ACK. The target's own resets, one for each, add to its load. Bare RST and RST ACK come along from reflectors of which the port is closed or
      that forgot.
    """
    direction "Inbound, with no SYN from the target."
    time "6,651 answers in 0.147 s in the capture. Each forged SYN brings two or three repeats of its answer besides."
    header """
      Every reflector's own window and mss: 1400 in 6,596 of the captured answers; windows 29200, 8192, 14600, 64240, 5840. The acknowledgment numbers
      are the forged sequence numbers plus one and tell of the attacker's generator.
    """
    bottom-line """
      The addressed host is under attack: somebody sprays SYNs in its name over many servers, and their answers meet here. The senders are not
      attackers. Drop SYN ACKs without a connection as far upstream as possible; do not complain to the servers' owners about an attack, but tell them
      that they are used.
    """
  }

  hypothesis "Reflection attack on this host" {
    verdict malicious
    weight strong
    because "Twenty servers or more answer one host within seconds, and it asked none of them."
    test "Does the host send SYNs at all? Do the acknowledgment numbers have a pattern (all below 2^31, a constant lower half)?"
  }
  hypothesis "Somebody behind this address scans, and the capture misses its SYNs" {
    verdict malicious
    weight moderate
    because "A SYN scan of the Internet from here draws the same answers."
    against "Then the answers come from whatever hosts were scanned, on the scanned port, and resets or ACKs of the scanner follow."
    test "Look for outbound SYNs on all paths out of this network, and for the scanner's program on the host."
  }
  hypothesis "Backscatter of many floods" {
    verdict third-party
    weight weak
    because "A telescope sees answers of many victims."
    against "They go to addresses all over its range, hardly to one."
    test "Count the destinations."
  }

  false-positive "A crawler or proxy of your own of which only the inbound direction is captured."
  blind-spot "A slow spray: fewer than twenty reflectors within ten seconds."
  blind-spot "Carpet bombing over many addresses of one network, where each gets few answers."

  trace "twenty servers answer one host" synthetic expect match """
    10:00:00.000100 192.0.2.1.80 > 198.51.100.80.1025: S 101:101(0) ack 1804289384 win 29200 <mss 1400>
    10:00:00.000200 192.0.2.2.80 > 198.51.100.80.1026: S 102:102(0) ack 846930887 win 29200 <mss 1400>
    10:00:00.000300 192.0.2.3.80 > 198.51.100.80.1027: S 103:103(0) ack 1681692778 win 8192 <mss 1400>
    10:00:00.000400 192.0.2.4.80 > 198.51.100.80.1028: S 104:104(0) ack 1714636916 win 14600 <mss 1400>
    10:00:00.000500 192.0.2.5.80 > 198.51.100.80.1029: S 105:105(0) ack 1957747794 win 64240 <mss 1400>
    10:00:00.000600 192.0.2.6.80 > 198.51.100.80.1030: S 106:106(0) ack 424238336 win 5840 <mss 1400>
    10:00:00.000700 192.0.2.7.80 > 198.51.100.80.1031: S 107:107(0) ack 719885387 win 29200 <mss 1400>
    10:00:00.000800 192.0.2.8.80 > 198.51.100.80.1032: S 108:108(0) ack 1649760493 win 29200 <mss 1400>
    10:00:00.000900 192.0.2.9.80 > 198.51.100.80.1033: S 109:109(0) ack 3596516650 win 8192 <mss 1400>
    10:00:00.001000 192.0.2.10.80 > 198.51.100.80.1034: S 110:110(0) ack 1189641422 win 14600 <mss 1400>
    10:00:00.001100 192.0.2.11.443 > 198.51.100.80.1035: S 111:111(0) ack 1025202363 win 64240 <mss 1400>
    10:00:00.001200 192.0.2.12.443 > 198.51.100.80.1036: S 112:112(0) ack 1350490028 win 5840 <mss 1400>
    10:00:00.001300 192.0.2.13.443 > 198.51.100.80.1037: S 113:113(0) ack 783368691 win 29200 <mss 1400>
    10:00:00.001400 192.0.2.14.443 > 198.51.100.80.1038: S 114:114(0) ack 1102520060 win 29200 <mss 1400>
    10:00:00.001500 192.0.2.15.443 > 198.51.100.80.1039: S 115:115(0) ack 2044897764 win 8192 <mss 1400>
    10:00:00.001600 192.0.2.16.443 > 198.51.100.80.1040: S 116:116(0) ack 1967513927 win 14600 <mss 1400>
    10:00:00.001700 192.0.2.17.443 > 198.51.100.80.1041: S 117:117(0) ack 1365180541 win 64240 <mss 1400>
    10:00:00.001800 192.0.2.18.443 > 198.51.100.80.1042: S 118:118(0) ack 1540383427 win 5840 <mss 1400>
    10:00:00.001900 192.0.2.19.443 > 198.51.100.80.1043: S 119:119(0) ack 304089173 win 29200 <mss 1400>
    10:00:00.002000 192.0.2.20.443 > 198.51.100.80.1044: S 120:120(0) ack 1303455737 win 29200 <mss 1400>
  """
  trace "one server answers one host again and again: backscatter or a repeater" synthetic expect no-match """
    10:00:00.000100 192.0.2.1.80 > 198.51.100.80.1025: S 101:101(0) ack 1804289384 win 29200 <mss 1400>
    10:00:00.000200 192.0.2.1.80 > 198.51.100.80.1026: S 102:102(0) ack 846930887 win 29200 <mss 1400>
    10:00:00.000300 192.0.2.1.80 > 198.51.100.80.1027: S 103:103(0) ack 1681692778 win 29200 <mss 1400>
  """
}
