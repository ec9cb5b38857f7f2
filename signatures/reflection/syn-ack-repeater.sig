signature syn-ack-repeater {
  title      "Server that repeats one SYN ACK at a fixed interval without end"
  category   reflection
  verdict    third-party
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "June 2021"
  licence    "CC-BY-4.0"
  tags       reflection, syn-ack, amplification, third-party
  reference "StopDDoS packet captures at commit 230dd43, amp.TCP.syn.optionallyACK.optionallysamePort (observed: 396 copies in 2 s steps, 136 in 6 s steps, over 818 s)" url "https://github.com/StopDDoS/packet-captures"
  reference "Linux, ip-sysctl documentation (first retransmission after 1 s, SYN ACK retries end after 63 s), (what an ordinary server does)" url "https://git.zx2c4.com/linux-dev/diff/?id=d8513df2598e5142f8a5c4724f28411936e1dfc7"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, DDOS Scripts/L4/TCP (floods with equal source and destination ports)" url "https://github.com/R00tS3c/DDOS-RootSec"

  packet answer { tcp; flags & (SYN|ACK|RST|FIN) == SYN|ACK; payload.len == 0 }

  event by src, sport, dst, dport, seq, ack gap 30s
    having count(answer) >= 10 and interval.mean(answer) >= 500ms and interval.max(answer) <= 10s

  analysis {
    addresses "The sender answers a SYN that carried the receiver's address. The receiver is the target, or a bystander whose address was drawn."
    ports "From 21 to 21 in the captured case: the flooder writes the same port on both ends."
    flags "SYN ACK, always the same: sequence and acknowledgment number, ports, window, mss."
    direction "Inbound only."
    time """
      A fixed interval: 2.0 s at one server (396 copies seen; where some are lost the pause is two or three intervals), 6.0 s at another (136 copies),
      and no end within 818 s. An ordinary server doubles its interval and gives up; Linux does so after 63 s and five repeats.
    """
    header """
      Window 65535, mss 1460 and received TTL 236 at the first server; 64240, 1412 and 245 at the second. The acknowledgment numbers, 3798532097 and
      2290352129, both leave 1 when divided by 65536: see the signature for that relation.
    """
    bottom-line """
      A broken TCP or a middlebox answers one forged SYN hundreds of times. It is being used as a reflector, and hardly knows. Tell its owner; a reset
      from the addressed host would end the series, if it got through.
    """
  }

  hypothesis "Reflector in a SYN ACK reflection attack" {
    verdict third-party
    weight strong
    because "One number pair, repeated at a fixed interval beyond what any ordinary TCP does."
    test "Do other senders answer the same address at the same time? Then it is a target."
  }
  hypothesis "Backscatter of a SYN flood, from a server with odd timers" {
    verdict third-party
    weight moderate
    because "From a single forged address the two cannot be told apart."
    test "Does the same sender answer other addresses too?"
  }
  hypothesis "Load balancer that measures by SYN ACKs" {
    verdict benign
    weight weak
    because "Such probes repeat as well."
    against "They repeat once or twice, to port 53 of a name server."
    test "Is the acknowledgment number the sequence number less one?"
  }

  false-positive "A laboratory host whose peer drops everything, with a stack that does not back off."
  blind-spot "Fewer than ten copies, or ten seconds and more without one because copies were lost."

  trace "ten copies at 2 s, one lost" synthetic expect match """
    10:00:00.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 100)
    10:00:02.001000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 171)
    10:00:04.001000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 242)
    10:00:06.002000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 313)
    10:00:08.002000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 384)
    10:00:10.003000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 455)
    10:00:12.003000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 526)
    10:00:14.004000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 597)
    10:00:18.004000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 739)
    10:00:20.004000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 810)
  """
  trace "a server that backs off further and further" synthetic expect no-match """
    10:00:00.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 100)
    10:00:01.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 171)
    10:00:02.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 242)
    10:00:03.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 313)
    10:00:04.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 384)
    10:00:06.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 455)
    10:00:10.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 526)
    10:00:18.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 597)
    10:00:34.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 739)
    10:00:50.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 810)
  """
  trace "six copies" synthetic expect no-match """
    10:00:00.000000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 100)
    10:00:02.001000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 171)
    10:00:04.001000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 242)
    10:00:06.002000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 313)
    10:00:08.002000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 384)
    10:00:10.003000 192.0.2.21.21 > 198.51.100.1.21: S 1822395560:1822395560(0) ack 3798532097 win 65535 <mss 1460> (ttl 236, id 455)
  """
}
