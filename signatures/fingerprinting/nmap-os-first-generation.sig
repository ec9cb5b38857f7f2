signature nmap-os-first-generation {
  title      "nmap OS detection, first generation: seven combinations of flags with time stamp 0x3f3f3f3f and mss 265"
  category   fingerprinting
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998-2007; the second generation came in 2006"
  licence    "CC-BY-4.0"
  tags       fingerprinting, nmap, os-detection, tool-mark
  reference "nmap, osscan.cc at commit 545c045: tests 1 to 7 and the six SYNs after them, all with one list of options" url "https://github.com/nmap/nmap"
  reference "unicornscan, init_packet.c at commit 50cfd04: a comment shows such a SYN as tcpdump printed it (window 3072, TTL 41 on arrival), and p0f's name for it" url "https://github.com/dneufeld/unicornscan"
  reference "RFC 9293, section 3.10.7.2 (what a listening port does with each)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.2"

  packet probe {
    tcp
    options starts [wscale, nop, mss, ts]
    wscale == 10
    mss == 265
    ts.val == 0x3f3f3f3f
    ts.ecr == 0
    payload.len == 0
  }

  event by src, dst gap 30s having count(probe) >= 3 and distinct(probe.flags) >= 2

  analysis {
    addresses "One source, one target; with decoys the same packets come in several names."
    ports "Tests 1 to 4 to an open port, 5 to 7 to a closed one, from seven source ports in a row. Six SYNs to the open port follow, from six ports in a row below them."
    flags "SYN with a reserved bit (ECE today), none, SYN FIN PSH URG, ACK; then to the closed port SYN, ACK, and FIN PSH URG."
    direction "Which of them are answered, and with what numbers, options and DF, is compared with a list of systems. A UDP packet to the closed port belongs to it."
    time "The seven go out together, as often as six times where answers are missing; the six SYNs after them are 110 ms apart or more."
    header """
      Read in the source: every packet carries window scale 10, nop, mss 265, time stamp 0x3f3f3f3f (four question marks, 1061109567) with echo 0, and the end of options. The seven have one
      sequence number; that of the six SYNs rises by one with the source port. mss 265 has stayed in the second generation (nmap-os-detection), the question marks have not.
    """
    bottom-line "Somebody takes the fingerprint of this host with an nmap of before 2007: an old capture, an old tool kit, or a teaching machine. What it means is what nmap-os-detection says of its successor."
  }
  hypothesis "OS detection by an old nmap" {
    verdict malicious
    weight strong
    because "mss 265 beside four question marks for a time stamp, under several combinations of flags: the source has just these."
    test "Do the source ports stand in a row? Does one sequence number serve all seven?"
  }
  hypothesis "A program built from libnet's examples" {
    verdict unknown
    weight weak
    because "The examples of that library took over the same twenty bytes of options."
    against "They send one combination of flags, with window 32767 and IP id 242."
    test "Look at window and IP id: see libnet-sample-tcp."
  }
  hypothesis "A replay in a test of intrusion detection" {
    verdict benign
    weight moderate
    because "Such probes are in every old collection of captures."
    test "Do addresses and times belong to today?"
  }
  false-positive "Re-implementations of this fingerprinting that kept its options."
  blind-spot "Fewer than three probes, or probes of one kind of flags alone. Gateways that remove time stamps."

  trace "tests 1 to 7, built from the source" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 51, id 14544, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40008 > 198.51.100.20.22: Flags [SE], seq 2012383941, win 3072, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:00.000090 IP (tos 0x0, ttl 44, id 60137, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40009 > 198.51.100.20.22: Flags [none], win 2048, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:00.000180 IP (tos 0x0, ttl 58, id 46593, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40010 > 198.51.100.20.22: Flags [FSPU], seq 2012383941, win 1024, urg 0, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:00.000270 IP (tos 0x0, ttl 49, id 20122, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40011 > 198.51.100.20.22: Flags [.], ack 0, win 4096, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:00.000360 IP (tos 0x0, ttl 40, id 901, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40012 > 198.51.100.20.41296: Flags [S], seq 2012383941, win 3072, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:00.000450 IP (tos 0x0, ttl 55, id 33001, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40013 > 198.51.100.20.41296: Flags [.], ack 0, win 1024, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:00.000540 IP (tos 0x0, ttl 47, id 5512, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40014 > 198.51.100.20.41296: Flags [FPU], seq 2012383941, win 2048, urg 0, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
  """
  trace "the second generation's time stamp" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 51, id 14544, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40008 > 198.51.100.20.22: Flags [SE], seq 2012383941, win 3072, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
    10:00:00.000090 IP (tos 0x0, ttl 44, id 60137, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40009 > 198.51.100.20.22: Flags [none], win 2048, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
    10:00:00.000180 IP (tos 0x0, ttl 58, id 46593, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40010 > 198.51.100.20.22: Flags [FSPU], seq 2012383941, win 1024, urg 0, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
    10:00:00.000270 IP (tos 0x0, ttl 49, id 20122, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40011 > 198.51.100.20.22: Flags [.], ack 0, win 4096, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
    10:00:00.000360 IP (tos 0x0, ttl 40, id 901, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40012 > 198.51.100.20.41296: Flags [S], seq 2012383941, win 3072, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
    10:00:00.000450 IP (tos 0x0, ttl 55, id 33001, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40013 > 198.51.100.20.41296: Flags [.], ack 0, win 1024, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
    10:00:00.000540 IP (tos 0x0, ttl 47, id 5512, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.40014 > 198.51.100.20.41296: Flags [FPU], seq 2012383941, win 2048, urg 0, options [wscale 10,nop,mss 265,TS val 4294967295 ecr 0,eol], length 0
  """
}
