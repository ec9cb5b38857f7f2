signature cybercop-os-probes {
  title      "CyberCop Scanner: reserved bits, odd flags and a payload of letters"
  category   fingerprinting
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997-2003"
  licence    "CC-BY-4.0"
  tags       fingerprinting, tcp, cybercop, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: rules/scan.rules, sid 619, 626 and 627" url "https://github.com/eldondev/Snort"
  reference "RFC 3168, section 6.1.1 (the two bits became ECE and CWR in 2001)" url "https://www.rfc-editor.org/rfc/rfc3168#section-6.1.1"

  packet first { tcp; flags & 0xff == SYN|FIN|ECE|CWR; payload.len == 0 }
  packet second { tcp; flags & 0xff == PSH|ACK|ECE|CWR; payload.len >= 16 }
  packet third { tcp; flags & 0xff == SYN|FIN|URG|ECE|CWR; payload.len >= 1 }

  event by src, dst gap 60s
    having count(first) >= 1 and count(second) >= 1
      or count(first) >= 1 and count(third) >= 1
      or count(second) >= 1 and count(third) >= 1

  analysis {
    ports "Port 80 and other open ports."
    flags "SYN FIN, PSH ACK, SYN FIN URG, each with the two bits lit that nobody used then."
    header "The second and third carry letters A, sixteen or more."
    bottom-line "A commercial scanner of the 1990s takes the fingerprint of this host. Today it is a replay, or another tester with the same ideas."
  }
  hypothesis "OS fingerprinting by CyberCop Scanner" {
    verdict malicious
    weight strong
    because "Two of the three combinations that Snort's rules give to it came from one source."
    test "Are the payloads nothing but A?"
  }
  hypothesis "A test of ECN handling" {
    verdict benign
    weight weak
    because "ECE and CWR are legal today."
    against "SYN with FIN is not."
    test "Do ordinary connections come from the source as well?"
  }
  false-positive "A fuzzer that draws flags at random and sends thousands."
  blind-spot "One probe alone."
  trace "the three probes, built from the rules" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 240, id 39059, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.4321 > 198.51.100.20.80: Flags [FSEW], seq 2911705419, win 4660, length 0
    03:00:00.010000 IP (tos 0x0, ttl 240, id 46379, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.4322 > 198.51.100.20.80: Flags [P.EW], seq 1451255994:1451256010, ack 0, win 4660, length 16: HTTP
    03:00:00.020000 IP (tos 0x0, ttl 240, id 4327, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.4323 > 198.51.100.20.80: Flags [FSUEW], seq 1331259176:1331259192, win 4660, urg 0, length 16: HTTP
  """
  trace "PSH ACK with ECN bits alone: a session" synthetic expect no-match """
    03:00:00.010000 IP (tos 0x0, ttl 240, id 46379, offset 0, flags [none], proto TCP (6), length 56)
        192.0.2.10.4322 > 198.51.100.20.80: Flags [P.EW], seq 1451255994:1451256010, ack 0, win 4660, length 16: HTTP
  """
}
