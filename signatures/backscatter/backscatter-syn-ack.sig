# SYN flood seen from the side: the victim's open port answers addresses that never asked.
signature backscatter-syn-ack {
  title      "Answers of a flooded open port (SYN ACK, one acknowledgment number)"
  category   backscatter
  verdict    third-party
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-23
  era        "1996 to present; founding trace 1999-2000"
  licence    "CC-BY-4.0"
  tags       backscatter, syn-flood, spoofing, third-party
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (section on SYN floods)" url "https://taosecurity.com/intv2-8.html"
  reference "D. Moore, G. Voelker, S. Savage, Inferring Internet Denial-of-Service Activity, USENIX Security 2001" url "https://www.caida.org/archive/networkingbib/entries/moore01inferring/"
  reference "RFC 4987, TCP SYN Flooding Attacks and Common Mitigations" url "https://www.rfc-editor.org/rfc/rfc4987"
  reference "RFC 9293, Transmission Control Protocol, section 3.5" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  observe unsolicited-syn-ack as answer

  event by src, sport, ack gap 1h having distinct(answer.dport) >= 3 or distinct(answer.dst) >= 3

  analysis {
    addresses """
      One sender: the flood's victim. The addresses it answers are those that the flooder forged, and some of them are yours.
      Whether a host lives there does not matter.
    """
    ports """
      The source port is the service under attack (23 in the founding trace). The destination ports are the forged source ports:
      1053, 1054, 1055 there, counting up by one as the flooder counted.
    """
    flags """
      SYN ACK, the second step of a handshake, with no first step from here. A SYN ACK acknowledges the initial sequence
      number plus one, so the acknowledgment number shows what the flooder wrote into its SYNs: 322287 - 1 = 322286, every time.
      Real clients never share an initial sequence number over different connections.
    """
    direction "Inbound only. A living host here would send a bare RST back; that is a rejection and no request."
    time """
      Three answers within 0.26 s in the founding trace. This project's own observation: the answers leave 0.553, 0.293 and 0.044 s after the
      three SYNs that the founding document shows from the victim's side, so the delay shrinks from packet to packet. Either the clocks
      of the two places differ, or the two excerpts are not the same three exchanges.
    """
    header """
      This project's own observation: the victim's initial sequence numbers rise by 27,345,298 and 27,191,226 from one answer to the next, in 0.126
      and 0.128 s. Stacks descended from 4.4BSD added 64,000 per connection; were this one of them, some 425 other
      connections would have been opened between two answers that reached this sensor, about 3,400 a second. Which stack it was is not known.
    """
    bottom-line """
      The sender is being SYN-flooded on this port, and the flooder forged your addresses. Nobody is probing you. The number that all answers
      acknowledge, less one, is a mark of the flood tool: tell the owner of the sender, and look the number up.
    """
  }

  hypothesis "Third-party effect of a SYN flood" {
    verdict third-party
    weight strong
    because "One service port of one host answers many ports or hosts, and all answers acknowledge the same number: 32 bits that agree each time."
    because "Open ports answer with SYN ACK and repeat it; that is what a victim does on its own."
    test "Ask the owner of the sender whether it was flooded at that time. Look for the same number in SYN ACKs that arrive at other networks."
  }
  hypothesis "SYN ACK scan of the addressed hosts" {
    verdict malicious
    weight weak
    because "An unsolicited SYN ACK makes a living host send a reset, so it can be used to find hosts."
    against "A scanner chooses targets in some order and ports that matter; these destination ports are other people's ephemeral ports."
    against "A scanner needs no distant service port as its source, and gains nothing from holding one acknowledgment number."
    test "Compare TTL and initial sequence numbers of the answers with those of a connection that you open to the sender's port yourself: backscatter comes from that same stack."
  }
  hypothesis "Reflection: the addressed host is the target" {
    verdict malicious
    weight weak
    because "Forged SYNs in a target's name make innocent servers send SYN ACKs to it."
    against "Reflection brings many senders to few addresses; this event has one sender."
    test "Count the senders of SYN ACKs to the same address in the same hour."
  }
  hypothesis "The requests took another path" {
    verdict benign
    weight weak
    because "With asymmetric routing a sensor sees only the answers."
    against "Different connections of real clients have different initial sequence numbers."
    test "See whether any outbound SYN of that address is ever visible at this sensor."
  }

  false-positive "A test tool of your own with a fixed initial sequence number, whose SYNs leave by a path that is not captured."
  blind-spot "Floods that draw a new sequence number for each packet, as most later tools do, leave no common number and are not reported here."
  blind-spot "The victim's other ports, and answers to addresses that others own: the sensor sees a sample of the size of its address range."
  blind-spot "A victim protected by SYN cookies, or too exhausted to answer, is seen less or not at all."

  trace "open port 23, one forged address, ports counting up" observed expect match """
    11:46:14.765043 flood.victim.com.23 > spoofed.ip.one.1053:
    S 4137483508:4137483508(0) ack 322287 win 8192 <mss 1460>
    11:46:14.891108 flood.victim.com.23 > spoofed.ip.one.1054:
    S 4164828806:4164828806(0) ack 322287 win 8192 <mss 1460>
    11:46:15.019029 flood.victim.com.23 > spoofed.ip.one.1055:
    S 4192020032:4192020032(0) ack 322287 win 8192 <mss 1460>
  """
  trace "the same answers with their SYNs in the capture: solicited" synthetic expect no-match """
    11:46:14.212003 spoofed.ip.one.1053 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.598008 spoofed.ip.one.1054 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.765043 flood.victim.com.23 > spoofed.ip.one.1053:
    S 4137483508:4137483508(0) ack 322287 win 8192 <mss 1460>
    11:46:14.885522 spoofed.ip.one.1055 > flood.victim.com.23:
    S 322286:322286(0) win 8192 <mss 536,nop,nop,sackOK> (DF)
    11:46:14.891108 flood.victim.com.23 > spoofed.ip.one.1054:
    S 4164828806:4164828806(0) ack 322287 win 8192 <mss 1460>
    11:46:15.019029 flood.victim.com.23 > spoofed.ip.one.1055:
    S 4192020032:4192020032(0) ack 322287 win 8192 <mss 1460>
  """
  trace "three acknowledgment numbers instead of one" synthetic expect no-match """
    11:46:14.765043 192.0.2.23.23 > 198.51.100.1.1053:
    S 4137483508:4137483508(0) ack 322287 win 8192 <mss 1460>
    11:46:14.891108 192.0.2.23.23 > 198.51.100.1.1054:
    S 4164828806:4164828806(0) ack 981211 win 8192 <mss 1460>
    11:46:15.019029 192.0.2.23.23 > 198.51.100.1.1055:
    S 4192020032:4192020032(0) ack 1640135 win 8192 <mss 1460>
  """
}
