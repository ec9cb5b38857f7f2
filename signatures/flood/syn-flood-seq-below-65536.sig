signature syn-flood-seq-below-65536 {
  title      "SYNs whose sequence numbers are all below 65536"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       syn-flood, generator, crafted
  reference "Published source of Mirai at commit 4889a6f, mirai/bot/attack_tcp.c (source: 16-bit random values written into the 32-bit fields; on big-endian machines the upper half stays zero)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.DOMINATE (observed: the mirror image, lower half zero, in 9,639 of 9,639 SYNs)" url "https://github.com/StopDDoS/packet-captures"
  reference "RFC 9293, Transmission Control Protocol, section 3.4.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN; seq in {2..65535} }

  event by dst, dport gap 60s having distinct(syn.seq) >= 3 and distinct(syn.src) >= 3

  analysis {
    addresses "Many sources, forged or bots; one target."
    ports "One service."
    flags "SYN alone."
    direction "Towards the target."
    header """
      The upper 16 bits of the sequence number are zero in different SYNs with different numbers: a program writes a 16-bit random number into the
      32-bit field. On little-endian machines, with the bytes exchanged, it is the lower half that stays zero. Three packets are 48 bits of chance.
      That Mirai's builds for big-endian processors show this form is derived from the source.
    """
    bottom-line """
      The SYNs come from one program with a 16-bit generator, on machines with big-endian processors (routers, cameras) or without exchange of bytes.
      A flood on this port; the mark tells the program's packets from those of clients.
    """
  }

  hypothesis "Flood by bots on embedded devices" {
    verdict malicious
    weight strong
    because "Three sources or more share a form that one TCP in 65536 shows by chance."
    test "Do the SYNs also share window and options?"
  }
  hypothesis "Scanner with a 16-bit number" {
    verdict malicious
    weight weak
    because "A scanner may do so too."
    against "It has one source and many targets."
    test "Count sources and targets."
  }

  false-positive "Laboratory hosts with a stack that starts its numbers near zero after each restart."
  blind-spot "Sequence numbers 0 and 1, which other signatures explain; fewer than three sources."

  trace "three sources" synthetic expect match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: S 4711:4711(0) win 512
    10:00:00.001 192.0.2.77.1022 > 198.51.100.1.80: S 60112:60112(0) win 512
    10:00:00.002 203.0.113.9.1023 > 198.51.100.1.80: S 31007:31007(0) win 512
  """
  trace "one of them above" synthetic expect no-match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: S 4711:4711(0) win 512
    10:00:00.001 192.0.2.77.1022 > 198.51.100.1.80: S 60112:60112(0) win 512
    10:00:00.002 203.0.113.9.1023 > 198.51.100.1.80: S 96543:96543(0) win 512
  """
}
