signature dominate-syn-ecn-flood {
  title      "DOMINATE: SYN flood with ECE and CWR, no options, a sequence number whose lower half is zero"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "observed 1 April 2021"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, ecn, booter, spoofing
  reference "dominate, DDOS Scripts/L4/TCP/dominate.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.DOMINATE.syn.ecn.cwr.pcapng (measured here)" url "https://github.com/StopDDoS/packet-captures"
  reference "RFC 3168, Explicit Congestion Notification, section 6.1.1 (the ECN-setup SYN)" url "https://www.rfc-editor.org/rfc/rfc3168#section-6.1.1"

  packet syn {
    tcp
    flags == SYN|ECE|CWR
    seq & 0xffff == 0
    window in {0, 65535}
    options == []
    ittl == 255
    not df
  }

  event by dst, dport gap 5s having count(syn) >= 5 and distinct(syn.src) >= 5

  analysis {
    addresses "One target. The source is forged, anew for each packet."
    ports "One destination port, 30120 in the capture. The source port is random."
    flags """
      SYN, ECE and CWR, like the first packet of a client that speaks ECN: it passes rules that look for exactly SYN. Urgent pointer 256 with URG
      clear, a 1 written without conversion; text does not show it, so it is no condition.
    """
    time "9,639 packets in 0.44 s in the capture."
    header """
      Read in the source and measured in the capture, in 9,639 of 9,639 packets: 40 bytes, no options, DF clear, TTL 255 at the sender (242 and 244 on
      arrival), and a sequence number of 16 random bits in its upper half, because 16 bits are stored without conversion. The capture has window 65535
      where the archived copy would send 0, so the sender's build was another one. This project's own finding: the generator behind the forged
      addresses is seeded with the second in which the attack begins, and nothing else. Run with 1617292579, which is 1 April 2021, 15:56:19 UTC, it
      yields source, id, source port and sequence number of 129 of the first 130 packets in the capture to the bit, and of 453 of the first 499; the
      capture begins at 15:56:19.61. It takes 64-bit words, so the sender was a 64-bit little-endian machine whose clock agreed with the sensor's. The
      packets with TTL 242 and 244 take turns in one course of numbers and never share a place in it: one sender behind two paths, not two senders.
      The capture holds one in five of the first 585 packets. As long as the generator is in its first round, all source ports, all first octets and
      all first bytes of sequence numbers are odd; and the last octet of the source and the upper byte of the id hardly change.
    """
    bottom-line """
      This host is being flooded by a booter's script, dressed as ECN. Filter on the empty options with ECE and CWR. The forged addresses say nothing
      of the sender, but the first of them say to the second when it was started.
    """
  }

  hypothesis "DOMINATE" {
    verdict malicious
    weight strong
    because "A client that offers ECN sends options, and uses all 32 bits of its sequence number."
    test "Is the urgent pointer 256? Does the generator, seeded with the second of the first packet, yield the first addresses?"
  }
  hypothesis "ECN clients after a restart of a service" {
    verdict benign
    weight weak
    because "Many clients may come at once, and the flags are theirs."
    against "Not one of them would leave out mss."
    test "Look at the options."
  }

  false-positive "Clients that offer ECN without any option: no system does so. A scanner that tries ECN with bare SYNs has one source."
  blind-spot "Builds for big-endian machines; a sensor that sees fewer than five packets."

  trace "first eight packets of the capture" observed expect match """
    15:56:19.614914 IP (tos 0x0, ttl 242, id 4716, offset 0, flags [none], proto TCP (6), length 40)
        87.44.224.137.27621 > 10.10.10.10.30120: Flags [SEW], seq 897646592, win 65535, length 0
    15:56:19.617073 IP (tos 0x0, ttl 242, id 4728, offset 0, flags [none], proto TCP (6), length 40)
        153.242.240.137.37615 > 10.10.10.10.30120: Flags [SEW], seq 1133641728, win 65535, length 0
    15:56:19.618246 IP (tos 0x0, ttl 244, id 4728, offset 0, flags [none], proto TCP (6), length 40)
        165.58.238.137.55995 > 10.10.10.10.30120: Flags [SEW], seq 3347185664, win 65535, length 0
    15:56:19.619196 IP (tos 0x0, ttl 242, id 4726, offset 0, flags [none], proto TCP (6), length 40)
        223.131.248.137.53181 > 10.10.10.10.30120: Flags [SEW], seq 496631808, win 65535, length 0
    15:56:19.619623 IP (tos 0x0, ttl 242, id 4835, offset 0, flags [none], proto TCP (6), length 40)
        141.133.234.138.59155 > 10.10.10.10.30120: Flags [SEW], seq 2408513536, win 65535, length 0
    15:56:19.620130 IP (tos 0x0, ttl 244, id 4710, offset 0, flags [none], proto TCP (6), length 40)
        171.97.241.137.2809 > 10.10.10.10.30120: Flags [SEW], seq 2715484160, win 65535, length 0
    15:56:19.624160 IP (tos 0x0, ttl 242, id 4847, offset 0, flags [none], proto TCP (6), length 40)
        125.145.218.138.8035 > 10.10.10.10.30120: Flags [SEW], seq 4281401344, win 65535, length 0
    15:56:19.624408 IP (tos 0x0, ttl 244, id 4846, offset 0, flags [none], proto TCP (6), length 40)
        123.172.220.138.55593 > 10.10.10.10.30120: Flags [SEW], seq 2979856384, win 65535, length 0
  """
  trace "numbers whose lower half is not zero" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.41000 > 198.51.100.9.443: Flags [SEW], seq 998019541, win 65535, length 0
    12:00:00.010000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.41077 > 198.51.100.9.443: Flags [SEW], seq 1996039082, win 65535, length 0
    12:00:00.020000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.41154 > 198.51.100.9.443: Flags [SEW], seq 2994058623, win 65535, length 0
    12:00:00.030000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.41231 > 198.51.100.9.443: Flags [SEW], seq 3992078164, win 65535, length 0
    12:00:00.040000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.41308 > 198.51.100.9.443: Flags [SEW], seq 695130409, win 65535, length 0
    12:00:00.050000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.41385 > 198.51.100.9.443: Flags [SEW], seq 1693149950, win 65535, length 0
  """
  trace "clients that offer ECN: they have options" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 64)
        17.5.13.41.41000 > 198.51.100.9.443: Flags [SEW], seq 997982208, win 65535, options [mss 1460,nop,wscale 6,nop,nop,TS val 4411 ecr 0,sackOK,eol], length 0
    12:00:00.010000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 64)
        75.76.70.48.41077 > 198.51.100.9.443: Flags [SEW], seq 1996029952, win 65535, options [mss 1460,nop,wscale 6,nop,nop,TS val 4411 ecr 0,sackOK,eol], length 0
    12:00:00.020000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 64)
        133.147.127.55.41154 > 198.51.100.9.443: Flags [SEW], seq 2994012160, win 65535, options [mss 1460,nop,wscale 6,nop,nop,TS val 4411 ecr 0,sackOK,eol], length 0
    12:00:00.030000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 64)
        191.218.184.62.41231 > 198.51.100.9.443: Flags [SEW], seq 3992059904, win 65535, options [mss 1460,nop,wscale 6,nop,nop,TS val 4411 ecr 0,sackOK,eol], length 0
    12:00:00.040000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 64)
        49.49.241.69.41308 > 198.51.100.9.443: Flags [SEW], seq 695074816, win 65535, options [mss 1460,nop,wscale 6,nop,nop,TS val 4411 ecr 0,sackOK,eol], length 0
    12:00:00.050000 IP (tos 0x0, ttl 244, id 0, offset 0, flags [none], proto TCP (6), length 64)
        107.120.58.76.41385 > 198.51.100.9.443: Flags [SEW], seq 1693122560, win 65535, options [mss 1460,nop,wscale 6,nop,nop,TS val 4411 ecr 0,sackOK,eol], length 0
  """
}
