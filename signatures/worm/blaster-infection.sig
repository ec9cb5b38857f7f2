signature blaster-infection {
  title      "Blaster infects a host: TCP 135, then 4444, and a TFTP request back"
  category   worm
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "August 2003 on"
  licence    "CC-BY-4.0"
  tags       worm, infection, blaster, tftp
  reference "A commented reconstruction of Blaster's source, as kept in bitBlaster/bitBlaster.c of saadmahboob/Win32.BitBlaster" url "https://github.com/saadmahboob/Win32.BitBlaster"
  reference "Panda Security, encyclopedia, Blaster" url "http://www.pandasecurity.com/enterprise/security-info/about-malware/encyclopedia/overview.aspx?idvirus=40369&sind=0"

  packet rpc { tcp; flags == SYN; dport == 135 }
  packet shell { tcp; flags == SYN; dport == 4444 }
  packet tftp { from responder; udp; dport == 69 }

  event by src, dst gap 30s having first(rpc) <= first(shell) and first(shell) < first(tftp)

  analysis {
    addresses "From an infected host to its victim, and back: the victim fetches the worm from the address that attacked it."
    ports "135 for the exploit, 4444 for the shell that it opens on the victim, UDP 69 for the copy."
    direction "The third step goes the other way: a host that was connected to asks its visitor for a file. That is what tells an infection from an attempt."
    time """
      The worm closes the first connection, waits 0.4 s and opens the second; the request comes when the command has been typed into the shell, and
      the worm waits 21 s for the transfer.
    """
    header """
      Read in the reconstruction: all three are the systems' own connections. Three fixed ports in this order, the last in the other direction, are 48
      bits of agreement.
    """
    bottom-line """
      The destination has just been infected with Blaster, from the source, which was infected before. Both need cleaning; until then unplug them or
      block TCP 4444 and UDP 69.
    """
  }

  hypothesis "An infection by Blaster" {
    verdict malicious
    weight strong
    because "Exploit, shell and transfer in the worm's order and on its ports."
    test "Does the TFTP request name msblast.exe, or another name in one of the variants?"
  }
  hypothesis "A penetration test with the same exploit" {
    verdict malicious
    weight weak
    because "The published exploit opens 4444 as well."
    against "People do not fetch a file by TFTP within seconds."
    test "Read the request."
  }

  false-positive "A penetration test that opens its shell on 4444 and fetches its tools by TFTP makes the same three steps."
  blind-spot "A victim that does not fetch the file, or whose exploit failed; variants with other ports."

  trace "one infection" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 931, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3033 > 198.51.100.33.135: Flags [S], seq 1311912305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.020000 IP (tos 0x0, ttl 128, id 77, offset 0, flags [DF], proto TCP (6), length 48)
        198.51.100.33.135 > 192.0.2.80.3033: Flags [S.], seq 40120033, ack 1311912306, win 17520, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.100000 IP (tos 0x0, ttl 121, id 951, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3041 > 198.51.100.33.4444: Flags [S], seq 1312224305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.400000 IP (tos 0x0, ttl 128, id 81, offset 0, flags [none], proto UDP (17), length 48)
        198.51.100.33.1029 > 192.0.2.80.69: UDP, length 20
  """
  trace "the victim does not fetch anything" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 931, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3033 > 198.51.100.33.135: Flags [S], seq 1311912305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
    12:00:00.020000 IP (tos 0x0, ttl 128, id 77, offset 0, flags [DF], proto TCP (6), length 48)
        198.51.100.33.135 > 192.0.2.80.3033: Flags [S.], seq 40120033, ack 1311912306, win 17520, options [mss 1460,nop,nop,sackOK], length 0
    12:00:01.100000 IP (tos 0x0, ttl 121, id 951, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3041 > 198.51.100.33.4444: Flags [S], seq 1312224305, win 16384, options [mss 1460,nop,nop,sackOK], length 0
  """
}
