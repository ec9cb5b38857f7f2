signature mirai-syn-flood {
  title      "Mirai SYN flood: window 0 under Linux options, and a timestamp that stands still"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, botnet, mirai
  reference "Mirai, mirai/bot/attack_tcp.c at commit 4889a6f (attack_tcp_syn)" url "https://github.com/jgamblin/Mirai-Source-Code"
  reference "RFC 7323, TCP Extensions for High Performance, section 4 (the timestamp clock)" url "https://www.rfc-editor.org/rfc/rfc7323#section-4"

  packet syn {
    tcp
    flags == SYN
    df
    window == 0
    options == [mss, sackok, ts, nop, wscale]
    1400 <= mss <= 1415
    wscale == 6
    ts.ecr == 0
  }

  event by dst, ts.val gap 10s having count(syn) >= 3 and distinct(syn.seq) >= 3

  analysis {
    addresses "The source is the bot's own address, unless the order says to forge it."
    ports "Both random, unless the order names them."
    flags "SYN alone, unless the order adds flags."
    time "As fast as the device can."
    header """
      Read in the source: 60 bytes with Linux' options in Linux' order, DF, TTL 64 at the sender, mss 1400 to 1415, wscale 6; the window is never
      filled in and stays 0. No stack opens a connection with a window of 0. This project's own observation: mss and timestamp are drawn once, when
      the attack on a target begins, and stay; id, ports and sequence number are drawn anew. A clock that stands still over many SYNs is impossible,
      and its 32 bits name the bot and the attack even where the source is forged: the number of different timestamps is the number of bots.
    """
    bottom-line """
      This host is being flooded by Mirai or a bot made from it. Where sources are not forged they are the infected devices; count the timestamps to
      know how many there are.
    """
  }

  hypothesis "Mirai" {
    verdict malicious
    weight strong
    because "Window 0, a timestamp that does not move, and a segment size in a range of sixteen."
    test "Does each source have one timestamp and one segment size?"
  }
  hypothesis "A client that keeps its window shut" {
    verdict benign
    weight weak
    because "A window of 0 is allowed in a connection."
    against "Not in many SYNs with the same timestamp."
    test "Does any of them go on after the SYN ACK?"
  }

  false-positive "A stack that opened with window 0 could never receive; three SYNs with one time stamp and different numbers are a program's."
  blind-spot "Descendants that fill in the window; orders with other flags."

  trace "four packets of one bot" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.9 > 198.51.100.9.80: Flags [S], seq 998019541, win 0, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.11012 > 198.51.100.9.7093: Flags [S], seq 1996039082, win 0, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.22015 > 198.51.100.9.14106: Flags [S], seq 2994058623, win 0, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.33018 > 198.51.100.9.21119: Flags [S], seq 3992078164, win 0, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
  """
  trace "the window is filled in" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.9 > 198.51.100.9.80: Flags [S], seq 998019541, win 64240, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.11012 > 198.51.100.9.7093: Flags [S], seq 1996039082, win 64240, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.22015 > 198.51.100.9.14106: Flags [S], seq 2994058623, win 64240, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.33018 > 198.51.100.9.21119: Flags [S], seq 3992078164, win 64240, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
  """
  trace "the clock moves" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.9 > 198.51.100.9.80: Flags [S], seq 998019541, win 0, options [mss 1407,sackOK,TS val 2710443911 ecr 0,nop,wscale 6], length 0
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.11012 > 198.51.100.9.7093: Flags [S], seq 1996039082, win 0, options [mss 1407,sackOK,TS val 2710443915 ecr 0,nop,wscale 6], length 0
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.22015 > 198.51.100.9.14106: Flags [S], seq 2994058623, win 0, options [mss 1407,sackOK,TS val 2710443919 ecr 0,nop,wscale 6], length 0
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.61.33018 > 198.51.100.9.21119: Flags [S], seq 3992078164, win 0, options [mss 1407,sackOK,TS val 2710443923 ecr 0,nop,wscale 6], length 0
  """
}
