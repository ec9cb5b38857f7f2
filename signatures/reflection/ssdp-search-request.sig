signature ssdp-search-request {
  title      "SSDP searches sent to single hosts from outside"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2014 to present"
  licence    "CC-BY-4.0"
  tags       amplification, ssdp, upnp, survey, spoofing
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, ssdp.c line 82 (the request)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 1900 README" url "https://github.com/Phenomite/AMP-Research"
  reference "ZMap at commit 8de8833, examples/udp-probes/ssdp_1900.pkt, and module_upnp.c" url "https://github.com/zmap/zmap"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 1917 (UPnP service discover attempt)" url "https://github.com/eldondev/Snort"
  reference "US-CERT alert TA14-017A, UDP-based amplification attacks (copy)" url "https://b3tik.blogspot.com/2014/05/ta14-017a-udp-based-amplification.html"

  packet search {
    udp
    dport == 1900
    payload starts "M-SEARCH"
    src not in private
    dst not in multicast
  }

  event by src gap 10m having count(search) >= 3

  analysis {
    addresses """
      Single hosts are asked, and by an address from outside. Discovery as it is meant asks the group 239.255.255.250, and inside one net. Many
      destinations asked once each are a survey, and the source is real; one destination asked again and again is used as a reflector, and the source
      is its victim.
    """
    ports "To UDP 1900."
    direction "Requests. The answers go to the source address; US-CERT gives 30.8 times the bytes."
    header """
      The text begins M-SEARCH; what is searched is ssdp:all or upnp:rootdevice, MAN is ssdp:discover and MX 2 or 3 (documented in the scripts and
      probe files). The least that devices answer to is M-SEARCH, a line end and two of these lines.
    """
    bottom-line """
      Somebody looks for devices that answer from outside, or uses one of yours against the source address. No device should answer this port towards
      the Internet.
    """
  }

  hypothesis "A survey for reflectors" {
    verdict malicious
    weight moderate
    because "Three and more hosts are asked by a stranger."
    against "Research projects ask the same and tell the owners."
    test "Is the source known as a research scanner?"
  }
  hypothesis "A device here is used as a reflector" {
    verdict malicious
    weight moderate
    because "The same host is asked again and again."
    test "Does it answer? Does the TTL of the requests fit the way to the source?"
  }
  hypothesis "A program of this net looks for its router" {
    verdict benign
    weight weak
    because "Some programs ask the router by its address."
    against "Then the source is in the same net; private sources are left out here."
    test "Are source and destination neighbours?"
  }

  false-positive "Programs in a net with public addresses that ask their router directly."
  blind-spot "The request in a text trace without hex dump; fewer than three."

  trace "three hosts asked" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.1900: UDP, length 90
        0x0000:  4500 0076 73cf 0000 3611 2472 c000 0201  E..vs...6.$r....
        0x0010:  c633 6401 9c40 076c 0062 aeed 4d2d 5345  .3d..@.l.b..M-SE
        0x0020:  4152 4348 202a 2048 5454 502f 312e 310d  ARCH.*.HTTP/1.1.
        0x0030:  0a48 6f73 743a 3233 392e 3235 352e 3235  .Host:239.255.25
        0x0040:  352e 3235 303a 3139 3030 0d0a 5354 3a73  5.250:1900..ST:s
        0x0050:  7364 703a 616c 6c0d 0a4d 616e 3a22 7373  sdp:all..Man:"ss
        0x0060:  6470 3a64 6973 636f 7665 7222 0d0a 4d58  dp:discover"..MX
        0x0070:  3a33 0d0a 0d0a                           :3....
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.1900: UDP, length 90
        0x0000:  4500 0076 dda1 0000 3611 ba9e c000 0201  E..v....6.......
        0x0010:  c633 6402 9c40 076c 0062 aeec 4d2d 5345  .3d..@.l.b..M-SE
        0x0020:  4152 4348 202a 2048 5454 502f 312e 310d  ARCH.*.HTTP/1.1.
        0x0030:  0a48 6f73 743a 3233 392e 3235 352e 3235  .Host:239.255.25
        0x0040:  352e 3235 303a 3139 3030 0d0a 5354 3a73  5.250:1900..ST:s
        0x0050:  7364 703a 616c 6c0d 0a4d 616e 3a22 7373  sdp:all..Man:"ss
        0x0060:  6470 3a64 6973 636f 7665 7222 0d0a 4d58  dp:discover"..MX
        0x0070:  3a33 0d0a 0d0a                           :3....
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.1900: UDP, length 90
        0x0000:  4500 0076 8f4d 0000 3611 08f2 c000 0201  E..v.M..6.......
        0x0010:  c633 6403 9c40 076c 0062 aeeb 4d2d 5345  .3d..@.l.b..M-SE
        0x0020:  4152 4348 202a 2048 5454 502f 312e 310d  ARCH.*.HTTP/1.1.
        0x0030:  0a48 6f73 743a 3233 392e 3235 352e 3235  .Host:239.255.25
        0x0040:  352e 3235 303a 3139 3030 0d0a 5354 3a73  5.250:1900..ST:s
        0x0050:  7364 703a 616c 6c0d 0a4d 616e 3a22 7373  sdp:all..Man:"ss
        0x0060:  6470 3a64 6973 636f 7665 7222 0d0a 4d58  dp:discover"..MX
        0x0070:  3a33 0d0a 0d0a                           :3....
  """
  trace "discovery in a net, to the group" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.50000 > 239.255.255.250.1900: UDP, length 90
        0x0000:  4500 0076 db5b 0000 0411 2920 c000 0201  E..v.[....).....
        0x0010:  efff fffa c350 076c 0062 c217 4d2d 5345  .....P.l.b..M-SE
        0x0020:  4152 4348 202a 2048 5454 502f 312e 310d  ARCH.*.HTTP/1.1.
        0x0030:  0a48 6f73 743a 3233 392e 3235 352e 3235  .Host:239.255.25
        0x0040:  352e 3235 303a 3139 3030 0d0a 5354 3a73  5.250:1900..ST:s
        0x0050:  7364 703a 616c 6c0d 0a4d 616e 3a22 7373  sdp:all..Man:"ss
        0x0060:  6470 3a64 6973 636f 7665 7222 0d0a 4d58  dp:discover"..MX
        0x0070:  3a33 0d0a 0d0a                           :3....
    10:00:01.000000 IP 192.0.2.1.50000 > 239.255.255.250.1900: UDP, length 90
        0x0000:  4500 0076 ec99 0000 0411 17e2 c000 0201  E..v............
        0x0010:  efff fffa c350 076c 0062 c217 4d2d 5345  .....P.l.b..M-SE
        0x0020:  4152 4348 202a 2048 5454 502f 312e 310d  ARCH.*.HTTP/1.1.
        0x0030:  0a48 6f73 743a 3233 392e 3235 352e 3235  .Host:239.255.25
        0x0040:  352e 3235 303a 3139 3030 0d0a 5354 3a73  5.250:1900..ST:s
        0x0050:  7364 703a 616c 6c0d 0a4d 616e 3a22 7373  sdp:all..Man:"ss
        0x0060:  6470 3a64 6973 636f 7665 7222 0d0a 4d58  dp:discover"..MX
        0x0070:  3a33 0d0a 0d0a                           :3....
    10:00:02.000000 IP 192.0.2.1.50000 > 239.255.255.250.1900: UDP, length 90
        0x0000:  4500 0076 c7fd 0000 0411 3c7e c000 0201  E..v......<~....
        0x0010:  efff fffa c350 076c 0062 c217 4d2d 5345  .....P.l.b..M-SE
        0x0020:  4152 4348 202a 2048 5454 502f 312e 310d  ARCH.*.HTTP/1.1.
        0x0030:  0a48 6f73 743a 3233 392e 3235 352e 3235  .Host:239.255.25
        0x0040:  352e 3235 303a 3139 3030 0d0a 5354 3a73  5.250:1900..ST:s
        0x0050:  7364 703a 616c 6c0d 0a4d 616e 3a22 7373  sdp:all..Man:"ss
        0x0060:  6470 3a64 6973 636f 7665 7222 0d0a 4d58  dp:discover"..MX
        0x0070:  3a33 0d0a 0d0a                           :3....
  """
  trace "answers" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.1900: UDP, length 39
        0x0000:  4500 0043 7734 0000 3611 2140 c000 0201  E..Cw4..6.!@....
        0x0010:  c633 6401 9c40 076c 002f 113f 4854 5450  .3d..@.l./.?HTTP
        0x0020:  2f31 2e31 2032 3030 204f 4b0d 0a53 543a  /1.1.200.OK..ST:
        0x0030:  7570 6e70 3a72 6f6f 7464 6576 6963 650d  upnp:rootdevice.
        0x0040:  0a0d 0a                                  ...
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.1900: UDP, length 39
        0x0000:  4500 0043 73ab 0000 3611 24c8 c000 0201  E..Cs...6.$.....
        0x0010:  c633 6402 9c40 076c 002f 113e 4854 5450  .3d..@.l./.>HTTP
        0x0020:  2f31 2e31 2032 3030 204f 4b0d 0a53 543a  /1.1.200.OK..ST:
        0x0030:  7570 6e70 3a72 6f6f 7464 6576 6963 650d  upnp:rootdevice.
        0x0040:  0a0d 0a                                  ...
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.1900: UDP, length 39
        0x0000:  4500 0043 8201 0000 3611 1671 c000 0201  E..C....6..q....
        0x0010:  c633 6403 9c40 076c 002f 113d 4854 5450  .3d..@.l./.=HTTP
        0x0020:  2f31 2e31 2032 3030 204f 4b0d 0a53 543a  /1.1.200.OK..ST:
        0x0030:  7570 6e70 3a72 6f6f 7464 6576 6963 650d  upnp:rootdevice.
        0x0040:  0a0d 0a                                  ...
  """
}
