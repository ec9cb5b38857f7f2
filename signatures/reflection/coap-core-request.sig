signature coap-core-request {
  title      "CoAP: /.well-known/core asked of strangers"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2018 to present"
  licence    "CC-BY-4.0"
  tags       amplification, coap, iot, survey
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, COAP Amplification/coap.c line 79 (the 21 bytes)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "ZMap at commit 8de8833, examples/udp-probes/coap_5683.pkt" url "https://github.com/zmap/zmap"
  reference "RFC 7252, The Constrained Application Protocol, sections 3 and 7.2 (header, discovery)" url "https://www.rfc-editor.org/rfc/rfc7252"
  reference "RFC 6690, section 4 (the well-known address)" url "https://www.rfc-editor.org/rfc/rfc6690#section-4"

  packet get {
    udp
    dport == 5683
    payload.len == 21
    payload matches /^\x40\x01[\x00-\xff]{2}\xbb\.well-known\x04core/
    src not in private
    dst not in multicast
  }

  event by src gap 10m having count(get) >= 3

  analysis {
    addresses "Many destinations asked once each are a survey, with a real source; one asked again and again is a reflector, and the source its victim."
    ports "To UDP 5683."
    direction "Requests from outside. The answer lists what the device offers, and is several times as long."
    header """
      21 bytes: version 1, confirmable, no token (40), GET (01), a message number of 16 bits, and the path in two options, .well-known (bb, that is
      option 11 with 11 bytes) and core (04). Script and probe file have the same bytes but for the message number (documented; calculated here: 4 + 1
      + 11 + 1 + 4). A client in earnest mostly sends a token, to tell its answers apart.
    """
    bottom-line "Somebody lists devices that speak CoAP to strangers, as targets or as amplifiers. Let none of yours answer from outside."
  }

  hypothesis "A survey" {
    verdict malicious
    weight moderate
    because "Several hosts are asked for their list by a stranger."
    against "Research scanners ask the same."
    test "Is the source known as a research scanner?"
  }
  hypothesis "A device here is used as a reflector" {
    verdict malicious
    weight moderate
    because "One device is asked again and again."
    test "Does it answer, and are there more requests than anybody could want?"
  }
  hypothesis "A controller of your own in another net" {
    verdict benign
    weight weak
    because "Discovery is what this address is for."
    test "Is the source yours?"
  }

  false-positive "A management system that discovers its devices over public addresses."
  blind-spot "Requests with a token or other options; a text trace without hex dump."

  trace "three hosts" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.5683: UDP, length 21
        0x0000:  4500 0031 1736 0000 3611 8150 c000 0201  E..1.6..6..P....
        0x0010:  c633 6401 9c40 1633 001d 1879 4001 7d70  .3d..@.3...y@.}p
        0x0020:  bb2e 7765 6c6c 2d6b 6e6f 776e 0463 6f72  ..well-known.cor
        0x0030:  65                                       e
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.5683: UDP, length 21
        0x0000:  4500 0031 89e7 0000 3611 0e9e c000 0201  E..1....6.......
        0x0010:  c633 6402 9c40 1633 001d 1878 4001 7d70  .3d..@.3...x@.}p
        0x0020:  bb2e 7765 6c6c 2d6b 6e6f 776e 0463 6f72  ..well-known.cor
        0x0030:  65                                       e
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.5683: UDP, length 21
        0x0000:  4500 0031 cf44 0000 3611 c93f c000 0201  E..1.D..6..?....
        0x0010:  c633 6403 9c40 1633 001d 1877 4001 7d70  .3d..@.3...w@.}p
        0x0020:  bb2e 7765 6c6c 2d6b 6e6f 776e 0463 6f72  ..well-known.cor
        0x0030:  65                                       e
  """
  trace "the same form, another resource" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.5683: UDP, length 21
        0x0000:  4500 0031 1267 0000 3611 861f c000 0201  E..1.g..6.......
        0x0010:  c633 6401 9c40 1633 001d 1e6d 4001 7d70  .3d..@.3...m@.}p
        0x0020:  bb2e 7765 6c6c 2d6b 6e6f 776e 0474 696d  ..well-known.tim
        0x0030:  65                                       e
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.5683: UDP, length 21
        0x0000:  4500 0031 1268 0000 3611 861d c000 0201  E..1.h..6.......
        0x0010:  c633 6402 9c40 1633 001d 1e6c 4001 7d70  .3d..@.3...l@.}p
        0x0020:  bb2e 7765 6c6c 2d6b 6e6f 776e 0474 696d  ..well-known.tim
        0x0030:  65                                       e
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.5683: UDP, length 21
        0x0000:  4500 0031 1269 0000 3611 861b c000 0201  E..1.i..6.......
        0x0010:  c633 6403 9c40 1633 001d 1e6b 4001 7d70  .3d..@.3...k@.}p
        0x0020:  bb2e 7765 6c6c 2d6b 6e6f 776e 0474 696d  ..well-known.tim
        0x0030:  65                                       e
  """
}
