signature mstream-ping-and-pong {
  title      "mstream: a handler's ping and an agent's pong on their two UDP ports"
  category   control
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "April-May 2000"
  licence    "CC-BY-4.0"
  tags       ddos, control-channel, mstream
  reference "CERT incident note IN-2000-05, mstream" url "http://www.cert.org/historical/incident_notes/IN-2000-05.cfm"
  reference "Snort rules of 2001-2005 at commit 34bdcf6: sid 243-250 (mstream ports, passwords and words)" url "https://github.com/eldondev/Snort"

  packet ping { udp; dport == 10498; not frag }
  packet pong { from responder; udp; dport == 6838; not frag }
  packet released_ping { udp; dport == 7983; not frag }
  packet released_pong { from responder; udp; dport == 9325; not frag }

  event by src, dst gap 60s
    having count(ping) >= 1 and count(pong) >= 1
      or count(released_ping) >= 1 and count(released_pong) >= 1

  analysis {
    addresses "From a handler to an agent, and back. Both are machines that somebody has broken into."
    ports """
      UDP 10498 to the agent and 6838 back in the builds that were found at work; 7983 and 9325 in the source that was released. The attacker reaches
      the handler on TCP 12754 or 15104, or 6723 in the released source. Ports are chosen when the program is built.
    """
    direction "Both ways, each way with a fixed port of its own."
    time "When the handler looks for its agents; an agent that starts announces itself (newserver)."
    header """
      Nothing else in the header is special. Ports and words (ping, pong, newserver, stream/) are documented by CERT and in Snort's rules; 32 bits of
      agreement between the two directions make the event.
    """
    bottom-line """
      The destination of the ping is an mstream agent and its sender a handler: two compromised machines that can be told to flood with stream.c's
      packets.
    """
  }

  hypothesis "mstream" {
    verdict malicious
    weight strong
    because "The two ports of one build, one in each direction, within a minute."
    test "Read the payload: ping and pong, or stream/ with a list of targets?"
  }
  hypothesis "A scan for agents" {
    verdict malicious
    weight moderate
    because "Scanners of 2000 sent ping to whole networks."
    against "Only an agent answers to that port."
    test "Does the sender ask other hosts as well?"
  }

  false-positive "Two programs that by chance use these ports, one in each direction."
  blind-spot "Builds with other ports; one direction only."

  trace "a build that was found at work" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.10.1033 > 198.51.100.9.10498: UDP, length 4
    12:00:00.030000 IP (tos 0x0, ttl 64, id 31, offset 0, flags [none], proto UDP (17), length 32)
        198.51.100.9.1024 > 192.0.2.10.6838: UDP, length 4
  """
  trace "the released source" synthetic expect match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.10.1033 > 198.51.100.9.7983: UDP, length 4
    12:00:00.030000 IP (tos 0x0, ttl 64, id 31, offset 0, flags [none], proto UDP (17), length 32)
        198.51.100.9.1024 > 192.0.2.10.9325: UDP, length 4
  """
  trace "ports of two different builds" synthetic expect no-match """
    12:00:00.000000 IP (tos 0x0, ttl 54, id 901, offset 0, flags [none], proto UDP (17), length 32)
        192.0.2.10.1033 > 198.51.100.9.10498: UDP, length 4
    12:00:00.030000 IP (tos 0x0, ttl 64, id 31, offset 0, flags [none], proto UDP (17), length 32)
        198.51.100.9.1024 > 192.0.2.10.9325: UDP, length 4
  """
}
