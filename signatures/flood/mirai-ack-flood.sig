signature mirai-ack-flood {
  title      "Mirai ACK flood: 512 bytes in ACKs of no connection, one window for all"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 on"
  licence    "CC-BY-4.0"
  tags       denial-of-service, ack-flood, botnet, mirai
  reference "Mirai, mirai/bot/attack_tcp.c at commit 4889a6f (attack_tcp_ack)" url "https://github.com/jgamblin/Mirai-Source-Code"

  packet stray { tcp; flags == ACK; payload.len == 512; options == []; ittl == 64; not df }

  event by src, dst, window gap 5s
    having count(stray) >= 8 and distinct(stray.sport) >= 8 and distinct(stray.seq) >= 8

  analysis {
    addresses "The source is the bot's own address, unless the order says to forge it; then this event, which is kept by source, does not come about."
    ports "Source port random, anew for each packet; so is the destination port unless the order names it."
    flags "ACK alone, with data. Outside any connection the target answers with a reset."
    time "As fast as the device can: this attack is meant to fill the line."
    header """
      Read in the source: TTL 64 at the sender, DF clear, no options, 512 bytes of random data, sequence and acknowledgment number random. The window
      is drawn once for each target and stays for the whole attack. This project's own observation: so one host seems to hold many connections, of
      which none has the same number twice and all advertise the very same window; a real host's windows move with its buffers.
    """
    bottom-line "The source is a bot, Mirai or made from it, and floods this host with random data. Its address is real."
  }

  hypothesis "Mirai" {
    verdict malicious
    weight strong
    because "Eight packets of 512 bytes from eight ports, with one window and no option."
    test "Is there any SYN from these ports?"
  }
  hypothesis "A transfer in blocks of 512 bytes" {
    verdict benign
    weight weak
    because "Old protocols write such blocks."
    against "In one connection, with numbers that follow each other."
    test "Sort by source port: more than one packet each?"
  }

  false-positive "A transfer in blocks of 512 bytes has one source port, and numbers that follow each other; eight ports with one window each time are a program's."
  blind-spot "Forged sources; orders with another length (len), or with options of their own."

  trace "nine packets" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.9 > 198.51.100.9.80: Flags [.], seq 998019541:998020053, ack 1146585125, win 51377, length 512
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.11012 > 198.51.100.9.7093: Flags [.], seq 1996039082:1996039594, ack 2960435932, win 51377, length 512
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.22015 > 198.51.100.9.14106: Flags [.], seq 2994058623:2994059135, ack 479319443, win 51377, length 512
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.33018 > 198.51.100.9.21119: Flags [.], seq 3992078164:3992078676, ack 2293170250, win 51377, length 512
    12:00:00.000800 IP (tos 0x0, ttl 53, id 16473, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.44021 > 198.51.100.9.28132: Flags [.], seq 695130409:695130921, ack 4107021057, win 51377, length 512
    12:00:00.001000 IP (tos 0x0, ttl 53, id 20572, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.55024 > 198.51.100.9.35145: Flags [.], seq 1693149950:1693150462, ack 1625904568, win 51377, length 512
    12:00:00.001200 IP (tos 0x0, ttl 53, id 24671, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.491 > 198.51.100.9.42158: Flags [.], seq 2691169491:2691170003, ack 3439755375, win 51377, length 512
    12:00:00.001400 IP (tos 0x0, ttl 53, id 28770, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.11494 > 198.51.100.9.49171: Flags [.], seq 3689189032:3689189544, ack 958638886, win 51377, length 512
    12:00:00.001600 IP (tos 0x0, ttl 53, id 32869, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.22497 > 198.51.100.9.56184: Flags [.], seq 392241277:392241789, ack 2772489693, win 51377, length 512
  """
  trace "another length" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.9 > 198.51.100.9.80: Flags [.], seq 998019541:998020041, ack 1146585125, win 51377, length 500
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.11012 > 198.51.100.9.7093: Flags [.], seq 1996039082:1996039582, ack 2960435932, win 51377, length 500
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.22015 > 198.51.100.9.14106: Flags [.], seq 2994058623:2994059123, ack 479319443, win 51377, length 500
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.33018 > 198.51.100.9.21119: Flags [.], seq 3992078164:3992078664, ack 2293170250, win 51377, length 500
    12:00:00.000800 IP (tos 0x0, ttl 53, id 16473, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.44021 > 198.51.100.9.28132: Flags [.], seq 695130409:695130909, ack 4107021057, win 51377, length 500
    12:00:00.001000 IP (tos 0x0, ttl 53, id 20572, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.55024 > 198.51.100.9.35145: Flags [.], seq 1693149950:1693150450, ack 1625904568, win 51377, length 500
    12:00:00.001200 IP (tos 0x0, ttl 53, id 24671, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.491 > 198.51.100.9.42158: Flags [.], seq 2691169491:2691169991, ack 3439755375, win 51377, length 500
    12:00:00.001400 IP (tos 0x0, ttl 53, id 28770, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.11494 > 198.51.100.9.49171: Flags [.], seq 3689189032:3689189532, ack 958638886, win 51377, length 500
    12:00:00.001600 IP (tos 0x0, ttl 53, id 32869, offset 0, flags [none], proto TCP (6), length 540)
        192.0.2.61.22497 > 198.51.100.9.56184: Flags [.], seq 392241277:392241777, ack 2772489693, win 51377, length 500
  """
  trace "the windows differ" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 53, id 77, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.9 > 198.51.100.9.80: Flags [.], seq 998019541:998020053, ack 1146585125, win 51377, length 512
    12:00:00.000200 IP (tos 0x0, ttl 53, id 4176, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.11012 > 198.51.100.9.7093: Flags [.], seq 1996039082:1996039594, ack 2960435932, win 51708, length 512
    12:00:00.000400 IP (tos 0x0, ttl 53, id 8275, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.22015 > 198.51.100.9.14106: Flags [.], seq 2994058623:2994059135, ack 479319443, win 52039, length 512
    12:00:00.000600 IP (tos 0x0, ttl 53, id 12374, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.33018 > 198.51.100.9.21119: Flags [.], seq 3992078164:3992078676, ack 2293170250, win 52370, length 512
    12:00:00.000800 IP (tos 0x0, ttl 53, id 16473, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.44021 > 198.51.100.9.28132: Flags [.], seq 695130409:695130921, ack 4107021057, win 52701, length 512
    12:00:00.001000 IP (tos 0x0, ttl 53, id 20572, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.55024 > 198.51.100.9.35145: Flags [.], seq 1693149950:1693150462, ack 1625904568, win 53032, length 512
    12:00:00.001200 IP (tos 0x0, ttl 53, id 24671, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.491 > 198.51.100.9.42158: Flags [.], seq 2691169491:2691170003, ack 3439755375, win 53363, length 512
    12:00:00.001400 IP (tos 0x0, ttl 53, id 28770, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.11494 > 198.51.100.9.49171: Flags [.], seq 3689189032:3689189544, ack 958638886, win 53694, length 512
    12:00:00.001600 IP (tos 0x0, ttl 53, id 32869, offset 0, flags [none], proto TCP (6), length 552)
        192.0.2.61.22497 > 198.51.100.9.56184: Flags [.], seq 392241277:392241789, ack 2772489693, win 54025, length 512
  """
}
