signature smurf-echo-request {
  title      "Smurf at the amplifier: pings with id 0 and sequence number 0 to broadcast addresses"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997-2005"
  licence    "CC-BY-4.0"
  tags       denial-of-service, amplification, smurf, icmp, spoofing
  reference "smurf 4.0 by TFreak, 11 October 1997, with C. Huegen's description of the attack, smurf.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/smurf.c"
  reference "Snort 3, decoder at commit 14aeb09f5 (DECODE_ICMP4_DST_BROADCAST)" url "https://github.com/snort3/snort3"
  reference "RFC 2644, Changing the Default for Directed Broadcasts in Routers" url "https://www.rfc-editor.org/rfc/rfc2644"

  packet ping {
    icmp
    icmp.type == 8
    icmp.id == 0
    icmp.seq == 0
    ittl == 255
    dst & 0xff in {0, 255}
    not dst in multicast
  }

  event by src gap 10s having count(ping) >= 3

  analysis {
    addresses """
      The source is the victim's address, forged. The destinations are directed broadcasts: last octet 255, or 0 for the oldest systems. The program
      goes through a list of them and begins again.
    """
    flags "ICMP echo request. Every host behind a router that still passes directed broadcasts answers, to the victim."
    direction "Inbound at the amplifier: the network on which this is seen is being used as a weapon. What the victim sees is smurf-echo-replies."
    time "A pause of the user's choice between packets; the lists had hundreds of networks."
    header """
      Read in the source: ICMP id and sequence number stay 0 in every packet, TTL 255 at the sender, the data is zeros of the length that the user
      names, up to 1024 bytes. A ping program puts its process id there and counts.
    """
    bottom-line """
      Somebody uses your network to flood the source of these pings. Turn off directed broadcasts (RFC 2644 says that they are off by default); the
      source is the victim, not the attacker.
    """
  }

  hypothesis "Smurf" {
    verdict malicious
    weight strong
    because "Pings to broadcast addresses, always with id 0 and sequence number 0, from an address that is not yours."
    test "Do your hosts answer, and does the source ever answer your resets or queries as if it knew of it?"
  }
  hypothesis "A search for amplifiers" {
    verdict malicious
    weight moderate
    because "Before a network can be used it has to be found, with the same kind of ping."
    against "A search wants the answers and uses its own address; it asks each network once."
    test "Are other networks asked from the same source, each once or twice? See broadcast-amplifier-sweep."
  }
  hypothesis "Your own discovery of hosts" {
    verdict benign
    weight weak
    because "A ping to the broadcast address was a way to list one's own network."
    test "Is the source one of yours?"
  }

  false-positive "A home-made ping without id and counter, sent to a broadcast address."
  blind-spot "Programs that fill in an id (papasmurf was not read); networks whose broadcast address does not end in 255 or 0."

  trace "three networks in turn" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 0, seq 0, length 72
    12:00:00.020000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.80 > 198.51.100.255: ICMP echo request, id 0, seq 0, length 72
    12:00:00.040000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.80 > 192.0.2.0: ICMP echo request, id 0, seq 0, length 72
  """
  trace "a ping program's identifier" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 20451, seq 0, length 64
    12:00:01.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 20451, seq 0, length 64
    12:00:02.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 20451, seq 0, length 64
  """
  trace "a ping program's counter" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 0, seq 0, length 64
    12:00:01.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 0, seq 1, length 64
    12:00:02.000000 IP (tos 0x0, ttl 238, id 0, offset 0, flags [none], proto ICMP (1), length 84)
        203.0.113.80 > 192.0.2.255: ICMP echo request, id 0, seq 2, length 64
  """
}
