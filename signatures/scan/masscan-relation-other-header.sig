# The relation without the header: masscan's oldest builds, its newer options, and the programs that took its code over.
signature masscan-relation-other-header {
  title      "SYNs with masscan's IP id in a header that masscan does not send by itself"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2013 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, masscan, zbanner, tool-mark
  variant-of masscan-xor-ip-id
  reference "masscan at commit 00e3471: src/templ-pkt.c (window 0 in the first builds, the same IP id)" url "https://github.com/robertdavidgraham/masscan"
  reference "masscan at commit 4f89257: src/templ-opts.h (mss, window scale, SACK and time stamp at the user's choice)" url "https://github.com/robertdavidgraham/masscan"
  reference "ZBanner, made from masscan's code: src/templ/templ-init.c at commit 929a727 (window 64240, mss 1460) and templ-tcp.c at commit 0f89cb2 (the IP id)" url "https://github.com/lfishRhungry/zbanner"

  packet probe {
    ip
    tcp
    flags == SYN
    id == (dst ^ dport ^ seq) & 0xffff
    not (window == 1024 and options == [])
    not (window == 1025 and options == [mss] and mss == 1460)
    not df
    payload.len == 0
  }
  packet syn { ip; tcp; flags == SYN }

  # One SYN in 65536 fits by chance: three are asked for, and half of what the source sends.
  event by src gap 1h having count(probe) >= 3 and 2 * count(probe) >= count(syn)

  analysis {
    addresses "One source, as a rule its own: a scanner without memory of its probes needs the answers."
    ports "One source port, or a range of them, for the whole run."
    flags "SYN alone."
    direction "Open ports are reset by the scanner, or greeted and asked for their banner."
    time "At the user's rate over all targets; one network sees a trickle."
    header """
      IP id = (destination ^ destination port ^ sequence number) & 0xffff in every packet, no DF, TTL 255 at the sender unless the user sets another. What differs is the rest: window 0 without
      options is masscan of 2013, before commit 8042cbe of January 2014; window 64240 with mss 1460 is ZBanner, which calls it the window of its author's Windows 11; window 1025 with more
      than an mss, or with another, is a newer masscan whose user asked for it.
    """
    bottom-line "A scan by masscan's code under another header. A header changed by hand may be meant to pass filters that know masscan; the id gives it away all the same. Judge it as masscan-xor-ip-id."
  }
  hypothesis "Scan by masscan with options of the user's" {
    verdict malicious
    weight moderate
    because "Newer builds set mss, window scale, SACK and time stamp on request."
    test "Is the window 1025 (or 0, in the first builds)?"
  }
  hypothesis "Scan by a program made from masscan" {
    verdict malicious
    weight moderate
    because "ZBanner keeps the IP id and changes window and options."
    test "Is the window 64240 beside an mss alone, which Windows as shipped sends only with window scale and SACK?"
  }
  hypothesis "Survey by a research or security company" {
    verdict benign
    weight weak
    because "Surveys build their own programs on this code too."
    test "Reverse DNS, a web page on the source address, published ranges."
  }
  false-positive "By chance three of at most six SYNs from one source: one case in about 10^13."
  blind-spot "Captures with rewritten addresses, and those taken behind a translation of destinations, lose the relation."
  blind-spot "Builds whose author has taken the relation out."
  trace "window and mss as ZBanner writes them" synthetic expect match """
    11:00:10.204110 IP (tos 0x0, ttl 245, id 53652, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.51544 > 198.51.100.23.443: Flags [S], seq 1390851128, win 64240, options [mss 1460], length 0
    11:01:11.204111 IP (tos 0x0, ttl 245, id 10390, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.51544 > 198.51.100.201.443: Flags [S], seq 4071050724, win 64240, options [mss 1460], length 0
    11:02:12.204112 IP (tos 0x0, ttl 245, id 26817, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.51544 > 198.51.100.77.443: Flags [S], seq 647892279, win 64240, options [mss 1460], length 0
  """
  trace "the first builds of masscan: no window, no options" synthetic expect match """
    11:00:10.204110 IP (tos 0x0, ttl 245, id 17225, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.65244 > 198.51.100.23.80: Flags [S], seq 1695753998, win 0, length 0
    11:01:11.204111 IP (tos 0x0, ttl 245, id 49353, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.65244 > 198.51.100.201.80: Flags [S], seq 2795742288, win 0, length 0
    11:02:12.204112 IP (tos 0x0, ttl 245, id 7117, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.65244 > 198.51.100.77.80: Flags [S], seq 207388624, win 0, length 0
  """
  trace "the same header, ids that do not fit" synthetic expect no-match """
    11:00:10.204110 IP (tos 0x0, ttl 245, id 19358, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.51544 > 198.51.100.23.443: Flags [S], seq 311111475, win 64240, options [mss 1460], length 0
    11:01:11.204111 IP (tos 0x0, ttl 245, id 27735, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.51544 > 198.51.100.201.443: Flags [S], seq 3527346212, win 64240, options [mss 1460], length 0
    11:02:12.204112 IP (tos 0x0, ttl 245, id 62684, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.51544 > 198.51.100.77.443: Flags [S], seq 2301595691, win 64240, options [mss 1460], length 0
  """
}
