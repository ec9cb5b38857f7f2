signature reflection-ntp-monlist {
  title      "NTP amplification: full monlist answers"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "December 2013 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, ntp, denial-of-service, spoofing
  reference "US-CERT alert TA14-017A, UDP-based amplification attacks (copy), (documented: NTP's factor is 556.9)" url "https://b3tik.blogspot.com/2014/05/ta14-017a-udp-based-amplification.html"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, AMP Methods/NTP Amplification/ntp.c (source: requests of 8 bytes, version 2, mode 7, code 42)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "NTP's remote query structures (header of 8 bytes, data of at most 500), here in ptpd's copy of ntp_request.h" url "https://github.com/ptpd/ptpd"
  reference "CVE-2013-5211" url "https://www.cve.org/CVERecord?id=CVE-2013-5211"

  packet full { udp; sport == 123; payload.len in {440, 488} }
  packet marked { udp; sport == 123; payload matches /^[\x97\xd7][\x00-\xff][\x02\x03]\x2a/ }

  event by dst gap 10s having count(full) >= 10 or count(marked) >= 10

  analysis {
    addresses "The destination is the target, or the network's address that was forged. The senders are the reflectors: old time servers."
    ports "From UDP 123 to a port that the attacker chose."
    direction "Answers only. The requests went to the reflectors in the target's name and never left from here."
    time "One request of 8 bytes can bring a train of such packets; CERT measured 556.9 times the bytes."
    header """
      440 bytes of UDP payload, or 488 from older servers. Derived from the daemon's source: 8 bytes of header, then as many entries as fit 500 bytes:
      six of 72 bytes, or fifteen of 32. Where the payload was captured its first byte is 0x97 or 0xd7 (answer, version 2, mode 7) and the fourth
      0x2a, the code of the request.
    """
    bottom-line """
      The destination is under attack by NTP amplification, or its address is. Block UDP from port 123 with more than 48 bytes upstream; the senders
      are abused and should be told to close monlist.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "No time client asks for monitor lists, and ten full packets of exactly this size within seconds are a list."
    test "Are there several senders? Did the destination send mode 7 requests?"
  }
  hypothesis "An administrator asks a server for its list" {
    verdict benign
    weight weak
    because "ntpdc still can."
    against "One list comes from one server, is over in a moment, and its request is in the capture."
    test "Look for a packet of 8, 48 or 192 bytes to port 123 of the sender."
  }
  hypothesis "Answers to a survey that runs here" {
    verdict unknown
    weight weak
    because "Surveyors collect such answers on purpose."
    test "Ask who runs measurements; look for requests to many servers."
  }

  false-positive "A monitoring query by ntpdc towards a busy server of your own."
  blind-spot "Servers with fewer than six clients on their list answer with one short packet."
  blind-spot "The tail of each list, which is shorter."

  trace "two reflectors, ten full packets" synthetic expect match """
    10:00:00.000100 192.0.2.1.123 > 198.51.100.80.80: udp 440 (ttl 55, id 0)
    10:00:00.000200 192.0.2.1.123 > 198.51.100.80.80: udp 440 (ttl 55, id 0)
    10:00:00.000300 192.0.2.1.123 > 198.51.100.80.80: udp 440 (ttl 55, id 0)
    10:00:00.000400 192.0.2.1.123 > 198.51.100.80.80: udp 440 (ttl 55, id 0)
    10:00:00.000500 192.0.2.1.123 > 198.51.100.80.80: udp 440 (ttl 55, id 0)
    10:00:00.000600 203.0.113.5.123 > 198.51.100.80.80: udp 440 (ttl 48, id 0)
    10:00:00.000700 203.0.113.5.123 > 198.51.100.80.80: udp 440 (ttl 48, id 0)
    10:00:00.000800 203.0.113.5.123 > 198.51.100.80.80: udp 440 (ttl 48, id 0)
    10:00:00.000900 203.0.113.5.123 > 198.51.100.80.80: udp 440 (ttl 48, id 0)
    10:00:00.001000 203.0.113.5.123 > 198.51.100.80.80: udp 440 (ttl 48, id 0)
  """
  trace "ordinary time: 48 bytes" synthetic expect no-match """
    10:00:00.000100 192.0.2.1.123 > 198.51.100.80.123: udp 48
    10:00:00.000200 192.0.2.2.123 > 198.51.100.80.123: udp 48
    10:00:00.000300 192.0.2.3.123 > 198.51.100.80.123: udp 48
    10:00:00.000400 192.0.2.4.123 > 198.51.100.80.123: udp 48
    10:00:00.000500 192.0.2.5.123 > 198.51.100.80.123: udp 48
    10:00:00.000600 192.0.2.6.123 > 198.51.100.80.123: udp 48
    10:00:00.000700 192.0.2.7.123 > 198.51.100.80.123: udp 48
    10:00:00.000800 192.0.2.8.123 > 198.51.100.80.123: udp 48
    10:00:00.000900 192.0.2.9.123 > 198.51.100.80.123: udp 48
    10:00:00.001000 192.0.2.10.123 > 198.51.100.80.123: udp 48
  """
  trace "short lists, of one client each: ten answers" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c aa8b 0000 3611 ed70 c000 0201
        0x0010:  c633 6450 007b 0050 0058 777a 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.001000 IP 192.0.2.2.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c 25ac 0000 3611 724f c000 0202
        0x0010:  c633 6450 007b 0050 0058 7779 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.002000 IP 192.0.2.3.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c de85 0000 3611 b974 c000 0203
        0x0010:  c633 6450 007b 0050 0058 7778 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.003000 IP 192.0.2.4.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c 39a4 0000 3611 5e55 c000 0204
        0x0010:  c633 6450 007b 0050 0058 7777 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.004000 IP 192.0.2.5.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c a415 0000 3611 f3e2 c000 0205
        0x0010:  c633 6450 007b 0050 0058 7776 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.005000 IP 192.0.2.6.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c bbe8 0000 3611 dc0e c000 0206
        0x0010:  c633 6450 007b 0050 0058 7775 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.006000 IP 192.0.2.7.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c 2ff7 0000 3611 67ff c000 0207
        0x0010:  c633 6450 007b 0050 0058 7774 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.007000 IP 192.0.2.8.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c 2155 0000 3611 76a0 c000 0208
        0x0010:  c633 6450 007b 0050 0058 7773 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.008000 IP 192.0.2.9.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c 1221 0000 3611 85d3 c000 0209
        0x0010:  c633 6450 007b 0050 0058 7772 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.009000 IP 192.0.2.10.123 > 198.51.100.80.80: NTPv2, Reserved, length 80
        0x0000:  4500 006c 8804 0000 3611 0fef c000 020a
        0x0010:  c633 6450 007b 0050 0058 7771 9700 032a
        0x0020:  0001 0048 0000 0000 0000 0000
  """
  trace "ten answers as long in another mode" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c d885 0000 3611 bf76 c000 0201
        0x0010:  c633 6450 007b 0050 0058 ea7a 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.001000 IP 192.0.2.2.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c 36c2 0000 3611 6139 c000 0202
        0x0010:  c633 6450 007b 0050 0058 ea79 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.002000 IP 192.0.2.3.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c bea4 0000 3611 d955 c000 0203
        0x0010:  c633 6450 007b 0050 0058 ea78 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.003000 IP 192.0.2.4.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c 4b6e 0000 3611 4c8b c000 0204
        0x0010:  c633 6450 007b 0050 0058 ea77 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.004000 IP 192.0.2.5.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c 07ac 0000 3611 904c c000 0205
        0x0010:  c633 6450 007b 0050 0058 ea76 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.005000 IP 192.0.2.6.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c 6e7c 0000 3611 297b c000 0206
        0x0010:  c633 6450 007b 0050 0058 ea75 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.006000 IP 192.0.2.7.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c 2054 0000 3611 77a2 c000 0207
        0x0010:  c633 6450 007b 0050 0058 ea74 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.007000 IP 192.0.2.8.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c d670 0000 3611 c184 c000 0208
        0x0010:  c633 6450 007b 0050 0058 ea73 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.008000 IP 192.0.2.9.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c af25 0000 3611 e8ce c000 0209
        0x0010:  c633 6450 007b 0050 0058 ea72 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
    10:00:00.009000 IP 192.0.2.10.123 > 198.51.100.80.80: NTPv4, Server, length 80
        0x0000:  4500 006c 9bc0 0000 3611 fc32 c000 020a
        0x0010:  c633 6450 007b 0050 0058 ea71 2400 032a
        0x0020:  0001 0048 0000 0000 0000 0000
  """
}
