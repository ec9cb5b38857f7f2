signature memcached-udp-request {
  title      "Requests to memcached over UDP, in the sizes that surveys and attacks use"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "February 2018 to present"
  licence    "CC-BY-4.0"
  tags       amplification, memcached, survey
  reference "masscan at commit 2be4093, templ-payloads.c line 294 (15 bytes: stats)" url "https://github.com/robertdavidgraham/masscan"
  reference "ZMap at commit 8de8833, memcache_11211.pkt (21 bytes: stats items)" url "https://github.com/zmap/zmap"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, Memcache Amplification/mem.c line 82 (65 bytes: gets)" url "https://github.com/R00tS3c/DDOS-RootSec"

  packet sized { udp; dport == 11211; payload.len in {15, 21, 65} }
  packet marked {
    udp
    dport == 11211
    payload in {|00 00 00 00 00 01 00 00 73 74 61 74 73 0d 0a|, |5a 4d 00 00 00 01 00 00 73 74 61 74 73 20 69 74 65 6d 73 0d 0a|}
  }

  event by src gap 10m having count(sized) >= 3 or count(marked) >= 1

  analysis {
    addresses """
      Many destinations asked once each: a survey, and the source is real. One destination asked many times: it is being used as a reflector, and the
      source is its victim.
    """
    ports "To UDP 11211."
    direction "Requests from outside. What the server answers goes to the source address."
    header """
      15 bytes are masscan's request, 21 ZMap's (its frame id spells ZM), 65 that of an attack script. All have the 8-byte frame header of memcached
      before the command.
    """
    bottom-line """
      Somebody looks for memcached servers that answer over UDP, or uses one. Make sure that none of yours does: the answer can be ten thousand times
      as large.
    """
  }

  hypothesis "A survey for reflectors" {
    verdict malicious
    weight moderate
    because "Several hosts are asked, none of which offers the service."
    against "Research scanners do the same and publish the results."
    test "Is the source a known research scanner?"
  }
  hypothesis "A server here is being used" {
    verdict malicious
    weight moderate
    because "One server is asked again and again, with one address as the source."
    test "Does it answer?"
  }

  false-positive "An application of your own that speaks to memcached over UDP with keys of just this length."
  blind-spot "Other requests, of other lengths."

  trace "masscan's request to three hosts" synthetic expect match """
    10:00:00.0 192.0.2.1.40000 > 198.51.100.1.11211: udp 15
    10:00:00.1 192.0.2.1.40000 > 198.51.100.2.11211: udp 15
    10:00:00.2 192.0.2.1.40000 > 198.51.100.3.11211: udp 15
  """
  trace "another length" synthetic expect no-match """
    10:00:00.0 192.0.2.1.40000 > 198.51.100.1.11211: udp 33
    10:00:00.1 192.0.2.1.40000 > 198.51.100.2.11211: udp 33
    10:00:00.2 192.0.2.1.40000 > 198.51.100.3.11211: udp 33
  """
  trace "one request, read" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.11211: UDP, length 15
        0x0000:  4500 002b d96e 0000 3611 bf1d c000 0201  E..+.n..6.......
        0x0010:  c633 6401 9c40 2bcb 0017 f986 0000 0000  .3d..@+.........
        0x0020:  0001 0000 7374 6174 730d 0a              ....stats..
  """
  trace "ZMap's request, read" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.11211: UDP, length 21
        0x0000:  4500 0031 e3d6 0000 3611 b4af c000 0201  E..1....6.......
        0x0010:  c633 6401 9c40 2bcb 001d 5d2b 5a4d 0000  .3d..@+...]+ZM..
        0x0020:  0001 0000 7374 6174 7320 6974 656d 730d  ....stats.items.
        0x0030:  0a                                       .
  """
  trace "one request as long for a key" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.11211: UDP, length 15
        0x0000:  4500 002b 2f8b 0000 3611 6901 c000 0201  E..+/...6.i.....
        0x0010:  c633 6401 9c40 2bcb 0017 04ea 0000 0000  .3d..@+.........
        0x0020:  0001 0000 6765 7420 610d 0a              ....get.a..
  """
}
