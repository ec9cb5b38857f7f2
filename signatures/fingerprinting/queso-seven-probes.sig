signature queso-seven-probes {
  title      "queso: seven flag combinations to one port, in order"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 on"
  licence    "CC-BY-4.0"
  tags       fingerprinting, tcp, queso, tool-mark
  reference "Scapy at commit 2148365, scapy/modules/queso.py, queso_sig: a clone of queso (window, TTL and source port of the original were not read)" url "https://github.com/secdev/scapy"
  reference "RFC 9293, section 3.10.7.2 (what a listening port does with each)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"

  packet syn { tcp; flags == SYN; payload.len == 0 }
  packet syn_ack { tcp; flags == SYN|ACK; payload.len == 0 }
  packet fin { tcp; flags == FIN; payload.len == 0 }
  packet fin_ack { tcp; flags == FIN|ACK; payload.len == 0 }
  packet syn_fin { tcp; flags == SYN|FIN; payload.len == 0 }
  packet push { tcp; flags == PSH; payload.len == 0 }
  packet reserved { tcp; flags == SYN|ECE|CWR; payload.len == 0 }

  event by src, dst, dport gap 30s
    having first(syn) < first(syn_ack) < first(fin) < first(fin_ack) < first(syn_fin) < first(push) < first(reserved)

  analysis {
    ports "All to one open port, 80 by default."
    flags "SYN, SYN ACK, FIN, FIN ACK, SYN FIN, PSH, and SYN with the two bits that were reserved then and are ECE and CWR now. No client sends SYN ACK or a lone PSH."
    direction "Each answer's flags, window and acknowledgment number are compared with a list of systems."
    time "One after the other, each when the last was answered, or after three seconds."
    header "The order is the mark; single packets of the set are common to many tools. The clone leaves the rest to Scapy's defaults: source port 20, IP id 1, window 8192, no options, and a random sequence number."
    bottom-line "The fingerprint of this host is taken in the manner of queso, the first such program and older than nmap's."
  }
  hypothesis "OS fingerprinting by queso or its clone" {
    verdict malicious
    weight strong
    because "Seven combinations in its order to one port within seconds."
    test "Are there just seven?"
  }
  hypothesis "A conformance test" {
    verdict benign
    weight weak
    because "Testers of stacks send all combinations."
    against "They send many more than these."
    test "Count the combinations."
  }
  false-positive "A test suite that happens to send these seven in this order."
  blind-spot "Any of the seven lost, or dropped by a filter before the sensor."
  trace "seven probes, built from the clone's list" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S], seq 279772929, win 8192, length 0
    03:00:00.040000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S.], seq 1425304170, ack 0, win 8192, length 0
    03:00:00.080000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [F], seq 1294327476, win 8192, length 0
    03:00:00.120000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [F.], seq 3510707589, ack 0, win 8192, length 0
    03:00:00.160000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [FS], seq 2590337712, win 8192, length 0
    03:00:00.200000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [P], win 8192, length 0
    03:00:00.240000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [SEW], seq 14530382, win 8192, length 0
  """
  trace "six of them: the last is a plain SYN" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S], seq 279772929, win 8192, length 0
    03:00:00.040000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S.], seq 1425304170, ack 0, win 8192, length 0
    03:00:00.080000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [F], seq 1294327476, win 8192, length 0
    03:00:00.120000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [F.], seq 3510707589, ack 0, win 8192, length 0
    03:00:00.160000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [FS], seq 2590337712, win 8192, length 0
    03:00:00.200000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [P], win 8192, length 0
    03:00:00.240000 IP (tos 0x0, ttl 52, id 1, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.20 > 198.51.100.20.80: Flags [S], seq 14530382, win 8192, length 0
  """
}
