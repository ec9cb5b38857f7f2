signature abortive-release {
  title      "Connection accepted and reset at once by the server"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1980s to present"
  licence    "CC-BY-4.0"
  tags       reset, look-alike, tcp
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (second trace)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.5 (abort)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.5"
  reference "HP MSR security configuration guide: TCP proxies answer with window 0 until the client is verified" url "https://www.manualshelf.com/manual/hp/hp-msr4060-router-chassis/r0106-hp-msr-router-series-security-configuration-guidev7/page-463.html"

  # Seen from the server: the SYN need not be in the capture (in the founding trace it is addressed to another name of the server).
  packet accept { tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK }
  packet third { from responder; tcp; flags == ACK }
  packet reset { tcp; flags has RST; window == 0 }
  packet told { tcp; payload.len > 0 }
  packet said { from responder; tcp; payload.len > 0 }

  event by src, sport, dst, dport gap 10s
    having first(accept) < first(third) < first(reset)
      and first(reset) - first(third) <= 5s
      and count(told) == 0
      and count(said) == 0

  analysis {
    addresses "One client, one server. In the founding trace the SYN goes to 206.61.52.32 and everything else carries the name host.news.org: presumably two names of one server, of which the tool resolved only one."
    ports "To port 119 (nntp)."
    flags "SYN ACK, ACK, and then RST ACK from the server; no FIN and no byte of data from either side. The client does not answer the reset: nobody may."
    direction "The server ends it. When the client does, before its ACK, it is a half-open scan."
    time "The reset comes 0.168 s after the handshake was complete."
    header """
      Window 0 in the reset. In the founding trace the SYN ACK, too, has window 0, no options and no DF: the server took the connection and let the client send nothing. This is
      how a filter or proxy in front of a server verifies clients; that it was one is an inference.
    """
    bottom-line """
      The server, or something in front of it, took the connection and threw it away. Usual reasons: the client is not allowed, the service is overloaded or restarting. Nothing hostile; with many
      such events look at the server.
    """
  }

  hypothesis "Refusal by the server's program or access rules" {
    verdict benign
    weight strong
    because "Services that check the client's address after accepting close at once, and a close that must not linger is a reset."
    test "Read the server's log at that second. Do clients from allowed networks get through?"
  }
  hypothesis "A proxy or filter that verifies clients" {
    verdict benign
    weight moderate
    because "SYN ACK with window 0 and no options is typical of SYN-cookie and proxy modes."
    against "After verification such a proxy opens the window; here it resets."
    test "Compare TTL of SYN ACK and reset with packets that the server itself sends."
  }
  hypothesis "A forged reset cut the connection" {
    verdict malicious
    weight weak
    because "Somebody who sees the sequence numbers can end a connection in the server's name."
    against "Sequence and acknowledgment numbers, and the silence afterwards, fit the server; it would have gone on sending otherwise."
    test "Does the server go on sending after its 'own' reset? Do TTL and IP id of the reset fit it?"
  }

  false-positive "A connect scan of which the target resets the bare connection; look for other ports."
  blind-spot "Resets after data, or later than five seconds, and those with a window of their own (a program that aborts by SO_LINGER)."
  blind-spot "Whether the reset came from the server cannot be told from the packet alone."

  trace "news server" observed expect match """
    11:48:02.545940 dialup.modem.net.1092 > 206.61.52.32.119:
    S 436537:436537(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:48:02.774748 host.news.org.119 > dialup.modem.net.1092:
    S 4231438324:4231438324(0) ack 436538 win 0
    11:48:02.784542 dialup.modem.net.1092 > host.news.org.119:
    . ack 1 win 8576 (DF)
    11:48:02.952477 host.news.org.119 > dialup.modem.net.1092:
    R 1:1(0) ack 1 win 0
  """
  trace "the server says something first" synthetic expect no-match """
    11:48:02.545940 dialup.modem.net.1092 > 206.61.52.32.119:
    S 436537:436537(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:48:02.774748 host.news.org.119 > dialup.modem.net.1092:
    S 4231438324:4231438324(0) ack 436538 win 8760
    11:48:02.784542 dialup.modem.net.1092 > host.news.org.119:
    . ack 1 win 8576 (DF)
    11:48:02.884542 host.news.org.119 > dialup.modem.net.1092:
    P 1:43(42) ack 1 win 8760
    11:48:02.952477 host.news.org.119 > dialup.modem.net.1092:
    R 43:43(0) ack 1 win 0
  """
  trace "the client acknowledges nothing" synthetic expect no-match """
    11:48:02.545940 dialup.modem.net.1092 > 206.61.52.32.119:
    S 436537:436537(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:48:02.774748 host.news.org.119 > dialup.modem.net.1092:
    S 4231438324:4231438324(0) ack 436538 win 0
    11:48:02.952477 host.news.org.119 > dialup.modem.net.1092:
    R 1:1(0) ack 1 win 0
  """
  trace "the client resets, before its ACK" observed expect no-match """
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
}
