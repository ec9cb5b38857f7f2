signature tcp-half-open-scan {
  title      "TCP half-open (SYN) scan"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "late 1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, half-open
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (second scan trace)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.5.2 (reset generation)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2"
  reference "tevino/tcp-shaker, a checker that probes without completing the handshake (the benign look-alike)" url "https://github.com/tevino/tcp-shaker"

  observe half-open-probed-host as host  # several ports of one host
  observe half-open-swept-port as sweep  # one port of several hosts

  event by src gap 60s having count(host) >= 1 or count(sweep) >= 1

  analysis {
    addresses "One source. It needs the answers, so its address is real, unless it can listen on the path."
    ports """
      Services in a row, 21 and 37 in the founding trace, from one unchanging source port (49724). A kernel would take a new source port for each connection;
      a program that writes its own packets need not.
    """
    flags """
      Open port: SYN, SYN ACK, then RST with the sequence number that the SYN ACK asked for and no ACK. That is what a kernel answers to a SYN ACK it knows
      nothing of. Closed port: SYN, RST ACK.
    """
    direction "Each answer belongs to one of the scanner's SYNs; the last word at open ports is the scanner's reset."
    time """
      20 ms between the ports: a program. This project's own observation: the time stamps of the founding trace move in steps of 10 ms, so SYN, SYN ACK and RST carry the same
      time and only their order in the file tells who was first.
    """
    header "The founding trace shows neither window nor options. Each port has an initial sequence number of its own (2421827136, 2418821749)."
    bottom-line """
      Somebody asks which ports are open and takes care not to finish a connection, so that the services themselves log nothing. The
      list of ports that were reset by the scanner is the list of what it found.
    """
  }

  hypothesis "Half-open scan" {
    verdict malicious
    weight strong
    because "The scanner resets what answers and leaves alone what refuses, over more than one port or host."
    because "The source port stays the same over different target ports."
    test "Does the source come back to the open ports? Was one source port used throughout?"
  }
  hypothesis "Health checks of a load balancer" {
    verdict benign
    weight moderate
    because "Some checkers send SYN, wait for the SYN ACK and reset, to spare the service the connection."
    against "They come from an address of your own, at a fixed interval, to ports that are known, for days."
    test "Is the source your balancer? Does the interval repeat?"
  }
  hypothesis "The source's own kernel rejects answers to SYNs that somebody forged in its name" {
    verdict third-party
    weight weak
    because "If its address is forged as the source of a flood or of an idle scan, the target's SYN ACKs reach a host that never asked, and it resets them."
    against "Such SYNs come with the TTL of another place than the resets."
    test "Compare TTL and IP id of the SYNs with those of the resets: one sender or two?"
  }

  false-positive "Half-open health checks, when one of the checked services is down."
  blind-spot "Filtered ports give no answer and are not counted; a host of which every port refuses gives no open one."
  blind-spot "A scanner that suppresses its kernel's resets leaves SYN and SYN ACK only."

  trace "one open and one closed port, three packets within one tick of the clock" observed expect match """
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    S 2421827136:2421827136(0)
    10:22:45.030552 victim.cablemodem.com.21 > half.scanner.net.49724:
    S 4046313668:4046313668(0) ack 2421827137
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    R 2421827137:2421827137(0)
    10:22:45.050552 half.scanner.net.49724 > victim.cablemodem.com.37:
    S 2418821749:2418821749(0)
    10:22:45.050552 victim.cablemodem.com.37 > half.scanner.net.49724:
    R 0:0(0) ack 2418821750
  """
  trace "the handshake at the open port is completed" synthetic expect no-match """
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    S 2421827136:2421827136(0)
    10:22:45.030552 victim.cablemodem.com.21 > half.scanner.net.49724:
    S 4046313668:4046313668(0) ack 2421827137
    10:22:45.030552 half.scanner.net.49724 > victim.cablemodem.com.21:
    . ack 4046313669
    10:22:45.050552 half.scanner.net.49724 > victim.cablemodem.com.37:
    S 2418821749:2418821749(0)
    10:22:45.050552 victim.cablemodem.com.37 > half.scanner.net.49724:
    R 0:0(0) ack 2418821750
  """
}
