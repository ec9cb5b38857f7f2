signature synscan-syn-fin-39426 {
  title      "synscan: SYN FIN with IP id 39426"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000-2002"
  licence    "CC-BY-4.0"
  tags       scan, worm, tcp, syn-fin, tool-mark
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 630 and doc/signatures/630.txt" url "https://github.com/eldondev/Snort"
  reference "A SYN FIN packet of 18 February 2002 with this IP id, window 1028, TTL 24" url "http://www.finchhaven.com/pages/incidents/021802_1359.html"
  reference "RFC 9293, section 3.10.7" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7"

  packet probe {
    ip
    tcp
    flags & (SYN|FIN|RST|ACK|PSH|URG) == SYN|FIN
    id == 39426
    options == []
    payload.len == 0
  }

  event by src gap 1h having count(probe) >= 1

  analysis {
    ports "Port 21 in the trace of 2002."
    flags "SYN with FIN: open and close at once, which no TCP sends."
    time "Very fast."
    header "IP id 39426 = 0x9a02, the bytes of 666 (0x029a) exchanged: the author wrote 666 without converting it to network order. Window 1028 (0x0404) and TTL 24 on arrival were seen in 2002; later versions draw the id."
    bottom-line "synscan, the scanner inside the Ramen worm, canserserver and the t0rn kit of 2000 to 2002. The source is a compromised host. Seen today it is a museum piece or a replay."
  }
  hypothesis "synscan or a worm that carries it" {
    verdict malicious
    weight strong
    because "The id together with SYN FIN is documented for this program and its descendants."
    test "Which port? Did an exploit of that service follow within a minute?"
  }
  hypothesis "Replay of an old capture" {
    verdict benign
    weight moderate
    because "Teaching and test traffic contains it."
    test "Do times, addresses and other traffic belong to today?"
  }
  false-positive "SYN FIN does not occur by itself, and this id beside it is one chance in 65,536."
  blind-spot "Later versions with random ids; sscan and mscan, which use the id without SYN FIN."
  trace "four probes with the numbers of the 2002 trace" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 24, id 39426, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.20.21: Flags [FS], seq 4219466552, win 1028, length 0
    03:00:00.010000 IP (tos 0x0, ttl 24, id 39426, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.21.21: Flags [FS], seq 3746962817, win 1028, length 0
    03:00:00.020000 IP (tos 0x0, ttl 24, id 39426, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.22.21: Flags [FS], seq 1242556254, win 1028, length 0
    03:00:00.030000 IP (tos 0x0, ttl 24, id 39426, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.23.21: Flags [FS], seq 4129516531, win 1028, length 0
  """
  trace "another IP id" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 24, id 39427, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.20.21: Flags [FS], seq 4219466552, win 1028, length 0
    03:00:00.010000 IP (tos 0x0, ttl 24, id 39427, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.21.21: Flags [FS], seq 3746962817, win 1028, length 0
    03:00:00.020000 IP (tos 0x0, ttl 24, id 39427, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.22.21: Flags [FS], seq 1242556254, win 1028, length 0
    03:00:00.030000 IP (tos 0x0, ttl 24, id 39427, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.10.21 > 198.51.100.23.21: Flags [FS], seq 4129516531, win 1028, length 0
  """
}
