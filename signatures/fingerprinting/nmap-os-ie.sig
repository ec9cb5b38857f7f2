signature nmap-os-ie {
  title      "nmap OS detection, IE probes: two echo requests with sequence numbers 295 and 296"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, icmp, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 1865-1884 and 2106-2210; the sequence number 295 is set in HostOsScan::reInitScanSystem" url "https://github.com/nmap/nmap"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"
  reference "RFC 792, Internet Control Message Protocol (code 0 of an echo request)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet first { icmp; icmp.type == 8; icmp.seq == 295; payload.len == 120; df; tos == 0 }
  packet second { icmp; icmp.type == 8; icmp.seq == 296; payload.len == 150; not df; tos == 4 }

  # The id rises by one as the sequence number does.
  event by src, dst, icmp.id - icmp.seq gap 3s having count(first) >= 1 and count(second) >= 1

  analysis {
    flags "Two echo requests. The first has code 9, where the standard knows only 0, with DF; the second has code 0, no DF and TOS 4."
    direction "What comes back shows whether the target copies the odd code, the TOS and DF."
    time "25 ms apart, between the SEQ and the U1 probe."
    header """
      120 and 150 bytes of zeros. Sequence numbers 295 and 296: a constant in nmap's source that has stood for all of its second generation. The id is random and rises by one with the sequence number, so id - sequence number is
      the same in both. tcpdump does not print the code of an echo request; look for 9 in the capture file.
    """
    bottom-line "Two questions of nmap's OS detection. An echo request with code 9 has no other known source."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Sequence numbers, lengths, DF and TOS of both packets agree, and the ids are neighbours."
    test "Is the code of the first 9? Do SEQ probes precede and a UDP packet with IP id 4162 follow?"
  }
  hypothesis "Ordinary pings of odd size" {
    verdict benign
    weight weak
    because "A long ping passes number 295 too."
    against "It does not change length, TOS, DF and id from one packet to the next."
    test "Are there numbers 294 and 297?"
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "One of the two lost."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:58.992949 IP (tos 0x0, ttl 43, id 49220, offset 0, flags [DF], proto ICMP (1), length 148)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 37115, seq 295, length 128
    03:35:59.018104 IP (tos 0x4, ttl 59, id 60702, offset 0, flags [none], proto ICMP (1), length 178)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 37116, seq 296, length 158
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.560429 IP (tos 0x0, ttl 44, id 59550, offset 0, flags [DF], proto ICMP (1), length 148)
        172.16.16.128 > 172.16.16.150: ICMP echo request, id 15844, seq 295, length 128
    21:43:30.585241 IP (tos 0x4, ttl 43, id 47913, offset 0, flags [none], proto ICMP (1), length 178)
        172.16.16.128 > 172.16.16.150: ICMP echo request, id 15845, seq 296, length 158
  """
  trace "both with one id, as a pinger sends" synthetic expect no-match """
    03:35:58.992949 IP (tos 0x0, ttl 43, id 49220, offset 0, flags [DF], proto ICMP (1), length 148)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 37115, seq 295, length 128
    03:35:59.018104 IP (tos 0x4, ttl 59, id 60702, offset 0, flags [none], proto ICMP (1), length 178)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 37115, seq 296, length 158
  """
}
