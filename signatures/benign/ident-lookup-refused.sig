signature ident-lookup-refused {
  title      "Ident look-up refused"
  category   benign
  verdict    benign
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-23
  revised    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       ident, look-alike, tcp
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (opening trace)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 1413, Identification Protocol" url "https://www.rfc-editor.org/rfc/rfc1413"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN; dport == 113 }
  packet refusal {
    from responder
    tcp
    flags & (SYN|ACK|RST|FIN) == RST|ACK
    sport == 113
    payload.len == 0
  }
  # Who asks at other ports too is a scanner that comes by 113, not a server that wants a name. Active ftp (from 20) is allowed.
  packet elsewhere { tcp; flags & (SYN|ACK|RST|FIN) == SYN; dport != 113; sport != 20 }

  event by src, dst gap 60s
    having first(syn) < first(refusal)
      and min(refusal.ack) - min(syn.seq) == 1
      and distinct(elsewhere.dport, 60s) < 3

  analysis {
    addresses "The asker is a server (ftp, mail, irc) that the answering host is using at that moment. That session is the context to look for; it may lie outside of the capture."
    ports "To port 113 (auth, ident) from an ephemeral port of the server, 47309 in the founding trace."
    flags "SYN, answered by RST ACK with sequence number 0: nobody listens. A reset is not answered, and with it the matter ends."
    direction "Server to client: the reverse of the session that caused it, which makes it look like a probe from outside."
    time "0.15 s after the server's SYN ACK in the session, and refused within 10 ms."
    header """
      The refusal acknowledges 3037242402, the SYN's 3037242401 plus one: the two packets belong together. This project's own observation: the server's initial sequence number is 108704
      above that of its ftp answer 0.15 s earlier, so both come from one host and one counter.
    """
    bottom-line """
      A server asks who owns the connection to it, and the client does not run ident. Ordinary. A refusal is better than silence here: where a filter drops the SYN, the login hangs until the
      look-up times out.
    """
  }

  hypothesis "Ident look-up by a server in use" {
    verdict benign
    weight strong
    because "It follows, within a second or so, a connection from the refusing host to the asking one."
    test "Find that connection: same two addresses, the other way round, just before."
  }
  hypothesis "Scan for port 113" {
    verdict malicious
    weight weak
    because "A single SYN from outside to a closed port is also what each step of a scan looks like."
    against "A scan asks more than one host or port, and hosts that had nothing to do with it."
    test "Were other hosts here asked by the same source? Is there no session to it from any of them?"
  }

  false-positive "A sweep of port 113 over many hosts, or a scan of 113 and no more than two other ports: each refusal looks like this."
  blind-spot "Answers by a real ident server, and look-ups that a filter drops."

  trace "the look-up, refused" observed expect match """
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
  """
  trace "within the ftp session that caused it" observed expect match """
    14:05:27.083238 ftp.client.org.1057 > ftp.server.edu.21:
    S 1484414:1484414(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    14:05:27.250587 ftp.server.edu.21 > ftp.client.org.1057:
    S 3037133697:3037133697(0) ack 1484415 win 9112 <mss 536> (DF)
    14:05:27.259810 ftp.client.org.1057 > ftp.server.edu.21:
    . ack 1 win 8576 (DF)
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
    14:05:27.564336 ftp.server.edu.21 > ftp.client.org.1057:
    P 1:88(87) ack 1 win 9112 (DF) [tos 0x10]
    14:05:27.727461 ftp.client.org.1057 > ftp.server.edu.21:
    . ack 88 win 8489 (DF)
    14:05:35.774099 ftp.client.org.1057 > ftp.server.edu.21:
    P 31:37(6) ack 183 win 8394 (DF)
    14:05:35.895233 ftp.server.edu.21 > ftp.client.org.1057:
    P 183:197(14) ack 37 win 9112 (DF) [tos 0x10]
    14:05:35.903492 ftp.server.edu.21 > ftp.client.org.1057:
    F 197:197(0) ack 37 win 9112 (DF) [tos 0x10]
    14:05:35.906748 ftp.client.org.1057 > ftp.server.edu.21:
    . ack 198 win 8380 (DF)
    14:05:35.917049 ftp.client.org.1057 > ftp.server.edu.21:
    F 37:37(0) ack 198 win 8380 (DF)
  """
  trace "another port" synthetic expect no-match """
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.114:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.114 > ftp.server.edu.47309:
    R 0:0(0) ack 3037242402 win 0
  """
  trace "the answer belongs to another SYN" synthetic expect no-match """
    14:05:27.402888 ftp.server.edu.47309 > ftp.client.org.113:
    S 3037242401:3037242401(0) win 8760 <mss 1460> (DF)
    14:05:27.412512 ftp.client.org.113 > ftp.server.edu.47309:
    R 0:0(0) ack 3037133698 win 0
  """
}
