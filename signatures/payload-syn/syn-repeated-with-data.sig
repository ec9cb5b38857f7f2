signature syn-repeated-with-data {
  title      "One SYN twice within moments, once with data: an evasion by Geneva's pattern"
  category   payload-syn
  verdict    benign
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       syn-payload, censorship, evasion, geneva
  reference "Geneva at commit 28a3fa6: strategies.md, rows TCP:flags:S (duplicate with a corrupted payload: 100% in Kazakhstan, 3% in China, 0% in India)" url "https://github.com/Kkevsterrr/geneva"
  reference "RFC 9293, section 3.5 (data on a SYN)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5"

  packet plain { tcp; flags == SYN; payload.len == 0; not options has tfo; not options has 254 }
  packet loaded { tcp; flags == SYN; payload.len > 0; not options has tfo; not options has 254 }

  event by src, sport, dst, dport, seq gap 2s
    having count(plain) >= 1 and count(loaded) >= 1 and duration < 200ms

  analysis {
    ports "443 or 80 mostly."
    flags "Two SYNs of one connection, the same ports and sequence number, one of them with data that mean nothing."
    direction "The server takes the first and ignores the second; a box on the way that follows the connection by what it saw may lose count."
    time "Back to back. A repeated SYN of a kernel comes after a second, or after some hundred milliseconds at the least."
    header "Options and window are the kernel's and equal in both; only length and checksum differ."
    bottom-line "A client misleads a censor or a filter on its path. Not directed at the server; your sensor may be what it confuses."
  }
  hypothesis "Evasion of inspection" {
    verdict benign
    weight strong
    because "The pair is one of the published strategies, and has no use between two honest ends."
    test "Does an ordinary session follow on the same ports?"
  }
  hypothesis "Test of a sensor" {
    verdict unknown
    weight moderate
    because "Those who attack a network try first whether its sensor can be confused."
    test "Is the client known, and does it do so in all its connections?"
  }
  hypothesis "Retransmission" {
    verdict benign
    weight weak
    because "A SYN is repeated with the same numbers."
    against "Without added data, and later."
    test "Compare length and time."
  }
  false-positive "Broken middleboxes that pad packets: look whether the data are zeros up to 46 bytes of Ethernet."
  blind-spot "The other strategies of the collection."
  trace "a plain SYN, then the same with 40 bytes" synthetic expect match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:00.000200 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 100)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001:2146312041, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 40
    03:00:00.020200 IP (tos 0x0, ttl 55, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [S.], seq 778123401, ack 2146312002, win 65160, options [mss 1460], length 0
    03:00:00.030200 IP (tos 0x0, ttl 61, id 41001, offset 0, flags [DF], proto TCP (6), length 40)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [.], ack 778123402, win 502, length 0
    03:00:00.031200 IP (tos 0x0, ttl 61, id 41002, offset 0, flags [DF], proto TCP (6), length 557)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [P.], seq 2146312002:2146312519, ack 778123402, win 502, length 517
    03:00:00.051200 IP (tos 0x0, ttl 55, id 9001, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.443 > 192.0.2.10.51022: Flags [.], ack 2146312519, win 501, length 0
  """
  trace "repeated without data" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:00.000200 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
  """
  trace "data after a second" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 0
    03:00:01.000200 IP (tos 0x0, ttl 61, id 41000, offset 0, flags [DF], proto TCP (6), length 100)
        192.0.2.10.51022 > 198.51.100.20.443: Flags [S], seq 2146312001:2146312041, win 64240, options [mss 1460,sackOK,TS val 100200 ecr 0,nop,wscale 7], length 40
  """
}
