signature rst-seq-mod-65536 {
  title      "Resets from forged sources of a flood whose sequence numbers are multiples of 65536"
  category   backscatter
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2012 to present"
  licence    "CC-BY-4.0"
  tags       syn-flood, spoofing, booter, victim-view
  reference "StopDDoS packet captures at commit 230dd43, pkt.TCP.DOMINATE (observed: 200 of 200 bare resets have a sequence number that leaves 1)" url "https://github.com/StopDDoS/packet-captures"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, DDOS Scripts, essyn.c line 158" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1" url "https://www.rfc-editor.org/rfc/rfc9293"

  packet reset { tcp; flags & (SYN|ACK|RST|FIN) == RST; seq & 0xffff == 1; payload.len == 0 }

  event by dst, dport gap 10m having distinct(reset.src) >= 3 and distinct(reset.seq) >= 3

  analysis {
    addresses "The receiver is the flood's victim. The senders are innocent: their addresses were forged, they live, and they reject the victim's SYN ACKs."
    ports "To the port under attack."
    flags "RST without ACK. Its sequence number is the acknowledgment number of the SYN ACK that it rejects, and so the flood's sequence number plus one."
    direction "Inbound, from many hosts, as echoes of the victim's own answers."
    header """
      All sequence numbers leave 1 when divided by 65536. In the capture named above that holds for 200 of 200 resets, and for every one of 9,639 SYNs
      the lower half is zero.
    """
    bottom-line """
      This port is being SYN-flooded with forged sources by a known family of scripts. The resets are what comes back from those forged addresses that
      belong to living hosts; do not block their senders.
    """
  }

  hypothesis "Echo of a SYN flood on this port" {
    verdict malicious
    weight strong
    because "Resets of three senders or more share a lower half of 1: 16 bits of chance each."
    test "Look at the SYNs to this port at the same time: lower half zero in all?"
  }
  hypothesis "Somebody sends forged resets" {
    verdict malicious
    weight weak
    because "A reset flood could carry any number."
    against "Each sender's reset fits a SYN ACK that this host sent just before."
    test "Match each reset's sequence number with the acknowledgment number of an outgoing SYN ACK."
  }

  false-positive "None is known; three resets by chance with this form need some 200,000 others within the time."
  blind-spot "Forged addresses that do not live answer nothing; a flood with such sources alone leaves no resets."

  trace "three forged hosts reject" synthetic expect match """
    10:00:00.000000 192.0.2.1.4011 > 198.51.100.80.80: R 3798532097:3798532097(0) win 0 (ttl 54, id 0)
    10:00:00.002000 192.0.2.77.51201 > 198.51.100.80.80: R 2290352129:2290352129(0) win 0 (ttl 113, id 0)
    10:00:00.009000 203.0.113.12.877 > 198.51.100.80.80: R 3770613761:3770613761(0) win 0 (ttl 49, id 0)
  """
  trace "resets with ordinary sequence numbers" synthetic expect no-match """
    10:00:00.000000 192.0.2.1.4011 > 198.51.100.80.80: R 3798532096:3798532096(0) win 0 (ttl 54, id 0)
    10:00:00.002000 192.0.2.77.51201 > 198.51.100.80.80: R 2290358811:2290358811(0) win 0 (ttl 113, id 0)
    10:00:00.009000 203.0.113.12.877 > 198.51.100.80.80: R 3770619912:3770619912(0) win 0 (ttl 49, id 0)
  """
}
