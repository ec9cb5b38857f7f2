signature backscatter-rst {
  title      "Answers to a flood of forged ACKs or SYN ACKs (RST without ACK)"
  category   backscatter
  verdict    third-party
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000 to present"
  licence    "CC-BY-4.0"
  tags       backscatter, ack-flood, spoofing, third-party
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (the two forms of a reset)" url "https://www.rfc-editor.org/rfc/rfc9293"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001, (the method of reading floods from their answers)" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, DDOS Scripts/L4/TCP/ack.c (an ACK flood with forged sources and random numbers)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000, (ACK scan: the same form of reset, there solicited)" url "https://taosecurity.com/intv2-8.html"

  observe unsolicited-rst as answer

  # Several addresses, or one address and ports far apart: a client that keeps talking to a restarted host has neither.
  event by src, sport gap 1h
    having distinct(answer.dst) >= 3 or distinct(answer.dport) >= 3 and span(answer.dport) >= 2000

  analysis {
    addresses "One sender, the flood's victim. The addresses that it answers were forged, some of them yours."
    ports "From the port under attack. The destination ports are the forged source ports."
    flags """
      RST alone. A TCP has two ways to refuse: what came without ACK (a SYN) is refused by RST ACK with sequence number 0; what came with ACK is
      refused by a bare RST that takes its sequence number from the refused packet's acknowledgment number. So these resets answer ACKs or SYN ACKs,
      and their sequence numbers are what the flooder wrote into the ACK field.
    """
    direction "Inbound only; nothing had been sent to that port from here."
    header "Window 0. Read the sequence numbers: one value for all, a step, or no order at all tells how the flooder fills the field."
    bottom-line """
      The sender is being flooded with ACKs or SYN ACKs from forged addresses, yours among them, and refuses them one by one. Nobody is probing you: a
      reset draws no answer. Tell the sender's owner, and give the sequence numbers: they are the flood tool's mark.
    """
  }

  hypothesis "Third-party effect of an ACK flood" {
    verdict third-party
    weight strong
    because "One port of one host refuses packets that several addresses never sent, in the form that is prescribed for packets with ACK."
    test "Ask the sender's owner. Do the sequence numbers repeat or step?"
  }
  hypothesis "A host that restarted, or a firewall or translator that lost its table" {
    verdict benign
    weight moderate
    because "Peers go on sending on connections that the host has forgotten, and get bare resets."
    against "Those peers' packets would be in this capture, and the resets solicited."
    test "Had the addressed hosts any connection to this port in the hour before?"
  }
  hypothesis "Somebody scans by resets" {
    verdict malicious
    weight weak
    because "A reset to an address that does not exist may bring an ICMP unreachable."
    against "Open and closed ports both stay silent on a reset."
    test "Are all addresses met once and in order?"
  }

  false-positive "A one-way tap beside a busy server that resets its clients, when several clients are visited within the hour."
  blind-spot "Stacks that set ACK in every reset, and middleboxes that write resets their own way."
  blind-spot "Fewer than three addresses, where the destination ports lie close together."

  trace "ACK flood on port 80 seen from three forged addresses" synthetic expect match """
    10:00:00.000000 192.0.2.80.80 > 198.51.100.1.29470: R 499410217:499410217(0) win 0 (ttl 54, id 0)
    10:00:04.310000 192.0.2.80.80 > 198.51.100.77.4811: R 2911746205:2911746205(0) win 0 (ttl 54, id 0)
    10:00:21.090000 192.0.2.80.80 > 198.51.100.130.61214: R 88213377:88213377(0) win 0 (ttl 54, id 0)
  """
  trace "resets with ACK belong to the other form" synthetic expect no-match """
    10:00:00.000000 192.0.2.80.80 > 198.51.100.1.29470: R 0:0(0) ack 499410217 win 0 (ttl 54, id 0)
    10:00:04.310000 192.0.2.80.80 > 198.51.100.77.4811: R 0:0(0) ack 2911746205 win 0 (ttl 54, id 0)
    10:00:21.090000 192.0.2.80.80 > 198.51.100.130.61214: R 0:0(0) ack 88213377 win 0 (ttl 54, id 0)
  """
  trace "an ACK scan from here draws the same resets, and they are solicited" synthetic expect no-match """
    10:00:00.000000 198.51.100.1.40000 > 192.0.2.80.80: . ack 499410217 win 1024
    10:00:00.040000 192.0.2.80.80 > 198.51.100.1.40000: R 499410217:499410217(0) win 0 (ttl 54, id 0)
    10:00:01.000000 198.51.100.1.44000 > 192.0.2.80.80: . ack 499410217 win 1024
    10:00:01.040000 192.0.2.80.80 > 198.51.100.1.44000: R 499410217:499410217(0) win 0 (ttl 54, id 0)
    10:00:02.000000 198.51.100.1.48000 > 192.0.2.80.80: . ack 499410217 win 1024
    10:00:02.040000 192.0.2.80.80 > 198.51.100.1.48000: R 499410217:499410217(0) win 0 (ttl 54, id 0)
  """
}
