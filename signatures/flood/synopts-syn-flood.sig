signature synopts-syn-flood {
  title      "synopts: SYN flood with options in Windows' order and impossible segment sizes"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2018 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, booter, spoofing, options
  reference "synopts (lines 20-60 and 118-203), DDOS Scripts/L4/TCP/synopts.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 9293, Transmission Control Protocol, section 3.7.1 (maximum segment size)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.7.1"

  packet syn {
    tcp
    flags == SYN
    df
    options == [mss, nop, wscale, nop, nop, sackok]
    window in {29200, 64240, 65535}
    tos in {0, 40, 72}
    wscale in {0, 3, 6, 8, 9}
    mss < 536 or mss > 1460
    ttl <= 130
  }

  event by dst, dport gap 5s
    having count(syn) >= 10
      and distinct(syn.src) >= 8
      and distinct(syn.mss) >= 8
      and distinct(syn.tos) >= 2

  analysis {
    addresses "One target. The source is forged, anew for each packet."
    ports "One destination port, the attacker's choice. Source port random."
    flags "SYN alone."
    time "Threads without a pause, unless a rate is asked for."
    header """
      Read in the source: DF, TTL drawn from 100 to 130, TOS 0, 40 or 72, window 29200, 64240 or 65535, wscale 0, 3, 6, 8 or 9, all drawn anew for
      each packet; mss any number from 0 to 65534, where real ones are 1460 and a few values below; the order of options is that of Windows, the first
      two windows are Linux's. The sequence number is converted here and uses all 32 bits. This project's own observation: TOS and window are changed
      after the packet is sent and count for the next, so the first packet of each thread always has TOS 0 and window 64240.
    """
    bottom-line """
      This host is being flooded by a script that was made to pass filters for SYNs without options. Segment sizes that no network has, and three
      values of TOS, tell it from clients.
    """
  }

  hypothesis "synopts" {
    verdict malicious
    weight strong
    because "Eight different and impossible segment sizes among ten SYNs, with windows and TOS from fixed sets."
    test "Do the TTLs spread evenly over 31 values?"
  }
  hypothesis "Clients behind tunnels" {
    verdict benign
    weight weak
    because "Tunnels lower the segment size, and some set TOS."
    against "Not above 1460 over Ethernet, and not below 536 but for a few."
    test "List the segment sizes."
  }

  false-positive "Clients with jumbo frames have one or two sizes above 1460, not eight."
  blind-spot "amptfo and other scripts of the family, which put plausible segment sizes in."

  trace "twelve packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 88, id 77, offset 0, flags [DF], proto TCP (6), length 52)
        17.5.13.41.9 > 198.51.100.9.30120: Flags [S], seq 998019541, win 29200, options [mss 18493,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000050 IP (tos 0x28, ttl 101, id 4176, offset 0, flags [DF], proto TCP (6), length 52)
        75.76.70.48.11012 > 198.51.100.9.30120: Flags [S], seq 1996039082, win 64240, options [mss 36986,nop,wscale 3,nop,nop,sackOK], length 0
    12:00:00.000100 IP (tos 0x48, ttl 114, id 8275, offset 0, flags [DF], proto TCP (6), length 52)
        133.147.127.55.22015 > 198.51.100.9.30120: Flags [S], seq 2994058623, win 65535, options [mss 55479,nop,wscale 6,nop,nop,sackOK], length 0
    12:00:00.000150 IP (tos 0x0, ttl 96, id 12374, offset 0, flags [DF], proto TCP (6), length 52)
        191.218.184.62.33018 > 198.51.100.9.30120: Flags [S], seq 3992078164, win 29200, options [mss 8437,nop,wscale 9,nop,nop,sackOK], length 0
    12:00:00.000200 IP (tos 0x28, ttl 109, id 16473, offset 0, flags [DF], proto TCP (6), length 52)
        49.49.241.69.44021 > 198.51.100.9.30120: Flags [S], seq 695130409, win 64240, options [mss 26930,nop,wscale 8,nop,nop,sackOK], length 0
    12:00:00.000250 IP (tos 0x48, ttl 91, id 20572, offset 0, flags [DF], proto TCP (6), length 52)
        107.120.58.76.55024 > 198.51.100.9.30120: Flags [S], seq 1693149950, win 65535, options [mss 45423,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000300 IP (tos 0x0, ttl 104, id 24671, offset 0, flags [DF], proto TCP (6), length 52)
        165.191.115.83.491 > 198.51.100.9.30120: Flags [S], seq 2691169491, win 29200, options [mss 63916,nop,wscale 3,nop,nop,sackOK], length 0
    12:00:00.000350 IP (tos 0x28, ttl 117, id 28770, offset 0, flags [DF], proto TCP (6), length 52)
        23.22.172.90.11494 > 198.51.100.9.30120: Flags [S], seq 3689189032, win 64240, options [mss 16874,nop,wscale 6,nop,nop,sackOK], length 0
    12:00:00.000400 IP (tos 0x48, ttl 99, id 32869, offset 0, flags [DF], proto TCP (6), length 52)
        81.93.229.97.22497 > 198.51.100.9.30120: Flags [S], seq 392241277, win 65535, options [mss 35367,nop,wscale 9,nop,nop,sackOK], length 0
    12:00:00.000450 IP (tos 0x0, ttl 112, id 36968, offset 0, flags [DF], proto TCP (6), length 52)
        139.164.46.104.33500 > 198.51.100.9.30120: Flags [S], seq 1390260818, win 29200, options [mss 53860,nop,wscale 8,nop,nop,sackOK], length 0
    12:00:00.000500 IP (tos 0x28, ttl 94, id 41067, offset 0, flags [DF], proto TCP (6), length 52)
        197.235.103.111.44503 > 198.51.100.9.30120: Flags [S], seq 2388280359, win 64240, options [mss 6818,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000550 IP (tos 0x48, ttl 107, id 45166, offset 0, flags [DF], proto TCP (6), length 52)
        55.66.160.118.55506 > 198.51.100.9.30120: Flags [S], seq 3386299900, win 65535, options [mss 25311,nop,wscale 3,nop,nop,sackOK], length 0
  """
  trace "the mss of Ethernet, as in clients" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 88, id 77, offset 0, flags [DF], proto TCP (6), length 52)
        17.5.13.41.9 > 198.51.100.9.30120: Flags [S], seq 998019541, win 29200, options [mss 1460,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000050 IP (tos 0x28, ttl 101, id 4176, offset 0, flags [DF], proto TCP (6), length 52)
        75.76.70.48.11012 > 198.51.100.9.30120: Flags [S], seq 1996039082, win 64240, options [mss 1460,nop,wscale 3,nop,nop,sackOK], length 0
    12:00:00.000100 IP (tos 0x48, ttl 114, id 8275, offset 0, flags [DF], proto TCP (6), length 52)
        133.147.127.55.22015 > 198.51.100.9.30120: Flags [S], seq 2994058623, win 65535, options [mss 1460,nop,wscale 6,nop,nop,sackOK], length 0
    12:00:00.000150 IP (tos 0x0, ttl 96, id 12374, offset 0, flags [DF], proto TCP (6), length 52)
        191.218.184.62.33018 > 198.51.100.9.30120: Flags [S], seq 3992078164, win 29200, options [mss 1460,nop,wscale 9,nop,nop,sackOK], length 0
    12:00:00.000200 IP (tos 0x28, ttl 109, id 16473, offset 0, flags [DF], proto TCP (6), length 52)
        49.49.241.69.44021 > 198.51.100.9.30120: Flags [S], seq 695130409, win 64240, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    12:00:00.000250 IP (tos 0x48, ttl 91, id 20572, offset 0, flags [DF], proto TCP (6), length 52)
        107.120.58.76.55024 > 198.51.100.9.30120: Flags [S], seq 1693149950, win 65535, options [mss 1460,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000300 IP (tos 0x0, ttl 104, id 24671, offset 0, flags [DF], proto TCP (6), length 52)
        165.191.115.83.491 > 198.51.100.9.30120: Flags [S], seq 2691169491, win 29200, options [mss 1460,nop,wscale 3,nop,nop,sackOK], length 0
    12:00:00.000350 IP (tos 0x28, ttl 117, id 28770, offset 0, flags [DF], proto TCP (6), length 52)
        23.22.172.90.11494 > 198.51.100.9.30120: Flags [S], seq 3689189032, win 64240, options [mss 1460,nop,wscale 6,nop,nop,sackOK], length 0
    12:00:00.000400 IP (tos 0x48, ttl 99, id 32869, offset 0, flags [DF], proto TCP (6), length 52)
        81.93.229.97.22497 > 198.51.100.9.30120: Flags [S], seq 392241277, win 65535, options [mss 1460,nop,wscale 9,nop,nop,sackOK], length 0
    12:00:00.000450 IP (tos 0x0, ttl 112, id 36968, offset 0, flags [DF], proto TCP (6), length 52)
        139.164.46.104.33500 > 198.51.100.9.30120: Flags [S], seq 1390260818, win 29200, options [mss 1460,nop,wscale 8,nop,nop,sackOK], length 0
    12:00:00.000500 IP (tos 0x28, ttl 94, id 41067, offset 0, flags [DF], proto TCP (6), length 52)
        197.235.103.111.44503 > 198.51.100.9.30120: Flags [S], seq 2388280359, win 64240, options [mss 1460,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000550 IP (tos 0x48, ttl 107, id 45166, offset 0, flags [DF], proto TCP (6), length 52)
        55.66.160.118.55506 > 198.51.100.9.30120: Flags [S], seq 3386299900, win 65535, options [mss 1460,nop,wscale 3,nop,nop,sackOK], length 0
  """
  trace "one type of service" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 88, id 77, offset 0, flags [DF], proto TCP (6), length 52)
        17.5.13.41.9 > 198.51.100.9.30120: Flags [S], seq 998019541, win 29200, options [mss 18493,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000050 IP (tos 0x0, ttl 101, id 4176, offset 0, flags [DF], proto TCP (6), length 52)
        75.76.70.48.11012 > 198.51.100.9.30120: Flags [S], seq 1996039082, win 64240, options [mss 36986,nop,wscale 3,nop,nop,sackOK], length 0
    12:00:00.000100 IP (tos 0x0, ttl 114, id 8275, offset 0, flags [DF], proto TCP (6), length 52)
        133.147.127.55.22015 > 198.51.100.9.30120: Flags [S], seq 2994058623, win 65535, options [mss 55479,nop,wscale 6,nop,nop,sackOK], length 0
    12:00:00.000150 IP (tos 0x0, ttl 96, id 12374, offset 0, flags [DF], proto TCP (6), length 52)
        191.218.184.62.33018 > 198.51.100.9.30120: Flags [S], seq 3992078164, win 29200, options [mss 8437,nop,wscale 9,nop,nop,sackOK], length 0
    12:00:00.000200 IP (tos 0x0, ttl 109, id 16473, offset 0, flags [DF], proto TCP (6), length 52)
        49.49.241.69.44021 > 198.51.100.9.30120: Flags [S], seq 695130409, win 64240, options [mss 26930,nop,wscale 8,nop,nop,sackOK], length 0
    12:00:00.000250 IP (tos 0x0, ttl 91, id 20572, offset 0, flags [DF], proto TCP (6), length 52)
        107.120.58.76.55024 > 198.51.100.9.30120: Flags [S], seq 1693149950, win 65535, options [mss 45423,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000300 IP (tos 0x0, ttl 104, id 24671, offset 0, flags [DF], proto TCP (6), length 52)
        165.191.115.83.491 > 198.51.100.9.30120: Flags [S], seq 2691169491, win 29200, options [mss 63916,nop,wscale 3,nop,nop,sackOK], length 0
    12:00:00.000350 IP (tos 0x0, ttl 117, id 28770, offset 0, flags [DF], proto TCP (6), length 52)
        23.22.172.90.11494 > 198.51.100.9.30120: Flags [S], seq 3689189032, win 64240, options [mss 16874,nop,wscale 6,nop,nop,sackOK], length 0
    12:00:00.000400 IP (tos 0x0, ttl 99, id 32869, offset 0, flags [DF], proto TCP (6), length 52)
        81.93.229.97.22497 > 198.51.100.9.30120: Flags [S], seq 392241277, win 65535, options [mss 35367,nop,wscale 9,nop,nop,sackOK], length 0
    12:00:00.000450 IP (tos 0x0, ttl 112, id 36968, offset 0, flags [DF], proto TCP (6), length 52)
        139.164.46.104.33500 > 198.51.100.9.30120: Flags [S], seq 1390260818, win 29200, options [mss 53860,nop,wscale 8,nop,nop,sackOK], length 0
    12:00:00.000500 IP (tos 0x0, ttl 94, id 41067, offset 0, flags [DF], proto TCP (6), length 52)
        197.235.103.111.44503 > 198.51.100.9.30120: Flags [S], seq 2388280359, win 64240, options [mss 6818,nop,wscale 0,nop,nop,sackOK], length 0
    12:00:00.000550 IP (tos 0x0, ttl 107, id 45166, offset 0, flags [DF], proto TCP (6), length 52)
        55.66.160.118.55506 > 198.51.100.9.30120: Flags [S], seq 3386299900, win 65535, options [mss 25311,nop,wscale 3,nop,nop,sackOK], length 0
  """
}
