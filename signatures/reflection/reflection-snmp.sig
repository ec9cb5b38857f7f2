signature reflection-snmp {
  title      "SNMP reflection: many agents answer one host that asks nothing"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "captured 15 May 2021"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, snmp, denial-of-service
  reference "StopDDoS packet captures at commit 230dd43, amp.UDP.snmp.src161 (observed: 4,079 answers, 4,276 senders in 0.02 s)" url "https://github.com/StopDDoS/packet-captures"

  packet answer { udp; sport == 161; src not in private }
  packet question { from responder; solicits; udp; dport == 161 }

  event by dst gap 10s having distinct(answer.src, 10s) >= 20 and count(question) == 0

  analysis {
    addresses "The destination is the target; the senders are modems, printers and switches that know the community 'public': the reflectors."
    ports "From UDP 161. Only three destination ports for 4,079 packets in the capture: the attacker chose them."
    direction "Answers, with no question from the destination. ICMP errors come along (294 in the capture)."
    time "4,373 packets in 0.02 s in the capture."
    header """
      Version 2c, community public, a response. More than half of the reflectors return almost nothing: 54 bytes in all in 2,283 of 4,079 packets, 61
      in 1,082; some return kilobytes.
    """
    bottom-line "The destination is under attack by SNMP reflection. Management traffic has no business on the Internet: drop UDP from port 161 at the border."
  }

  hypothesis "Reflection attack" {
    verdict malicious
    weight strong
    because "Twenty agents on public addresses answer one host within ten seconds, and it asked none."
    test "Are the community and the request number the same in all answers?"
  }
  hypothesis "A management station whose questions are not captured" {
    verdict benign
    weight moderate
    because "A poller gets answers of many agents at once."
    against "It asks from one port, of its own agents, in a rhythm."
    test "Is the destination a management station, and are the senders its devices?"
  }

  false-positive "The inbound half of a management station's polls of devices with public addresses."
  blind-spot "Fewer than twenty reflectors in ten seconds."

  trace "twenty agents" synthetic expect match """
    10:00:00.000005 192.0.2.1.161 > 198.51.100.80.80: udp 26
    10:00:00.000010 192.0.2.2.161 > 198.51.100.80.80: udp 26
    10:00:00.000015 192.0.2.3.161 > 198.51.100.80.80: udp 26
    10:00:00.000020 192.0.2.4.161 > 198.51.100.80.80: udp 26
    10:00:00.000025 192.0.2.5.161 > 198.51.100.80.80: udp 26
    10:00:00.000030 192.0.2.6.161 > 198.51.100.80.80: udp 33
    10:00:00.000035 192.0.2.7.161 > 198.51.100.80.80: udp 33
    10:00:00.000040 192.0.2.8.161 > 198.51.100.80.80: udp 33
    10:00:00.000045 192.0.2.9.161 > 198.51.100.80.80: udp 1341
    10:00:00.000050 192.0.2.10.161 > 198.51.100.80.80: udp 26
    10:00:00.000055 192.0.2.11.161 > 198.51.100.80.80: udp 26
    10:00:00.000060 192.0.2.12.161 > 198.51.100.80.80: udp 26
    10:00:00.000065 192.0.2.13.161 > 198.51.100.80.80: udp 26
    10:00:00.000070 192.0.2.14.161 > 198.51.100.80.80: udp 26
    10:00:00.000075 192.0.2.15.161 > 198.51.100.80.80: udp 33
    10:00:00.000080 192.0.2.16.161 > 198.51.100.80.80: udp 33
    10:00:00.000085 192.0.2.17.161 > 198.51.100.80.80: udp 33
    10:00:00.000090 192.0.2.18.161 > 198.51.100.80.80: udp 1341
    10:00:00.000095 192.0.2.19.161 > 198.51.100.80.80: udp 26
    10:00:00.000100 192.0.2.20.161 > 198.51.100.80.80: udp 26
  """
  trace "a poller and its questions" synthetic expect no-match """
    10:00:00.000000 198.51.100.80.40161 > 192.0.2.1.161: udp 41
    10:00:00.000003 192.0.2.1.161 > 198.51.100.80.40161: udp 88
    10:00:00.000005 198.51.100.80.40161 > 192.0.2.2.161: udp 41
    10:00:00.000008 192.0.2.2.161 > 198.51.100.80.40161: udp 88
    10:00:00.000010 198.51.100.80.40161 > 192.0.2.3.161: udp 41
    10:00:00.000013 192.0.2.3.161 > 198.51.100.80.40161: udp 88
    10:00:00.000015 198.51.100.80.40161 > 192.0.2.4.161: udp 41
    10:00:00.000018 192.0.2.4.161 > 198.51.100.80.40161: udp 88
    10:00:00.000020 198.51.100.80.40161 > 192.0.2.5.161: udp 41
    10:00:00.000023 192.0.2.5.161 > 198.51.100.80.40161: udp 88
    10:00:00.000025 198.51.100.80.40161 > 192.0.2.6.161: udp 41
    10:00:00.000028 192.0.2.6.161 > 198.51.100.80.40161: udp 88
    10:00:00.000030 198.51.100.80.40161 > 192.0.2.7.161: udp 41
    10:00:00.000033 192.0.2.7.161 > 198.51.100.80.40161: udp 88
    10:00:00.000035 198.51.100.80.40161 > 192.0.2.8.161: udp 41
    10:00:00.000038 192.0.2.8.161 > 198.51.100.80.40161: udp 88
    10:00:00.000040 198.51.100.80.40161 > 192.0.2.9.161: udp 41
    10:00:00.000043 192.0.2.9.161 > 198.51.100.80.40161: udp 88
    10:00:00.000045 198.51.100.80.40161 > 192.0.2.10.161: udp 41
    10:00:00.000048 192.0.2.10.161 > 198.51.100.80.40161: udp 88
    10:00:00.000050 198.51.100.80.40161 > 192.0.2.11.161: udp 41
    10:00:00.000053 192.0.2.11.161 > 198.51.100.80.40161: udp 88
    10:00:00.000055 198.51.100.80.40161 > 192.0.2.12.161: udp 41
    10:00:00.000058 192.0.2.12.161 > 198.51.100.80.40161: udp 88
    10:00:00.000060 198.51.100.80.40161 > 192.0.2.13.161: udp 41
    10:00:00.000063 192.0.2.13.161 > 198.51.100.80.40161: udp 88
    10:00:00.000065 198.51.100.80.40161 > 192.0.2.14.161: udp 41
    10:00:00.000068 192.0.2.14.161 > 198.51.100.80.40161: udp 88
    10:00:00.000070 198.51.100.80.40161 > 192.0.2.15.161: udp 41
    10:00:00.000073 192.0.2.15.161 > 198.51.100.80.40161: udp 88
    10:00:00.000075 198.51.100.80.40161 > 192.0.2.16.161: udp 41
    10:00:00.000078 192.0.2.16.161 > 198.51.100.80.40161: udp 88
    10:00:00.000080 198.51.100.80.40161 > 192.0.2.17.161: udp 41
    10:00:00.000083 192.0.2.17.161 > 198.51.100.80.40161: udp 88
    10:00:00.000085 198.51.100.80.40161 > 192.0.2.18.161: udp 41
    10:00:00.000088 192.0.2.18.161 > 198.51.100.80.40161: udp 88
    10:00:00.000090 198.51.100.80.40161 > 192.0.2.19.161: udp 41
    10:00:00.000093 192.0.2.19.161 > 198.51.100.80.40161: udp 88
    10:00:00.000095 198.51.100.80.40161 > 192.0.2.20.161: udp 41
    10:00:00.000098 192.0.2.20.161 > 198.51.100.80.40161: udp 88
  """
}
