signature reflection-dahua {
  title      "Reflection by cameras and recorders: DHIP answers from UDP port 37810"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "captured 12 July 2021"
  licence    "CC-BY-4.0"
  tags       reflection, dahua, camera, iot, denial-of-service
  reference "StopDDoS packet captures at commit 230dd43, amp.UDP.bacnet.IOT.37810 (observed: payload 20 00 00 00 DHIP and JSON, 758 bytes on average)" url "https://github.com/StopDDoS/packet-captures"
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 37810 (documented: about 30 times; any byte is a request)" url "https://github.com/Phenomite/AMP-Research"

  packet answer { udp; sport == 37810; payload.len >= 300; src not in private }

  event by dst gap 10s having count(answer, 10s) >= 10 and distinct(answer.src, 10s) >= 5

  analysis {
    addresses "The destination is the target; the senders are cameras and video recorders: the reflectors."
    ports "From UDP 37810, the maker's discovery port."
    direction "Answers to requests of any single byte that were forged in the destination's name."
    header "The payload begins 20 00 00 00 and the letters DHIP; then JSON, with client.notifyDevInfo. 758 bytes on average in the capture."
    bottom-line """
      The destination is under attack by reflection from cameras. Drop UDP from port 37810 at the border: the protocol is for local nets. The senders
      give away their model and serial number in every packet.
    """
  }

  hypothesis "Reflection attack" {
    verdict malicious
    weight strong
    because "Five cameras or more in the Internet announce themselves to one host within ten seconds."
    test "Do building controllers (port 47808) answer at the same time?"
  }
  hypothesis "The maker's tool on a net with public addresses" {
    verdict benign
    weight weak
    because "It finds all devices of a net by this port."
    against "Then the senders are neighbours."
    test "Are the senders' addresses your own?"
  }

  false-positive "Discovery on a net that uses public addresses."
  blind-spot "Fewer than five devices in ten seconds."

  trace "five cameras" synthetic expect match """
    10:00:00.001 192.0.2.1.37810 > 198.51.100.80.80: udp 758
    10:00:00.002 192.0.2.2.37810 > 198.51.100.80.80: udp 749
    10:00:00.003 192.0.2.3.37810 > 198.51.100.80.80: udp 761
    10:00:00.004 192.0.2.4.37810 > 198.51.100.80.80: udp 758
    10:00:00.005 192.0.2.5.37810 > 198.51.100.80.80: udp 770
    10:00:00.006 192.0.2.1.37810 > 198.51.100.80.80: udp 758
    10:00:00.007 192.0.2.2.37810 > 198.51.100.80.80: udp 749
    10:00:00.008 192.0.2.3.37810 > 198.51.100.80.80: udp 761
    10:00:00.009 192.0.2.4.37810 > 198.51.100.80.80: udp 758
    10:00:00.010 192.0.2.5.37810 > 198.51.100.80.80: udp 770
  """
  trace "four bytes each" synthetic expect no-match """
    10:00:00.001 192.0.2.1.37810 > 198.51.100.80.80: udp 4
    10:00:00.002 192.0.2.2.37810 > 198.51.100.80.80: udp 4
    10:00:00.003 192.0.2.3.37810 > 198.51.100.80.80: udp 4
    10:00:00.004 192.0.2.4.37810 > 198.51.100.80.80: udp 4
    10:00:00.005 192.0.2.5.37810 > 198.51.100.80.80: udp 4
    10:00:00.006 192.0.2.1.37810 > 198.51.100.80.80: udp 4
    10:00:00.007 192.0.2.2.37810 > 198.51.100.80.80: udp 4
    10:00:00.008 192.0.2.3.37810 > 198.51.100.80.80: udp 4
    10:00:00.009 192.0.2.4.37810 > 198.51.100.80.80: udp 4
    10:00:00.010 192.0.2.5.37810 > 198.51.100.80.80: udp 4
  """
}
