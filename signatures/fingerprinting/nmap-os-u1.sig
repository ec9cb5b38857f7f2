signature nmap-os-u1 {
  title      "nmap OS detection, U1 probe: 300 bytes of UDP with IP id 4162"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, udp, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 1865-1884 and 2106-2210" url "https://github.com/nmap/nmap"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"
  reference "RFC 792, Internet Control Message Protocol (what a port unreachable quotes)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet probe { udp; id == 4162; payload.len == 300; ip.len == 328; not df }
  # Where the capture shows the payload, it must be the letter C throughout.
  packet other { udp; id == 4162; payload.len == 300; payload matches /[^C]/ }

  event by src, dst gap 10s having count(probe) >= 1 and count(other) == 0

  analysis {
    ports "To a port that should be closed, mostly a random high one."
    direction "The answer is an ICMP port unreachable. How much of the probe it quotes, and which of its fields are altered there, is what nmap reads."
    time "After the IE probes, before ECN."
    header "300 bytes of the letter C (0x43), IP id 4162 (0x1042) in every run, TTL from 51 to 64. The id is fixed so that its quotation can be checked."
    bottom-line "One question of nmap's OS detection, put to your ICMP."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Length and the fixed IP id are in nmap's source; all bytes are 0x43."
    test "Look at the payload: nothing but C? Do the TCP probes stand around it?"
  }
  hypothesis "A UDP application" {
    verdict benign
    weight weak
    because "300 bytes to a high port is nothing special, and one packet in 65,536 has this id."
    against "The port is closed and nothing else goes there."
    test "Was there other traffic between the two ports?"
  }
  false-positive "Where the payload was not captured: one UDP packet of 300 bytes in 65,536."
  blind-spot "None beyond loss: it needs no answer."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.043240 IP (tos 0x0, ttl 59, id 4162, offset 0, flags [none], proto UDP (17), length 328)
        192.0.2.10.33242 > 198.51.100.20.39662: UDP, length 300
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.610247 IP (tos 0x0, ttl 54, id 4162, offset 0, flags [none], proto UDP (17), length 328)
        172.16.16.128.54043 > 172.16.16.150.42283: UDP, length 300
  """
  trace "another IP id" synthetic expect no-match """
    03:35:59.043240 IP (tos 0x0, ttl 59, id 4163, offset 0, flags [none], proto UDP (17), length 328)
        192.0.2.10.33242 > 198.51.100.20.39662: UDP, length 300
  """
}
