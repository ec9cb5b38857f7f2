signature nmap-ack-scan {
  title      "nmap ACK or window scan"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1999 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, ack, firewall, nmap, tool-mark
  reference "nmap at commit db4aefd: scan_engine_raw.cc lines 1203-1210, scan_engine.cc lines 1296-1313" url "https://github.com/nmap/nmap"
  reference "nmap reference guide, Port Scanning Techniques" url "https://nmap.org/book/man-port-scanning-techniques.html"
  reference "RFC 9293, section 3.10.7.1 (a segment with ACK for no connection draws a reset whose sequence number is the ACK's)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags == ACK
    ack != 0
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
  }
  packet reset { from responder; tcp; flags == RST; payload.len == 0 }

  # The reset repeats the probe's number, so it meets the probe under one key.
  event by src, (ack >> 16) ^ (ack & 0xffff) gap 1h
    having count(probe) >= 4
      and distinct(probe.ack) <= 12
      and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    ports "One source port; many ports of the target, or one of many hosts."
    flags "ACK alone, outside of any connection."
    direction "Open or closed, a living host resets it, with the probe's acknowledgment number as sequence number. An unfiltered port answers, a port behind a filter that keeps state does not: the scan maps the filter, not the services."
    header """
      The acknowledgment number is nmap's masked try number: the same for a whole round of probes, and its halves differ by the same 16 bits in the repeats too. In the capture file the sequence number
      is 0; tcpdump does not print it for a bare ACK. Window 1024, no options, TTL from 37 to 59 per packet. Its window scan (-sW) sends the same packets and reads the window of the resets, so the two cannot be
      told apart on the wire.
    """
    bottom-line "nmap asks which of your ports a filter leaves open to stray ACKs. A reset says: no stateful filter in the way. Expect a SYN scan of those ports next."
  }
  hypothesis "ACK or window scan by nmap" {
    verdict malicious
    weight strong
    because "One acknowledgment number for many ports is no session's, and its halves keep nmap's mask."
    test "In the capture file: is the sequence number 0? Does a SYN scan follow?"
  }
  hypothesis "Late ACKs of forgotten sessions" {
    verdict benign
    weight weak
    because "A restarted server gets bare ACKs from its old clients and resets them."
    against "Each session has an acknowledgment number of its own, options and DF."
    test "Compare the numbers over ports."
  }
  false-positive "A keep-alive checker that writes its own packets with one number for all ports."
  blind-spot "Fewer than four probes, and ACK scans of other programs: see tcp-ack-scan. nmap's host discovery sends one such ACK a host, to port 80: see nmap-host-discovery."
  trace "nmap 7.93, -sA" observed expect match """
    03:35:53.639299 IP (tos 0x0, ttl 43, id 3866, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.80: Flags [.], ack 1971891860, win 1024, length 0
    03:35:53.639339 IP (tos 0x0, ttl 44, id 23549, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.22: Flags [.], ack 1971891860, win 1024, length 0
    03:35:53.639349 IP (tos 0x0, ttl 47, id 257, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.21: Flags [.], ack 1971891860, win 1024, length 0
    03:35:53.639357 IP (tos 0x0, ttl 53, id 10457, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.25: Flags [.], ack 1971891860, win 1024, length 0
    03:35:53.639366 IP (tos 0x0, ttl 59, id 55185, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.23: Flags [.], ack 1971891860, win 1024, length 0
  """
  trace "nmap 7.93, -sW: the same packets" observed expect match """
    03:35:55.167225 IP (tos 0x0, ttl 42, id 52127, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.35890 > 198.51.100.20.23: Flags [.], ack 1027683123, win 1024, length 0
    03:35:55.167293 IP (tos 0x0, ttl 50, id 34769, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.35890 > 198.51.100.20.22: Flags [.], ack 1027683123, win 1024, length 0
    03:35:55.167306 IP (tos 0x0, ttl 51, id 6963, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.35890 > 198.51.100.20.25: Flags [.], ack 1027683123, win 1024, length 0
    03:35:55.167314 IP (tos 0x0, ttl 49, id 10500, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.35890 > 198.51.100.20.80: Flags [.], ack 1027683123, win 1024, length 0
    03:35:55.167323 IP (tos 0x0, ttl 45, id 1800, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.35890 > 198.51.100.20.21: Flags [.], ack 1027683123, win 1024, length 0
  """
  trace "ACKs of sessions, each with its own number" synthetic expect no-match """
    03:35:53.639299 IP (tos 0x0, ttl 43, id 3866, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.80: Flags [.], ack 81239001, win 1024, length 0
    03:35:53.639339 IP (tos 0x0, ttl 44, id 23549, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.22: Flags [.], ack 331239001, win 1024, length 0
    03:35:53.639349 IP (tos 0x0, ttl 47, id 257, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.21: Flags [.], ack 2331239001, win 1024, length 0
    03:35:53.639357 IP (tos 0x0, ttl 53, id 10457, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.51037 > 198.51.100.20.25: Flags [.], ack 1971891860, win 1024, length 0
  """
}
