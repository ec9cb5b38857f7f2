signature latency-probe-syn-payload {
  title      "Load balancer measuring round-trip time: SYNs with 64 bytes of data to TCP port 53"
  category   measurement
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       load-balancer, measurement, dns, syn-payload
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (final case)" url "https://taosecurity.com/intv2-8.html"
  reference "RFC 9293, Transmission Control Protocol, section 3.5 (data on a SYN is permitted)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"
  reference "Snort rules of 2001-2005, sid 526 (data in a SYN), at commit 34bdcf6: it would raise an alarm here" url "https://github.com/eldondev/Snort"

  packet probe {
    tcp
    flags & (SYN|ACK|RST|FIN) == SYN
    dport == 53
    payload.len == 64
    window == 2048
  }

  event by src gap 10m having count(probe, 5s) >= 3 and distinct(probe.sport) >= 3

  analysis {
    addresses "One event per measuring site. In the founding trace three sites (New Jersey, Brazil, Argentina) test one name server within six minutes: look for the other events, their coming together is the point."
    ports "To TCP port 53 of the name server that your users' queries come from. Source ports are three in a row, 2100 to 2102 or 2600 to 2602, the same at all sites."
    flags "SYN, with 64 bytes of data: allowed, and nearly unknown in ordinary traffic of that time. What the data were was not recorded."
    direction "Inbound only; the name server did not answer, so the measurement failed."
    time "Bursts of three packets within 0.2 to 5.5 ms, repeated after 1 to 4 minutes (59.5, 76.6, 213.5, 230.5 s), from 09:22 to 09:28. They follow a look-up of the balanced site by one of your users."
    header """
      Window 2048, no options, no DF. TTL 246 from New Jersey and 241 from South America: 255 at the start, 9 and 14 routers. This project's own observation: all 21 initial sequence numbers
      are below 2^31 (a chance of one in two million for a full-range generator), so they come from a C library's random() or the like: a program's packets, not a kernel's. They are not
      successive numbers of any of five common linear congruential generators that were tried.
    """
    bottom-line """
      Not an attack. A commercial site's load balancers measure which of its sites is nearest to your name server, because one of
      your users asked for its name. ICMP is tried first; this is what comes where ICMP is filtered. In the founding case the
      operator explained it so.
    """
  }

  hypothesis "Latency measurement by a distributed load balancer" {
    verdict benign
    weight strong
    because "The operator of the probing hosts explained them, and three distant sites act together with equal packets."
    because "The target is a name server that had just asked for the balanced site."
    test "Look in the name server's log for a query shortly before the first probe, and at who answers for that name."
  }
  hypothesis "Coordinated scan or exploit attempt against the name server" {
    verdict malicious
    weight weak
    because "Three hosts abroad, one port, data in a SYN: this would trouble anybody."
    against "Nothing but port 53 of one host is touched, each burst is alike, and nobody could use the answers but to time them."
    test "Does anything but port 53 follow from the same sources? Ask their owner. Capture the payload."
  }
  hypothesis "Harmless data in a SYN: TCP Fast Open and its forerunners" {
    verdict benign
    weight weak
    because "Since 2012 clients may send data in a SYN."
    against "Then option 34 is present, and the data are a query, not always 64 bytes."
    test "Look at the options."
  }

  false-positive "Any other program that sends 64 bytes in SYNs to TCP port 53 with window 2048, three at a time."
  blind-spot "A measurement by ICMP, or by connecting to whatever port is open (which the operator said he had disabled), is not recognised here."
  blind-spot "Bursts of fewer than three packets, such as remain when packets are lost."

  trace "three sites, seven bursts" observed expect match """
    09:22:56.960442 tester.newjersey.net.2100 > name.server.net.53:
    S 2070441966:2070442030(64) win 2048 (ttl 246, id 34960)
    09:22:56.960555 tester.newjersey.net.2101 > name.server.net.53:
    S 1884680148:1884680212(64) win 2048 (ttl 246, id 8490)
    09:22:56.960669 tester.newjersey.net.2102 > name.server.net.53:
    S 938156752:938156816(64) win 2048 (ttl 246, id 17966)
    09:26:30.485472 tester.newjersey.net.2100 > name.server.net.53:
    S 593222604:593222668(64) win 2048 (ttl 246, id 10971)
    09:26:30.485586 tester.newjersey.net.2101 > name.server.net.53:
    S 171736880:171736944(64) win 2048 (ttl 246, id 6989)
    09:26:30.486219 tester.newjersey.net.2102 > name.server.net.53:
    S 1199445751:1199445815(64) win 2048 (ttl 246, id 47166)
    09:24:13.867591 tester.brazil.net.2100 > name.server.net.53:
    S 795939539:795939603(64) win 2048 (ttl 241, id 53652)
    09:24:13.868783 tester.brazil.net.2101 > name.server.net.53:
    S 2049322111:2049322175(64) win 2048 (ttl 241, id 13883)
    09:24:13.873062 tester.brazil.net.2102 > name.server.net.53:
    S 1779866028:1779866092(64) win 2048 (ttl 241, id 14298)
    09:28:04.337763 tester.brazil.net.2600 > name.server.net.53:
    S 535782194:535782258(64) win 2048 (ttl 241, id 7673)
    09:28:04.339246 tester.brazil.net.2601 > name.server.net.53:
    S 1049573717:1049573781(64) win 2048 (ttl 241, id 37399)
    09:28:04.339383 tester.brazil.net.2602 > name.server.net.53:
    S 148280449:148280513(64) win 2048 (ttl 241, id 25525)
    09:23:26.765186 tester.argentina.net.2100 > name.server.net.53:
    S 1616673589:1616673653(64) win 2048 (ttl 241, id 21017)
    09:23:26.765744 tester.argentina.net.2101 > name.server.net.53:
    S 1351385345:1351385409(64) win 2048 (ttl 241, id 9204)
    09:23:26.766781 tester.argentina.net.2102 > name.server.net.53:
    S 184647009:184647073(64) win 2048 (ttl 241, id 8397)
    09:24:26.275614 tester.argentina.net.2100 > name.server.net.53:
    S 1577583159:1577583223(64) win 2048 (ttl 241, id 10735)
    09:24:26.276245 tester.argentina.net.2101 > name.server.net.53:
    S 1874158503:1874158567(64) win 2048 (ttl 241, id 44674)
    09:24:26.276922 tester.argentina.net.2102 > name.server.net.53:
    S 1571547407:1571547471(64) win 2048 (ttl 241, id 20440)
    09:25:42.915131 tester.argentina.net.2100 > name.server.net.53:
    S 988147012:988147076(64) win 2048 (ttl 241, id 41923)
    09:25:42.915743 tester.argentina.net.2101 > name.server.net.53:
    S 819957179:819957243(64) win 2048 (ttl 241, id 40998)
    09:25:42.916419 tester.argentina.net.2102 > name.server.net.53:
    S 1343568781:1343568845(64) win 2048 (ttl 241, id 22882)
  """
  trace "the same SYNs without data" synthetic expect no-match """
    09:22:56.960442 tester.newjersey.net.2100 > name.server.net.53:
    S 2070441966:2070441966(0) win 2048 (ttl 246, id 34960)
    09:22:56.960555 tester.newjersey.net.2101 > name.server.net.53:
    S 1884680148:1884680148(0) win 2048 (ttl 246, id 8490)
    09:22:56.960669 tester.newjersey.net.2102 > name.server.net.53:
    S 938156752:938156752(0) win 2048 (ttl 246, id 17966)
  """
}
