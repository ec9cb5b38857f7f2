signature ping-once-a-second {
  title      "Ping as Unix and Windows send it: the well-known filling, once a second"
  category   benign
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       icmp, ping, look-alike
  reference "iputils at commit 9900265, ping.h line 63 (the data count up from their place in the packet, behind a time stamp)" url "https://github.com/iputils/iputils"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sids 366 to 382 (fillings of ping programs)" url "https://github.com/eldondev/Snort"
  reference "pyshark, tests/data/capture_test.pcapng (observed: Windows)" url "https://github.com/KimiNewt/pyshark"
  reference "HackEire 2011, c3.pcap (observed: Linux)" url "https://github.com/markofu/hackeire"
  reference "RFC 792, Internet Control Message Protocol (echo)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet windows { icmp; icmp.type == 8; payload starts "abcdefghijklmnop" }
  # Behind a time stamp of 8 or 16 bytes every byte is its own place in the data; 10 11 12 ... are there with either.
  packet unix {
    icmp
    icmp.type == 8
    payload contains |10 11 12 13 14 15 16 17 18 19 1a 1b 1c 1d 1e 1f|
  }

  event by src, dst gap 5s
    having count(windows) >= 3 and interval.mean(windows) >= 900ms and interval.mean(windows) <= 1100ms
      or count(unix) >= 3 and interval.mean(unix) >= 900ms and interval.mean(unix) <= 1100ms

  analysis {
    addresses "One host asks another. Both addresses are real: who pings wants the answer."
    flags "ICMP echo request."
    direction "Out and back; a capture of one side shows one half."
    time "One request a second, the default of both families. That is the difference to a sweep, which asks each host once or twice, and to a flood."
    header """
      Windows fills 32 bytes with the alphabet as far as w and begins again; so its packets have 60 bytes. Unix sends 56 bytes, a time stamp first and
      then bytes that count their own place (08 09 0a and so on up to 37), 84 bytes in all. The time stamp has 8 or 16 bytes, according to the system,
      so only what follows the sixteenth is asked for here. masscan's echo requests have the same filling (TTL 255, 76 bytes), but not the pace. A
      filling names the program; who makes a tool of his own can copy it.
    """
    bottom-line "Somebody types ping, or a monitor does it for him. Nothing is wrong with it; who is not used to be pinged may ask why."
  }

  hypothesis "A person or a monitor tests whether a host is there" {
    verdict benign
    weight strong
    because "The program's own filling and its own pace, and one destination."
    test "Does the sender stop after four (Windows) or when somebody interrupts it, or go on for days (a monitor)?"
  }
  hypothesis "First step of an attack" {
    verdict malicious
    weight weak
    because "Who wants to attack a host looks whether it is there."
    against "Tools that look for hosts ask many, once each, and do not wait a second."
    test "Do scans or log-in attempts from the same source follow?"
  }
  hypothesis "A tunnel through ICMP" {
    verdict malicious
    weight weak
    because "Data can travel in echo requests."
    against "Here the data are what ping always sends."
    test "Is the whole filling the usual one, and does the answer repeat it?"
  }

  false-positive "A tool that copies filling and pace to be taken for ping."
  blind-spot "ping with another interval or filling (-i, -p), shorter data (-s), other programs (Cisco's AB CD and monitors have their own filling); single pings."

  trace "Windows" observed expect match """
    01:49:55.128908 IP 172.16.253.5 > 172.16.253.20: ICMP echo request, id 1, seq 21, length 40
        0x0000:  4500 003c 07c2 0000 8001 e0c3 ac10 fd05  E..<............
        0x0010:  ac10 fd14 0800 4d46 0001 0015 6162 6364  ......MF....abcd
        0x0020:  6566 6768 696a 6b6c 6d6e 6f70 7172 7374  efghijklmnopqrst
        0x0030:  7576 7761 6263 6465 6667 6869            uvwabcdefghi
    01:49:56.130632 IP 172.16.253.5 > 172.16.253.20: ICMP echo request, id 1, seq 22, length 40
        0x0000:  4500 003c 07c3 0000 8001 e0c2 ac10 fd05  E..<............
        0x0010:  ac10 fd14 0800 4d45 0001 0016 6162 6364  ......ME....abcd
        0x0020:  6566 6768 696a 6b6c 6d6e 6f70 7172 7374  efghijklmnopqrst
        0x0030:  7576 7761 6263 6465 6667 6869            uvwabcdefghi
    01:49:57.140591 IP 172.16.253.5 > 172.16.253.20: ICMP echo request, id 1, seq 23, length 40
        0x0000:  4500 003c 07c4 0000 8001 e0c1 ac10 fd05  E..<............
        0x0010:  ac10 fd14 0800 4d44 0001 0017 6162 6364  ......MD....abcd
        0x0020:  6566 6768 696a 6b6c 6d6e 6f70 7172 7374  efghijklmnopqrst
        0x0030:  7576 7761 6263 6465 6667 6869            uvwabcdefghi
  """
  trace "Linux" observed expect match """
    20:18:40.753957 IP 192.168.5.208 > 192.168.5.217: ICMP echo request, id 1876, seq 1, length 64
        0x0000:  4500 0054 0000 4000 4001 adaf c0a8 05d0
        0x0010:  c0a8 05d9 0800 1d5f 0754 0001 3699 b54e
        0x0020:  f260 0a00 0809 0a0b 0c0d 0e0f 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
    20:18:41.777978 IP 192.168.5.208 > 192.168.5.217: ICMP echo request, id 1876, seq 2, length 64
        0x0000:  4500 0054 0000 4000 4001 adaf c0a8 05d0
        0x0010:  c0a8 05d9 0800 e858 0754 0002 3799 b54e
        0x0020:  2666 0a00 0809 0a0b 0c0d 0e0f 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
    20:18:42.699654 IP 192.168.5.208 > 192.168.5.217: ICMP echo request, id 1876, seq 3, length 64
        0x0000:  4500 0054 0000 4000 4001 adaf c0a8 05d0
        0x0010:  c0a8 05d9 0800 9450 0754 0003 3899 b54e
        0x0020:  796d 0a00 0809 0a0b 0c0d 0e0f 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
  """
  trace "the same filling, a hundred times as fast" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 1, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 5ab3 0754 0001 0020 d704
        0x0020:  0000 0000 0000 0000 0000 0000 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
    10:00:00.010000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 2, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 59b2 0754 0002 0020 d704
        0x0020:  0000 0000 0100 0000 0000 0000 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
    10:00:00.020000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 3, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 58b1 0754 0003 0020 d704
        0x0020:  0000 0000 0200 0000 0000 0000 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
    10:00:00.030000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 4, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 57b0 0754 0004 0020 d704
        0x0020:  0000 0000 0300 0000 0000 0000 1011 1213
        0x0030:  1415 1617 1819 1a1b 1c1d 1e1f 2021 2223
        0x0040:  2425 2627 2829 2a2b 2c2d 2e2f 3031 3233
        0x0050:  3435 3637
  """
  trace "another filling" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 1, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 f0aa 0754 0001 0000 0000
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000
    10:00:01.000000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 2, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 f0a9 0754 0002 0000 0000
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000
    10:00:02.000000 IP 192.0.2.1 > 198.51.100.7: ICMP echo request, id 1876, seq 3, length 64
        0x0000:  4500 0054 0000 4000 4001 4e6d c000 0201
        0x0010:  c633 6407 0800 f0a8 0754 0003 0000 0000
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000
  """
}
