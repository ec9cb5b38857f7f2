signature masscan-mss-1025 {
  title      "masscan SYN since November 2023: window 1025 and an mss"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "November 2023 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, masscan, tool-mark
  variant-of masscan-xor-ip-id
  reference "masscan at commit 2be4093: src/templ-pkt.c lines 30-55 and templ-tcp-hdr.c line 1377, commit 4f89257 of 7 November 2023" url "https://github.com/robertdavidgraham/masscan"

  packet probe {
    ip
    tcp
    flags == SYN
    id == (dst ^ dport ^ seq) & 0xffff
    window == 1025
    options == [mss]
    mss == 1460
    not df
    ittl == 255
    payload.len == 0
  }

  # With --ttl the user has another TTL; then two packets are asked for.
  packet other_ttl {
    ip
    tcp
    flags == SYN
    id == (dst ^ dport ^ seq) & 0xffff
    window == 1025
    options == [mss]
    mss == 1460
    not df
    not ittl == 255
    payload.len == 0
  }

  event by src gap 1h having count(probe) >= 1 or count(other_ttl) >= 2

  analysis {
    ports "A source port chosen once, between 40000 and 59999 unless set."
    flags "SYN with mss 1460, 24 bytes of header: TCP options are on by default in this build."
    header """
      The relation of the older versions stands: IP id = (destination ^ destination port ^ sequence number) & 0xffff. The window is 1025. The source's bytes are 04 01 and its comment says 1024, so the number
      looks like a slip, and it dates the build: nothing before 7 November 2023 sends it.
    """
    bottom-line "masscan, a build of November 2023 or later, is going over your addresses. By itself of little weight; watch for the same source's connections to what was open."
  }
  hypothesis "Scan by masscan" {
    verdict malicious
    weight strong
    because "The relation and window 1025 are both the tool's own."
    test "Does the relation hold in the next packet?"
  }
  hypothesis "Survey by a research or security company" {
    verdict benign
    weight moderate
    because "Many of them are built on masscan."
    test "Reverse DNS, a web page on the source address, published ranges."
  }
  false-positive "A tool that copies masscan's template."
  blind-spot "Captures whose addresses were rewritten; runs with options of the user's own."
  trace "five probes built by the source's rule" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 243, id 6212, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.20.22: Flags [S], seq 2675342406, win 1025, options [mss 1460], length 0
    03:00:00.020000 IP (tos 0x0, ttl 243, id 48534, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.23.443: Flags [S], seq 1097127994, win 1025, options [mss 1460], length 0
    03:00:00.040000 IP (tos 0x0, ttl 243, id 42195, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.25.80: Flags [S], seq 3185950874, win 1025, options [mss 1460], length 0
    03:00:00.060000 IP (tos 0x0, ttl 243, id 32824, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.21.8080: Flags [S], seq 1539898301, win 1025, options [mss 1460], length 0
    03:00:00.080000 IP (tos 0x0, ttl 243, id 43928, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.27.443: Flags [S], seq 3415330360, win 1025, options [mss 1460], length 0
  """
  trace "window 1024" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 243, id 6212, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.20.22: Flags [S], seq 2675342406, win 1024, options [mss 1460], length 0
    03:00:00.020000 IP (tos 0x0, ttl 243, id 48534, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.23.443: Flags [S], seq 1097127994, win 1024, options [mss 1460], length 0
  """
  trace "ids without the rule" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 243, id 6101, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.20.22: Flags [S], seq 2675342406, win 1025, options [mss 1460], length 0
    03:00:00.020000 IP (tos 0x0, ttl 243, id 4101, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.44228 > 198.51.100.23.443: Flags [S], seq 1097127994, win 1025, options [mss 1460], length 0
  """
}
