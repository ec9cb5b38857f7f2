signature winnuke-oob {
  title      "WinNuke: urgent data to NetBIOS"
  category   flood
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1997-1998"
  licence    "CC-BY-4.0"
  tags       denial-of-service, urgent, netbios, winnuke
  reference "winnuke by _eci, winnuke.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/winnuke.c"
  reference "targa2 by Mixter (winnuke: 15 bytes, bill_loves_you!), targa2.c in the collection fffaraz/Etcetera at commit 87b8a5f" url "https://github.com/fffaraz/Etcetera/blob/87b8a5fe25049ee9a6b485e3cb3cd9172fdb4dc1/exploits_denial/targa2.c"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 1257 (DOS Winnuke attack: URG, ports 135 to 139)" url "https://github.com/eldondev/Snort"

  packet oob { tcp; flags has URG; 135 <= dport <= 139; payload.len > 0; urgent == payload.len }

  event by src, dst gap 60s

  analysis {
    addresses "The source is real: a connection is made first, by the sender's kernel."
    ports "To 139; Snort's rule takes 135 to 139."
    flags "URG with ACK and mostly PSH, in an established connection."
    direction "One way: a vulnerable host says nothing any more."
    time "One packet after the handshake."
    header """
      Read in the source: a plain socket, connect, and one send of a short text with the out-of-band flag (Bye in the original of 7 May 1997, 15 bytes
      in targa2). The kernel sets URG and lets the urgent pointer point behind the last byte, so that it equals the payload's length.
    """
    bottom-line "Somebody tried to crash Windows 95 or NT through its NetBIOS port. Harmless today; NetBIOS has no use for urgent data."
  }

  hypothesis "WinNuke" {
    verdict malicious
    weight strong
    because "Urgent data has a meaning for telnet, rlogin and ftp, and none for NetBIOS."
    test "Read the few bytes: text that is no NetBIOS session message?"
  }
  hypothesis "An evasion test or a fuzzer" {
    verdict unknown
    weight weak
    because "Suites try URG on every port."
    test "Do the same connections try other odd flags?"
  }

  false-positive "Test suites."
  blind-spot "Urgent data to other ports; a sender whose urgent pointer does not fit its payload."

  trace "targa2's 15 bytes" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 900, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.66.1031 > 198.51.100.9.139: Flags [S], seq 8211, win 512, options [mss 1460], length 0
    12:00:00.020000 IP (tos 0x0, ttl 128, id 1, offset 0, flags [none], proto TCP (6), length 44)
        198.51.100.9.139 > 192.0.2.66.1031: Flags [S.], seq 55120, ack 8212, win 8760, options [mss 1460], length 0
    12:00:00.040000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.66.1031 > 198.51.100.9.139: Flags [.], seq 8212, ack 55121, win 32120, length 0
    12:00:00.041000 IP (tos 0x0, ttl 54, id 902, offset 0, flags [none], proto TCP (6), length 55)
        192.0.2.66.1031 > 198.51.100.9.139: Flags [PU.], seq 8212:8227, ack 55121, win 32120, urg 15, length 15
  """
  trace "urgent data of a telnet client" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 902, offset 0, flags [none], proto TCP (6), length 43)
        192.0.2.66.1031 > 198.51.100.9.23: Flags [PU.], seq 8212:8215, ack 55121, win 32120, urg 3, length 3
  """
}
