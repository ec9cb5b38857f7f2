signature dtls-hello-survey {
  title      "Survey of DTLS servers: a first message to port 443 of many hosts"
  category   scan
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       survey, dtls, udp, vpn
  reference "ZMap at commit 8de8833, examples/udp-probes/dtls1.2_443_client_hello.pkt (begins 16 fe ff)" url "https://github.com/zmap/zmap"
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 443 - DTLS (factor 2 to 3)" url "https://github.com/Phenomite/AMP-Research"
  reference "RFC 6347, DTLS 1.2, section 4.1 (record: type, version, epoch, number)" url "https://www.rfc-editor.org/rfc/rfc6347#section-4.1"

  # handshake record, DTLS 1.0 in the record's version, first epoch, first record; message 1 is the client's hello
  packet hello {
    udp
    dport == 443
    payload matches /^\x16\xfe\xff\x00\x00\x00\x00\x00\x00\x00\x00[\x00-\xff]{2}\x01/
  }

  event by src gap 10m having distinct(hello.dst) >= 5

  analysis {
    addresses "One source, five destinations and more. Whoever wants to count the answers gives a real address."
    ports "To UDP 443, where some makes of VPN gateway listen."
    direction "From outside; no session follows."
    header """
      The datagram begins 16 fe ff: a handshake record with the version of DTLS 1.0, as clients of all versions write in their first one; epoch and
      number are 0 and the message is the client's hello (1). ZMap has such a probe. A VPN client sends the same, but to its one gateway.
    """
    bottom-line """
      Somebody lists VPN gateways, or servers that answer a forged hello with two to three times the bytes. Keep the gateway's software current: the
      list is made for whoever has the next hole.
    """
  }

  hypothesis "Survey" {
    verdict unknown
    weight strong
    because "Five hosts are greeted by one source within minutes, and none of the greetings is followed up."
    test "Is the source a known research scanner? Is the random part of the hello the same each time?"
  }
  hypothesis "Search for gateways to attack" {
    verdict malicious
    weight moderate
    because "Makes of gateway differ in their answer, and holes in them are worth money."
    test "Do connections to TCP 443 of those that answered follow?"
  }
  hypothesis "A client with a list of gateways" {
    verdict benign
    weight weak
    because "A VPN client may measure which of its company's gateways is nearest."
    test "Do all destinations belong to one company, and does a session with one of them follow?"
  }

  false-positive "Clients that try all gateways of their company; web conferences that use DTLS on this port with many peers."
  blind-spot "Hellos on other ports (4433, 5684); fewer than five hosts in the capture's reach; a text trace without hex dump."

  trace "five hosts" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.443: UDP, length 59
        0x0000:  4500 0057 2851 0000 3611 700f c000 0201
        0x0010:  c633 6401 9c40 01bb 0043 d535 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.443: UDP, length 59
        0x0000:  4500 0057 9f85 0000 3611 f8d9 c000 0201
        0x0010:  c633 6402 9c40 01bb 0043 d534 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.443: UDP, length 59
        0x0000:  4500 0057 03d7 0000 3611 9487 c000 0201
        0x0010:  c633 6403 9c40 01bb 0043 d533 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:00.300000 IP 192.0.2.1.40000 > 198.51.100.4.443: UDP, length 59
        0x0000:  4500 0057 d4ea 0000 3611 c372 c000 0201
        0x0010:  c633 6404 9c40 01bb 0043 d532 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:00.400000 IP 192.0.2.1.40000 > 198.51.100.5.443: UDP, length 59
        0x0000:  4500 0057 8743 0000 3611 1119 c000 0201
        0x0010:  c633 6405 9c40 01bb 0043 d531 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
  """
  trace "one gateway greeted five times" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.50000 > 198.51.100.7.443: UDP, length 59
        0x0000:  4500 0057 102b 0000 3611 882f c000 0201
        0x0010:  c633 6407 c350 01bb 0043 ae1f 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:01.000000 IP 192.0.2.1.50000 > 198.51.100.7.443: UDP, length 59
        0x0000:  4500 0057 0f3e 0000 3611 891c c000 0201
        0x0010:  c633 6407 c350 01bb 0043 ae1f 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:02.000000 IP 192.0.2.1.50000 > 198.51.100.7.443: UDP, length 59
        0x0000:  4500 0057 0920 0000 3611 8f3a c000 0201
        0x0010:  c633 6407 c350 01bb 0043 ae1f 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:03.000000 IP 192.0.2.1.50000 > 198.51.100.7.443: UDP, length 59
        0x0000:  4500 0057 30b1 0000 3611 67a9 c000 0201
        0x0010:  c633 6407 c350 01bb 0043 ae1f 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:04.000000 IP 192.0.2.1.50000 > 198.51.100.7.443: UDP, length 59
        0x0000:  4500 0057 e12b 0000 3611 b72e c000 0201
        0x0010:  c633 6407 c350 01bb 0043 ae1f 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
  """
}
