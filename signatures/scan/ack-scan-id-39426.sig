# IP id 39426 = 0x9a02: 666 (0x029a) with its bytes exchanged.
signature ack-scan-id-39426 {
  title      "ACK scan with IP id 39426"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1999-2002"
  licence    "CC-BY-4.0"
  tags       scan, tcp, ack, tool-mark
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (two-stage scan)" url "https://taosecurity.com/intv2-8.html"
  reference "Snort rules of 2001-2005, doc/signatures/630.txt at commit 34bdcf6: IP id 39426 in synscan, sscan, mscan and others" url "https://github.com/eldondev/Snort"
  reference "A SYN FIN packet of 18 February 2002 with the same IP id and window" url "http://www.finchhaven.com/pages/incidents/021802_1359.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe { tcp; flags == ACK; id == 39426; window == 1028; payload.len == 0 }
  packet reset { from responder; tcp; flags == RST; payload.len == 0 }

  event by src gap 5m having count(probe) >= 2 and constant(probe.ack)

  analysis {
    addresses "One source, two name servers in the founding trace."
    ports """
      Source port = destination port, 23 to 23 and 143 to 143: for filters that judge by either port the packet may pass as an answer. It is typical and not
      required here.
    """
    flags "ACK alone, without a connection. The targets answer with a bare RST whose sequence number is the probe's acknowledgment number, as the RFC asks."
    direction "Each probe draws a reset from a living host, whether the port is open or not. The scanner learns that the host is there and that ACKs pass the filter; of ports it learns nothing."
    time "Four probes in 0.15 s."
    header """
      IP id 39426, window 1028 and acknowledgment number 499410217 in every packet. 39426 is 0x9a02, the bytes of 666 (0x029a) exchanged:
      the program wrote 666 without converting it to network order. 1028 is 0x0404, the same either way round. TTL 30 on arrival, once 0, while the SYNs that follow from the
      same source arrive with 52: the tool sets TTLs of its own. 499410217 is the same over all probes here; whether the tool always uses it is not known,
      so only its constancy is required.
    """
    bottom-line """
      A hand-made ACK scan by a tool of the family of mscan, sscan and synscan. It maps which hosts live behind a filter that lets ACKs pass; expect a second stage
      within seconds.
    """
  }

  hypothesis "ACK scan by a tool of the mscan, sscan, synscan family" {
    verdict malicious
    weight strong
    because "Snort's notes give IP id 39426 to synscan, sscan, mscan and several other tools; a SYN FIN packet of 2002 has the same id and the same window 1028."
    because "Id, window and acknowledgment number are equal over hosts and ports: no kernel does this."
    test "Does a second stage of SYNs follow, or SYN FIN packets with the same id?"
  }
  hypothesis "Late ACKs of forgotten connections" {
    verdict benign
    weight weak
    because "A bare ACK answered by a reset is what a rebooted server gives its old clients."
    against "Those have different ids, windows and numbers, and ephemeral source ports."
    test "Compare two probes field by field."
  }

  false-positive "None natural is known: id and window together are 28 bits, and the acknowledgment number must repeat."
  blind-spot "Text traces without the IP id (tcpdump without -v) cannot show it."
  blind-spot "Later versions of synscan draw their ids at random; a single probe is not reported."

  trace "first stage of the two-stage scan" observed expect match """
    22:08:33.913622 cable.modem.net.23 > dns.one.org.23:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.915481 dns.one.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 34512)
    22:08:33.954076 cable.modem.net.23 > dns.two.org.23:
    . ack 499410217 win 1028 (ttl 0, id 39426)
    22:08:33.955461 dns.two.org.23 > cable.modem.net.23:
    R 499410217:499410217(0) win 0 (ttl 254, id 5962)
    22:08:33.982753 cable.modem.net.143 > dns.one.org.143:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:33.983904 dns.one.org.143 > cable.modem.net.143:
    R 499410217:499410217(0) win 0 (ttl 254, id 34514)
    22:08:34.061121 cable.modem.net.143 > dns.two.org.143:
    . ack 499410217 win 1028 (ttl 30, id 39426)
    22:08:34.064069 dns.two.org.143 > cable.modem.net.143:
    R 499410217:499410217(0) win 0 (ttl 254, id 5967)
  """
  trace "the IP id is one off" synthetic expect no-match """
    22:08:33.913622 cable.modem.net.23 > dns.one.org.23:
    . ack 499410217 win 1028 (ttl 30, id 39427)
    22:08:33.954076 cable.modem.net.23 > dns.two.org.23:
    . ack 499410217 win 1028 (ttl 0, id 39427)
    22:08:33.982753 cable.modem.net.143 > dns.one.org.143:
    . ack 499410217 win 1028 (ttl 30, id 39427)
  """
}
