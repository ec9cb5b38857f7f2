signature nmap-os-t3 {
  title      "nmap OS detection, probe T3: SYN, FIN, PSH and URG, window 256"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 98-119 (options) and 1778-1862 (flags, windows)" url "https://github.com/nmap/nmap"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"
  reference "RFC 9293, section 3.10.7.2 (what a listening port does with SYN; FIN beside it is not foreseen)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"

  packet probe {
    tcp
    flags & 0xff == FIN|SYN|PSH|URG
    window == 256
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    not df
  }

  event by src, dst gap 10s

  analysis {
    ports "To an open port, from the source port after T2's."
    flags "Open and close and urgent in one segment: a contradiction. Its urgent pointer is 0."
    direction "Some stacks take the SYN and answer SYN ACK, others keep silent: that is what is measured. The scanner's kernel resets a SYN ACK. Without an answer the probe is repeated up to three times."
    time "About 25 ms after T2."
    header "Time stamp 0xffffffff with echo 0, mss 265, window 256, no DF; the sequence number is that of the first SEQ probe again."
    bottom-line "One question of nmap's OS detection, and a packet that many older rules report as a SYN FIN scan. It is neither a scan nor an exploit."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "SYN with FIN, PSH and URG together with this time stamp and mss is in nmap's source."
    test "Look for the other probes from neighbouring source ports."
  }
  hypothesis "A SYN FIN scan, or a flood with all flags lit" {
    verdict malicious
    weight weak
    because "Old scanners and flooders send SYN with FIN, PSH and URG as well."
    against "They leave out the options, and neither comes as one packet from a source port between two others of the set."
    test "Look at the options, and for more packets with these flags."
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "Filters that drop SYN with FIN, before the sensor."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.118769 IP (tos 0x0, ttl 56, id 38029, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33144 > 198.51.100.20.22: Flags [FSPU], seq 2012383941, win 256, urg 0, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.687259 IP (tos 0x0, ttl 55, id 32401, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53951 > 172.16.16.150.135: Flags [FSPU], seq 2538380055, win 256, urg 0, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "no urgent flag" synthetic expect no-match """
    03:35:59.118769 IP (tos 0x0, ttl 56, id 38029, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33144 > 198.51.100.20.22: Flags [FSP], seq 2012383941, win 256, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "mss 1460" synthetic expect no-match """
    03:35:59.118769 IP (tos 0x0, ttl 56, id 38029, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33144 > 198.51.100.20.22: Flags [FSPU], seq 2012383941, win 256, urg 0, options [wscale 10,nop,mss 1460,TS val 4294967295 ecr 0,sackOK], length 0
  """
}
