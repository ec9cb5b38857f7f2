signature q-backdoor-packet {
  title      "Q: data with ACK from 255.255.255.0/24"
  category   control
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2002"
  licence    "CC-BY-4.0"
  tags       backdoor, control-channel, spoofing, broadcast-source, q
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 184 (BACKDOOR Q access: source 255.255.255.0/24, ACK, more than one byte) and doc/signatures/184.txt" url "https://github.com/eldondev/Snort"
  reference "RFC 1122, Requirements for Internet Hosts, section 3.2.1.3 (a broadcast address is no source)" url "https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3"

  packet order { tcp; src in 255.255.255.0/24; flags has ACK; payload.len > 1 }

  event by dst gap 1h

  analysis {
    addresses "The source lies in 255.255.255.0/24, the limited broadcast address mostly. No packet can come from there: it hides the sender, who needs no answer."
    ports "Any; the backdoor reads raw packets."
    flags "ACK set, others allowed. Filters that ask for a connection's flags let it pass."
    direction "Inbound, one way. Commands are run as root on the machine that has the backdoor; on all others the packet is dropped."
    time "Single packets without a handshake; scattered over whole networks when the sender does not know where his backdoors are."
    header "Documented in Snort's rule and its text. The example's other fields, window 0, ports 31337 and 515, are synthetic and no condition."
    bottom-line """
      Somebody sends orders to a backdoor called Q, or throws them at you in the hope that one is here. Drop packets from broadcast addresses at the
      border, and check the machine if it is a Unix host of that time.
    """
  }

  hypothesis "Orders to Q" {
    verdict malicious
    weight strong
    because "A source that cannot exist, with data in it and ACK set."
    test "Does the machine do anything within seconds, such as a connection outwards?"
  }
  hypothesis "A worm's or tool's broken source address" {
    verdict unknown
    weight moderate
    because "Faulty generators of addresses yield 255.255.255.255 now and then."
    against "They have no reason to carry data with ACK."
    test "Is the payload sense? Do many hosts get it?"
  }

  false-positive "A sender with a fault in its source address."
  blind-spot "Q with a believable source."

  trace "an order" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 14, id 0, offset 0, flags [none], proto TCP (6), length 52)
        255.255.255.255.31337 > 198.51.100.9.515: Flags [R.], seq 0:12, ack 0, win 0, length 12
    12:00:30.000000 IP (tos 0x0, ttl 14, id 0, offset 0, flags [none], proto TCP (6), length 52)
        255.255.255.255.31337 > 198.51.100.9.515: Flags [R.], seq 0:12, ack 0, win 0, length 12
  """
  trace "the same from an ordinary address" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 14, id 0, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.31337 > 198.51.100.9.515: Flags [R.], seq 0:12, ack 0, win 0, length 12
    12:00:30.000000 IP (tos 0x0, ttl 14, id 0, offset 0, flags [none], proto TCP (6), length 52)
        192.0.2.10.31337 > 198.51.100.9.515: Flags [R.], seq 0:12, ack 0, win 0, length 12
  """
  trace "without data" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 14, id 0, offset 0, flags [none], proto TCP (6), length 40)
        255.255.255.255.31337 > 198.51.100.9.515: Flags [R.], seq 0, ack 0, win 0, length 0
  """
}
