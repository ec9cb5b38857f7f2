signature nmap-os-t2 {
  title      "nmap OS detection, probe T2: no flags, window 128"
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
  reference "RFC 9293, section 3.10.7.2 (a listening port drops a segment without SYN, ACK or RST)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"

  packet probe {
    tcp
    flags & 0xff == 0
    window == 128
    options == [wscale, nop, mss, ts, sackok]
    wscale == 10
    mss == 265
    ts.val == 0xffffffff
    ts.ecr == 0
    df or ip6
  }

  event by src, dst gap 10s

  analysis {
    ports "To an open port, from the source port that is 14 above the first probe of the set (this project's own observation, in a run of nmap 7.93 and in the published capture)."
    flags "None. Ordinary TCP knows no such segment."
    direction "Most stacks say nothing; those that reset, and how, tell themselves apart. Without an answer nmap repeats the probe up to three times."
    time "About 25 ms after the ECN probe; repeats 25 to 100 ms apart, the whole set within about a second."
    header "DF set, which nmap's port scans never set. Time stamp 0xffffffff with echo 0, mss 265, window 128: three numbers that no kernel sends."
    bottom-line "One question of a questionnaire that names your operating system. See nmap-os-detection for the whole."
  }
  hypothesis "OS detection by nmap" {
    verdict malicious
    weight strong
    because "Time stamp 4294967295, mss 265 and window 128 in one packet without flags."
    test "Do T3 and T4 follow from the next two source ports?"
  }
  hypothesis "A null scan" {
    verdict malicious
    weight weak
    because "Segments without flags are what a null scan sends."
    against "A scan sends them bare, without options and DF, and to many ports."
    test "Count the ports that get such segments within a minute."
  }
  false-positive "A re-implementation of nmap's fingerprinting: the same intent, another name."
  blind-spot "A sensor in front of which a filter drops segments without flags."
  trace "a Linux target, nmap 7.93" observed expect match """
    03:35:59.093569 IP (tos 0x0, ttl 50, id 32851, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33143 > 198.51.100.20.22: Flags [none], win 128, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "a Windows target in a published capture" observed expect match """
    21:43:30.662237 IP (tos 0x0, ttl 47, id 33464, offset 0, flags [DF], proto TCP (6), length 60)
        172.16.16.128.53950 > 172.16.16.150.135: Flags [none], win 128, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,sackOK], length 0
  """
  trace "an ordinary time stamp" synthetic expect no-match """
    03:35:59.093569 IP (tos 0x0, ttl 50, id 32851, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.33143 > 198.51.100.20.22: Flags [none], win 128, options [wscale 10,nop,mss 265,TS val 50637 ecr 0,sackOK], length 0
  """
}
