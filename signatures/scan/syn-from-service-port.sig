signature syn-from-service-port {
  title      "SYNs from source port 20 or 53 to low ports: passing for answers"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, filter-evasion
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 503 (source port 20) and 504 (source port 53), to ports below 1024" url "https://github.com/eldondev/Snort"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (FIN scan from port 53)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 959, section 3.2 (data connections from port 20, to ports that the client names)" url "https://www.rfc-editor.org/rfc/rfc959#section-3.2"

  packet probe {
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN
    sport in {20, 53}
    dport < 1024
    dport != sport
  }

  event by src, sport gap 5m having distinct(probe.dport) >= 2 or distinct(probe.dst) >= 2

  analysis {
    ports "Source port 20 (FTP data) or 53 (DNS): filters without state let these in so that active FTP and answers of name servers work. The destinations are services below 1024, to which neither of the two ever connects."
    flags "SYN: a new connection, no answer."
    direction "What comes back shows whether the old trick works against this filter."
    bottom-line "Somebody tries to get through a filter that trusts source ports. If a SYN ACK went back, the filter is broken: fix it, whatever the scan was for."
  }
  hypothesis "Scan through a filter without state" {
    verdict malicious
    weight strong
    because "More than one target, from a port that only servers use as source."
    test "Did any target answer? Is nmap's -g behind it (see nmap-syn-scan)?"
  }
  hypothesis "Active FTP with an odd client, or an old name server" {
    verdict benign
    weight weak
    because "An FTP client may name a port below 1024, and very old name servers sent transfers from port 53."
    against "Two different low ports or hosts within five minutes are neither."
    test "Is there a control connection to port 21, or a zone transfer?"
  }
  false-positive "A script that binds port 20 or 53 for no good reason; packet tests with Scapy, whose default source port is 20."
  blind-spot "One target only; UDP from port 53."
  trace "three services from port 20" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 50, id 63249, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.20 > 198.51.100.20.22: Flags [S], seq 3838591283, win 8192, options [mss 1460], length 0
    03:00:00.500000 IP (tos 0x0, ttl 50, id 25115, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.20 > 198.51.100.21.25: Flags [S], seq 1283288561, win 8192, options [mss 1460], length 0
    03:00:01.000000 IP (tos 0x0, ttl 50, id 1414, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.20 > 198.51.100.22.80: Flags [S], seq 1551298955, win 8192, options [mss 1460], length 0
  """
  trace "active FTP: data to high ports" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 50, id 63249, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.20 > 198.51.100.20.40122: Flags [S], seq 3838591283, win 8192, options [mss 1460], length 0
    03:00:00.500000 IP (tos 0x0, ttl 50, id 25115, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.20 > 198.51.100.21.40123: Flags [S], seq 1283288561, win 8192, options [mss 1460], length 0
    03:00:01.000000 IP (tos 0x0, ttl 50, id 1414, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.20 > 198.51.100.22.40124: Flags [S], seq 1551298955, win 8192, options [mss 1460], length 0
  """
}
