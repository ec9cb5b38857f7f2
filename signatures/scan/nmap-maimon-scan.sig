signature nmap-maimon-scan {
  title      "nmap Maimon scan: FIN ACK outside of any connection"
  category   scan
  verdict    malicious
  confidence medium
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, fin, stealth, nmap, tool-mark
  reference "nmap at commit db4aefd: scan_engine.cc lines 1293-1312, scan_engine_raw.cc lines 1203-1210 (the masked number goes into ack when ACK is set)" url "https://github.com/nmap/nmap"
  reference "nmap reference guide, Port Scanning Techniques" url "https://nmap.org/book/man-port-scanning-techniques.html"
  reference "RFC 9293, section 3.10.7.2 (a listening port answers a segment with ACK with a reset)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"

  packet probe {
    tcp
    flags == FIN|ACK
    seq == 0
    ack != 0
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
  }

  event by src, (ack >> 16) ^ (ack & 0xffff) gap 1h
    having count(probe) >= 3 and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    flags "FIN ACK, everyday in itself: it ends sessions. Here there is no session, and the sequence number is 0."
    direction "By the standard every stack resets it, open port or not. Some old BSD systems dropped it at open ports, and that difference is the scan."
    header "The acknowledgment number, not the sequence number, holds nmap's masked try number: its two halves differ by the same 16 bits in all probes. Window 1024, no options, TTL from 37 to 59, no DF."
    bottom-line "An unusual port scan of nmap's. On systems of today it tells open from closed nowhere, but it shows which hosts live and which filters let FIN ACK pass."
  }
  hypothesis "Maimon scan by nmap" {
    verdict malicious
    weight strong
    because "Sequence number 0 in several FIN ACKs, whose acknowledgment numbers share nmap's mask."
    test "Is there any earlier packet of these connections? There is none if it is a scan."
  }
  hypothesis "Late ends of sessions" {
    verdict benign
    weight weak
    because "FIN ACK after a pause is common when a sensor has forgotten the session."
    against "Sessions have sequence numbers of their own, different ones, not 0."
    test "Look at the sequence numbers."
  }
  false-positive "A middlebox that closes sessions with sequence number 0; none is known that also keeps nmap's relation."
  blind-spot "One or two probes: alone they look like the end of a session."
  trace "nmap 7.93" observed expect match """
    03:35:52.115422 IP (tos 0x0, ttl 38, id 15163, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.80: Flags [F.], seq 0, ack 3954180332, win 1024, length 0
    03:35:52.115487 IP (tos 0x0, ttl 53, id 21519, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.23: Flags [F.], seq 0, ack 3954180332, win 1024, length 0
    03:35:52.115499 IP (tos 0x0, ttl 55, id 50810, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.21: Flags [F.], seq 0, ack 3954180332, win 1024, length 0
    03:35:52.115510 IP (tos 0x0, ttl 55, id 53286, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.22: Flags [F.], seq 0, ack 3954180332, win 1024, length 0
    03:35:52.115521 IP (tos 0x0, ttl 47, id 520, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.25: Flags [F.], seq 0, ack 3954180332, win 1024, length 0
  """
  trace "three sessions end: each has its own numbers" synthetic expect no-match """
    03:35:52.115422 IP (tos 0x0, ttl 38, id 15163, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.80: Flags [F.], seq 771200421, ack 3954180332, win 1024, length 0
    03:35:52.115487 IP (tos 0x0, ttl 53, id 21519, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.23: Flags [F.], seq 771200421, ack 3954180332, win 1024, length 0
    03:35:52.115499 IP (tos 0x0, ttl 55, id 50810, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.60772 > 198.51.100.20.21: Flags [F.], seq 771200421, ack 3954180332, win 1024, length 0
  """
}
