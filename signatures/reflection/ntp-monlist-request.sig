signature ntp-monlist-request {
  title      "Requests for NTP monitor lists"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "December 2013 to present"
  licence    "CC-BY-4.0"
  tags       amplification, ntp, survey, spoofing
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, AMP Methods/NTP Amplification/ntp.c (source: 8 bytes, random source port, TTL 255)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "ZMap at commit 8de8833, examples/udp-probes/ntp_123_monlist.pkt (192 bytes)" url "https://github.com/zmap/zmap"
  reference "masscan at commit 2be4093, templ-payloads.c line 104 (48 bytes, the same beginning)" url "https://github.com/robertdavidgraham/masscan"
  reference "US-CERT alert TA14-017A, UDP-based amplification attacks (copy)" url "https://b3tik.blogspot.com/2014/05/ta14-017a-udp-based-amplification.html"

  packet sized { udp; dport == 123; payload.len in {8, 192} }
  packet marked { udp; dport == 123; payload starts |17 00 03 2a| }

  event by src gap 60s having count(sized) >= 3 or count(marked) >= 3

  analysis {
    addresses """
      If one destination is asked many times, the source is forged: it is the victim's address, and the destination is being used as a reflector. If
      many destinations are asked once each, the source is real: a survey.
    """
    ports "To UDP 123."
    direction "Requests. The answers, if the servers give any, go to the source address and are what hurts."
    header """
      8 bytes from the attack script, 192 from ZMap's probe file. Time clients send 48 bytes (more with authentication). Where the payload was
      captured it begins 17 00 03 2a: version 2, mode 7, implementation 3, code 42; masscan's request begins the same and has 48 bytes. The script
      sets TTL 255.
    """
    bottom-line """
      Somebody asks time servers for their lists of clients: to use them against the source address, or to find servers that can be so used. Make sure
      that none of yours answers.
    """
  }

  hypothesis "A server here is used as reflector" {
    verdict malicious
    weight moderate
    because "The same server is asked again and again by an address that does nothing else here."
    test "Does the server answer with packets of 440 bytes? Does the TTL of the requests fit the distance of the source?"
  }
  hypothesis "A survey for open reflectors" {
    verdict malicious
    weight moderate
    because "Many servers are asked once each."
    against "Some surveyors mean well and publish what they find."
    test "Is the source a known research scanner?"
  }
  hypothesis "An administrator with ntpdc" {
    verdict benign
    weight weak
    because "ntpdc's requests have the same form."
    test "Is the source one of yours?"
  }

  false-positive "ntpdc in the hands of your own administrators."
  blind-spot "masscan's requests in a capture without payload: their 48 bytes look like any client's."

  trace "one reflector asked in the victim's name" synthetic expect match """
    10:00:00.000100 198.51.100.80.4011 > 192.0.2.123.123: udp 8 (ttl 244, id 1)
    10:00:00.000900 198.51.100.80.50211 > 192.0.2.123.123: udp 8 (ttl 244, id 1)
    10:00:00.001700 198.51.100.80.9233 > 192.0.2.123.123: udp 8 (ttl 244, id 1)
  """
  trace "ordinary clients" synthetic expect no-match """
    10:00:00.000100 198.51.100.80.123 > 192.0.2.123.123: udp 48
    10:00:02.000900 198.51.100.80.123 > 192.0.2.123.123: udp 48
    10:00:04.001700 198.51.100.80.123 > 192.0.2.123.123: udp 48
  """
  trace "masscan's request of 48 bytes to three hosts: the beginning tells it from a client's" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.123: NTPv2, Reserved, length 48
        0x0000:  4500 004c 424e 0000 3611 561d c000 0201
        0x0010:  c633 6401 9c40 007b 0038 5c62 1700 032a
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.123: NTPv2, Reserved, length 48
        0x0000:  4500 004c 4a6f 0000 3611 4dfb c000 0201
        0x0010:  c633 6402 9c40 007b 0038 5c61 1700 032a
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.123: NTPv2, Reserved, length 48
        0x0000:  4500 004c af6d 0000 3611 e8fb c000 0201
        0x0010:  c633 6403 9c40 007b 0038 5c60 1700 032a
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000
  """
  trace "three clients' requests as long" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.123: NTPv4, Client, length 48
        0x0000:  4500 004c e8d7 0000 3611 af93 c000 0201
        0x0010:  c633 6401 9c40 007b 0038 4ca0 2300 06ec
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.123: NTPv4, Client, length 48
        0x0000:  4500 004c af1f 0000 3611 e94a c000 0201
        0x0010:  c633 6402 9c40 007b 0038 4c9f 2300 06ec
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.123: NTPv4, Client, length 48
        0x0000:  4500 004c cd50 0000 3611 cb18 c000 0201
        0x0010:  c633 6403 9c40 007b 0038 4c9e 2300 06ec
        0x0020:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0030:  0000 0000 0000 0000 0000 0000 0000 0000
        0x0040:  0000 0000 0000 0000 0000 0000
  """
}
