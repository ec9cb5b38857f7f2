signature masscan-udp-probes {
  title      "masscan UDP probes: twelve bytes to echo, quote and chargen"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2014 to present"
  licence    "CC-BY-4.0"
  tags       scan, udp, masscan, tool-mark
  reference "masscan at commit 2be4093: templ-payloads.c lines 61-311, templ-pkt.c lines 58-150" url "https://github.com/robertdavidgraham/masscan"
  reference "RFC 864, Character Generator Protocol (a service that answers anything)" url "https://www.rfc-editor.org/rfc/rfc864"

  packet marked { udp; payload == "masscan-test" }
  packet shaped { udp; dport in {7, 17, 19}; payload.len == 12; not df; ittl == 255; sport > 1023 }

  event by src gap 1h having count(marked) >= 1 or count(shaped) >= 2

  analysis {
    ports "Echo (7), quote of the day (17), chargen (19), from the one source port of the run; other UDP ports get requests of their services, which are not the tool's own."
    flags "UDP has none."
    direction "These services answer whatever comes; nobody runs them for use. They serve as amplifiers."
    header "Twelve bytes, the text 'masscan-test'. TTL 255 at the sender, no DF. Where the payload is not shown, length, ports and TTL must do, and then two packets are asked for."
    bottom-line "Somebody looks with masscan for old UDP services that reflect traffic. If one of them answered, turn it off: it will be used in floods."
  }
  hypothesis "Search for amplifiers or a survey of them" {
    verdict malicious
    weight strong
    because "The payload names the tool; the ports have no other use today."
    test "Does forged traffic to these ports follow within days?"
  }
  hypothesis "Survey by those who warn owners" {
    verdict benign
    weight moderate
    because "Organisations scan for open amplifiers in order to report them."
    test "Look the source up: they name themselves."
  }
  false-positive "An administrator's test of an echo service with twelve bytes from a router (TTL 255)."
  blind-spot "masscan's requests to other UDP ports."
  trace "masscan 1.3.2" observed expect match """
    03:37:42.674135 IP (tos 0x0, ttl 255, id 8186, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.17.17: UDP, length 12
    03:37:42.674176 IP (tos 0x0, ttl 255, id 42912, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.16.19: UDP, length 12
    03:37:42.676367 IP (tos 0x0, ttl 255, id 48743, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.19.7: UDP, length 12
    03:37:42.683604 IP (tos 0x0, ttl 255, id 14476, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.17.7: UDP, length 12
    03:37:42.693594 IP (tos 0x0, ttl 255, id 26174, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.18.7: UDP, length 12
    03:37:42.733541 IP (tos 0x0, ttl 255, id 38354, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.18.19: UDP, length 12
  """
  trace "TTL of a host, another length" synthetic expect no-match """
    03:37:42.674135 IP (tos 0x0, ttl 64, id 8186, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.17.17: UDP, length 64
    03:37:42.674176 IP (tos 0x0, ttl 64, id 42912, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.16.19: UDP, length 64
    03:37:42.676367 IP (tos 0x0, ttl 64, id 48743, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.19.7: UDP, length 64
    03:37:42.683604 IP (tos 0x0, ttl 64, id 14476, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.17.7: UDP, length 64
    03:37:42.693594 IP (tos 0x0, ttl 64, id 26174, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.18.7: UDP, length 64
    03:37:42.733541 IP (tos 0x0, ttl 64, id 38354, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.44262 > 198.51.100.18.19: UDP, length 64
  """
  trace "one datagram, with its text" synthetic expect match """
    10:00:00.000000 IP 192.0.2.10.44262 > 198.51.100.17.17: UDP, length 12
        0x0000:  4500 0028 a6ea 0000 f311 348b c000 020a  E..(......4.....
        0x0010:  c633 6411 ace6 0011 0014 cc41 6d61 7373  .3d........Amass
        0x0020:  6361 6e2d 7465 7374                      can-test
  """
  trace "twelve other bytes" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.10.44262 > 198.51.100.17.17: UDP, length 12
        0x0000:  4500 0028 3b05 0000 f311 a070 c000 020a  E..(;......p....
        0x0010:  c633 6411 ace6 0011 0014 d14e 6d61 7373  .3d........Nmass
        0x0020:  6361 6e20 7465 6e74                      can.tent
  """
}
