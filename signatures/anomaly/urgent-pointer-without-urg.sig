signature urgent-pointer-without-urg {
  title      "An urgent pointer in segments without the URG flag"
  category   anomaly
  verdict    unknown
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, tcp-flags, urgent
  reference "RFC 9293, Transmission Control Protocol, section 3.1 (the pointer counts only with URG set)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.1"
  reference "nmap at commit db4aefd, osscan2.cc line 1785 (the ECN probe's 63477)" url "https://github.com/nmap/nmap"
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.DOMINATE.syn.ecn.cwr (observed: 256 in 9,639 of 9,639 SYNs)" url "https://github.com/StopDDoS/packet-captures"
  reference "C. Sanders, sample captures, activeosfingerprinting.pcapng (observed)" url "https://github.com/chrissanders/packets"
  reference "C. Sanders, Practical Packet Analysis, evilprogram.pcap (observed, 2004: SYNs of a Windows kernel)" url "https://github.com/markofu/pcaps"

  packet odd { tcp; flags & (URG|RST) == 0; urgent != 0; not frag }

  event by src, dst gap 60s

  analysis {
    addresses "One sender, one receiver."
    flags "Any flags but URG and RST; most often SYN."
    direction "One way: towards whoever is tested or flooded."
    header """
      Without URG the pointer means nothing, and most systems write 0. A value is a mark, a mistake, or what the memory held before. nmap puts 63477
      (f7f5) into its ECN probe, to see whether the field comes back. One flooder has 256 in every SYN: 1 written in the byte order of its own machine
      (calculated here). A flooder that descends from synk4 puts a random number there. And four SYNs of 2004 had 418, 25377 and 16, with Windows' own
      options (mss, nop, nop, sackOK), a right checksum and the same 418 again when one was repeated three quarters of a second later: no tool, but a
      kernel that did not clear the field (our own reading of the capture).
    """
    bottom-line """
      63477 is nmap's ECN probe; 256, or numbers without order, in many SYNs without options are floods. A SYN now and then that is ordinary in all
      else comes from a Windows of the years around 2004.
    """
  }

  hypothesis "Fingerprinting" {
    verdict unknown
    weight moderate
    because "nmap's ECN probe carries 63477, once or a few times for a target."
    test "Is the value 63477, with ECE, CWR and one reserved bit? Do nmap's other probes come within a second?"
  }
  hypothesis "Flood" {
    verdict malicious
    weight moderate
    because "Two flooders are known that leave a value there in every SYN."
    test "Count the packets, and compare the values."
  }
  hypothesis "A Windows kernel that does not clear the field" {
    verdict benign
    weight moderate
    because "Observed: SYNs with Windows' options, window and checksum, of which a repetition has the same value."
    against "What is ordinary in all else says nothing of what the connection is for: these went to ports of the worms of that year."
    test "Are the options mss, nop, nop, sackOK? Is a repeated SYN the same? Do other SYNs of the host have 0?"
  }
  hypothesis "Damage on the way" {
    verdict benign
    weight weak
    because "A broken device may change any field."
    against "Then the checksum is wrong, or others of the sender's packets are odd in other fields."
    test "Is the checksum right?"
  }

  false-positive "Devices that change packets, or a stack that does not clear the field."
  blind-spot "tcpdump prints the pointer only beside URG: a text trace shows it in a hex dump only."

  trace "nmap's ECN probe" observed expect match """
    21:43:30.637253 IP 172.16.16.128.53948 > 172.16.16.150.135: Flags [SEW], seq 2538380055, win 3, options [wscale 10,nop,mss 1460,sackOK,nop,nop], length 0
        0x0000:  4500 0034 54ca 0000 3b06 b1c3 ac10 1080
        0x0010:  ac10 1096 d2bc 0087 974c 9b17 0000 0000
        0x0020:  88c2 0003 e67f f7f5 0303 0a01 0204 05b4
        0x0030:  0402 0101
  """
  trace "two SYNs of a Windows kernel, and its repetition of the first" observed expect match """
    17:06:37.958613 IP 220.95.85.243.2818 > 24.6.125.19.1023: Flags [S], seq 413228861, win 64240, options [mss 1460,nop,nop,sackOK], length 0
        0x0000:  4500 0030 9275 4000 6e06 b2e6 dc5f 55f3
        0x0010:  1806 7d13 0b02 03ff 18a1 5f3d 0000 0000
        0x0020:  7002 faf0 3841 01a2 0204 05b4 0101 0402
    17:06:38.649187 IP 220.95.85.243.2818 > 24.6.125.19.1023: Flags [S], seq 413228861, win 64240, options [mss 1460,nop,nop,sackOK], length 0
        0x0000:  4500 0030 9332 4000 6e06 b229 dc5f 55f3
        0x0010:  1806 7d13 0b02 03ff 18a1 5f3d 0000 0000
        0x0020:  7002 faf0 3841 01a2 0204 05b4 0101 0402
    17:06:39.959596 IP 220.95.85.243.3408 > 24.6.125.19.9898: Flags [S], seq 442171068, win 64240, options [mss 1460,nop,nop,sackOK], length 0
        0x0000:  4500 0030 94ed 4000 6e06 b06e dc5f 55f3
        0x0010:  1806 7d13 0d50 26aa 1a5a febc 0000 0000
        0x0020:  7002 faf0 1090 6321 0204 05b4 0101 0402
  """
  trace "a SYN with 256 in the field" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.4021 > 198.51.100.7.80: Flags [SEW], seq 1563033600, win 5840, length 0
        0x0000:  4500 0028 6cad 0000 3606 2be7 c000 0201
        0x0010:  c633 6407 0fb5 0050 5d2a 0000 0000 0000
        0x0020:  50c2 16d0 3de7 0100
  """
  trace "the same SYN with 0" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.4021 > 198.51.100.7.80: Flags [SEW], seq 1563033600, win 5840, length 0
        0x0000:  4500 0028 0f21 0000 3606 8973 c000 0201
        0x0010:  c633 6407 0fb5 0050 5d2a 0000 0000 0000
        0x0020:  50c2 16d0 3ee7 0000
  """
  trace "urgent data, with the flag" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.4021 > 198.51.100.7.23: Flags [P.U], seq 77:78, ack 99, win 5840, urg 1, length 1
        0x0000:  4500 0029 d3ac 0000 3606 c4e6 c000 0201
        0x0010:  c633 6407 0fb5 0017 0000 004d 0000 0063
        0x0020:  5038 16d0 9d21 0001 ff
  """
}
