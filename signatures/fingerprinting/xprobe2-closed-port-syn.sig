signature xprobe2-closed-port-syn {
  title      "xprobe2: SYN with window 6840 and TOS 16 to a closed port"
  category   fingerprinting
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2001-2005 and re-use"
  licence    "CC-BY-4.0"
  tags       fingerprinting, tcp, xprobe, tool-mark
  reference "xprobe2 at commit f14af2e: tcp_rst.cc lines 108-118 and tcp_handshake.cc lines 440-475" url "https://github.com/binarytrails/xprobe2"

  packet closed {
    tcp
    flags == SYN
    window == 6840
    tos == 16
    df
    options == []
    ittl == 64
    payload.len == 0
  }
  packet open {
    tcp
    flags == SYN
    window == 5840
    tos == 16
    df
    options == [mss, sackok, ts, nop, wscale]
    ittl == 64
    payload.len == 0
  }

  event by src, dst gap 60s having count(closed) >= 1

  analysis {
    ports "One open and one closed port of the target."
    flags "Two SYNs: the one to the open port imitates a Linux 2.4 telnet client, the one to the closed port has no options."
    direction "SYN ACK and RST ACK are compared with a list."
    header "TOS 16, DF, TTL 64 in both; window 5840 to the open port and 6840 to the closed one. A kernel that sends 6840 without options is not known; the first SYN by itself is ordinary."
    bottom-line "The TCP part of xprobe2's fingerprinting. Look for its echo request with code 123."
  }
  hypothesis "OS fingerprinting by xprobe2" {
    verdict malicious
    weight strong
    because "Window 6840 with TOS 16, DF and no options is in its source."
    test "Look for xprobe2-echo from the same source within the minute."
  }
  hypothesis "An odd old stack" {
    verdict benign
    weight weak
    because "Windows are any stack's choice, and telnet sets TOS 16."
    against "A stack that sets DF for path-MTU discovery sends an mss."
    test "Are all connections of this source like this?"
  }
  false-positive "An embedded telnet client with just these values: none is known."
  blind-spot "Runs without a closed port."
  trace "both SYNs, built from the source" synthetic expect match """
    03:00:00.000000 IP (tos 0x10, ttl 55, id 53643, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.4100 > 198.51.100.20.80: Flags [S], seq 1314535975, win 5840, options [mss 1460,sackOK,TS val 50637 ecr 0,nop,wscale 0], length 0
    03:00:00.500000 IP (tos 0x10, ttl 55, id 31507, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.4101 > 198.51.100.20.65535: Flags [S], seq 2991100306, win 6840, length 0
  """
  trace "the open-port SYN alone: as Linux 2.4 telnet sends it" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x10, ttl 55, id 53643, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.4100 > 198.51.100.20.80: Flags [S], seq 1314535975, win 5840, options [mss 1460,sackOK,TS val 50637 ecr 0,nop,wscale 0], length 0
  """
}
