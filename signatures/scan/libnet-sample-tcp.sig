# Four question marks as a time stamp: the library's examples took nmap's options of 1998 over, and programs took the examples over.
signature libnet-sample-tcp {
  title      "TCP packet of libnet's examples: sequence number 0x01010101, window 32767, IP id 242, nmap's old options"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "not documented; the library still ships the example"
  licence    "CC-BY-4.0"
  tags       crafted, libnet, tool-mark
  reference "libnet, sample/tcp1.c at commit ae6dbc3" url "https://github.com/libnet/libnet"
  reference "nmap, osscan.cc at commit 545c045 (the same twenty bytes of options)" url "https://github.com/nmap/nmap"
  reference "RFC 9293, section 3.4.1 (choice of the initial sequence number)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.4.1"

  packet sample { tcp; flags == SYN; seq == 0x1010101; window == 32767 }
  # Programs that changed the numbers and left the header's rest alone.
  packet copied {
    tcp
    id == 242
    options starts [wscale, nop, mss, ts]
    mss == 265
    ts.val == 0x3f3f3f3f
    ts.ecr == 0
  }

  event by src, dst gap 5m having count(sample) >= 1 or count(copied) >= 1

  analysis {
    addresses "Whatever the user writes: the example takes both addresses from its command line, so that the source may be forged."
    ports "The user's."
    flags "SYN in the example; programs made from it send resets and ACKs as well."
    header """
      Read in the source: IP id 242, TTL 64, sequence number 0x01010101 = 16843009, acknowledgment number 0x02020202 without ACK, window 32767, urgent pointer 10 without URG; then window
      scale 10, nop, mss 265, time stamp 0x3f3f3f3f with echo 0. This project's own observation: the options are those of nmap's first OS detection to the byte, and the id is that of
      teardrop, whose author also wrote this library.
    """
    bottom-line "Somebody runs a program that he wrote after libnet's example, or the example itself: a student, a tester, or the author of a small tool for resets and floods. What it is for, flags, rate and targets tell."
  }
  hypothesis "An exercise or a test" {
    verdict benign
    weight moderate
    because "The example is what everybody starts with."
    test "One packet or few? Is the source a laboratory?"
  }
  hypothesis "A tool for floods or resets made from the example" {
    verdict malicious
    weight moderate
    because "Programs that send resets into other people's connections carry the example's options: several published ones do."
    test "Are there many of them, or resets that fit a connection?"
  }
  hypothesis "OS detection by an old nmap" {
    verdict malicious
    weight weak
    because "The options are its own."
    against "It sends seven combinations of flags, and no IP id of 242 in all of them."
    test "See nmap-os-first-generation: do other flags come as well?"
  }
  false-positive "One SYN in 2^32 with this number, and window 32767 besides."
  blind-spot "Programs that changed IP id or options as well."

  trace "the example, three ports" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.1025 > 198.51.100.20.80: Flags [S], seq 16843009, win 32767, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:01.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.1025 > 198.51.100.20.81: Flags [S], seq 16843009, win 32767, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
    10:00:02.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.1025 > 198.51.100.20.82: Flags [S], seq 16843009, win 32767, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
  """
  trace "another number and window, the same id and options" synthetic expect match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 242, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.1025 > 198.51.100.20.80: Flags [S], seq 774411220, win 1024, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
  """
  trace "another number, another id" synthetic expect no-match """
    10:00:00.000000 IP (tos 0x0, ttl 64, id 243, offset 0, flags [none], proto TCP (6), length 60)
        192.0.2.10.1025 > 198.51.100.20.80: Flags [S], seq 16843010, win 32767, options [wscale 10,nop,mss 265,TS val 1061109567 ecr 0,eol], length 0
  """
}
