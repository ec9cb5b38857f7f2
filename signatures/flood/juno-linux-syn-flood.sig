signature juno-linux-syn-flood {
  title      "juno SYN flood, dressed as Linux"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "about 2000 to present"
  licence    "CC-BY-4.0"
  tags       syn-flood, denial-of-service, spoofing, juno
  reference "juno, built with EMULATE_LINUX, DDOS Scripts/L4/TCP/juno.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 7323, TCP Extensions for High Performance, section 3.2 (a SYN's timestamp echo is 0)" url "https://www.rfc-editor.org/rfc/rfc7323#section-3.2"

  packet syn {
    tcp
    flags == SYN
    options == [mss, sackok, ts, nop, wscale]
    mss == 3884
    wscale == 0
    window == 15536
    ts.val == 337709
    ts.ecr == 337709
  }

  event by dst, dport gap 60s having count(syn) >= 2

  analysis {
    addresses "One target; the source is forged anew for each packet, with a last octet below 128."
    ports "Source port 1024 or 3072."
    flags "SYN alone."
    header """
      Read in the source: TOS 16, TTL 64 at the sender, DF, 60 bytes, window 15536, mss 3884, sackOK, timestamp, nop, wscale 0, IP id 766. The eight
      bytes of the timestamp are fixed and not all are set: value and echo are both 0x0005272d = 337709. This project's own observation: a first SYN
      has nothing to echo and must send 0 there, so the echo alone is impossible in a connection's first packet. The bytes look copied from a SYN that
      a Linux host sent to itself: 3884 + 40 = 3924 is no Ethernet size, 15536 is 4 * 3884, and 337709 hundredths of a second are 56 minutes after a
      start. Where they were copied is not known.
    """
    bottom-line "This host is being flooded by juno in its Linux dress. The timestamp that never changes and echoes itself names it."
  }

  hypothesis "juno" {
    verdict malicious
    weight strong
    because "Two times 32 bits of constant, in the one packet where one of them has to be 0."
    test "Source ports only 1024 and 3072, IP id 766?"
  }
  hypothesis "A lone client with a broken stack" {
    verdict benign
    weight weak
    because "Some middleboxes leave old timestamps in a SYN."
    against "Not the same for all sources, and not with the segment size of a loopback interface."
    test "Does the timestamp advance?"
  }

  false-positive "A Linux host that connects to itself sends this segment size; the frozen time stamp that echoes itself it does not."
  blind-spot "Builds in which the bytes were changed."

  trace "three packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.17.1024 > 198.51.100.9.80: Flags [S], seq 1311912305, win 15536, options [mss 3884,sackOK,TS val 337709 ecr 337709,nop,wscale 0], length 0
    12:00:00.000020 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        203.0.113.99.3072 > 198.51.100.9.80: Flags [S], seq 3490118490, win 15536, options [mss 3884,sackOK,TS val 337709 ecr 337709,nop,wscale 0], length 0
    12:00:00.000040 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.101.3072 > 198.51.100.9.80: Flags [S], seq 219488848, win 15536, options [mss 3884,sackOK,TS val 337709 ecr 337709,nop,wscale 0], length 0
  """
  trace "no time is echoed, as in any SYN of a client" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.17.1024 > 198.51.100.9.80: Flags [S], seq 1311912305, win 15536, options [mss 3884,sackOK,TS val 337709 ecr 0,nop,wscale 0], length 0
    12:00:00.000020 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        203.0.113.99.3072 > 198.51.100.9.80: Flags [S], seq 3490118490, win 15536, options [mss 3884,sackOK,TS val 337709 ecr 0,nop,wscale 0], length 0
    12:00:00.000040 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.101.3072 > 198.51.100.9.80: Flags [S], seq 219488848, win 15536, options [mss 3884,sackOK,TS val 337709 ecr 0,nop,wscale 0], length 0
  """
  trace "another time" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.17.1024 > 198.51.100.9.80: Flags [S], seq 1311912305, win 15536, options [mss 3884,sackOK,TS val 338009 ecr 337709,nop,wscale 0], length 0
    12:00:00.000020 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        203.0.113.99.3072 > 198.51.100.9.80: Flags [S], seq 3490118490, win 15536, options [mss 3884,sackOK,TS val 338009 ecr 337709,nop,wscale 0], length 0
    12:00:00.000040 IP (tos 0x10, ttl 53, id 766, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.101.3072 > 198.51.100.9.80: Flags [S], seq 219488848, win 15536, options [mss 3884,sackOK,TS val 338009 ecr 337709,nop,wscale 0], length 0
  """
}
