signature syn-flood-isn-674711609 {
  title      "SYN flood with initial sequence number 674711609 (0x28374839: shaft and older tools)"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1996 to present"
  licence    "CC-BY-4.0"
  tags       syn-flood, denial-of-service, shaft, tool-constant
  reference "S. Dietrich, N. Long, D. Dittrich, Analyzing Distributed Denial Of Service Tools: The Shaft Case, USENIX LISA 2000" url "https://www.usenix.org/legacy/publications/library/proceedings/lisa2000/full_papers/dietrich/dietrich_html/index.html"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 241 (SYN with sequence number 674711609, named shaft), doc/signatures/241.txt" url "https://github.com/eldondev/Snort"
  reference "Snort 3, src/codecs/ip/cd_tcp.cc at commit 14aeb09f5 (the number is still built in)" url "https://github.com/snort3/snort3"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (the answers to such SYNs)" url "https://taosecurity.com/intv2-8.html"

  packet syn { tcp; flags & (SYN|ACK|RST|FIN) == SYN; seq == 674711609 }

  event by dst gap 60s having count(syn) >= 2

  analysis {
    addresses "One event per target. The sources are forged, as far as this family goes: one address that the user names, or a new one for each packet."
    ports "Any. The tool takes them from its user or draws them."
    flags "SYN alone. Nothing follows it."
    direction "Inbound at the target. What it answers goes to the forged addresses and is another signature there: backscatter-ack-674711610."
    time "From a few a second to what the line carries. A rate is not required: two SYNs with this number are beyond chance."
    header """
      Initial sequence number 0x28374839 in every packet: documented for shaft by the LISA paper and by Snort, which both take it for shaft's mark. It
      is older than shaft. Source files that this project read and that give the number date from 1996 on; where they were published is not known to
      us, so their other fields are told here without a source to follow and are no condition: TTL 30 with window 65535 or 2048 and no options, or
      window 2048 with mss 1460, nop, nop, sackOK in a Windows program.
    """
    bottom-line """
      This host is being flooded by a tool of one old family of code. The number tells the family; that the tool is shaft, it does not tell. The
      source addresses are worthless.
    """
  }

  hypothesis "SYN flood by a tool of this family" {
    verdict malicious
    weight strong
    because "A TCP draws a new number for each connection; one 32-bit constant over several SYNs is a constant in a program."
    test "Do the sources answer when asked? Do TTL, window and options fit one of the variants above?"
  }
  hypothesis "The sender is a shaft agent" {
    verdict malicious
    weight moderate
    because "Shaft uses the number, and was described with it."
    against "So do programs that are three years older."
    test "Look for shaft's control channels around the senders: TCP 20432, UDP 18753 and 20433 (LISA paper)."
  }
  hypothesis "A test of a rule" {
    verdict benign
    weight weak
    because "The number stands in Snort's rules and manuals, and people send it to see whether the rule fires."
    test "Is there an exercise? A few packets from one real address are no flood."
  }

  false-positive "A test of intrusion detection that uses the documented number."
  blind-spot "A single packet."
  blind-spot "Builds with another number: it is one line of the source."

  trace "three forged sources" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 21, id 20332, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.17.1055 > 198.51.100.9.23: Flags [S], seq 674711609, win 65535, length 0
    12:00:00.000300 IP (tos 0x0, ttl 21, id 51172, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.88.1055 > 198.51.100.9.24: Flags [S], seq 674711609, win 65535, length 0
    12:00:00.000600 IP (tos 0x0, ttl 21, id 7704, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.201.1055 > 198.51.100.9.25: Flags [S], seq 674711609, win 65535, length 0
  """
  trace "the answers' number instead" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 21, id 20332, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.17.1055 > 198.51.100.9.23: Flags [S], seq 674711610, win 65535, length 0
    12:00:00.000300 IP (tos 0x0, ttl 21, id 51172, offset 0, flags [none], proto TCP (6), length 40)
        203.0.113.88.1055 > 198.51.100.9.24: Flags [S], seq 674711610, win 65535, length 0
  """
}
