signature yunshu-syn-flood {
  title      "yunshu's SYN flooder: IP id 256 with DF, window 512, sequence numbers below 90002345"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2006 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, syn-flood, spoofing, stress-test
  reference "yunshu, synflood.c 1.3 (2006-2011) in soarpenguin/code-sample-c at commit 0a11a09" url "https://github.com/soarpenguin/code-sample-c/blob/0a11a092abeab058cf4d9ff9f3ee863ae5c279ab/synflood.c"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"

  packet syn {
    tcp
    flags == SYN
    id == 256
    df
    window == 512
    options == []
    ittl == 255
    1234 <= sport <= 10233
    2345 <= seq <= 90002344
  }

  event by dst, dport gap 5s having count(syn) >= 4 and distinct(syn.src) >= 4

  analysis {
    addresses """
      One target. The source is forged, anew for each packet: four octets from 1 to 250, so impossible networks are among them and no octet is 0 or
      above 250.
    """
    ports "Source port 1234 to 10233. The target's port is the one that the program was told."
    flags "SYN alone, acknowledgment number 0."
    time "As fast as the sender can, or in bursts with a pause between, as the user asks."
    header """
      Read in the source: 40 bytes, TTL 255 at the sender, window 512, no options, IP id 1 stored without conversion = 256 on the wire, and a fragment
      field of 0x40 that is DF for the same reason, so both hold for little-endian senders. The sequence number is a random number below 90000000 plus
      2345 in network order: its upper byte is at most 5, where a TCP's is anything. This project's own observation: source, port and number come from
      rand() seeded with the second in which the program was started, six calls to a packet in a fixed order, so here too the first packets tell the
      second of the start; the order within the address is the compiler's choice.
    """
    bottom-line """
      This host is being flooded with a program that circulates as a load tester. The sources are forged; id 256 with DF and window 512 stop it in one
      rule.
    """
  }

  hypothesis "yunshu's flooder" {
    verdict malicious
    weight strong
    because "Id, DF, window and two ranges agree with the program in every packet."
    test "Is any octet of any source 0 or above 250?"
  }
  hypothesis "A load test" {
    verdict benign
    weight moderate
    because "Its author calls it a testing tool for load balancers, and it is used as one."
    test "Is there a test in the plan for that hour?"
  }

  false-positive "Your own load test with it."
  blind-spot "Its versions for SYN ACK and FIN ACK floods; big-endian senders."

  trace "five packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        17.5.13.40.1234 > 198.51.100.9.80: Flags [S], seq 49982032, win 512, length 0
    12:00:00.000050 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        46.76.70.41.9153 > 198.51.100.9.80: Flags [S], seq 9961719, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        75.147.127.42.8072 > 198.51.100.9.80: Flags [S], seq 59941406, win 512, length 0
    12:00:00.000150 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        104.218.184.43.6991 > 198.51.100.9.80: Flags [S], seq 19921093, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        133.49.241.44.5910 > 198.51.100.9.80: Flags [S], seq 69900780, win 512, length 0
  """
  trace "sequence numbers of all sizes" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        17.5.13.40.1234 > 198.51.100.9.80: Flags [S], seq 1311912305, win 512, length 0
    12:00:00.000050 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        46.76.70.41.9153 > 198.51.100.9.80: Flags [S], seq 1400801192, win 512, length 0
    12:00:00.000100 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        75.147.127.42.8072 > 198.51.100.9.80: Flags [S], seq 1489690079, win 512, length 0
    12:00:00.000150 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        104.218.184.43.6991 > 198.51.100.9.80: Flags [S], seq 1578578966, win 512, length 0
    12:00:00.000200 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        133.49.241.44.5910 > 198.51.100.9.80: Flags [S], seq 1667467853, win 512, length 0
  """
  trace "another window" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        17.5.13.40.1234 > 198.51.100.9.80: Flags [S], seq 49982032, win 5840, length 0
    12:00:00.000050 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        46.76.70.41.9153 > 198.51.100.9.80: Flags [S], seq 9961719, win 5840, length 0
    12:00:00.000100 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        75.147.127.42.8072 > 198.51.100.9.80: Flags [S], seq 59941406, win 5840, length 0
    12:00:00.000150 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        104.218.184.43.6991 > 198.51.100.9.80: Flags [S], seq 19921093, win 5840, length 0
    12:00:00.000200 IP (tos 0x0, ttl 243, id 256, offset 0, flags [DF], proto TCP (6), length 40)
        133.49.241.44.5910 > 198.51.100.9.80: Flags [S], seq 69900780, win 5840, length 0
  """
}
