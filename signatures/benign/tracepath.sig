signature tracepath {
  title      "Tracepath: UDP from port 44444 with rising TTL"
  category   benign
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "any"
  licence    "CC-BY-4.0"
  tags       traceroute, tracepath, path-mtu, udp
  reference "iputils at commit 9900265, tracepath.c lines 63 and 363 (source: base port 44444, packets as large as the path allows)" url "https://github.com/iputils/iputils"
  reference "RFC 1191, Path MTU Discovery, (path MTU discovery)" url "https://www.rfc-editor.org/rfc/rfc1191"

  packet probe { udp; dport in {44444..44600}; ttl <= 30 }

  event by src, dst gap 30s having min(probe.ttl) == 1 and distinct(probe.ttl) >= 3

  analysis {
    addresses "One source that wants to know the way to one destination, and how large packets may be on it."
    ports "UDP 44444 and up."
    direction "Errors come back: time exceeded, too large, and port unreachable at the end."
    header "TTL 1, 2, 3; packets as large as the path is believed to allow, with DF, and smaller after each 'too large'."
    bottom-line "Somebody measures path and path MTU with Linux's tracepath. Diagnosis."
  }

  hypothesis "Diagnosis of a path MTU problem" {
    verdict benign
    weight strong
    because "Base port and rising TTL are the tool's own."
    test "Do the packets shrink to the size that an error named?"
  }
  hypothesis "Reconnaissance" {
    verdict malicious
    weight weak
    because "The path shows routers."
    test "Are many addresses traced by one source?"
  }

  false-positive "Another tracer with these ports."
  blind-spot "A sensor near the destination."

  trace "three hops" synthetic expect match """
    10:00:00.000 192.0.2.1.41011 > 198.51.100.1.44444: udp 1472 (DF) [ttl 1] (id 0)
    10:00:00.100 192.0.2.1.41011 > 198.51.100.1.44445: udp 1472 (DF) (ttl 2, id 0)
    10:00:00.200 192.0.2.1.41011 > 198.51.100.1.44446: udp 1472 (DF) (ttl 3, id 0)
  """
  trace "full TTL" synthetic expect no-match """
    10:00:00.000 192.0.2.1.41011 > 198.51.100.1.44444: udp 1472 (DF) (ttl 61, id 0)
    10:00:00.100 192.0.2.1.41011 > 198.51.100.1.44445: udp 1472 (DF) (ttl 61, id 0)
    10:00:00.200 192.0.2.1.41011 > 198.51.100.1.44446: udp 1472 (DF) (ttl 61, id 0)
  """
}
