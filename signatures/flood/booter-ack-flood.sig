signature booter-ack-flood {
  title      "Booter ACK flood: one acknowledgment number and window for all sources, sequence numbers with a zero lower half"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       denial-of-service, ack-flood, booter, spoofing
  reference "ack, DDOS Scripts/L4/TCP/ack.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.DOMINATE.syn.ecn.cwr.pcapng (measured here)" url "https://github.com/StopDDoS/packet-captures"

  packet stray {
    tcp
    flags == ACK
    seq & 0xffff == 0
    options == []
    payload.len == 0
    ittl == 255
    not df
  }

  event by dst, ack, window gap 5s having count(stray) >= 5 and distinct(stray.src) >= 5

  analysis {
    addresses "One target. The source is forged, anew for each packet."
    ports "One destination port. Source port random; equal to 5678 in the first packet."
    flags "ACK alone, outside any connection. The target answers each with a reset, to the forged source."
    time "Threads without a pause, unless a rate is asked for."
    header """
      Read in the source: acknowledgment number and window are drawn once per thread and stay; the sequence number is 16 random bits in the upper
      half, the lower half zero on a little-endian sender; TTL 255 at the sender, 40 bytes, no options. So the pair of acknowledgment number and
      window, 48 bits, names a thread behind all its forged sources: the number of different pairs is the number of threads (per sender). That reading
      is this project's own. The generator is that of dominate-syn-ecn-flood, seeded with the second of the start.
    """
    bottom-line """
      This host is being flooded with ACKs of no connection by a booter's script. All packets with the same acknowledgment number come from one thread
      of one sender.
    """
  }

  hypothesis "A booter's ACK script" {
    verdict malicious
    weight strong
    because "Different hosts cannot acknowledge the same byte with the same window."
    test "How many different pairs of acknowledgment number and window are there?"
  }
  hypothesis "Late ACKs after a failover" {
    verdict benign
    weight weak
    because "ACKs without a connection come from the clients of a host that was replaced."
    against "Each of those has its own numbers."
    test "Compare two sources."
  }

  false-positive "Five hosts that acknowledge the same byte with the same window: a broken translator in front of one client would be needed."
  blind-spot "Big-endian senders; scripts that draw the acknowledgment number anew."

  trace "six packets of one thread" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.80: Flags [.], seq 275316736, ack 1562487027, win 40123, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.80: Flags [.], seq 794296320, ack 1562487027, win 40123, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.80: Flags [.], seq 1313275904, ack 1562487027, win 40123, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.80: Flags [.], seq 1832255488, ack 1562487027, win 40123, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.80: Flags [.], seq 2351235072, ack 1562487027, win 40123, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.80: Flags [.], seq 2870214656, ack 1562487027, win 40123, length 0
  """
  trace "each source has its own acknowledgment number" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.80: Flags [.], seq 275316736, ack 1562487027, win 40123, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.80: Flags [.], seq 794296320, ack 1562577028, win 40123, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.80: Flags [.], seq 1313275904, ack 1562667029, win 40123, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.80: Flags [.], seq 1832255488, ack 1562757030, win 40123, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.80: Flags [.], seq 2351235072, ack 1562847031, win 40123, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.80: Flags [.], seq 2870214656, ack 1562937032, win 40123, length 0
  """
  trace "each source has its own window" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 242, id 77, offset 0, flags [none], proto TCP (6), length 40)
        17.5.13.41.9 > 198.51.100.9.80: Flags [.], seq 275316736, ack 1562487027, win 40123, length 0
    12:00:00.000050 IP (tos 0x0, ttl 242, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        75.76.70.48.11012 > 198.51.100.9.80: Flags [.], seq 794296320, ack 1562487027, win 40140, length 0
    12:00:00.000100 IP (tos 0x0, ttl 242, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        133.147.127.55.22015 > 198.51.100.9.80: Flags [.], seq 1313275904, ack 1562487027, win 40157, length 0
    12:00:00.000150 IP (tos 0x0, ttl 242, id 12374, offset 0, flags [none], proto TCP (6), length 40)
        191.218.184.62.33018 > 198.51.100.9.80: Flags [.], seq 1832255488, ack 1562487027, win 40174, length 0
    12:00:00.000200 IP (tos 0x0, ttl 242, id 16473, offset 0, flags [none], proto TCP (6), length 40)
        49.49.241.69.44021 > 198.51.100.9.80: Flags [.], seq 2351235072, ack 1562487027, win 40191, length 0
    12:00:00.000250 IP (tos 0x0, ttl 242, id 20572, offset 0, flags [none], proto TCP (6), length 40)
        107.120.58.76.55024 > 198.51.100.9.80: Flags [.], seq 2870214656, ack 1562487027, win 40208, length 0
  """
}
