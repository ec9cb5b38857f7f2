signature p0f-sendsyn {
  title      "p0f-sendsyn: window 1337 and mss 1331"
  category   fingerprinting
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       fingerprinting, p0f, tool-mark
  reference "p0f at commit 4abbd20: p0f.fp, the block for p0f-sendsyn" url "https://github.com/p0f/p0f"

  packet probe { tcp; flags == SYN; window == 1337; mss == 1331; payload.len == 0 }

  event by src gap 5m having count(probe) >= 1

  analysis {
    ports "To one open port, chosen by the user."
    flags "SYN. Up to eight in a row, each with another layout of options: mss and then window scale 5, sackOK and time stamp in all combinations, a nop, and padding to 24 bytes."
    direction "The SYN ACK is what is wanted: another program listens and names the answering system from it."
    header "Window 1337 and mss 1331 with TTL 192 at the sender: chosen to be recognised. The answers to the eight layouts differ by system."
    bottom-line "Somebody asks your host for SYN ACKs in order to fingerprint it, with the helper of p0f, which makes no secret of itself. A curious person, mostly."
  }
  hypothesis "Fingerprinting with p0f's helper" {
    verdict unknown
    weight strong
    because "Both numbers stand in p0f's own list as this program's."
    test "Is TTL 192 less the distance plausible? Do the eight option layouts follow each other?"
  }
  hypothesis "A packet by hand with the same jokes" {
    verdict unknown
    weight weak
    because "1337 is a popular number."
    against "1331 as mss beside it is not."
    test "Look at the options: do they end in padding, 24 bytes in all?"
  }
  false-positive "A stack would have to choose 1337 as its first window and 1331 as its segment size; none is known that chooses either."
  blind-spot "p0f itself only listens and sends nothing."
  trace "three of the eight layouts, built from p0f's list" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 181, id 8667, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.1140 > 198.51.100.20.80: Flags [S], seq 4176156858, win 1337, options [mss 1331,nop,eol], length 0
    03:00:00.100000 IP (tos 0x0, ttl 181, id 57109, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.1372 > 198.51.100.20.80: Flags [S], seq 899608316, win 1337, options [mss 1331,sackOK,nop,eol], length 0
    03:00:00.200000 IP (tos 0x0, ttl 181, id 50699, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.15145 > 198.51.100.20.80: Flags [S], seq 4123714496, win 1337, options [mss 1331,wscale 5,nop,eol], length 0
  """
  trace "window 64240" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 181, id 8667, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.1140 > 198.51.100.20.80: Flags [S], seq 4176156858, win 64240, options [mss 1331,nop,eol], length 0
    03:00:00.100000 IP (tos 0x0, ttl 181, id 57109, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.1372 > 198.51.100.20.80: Flags [S], seq 899608316, win 64240, options [mss 1331,sackOK,nop,eol], length 0
    03:00:00.200000 IP (tos 0x0, ttl 181, id 50699, offset 0, flags [none], proto TCP (6), length 64)
        192.0.2.10.15145 > 198.51.100.20.80: Flags [S], seq 4123714496, win 64240, options [mss 1331,wscale 5,nop,eol], length 0
  """
}
