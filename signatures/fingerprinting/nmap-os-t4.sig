signature nmap-os-t4 {
  title      "nmap OS detection, probe T4: ACK with SYN options, window 1024"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2006 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, tool-mark
  reference "nmap at commit db4aefd: osscan2.cc lines 98-119 (options) and 1778-1862 (flags, windows)" url "https://github.com/nmap/nmap"
  reference "Practical Packet Analysis captures at commit 0412fb1: activeosfingerprinting.pcapng" url "https://github.com/chrissanders/packets"
  reference "RFC 9293, section 3.10.7.2 (a listening port resets a segment with ACK)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"

  packet probe {
    tcp
    flags == ACK
    window == 1024
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    df or ip6
  }

  event by src, dst gap 10s

  analysis {
    ports "To an open port, from the second source port after T2's."
    flags "ACK alone, yet with mss, window scale and sackOK, which belong in a SYN and are never sent afterwards."
    direction "A listening port resets it. What matters to the scanner is the reset's numbers, TTL and DF."
    time "About 25 ms after T3."
    header "Time stamp 0xffffffff with echo 0, mss 265, window 1024, DF. The acknowledgment number is random, and the same in T4 and T6."
    bottom-line "One question of nmap's OS detection. The reset that your host sends is normal."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "SYN-only options on a bare ACK, with a time stamp of all ones."
    test "Does T6 come with the same acknowledgment number 50 ms later?"
  }
  hypothesis "A probe of an ACK scan" {
    verdict malicious
    weight weak
    because "A lone ACK outside of any connection is what such a scan sends."
    against "Its ACKs are bare, and go to many ports; SYN options and a time stamp of all ones have no use there."
    test "Are there lone ACKs without options from the same source?"
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "Filters that keep state drop it: there is no connection."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.143903 IP (tos 0x0, ttl 38, id 42177, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33145 > 198.51.100.20.22: Flags [.], ack 1608007760, win 1024, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.712291 IP (tos 0x0, ttl 50, id 51177, offset 0, flags [DF], proto TCP (6), length 60)
        172.16.16.128.53952 > 172.16.16.150.135: Flags [.], ack 1109197830, win 1024, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "the options of a session: time stamps alone" synthetic expect no-match """
    03:35:59.143903 IP (tos 0x0, ttl 38, id 42177, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.33145 > 198.51.100.20.22: Flags [.], ack 1608007760, win 1024, options [nop,nop,TS val 4294967295 ecr 0], length 0
  """
  trace "the clock of a session" synthetic expect no-match """
    03:35:59.143903 IP (tos 0x0, ttl 38, id 42177, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33145 > 198.51.100.20.22: Flags [.], ack 1608007760, win 1024, options [wscale 10,nop,mss 265,TS val 50637 ecr 0,sackOK], length 0
  """
  trace "a clock is echoed, as in a session" synthetic expect no-match """
    03:35:59.143903 IP (tos 0x0, ttl 38, id 42177, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33145 > 198.51.100.20.22: Flags [.], ack 1608007760, win 1024, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 77120,sackOK], length 0
  """
}
