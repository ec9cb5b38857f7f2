signature icmp-query-fingerprinting {
  title      "One host asked with three kinds of ICMP query: echo, timestamp, information, address mask"
  category   fingerprinting
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2000 to present; observed trace November 2001"
  licence    "CC-BY-4.0"
  tags       scan, icmp, os-detection, fingerprinting
  reference "O. Arkin, ICMP Usage in Scanning: The Complete Know-How, version 3.0, June 2001 (which systems answer which query, and how)"
  reference "Capture osfingerprinting.pcap among the files of C. Sanders, Practical Packet Analysis, in markofu/pcaps" url "https://github.com/markofu/pcaps/tree/master/PracticalPacketAnalysis/ppa-capture-files"
  reference "RFC 792, Internet Control Message Protocol (echo, timestamp, information)" url "https://www.rfc-editor.org/rfc/rfc792"
  reference "RFC 950, Internet Standard Subnetting Procedure, appendix I (address mask)" url "https://www.rfc-editor.org/rfc/rfc950"
  reference "RFC 6918, Formally Deprecating Some ICMPv4 Message Types, section 2.3 (information and address mask)" url "https://www.rfc-editor.org/rfc/rfc6918"

  packet query { icmp; icmp.type in {8, 13, 15, 17} }

  event by src, dst gap 60s having distinct(query.icmp.type) >= 3

  analysis {
    addresses "One asks, one is asked. The asker needs the answers, so its address is true, or it sees the traffic of the one that it uses."
    flags """
      Echo (type 8), timestamp (13), information (15) and address mask (17) requests. Systems differ in which they answer: in the observed trace echo and timestamp are answered and information and address mask are not, as
      RFC 6918 later recommended to everybody.
    """
    time "The observed set takes 18 seconds, most of it waiting for answers that do not come."
    header """
      In the observed trace each query comes twice, some again with DF, some with code 1 where 0 is prescribed: what a system copies from a wrong question into its answer tells systems apart, too. There
      the echo with code 1 is answered, the timestamp with code 1 is not. Five echo requests with TTL 1 to 5 come first, and the target answers all of them: it is on the asker's own network.
      What the answers gave away, this project's own observation: the receive times of the timestamp replies (363:38:03, 993:30:29, 1040:06:41) are no times of day, but with their bytes exchanged they are 14:07:37.806, 14:07:48.181 and
      14:07:48.191, as far apart as the packets (10.38 s, then one tick of 10 ms). The host writes its clock in its own byte order, little-endian, which with TTL 128 says Windows.
    """
    bottom-line "Somebody finds out what system this host runs, by ICMP alone. No programme asks three of these things for its own use. Expect probes that suit the answer."
  }

  hypothesis "Operating-system detection by ICMP" {
    verdict malicious
    weight strong
    because "The kinds differ, the target stays the same, and some queries are malformed on purpose."
    test "Are there codes other than 0, DF set or TOS odd in some of them? What did the host answer?"
  }
  hypothesis "Host discovery that tries several kinds, as nmap -PE -PP -PM does" {
    verdict malicious
    weight moderate
    because "A filter that stops echo may let timestamps pass."
    against "It asks each host once and goes on; information requests are not among nmap's."
    test "Were other hosts asked the same?"
  }
  hypothesis "Monitoring that measures clocks and reachability" {
    verdict benign
    weight weak
    because "Timestamps have been used to compare clocks (clockdiff), beside pings."
    against "That is two kinds. Nobody monitors address masks."
    test "Does it come back regularly from a host of your own?"
  }

  false-positive "Host discovery with several ICMP kinds by a scanner of your own."
  blind-spot "Two kinds only, and tools that wait more than a minute between the kinds (xprobe2-echo knows one by its echo alone)."

  trace "echo, timestamp, address mask, information, some with DF" observed expect match """
    22:19:01.735623 IP (tos 0x0, ttl 5, id 59535, offset 0, flags [none], proto ICMP (1), length 44)
        10.0.0.29 > 10.0.0.2: ICMP echo request, id 44032, seq 1024, length 24
    22:19:01.735772 IP (tos 0x0, ttl 128, id 13038, offset 0, flags [none], proto ICMP (1), length 44)
        10.0.0.2 > 10.0.0.29: ICMP echo reply, id 44032, seq 1024, length 24
    22:19:02.751507 IP (tos 0x0, ttl 255, id 59536, offset 0, flags [none], proto ICMP (1), length 40)
        10.0.0.29 > 10.0.0.2: ICMP time stamp query id 44032 seq 0, length 20
    22:19:02.751715 IP (tos 0x0, ttl 128, id 13039, offset 0, flags [none], proto ICMP (1), length 40)
        10.0.0.2 > 10.0.0.29: ICMP time stamp reply id 44032 seq 0: org 22:19:03.010, recv 363:38:03.651, xmit 363:38:03.651, length 20
    22:19:03.627922 IP (tos 0x0, ttl 255, id 59538, offset 0, flags [none], proto ICMP (1), length 44)
        10.0.0.29 > 10.0.0.2: ICMP address mask request, length 24
    22:19:07.951066 IP (tos 0x0, ttl 255, id 59540, offset 0, flags [none], proto ICMP (1), length 28)
        10.0.0.29 > 10.0.0.2: ICMP information request, length 8
    22:19:12.243300 IP (tos 0x0, ttl 255, id 59542, offset 0, flags [DF], proto ICMP (1), length 44)
        10.0.0.29 > 10.0.0.2: ICMP echo request, id 44032, seq 0, length 24
    22:19:12.243522 IP (tos 0x0, ttl 128, id 13041, offset 0, flags [DF], proto ICMP (1), length 44)
        10.0.0.2 > 10.0.0.29: ICMP echo reply, id 44032, seq 0, length 24
    22:19:13.134474 IP (tos 0x0, ttl 255, id 59544, offset 0, flags [DF], proto ICMP (1), length 40)
        10.0.0.29 > 10.0.0.2: ICMP time stamp query id 44032 seq 0, length 20
    22:19:13.907254 IP (tos 0x0, ttl 255, id 59546, offset 0, flags [none], proto ICMP (1), length 44)
        10.0.0.29 > 10.0.0.2: ICMP echo request, id 44032, seq 0, length 24
  """
  trace "echo and timestamp only" synthetic expect no-match """
    22:19:01.735623 IP (tos 0x0, ttl 5, id 59535, offset 0, flags [none], proto ICMP (1), length 44)
        10.0.0.29 > 10.0.0.2: ICMP echo request, id 44032, seq 1024, length 24
    22:19:01.735772 IP (tos 0x0, ttl 128, id 13038, offset 0, flags [none], proto ICMP (1), length 44)
        10.0.0.2 > 10.0.0.29: ICMP echo reply, id 44032, seq 1024, length 24
    22:19:02.751507 IP (tos 0x0, ttl 255, id 59536, offset 0, flags [none], proto ICMP (1), length 40)
        10.0.0.29 > 10.0.0.2: ICMP time stamp query id 44032 seq 0, length 20
    22:19:02.751715 IP (tos 0x0, ttl 128, id 13039, offset 0, flags [none], proto ICMP (1), length 40)
        10.0.0.2 > 10.0.0.29: ICMP time stamp reply id 44032 seq 0: org 22:19:03.010, recv 363:38:03.651, xmit 363:38:03.651, length 20
    22:19:12.243300 IP (tos 0x0, ttl 255, id 59542, offset 0, flags [DF], proto ICMP (1), length 44)
        10.0.0.29 > 10.0.0.2: ICMP echo request, id 44032, seq 0, length 24
    22:19:12.243522 IP (tos 0x0, ttl 128, id 13041, offset 0, flags [DF], proto ICMP (1), length 44)
        10.0.0.2 > 10.0.0.29: ICMP echo reply, id 44032, seq 0, length 24
    22:19:13.134474 IP (tos 0x0, ttl 255, id 59544, offset 0, flags [DF], proto ICMP (1), length 40)
        10.0.0.29 > 10.0.0.2: ICMP time stamp query id 44032 seq 0, length 20
  """
}
