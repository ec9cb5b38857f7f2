signature amplifier-survey {
  title      "Survey for UDP amplifiers: one source tries several of their ports"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2013 to present"
  licence    "CC-BY-4.0"
  tags       survey, scan, udp, amplification
  reference "ZMap at commit 8de8833, examples/udp-probes (request files for most of these ports)" url "https://github.com/zmap/zmap"
  reference "masscan at commit 2be4093, templ-payloads.c" url "https://github.com/robertdavidgraham/masscan"
  reference "Phenomite, AMP-Research at commit 2c78c06, (ports 3702, 10074, 37810 and the list of small vectors)" url "https://github.com/Phenomite/AMP-Research"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, AMP Methods" url "https://github.com/R00tS3c/DDOS-RootSec"

  packet probe {
    udp
    dport in {17, 19, 123, 161, 389, 1434, 1900, 3283, 3702, 5353, 5683, 10001, 10074, 11211, 37810, 47808}
    src not in private
    dst not in multicast
    payload.len > 0
    not sport == dport
  }
  packet answer { from responder; udp; sport in {53, 123} }

  event by src gap 10m
    having distinct(probe.dport, 10m) >= 4 and distinct(probe.dst) >= 3 and count(answer) == 0

  analysis {
    addresses """
      One source, at least three destinations. The source wants the answers, so it is real. Private sources are left out: hosts of a local net use
      several of these services for what they are meant for.
    """
    ports """
      Four ports or more of services that amplify: chargen and quote of the day (19, 17), NTP (123), SNMP (161), CLDAP (389), SQL Server's browser
      (1434), SSDP (1900), Apple remote desktop (3283), WS-Discovery (3702), mDNS (5353), CoAP (5683), Ubiquiti's discovery (10001), TP-240 (10074),
      memcached (11211), Dahua (37810), BACnet (47808). What they have in common is that a short datagram brings a longer one.
    """
    direction "Requests from outside."
    header """
      Each port gets its own small request; the files of ZMap and masscan give their bytes: 40 01 .. .. bb 2e and so on for CoAP (21 bytes), 00 14 00
      01 03 for remote desktop, 02 for SQL Server.
    """
    bottom-line "Somebody makes a list of hosts that can be abused as amplifiers. See that none of yours answers."
  }

  hypothesis "Survey by somebody who wants to attack" {
    verdict malicious
    weight moderate
    because "The ports have nothing in common but their use for amplification."
    test "Is the source unknown, and does an attack with forged requests to the hosts that answered follow?"
  }
  hypothesis "Research or notification scanning" {
    verdict benign
    weight moderate
    because "Several projects scan for just these services and tell the owners."
    test "Does the source's name or web page say who it is?"
  }
  hypothesis "A management station" {
    verdict benign
    weight weak
    because "Inventory programs ask SNMP, NTP and discovery ports of many devices."
    against "It is one of your own."
    test "Is the source inside?"
  }

  false-positive "Inventory and discovery programs in a network with public addresses."
  blind-spot "A survey of one port at a time, the usual way; one that gets an answer from port 53 or 123, which this signature takes for ordinary use."

  trace "four services on three hosts" synthetic expect match """
    10:00:00.0 192.0.2.1.40000 > 198.51.100.1.19: udp 1
    10:00:00.1 192.0.2.1.40000 > 198.51.100.2.1900: udp 94
    10:00:00.2 192.0.2.1.40000 > 198.51.100.3.11211: udp 15
    10:00:00.3 192.0.2.1.40000 > 198.51.100.1.5683: udp 21
  """
  trace "one service" synthetic expect no-match """
    10:00:00.0 192.0.2.1.40000 > 198.51.100.1.1900: udp 94
    10:00:00.1 192.0.2.1.40000 > 198.51.100.2.1900: udp 94
    10:00:00.2 192.0.2.1.40000 > 198.51.100.3.1900: udp 94
    10:00:00.3 192.0.2.1.40000 > 198.51.100.4.1900: udp 94
  """
}
