signature reflection-bacnet {
  title      "BACnet reflection: building controllers answer from UDP port 47808"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "captured 12 July 2021"
  licence    "CC-BY-4.0"
  tags       reflection, bacnet, iot, denial-of-service
  reference "StopDDoS packet captures at commit 230dd43, amp.UDP.bacnet.IOT.37810 (observed: mostly 124 bytes in all, payload beginning 81 0a 00 60)" url "https://github.com/StopDDoS/packet-captures"
  reference "Phenomite, AMP-Research at commit 2c78c06, (list of small vectors)" url "https://github.com/Phenomite/AMP-Research"

  packet answer { udp; sport == 47808; payload.len == 96; src not in private }
  packet marked {
    udp
    sport == 47808
    payload starts |81 0a 00 60 01 00 30 01 0e 0c|
    src not in private
  }

  event by dst gap 10s having distinct(answer.src, 10s) >= 5 or distinct(marked.src, 10s) >= 5

  analysis {
    addresses "The destination is the target; the senders are controllers of heating, air and lifts that are open to the Internet: the reflectors."
    ports "From UDP 47808 (0xbac0)."
    direction "Answers to questions that were forged in the destination's name."
    time "9,617 packets of 6,276 senders, BACnet and Dahua together, in 0.02 s in the capture."
    header "124 bytes in all, 96 of payload, whose first bytes (81 0a 00 60) give the same length: an answer to read-property-multiple."
    bottom-line """
      The destination is under attack by reflection from building controllers. Drop UDP from port 47808 at the border; whoever owns the controllers
      should know that the Internet can talk to them.
    """
  }

  hypothesis "Reflection attack" {
    verdict malicious
    weight strong
    because "Five controllers somewhere in the Internet answer one host within ten seconds."
    test "Do answers of cameras (port 37810) come at the same time?"
  }
  hypothesis "A survey of building controllers from here" {
    verdict unknown
    weight moderate
    because "A survey with one fixed question draws answers of one size."
    test "Look for outgoing questions to port 47808."
  }

  false-positive "A management station for buildings on public addresses."
  blind-spot "Answers of another size, where the payload was not captured."

  trace "five controllers" synthetic expect match """
    10:00:00.001 192.0.2.1.47808 > 198.51.100.80.80: udp 96
    10:00:00.002 192.0.2.2.47808 > 198.51.100.80.80: udp 96
    10:00:00.003 192.0.2.3.47808 > 198.51.100.80.80: udp 96
    10:00:00.004 192.0.2.4.47808 > 198.51.100.80.80: udp 96
    10:00:00.005 192.0.2.5.47808 > 198.51.100.80.80: udp 96
  """
  trace "a local net" synthetic expect no-match """
    10:00:00.001 10.0.0.1.47808 > 10.0.0.80.47808: udp 96
    10:00:00.002 10.0.0.2.47808 > 10.0.0.80.47808: udp 96
    10:00:00.003 10.0.0.3.47808 > 10.0.0.80.47808: udp 96
    10:00:00.004 10.0.0.4.47808 > 10.0.0.80.47808: udp 96
    10:00:00.005 10.0.0.5.47808 > 10.0.0.80.47808: udp 96
  """
}
