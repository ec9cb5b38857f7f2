signature cisco-input-queue-2003 {
  title      "IP protocols 53, 55, 77 and 103 to one router: the blocked interfaces of 2003"
  category   anomaly
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "July 2003 and after"
  licence    "CC-BY-4.0"
  tags       denial-of-service, router, ip-protocol
  reference "Snort rules of 2001-2005 at commit 34bdcf6, sids 2186 to 2189 (one rule for each of the four protocols)" url "https://github.com/eldondev/Snort"
  reference "CVE-2003-0567 (IOS: input queue filled by such packets)" url "https://www.cve.org/CVERecord?id=CVE-2003-0567"

  packet probe { ip; proto in {53, 55, 77, 103}; frag.offset == 0; dst not in multicast }

  event by src, dst gap 60s having distinct(probe.proto) >= 3

  analysis {
    addresses "To an address of a router. The source may be forged: no answer is needed."
    direction "One way."
    header """
      IP protocol 53 (Swipe), 55 (mobile IP's minimal encapsulation), 77 (Sun ND) and 103 (PIM). Each has its use, or had one; three of the four
      together from one source have none.
    """
    bottom-line """
      Somebody tries the attack of July 2003 that stops the interface of a Cisco router: its input queue is marked as full. Routers patched since 2003
      do not mind.
    """
  }

  hypothesis "Attack on a router" {
    verdict malicious
    weight strong
    because "The rules written in 2003 name just these four, and the defect needed runs of such packets."
    test "Is the destination a router's own address? Does its traffic stop?"
  }
  hypothesis "A scan of IP protocols" {
    verdict malicious
    weight moderate
    because "Such a scan tries all 256 numbers, these among them."
    test "Do other numbers come too?"
  }

  false-positive "Protocol scans (they have their own signature, which should lead)."
  blind-spot "PIM alone, which is ordinary between routers; one protocol alone."

  trace "three of the four" synthetic expect match """
    10:00:00.000 IP (tos 0x0, ttl 2, id 7, offset 0, flags [none], proto SWIPE (53), length 46) 192.0.2.1 > 198.51.100.1:  ip-proto-53 26
    10:00:00.001 IP (tos 0x0, ttl 2, id 8, offset 0, flags [none], proto Mobile IP (55), length 46) 192.0.2.1 > 198.51.100.1:  ip-proto-55 26
    10:00:00.002 IP (tos 0x0, ttl 2, id 9, offset 0, flags [none], proto Sun ND (77), length 46) 192.0.2.1 > 198.51.100.1:  ip-proto-77 26
  """
  trace "two" synthetic expect no-match """
    10:00:00.000 IP (tos 0x0, ttl 2, id 7, offset 0, flags [none], proto SWIPE (53), length 46) 192.0.2.1 > 198.51.100.1:  ip-proto-53 26
    10:00:00.001 IP (tos 0x0, ttl 2, id 8, offset 0, flags [none], proto Mobile IP (55), length 46) 192.0.2.1 > 198.51.100.1:  ip-proto-55 26
  """
}
