signature scapy-default-echo {
  title      "Scapy echo request with its defaults left in place"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2003 to present"
  licence    "CC-BY-4.0"
  tags       crafted, icmp, ping, scapy, tool-mark
  reference "Scapy at commit ac38b2734: scapy/layers/inet.py lines 548-557 (IP) and 1144-1148 (ICMP)" url "https://github.com/secdev/scapy"

  packet probe {
    icmp
    icmp.type == 8
    icmp.id == 0
    icmp.seq == 0
    id == 1
    payload.len == 0
    not df
    ittl == 64
  }

  event by src gap 5m having count(probe) >= 1

  analysis {
    flags "Echo request of 28 bytes."
    header "IP id 1, ICMP identifier 0, sequence number 0, no data, TTL 64: the library's defaults. A pinger has an identifier and counts."
    bottom-line "Somebody pings with Scapy, in a script or a lesson. A sweep when the destinations are many."
  }
  hypothesis "A test or an exercise" {
    verdict benign
    weight strong
    because "IP()/ICMP() is the first packet of every introduction."
    test "How many destinations?"
  }
  hypothesis "Host discovery by script" {
    verdict malicious
    weight moderate
    because "Small scanners find hosts so before they scan them."
    test "Do TCP packets of Scapy's defaults follow?"
  }
  false-positive "Another packet library that leaves all these fields at 0 and the IP id at 1: none is known."
  blind-spot "Scripts that set an identifier or data."
  trace "three hosts, sent with Scapy 2.5" observed expect match """
    04:36:38.786222 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 0, seq 0, length 8
    04:36:38.927797 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 0, seq 0, length 8
    04:36:39.059765 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 0, seq 0, length 8
  """
  trace "a pinger's identifier" synthetic expect no-match """
    04:36:38.786222 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 4711, seq 0, length 8
    04:36:38.927797 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 4711, seq 0, length 8
    04:36:39.059765 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 4711, seq 0, length 8
  """
}
