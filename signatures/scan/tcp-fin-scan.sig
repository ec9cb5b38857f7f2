signature tcp-fin-scan {
  title      "TCP FIN scan"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "late 1990s to present; founding trace 1999-2000"
  licence    "CC-BY-4.0"
  tags       scan, tcp, fin, stealth
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (FIN trace)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7 (closed ports reset, listening ports drop a segment without SYN, ACK or RST)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"
  reference "Snort rules of 2001-2005, sid 621 (lone FIN) and 504 (source port 53), at commit 34bdcf6" url "https://github.com/eldondev/Snort"
  reference "p0f, p0f.fp at commit 4abbd20: windows 1024, 2048, 3072, 4096 of nmap's raw probes" url "https://github.com/p0f/p0f"

  packet fin { tcp; flags & (FIN|SYN|RST|PSH|ACK|URG) == FIN; payload.len == 0 }
  packet reset { from responder; tcp; flags has RST; payload.len == 0 }  # closed ports answer

  event by src gap 1h
    having count(fin) >= 3 and (distinct(fin.dst) >= 3 or distinct(fin.dport) >= 3)

  analysis {
    addresses "One source, five targets in the founding trace."
    ports """
      From 53 to 21. Port 53 as a source gets through filters that let answers of name servers in; 21 is what the scanner was after. Neither is needed to
      recognise the scan.
    """
    flags """
      FIN alone, sequence number 0, no ACK. Every segment of a real connection after the first SYN carries ACK, its FIN too, so a lone FIN is
      made by hand.
    """
    direction """
      Silence from four targets, RST ACK from one. A closed port resets; an open one drops the packet and stays silent, and so do
      a missing host and a filter. The answer proves 'closed', silence proves nothing.
    """
    time """
      9 probes in 7 min 10 s. This project's own observation: the silent targets are asked a second time, 6.01 to 6.03 s after the first, and the one that answered
      (after 14 ms) is not. So the scanner listens, repeats after about 6 s without an answer, and its address is real.
    """
    header """
      Windows 2048, 3072, 4096, one value per target; TTL 48 to 58, again one per target; IP ids without order. Windows of this set and a TTL drawn per probe are
      known of nmap's raw probes. The reset acknowledges 4294947297, which is 1 - 20000 modulo 2^32 and not the 1 that is due to a FIN with sequence number 0: an oddity of
      that host or of a box before it, which is not explained. The lines show LLC/SNAP framing.
    """
    bottom-line """
      A scan for ports that refuse, made of packets that cannot occur by themselves. It passes filters that only look for SYNs. Targets that answered
      are closed on that port; of the silent ones the scanner knows nothing.
    """
  }

  hypothesis "FIN scan" {
    verdict malicious
    weight strong
    because "No TCP sends FIN without ACK; several in a row to different hosts or ports are a program's work."
    test "Does the same source send other odd flag combinations (none, FIN PSH URG)? Does it return to ports that stayed silent?"
  }
  hypothesis "Remnants of closed connections" {
    verdict benign
    weight weak
    because "Stray FINs after a session are common, when a sensor or a filter has forgotten it."
    against "Those carry ACK and a sequence number of their session."
    test "Look at ACK: a FIN ACK is not counted here."
  }

  false-positive "A test generator or a fingerprinting tool of your own."
  blind-spot "FIN with ACK (Maimon scan), null and Xmas scans are other signatures."
  blind-spot "Fewer than three targets or ports, or more than an hour between probes."
  blind-spot "Which ports the scanner thinks are open cannot be seen where nothing answered."

  trace "nine FINs to five hosts, one closed port answers" observed expect match """
    21:03:59.711106 snap 0:0:0:8:0 scanner.net.53 > host201.victim.org.21:
    F 0:0(0) win 2048 (ttl 48, id 55097)
    21:04:05.738307 snap 0:0:0:8:0 scanner.net.53 > host201.victim.org.21:
    F 0:0(0) win 2048 (ttl 48, id 50715)
    21:05:10.399065 snap 0:0:0:8:0 scanner.net.53 > host202.victim.org.21:
    F 0:0(0) win 3072 (ttl 49, id 32642)
    21:05:16.429001 snap 0:0:0:8:0 scanner.net.53 > host202.victim.org.21:
    F 0:0(0) win 3072 (ttl 49, id 31501)
    21:09:12.202997 snap 0:0:0:8:0 scanner.net.53 > host24.victim.org.21:
    F 0:0(0) win 2048 (ttl 52, id 47689)
    21:09:18.215642 snap 0:0:0:8:0 scanner.net.53 > host24.victim.org.21:
    F 0:0(0) win 2048 (ttl 52, id 26723)
    21:10:22.664153 snap 0:0:0:8:0 scanner.net.53 > host3.victim.org.21:
    F 0:0(0) win 3072 (ttl 53, id 24838)
    21:10:28.691982 snap 0:0:0:8:0 scanner.net.53 > host3.victim.org.21:
    F 0:0(0) win 3072 (ttl 53, id 25257)
    21:11:10.213615 snap 0:0:0:8:0 scanner.net.53 > host102.victim.org.21:
    F 0:0(0) win 4096 (ttl 58, id 61907)
    21:11:10.227485 snap 0:0:0:8:0 host102.victim.org.21 > scanner.net.53:
    R 0:0(0) ack 4294947297 win 0 (ttl 25, id 38400)
  """
  trace "the same probes with ACK" synthetic expect no-match """
    21:03:59.711106 192.0.2.53.53 > 198.51.100.201.21: F 0:0(0) ack 1516219 win 2048 (ttl 48, id 55097)
    21:05:10.399065 192.0.2.53.53 > 198.51.100.202.21: F 0:0(0) ack 1516219 win 3072 (ttl 49, id 32642)
    21:09:12.202997 192.0.2.53.53 > 198.51.100.24.21: F 0:0(0) ack 1516219 win 2048 (ttl 52, id 47689)
    21:10:22.664153 192.0.2.53.53 > 198.51.100.3.21: F 0:0(0) ack 1516219 win 3072 (ttl 53, id 24838)
  """
}
