signature icmpenum-id-666 {
  title      "icmpenum: echo requests with id 666, twice"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000-2005"
  licence    "CC-BY-4.0"
  tags       scan, ping, icmp, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 471 (icmpenum: no data, ICMP id 666, sequence 0, IP id 666)" url "https://github.com/eldondev/Snort"

  packet echo { icmp; icmp.type == 8; icmp.id == 666; icmp.seq == 0; id == 666; payload.len == 0 }

  event by src gap 5m having count(echo) >= 1

  analysis {
    addresses "One source over a range of addresses."
    flags "Echo request without data."
    header "666 in the IP id and again in the ICMP identifier, sequence number 0: two numbers of 16 bits that the author liked."
    bottom-line "icmpenum, of the turn of the century, counts your living hosts. Harmless beyond what it tells."
  }
  hypothesis "Host enumeration by icmpenum" {
    verdict malicious
    weight strong
    because "Both ids are 666 and there is no data, as Snort's rule has it."
    test "Are other addresses asked in the same second?"
  }
  hypothesis "Chance" {
    verdict benign
    weight weak
    because "An ordinary ping may have either number."
    against "Both at once, and no data, is once in four thousand million."
    test "Look at a second packet."
  }
  false-positive "A ping without data whose process id is 666 and whose host's id counter stands at 666: one in 2^32."
  blind-spot "Echo requests with data, or with an id set by the user, should the program allow it."
  trace "three hosts" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 249, id 666, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 666, seq 0, length 8
    03:00:00.100000 IP (tos 0x0, ttl 249, id 666, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 666, seq 0, length 8
    03:00:00.200000 IP (tos 0x0, ttl 249, id 666, offset 0, flags [none], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 666, seq 0, length 8
  """
  trace "IP ids that count" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 249, id 7001, offset 0, flags [DF], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.20: ICMP echo request, id 666, seq 0, length 8
    03:00:00.100000 IP (tos 0x0, ttl 249, id 7001, offset 0, flags [DF], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.21: ICMP echo request, id 666, seq 0, length 8
    03:00:00.200000 IP (tos 0x0, ttl 249, id 7001, offset 0, flags [DF], proto ICMP (1), length 28)
        192.0.2.10 > 198.51.100.22: ICMP echo request, id 666, seq 0, length 8
  """
}
