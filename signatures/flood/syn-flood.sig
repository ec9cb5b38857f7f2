signature syn-flood {
  title      "SYN flood of one port: thirty SYNs within a second, and hardly one handshake completed"
  category   flood
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1996 to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"
  reference "OISF/suricata-verify, tests/firewall/tcp-session-syn-flood-drop-precedence (200 SYNs of one host, a millisecond apart)" url "https://github.com/OISF/suricata-verify"
  reference "RFC 9293, Transmission Control Protocol, section 3.5" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN }
  packet later { tcp; flags & (SYN|RST) == 0; flags has ACK }

  event by dst, dport gap 10s having count(syn, 1s) >= 30 and 10 * count(later) < count(syn)

  analysis {
    addresses "One sender or thousands; what counts is the receiver. If every SYN has another source, the sources are forged and their owners get the answers."
    ports "One port of one host. The source ports differ, or the SYNs would be one connection."
    flags "SYNs, and then nothing: fewer than one segment with ACK follows for ten of them, in the same direction, so that it does not matter where the answers go."
    time "Thirty within a second, at least. How many harm depends on the server: what fills is its table of half-open connections."
    header "Says which tool it was, if any: fixed sequence numbers, windows, missing options, IP ids. A signature that knows the tool has more bits, and leads."
    bottom-line "A port of this host is asked for connections faster than anybody opens them, and nobody goes on. If the host is yours, look at its half-open connections; SYN cookies carry it through."
  }

  hypothesis "SYN flood" {
    verdict malicious
    weight strong
    because "Clients complete their handshakes. Here fewer than one in ten does."
    test "Do the sources exist? Do their TTLs fit them? Does the server show half-open connections?"
  }
  hypothesis "A rush of clients on a server that does not answer" {
    verdict benign
    weight moderate
    because "When a busy service dies, its clients go on asking, and no handshake is completed either."
    against "TCP then repeats the same SYN after a second and more, from the same port."
    test "Do sequence numbers and ports return? Was the service up?"
  }
  hypothesis "A test of load, or of a half-open connection's cost" {
    verdict benign
    weight weak
    because "Tools for that send what floods send."
    test "Ask your own people."
  }

  false-positive "Monitors and scanners that ask one port very often, and traffic whose later packets take another way than the SYNs."
  blind-spot "Slow floods, floods spread over many ports or hosts, and floods that complete their handshakes."

  trace "200 SYNs of one host, the first thirty" observed expect match """
    22:13:20.000000 IP 192.0.2.10.40000 > 198.51.100.5.443: Flags [S], seq 1000, win 8192, length 0
    22:13:20.001000 IP 192.0.2.10.40001 > 198.51.100.5.443: Flags [S], seq 1001, win 8192, length 0
    22:13:20.002000 IP 192.0.2.10.40002 > 198.51.100.5.443: Flags [S], seq 1002, win 8192, length 0
    22:13:20.003000 IP 192.0.2.10.40003 > 198.51.100.5.443: Flags [S], seq 1003, win 8192, length 0
    22:13:20.004000 IP 192.0.2.10.40004 > 198.51.100.5.443: Flags [S], seq 1004, win 8192, length 0
    22:13:20.005000 IP 192.0.2.10.40005 > 198.51.100.5.443: Flags [S], seq 1005, win 8192, length 0
    22:13:20.006000 IP 192.0.2.10.40006 > 198.51.100.5.443: Flags [S], seq 1006, win 8192, length 0
    22:13:20.007000 IP 192.0.2.10.40007 > 198.51.100.5.443: Flags [S], seq 1007, win 8192, length 0
    22:13:20.008000 IP 192.0.2.10.40008 > 198.51.100.5.443: Flags [S], seq 1008, win 8192, length 0
    22:13:20.009000 IP 192.0.2.10.40009 > 198.51.100.5.443: Flags [S], seq 1009, win 8192, length 0
    22:13:20.010000 IP 192.0.2.10.40010 > 198.51.100.5.443: Flags [S], seq 1010, win 8192, length 0
    22:13:20.011000 IP 192.0.2.10.40011 > 198.51.100.5.443: Flags [S], seq 1011, win 8192, length 0
    22:13:20.012000 IP 192.0.2.10.40012 > 198.51.100.5.443: Flags [S], seq 1012, win 8192, length 0
    22:13:20.013000 IP 192.0.2.10.40013 > 198.51.100.5.443: Flags [S], seq 1013, win 8192, length 0
    22:13:20.014000 IP 192.0.2.10.40014 > 198.51.100.5.443: Flags [S], seq 1014, win 8192, length 0
    22:13:20.015000 IP 192.0.2.10.40015 > 198.51.100.5.443: Flags [S], seq 1015, win 8192, length 0
    22:13:20.016000 IP 192.0.2.10.40016 > 198.51.100.5.443: Flags [S], seq 1016, win 8192, length 0
    22:13:20.017000 IP 192.0.2.10.40017 > 198.51.100.5.443: Flags [S], seq 1017, win 8192, length 0
    22:13:20.018000 IP 192.0.2.10.40018 > 198.51.100.5.443: Flags [S], seq 1018, win 8192, length 0
    22:13:20.019000 IP 192.0.2.10.40019 > 198.51.100.5.443: Flags [S], seq 1019, win 8192, length 0
    22:13:20.020000 IP 192.0.2.10.40020 > 198.51.100.5.443: Flags [S], seq 1020, win 8192, length 0
    22:13:20.021000 IP 192.0.2.10.40021 > 198.51.100.5.443: Flags [S], seq 1021, win 8192, length 0
    22:13:20.022000 IP 192.0.2.10.40022 > 198.51.100.5.443: Flags [S], seq 1022, win 8192, length 0
    22:13:20.023000 IP 192.0.2.10.40023 > 198.51.100.5.443: Flags [S], seq 1023, win 8192, length 0
    22:13:20.024000 IP 192.0.2.10.40024 > 198.51.100.5.443: Flags [S], seq 1024, win 8192, length 0
    22:13:20.025000 IP 192.0.2.10.40025 > 198.51.100.5.443: Flags [S], seq 1025, win 8192, length 0
    22:13:20.026000 IP 192.0.2.10.40026 > 198.51.100.5.443: Flags [S], seq 1026, win 8192, length 0
    22:13:20.027000 IP 192.0.2.10.40027 > 198.51.100.5.443: Flags [S], seq 1027, win 8192, length 0
    22:13:20.028000 IP 192.0.2.10.40028 > 198.51.100.5.443: Flags [S], seq 1028, win 8192, length 0
    22:13:20.029000 IP 192.0.2.10.40029 > 198.51.100.5.443: Flags [S], seq 1029, win 8192, length 0
  """
  trace "every fifth is completed" synthetic expect no-match """
    22:13:20.000000 IP 192.0.2.10.40000 > 198.51.100.5.443: Flags [S], seq 1000, win 8192, length 0
    22:13:20.001000 IP 192.0.2.10.40001 > 198.51.100.5.443: Flags [S], seq 1001, win 8192, length 0
    22:13:20.002000 IP 192.0.2.10.40002 > 198.51.100.5.443: Flags [S], seq 1002, win 8192, length 0
    22:13:20.003000 IP 192.0.2.10.40003 > 198.51.100.5.443: Flags [S], seq 1003, win 8192, length 0
    22:13:20.004000 IP 192.0.2.10.40004 > 198.51.100.5.443: Flags [S], seq 1004, win 8192, length 0
    22:13:20.004500 IP 192.0.2.10.40004 > 198.51.100.5.443: Flags [.], seq 1005, ack 900001, win 8192, length 0
    22:13:20.005000 IP 192.0.2.10.40005 > 198.51.100.5.443: Flags [S], seq 1005, win 8192, length 0
    22:13:20.006000 IP 192.0.2.10.40006 > 198.51.100.5.443: Flags [S], seq 1006, win 8192, length 0
    22:13:20.007000 IP 192.0.2.10.40007 > 198.51.100.5.443: Flags [S], seq 1007, win 8192, length 0
    22:13:20.008000 IP 192.0.2.10.40008 > 198.51.100.5.443: Flags [S], seq 1008, win 8192, length 0
    22:13:20.009000 IP 192.0.2.10.40009 > 198.51.100.5.443: Flags [S], seq 1009, win 8192, length 0
    22:13:20.009500 IP 192.0.2.10.40009 > 198.51.100.5.443: Flags [.], seq 1010, ack 900001, win 8192, length 0
    22:13:20.010000 IP 192.0.2.10.40010 > 198.51.100.5.443: Flags [S], seq 1010, win 8192, length 0
    22:13:20.011000 IP 192.0.2.10.40011 > 198.51.100.5.443: Flags [S], seq 1011, win 8192, length 0
    22:13:20.012000 IP 192.0.2.10.40012 > 198.51.100.5.443: Flags [S], seq 1012, win 8192, length 0
    22:13:20.013000 IP 192.0.2.10.40013 > 198.51.100.5.443: Flags [S], seq 1013, win 8192, length 0
    22:13:20.014000 IP 192.0.2.10.40014 > 198.51.100.5.443: Flags [S], seq 1014, win 8192, length 0
    22:13:20.014500 IP 192.0.2.10.40014 > 198.51.100.5.443: Flags [.], seq 1015, ack 900001, win 8192, length 0
    22:13:20.015000 IP 192.0.2.10.40015 > 198.51.100.5.443: Flags [S], seq 1015, win 8192, length 0
    22:13:20.016000 IP 192.0.2.10.40016 > 198.51.100.5.443: Flags [S], seq 1016, win 8192, length 0
    22:13:20.017000 IP 192.0.2.10.40017 > 198.51.100.5.443: Flags [S], seq 1017, win 8192, length 0
    22:13:20.018000 IP 192.0.2.10.40018 > 198.51.100.5.443: Flags [S], seq 1018, win 8192, length 0
    22:13:20.019000 IP 192.0.2.10.40019 > 198.51.100.5.443: Flags [S], seq 1019, win 8192, length 0
    22:13:20.019500 IP 192.0.2.10.40019 > 198.51.100.5.443: Flags [.], seq 1020, ack 900001, win 8192, length 0
    22:13:20.020000 IP 192.0.2.10.40020 > 198.51.100.5.443: Flags [S], seq 1020, win 8192, length 0
    22:13:20.021000 IP 192.0.2.10.40021 > 198.51.100.5.443: Flags [S], seq 1021, win 8192, length 0
    22:13:20.022000 IP 192.0.2.10.40022 > 198.51.100.5.443: Flags [S], seq 1022, win 8192, length 0
    22:13:20.023000 IP 192.0.2.10.40023 > 198.51.100.5.443: Flags [S], seq 1023, win 8192, length 0
    22:13:20.024000 IP 192.0.2.10.40024 > 198.51.100.5.443: Flags [S], seq 1024, win 8192, length 0
    22:13:20.024500 IP 192.0.2.10.40024 > 198.51.100.5.443: Flags [.], seq 1025, ack 900001, win 8192, length 0
    22:13:20.025000 IP 192.0.2.10.40025 > 198.51.100.5.443: Flags [S], seq 1025, win 8192, length 0
    22:13:20.026000 IP 192.0.2.10.40026 > 198.51.100.5.443: Flags [S], seq 1026, win 8192, length 0
    22:13:20.027000 IP 192.0.2.10.40027 > 198.51.100.5.443: Flags [S], seq 1027, win 8192, length 0
    22:13:20.028000 IP 192.0.2.10.40028 > 198.51.100.5.443: Flags [S], seq 1028, win 8192, length 0
    22:13:20.029000 IP 192.0.2.10.40029 > 198.51.100.5.443: Flags [S], seq 1029, win 8192, length 0
    22:13:20.029500 IP 192.0.2.10.40029 > 198.51.100.5.443: Flags [.], seq 1030, ack 900001, win 8192, length 0
  """
}
