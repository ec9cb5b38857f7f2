signature tcp-gen-push-flood {
  title      "TCP-GEN: PSH ACK without data, sequence number 0, acknowledgment number 16777216"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2018 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, ack-flood, booter, spoofing, tool-constant
  reference "TCP-GEN, DDOS Scripts/L4/TCP/TCP-GEN.c in the archive R00tS3c/DDOS-RootSec at commit 41e5009 (read for its header fields only)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "RFC 9293, Transmission Control Protocol, section 3.1 (PSH)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.1"

  packet push {
    tcp
    flags == PSH|ACK
    seq == 0
    ack == 16777216
    window == 64240
    options == []
    payload.len == 0
    ttl <= 52
  }

  event by dst gap 5s having count(push) >= 2

  analysis {
    addresses """
      The source is forged: one of 64 addresses that stand in the program. In the archived copy they are 199.231.233.1, .5, .9 and so on to .253,
      every fourth of one network; who owned it then is nothing to do with the attack, other than that such lists are chosen because a target's
      filters let them in.
    """
    ports """
      The destination port is the user's, or random below 65535. The source port is constant per run and means nothing: the program converts the
      address of its list of ports instead of an entry.
    """
    flags "PSH and ACK, with nothing to push."
    time "Threads without a pause, unless a rate is asked for."
    header """
      Read in the source: TTL 52 at the sender, window 64240, sequence number 0, acknowledgment number 1 stored without conversion, which is
      0x01000000 = 16777216 on the wire. This project's own observation: the IP id is meant to lie between 30000 and 68322 and is 0 or 1, because the
      function for 32 bits moves it out of the field: 1 in 2787 of 38323 cases (7 in 100), where the number passed 65535, and else 0.
    """
    bottom-line "This host is being flooded by TCP-GEN, which booters sell as a bypass of stateless filters. 64 bits of constant in each packet stop it in one rule."
  }

  hypothesis "TCP-GEN" {
    verdict malicious
    weight strong
    because "Sequence number 0 and acknowledgment number 0x01000000 in a segment that pushes nothing."
    test "Is the IP id only ever 0 or 1?"
  }
  hypothesis "Traces with relative numbers" {
    verdict unknown
    weight weak
    because "Relative numbers start at 0 and 1."
    against "16777216 is neither."
    test "Print absolute numbers (tcpdump -S)."
  }

  false-positive "64 bits of constant must agree twice. Text with relative numbers shows 0 and 1, not 16777216."
  blind-spot "Big-endian senders (acknowledgment number 1, IP id a number)."

  trace "five packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.1.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 16777216, win 64240, length 0
    12:00:00.000050 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.149.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 16777216, win 64240, length 0
    12:00:00.000100 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.41.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 16777216, win 64240, length 0
    12:00:00.000150 IP (tos 0x0, ttl 41, id 1, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.189.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 16777216, win 64240, length 0
    12:00:00.000200 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.81.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 16777216, win 64240, length 0
  """
  trace "a big-endian sender's acknowledgment number" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.1.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 1, win 64240, length 0
    12:00:00.000050 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.149.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 1, win 64240, length 0
    12:00:00.000100 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.41.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 1, win 64240, length 0
    12:00:00.000150 IP (tos 0x0, ttl 41, id 1, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.189.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 1, win 64240, length 0
    12:00:00.000200 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.81.50432 > 198.51.100.9.80: Flags [P.], seq 0, ack 1, win 64240, length 0
  """
  trace "a sequence number other than 0" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.1.50432 > 198.51.100.9.80: Flags [P.], seq 1, ack 16777216, win 64240, length 0
    12:00:00.000050 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.149.50432 > 198.51.100.9.80: Flags [P.], seq 1, ack 16777216, win 64240, length 0
    12:00:00.000100 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.41.50432 > 198.51.100.9.80: Flags [P.], seq 1, ack 16777216, win 64240, length 0
    12:00:00.000150 IP (tos 0x0, ttl 41, id 1, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.189.50432 > 198.51.100.9.80: Flags [P.], seq 1, ack 16777216, win 64240, length 0
    12:00:00.000200 IP (tos 0x0, ttl 41, id 0, offset 0, flags [none], proto TCP (6), length 40)
        199.231.233.81.50432 > 198.51.100.9.80: Flags [P.], seq 1, ack 16777216, win 64240, length 0
  """
}
