signature window-scale-over-14 {
  title      "SYN with a window scale above 14"
  category   anomaly
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       anomaly, crafted, tcp-options
  reference "RFC 7323, TCP Extensions for High Performance, section 2.3 (the shift is limited to 14; a larger one is logged and taken as 14)" url "https://www.rfc-editor.org/rfc/rfc7323"
  reference "Suricata at commit 398687d5d4, rules/decoder-events.rules, sids 2200034 to 2200037 (invalid TCP options)" url "https://github.com/OISF/suricata"
  reference "Geneva, strategies.md at commit 28a3fa6, (strategies that corrupt the window scale)" url "https://github.com/Kkevsterrr/geneva"
  reference "Snort 3, src/codecs/ip at commit 14aeb09f5, DECODE_TCPOPT_*" url "https://github.com/snort3/snort3"

  packet odd { tcp; flags has SYN; wscale > 14 }

  event by src, dst gap 10m having count(odd) >= 1

  analysis {
    addresses "The client or a box that rewrites its options."
    flags "SYN or SYN ACK, the only segments in which the option counts."
    header "Shift of 15 or more. The largest window is then beyond what sequence numbers allow."
    bottom-line """
      No TCP offers this. The option was made by hand: by a program against censors that wants a box on the way to misjudge the window, by a packet
      generator, or by a fuzzer.
    """
  }

  hypothesis "Circumvention or evasion by a corrupted option" {
    verdict unknown
    weight moderate
    because "Geneva found strategies that do just this on a copy of a segment."
    test "Does the same SYN come a second time with a proper option?"
  }
  hypothesis "Packet generator with random options" {
    verdict malicious
    weight moderate
    because "Floods with options draw the scale at random."
    test "Do many SYNs come, each with another scale?"
  }

  false-positive "Fuzzing."
  blind-spot "Other wrong options: two of a kind, wrong lengths. The language does not show lengths of options."

  trace "scale 200" synthetic expect match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: S 17:17(0) win 64240 <mss 1460,nop,wscale 200>
  """
  trace "scale 14" synthetic expect no-match """
    10:00:00.000 192.0.2.1.1021 > 198.51.100.1.80: S 17:17(0) win 64240 <mss 1460,nop,wscale 14>
  """
}
