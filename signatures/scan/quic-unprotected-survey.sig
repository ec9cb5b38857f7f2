signature quic-unprotected-survey {
  title      "Survey of QUIC servers by first packets that were never protected"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2021 to present"
  licence    "CC-BY-4.0"
  tags       survey, quic, udp, zmap
  reference "ZMap at commit 8de8833, examples/udp-probes/quic_ping_443.pkt (1,200 bytes from c0 00 00 00 01 on) and README (meant to bring a version negotiation)" url "https://github.com/zmap/zmap"
  reference "RFC 9001, Using TLS to Secure QUIC, section 5.4.1 (the low four bits of a long header's first byte are masked)" url "https://www.rfc-editor.org/rfc/rfc9001#section-5.4.1"
  reference "RFC 9000, QUIC, section 14.1 (a client's first datagram has at least 1,200 bytes)" url "https://www.rfc-editor.org/rfc/rfc9000#section-14.1"

  packet probe { udp; dport == 443; payload.len == 1200; payload starts |c0 00 00 00 01| }

  event by src gap 10m having distinct(probe.dst) >= 5

  analysis {
    addresses "A real source, which wants the answers; five destinations or more."
    ports "To UDP 443."
    direction "From outside."
    header """
      1,200 bytes, the least that a first datagram may have, beginning c0 00 00 00 01: a long header, type Initial, version 1. A browser's begin so
      too, but not every time: header protection covers the low four bits of the first byte, so that it is c0 for one connection in 16 (calculated
      here). Five hosts that all get c0 are then one chance in a million, 2 to the power of 20: nobody encrypted these packets. ZMap's probe file is
      such a packet. Its README names another version, one that calls for a version negotiation (not verified which of the two is sent today).
    """
    bottom-line "Somebody counts QUIC servers with a packet that is only the shape of one. It starts no session, and asks for no page."
  }

  hypothesis "Survey with ZMap or another prober" {
    verdict unknown
    weight strong
    because "The same unprotected packet goes to host after host, and a fixed file of a known scanner begins so."
    test "Is all of the datagram the same each time? Is the IP id 54321?"
  }
  hypothesis "A search for servers that amplify" {
    verdict malicious
    weight weak
    because "What QUIC servers send to a first packet is larger than it, in some; lists of them are made by such surveys."
    against "A server may send three times as much at most before it knows the address."
    test "Do packets with other source addresses and the same bytes follow?"
  }
  hypothesis "Browsers behind one address" {
    verdict benign
    weight weak
    because "They send as many bytes to the same port."
    against "Their first bytes differ in four bits, at random."
    test "Are there any from the same source whose first byte is not c0?"
  }

  false-positive "A QUIC library without header protection, in a test."
  blind-spot "Probes of another version or length; a survey of fewer than five hosts in a capture's reach; a text trace without hex dump."

  trace "five hosts, snapped at 128 bytes" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.443: UDP, length 1200
        0x0000:  4500 04cc 0ab8 0000 3611 8933 c000 0201
        0x0010:  c633 6401 9c40 01bb 04b8 ab43 c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.010000 IP 192.0.2.1.40000 > 198.51.100.2.443: UDP, length 1200
        0x0000:  4500 04cc 986e 0000 3611 fb7b c000 0201
        0x0010:  c633 6402 9c40 01bb 04b8 ab42 c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.020000 IP 192.0.2.1.40000 > 198.51.100.3.443: UDP, length 1200
        0x0000:  4500 04cc fb71 0000 3611 9877 c000 0201
        0x0010:  c633 6403 9c40 01bb 04b8 ab41 c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.030000 IP 192.0.2.1.40000 > 198.51.100.4.443: UDP, length 1200
        0x0000:  4500 04cc 656a 0000 3611 2e7e c000 0201
        0x0010:  c633 6404 9c40 01bb 04b8 ab40 c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.040000 IP 192.0.2.1.40000 > 198.51.100.5.443: UDP, length 1200
        0x0000:  4500 04cc f6fa 0000 3611 9cec c000 0201
        0x0010:  c633 6405 9c40 01bb 04b8 ab3f c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
  """
  trace "a browser: the low bits vary" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.50000 > 198.51.100.1.443: UDP, length 1200
        0x0000:  4500 04cc 73f7 0000 3611 1ff4 c000 0201
        0x0010:  c633 6401 c350 01bb 04b8 8433 c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.010000 IP 192.0.2.1.50001 > 198.51.100.2.443: UDP, length 1200
        0x0000:  4500 04cc a767 0000 3611 ec82 c000 0201
        0x0010:  c633 6402 c351 01bb 04b8 7931 cb00 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.020000 IP 192.0.2.1.50002 > 198.51.100.3.443: UDP, length 1200
        0x0000:  4500 04cc bd29 0000 3611 d6bf c000 0201
        0x0010:  c633 6403 c352 01bb 04b8 812f c300 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.030000 IP 192.0.2.1.50003 > 198.51.100.4.443: UDP, length 1200
        0x0000:  4500 04cc 9d95 0000 3611 f652 c000 0201
        0x0010:  c633 6404 c353 01bb 04b8 842d c000 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
    10:00:00.040000 IP 192.0.2.1.50004 > 198.51.100.5.443: UDP, length 1200
        0x0000:  4500 04cc a66b 0000 3611 ed7b c000 0201
        0x0010:  c633 6405 c354 01bb 04b8 7d2b c700 0000
        0x0020:  0108 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
  """
}
