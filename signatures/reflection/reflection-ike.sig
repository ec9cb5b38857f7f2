signature reflection-ike {
  title      "IKE reflection: first answers of many VPN gateways from UDP port 4500"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "captured 14 June 2021"
  licence    "CC-BY-4.0"
  tags       reflection, ike, isakmp, vpn, denial-of-service
  reference "StopDDoS packet captures at commit 230dd43, amp.UDP.isakmp (observed: 3,984 packets of 2,767 gateways in 0.41 s, one initiator cookie in all)" url "https://github.com/StopDDoS/packet-captures"
  reference "RFC 2408, Internet Security Association and Key Management Protocol, section 3.1 (the header: initiator cookie first)" url "https://www.rfc-editor.org/rfc/rfc2408"
  reference "RFC 3948, UDP Encapsulation of IPsec ESP Packets, (four zero bytes before IKE on port 4500)" url "https://www.rfc-editor.org/rfc/rfc3948"

  packet answer { udp; sport == 4500; payload.len == 204 }
  packet template { udp; sport == 4500; payload starts |00 00 00 00 c9 83 2c 40 b1 d5 18 52| }

  event by dst gap 10s
    having distinct(answer.src, 10s) >= 10 and count(answer) >= 20 or distinct(template.src, 10s) >= 3

  analysis {
    addresses "The destination is the target; the senders are VPN gateways: the reflectors."
    ports "From UDP 4500."
    direction "First answers of the main mode, to requests that were forged in the destination's name."
    time "3,984 packets in 0.41 s in the capture."
    header """
      232 bytes in all, 204 of payload: a marker of four zero bytes, the initiator's cookie, the responder's cookie, 01 10 02 00, message number 0,
      length 200. The initiator's cookie is c9832c40b1d51852 in all of the 3,984 captured packets: one request served for all reflectors. A real
      initiator draws a new one for each attempt. The responders' cookies differ.
    """
    bottom-line """
      The destination is under attack by IKE reflection. If it ends no VPN, drop UDP from port 4500; if it does, drop what carries the repeated
      cookie.
    """
  }

  hypothesis "Reflection attack" {
    verdict malicious
    weight strong
    because "Ten gateways or more send the same kind of first answer, in the same size, to one host within ten seconds."
    test "Compare the first eight bytes after the zero marker: the same in all?"
  }
  hypothesis "A VPN client of many gateways" {
    verdict benign
    weight weak
    because "A management system may open many tunnels when it starts."
    against "It uses a new cookie each time, and its requests are in the capture."
    test "Did the destination send anything to those gateways?"
  }

  false-positive "A survey of VPN gateways that runs from here."
  blind-spot "Answers of other sizes: gateways that send more vendor identifiers."

  trace "ten gateways, two packets each" synthetic expect match """
    10:00:00.000000 192.0.2.1.4500 > 198.51.100.80.80: udp 204
    10:00:00.000100 192.0.2.2.4500 > 198.51.100.80.80: udp 204
    10:00:00.000200 192.0.2.3.4500 > 198.51.100.80.80: udp 204
    10:00:00.000300 192.0.2.4.4500 > 198.51.100.80.80: udp 204
    10:00:00.000400 192.0.2.5.4500 > 198.51.100.80.80: udp 204
    10:00:00.000500 192.0.2.6.4500 > 198.51.100.80.80: udp 204
    10:00:00.000600 192.0.2.7.4500 > 198.51.100.80.80: udp 204
    10:00:00.000700 192.0.2.8.4500 > 198.51.100.80.80: udp 204
    10:00:00.000800 192.0.2.9.4500 > 198.51.100.80.80: udp 204
    10:00:00.000900 192.0.2.10.4500 > 198.51.100.80.80: udp 204
    10:00:00.001000 192.0.2.1.4500 > 198.51.100.80.80: udp 204
    10:00:00.001100 192.0.2.2.4500 > 198.51.100.80.80: udp 204
    10:00:00.001200 192.0.2.3.4500 > 198.51.100.80.80: udp 204
    10:00:00.001300 192.0.2.4.4500 > 198.51.100.80.80: udp 204
    10:00:00.001400 192.0.2.5.4500 > 198.51.100.80.80: udp 204
    10:00:00.001500 192.0.2.6.4500 > 198.51.100.80.80: udp 204
    10:00:00.001600 192.0.2.7.4500 > 198.51.100.80.80: udp 204
    10:00:00.001700 192.0.2.8.4500 > 198.51.100.80.80: udp 204
    10:00:00.001800 192.0.2.9.4500 > 198.51.100.80.80: udp 204
    10:00:00.001900 192.0.2.10.4500 > 198.51.100.80.80: udp 204
  """
  trace "keep-alives and traffic of tunnels" synthetic expect no-match """
    10:00:00.000000 192.0.2.1.4500 > 198.51.100.80.4500: udp 1
    10:00:00.000100 192.0.2.2.4500 > 198.51.100.80.4500: udp 132
    10:00:00.000200 192.0.2.3.4500 > 198.51.100.80.4500: udp 132
    10:00:00.000300 192.0.2.4.4500 > 198.51.100.80.4500: udp 132
    10:00:00.000400 192.0.2.5.4500 > 198.51.100.80.4500: udp 1
    10:00:00.000500 192.0.2.6.4500 > 198.51.100.80.4500: udp 132
    10:00:00.000600 192.0.2.7.4500 > 198.51.100.80.4500: udp 132
    10:00:00.000700 192.0.2.8.4500 > 198.51.100.80.4500: udp 132
    10:00:00.000800 192.0.2.9.4500 > 198.51.100.80.4500: udp 1
    10:00:00.000900 192.0.2.10.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001000 192.0.2.1.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001100 192.0.2.2.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001200 192.0.2.3.4500 > 198.51.100.80.4500: udp 1
    10:00:00.001300 192.0.2.4.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001400 192.0.2.5.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001500 192.0.2.6.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001600 192.0.2.7.4500 > 198.51.100.80.4500: udp 1
    10:00:00.001700 192.0.2.8.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001800 192.0.2.9.4500 > 198.51.100.80.4500: udp 132
    10:00:00.001900 192.0.2.10.4500 > 198.51.100.80.4500: udp 132
  """
  trace "answers of another length to the same request, known by its cookie" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 424e 0000 3611 5566 c000 0201
        0x0010:  c633 6450 1194 0050 00a0 2bac 0000 0000
        0x0020:  c983 2c40 b1d5 1852 0000 0000
    10:00:00.000100 IP 192.0.2.2.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 4a6f 0000 3611 4d44 c000 0202
        0x0010:  c633 6450 1194 0050 00a0 1a9a 0000 0000
        0x0020:  c983 2c40 b1d5 1852 0000 0000
    10:00:00.000200 IP 192.0.2.3.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 af6d 0000 3611 e844 c000 0203
        0x0010:  c633 6450 1194 0050 00a0 0988 0000 0000
        0x0020:  c983 2c40 b1d5 1852 0000 0000
    10:00:00.000300 IP 192.0.2.4.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 e8d7 0000 3611 aed9 c000 0204
        0x0010:  c633 6450 1194 0050 00a0 f875 0000 0000
        0x0020:  c983 2c40 b1d5 1852 0000 0000
  """
  trace "answers to requests with a cookie of their own each" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 d96e 0000 3611 be45 c000 0201
        0x0010:  c633 6450 1194 0050 00a0 2af0 0000 0000
        0x0020:  0dfe 1faf 422d 50cd 0000 0000
    10:00:00.000100 IP 192.0.2.2.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 a6ea 0000 3611 f0c8 c000 0202
        0x0010:  c633 6450 1194 0050 00a0 20ef 0000 0000
        0x0020:  b9e4 d6e3 9d9e 8b2f 0000 0000
    10:00:00.000200 IP 192.0.2.3.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 25ac 0000 3611 7206 c000 0203
        0x0010:  c633 6450 1194 0050 00a0 9687 0000 0000
        0x0020:  92e3 053b 0f23 8baa 0000 0000
    10:00:00.000300 IP 192.0.2.4.4500 > 198.51.100.80.80: NONESP-encap:  [|isakmp]
        0x0000:  4500 00b4 a415 0000 3611 f39b c000 0204
        0x0010:  c633 6450 1194 0050 00a0 dc16 0000 0000
        0x0020:  90eb 85de 2147 a439 0000 0000
  """
}
