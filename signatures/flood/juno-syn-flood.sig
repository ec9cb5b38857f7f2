signature juno-syn-flood {
  title      "juno SYN flood, dressed as Windows"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "about 2000 to present"
  licence    "CC-BY-4.0"
  tags       syn-flood, denial-of-service, spoofing, juno
  reference "juno, DDOS Scripts/L4/TCP/juno.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"

  packet syn {
    tcp
    flags == SYN
    id == 766
    sport in {1024, 3072}
    window == 8192
    options == [mss, nop, nop, sackok]
    mss == 1460
    df
    seq & 0x80 == 0
    src & 0x80 == 0
  }

  event by dst, dport gap 60s having count(syn) >= 3

  analysis {
    addresses "One target. The source is forged anew for each packet; its last octet never exceeds 127."
    ports "Source port 1024 or 3072 and no other: the program adds 1024 to bit 11 of a random number. The target's port is the one that it was told."
    flags "SYN alone. The acknowledgment number is random and not 0, though ACK is clear; text traces do not show it, so it is no condition here."
    time "As fast as the sender can, unless it was built with a delay."
    header """
      Read in the source: 48 bytes, mss 1460, nop, nop, sackOK, window 8192, TTL 128 at the sender and DF, as Windows 98 and NT send. What gives it
      away was worked out here from the code. The IP id is meant to be random and is constant: 1 + 255 * (r | 255) for a byte r is always 65026, and
      stored without conversion it reads 766 on the wire. Source address, sequence and acknowledgment number come from a generator of 31 bits, again
      unconverted, so the last byte of each is below 128. This project's own observation: the header structure has the right layout on 32-bit machines
      only, and the constant for DF is in the byte order of little-endian ones; so it works there and nowhere else, and the low bytes hold for every
      juno of this form.
    """
    bottom-line """
      This host is being flooded by juno. Each packet looks like a Windows client's SYN; the IP id 766 and the two source ports tell it apart. The
      source addresses are forged.
    """
  }

  hypothesis "juno" {
    verdict malicious
    weight strong
    because "IP id 766 in all packets, only two source ports, and two low bytes that stay below 128: none of it comes from a kernel."
    test "Look at the acknowledgment number in a capture: random and not 0."
  }
  hypothesis "Old Windows clients" {
    verdict benign
    weight weak
    because "Window 8192 and these options are theirs."
    against "Their IP id moves, their ports count up from 1025, their acknowledgment number is 0."
    test "Compare two packets of one source."
  }

  false-positive "Windows clients of 1998 have these options; three of them with id 766 and one of two source ports are not to be expected."
  blind-spot "Builds without random source ports, or with another id. The form that imitates Linux is juno-linux-syn-flood."

  trace "four packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.17.1024 > 198.51.100.9.80: Flags [S], seq 1311912305, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000020 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.99.3072 > 198.51.100.9.80: Flags [S], seq 3490118490, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000040 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.101.3072 > 198.51.100.9.80: Flags [S], seq 219488848, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000060 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.6.1024 > 198.51.100.9.80: Flags [S], seq 2707751946, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "ids that count, as those of Windows clients" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 1022, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.17.1024 > 198.51.100.9.80: Flags [S], seq 1311912305, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000020 IP (tos 0x0, ttl 115, id 1278, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.99.3072 > 198.51.100.9.80: Flags [S], seq 3490118490, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000040 IP (tos 0x0, ttl 115, id 1534, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.101.3072 > 198.51.100.9.80: Flags [S], seq 219488848, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000060 IP (tos 0x0, ttl 115, id 1790, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.6.1024 > 198.51.100.9.80: Flags [S], seq 2707751946, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "ports that count" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.17.1025 > 198.51.100.9.80: Flags [S], seq 1311912305, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000020 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.99.1026 > 198.51.100.9.80: Flags [S], seq 3490118490, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000040 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.101.1027 > 198.51.100.9.80: Flags [S], seq 219488848, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000060 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.6.1028 > 198.51.100.9.80: Flags [S], seq 2707751946, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "last octets above 127" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.145.1024 > 198.51.100.9.80: Flags [S], seq 1311912305, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000020 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.227.3072 > 198.51.100.9.80: Flags [S], seq 3490118490, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000040 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.229.3072 > 198.51.100.9.80: Flags [S], seq 219488848, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000060 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.134.1024 > 198.51.100.9.80: Flags [S], seq 2707751946, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "numbers whose last byte is above 127" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.17.1024 > 198.51.100.9.80: Flags [S], seq 1311912433, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000020 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.99.3072 > 198.51.100.9.80: Flags [S], seq 3490118618, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000040 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.101.3072 > 198.51.100.9.80: Flags [S], seq 219488976, win 8192, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.000060 IP (tos 0x0, ttl 115, id 766, offset 0, flags [DF], proto TCP (6), length 48)
        203.0.113.6.1024 > 198.51.100.9.80: Flags [S], seq 2707752074, win 8192, options [mss 1460,nop,nop,sackOK], length 0
  """
}
