signature blaster-syn-flood {
  title      "Blaster's flood on windowsupdate.com: 50 SYNs a second from one network, IP id 256"
  category   worm
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "August 2003 on"
  licence    "CC-BY-4.0"
  tags       worm, denial-of-service, syn-flood, blaster, spoofing
  reference "A commented reconstruction of Blaster's source, as kept in bitBlaster/bitBlaster.c of saadmahboob/Win32.BitBlaster" url "https://github.com/saadmahboob/Win32.BitBlaster"
  reference "Panda Security, encyclopedia, Blaster" url "http://www.pandasecurity.com/enterprise/security-info/about-malware/encyclopedia/overview.aspx?idvirus=40369&sind=0"
  reference "Wikipedia, Linear congruential generator (parameters of Microsoft's C library: multiplier 214013, increment 2531011, bits 30 to 16)" url "https://en.wikipedia.org/wiki/Linear_congruential_generator"

  packet syn {
    tcp
    flags == SYN
    dport == 80
    1000 <= sport <= 1999
    seq & 0x8000ffff == 0
    id == 256
    window == 16384
    options == []
    ittl == 128
    not df
  }

  event by dst, src >> 16 gap 10s having count(syn) >= 3 and distinct(syn.src) >= 3

  analysis {
    addresses "The source is forged within the infected host's own network: its first two octets are true, the last two random from 0 to 254. One event per network."
    ports "To 80, from 1000 to 1999."
    flags "SYN alone."
    direction """
      Outbound from the infected host's network. Since the name windowsupdate.com was taken away the worm sends to 255.255.255.255, which never leaves
      the local wire.
    """
    time """
      One packet every 20 ms, 50 a second, for as long as the date allows: a day above 15 and a month above 8 in the reconstruction, days 15 to 31 and
      all of September to December in Panda's description.
    """
    header """
      Read in the reconstruction: 40 bytes, TTL 128 at the sender, IP id 1 stored without conversion = 256, window 16384, acknowledgment number 0. The
      sequence number is a random number of 15 bits passed through the function for 16: on the wire a multiple of 65536 below 2147483648, not 0 to
      32767 as the reconstruction's comment has it. This project's own observation: the generator is seeded with the milliseconds since start-up
      before every packet, so all that is random in a packet follows from that one number. It has 32 bits, the packet shows about 41, so a search
      through the possible seeds finds it: one packet tells how long the infected machine has been running. From packet to packet the first random
      number, which makes one of the last two octets, rises by 65 or 66 (modulo 32768) for the 20 ms of the pause, 98 for 30 and 101 or 102 for 31.
      The packets of the synthetic trace are made that way, at 81234567 ms.
    """
    bottom-line """
      A host in the source's network (the first two octets) is infected with Blaster. Find it by its hardware address, or by its scan of port 135; the
      source addresses are forged.
    """
  }

  hypothesis "Blaster" {
    verdict malicious
    weight strong
    because "Id 256, window 16384, a thousand source ports and a sequence number of 15 bits, 50 a second."
    test "Does a host of that network scan port 135 in order?"
  }
  hypothesis "Another Windows program with raw sockets" {
    verdict malicious
    weight weak
    because "The flooder that counts from 674719801 has the same id, window and TTL."
    against "Its sequence numbers use the lower half."
    test "Look at the lower half."
  }

  false-positive "Another Windows program that writes its id without conversion and its number through the function for 16 bits; the counting flooder uses the lower half."
  blind-spot "A sensor that does not see three packets of one network within ten seconds."

  trace "four packets of one machine" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.60.82.1849 > 198.51.100.9.80: Flags [S], seq 1226440704, win 16384, length 0
    12:00:00.020000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.187.148.1685 > 198.51.100.9.80: Flags [S], seq 1861091328, win 16384, length 0
    12:00:00.050000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.59.246.1554 > 198.51.100.9.80: Flags [S], seq 665518080, win 16384, length 0
    12:00:00.070000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.59.56.1389 > 198.51.100.9.80: Flags [S], seq 1300168704, win 16384, length 0
  """
  trace "the lower half is used" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.60.82.1849 > 198.51.100.9.80: Flags [S], seq 1226445415, win 16384, length 0
    12:00:00.020000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.187.148.1685 > 198.51.100.9.80: Flags [S], seq 1861096040, win 16384, length 0
    12:00:00.050000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.59.246.1554 > 198.51.100.9.80: Flags [S], seq 665522793, win 16384, length 0
    12:00:00.070000 IP (tos 0x0, ttl 117, id 256, offset 0, flags [none], proto TCP (6), length 40)
        192.0.59.56.1389 > 198.51.100.9.80: Flags [S], seq 1300173418, win 16384, length 0
  """
}
