signature nmap-os-t7 {
  title      "nmap OS detection, probe T7: FIN, PSH and URG to a closed port, window 65535"
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
  reference "RFC 9293, section 3.10.7.1 (a closed port resets whatever is no reset)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags & 0xff == FIN|PSH|URG
    window == 65535
    options == [wscale, nop, mss, ts, sackok]
    wscale == 15
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    not df
  }

  event by src, dst gap 10s

  analysis {
    ports "To the closed port of T5, from the second source port after T5's."
    flags "The flags of an Xmas scan, one packet of it."
    direction "RST ACK. Stacks differ in the numbers they put there."
    time "About 25 ms after T6; it ends the set."
    header "Window 65535, window scale 15 (one more than the standard allows), mss 265, time stamp 0xffffffff with echo 0, no DF."
    bottom-line "The last question of nmap's OS detection; a rule for Xmas scans would name it wrongly."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Window scale 15 with mss 265 and a time stamp of all ones."
    test "Look for T5 and T6 before it."
  }
  hypothesis "A probe of an Xmas scan" {
    verdict malicious
    weight weak
    because "FIN, PSH and URG are its flags."
    against "nmap's own Xmas scan sends them without options, with window 1024, to many ports."
    test "Count the ports; look at window and options."
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "Filters that drop such flags, before the sensor."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.219306 IP (tos 0x0, ttl 45, id 17238, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33148 > 198.51.100.20.23: Flags [FPU], seq 2012383941, win 65535, urg 0, options [wscale 15,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.787266 IP (tos 0x0, ttl 38, id 23631, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53955 > 172.16.16.150.41296: Flags [FPU], seq 2538380055, win 65535, urg 0, options [wscale 15,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "no options, as in the Xmas probe of nmap -sX" synthetic expect no-match """
    03:35:59.219306 IP (tos 0x0, ttl 45, id 17238, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.33148 > 198.51.100.20.23: Flags [FPU], seq 2012383941, win 65535, urg 0, length 0
  """
  trace "window 1024, as in the Xmas probe of nmap -sX" synthetic expect no-match """
    03:35:59.219306 IP (tos 0x0, ttl 45, id 17238, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33148 > 198.51.100.20.23: Flags [FPU], seq 2012383941, win 1024, urg 0, options [wscale 15,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
}
