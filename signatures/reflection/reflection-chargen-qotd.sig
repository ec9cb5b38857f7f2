signature reflection-chargen-qotd {
  title      "Amplification by chargen and quote-of-the-day"
  category   reflection
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1996, and again 2013 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, chargen, qotd, denial-of-service
  reference "US-CERT alert TA14-017A, UDP-based amplification attacks (copy), (documented: factors 358.8 for chargen and 140.3 for QOTD)" url "https://b3tik.blogspot.com/2014/05/ta14-017a-udp-based-amplification.html"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, CHARGEN Amplification/chargen.c (source: requests of one byte, 29 bytes in all, TTL 255)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 864, Character Generator Protocol" url "https://www.rfc-editor.org/rfc/rfc864"
  reference "RFC 865, Quote of the Day Protocol" url "https://www.rfc-editor.org/rfc/rfc865"

  packet answer { udp; sport in {17, 19}; dport not in {17, 19}; payload.len > 0 }
  packet request { from responder; solicits; udp; dport in {17, 19} }
  # Ports that reflect nothing: a flood with random source ports has more of them.
  packet neighbour { udp; sport >= 20; sport <= 52 }

  event by dst gap 30s
    having count(answer, 30s) >= 10
      and distinct(answer.src) >= 3
      and count(request) == 0
      and count(answer) > count(neighbour)

  analysis {
    addresses "The destination is the target; the senders are printers and forgotten servers that still run these services: the reflectors."
    ports "From UDP 19 (chargen) or 17 (quote of the day)."
    direction "Answers; the destination asked none of them."
    header "From 19 lines of printable characters, each shifted by one against the last. The request was one byte."
    bottom-line """
      The destination is under attack by reflection through services that nobody needs. Drop UDP from ports 17 and 19 upstream; tell the senders'
      owners to switch the services off.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "Nothing asks these services today; ten answers of three hosts within half a minute were asked for in the destination's name."
    test "Are the ports of the destination such as an attacker would choose (80, a game's port)?"
  }
  hypothesis "Answers to a survey from here" {
    verdict unknown
    weight weak
    because "Surveyors ask for these services."
    against "Their requests would be in the capture."
    test "Look for outgoing UDP to 17 or 19 on other paths."
  }

  false-positive "A test of these services in a laboratory, captured in one direction."
  blind-spot "One or two reflectors, and the old loop between chargen and echo (another signature's matter)."

  trace "three printers" synthetic expect match """
    10:00:00.01 192.0.2.1.19 > 198.51.100.80.80: udp 74
    10:00:00.02 192.0.2.2.19 > 198.51.100.80.80: udp 512
    10:00:00.03 192.0.2.3.19 > 198.51.100.80.80: udp 74
    10:00:00.04 192.0.2.1.19 > 198.51.100.80.80: udp 74
    10:00:00.05 192.0.2.2.19 > 198.51.100.80.80: udp 512
    10:00:00.06 192.0.2.3.19 > 198.51.100.80.80: udp 74
    10:00:00.07 192.0.2.1.19 > 198.51.100.80.80: udp 74
    10:00:00.08 192.0.2.2.19 > 198.51.100.80.80: udp 512
    10:00:00.09 192.0.2.3.19 > 198.51.100.80.80: udp 74
    10:00:00.10 192.0.2.1.19 > 198.51.100.80.80: udp 74
  """
  trace "the destination asked" synthetic expect no-match """
    10:00:00.00 198.51.100.80.40000 > 192.0.2.1.19: udp 1
    10:00:00.01 192.0.2.1.19 > 198.51.100.80.40000: udp 74
    10:00:00.02 192.0.2.2.19 > 198.51.100.80.40000: udp 512
    10:00:00.03 192.0.2.3.19 > 198.51.100.80.40000: udp 74
    10:00:00.04 192.0.2.1.19 > 198.51.100.80.40000: udp 74
    10:00:00.05 192.0.2.2.19 > 198.51.100.80.40000: udp 512
    10:00:00.06 192.0.2.3.19 > 198.51.100.80.40000: udp 74
    10:00:00.07 192.0.2.1.19 > 198.51.100.80.40000: udp 74
    10:00:00.08 192.0.2.2.19 > 198.51.100.80.40000: udp 512
    10:00:00.09 192.0.2.3.19 > 198.51.100.80.40000: udp 74
    10:00:00.10 192.0.2.1.19 > 198.51.100.80.40000: udp 74
  """
}
