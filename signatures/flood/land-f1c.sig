signature land-f1c {
  title      "LAND by land.c: a SYN to itself, with 0xF1C as IP id and sequence number"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, land, spoofing, tool-constant
  reference "land by m3lt, land.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/land.c"
  reference "targa2 by Mixter (land among eleven attacks, fifteen copies, port 113), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 527 (same source and destination)" url "https://github.com/eldondev/Snort"

  packet syn {
    tcp
    src == dst
    sport == dport
    flags == SYN
    id == 3868
    seq == 3868
    window == 2048
  }

  event by dst gap 60s

  analysis {
    addresses """
      Source and destination are the target's own address. Routers with ingress filters drop it, so on an outside wire it proves that they are missing
      somewhere.
    """
    ports "Source port = destination port, one that is open at the target. targa2 takes 113."
    flags "SYN alone. A vulnerable host answers itself, and the answer again, until it stops."
    time "One packet is the attack. targa2 sends fifteen."
    header "Read in the source: IP id 3868, sequence number 3868, both 0xF1C, window 2048, TTL 255 at the sender, no options. The program fills nothing else."
    bottom-line """
      Somebody attacks this host with land.c, harmless to anything later than 1997. The packet comes from outside although its source is inside: that
      is the finding that matters today.
    """
  }

  hypothesis "land.c" {
    verdict malicious
    weight strong
    because "Source = destination for address and port, and 48 bits of the program's own constants."
    test "On which interface, with which TTL and hardware address did it come? A TTL below 255 has passed routers."
  }
  hypothesis "A vulnerability scan of your own" {
    verdict benign
    weight weak
    because "Scanners still send land packets, some with the constants of the original."
    test "Is there a scan in the plan for that hour?"
  }

  false-positive "None natural is known with the constants. Packets with equal ends and other constants come from loopback leaks and translation faults."
  blind-spot "latierra, and land with other constants: equal ends alone are another signature."

  trace "targa2 against port 113" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 247, id 3868, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.9.113 > 198.51.100.9.113: Flags [S], seq 3868, win 2048, length 0
    12:00:00.000020 IP (tos 0x0, ttl 247, id 3868, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.9.113 > 198.51.100.9.113: Flags [S], seq 3868, win 2048, length 0
  """
  trace "equal ends, a kernel's numbers" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 247, id 3868, offset 0, flags [none], proto TCP (6), length 40)
        198.51.100.9.113 > 198.51.100.9.113: Flags [S], seq 2210438868, win 2048, length 0
  """
}
