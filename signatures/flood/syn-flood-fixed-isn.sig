signature syn-flood-fixed-isn {
  title      "SYN flood with one initial sequence number"
  category   flood
  verdict    malicious
  confidence high
  version    4
  authors    "TraceLore project"
  created    2026-11-23
  revised    2026-11-26
  era        "1996 to present; founding trace 1999-2000"
  licence    "CC-BY-4.0"
  tags       syn-flood, denial-of-service, spoofing
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (section on SYN floods)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"
  reference "RFC 9293, Transmission Control Protocol, section 3.4.1 (initial sequence number selection)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1"

  # Numbers whose lower half is zero come from programs that fill 16 bits of the field: two of those agree by chance alone.
  # Three scanners' shapes are left out: nmap with decoys (-D) asks a port with one number from several addresses, ScanSSH repeats
  # its number from other ports, and all of Mirai's bots ask a host with its own address as the number.
  packet syn {
    tcp
    flags & (SYN|ACK|RST|FIN|PSH|URG) == SYN
    seq == 0 or seq & 0xffff != 0
    not (options == [] and seq == dst)
    not (options == [mss] and window in {1024, 2048, 3072, 4096})
    not (options == [] and window == 32768 and df)
  }

  # One service of one host, and one sequence number for all connections. Zero is what a program leaves in a field that it
  # does not fill, in a laboratory as in a flood: there ten connections are asked for instead of three.
  event by dst, dport, seq gap 60s
    having min(syn.seq) != 0 and (distinct(syn.sport) >= 3 or distinct(syn.src) >= 3)
      or distinct(syn.sport) >= 10
      or distinct(syn.src) >= 10

  analysis {
    addresses """
      One target. The source is forged: one address in the founding trace; other tools draw a new one per packet, which makes no difference here. Flooders prefer
      addresses that do not answer, since a living host's resets would clear the target's queue.
    """
    ports "One service (23). The source ports count up: 1053, 1054, 1055."
    flags "SYN alone. Nothing follows: no ACK ever comes."
    direction "Inbound, no reply from the forged source. The target's SYN ACKs go to the forged address, where they are seen as backscatter."
    time "0.386 and 0.378 s between the packets of the founding trace. Real floods run to hundreds a second and more, so no rate is required: a sensor, or a text, may show a sample."
    header """
      Initial sequence number 322286 in every packet: the decisive mark. A TCP chooses a new one for each connection. This project's own observation: window 8192, mss 536,
      nop, nop, sackOK and DF are exactly what the ordinary clients in the founding document's other traces send, so in every other field the flood looks like a desktop's connections.
      Where the constant is a known one the tool's own signature leads: 674711609 (shaft and its elders), 674719801 (synk4).
    """
    bottom-line """
      This host is being flooded, or somebody tests it: different connections that share one initial sequence number are made by a program that fills the header once. The source address is
      worthless; the sequence number is the tool's mark.
    """
  }

  hypothesis "SYN flood with forged sources" {
    verdict malicious
    weight strong
    because "The source port changes and the sequence number does not: no TCP does this, a loop around one prepared packet does."
    test "Look at the target: are half-open connections piling up? Do TTLs of the SYNs fit the distance of their supposed sources?"
  }
  hypothesis "Retransmissions of one SYN" {
    verdict benign
    weight weak
    because "A repeated SYN keeps its sequence number."
    against "It keeps its source port too."
    test "Compare the source ports."
  }
  hypothesis "A scanner or checker with a constant sequence number" {
    verdict malicious
    weight weak
    because "Several small scanners never change the number."
    against "A scanner asks each port of a host once; here one port is asked again and again from new ports."
    test "Are the SYN ACKs answered (by resets)? Does the number come at other ports or hosts too?"
  }

  false-positive "A home-made health checker that writes its own SYNs with a fixed sequence number."
  false-positive "A packet generator in a laboratory."
  blind-spot "A flood with sequence number 0 of which fewer than ten different sources or source ports are seen."
  blind-spot "Floods that draw a sequence number per packet, and those that count it up. Of the former, tools with other marks have signatures of their own (juno, booter scripts, Mirai, TFN2K)."
  blind-spot "A constant number whose lower 16 bits are zero, other than 0 itself."
  blind-spot "A constant number that is the target's address: so Mirai's bots ask, and mirai-telnet-scan says it of each."
  blind-spot "Floods whose SYNs have the shape of nmap (mss alone, window 1024 to 4096) or ScanSSH (no options, window 32768, DF): syn-flood looks there, by their pace."
  blind-spot "A flood spread over many ports of the target, fewer than three packets to each within a minute."

  trace "three of the flood's packets at the victim" observed expect match """
    11:46:14.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.598008 spoofed.ip.one.1054 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.975522 spoofed.ip.one.1055 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
  """
  trace "the sequence numbers differ by one" synthetic expect no-match """
    11:46:14.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.598008 spoofed.ip.one.1054 > flood.victim.com.23:
    S 322287:322287(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.975522 spoofed.ip.one.1055 > flood.victim.com.23:
    S 322288:322288(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
  """
  trace "bots of Mirai, whose number is the address that they ask" synthetic expect no-match """
    11:46:14.212003 192.0.2.1.1053 > 198.51.100.7.23: S 3325256711:3325256711(0) win 5840
    11:46:24.598008 192.0.2.2.1054 > 198.51.100.7.23: S 3325256711:3325256711(0) win 14600
    11:46:34.975522 192.0.2.3.1055 > 198.51.100.7.23: S 3325256711:3325256711(0) win 29200
  """
  trace "one SYN, sent three times" synthetic expect no-match """
    11:46:14.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:17.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:23.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
  """
}
