signature ipeye-fixed-isn {
  title      "ipEye: SYNs with sequence number 1958810375"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-2005"
  licence    "CC-BY-4.0"
  tags       scan, tcp, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 622 (ipEye SYN scan)" url "https://github.com/eldondev/Snort"
  reference "RFC 9293, section 3.4.1 (choice of the initial sequence number)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1"

  packet probe { tcp; flags == SYN; seq == 1958810375; payload.len == 0 }

  event by src gap 5m having count(probe) >= 1

  analysis {
    ports "Port by port over one host."
    flags "SYN."
    header "Sequence number 1958810375 (0x74c11307) in every packet: the program never changes it. A TCP chooses another for each connection."
    bottom-line "ipEye, a port scanner of the turn of the century."
  }
  hypothesis "Scan by ipEye" {
    verdict malicious
    weight strong
    because "32 bits that agree, in each packet."
    test "Do further SYNs of the source repeat the number?"
  }
  hypothesis "Chance" {
    verdict benign
    weight weak
    because "One connection in four thousand million starts with it."
    against "A second one with the same number ends the doubt."
    test "Look for a second packet with another destination port."
  }
  false-positive "One SYN in 2^32."
  blind-spot "Whatever else the program sends: only this number is documented."
  trace "five ports" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 116, id 2304, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4100 > 198.51.100.20.21: Flags [S], seq 1958810375, win 512, length 0
    03:00:00.200000 IP (tos 0x0, ttl 116, id 2560, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4101 > 198.51.100.20.23: Flags [S], seq 1958810375, win 512, length 0
    03:00:00.400000 IP (tos 0x0, ttl 116, id 2816, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4102 > 198.51.100.20.25: Flags [S], seq 1958810375, win 512, length 0
    03:00:00.600000 IP (tos 0x0, ttl 116, id 3072, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4103 > 198.51.100.20.80: Flags [S], seq 1958810375, win 512, length 0
    03:00:00.800000 IP (tos 0x0, ttl 116, id 3328, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4104 > 198.51.100.20.139: Flags [S], seq 1958810375, win 512, length 0
  """
  trace "the next number" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 116, id 2304, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4100 > 198.51.100.20.21: Flags [S], seq 1958810376, win 512, length 0
    03:00:00.200000 IP (tos 0x0, ttl 116, id 2560, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4101 > 198.51.100.20.23: Flags [S], seq 1958810376, win 512, length 0
    03:00:00.400000 IP (tos 0x0, ttl 116, id 2816, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4102 > 198.51.100.20.25: Flags [S], seq 1958810376, win 512, length 0
    03:00:00.600000 IP (tos 0x0, ttl 116, id 3072, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4103 > 198.51.100.20.80: Flags [S], seq 1958810376, win 512, length 0
    03:00:00.800000 IP (tos 0x0, ttl 116, id 3328, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4104 > 198.51.100.20.139: Flags [S], seq 1958810376, win 512, length 0
  """
}
