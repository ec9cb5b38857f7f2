signature icmp-quoted-zmap-scan {
  title      "ICMP errors that quote ZMap probes: IP id 54321"
  category   backscatter
  verdict    unknown
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2013 to 2024, and later where the default was kept"
  licence    "CC-BY-4.0"
  tags       icmp-quoted, zmap, scan
  reference "ZMap at commit 8de8833, packet.c and packet.h (IP id 54321 until 2024; ZMap itself parses the probes quoted in errors)" url "https://github.com/zmap/zmap"
  reference "RFC 792, Internet Control Message Protocol, (the whole IP header is quoted)" url "https://www.rfc-editor.org/rfc/rfc792"

  packet error {
    icmp
    icmp.type in {3, 11}
    quoted.id == 54321
    not quoted.mf
    quoted.frag.offset == 0
  }

  event by quoted.src gap 1h having distinct(error.quoted.dst) >= 3

  analysis {
    addresses """
      The quoted source ran the scan, or had its address forged for it. The quoted destinations are spread over the Internet: ZMap walks it in a
      random order.
    """
    ports "The quoted destination port is what was scanned for."
    direction "Errors come in, as answers to the scan."
    header "The quoted IP id is 54321 in every packet, as ZMap wrote it by default until March 2024. Each error adds 16 bits of chance, and three are required."
    bottom-line """
      Somebody at the quoted source, which is one of your addresses, scanned the Internet with ZMap, with its old default settings. If it was not your
      research group, it is a host that somebody else uses.
    """
  }

  hypothesis "A scan from this network" {
    verdict unknown
    weight strong
    because "ZMap does not forge its source, since it needs the answers."
    test "Look for the outgoing probes, thousands a second. Ask who runs measurements."
  }
  hypothesis "A flood or scan by another tool that copied the number" {
    verdict third-party
    weight weak
    because "54321 is an easy number to choose, and forged packets bring errors to whom they name."
    test "Does the quoted packet fit ZMap otherwise: window 65535, initial TTL 255?"
  }

  false-positive "An ordinary IP id counter that passes 54321 does so once in 65536 packets and not three times in an hour to three hosts."
  blind-spot "Scans with ZMap since 2024, whose id is drawn anew for each packet."
  blind-spot "IPv6, which has no such id."

  trace "three probes reported" synthetic expect match """
    10:00:00 203.0.113.1 > 198.51.100.7: icmp: host 192.0.2.80 unreachable for 198.51.100.7.41000 > 192.0.2.80.443: S 1811:1811(0) win 65535 (ttl 243, id 54321) (ttl 243, id 1)
    10:00:01 203.0.113.2 > 198.51.100.7: icmp: host 192.0.2.91 unreachable for 198.51.100.7.41012 > 192.0.2.91.443: S 2812:2812(0) win 65535 (ttl 241, id 54321) (ttl 243, id 2)
    10:00:02 203.0.113.3 > 198.51.100.7: icmp: host 203.0.113.99 unreachable for 198.51.100.7.40120 > 203.0.113.99.443: S 3813:3813(0) win 65535 (ttl 239, id 54321) (ttl 243, id 3)
  """
  trace "another id" synthetic expect no-match """
    10:00:00 203.0.113.1 > 198.51.100.7: icmp: host 192.0.2.80 unreachable for 198.51.100.7.41000 > 192.0.2.80.443: S 1811:1811(0) win 65535 (ttl 243, id 54320) (ttl 243, id 1)
    10:00:01 203.0.113.2 > 198.51.100.7: icmp: host 192.0.2.91 unreachable for 198.51.100.7.41012 > 192.0.2.91.443: S 2812:2812(0) win 65535 (ttl 241, id 54320) (ttl 243, id 2)
    10:00:02 203.0.113.3 > 198.51.100.7: icmp: host 203.0.113.99 unreachable for 198.51.100.7.40120 > 203.0.113.99.443: S 3813:3813(0) win 65535 (ttl 239, id 54320) (ttl 243, id 3)
  """
}
