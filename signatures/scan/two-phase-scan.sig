signature two-phase-scan {
  title      "Two-phase scan: an irregular SYN, and a kernel's SYN to the same port afterwards"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2010s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, bot
  reference "R. Hiesgen et al., Spoki: Unveiling a New Wave of Scanners through a Reactive Network Telescope, arXiv 2110.05160" url "https://arxiv.org/abs/2110.05160"
  reference "Spoki evaluation at commit 85c916a: src/cse/types/analyzer.py lines 64-115 (what counts as irregular)" url "https://github.com/inetrg/spoki"

  packet irregular { tcp; flags == SYN; options == []; not df; payload.len == 0 }
  packet answer { from responder; tcp; flags & (SYN|ACK|RST) == SYN|ACK }
  packet regular {
    tcp
    flags == SYN
    options has mss
    options has sackok
    df
    ttl <= 200
    payload.len == 0
  }

  event by src, dst, dport gap 5m
    having first(irregular) < first(answer) < first(regular) and count(irregular) <= 3

  analysis {
    addresses "One source: its address is real, since it acts on the answer."
    ports "One service. The source port changes between the two SYNs."
    flags "First a SYN without options, made by a program; after the answer a second SYN with a kernel's options and DF."
    direction "The SYN ACK to the first is reset or left alone, the second is followed by a full connection."
    time "The pause is the time in which the first stage hands over to the second: seconds."
    header "TTLs of the two SYNs may differ by more than their path: the program's begins at 255 or 64, the kernel's at 64 or 128."
    bottom-line "The source scans without state, and sends a real client to whoever answers: bots and exploit kits work so. What comes in the second connection is the attack itself; look at its payload."
  }
  hypothesis "Bot or exploit scanner" {
    verdict malicious
    weight strong
    because "Only a stateless scanner needs two kinds of SYN for one service."
    test "Read the payload of the second connection."
  }
  hypothesis "Survey that reads banners" {
    verdict benign
    weight moderate
    because "ZMap finds ports and a second program with kernel sockets asks the services."
    test "Look the source up; is the second connection polite?"
  }
  hypothesis "Two machines behind one address" {
    verdict benign
    weight weak
    because "An embedded device without options and a desktop may share an address."
    against "Both would have to want the same service of the same host within minutes, the device first."
    test "Do the first SYNs ever complete a connection?"
  }
  false-positive "Address translation that joins an old device and a modern client."
  blind-spot "First stages whose SYNs have options (nmap, ZMap since 2021, masscan since 2023), and second stages from another address."
  trace "SYN by a program, three seconds later SYN by a kernel" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 241, id 61540, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.41022 > 198.51.100.20.23: Flags [S], seq 98206824, win 29200, length 0
    03:00:00.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.23 > 192.0.2.10.41022: Flags [S.], seq 77, ack 98206825, win 64240, options [mss 1460], length 0
    03:00:03.020000 IP (tos 0x0, ttl 49, id 4711, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.52188 > 198.51.100.20.23: Flags [S], seq 4076870895, win 29200, options [mss 1460,sackOK,TS val 991002 ecr 0,nop,wscale 7], length 0
  """
  trace "both by the kernel" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 241, id 61540, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.41022 > 198.51.100.20.23: Flags [S], seq 98206824, win 29200, length 0
    03:00:00.020000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.23 > 192.0.2.10.41022: Flags [S.], seq 77, ack 98206825, win 64240, options [mss 1460], length 0
    03:00:03.020000 IP (tos 0x0, ttl 49, id 4711, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.52188 > 198.51.100.20.23: Flags [S], seq 4076870895, win 29200, options [mss 1460,sackOK,TS val 991002 ecr 0,nop,wscale 7], length 0
  """
}
