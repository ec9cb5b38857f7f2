signature masscan-rewritten-destination {
  title      "masscan SYNs whose IP ids name an address that the capture hides"
  category   scan
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2014 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, masscan, tool-mark, anonymisation
  reference "masscan at commit 2be4093: templ-pkt.c lines 432 and 942" url "https://github.com/robertdavidgraham/masscan"
  reference "StopDDoS packet captures at commit 230dd43: amp.TCP.syn.optionallyACK.optionallysamePort.pcapng and amp.dns.RRSIG.fragmented.pcap" url "https://github.com/StopDDoS/packet-captures"

  packet probe {
    ip
    tcp
    flags == SYN
    id != (dst ^ dport ^ seq) & 0xffff
    window == 1024
    options == []
    not df
    ittl == 255
    payload.len == 0
  }

  # What is left when port and sequence number are taken out of the id: the last two octets of the true destination.
  event by dst, (id ^ dport ^ seq) & 0xffff gap 1h having count(probe) >= 3

  analysis {
    addresses "The destination in the capture is not the one that the packets were sent to: it was rewritten, by NAT or before publication. Many sources may share one event, since all who asked one true address leave the same remainder."
    ports "Any."
    flags "SYN without options."
    header """
      masscan writes (destination ^ destination port ^ sequence number) & 0xffff into the IP id. Take the port and the number out again and the last 16 bits of the true destination remain, the same for everybody who scanned that
      address. This project's own observation: in the capture of 20 June 2021 all 34 such SYNs, from 23 sources, leave 51282 (0xc852), so the address that its owner rewrote to 10.10.10.10 ended in .200.82. In that of 21 September 2021 89 SYNs leave numbers in three blocks, 93.x, 96.x and 97.x.
    """
    bottom-line "masscan probes, seen behind an address translation or in an anonymised capture. The probes are background noise; the remainder gives away half of the hidden address, which whoever publishes captures should know."
  }
  hypothesis "masscan seen behind a translation of destinations" {
    verdict unknown
    weight strong
    because "Three packets of masscan's shape leave the same 16 bits: 32 bits of agreement between them."
    test "Compare the remainder with the public address of the site: do its last two octets agree?"
  }
  hypothesis "Chance" {
    verdict unknown
    weight weak
    because "Windows of 1024 without options are sent by other scanners too."
    against "Their ids leave a different remainder each time."
    test "Compute it for all SYNs of this shape."
  }
  false-positive "A scanner with constant IP id towards one port with one sequence number: look at the numbers."
  blind-spot "Fewer than three probes to one true address."
  blind-spot "The 2023 template, of which no rewritten capture was seen."
  trace "six sources, one remainder, destination rewritten by its owner" observed expect match """
    19:42:57.515718 IP (tos 0x0, ttl 239, id 57028, offset 0, flags [none], proto TCP (6), length 40)
        42.51.60.58.57635 > 10.10.10.10.2376: Flags [S], seq 4022935518, win 1024, length 0
    19:43:11.220837 IP (tos 0x0, ttl 244, id 35259, offset 0, flags [none], proto TCP (6), length 40)
        91.121.144.97.45335 > 10.10.10.10.3199: Flags [S], seq 2269924758, win 1024, length 0
    19:44:05.003359 IP (tos 0x0, ttl 247, id 11516, offset 0, flags [none], proto TCP (6), length 40)
        134.122.48.60.61953 > 10.10.10.10.82: Flags [S], seq 3929138428, win 1024, length 0
    19:44:39.083662 IP (tos 0x0, ttl 247, id 835, offset 0, flags [none], proto TCP (6), length 40)
        45.146.165.209.56737 > 10.10.10.10.2596: Flags [S], seq 3167863093, win 1024, length 0
    19:44:47.071926 IP (tos 0x0, ttl 244, id 8230, offset 0, flags [none], proto TCP (6), length 40)
        91.121.144.97.45335 > 10.10.10.10.3176: Flags [S], seq 1545528348, win 1024, length 0
    19:45:42.548993 IP (tos 0x0, ttl 245, id 35393, offset 0, flags [none], proto TCP (6), length 40)
        104.248.48.77.56520 > 10.10.10.10.81: Flags [S], seq 2138194498, win 1024, length 0
    19:45:52.974219 IP (tos 0x0, ttl 247, id 26884, offset 0, flags [none], proto TCP (6), length 40)
        193.27.228.64.51542 > 10.10.10.10.2297: Flags [S], seq 3003885999, win 1024, length 0
    19:46:20.055702 IP (tos 0x0, ttl 247, id 1398, offset 0, flags [none], proto TCP (6), length 40)
        45.146.165.209.56737 > 10.10.10.10.2546: Flags [S], seq 173720790, win 1024, length 0
  """
  trace "a scanner of the same shape with random ids" synthetic expect no-match """
    19:42:57.515718 IP (tos 0x0, ttl 239, id 577, offset 0, flags [none], proto TCP (6), length 40)
        42.51.60.58.57635 > 10.10.10.10.2376: Flags [S], seq 4022935518, win 1024, length 0
    19:43:11.220837 IP (tos 0x0, ttl 244, id 377, offset 0, flags [none], proto TCP (6), length 40)
        91.121.144.97.45335 > 10.10.10.10.3199: Flags [S], seq 2269924758, win 1024, length 0
    19:44:05.003359 IP (tos 0x0, ttl 247, id 177, offset 0, flags [none], proto TCP (6), length 40)
        134.122.48.60.61953 > 10.10.10.10.82: Flags [S], seq 3929138428, win 1024, length 0
  """
}
