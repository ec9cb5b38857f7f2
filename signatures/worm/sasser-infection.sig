signature sasser-infection {
  title      "Sasser infects a host: TCP 445, then 9996, and an FTP connection back to 5554"
  category   worm
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "May 2004"
  licence    "CC-BY-4.0"
  tags       worm, infection, sasser, lsass
  reference "F-Secure, News from the Lab, 1 May 2004" url "https://www.f-secure.com/weblog/archives/00000155.html"
  reference "Fortinet, encyclopedia, Worm.W32.Sasser (9995 or 9996, 5554)" url "https://fortiguard.com/encyclopedia/ips/12158/worm-w32-sasser"
  reference "W32.Sasser.Worm, a vendor's description quoted at Lockergnome, 2 May 2004" url "http://www.lockergnome.com/news/2004/05/02/w32sasserworm/"

  packet smb { tcp; flags == SYN; dport == 445 }
  packet shell { tcp; flags == SYN; dport in {9995, 9996} }
  packet ftp { from responder; tcp; flags == SYN; dport == 5554 }

  event by src, dst gap 60s having first(smb) <= first(shell) and first(shell) <= first(ftp)

  analysis {
    addresses """
      From an infected host to its victim, and back. Half of the targets are random, a quarter share the first octet with the attacker, a quarter the
      first two.
    """
    ports "445 for the exploit (LSASS), 9996 for the shell on the victim (9995 in some variants), 5554 for the FTP server that the attacker runs."
    direction "The third step goes the other way: a host that was connected to fetches a file from its visitor. That tells an infection from an attempt."
    time "Within seconds; the first variants scan with 128 threads."
    header """
      Documented by the vendors named, not read in code. All three are the systems' own connections; three fixed ports in this order, the last in the
      other direction, are more than 45 bits of agreement, and that makes the confidence high in spite of secondary sources.
    """
    bottom-line "The destination has just been infected with Sasser, from the source, which was infected before. Unplug both."
  }

  hypothesis "An infection by Sasser" {
    verdict malicious
    weight strong
    because "Exploit, shell and download on the worm's ports and in its order."
    test "Is the file called by four or five digits and _up.exe?"
  }
  hypothesis "Another worm that enters through Sasser's door" {
    verdict malicious
    weight weak
    because "Others looked for 5554 and used it."
    against "They connect to 5554 themselves; here the victim does."
    test "Who opens the connection to 5554?"
  }

  false-positive "Three connections on these ports, the third in the other direction, have no other use that is known. A laboratory that replays the worm."
  blind-spot "A victim that does not fetch the file; variants with other ports."

  trace "one infection" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 931, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3033 > 198.51.100.33.445: Flags [S], seq 1311912305, win 64240, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.100000 IP (tos 0x0, ttl 121, id 951, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3041 > 198.51.100.33.9996: Flags [S], seq 1312224305, win 64240, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.600000 IP (tos 0x0, ttl 128, id 77, offset 0, flags [DF], proto TCP (6), length 48)
        198.51.100.33.1044 > 192.0.2.80.5554: Flags [S], seq 99120445, win 64240, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "a variant with 9995" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 931, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3033 > 198.51.100.33.445: Flags [S], seq 1311912305, win 64240, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.100000 IP (tos 0x0, ttl 121, id 951, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3041 > 198.51.100.33.9995: Flags [S], seq 1312224305, win 64240, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.600000 IP (tos 0x0, ttl 128, id 77, offset 0, flags [DF], proto TCP (6), length 48)
        198.51.100.33.1044 > 192.0.2.80.5554: Flags [S], seq 99120445, win 64240, options [mss 1460,nop,nop,sackOK], length 0
  """
  trace "the victim does not fetch anything" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 121, id 931, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3033 > 198.51.100.33.445: Flags [S], seq 1311912305, win 64240, options [mss 1460,nop,nop,sackOK], length 0
    12:00:02.100000 IP (tos 0x0, ttl 121, id 951, offset 0, flags [DF], proto TCP (6), length 48)
        192.0.2.80.3041 > 198.51.100.33.9996: Flags [S], seq 1312224305, win 64240, options [mss 1460,nop,nop,sackOK], length 0
  """
}
