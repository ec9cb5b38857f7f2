signature fraggle-udp-echo {
  title      "Fraggle: UDP to the echo port of broadcast addresses"
  category   flood
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1998-2005"
  licence    "CC-BY-4.0"
  tags       denial-of-service, amplification, fraggle, udp, spoofing
  reference "fraggle by TFreak, fraggle.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/fraggle.c"
  reference "CTC Union, SHDSL manual (description of fraggle)" url "http://38.142.81.21:8001/manual/ctc-union/shdsl/1-user-manual-english/page-16.html"
  reference "RFC 862, Echo Protocol" url "https://www.rfc-editor.org/rfc/rfc862"

  packet datagram { udp; dport == 7; dst & 0xff in {0, 255}; not dst in multicast }
  packet magic { udp; dport == 7; payload.len in {102, 106, 108} }  # wakes a sleeping machine

  event by src gap 10s having count(datagram) >= 3 and count(magic) == 0

  analysis {
    addresses "The source is the victim's address, forged. The destinations are directed broadcasts, taken from a list in turn."
    ports "To port 7, echo, unless the user names another. Source port random, or the user's: 7 makes the answers echo back in their turn."
    direction "Inbound at the amplifier. Hosts with an echo service answer the victim; hosts without one send it port-unreachable messages, which is nearly as good."
    time "A pause of the user's choice between packets."
    header "Read in the source: TTL 255 at the sender, payload of one zero byte unless another size is given; nothing else is fixed."
    bottom-line "Somebody uses your network to flood the source of these datagrams. Turn off directed broadcasts and the small services; the source is the victim."
  }

  hypothesis "Fraggle" {
    verdict malicious
    weight strong
    because "Echo at a broadcast address has no other use, and no program of today sends it."
    test "Do your hosts answer? Is the source an address of your own?"
  }
  hypothesis "A search for echo services" {
    verdict malicious
    weight weak
    because "Scanners ask port 7 as well."
    against "They ask single hosts."
    test "Look at the destinations."
  }

  false-positive "Programs that wake machines by a magic packet to port 7 of the broadcast address: those of 102 bytes, and 4 or 6 more with a password, are left out, others not."
  blind-spot "Other ports (chargen, 19); networks whose broadcast address does not end in 255 or 0."

  trace "three networks in turn" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto UDP (17), length 29)
        203.0.113.80.2101 > 192.0.2.255.7: UDP, length 1
    12:00:00.020000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto UDP (17), length 29)
        203.0.113.80.3078 > 198.51.100.255.7: UDP, length 1
    12:00:00.040000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto UDP (17), length 29)
        203.0.113.80.4055 > 192.0.2.0.7: UDP, length 1
  """
  trace "echo of single hosts" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto UDP (17), length 29)
        203.0.113.80.2101 > 192.0.2.1.7: UDP, length 1
    12:00:00.020000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto UDP (17), length 29)
        203.0.113.80.3078 > 192.0.2.2.7: UDP, length 1
    12:00:00.040000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto UDP (17), length 29)
        203.0.113.80.4055 > 192.0.2.3.7: UDP, length 1
  """
}
