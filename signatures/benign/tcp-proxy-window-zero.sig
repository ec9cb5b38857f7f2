signature tcp-proxy-window-zero {
  title      "TCP proxy that keeps the window shut until the client has proved itself (SYN cookie mode)"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000s to present"
  licence    "CC-BY-4.0"
  tags       proxy, anti-ddos, syn-cookie, look-alike
  reference "HP MSR security configuration guide, TCP proxy, (documented: SYN ACK with window 0; the window is opened when the server's side stands)" url "https://www.manualshelf.com/manual/hp/hp-msr4060-router-chassis/r0106-hp-msr-router-series-security-configuration-guidev7/page-463.html"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations, sections 3.6 (SYN cookies) and 3.8 (firewalls and proxies)" url "https://www.rfc-editor.org/rfc/rfc4987"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000, (news server's SYN ACK with window 0, there followed by a reset)" url "https://taosecurity.com/intv2-8.html"

  packet accept { tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK; window == 0 }
  packet third { from responder; tcp; flags & (SYN|ACK|RST|FIN) == ACK; payload.len == 0 }
  packet opened { tcp; flags == ACK; payload.len == 0; window > 0 }

  event by src, sport, dst, dport gap 30s having first(accept) < first(third) < first(opened)

  analysis {
    addresses "The source of the SYN ACK is the server by name, and a box in front of it in truth."
    flags "SYN ACK, ACK, and then an ACK from the server's side that does nothing but open the window."
    direction "The client may not send before the box has reached the server."
    time "Between the client's ACK and the opening lies the box's own handshake with the server."
    header "Window 0 in the SYN ACK, and no options in many cases, since the box keeps no state and cannot remember them."
    bottom-line """
      A proxy protects the server from SYN floods. The window of 0 is its way to make the client wait, and neither an attack on the client nor a
      server in trouble.
    """
  }

  hypothesis "Anti-flood proxy" {
    verdict benign
    weight strong
    because "Window 0 in a SYN ACK and an opening right after the handshake is the documented behaviour."
    test "Do TTL and IP id of the SYN ACK differ from those of the server's data?"
  }
  hypothesis "A tarpit" {
    verdict unknown
    weight moderate
    because "A tarpit also answers with a window of 0, to hold a worm's connection."
    against "It never opens the window."
    test "Do data flow?"
  }
  hypothesis "A server out of memory" {
    verdict benign
    weight weak
    because "A window of 0 means a full buffer."
    against "Nothing was received yet."
    test "Does it go on?"
  }

  false-positive "Servers that set their buffers late."
  blind-spot "Where the proxy refuses, a reset comes in place of the opening; see the signature for a connection accepted and reset."

  trace "shut, acknowledged, opened" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: S 500000:500000(0) win 64240 <mss 1460>
    10:00:00.020 198.51.100.1.80 > 192.0.2.1.4011: S 77:77(0) ack 500001 win 0
    10:00:00.040 192.0.2.1.4011 > 198.51.100.1.80: . ack 78 win 64240
    10:00:00.045 198.51.100.1.80 > 192.0.2.1.4011: . ack 500001 win 8192
  """
  trace "shut and reset: the founding trace of the news server" observed expect no-match """
    11:48:02.774748 host.news.org.119 > dialup.modem.net.1092:
    S 4231438324:4231438324(0) ack 436538 win 0
    11:48:02.784542 dialup.modem.net.1092 > host.news.org.119:
    . ack 1 win 8576 (DF)
    11:48:02.952477 host.news.org.119 > dialup.modem.net.1092:
    R 1:1(0) ack 1 win 0
  """
}
