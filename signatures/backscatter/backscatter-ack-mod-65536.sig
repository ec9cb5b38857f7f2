signature backscatter-ack-mod-65536 {
  title      "Answers to a flood whose sequence numbers are multiples of 65536"
  category   backscatter
  verdict    third-party
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party, booter
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.DOMINATE, amp.TCP.syn and amp.dns.RRSIG.fragmented (observed: sequence numbers with a lower half of zero, and the answers to them)" url "https://github.com/StopDDoS/packet-captures"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, DDOS Scripts, essyn.c line 158 (a 16-bit value written into the 32-bit field by htons)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 9293, Transmission Control Protocol, sections 3.5 and 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet answer {
    tcp
    flags & (SYN|ACK|RST|FIN) in {SYN|ACK, RST|ACK}
    ack & 0xffff == 1
    ack != 1
    payload.len == 0
  }

  packet other {
    tcp
    flags & (SYN|ACK|RST|FIN) in {SYN|ACK, RST|ACK}
    ack & 0xffff != 1
    payload.len == 0
  }

  event by src gap 1h having distinct(answer.ack, 10m) >= 3 and 4 * count(answer) >= count(other)

  analysis {
    addresses "The sender is the flood's victim; the addresses that it answers were forged."
    ports "From the port under attack."
    flags "SYN ACK from an open port, RST ACK from a closed one."
    direction "Inbound, with no SYN from here."
    header """
      Every acknowledgment number leaves 1 when it is divided by 65536: the SYNs had sequence numbers whose lower 16 bits were zero. A family of flood
      scripts puts a 16-bit random number, with its bytes exchanged as for a port, into the 32-bit field; on a little-endian machine it lands in the
      upper half. Three different numbers of this kind are 48 bits of chance. This project's own observation: in a public capture of another attack
      (DNS, 21 September 2021) a Google front end answers three ports of the target with the numbers 604831745, 2370568193 and 3402563585, all of this
      form, among the background: a second flood that nobody had looked for.
    """
    bottom-line """
      The sender is being SYN-flooded by a member of one family of attack scripts, in use since about 2012, and the flooder forged your addresses. You
      are a bystander. The number tells the tool, as 674711610 did in 2000.
    """
  }

  hypothesis "Third-party effect of a flood by these scripts" {
    verdict third-party
    weight strong
    because "Three acknowledgment numbers with the same lower half of 1 come from one source within ten minutes."
    test "Ask the sender's owner for the flood's packets: no SYN of the scripts has a sequence number with anything but zeros below."
  }
  hypothesis "Third-party effect of a Blaster flood" {
    verdict third-party
    weight weak
    because "The worm's flood leaves the same lower half."
    against "Its numbers are below 2^31 as well, and its victim was one web site in 2003."
    test "Is any of the numbers 2^31 or above?"
  }
  hypothesis "Chance" {
    verdict benign
    weight weak
    against "One answer in 65536 looks like this. Three within ten minutes need some 200,000 answers of one sender."
    test "Count the other answers of the sender in that time."
  }

  false-positive "By chance one answer in 65536 is of this form; the pattern asks for one in five of the sender's."
  blind-spot "Fewer than three different numbers within ten minutes."
  blind-spot "A victim that drops what it cannot serve."

  trace "answers of a Google front end among the background of a DNS attack's capture, 21 September 2021" observed expect match """
    15:45:25.250967 172.217.194.153.443 > 10.10.10.10.8381: S 1062256022:1062256022(0) ack 604831745 win 65535 <mss 1430,nop,nop,sackOK,nop,wscale 8>
    15:45:25.709465 172.217.194.153.443 > 10.10.10.10.30194: S 1128610776:1128610776(0) ack 2370568193 win 65535 <mss 1430,nop,nop,sackOK,nop,wscale 8>
    15:45:29.282979 172.217.194.153.443 > 10.10.10.10.8381: S 1062256022:1062256022(0) ack 604831745 win 65535 <mss 1430,nop,nop,sackOK,nop,wscale 8>
    15:45:30.050349 172.217.194.153.443 > 10.10.10.10.34143: S 1889730746:1889730746(0) ack 3402563585 win 65535 <mss 1430,nop,nop,sackOK,nop,wscale 8>
    15:45:31.087122 172.217.194.153.443 > 10.10.10.10.34143: S 1889730746:1889730746(0) ack 3402563585 win 65535 <mss 1430,nop,nop,sackOK,nop,wscale 8>
  """
  trace "an open port answers three forged addresses" synthetic expect match """
    10:00:00.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460>
    10:00:40.000000 192.0.2.21.21 > 198.51.100.9.21: S 311457256:311457256(0) ack 2290352129 win 65535 <mss 1460>
    10:01:10.000000 192.0.2.21.21 > 198.51.100.61.21: S 1074583123:1074583123(0) ack 3770613761 win 65535 <mss 1460>
  """
  trace "the lower halves are 2" synthetic expect no-match """
    10:00:00.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532098 win 65535 <mss 1460>
    10:00:40.000000 192.0.2.21.21 > 198.51.100.9.21: S 311457256:311457256(0) ack 2290352130 win 65535 <mss 1460>
    10:01:10.000000 192.0.2.21.21 > 198.51.100.61.21: S 1074583123:1074583123(0) ack 3770613762 win 65535 <mss 1460>
  """
  trace "one such answer, repeated" synthetic expect no-match """
    10:00:00.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460>
    10:00:02.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460>
    10:00:04.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460>
  """
}
