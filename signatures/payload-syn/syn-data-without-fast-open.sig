signature syn-data-without-fast-open {
  title      "SYN that carries data without fast open"
  category   payload-syn
  verdict    unknown
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999 to present"
  licence    "CC-BY-4.0"
  tags       syn-payload, tcp
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 526 and doc/signatures/526.txt (more than 6 bytes)" url "https://github.com/eldondev/Snort"
  reference "Zeek at commit a13de64fbb: src/packet_analysis/protocol/tcp/TCPSessionAdapter.cc line 1478 (SYN_with_data)" url "https://github.com/zeek/zeek"
  reference "RFC 7413, section 2 (fast open, option 34)" url "https://www.rfc-editor.org/rfc/rfc7413#section-2"
  reference "RFC 9293, section 3.5" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet probe {
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN
    payload.len > 6
    not options has tfo
    not options has 254
  }

  event by src, dst gap 5m

  analysis {
    addresses "Every pair of addresses has its event; many targets of one source make a survey."
    ports "53, 80 and 443 are the usual ones; port 0 is reported too."
    flags "SYN with data. Permitted, and next to unknown in ordinary traffic since T/TCP died; fast open shows itself by its option."
    header "Six bytes and fewer are passed over, since padding is sometimes taken for data."
    bottom-line "Something writes its own SYNs, or changes a kernel's on the way. Read the data: a web request means a search for middleboxes, zeros or noise an evasion, 64 bytes to port 53 of long ago a load balancer."
  }
  hypothesis "Survey of middleboxes" {
    verdict unknown
    weight moderate
    because "Since 2021 requests in SYNs are sent to see who answers without a handshake."
    test "Is it a request for a name that some censor forbids? One packet a target?"
  }
  hypothesis "Client that evades inspection" {
    verdict benign
    weight moderate
    because "Circumvention programs put bytes into SYNs."
    test "Does a session follow?"
  }
  hypothesis "Measurement by a load balancer" {
    verdict benign
    weight weak
    because "Some filled their SYNs to time a full-sized packet."
    test "Is it port 53 of a name server? See latency-probe-syn-payload."
  }
  hypothesis "Flood" {
    verdict malicious
    weight moderate
    because "SYNs with data fill lines as well as queues."
    test "Count packets a second and sources."
  }
  false-positive "T/TCP in old captures; sensors that count Ethernet padding as data, beyond the six bytes allowed."
  blind-spot "Fast open with a valid option, whatever it carries."
  trace "twenty bytes to port 8080" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 240, id 49139, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.41000 > 198.51.100.20.8080: Flags [S], seq 1536069555:1536069575, win 8192, options [mss 1460], length 20: HTTP
  """
  trace "one of the founding document's measuring SYNs" observed expect match """
    09:22:56.960442 tester.newjersey.net.2100 > name.server.net.53:
    S 2070441966:2070442030(64) win 2048 (ttl 246, id 34960)
  """
  trace "six bytes: padding" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 240, id 49139, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.41000 > 198.51.100.20.8080: Flags [S], seq 1536069555, win 8192, options [mss 1460], length 6: HTTP
  """
}
