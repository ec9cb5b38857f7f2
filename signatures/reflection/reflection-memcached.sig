signature reflection-memcached {
  title      "memcached amplification: large datagrams from UDP port 11211"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "February 2018 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, memcached, denial-of-service
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 11211" url "https://github.com/Phenomite/AMP-Research"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, Memcache Amplification/mem.c line 82 (source: the request)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "4 Corner Networks, Memcached, newest amplification attack (documented: figures of February 2018)" url "https://www.4cornernetworks.com/2018/03/02/memcached-newest-amplification-attack-out-there-2/"

  packet answer { udp; sport == 11211; payload.len >= 1000 }

  event by dst gap 10s having count(answer, 10s) >= 10

  analysis {
    addresses "The destination is the target. The senders are memcached servers open to the Internet: the reflectors. Few are enough."
    ports "From UDP 11211."
    direction "Answers without a request from here."
    time "Trains of packets as fast as the server can send: a stored value of a megabyte makes some 750 datagrams of 1,400 bytes."
    header """
      Datagrams of about 1,400 bytes. The script that was read asks for several keys at once (gets a b c and so on) in 65 bytes; factors of 10,000
      were observed, and 51,200 is the reckoned limit.
    """
    bottom-line """
      The destination is under attack by memcached reflection, of all known kinds the one with the highest factor. Drop UDP from port 11211 upstream.
      Nothing legitimate uses it across the Internet.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "Ten large datagrams in ten seconds from the port of a cache that belongs inside a data centre."
    test "Did the destination ask? Are the senders known servers of your own?"
  }
  hypothesis "A cache of your own over UDP" {
    verdict benign
    weight moderate
    because "Large sites did run memcached over UDP inside."
    test "Are both ends in your own data centre?"
  }

  false-positive "memcached over UDP inside a data centre."
  blind-spot "Answers of less than 1,000 bytes, as servers that hold nothing large give."

  trace "one reflector" synthetic expect match """
    10:00:00.0001 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0002 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0003 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0004 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0005 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0006 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0007 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0008 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0009 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
    10:00:00.0010 192.0.2.1.11211 > 198.51.100.80.80: udp 1400
  """
  trace "the same sizes towards the port" synthetic expect no-match """
    10:00:00.0001 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0002 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0003 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0004 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0005 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0006 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0007 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0008 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0009 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
    10:00:00.0010 192.0.2.1.80 > 198.51.100.80.11211: udp 1400
  """
}
