signature trinoo-command-and-answer {
  title      "trinoo: a command to UDP 27444, an answer to UDP 31335"
  category   control
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1999-2000"
  licence    "CC-BY-4.0"
  tags       ddos, control-channel, trinoo, wintrinoo
  reference "D. Dittrich, The DoS Project's trinoo distributed denial of service attack tool, 21 October 1999" url "https://the-eye.eu/public/Site-Dumps/campdivision.com/camp/Text%20Files/Sensitive/Computers/Advisories/dos/trinoo.analysis.txt"
  reference "SANS intrusion detection FAQ, Distributed Denial of Service Attack Tools: trinoo and wintrinoo (P. Boyle)" url "http://www.sans.org/security-resources/idfaq/trinoo.php"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 223, 231-235 and 237 (trin00 ports, passwords and words)" url "https://github.com/eldondev/Snort"

  packet command { udp; dport == 27444; payload.len >= 11; not frag }
  packet answer { from responder; udp; dport == 31335; payload.len <= 16; not frag }
  packet windows_command { udp; dport == 34555; not frag }
  packet windows_answer { from responder; udp; dport == 35555; payload.len <= 16; not frag }
  packet password { udp; dport == 27444; payload contains "l44adsl" }  # where the capture shows the payload

  event by src, dst gap 60s
    having count(command) >= 1 and count(answer) >= 1
      or count(windows_command) >= 1 and count(windows_answer) >= 1
      or count(password) >= 1

  analysis {
    addresses """
      From a master to a daemon, and back. Both are machines that somebody has broken into; the attacker sits behind the master and talks to it on TCP
      27665.
    """
    ports """
      Commands to UDP 27444, answers to UDP 31335; in the Windows version 34555 and 35555. Each direction has its own fixed port, so the answer does
      not go to the port that the command came from: that is what tells the pair from an ordinary request and reply.
    """
    direction "Both ways. A daemon that is started says *HELLO* to its masters by itself, and PONG when it is asked."
    time "By hand: a ping now and then, a command when an attack begins."
    header """
      The ports and words are documented by Dittrich's analysis and in Snort's rules. A command is three letters, the password l44adsl, and an
      argument: 11 bytes at least. aaa floods one target, xyz several, bbb sets the duration, rsz the size, png asks for a PONG, d1e ends the daemon.
      None of the numbers in the header is special; two fixed ports of 16 bits in two directions are 32 bits of agreement all the same.
    """
    bottom-line """
      The destination of the command is a trinoo daemon, and its sender a master: two compromised machines. Take both off the net, and look in the
      master's traffic for the other daemons.
    """
  }

  hypothesis "trinoo" {
    verdict malicious
    weight strong
    because "Command and answer use the two ports of trinoo, one in each direction, within a minute."
    test "Read the payload: three letters, then l44adsl; PONG or *HELLO* back."
  }
  hypothesis "A scan for daemons" {
    verdict malicious
    weight moderate
    because "Defenders and rivals sent png to whole networks."
    against "Only a daemon answers, and then it is one, whoever asked."
    test "Does the sender ask other hosts as well?"
  }

  false-positive "Two programs that by chance use these ports, one in each direction."
  blind-spot "Builds with other ports: they are compiled in. A daemon's *HELLO* alone is not reported."

  trace "png and PONG" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto UDP (17), length 39)
        192.0.2.10.1024 > 198.51.100.9.27444: UDP, length 11
    12:00:00.040000 IP (tos 0x0, ttl 64, id 31, offset 0, flags [none], proto UDP (17), length 32)
        198.51.100.9.1025 > 192.0.2.10.31335: UDP, length 4
  """
  trace "the Windows version" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto UDP (17), length 40)
        192.0.2.10.1024 > 198.51.100.9.34555: UDP, length 12
    12:00:00.040000 IP (tos 0x0, ttl 128, id 31, offset 0, flags [none], proto UDP (17), length 32)
        198.51.100.9.1025 > 192.0.2.10.35555: UDP, length 4
  """
  trace "the answer goes to the port that asked" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto UDP (17), length 39)
        192.0.2.10.1024 > 198.51.100.9.27444: UDP, length 11
    12:00:00.040000 IP (tos 0x0, ttl 64, id 31, offset 0, flags [none], proto UDP (17), length 32)
        198.51.100.9.27444 > 192.0.2.10.1024: UDP, length 4
  """
  trace "the password alone shows the command" synthetic expect match """
    10:00:00.000000 IP 192.0.2.10.1024 > 198.51.100.9.27444: UDP, length 11
        0x0000:  4500 0027 0385 0000 3611 94fa c000 020a  E..'....6.......
        0x0010:  c633 6409 0400 6b34 0013 5bb4 706e 6720  .3d...k4..[.png.
        0x0020:  6c34 3461 6473 6c                        l44adsl
  """
  trace "another word of the same length, and no answer" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.10.1024 > 198.51.100.9.27444: UDP, length 11
        0x0000:  4500 0027 0385 0000 3611 94fa c000 020a  E..'....6.......
        0x0010:  c633 6409 0400 6b34 0013 ffb7 706e 6720  .3d...k4....png.
        0x0020:  7061 7373 7730 72                        passw0r
  """
}
