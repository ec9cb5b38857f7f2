signature naptha-syn {
  title      "NAPTHA: SYN with IP id 413 and sequence number 6060842"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000-2001"
  licence    "CC-BY-4.0"
  tags       denial-of-service, state-exhaustion, naptha, tool-constant
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 275 (DOS NAPTHA: SYN, id 413, seq 6060842) and doc/signatures/275.txt" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip/cd_tcp.cc at commit 14aeb09f5 (naptha_seq, naptha_id)" url "https://github.com/snort3/snort3"

  packet syn { tcp; flags == SYN; id == 413; seq == 6060842 }

  event by dst gap 60s

  analysis {
    addresses """
      One event per target. The method needs the target's answers, so the sender, or a helper of his on the same wire, can see what goes to the source
      addresses.
    """
    flags "SYN alone, without the ECN bits; the rule asks for the same."
    direction "Inbound. Other than in a SYN flood the handshake is meant to be finished and the connection then left in whatever state costs the target most."
    time "Many connections over a time; a single packet is enough to name the tool."
    header """
      IP id 413 (0x019d) and sequence number 6060842 (0x005c7b2a), documented in Snort's rule and built into Snort 3. The tool's source was not read,
      so what the other fields hold is not told here.
    """
    bottom-line "A tool that eats up connection state is at work against this host: two constants of 16 and 32 bits name it."
  }

  hypothesis "NAPTHA" {
    verdict malicious
    weight strong
    because "48 bits of constant in one packet."
    test "Count the target's connections by state: do those in ESTABLISHED or FIN_WAIT_1 without traffic pile up?"
  }
  hypothesis "A test of the rule" {
    verdict benign
    weight weak
    because "The numbers are public, and the tool was never widespread."
    test "Is there an exercise? Does the connection go on after the SYN?"
  }

  false-positive "One SYN in 2^48 agrees in both constants; a test of the rule agrees by design."
  blind-spot "Any other implementation of the method."

  trace "two SYNs" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 413, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.14.2001 > 198.51.100.9.80: Flags [S], seq 6060842, win 512, length 0
    12:00:00.010000 IP (tos 0x0, ttl 244, id 413, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.15.2002 > 198.51.100.9.80: Flags [S], seq 6060842, win 512, length 0
  """
  trace "id and number one off" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 244, id 414, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.14.2001 > 198.51.100.9.80: Flags [S], seq 6060842, win 512, length 0
    12:00:00.010000 IP (tos 0x0, ttl 244, id 413, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.15.2002 > 198.51.100.9.80: Flags [S], seq 6060843, win 512, length 0
  """
}
