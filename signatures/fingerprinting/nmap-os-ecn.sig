signature nmap-os-ecn {
  title      "nmap OS detection, ECN probe: SYN with ECE and CWR, window 3"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 98-119 and 1778-1862" url "https://github.com/nmap/nmap"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"
  reference "RFC 3168, section 6.1.1 (SYN that offers ECN)" url "https://www.rfc-editor.org/rfc/rfc3168#section-6.1.1"

  packet probe {
    tcp
    flags & 0xff == SYN|ECE|CWR
    window == 3
    options == [wscale, nop, mss, sackok, nop, nop]
    wscale == 10
    mss == 1460
  }

  event by src, dst gap 10s

  analysis {
    ports "To an open port, from the source port 12 above the first SEQ probe's (this project's own observation, in two captures)."
    flags "SYN with ECE and CWR offers ECN and is normal today. In the capture file a reserved bit is set as well and the urgent pointer is 0xf7f5 without URG; tcpdump prints neither."
    direction "The SYN ACK shows whether the target speaks ECN and whether it copies the reserved bit."
    header "Window 3 with a scale of 10, and no time stamp, the only probe of the set without: no kernel offers so small a window."
    bottom-line "One question of nmap's OS detection: does this host speak ECN? See nmap-os-detection for the whole."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Window 3 and this order of options are in nmap's source, and in no stack known."
    test "Is the urgent pointer 63477? Do the SEQ probes precede it?"
  }
  hypothesis "A client that offers ECN" {
    verdict benign
    weight weak
    because "ECE and CWR in a SYN are how ECN is offered."
    against "A client offers a window in which data would fit, and its options have another order."
    test "Look at the window."
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "Middleboxes that clear the ECN flags before the sensor."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.068397 IP (tos 0x0, ttl 43, id 34521, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.33141 > 198.51.100.20.22: Flags [SEW], seq 2012383941, win 3, options [wscale 10,nop,mss 1460,sackOK,nop,nop], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.637253 IP (tos 0x0, ttl 59, id 21706, offset 0, flags [none], proto TCP (6), length 52)
        172.16.16.128.53948 > 172.16.16.150.135: Flags [SEW], seq 2538380055, win 3, options [wscale 10,nop,mss 1460,sackOK,nop,nop], length 0
  """
  trace "the options in a client's order" synthetic expect no-match """
    03:35:59.068397 IP (tos 0x0, ttl 43, id 34521, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.33141 > 198.51.100.20.22: Flags [SEW], seq 2012383941, win 3, options [mss 1460,nop,wscale 10,nop,nop,sackOK], length 0
  """
  trace "a client's window" synthetic expect no-match """
    03:35:59.068397 IP (tos 0x0, ttl 43, id 34521, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.33141 > 198.51.100.20.22: Flags [SEW], seq 2012383941, win 64240, options [wscale 10,nop,mss 1460,sackOK,nop,nop], length 0
  """
  trace "a client's scale" synthetic expect no-match """
    03:35:59.068397 IP (tos 0x0, ttl 43, id 34521, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.33141 > 198.51.100.20.22: Flags [SEW], seq 2012383941, win 3, options [wscale 7,nop,mss 1460,sackOK,nop,nop], length 0
  """
}
