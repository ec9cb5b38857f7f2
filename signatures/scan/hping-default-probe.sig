signature hping-default-probe {
  title      "hping without options: packets without flags to port 0, one a second"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1998 on"
  licence    "CC-BY-4.0"
  tags       scan, null-flags, port-zero, hping
  reference "hping3, sendtcp.c, sendip.c, hping2.h and main.c:283-287 in antirez/hping at commit 3547c76" url "https://github.com/antirez/hping"
  reference "RFC 9293, Transmission Control Protocol, section 3.10.7.1 (a closed port resets)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"

  packet probe { tcp; flags == 0; dport == 0; window == 512; options == []; payload.len == 0 }
  packet reset { from responder; tcp; flags has RST; sport == 0 }

  event by src, dst gap 10s having count(probe) >= 2

  analysis {
    addresses "The sender's own address, since it waits for the answers."
    ports "To port 0, from ports that rise by one with each probe, starting between 1024 and 3023."
    flags "None: the program's default, not a choice."
    direction "A living host answers with RST ACK, since nobody listens on port 0. hping prints time, TTL, IP id and window of each."
    time "One a second."
    header """
      Read in the source: window 512, no options, TTL 64 at the sender, IP id random; sequence and acknowledgment number random, the latter although
      ACK is clear.
    """
    bottom-line """
      Somebody typed hping and a name: a ping by TCP, to see whether the host lives and how its IP id moves. By hand; expect more deliberate probes to
      follow.
    """
  }

  hypothesis "hping by hand" {
    verdict malicious
    weight moderate
    because "All of its defaults at once: no flag, port 0, window 512, one a second."
    test "Does the source go on with flags set (-S, -A), or with a third party's address? IP ids of an idle host are what it is after then."
  }
  hypothesis "An administrator's test" {
    verdict benign
    weight moderate
    because "It is a tool for testing filters, and these are its first packets in anybody's hands."
    test "Is the source yours?"
  }

  false-positive "Your own administrators."
  blind-spot "hping with any flag or port given."

  trace "three probes and a reset" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 58, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1533 > 198.51.100.9.0: Flags [none], seq 729584085, win 512, length 0
    12:00:00.030000 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.9.0 > 192.0.2.50.1533: Flags [R.], seq 0, ack 729584086, win 0, length 0
    12:00:01.000000 IP (tos 0x0, ttl 58, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1534 > 198.51.100.9.0: Flags [none], seq 1459168170, win 512, length 0
    12:00:02.000000 IP (tos 0x0, ttl 58, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1535 > 198.51.100.9.0: Flags [none], seq 41268607, win 512, length 0
  """
  trace "to another port" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 58, id 77, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1533 > 198.51.100.9.80: Flags [none], seq 729584085, win 512, length 0
    12:00:01.000000 IP (tos 0x0, ttl 58, id 4176, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1534 > 198.51.100.9.80: Flags [none], seq 1459168170, win 512, length 0
    12:00:02.000000 IP (tos 0x0, ttl 58, id 8275, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.50.1535 > 198.51.100.9.80: Flags [none], seq 41268607, win 512, length 0
  """
}
