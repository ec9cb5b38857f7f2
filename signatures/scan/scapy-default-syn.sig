signature scapy-default-syn {
  title      "Scapy SYN with its defaults left in place"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2003 to present"
  licence    "CC-BY-4.0"
  tags       crafted, tcp, scapy, tool-mark
  reference "Scapy at commit ac38b2734: scapy/layers/inet.py lines 548-557 (IP) and 750-760 (TCP)" url "https://github.com/secdev/scapy"

  packet probe {
    ip
    tcp
    flags == SYN
    id == 1
    sport == 20
    seq == 0
    window == 8192
    options == []
    not df
    ittl == 64
  }

  event by src, dst gap 5m having count(probe) >= 1

  analysis {
    ports "Source port 20, which is where Scapy begins; destination port 80 unless the author set another."
    flags "SYN, Scapy's default."
    direction "A SYN ACK is reset by the sender's kernel, unless the author thought of a filter."
    header "IP id 1, TTL 64, no DF, sequence number 0, window 8192, no options: nine fields as the library fills them."
    bottom-line "A hand-written script in Python with Scapy. Who wrote it set the address and little else: a beginner's scan, a laboratory, or a quick test of a filter."
  }
  hypothesis "A test or an exercise" {
    verdict benign
    weight moderate
    because "Every introduction to Scapy sends this packet."
    test "One packet or few? Is the source a laboratory or a colleague?"
  }
  hypothesis "A scan or flood by script" {
    verdict malicious
    weight moderate
    because "Small attack scripts leave the same fields alone."
    test "Count destination ports and packets a second."
  }
  false-positive "None natural: source port 20, sequence number 0 and IP id 1 together."
  blind-spot "Scripts that set a source port (most scanners by Scapy draw one) or a sequence number."
  trace "four ports, sent with Scapy 2.5" observed expect match """
    04:36:30.763253 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S], seq 0, win 8192, length 0
    04:36:30.919590 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.21: Flags [S], seq 0, win 8192, length 0
    04:36:31.061572 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.22: Flags [S], seq 0, win 8192, length 0
    04:36:31.207783 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.23: Flags [S], seq 0, win 8192, length 0
  """
  trace "an id of a system's" synthetic expect no-match """
    04:36:30.763253 IP (tos 0x0, ttl 64, id 40120, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S], seq 0, win 8192, length 0
  """
  trace "a sequence number of a system's, as from an FTP server" synthetic expect no-match """
    04:36:30.763253 IP (tos 0x0, ttl 64, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S], seq 2146312001, win 8192, length 0
  """
}
