signature smurf-echo-replies {
  title      "Smurf at the victim: echo replies with id 0 and sequence number 0 from many hosts"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997-2005"
  licence    "CC-BY-4.0"
  tags       denial-of-service, amplification, smurf, icmp
  reference "smurf 4.0 by TFreak, 11 October 1997, with C. Huegen's description of the attack, smurf.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/smurf.c"
  reference "CTC Union, SHDSL manual (description of smurf)" url "http://38.142.81.21:8001/manual/ctc-union/shdsl/1-user-manual-english/page-16.html"

  packet reply { icmp; icmp.type == 0; icmp.id == 0; icmp.seq == 0 }

  event by dst gap 10s having distinct(reply.src) >= 10

  analysis {
    addresses """
      One target, many sources, in groups from the same networks: all hosts of each network that passes directed broadcasts. The sources are real, and
      innocent.
    """
    flags "Echo replies. The requests went out in the target's name from somewhere else."
    direction "Inbound only: the target sent no echo request."
    time "In bursts, one for each request that reached a broadcast address."
    header """
      smurf.c leaves ICMP id and sequence number at 0, and a reply copies both. So all replies from all networks carry 0 and 0, which ten hosts that
      were asked one by one would not. TTLs differ with the distances and systems.
    """
    bottom-line """
      This host is the victim of a smurf attack: the senders answer pings that were forged in its name. Ask the operators of the networks with the
      most senders to stop directed broadcasts; the attacker is not among the sources.
    """
  }

  hypothesis "Smurf" {
    verdict malicious
    weight strong
    because "Ten hosts and more answer a question with id 0 and sequence number 0 that this host never asked."
    test "Did the target send echo requests? Do the sources fill whole networks?"
  }
  hypothesis "Answers to a ping sweep made here" {
    verdict benign
    weight weak
    because "Some sweepers do not fill id and counter."
    against "Then the requests are in the capture."
    test "Look for them."
  }

  false-positive "A sweep of your own with a program that leaves id and sequence number at 0."
  blind-spot "Forged pings with another id."

  trace "twelve hosts of two networks" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 52, id 700, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.000500 IP (tos 0x0, ttl 112, id 703, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.21 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.001000 IP (tos 0x0, ttl 52, id 706, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.22 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.001500 IP (tos 0x0, ttl 112, id 709, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.23 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.002000 IP (tos 0x0, ttl 52, id 712, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.24 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.002500 IP (tos 0x0, ttl 112, id 715, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.25 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.003000 IP (tos 0x0, ttl 52, id 718, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.26 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.003500 IP (tos 0x0, ttl 112, id 721, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.27 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.004000 IP (tos 0x0, ttl 52, id 724, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.28 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.004500 IP (tos 0x0, ttl 112, id 727, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.29 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.005000 IP (tos 0x0, ttl 52, id 730, offset 0, flags [none], proto ICMP (1), length 92)
        203.0.113.30 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:00.005500 IP (tos 0x0, ttl 112, id 733, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.31 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
  """
  trace "answers of one host" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 52, id 700, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:01.000000 IP (tos 0x0, ttl 52, id 701, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:02.000000 IP (tos 0x0, ttl 52, id 702, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:03.000000 IP (tos 0x0, ttl 52, id 703, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:04.000000 IP (tos 0x0, ttl 52, id 704, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:05.000000 IP (tos 0x0, ttl 52, id 705, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:06.000000 IP (tos 0x0, ttl 52, id 706, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:07.000000 IP (tos 0x0, ttl 52, id 707, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:08.000000 IP (tos 0x0, ttl 52, id 708, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:09.000000 IP (tos 0x0, ttl 52, id 709, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:10.000000 IP (tos 0x0, ttl 52, id 710, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
    12:00:11.000000 IP (tos 0x0, ttl 52, id 711, offset 0, flags [none], proto ICMP (1), length 92)
        192.0.2.20 > 198.51.100.9: ICMP echo reply, id 0, seq 0, length 72
  """
}
