signature mirai-stomp-flood {
  title      "Mirai STOMP: PSH ACKs in a real connection whose numbers have a zero lower half and step by 65536"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, ack-flood, botnet, mirai
  reference "Mirai, mirai/bot/attack_tcp.c at commit 4889a6f (attack_tcp_stomp)" url "https://github.com/jgamblin/Mirai-Source-Code"

  packet push { tcp; flags == PSH|ACK; df; ip.len == 808; seq & 0xffff == 0; ack & 0xffff == 0 }

  event by src, dst, sport, dport gap 5s
    having count(push) >= 3 and constant(push.ack) and step(push.seq) == 65536

  analysis {
    addresses "The bot's own address: it makes a real connection first, so that filters which know connections let it through."
    ports "Those of that connection."
    flags "PSH and ACK."
    direction "A handshake, and then one-way traffic that the target cannot make sense of."
    time "As fast as the device can."
    header """
      Read in the source: 20 + 20 + 768 bytes, DF, TTL 64 at the sender. The header length says 32 but no options were written, so the first 12 bytes
      of random data are parsed as options. Both numbers are passed through the function for 16 bits, so that on a little-endian device the lower
      halves on the wire are zero. This project's own observation: the two numbers are exchanged as well. What is sent as the sequence number began as
      the target's own, from its SYN ACK, and is raised by one for each packet, which after the conversion is a step of 65536; the acknowledgment
      number is the bot's own and stays. With S and A the numbers of the SYN ACK, the first packet carries (S modulo 65536) * 65536 and (A modulo
      65536) * 65536.
    """
    bottom-line "The source is a bot, Mirai or made from it. Its connection is real and its address too; nothing that it sends after the handshake is."
  }

  hypothesis "Mirai's STOMP" {
    verdict malicious
    weight strong
    because "32 zero bits per packet where numbers should be, and a step of exactly 65536."
    test "Find the SYN ACK of the connection: do its numbers modulo 65536 come back in the upper halves?"
  }
  hypothesis "A broken network card or driver" {
    verdict benign
    weight weak
    because "Faults of byte order have happened."
    against "They would not raise the sequence number by 65536 for 756 bytes."
    test "Do other connections of the host look the same?"
  }

  false-positive "32 zero bits in each packet and a step of 65536 do not come from a fault of transmission."
  blind-spot "Big-endian devices (the upper halves are zero); orders with another length."

  trace "four packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050031616:2050032372, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050097152:2050097908, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050162688:2050163444, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050228224:2050228980, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
  """
  trace "numbers that advance with the data" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050031633:2050032389, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050032389:2050033145, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050033145:2050033901, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [DF], proto TCP (6), length 808)
        192.0.2.61.40122 > 198.51.100.9.80: Flags [P.], seq 2050033901:2050034657, ack 474939392, win 9004, options [unknown-147 0x51a2f07c33,eol], length 756
  """
}
