signature nmap-fin-scan {
  title      "nmap FIN scan"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, fin, stealth, nmap, tool-mark
  variant-of tcp-fin-scan
  reference "nmap at commit db4aefd: scan_engine.cc lines 1293-1312 (flags by scan type), tcpip.cc lines 572-620" url "https://github.com/nmap/nmap"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 621 (lone FIN)" url "https://github.com/eldondev/Snort"
  reference "nmap reference guide, Port Scanning Techniques" url "https://nmap.org/book/man-port-scanning-techniques.html"
  reference "RFC 9293, section 3.10.7 (a closed port resets, a listening one drops a segment without SYN, ACK or RST)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"

  packet probe {
    tcp
    flags == FIN
    seq != 0
    window in {1024, 2048, 3072, 4096}
    options == []
    not df
  }

  event by src, (seq >> 16) ^ (seq & 0xffff) gap 1h
    having count(probe) >= 3 and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    ports "One source port for the first round, the next one for the repeats; targets in random order."
    flags "FIN and no ACK. After its first SYN no TCP ever sends a segment without ACK, a reset excepted."
    direction "RST ACK from closed ports. Silence from open ones, filtered ones, missing hosts: nmap lists them as open|filtered and asks again."
    header "20 bytes of TCP header, window 1024, TTL drawn from 37 to 59 for each packet, no DF. The sequence number is the masked try number, as in nmap's SYN scan: its halves differ by the same 16 bits in all probes."
    bottom-line "nmap is looking for ports that do not refuse, by packets that filters which only watch SYNs let pass. The silent ports are what it believes to be open."
  }
  hypothesis "FIN scan by nmap" {
    verdict malicious
    weight strong
    because "A lone FIN does not occur by itself, and the halves of the sequence number carry nmap's mask."
    test "Look for the same source's null and Xmas probes, and for SYNs to the ports that stayed silent."
  }
  hypothesis "Your own filter test" {
    verdict benign
    weight weak
    because "Auditors use it to see whether a filter keeps state."
    test "Ask who may scan."
  }
  false-positive "A packet generator that copies these numbers."
  blind-spot "Other programs' FIN scans, and those with sequence number 0, in which the mask cannot show: see tcp-fin-scan, which asks for the flag alone."
  blind-spot "Stacks that reset regardless (Windows, many routers) make all ports look closed; the scan is seen all the same."
  trace "nmap 7.93, eleven ports of one host" observed expect match """
    03:35:43.935563 IP (tos 0x0, ttl 37, id 15946, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.21: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935663 IP (tos 0x0, ttl 51, id 26607, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.23: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935674 IP (tos 0x0, ttl 51, id 35335, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.22: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935708 IP (tos 0x0, ttl 54, id 31751, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.25: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935718 IP (tos 0x0, ttl 51, id 461, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.80: Flags [F], seq 491305023, win 1024, length 0
  """
  trace "the FINs carry ACK" synthetic expect no-match """
    03:35:43.935563 IP (tos 0x0, ttl 37, id 15946, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.21: Flags [F.], seq 491305023, ack 1, win 1024, length 0
    03:35:43.935663 IP (tos 0x0, ttl 51, id 26607, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.23: Flags [F.], seq 491305023, ack 1, win 1024, length 0
    03:35:43.935674 IP (tos 0x0, ttl 51, id 35335, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.22: Flags [F.], seq 491305023, ack 1, win 1024, length 0
    03:35:43.935708 IP (tos 0x0, ttl 54, id 31751, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.25: Flags [F.], seq 491305023, ack 1, win 1024, length 0
    03:35:43.935718 IP (tos 0x0, ttl 51, id 461, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.80: Flags [F.], seq 491305023, ack 1, win 1024, length 0
  """
  trace "sequence numbers without the mask" synthetic expect no-match """
    03:35:43.935563 IP (tos 0x0, ttl 37, id 15946, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.21: Flags [F], seq 491305023, win 1024, length 0
    03:35:43.935663 IP (tos 0x0, ttl 51, id 26607, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.23: Flags [F], seq 3211230041, win 1024, length 0
    03:35:43.935674 IP (tos 0x0, ttl 51, id 35335, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.52157 > 198.51.100.20.22: Flags [F], seq 77120421, win 1024, length 0
  """
}
