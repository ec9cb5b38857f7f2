signature ack-number-without-ack {
  title      "An acknowledgment number in segments without the ACK flag"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, tcp-flags, syn
  reference "RFC 9293, Transmission Control Protocol, section 3.1 (the field counts only with ACK set)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.1"
  reference "hping at commit 3547c76, sendtcp.c line 53 (a random number, with ACK or without)" url "https://github.com/antirez/hping"
  reference "nmap at commit db4aefd, osscan2.cc line 1754 (one number for all probes of a run)" url "https://github.com/nmap/nmap"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, juno.c (a random number in each SYN)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "C. Sanders, sample captures, activeosfingerprinting.pcapng (observed)" url "https://github.com/chrissanders/packets"
  reference "C. Sanders, Practical Packet Analysis, evilprogram.pcap (observed, 2004: SYNs of a Windows kernel)" url "https://github.com/markofu/pcaps"

  packet odd { tcp; flags & (ACK|RST) == 0; ack != 0; not frag }

  event by src, dst gap 60s having count(odd) >= 2

  analysis {
    addresses "One sender, one receiver. Where the sender wants answers (a scan, a fingerprint) its address is real."
    flags """
      SYN, FIN, PSH, URG or nothing, but not ACK; so nothing is acknowledged, and still the field holds a number. Resets are left out: many systems
      leave an old number in them. In the captures at hand 836 resets without ACK had one, and of all other segments only made-up ones and two SYNs.
    """
    direction "Towards whoever is tested or flooded."
    header """
      A kernel that opens a connection has nothing to acknowledge and as a rule writes 0. A program that fills in the header itself writes what it has
      at hand: hping and juno a random number a packet, nmap one number for a whole run (421d0406 in all 22 such packets of the capture below).
      Whether the number stays the same is therefore the next thing to look at. Two SYNs of 2004 that are a Windows kernel's in all else (options,
      window) had a number too, one for each source: memory that was not cleared (our own reading of the capture). So the event asks for two.
    """
    bottom-line """
      Whoever sent this most likely builds packets by hand. What for, the number of ports and of packets tells: a few odd probes are a fingerprint,
      many SYNs to one port a flood. If the SYNs have a system's usual options, it may be an old Windows.
    """
  }

  hypothesis "Probes of a scanner or fingerprinter" {
    verdict unknown
    weight strong
    because "nmap and hping do it in every such packet."
    test "Is the number the same in all? Then it is one run of nmap. Does each packet have another number, and one port go up? Then hping."
  }
  hypothesis "Flood" {
    verdict malicious
    weight moderate
    because "juno and others fill the field with noise."
    test "Count: hundreds a second to one port are a flood, whatever the source."
  }
  hypothesis "A system that leaves rubbish in the field" {
    verdict benign
    weight weak
    because "The field means nothing without ACK, so nothing breaks; two SYNs of Windows kernels had a number."
    against "In ordinary traffic two SYNs were found, of two sources; whoever does it twice within a minute does it by habit."
    test "Are the options mss, nop, nop, sackOK? Does the sender complete connections that begin so?"
  }

  false-positive "Corrupted packets; a Windows of about 2004 that repeats its SYN, and embedded stacks that do not clear the field."
  blind-spot "tcpdump does not print the field of such segments: a text trace shows it in a hex dump only. Resets, and single packets."

  trace "nmap's first probes of an operating system" observed expect match """
    21:43:30.035265 IP 172.16.16.128.53936 > 172.16.16.150.135: Flags [S], seq 2538380055, win 1, options [wscale 10,nop,mss 1460,TS val 4294967295 ecr 0,sackOK], length 0
        0x0000:  4500 003c d0e4 0000 2c06 44a1 ac10 1080
        0x0010:  ac10 1096 d2b0 0087 974c 9b17 421d 0406
        0x0020:  a002 0001 7a0f 0000 0303 0a01 0204 05b4
        0x0030:  080a ffff ffff 0000 0000 0402
    21:43:30.135221 IP 172.16.16.128.53937 > 172.16.16.150.135: Flags [S], seq 2538380056, win 63, options [mss 1400,wscale 0,sackOK,TS val 4294967295 ecr 0,eol], length 0
        0x0000:  4500 003c f042 0000 2f06 2243 ac10 1080
        0x0010:  ac10 1096 d2b1 0087 974c 9b18 421d 0406
        0x0020:  a002 003f 840c 0000 0204 0578 0303 0004
        0x0030:  0208 0aff ffff ff00 0000 0000
    21:43:30.235224 IP 172.16.16.128.53938 > 172.16.16.150.135: Flags [S], seq 2538380057, win 4, options [TS val 4294967295 ecr 0,nop,nop,wscale 5,nop,mss 640], length 0
        0x0000:  4500 003c 12bb 0000 2706 07cb ac10 1080
        0x0010:  ac10 1096 d2b2 0087 974c 9b19 421d 0406
        0x0020:  a002 0004 853d 0000 080a ffff ffff 0000
        0x0030:  0000 0101 0303 0501 0204 0280
  """
  trace "hping: another number in each SYN" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.2317 > 198.51.100.7.80: Flags [S], seq 695425564, win 512, length 0
        0x0000:  4500 0028 269e 0000 3606 71f6 c000 0201
        0x0010:  c633 6407 090d 0050 2973 5a1c 7953 a6f2
        0x0020:  5002 0200 1474 0000
    10:00:01.000000 IP 192.0.2.1.2318 > 198.51.100.7.80: Flags [S], seq 847876999, win 512, length 0
        0x0000:  4500 0028 0c5c 0000 3606 8c38 c000 0201
        0x0010:  c633 6407 090e 0050 3289 9387 5351 d228
        0x0020:  5002 0200 ccbd 0000
    10:00:02.000000 IP 192.0.2.1.2319 > 198.51.100.7.80: Flags [S], seq 155555737, win 512, length 0
        0x0000:  4500 0028 892f 0000 3606 0f65 c000 0201
        0x0010:  c633 6407 090f 0050 0945 9799 691f 8412
        0x0020:  5002 0200 2a37 0000
  """
  trace "the same SYNs with 0 in the field" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.2317 > 198.51.100.7.80: Flags [S], seq 202142728, win 512, length 0
        0x0000:  4500 0028 5d9d 0000 3606 3af7 c000 0201
        0x0010:  c633 6407 090d 0050 0c0c 7408 0000 0000
        0x0020:  5002 0200 3835 0000
    10:00:01.000000 IP 192.0.2.1.2318 > 198.51.100.7.80: Flags [S], seq 1251527726, win 512, length 0
        0x0000:  4500 0028 0ed9 0000 3606 89bb c000 0201
        0x0010:  c633 6407 090e 0050 4a98 cc2e 0000 0000
        0x0020:  5002 0200 a181 0000
    10:00:02.000000 IP 192.0.2.1.2319 > 198.51.100.7.80: Flags [S], seq 1953574602, win 512, length 0
        0x0000:  4500 0028 81e7 0000 3606 16ad c000 0201
        0x0010:  c633 6407 090f 0050 7471 2eca 0000 0000
        0x0020:  5002 0200 150c 0000
  """
  trace "resets with an old number" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.80 > 198.51.100.7.2317: Flags [R], seq 461060838, win 0, length 0
        0x0000:  4500 0028 1600 0000 3606 8294 c000 0201
        0x0010:  c633 6407 0050 090d 1b7b 3ae6 04cc a86c
        0x0020:  5004 0000 b6ad 0000
    10:00:01.000000 IP 192.0.2.1.80 > 198.51.100.7.2318: Flags [R], seq 931247021, win 0, length 0
        0x0000:  4500 0028 11e2 0000 3606 86b2 c000 0201
        0x0010:  c633 6407 0050 090e 3781 b3ad 3586 aa4d
        0x0020:  5004 0000 ef43 0000
    10:00:02.000000 IP 192.0.2.1.80 > 198.51.100.7.2319: Flags [R], seq 516819858, win 0, length 0
        0x0000:  4500 0028 8d11 0000 3606 0b83 c000 0201
        0x0010:  c633 6407 0050 090f 1ece 0b92 0b9c 7bec
        0x0020:  5004 0000 085d 0000
  """
}
