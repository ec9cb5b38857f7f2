signature nmap-os-t6 {
  title      "nmap OS detection, probe T6: ACK to a closed port, window 32768"
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
  reference "RFC 9293, section 3.10.7.1 (a closed port resets)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe {
    tcp
    flags == ACK
    window == 32768
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    df or ip6
  }

  event by src, dst gap 10s

  analysis {
    ports "To the closed port of T5, from the next source port."
    flags "ACK alone, with options that belong in a SYN."
    direction "A bare RST with the probe's acknowledgment number as its sequence number."
    time "About 25 ms after T5."
    header "Window 32768, mss 265, time stamp 0xffffffff with echo 0, DF; the acknowledgment number is T4's."
    bottom-line "One question of nmap's OS detection. The reset that your host sends is normal."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "SYN-only options on a bare ACK, with a time stamp of all ones."
    test "Compare its acknowledgment number with T4's."
  }
  hypothesis "The last ACK of a connection that the host has forgotten" {
    verdict benign
    weight weak
    because "After a restart a host resets what its old peers go on sending."
    against "A connection's ACK carries neither mss nor window scale, and its time stamp moves."
    test "Was there a connection between these ports?"
  }
  false-positive "A re-implementation of nmap's fingerprinting."
  blind-spot "Filters that keep state drop it."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.194195 IP (tos 0x0, ttl 45, id 36917, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33147 > 198.51.100.20.23: Flags [.], ack 1608007760, win 32768, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.762260 IP (tos 0x0, ttl 48, id 12895, offset 0, flags [DF], proto TCP (6), length 60)
        172.16.16.128.53954 > 172.16.16.150.41296: Flags [.], ack 1109197830, win 32768, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "the options of a session: time stamps alone" synthetic expect no-match """
    03:35:59.194195 IP (tos 0x0, ttl 45, id 36917, offset 0, flags [DF], proto TCP (6), length 52)
        192.0.2.10.33147 > 198.51.100.20.23: Flags [.], ack 1608007760, win 32768, options [nop,nop,TS val 4294967295 ecr 0], length 0
  """
  trace "the clock of a session" synthetic expect no-match """
    03:35:59.194195 IP (tos 0x0, ttl 45, id 36917, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33147 > 198.51.100.20.23: Flags [.], ack 1608007760, win 32768, options [wscale 10,nop,mss 265,TS val 50637 ecr 0,sackOK], length 0
  """
  trace "a clock is echoed, as in a session" synthetic expect no-match """
    03:35:59.194195 IP (tos 0x0, ttl 45, id 36917, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33147 > 198.51.100.20.23: Flags [.], ack 1608007760, win 32768, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 77120,sackOK], length 0
  """
}
