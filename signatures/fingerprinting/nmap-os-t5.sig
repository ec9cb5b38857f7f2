signature nmap-os-t5 {
  title      "nmap OS detection, probe T5: SYN to a closed port, window 31337"
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
  reference "RFC 9293, section 3.10.7.1 (a closed port resets)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags == SYN
    window == 31337
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    not df
  }

  event by src, dst gap 10s

  analysis {
    ports "To a port that nmap found closed (23 in the first trace), or to a random high one (41296 in the second)."
    flags "A SYN, the only ordinary one of the three questions to a closed port."
    direction "RST ACK. Its numbers, window, TTL and IP id are read."
    time "About 25 ms after T4; T6 and T7 follow at the same pace."
    header "Window 31337 (in 1990s spelling 'eleet'), mss 265, time stamp 0xffffffff with echo 0, no DF."
    bottom-line "One question of nmap's OS detection, and the easiest to spot: window 31337."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Window 31337 and mss 265 in one SYN are nmap's own joke and its own number."
    test "Look for T6 and T7 to the same port from the next two source ports."
  }
  hypothesis "A SYN of somebody who likes the number 31337" {
    verdict malicious
    weight weak
    because "The number is an old password among intruders, as a port above all."
    against "As a window beside mss 265 and this time stamp it has one known author."
    test "Do the options agree? Is port 31337 asked as well?"
  }
  false-positive "A re-implementation of nmap's fingerprinting. Port 31337 is another matter, and not asked for here."
  blind-spot "None beyond lost packets: it needs no answer."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.169018 IP (tos 0x0, ttl 51, id 43546, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33146 > 198.51.100.20.23: Flags [S], seq 2012383941, win 31337, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.737252 IP (tos 0x0, ttl 52, id 20741, offset 0, flags [none], proto TCP (6), length 60)
        172.16.16.128.53953 > 172.16.16.150.41296: Flags [S], seq 2538380055, win 31337, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "window 64240" synthetic expect no-match """
    03:35:59.169018 IP (tos 0x0, ttl 51, id 43546, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33146 > 198.51.100.20.23: Flags [S], seq 2012383941, win 64240, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "mss 1460" synthetic expect no-match """
    03:35:59.169018 IP (tos 0x0, ttl 51, id 43546, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.33146 > 198.51.100.20.23: Flags [S], seq 2012383941, win 31337, options [wscale 10,nop,mss 1460,TS val 4294967295 ecr 0,sackOK], length 0
  """
}
