signature backscatter-dtls {
  title      "Answers of DTLS and old QUIC servers that nobody here asked"
  category   backscatter
  verdict    third-party
  confidence low
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       backscatter, dtls, quic, udp, spoofing, third-party
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 443 - DTLS, and Port 80 - QUIC (the reset of 80 bytes and its words; factor 2 to 3; secondary)" url "https://github.com/Phenomite/AMP-Research"
  reference "RFC 6347, DTLS 1.2, sections 4.1 and 4.2.1 (record; the cookie that a server sends first)" url "https://www.rfc-editor.org/rfc/rfc6347#section-4.2.1"

  # handshake record in epoch 0: HelloVerifyRequest (3) or ServerHello (2)
  packet answer {
    udp
    sport == 443
    payload matches /^\x16\xfe[\xff\xfd]\x00\x00[\x00-\xff]{8}[\x02\x03]/
  }
  packet reset { udp; sport in {80, 443}; payload matches /^\x0e[\x00-\xff]{8}PRST/ }
  packet request { from responder; solicits; udp; dport in {80, 443} }

  event by src gap 1h
    having count(request) == 0 and (distinct(answer.dst) >= 3 or distinct(reset.dst) >= 3)

  analysis {
    addresses "The sender is a server that somebody sends hellos to with forged source addresses; three of those addresses are yours."
    ports "From UDP 443 (old QUIC: 80 as well) to scattered ports."
    direction "Inbound only: nobody here sent anything to the server's port."
    time "Not documented: no study of telescopes that measures it was read (not verified)."
    header """
      A DTLS server's first answer begins 16 fe ff or 16 fe fd. It is a record of the first epoch with a cookie to send back (message 3), or, from
      servers that do without, its own hello (2). Servers of QUIC as it was before the standard answer what they do not know with a reset: 0e, the 8
      bytes of the connection, and PRST, with the words RNON and CADR further on.
    """
    bottom-line "The sender is abused as a reflector or flooded, and you are a bystander whose addresses were borrowed. Nothing here was attacked."
  }

  hypothesis "Third-party effect of forged hellos" {
    verdict third-party
    weight moderate
    because "A first answer to three hosts that never asked has no other sender."
    test "Are the addresses used by anybody? Do the ports that are answered look random?"
  }
  hypothesis "Clients of your own, captured in one direction" {
    verdict benign
    weight moderate
    because "VPN clients get the same answers."
    against "Then records of the second epoch follow, in volume."
    test "Do the hosts talk to that server? Is it your VPN gateway?"
  }
  hypothesis "Media sessions on port 443" {
    verdict benign
    weight weak
    because "Web conferences set up DTLS between hosts that speak by turns, and on this port where firewalls leave no other."
    test "Is there STUN on the same ports?"
  }

  false-positive "One-way captures of VPNs and conferences."
  blind-spot "Fewer than three addresses; a server that anybody here asked for anything; a text trace without hex dump."

  trace "a server's cookies for three hosts that sent nothing" synthetic expect match """
    10:00:00.000000 IP 192.0.2.44.443 > 198.51.100.1.50123: UDP, length 60
        0x0000:  4500 0058 d7a9 0000 3611 c08a c000 022c
        0x0010:  c633 6401 01bb c3cb 0044 3f9a 16fe ff00
        0x0020:  0000 0000 0000 0000 2f03 0000 2300 0000
        0x0030:  0000 0000 23fe ff20 38fa ef3d 2592 8099
        0x0040:  147e b307 c01c 32c7 ae68 c476 13f6 8753
        0x0050:  b8a5 c670 231e 4997
    10:00:07.000000 IP 192.0.2.44.443 > 198.51.100.99.4411: UDP, length 60
        0x0000:  4500 0058 15c1 0000 3611 8211 c000 022c
        0x0010:  c633 6463 01bb 113b 0044 c03c 16fe ff00
        0x0020:  0000 0000 0000 0000 2f03 0000 2300 0000
        0x0030:  0000 0000 23fe ff20 ea94 0032 6051 e584
        0x0040:  4633 d03b 4d28 eaa3 7484 4d4b 2922 f17f
        0x0050:  a60e 2d01 ef4a 96a9
    10:00:14.000000 IP 192.0.2.44.443 > 198.51.100.200.31000: UDP, length 60
        0x0000:  4500 0058 d718 0000 3611 c054 c000 022c
        0x0010:  c633 64c8 01bb 7918 0044 222d 16fe ff00
        0x0020:  0000 0000 0000 0000 2f03 0000 2300 0000
        0x0030:  0000 0000 23fe ff20 3792 1375 9014 a1a7
        0x0040:  1caf 3547 b2a6 2268 8965 66ff dae1 1f8d
        0x0050:  b2a5 e5fe 3fec 82ee
  """
  trace "resets of old QUIC" synthetic expect match """
    10:00:00.000000 IP 192.0.2.44.443 > 198.51.100.1.50123: UDP, length 73
        0x0000:  4500 0065 154c 0000 3611 82db c000 022c  E..e.L..6......,
        0x0010:  c633 6401 01bb c3cb 0051 d3bd 0e00 0000  .3d......Q......
        0x0020:  0000 0000 0050 5253 5403 0000 0045 5049  .....PRST....EPI
        0x0030:  4410 0000 0052 4e4f 4e18 0000 0043 4144  D....RNON....CAD
        0x0040:  5220 0000 0000 0000 0000 0000 0000 0000  R...............
        0x0050:  0000 0000 0000 0000 0000 0000 0000 0000  ................
        0x0060:  0000 0000 00                             .....
    10:00:07.000000 IP 192.0.2.44.443 > 198.51.100.99.4411: UDP, length 73
        0x0000:  4500 0065 b533 0000 3611 e291 c000 022c  E..e.3..6......,
        0x0010:  c633 6463 01bb 113b 0051 85ec 0e00 0000  .3dc...;.Q......
        0x0020:  0000 0000 0050 5253 5403 0000 0045 5049  .....PRST....EPI
        0x0030:  4410 0000 0052 4e4f 4e18 0000 0043 4144  D....RNON....CAD
        0x0040:  5220 0000 0000 0000 0000 0000 0000 0000  R...............
        0x0050:  0000 0000 0000 0000 0000 0000 0000 0000  ................
        0x0060:  0000 0000 00                             .....
    10:00:14.000000 IP 192.0.2.44.443 > 198.51.100.200.31000: UDP, length 73
        0x0000:  4500 0065 4105 0000 3611 565b c000 022c  E..eA...6.V[...,
        0x0010:  c633 64c8 01bb 7918 0051 1daa 0e00 0000  .3d...y..Q......
        0x0020:  0000 0000 0050 5253 5403 0000 0045 5049  .....PRST....EPI
        0x0030:  4410 0000 0052 4e4f 4e18 0000 0043 4144  D....RNON....CAD
        0x0040:  5220 0000 0000 0000 0000 0000 0000 0000  R...............
        0x0050:  0000 0000 0000 0000 0000 0000 0000 0000  ................
        0x0060:  0000 0000 00                             .....
  """
  trace "three clients that asked" synthetic expect no-match """
    10:00:00.000000 IP 198.51.100.1.50123 > 192.0.2.44.443: UDP, length 59
        0x0000:  4500 0057 50b6 0000 3611 477f c633 6401
        0x0010:  c000 022c c3cb 01bb 0043 ad7f 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:00.020000 IP 192.0.2.44.443 > 198.51.100.1.50123: UDP, length 60
        0x0000:  4500 0058 1ba1 0000 3611 7c93 c000 022c
        0x0010:  c633 6401 01bb c3cb 0044 84ab 16fe ff00
        0x0020:  0000 0000 0000 0000 2f03 0000 2300 0000
        0x0030:  0000 0000 23fe ff20 c2a2 0bc2 6662 cb3a
        0x0040:  7a68 4c83 b085 fe49 5ad2 9d07 c02a fa11
        0x0050:  4f17 2a90 7071 2bc4
    10:00:07.000000 IP 198.51.100.99.4411 > 192.0.2.44.443: UDP, length 59
        0x0000:  4500 0057 6680 0000 3611 3153 c633 6463
        0x0010:  c000 022c 113b 01bb 0043 5fae 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:07.020000 IP 192.0.2.44.443 > 198.51.100.99.4411: UDP, length 60
        0x0000:  4500 0058 af55 0000 3611 e87c c000 022c
        0x0010:  c633 6463 01bb 113b 0044 2b23 16fe ff00
        0x0020:  0000 0000 0000 0000 2f03 0000 2300 0000
        0x0030:  0000 0000 23fe ff20 e4fb 981b 5cb4 b9d8
        0x0040:  b39c 784a 1a8d f262 aa8a 1b11 1d44 42f5
        0x0050:  05ef 5204 154b e9d8
    10:00:14.000000 IP 198.51.100.200.31000 > 192.0.2.44.443: UDP, length 59
        0x0000:  4500 0057 0023 0000 3611 974b c633 64c8
        0x0010:  c000 022c 7918 01bb 0043 f76b 16fe ff00
        0x0020:  0000 0000 0000 0000 8c01 0000 8000 0000
        0x0030:  0000 0000 80fe fd00 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0050:  0000 0000 0000 00
    10:00:14.020000 IP 192.0.2.44.443 > 198.51.100.200.31000: UDP, length 60
        0x0000:  4500 0058 b57a 0000 3611 e1f2 c000 022c
        0x0010:  c633 64c8 01bb 7918 0044 cd95 16fe ff00
        0x0020:  0000 0000 0000 0000 2f03 0000 2300 0000
        0x0030:  0000 0000 23fe ff20 df0b a836 540a b035
        0x0040:  41a2 52ed df94 07e9 7203 650d 0816 5178
        0x0050:  455b 1e60 a9cd f8fa
  """
}
