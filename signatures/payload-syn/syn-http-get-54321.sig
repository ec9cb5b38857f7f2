signature syn-http-get-54321 {
  title      "SYN with a web request and IP id 54321: search for middleboxes that answer"
  category   payload-syn
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2021 to present"
  licence    "CC-BY-4.0"
  tags       syn-payload, zmap, censorship, amplification, tool-mark
  reference "ZMap fork with forbidden_scan at commit 03a301b: src/probe_modules/module_forbidden_scan.c" url "https://github.com/snourin/zmap"
  reference "Weaponizing censors at commit 3ef1c0e: scan_all.py" url "https://github.com/breakerspace/weaponizing-censors"
  reference "RFC 9293, section 3.5 (data on a SYN is permitted, and waits for the handshake)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet probe {
    ip
    tcp
    flags == SYN
    dport == 80
    id == 54321
    window == 65535
    options == []
    payload.len >= 16
    not df
    ittl == 255
  }

  event by src gap 1h having count(probe) >= 1

  analysis {
    addresses "One source, one packet for each target."
    ports "To port 80."
    flags "SYN with data. A server keeps them until the handshake is complete, or drops them; a middlebox that reads requests without following connections answers at once."
    direction "The answer to the request, a block page or a row of resets, goes to the source: this is a search for boxes that do so. Forged later, the same packet makes them flood somebody."
    header "'GET / HTTP/1.1' with a Host line for a forbidden name: 37 bytes for example.com, 41 for www.youporn.com. IP id 54321, TTL 255, window 65535, no options. In the capture file the acknowledgment number is set although ACK is not."
    bottom-line "Somebody looks for filters and censors that can be used as amplifiers, with the program of the study of 2021. If something of yours answered, it needs repair."
  }
  hypothesis "Measurement by researchers" {
    verdict benign
    weight moderate
    because "The program comes from a university's study and is used by those who repeat it."
    test "Look the source up: they name themselves."
  }
  hypothesis "Search for reflectors by flooders" {
    verdict malicious
    weight moderate
    because "Reflection by middleboxes has been used in floods since 2022."
    test "Do SYNs with the same request come later from an address that cannot want them?"
  }
  hypothesis "Fast open" {
    verdict benign
    weight weak
    because "A request in a SYN is what TCP fast open does."
    against "Then option 34 is there, and the id is a kernel's."
    test "Look at the options."
  }
  false-positive "Forks of the program that keep the id: the same intent."
  blind-spot "Copies that changed id or port. See syn-data-without-fast-open for the rest."
  trace "three targets, built from the source" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 240, id 54321, offset 0, flags [none], proto TCP (6), length 77)
        192.0.2.10.43115 > 198.51.100.20.80: Flags [S], seq 793595015:793595052, win 65535, length 37: HTTP, length: 37
    03:00:00.300000 IP (tos 0x0, ttl 240, id 54321, offset 0, flags [none], proto TCP (6), length 77)
        192.0.2.10.48252 > 198.51.100.21.80: Flags [S], seq 3026530899:3026530936, win 65535, length 37: HTTP, length: 37
    03:00:00.600000 IP (tos 0x0, ttl 240, id 54321, offset 0, flags [none], proto TCP (6), length 77)
        192.0.2.10.34635 > 198.51.100.22.80: Flags [S], seq 1100292607:1100292644, win 65535, length 37: HTTP, length: 37
  """
  trace "ZMap's SYN without data" observed expect no-match """
    03:39:21.155535 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.50676 > 198.51.100.28.80: Flags [S], seq 2681994481, win 65535, length 0
    03:39:21.156276 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.46008 > 198.51.100.25.80: Flags [S], seq 2970104287, win 65535, length 0
    03:39:21.156954 IP (tos 0x0, ttl 255, id 54321, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.45898 > 198.51.100.26.80: Flags [S], seq 3235443862, win 65535, length 0
  """
}
