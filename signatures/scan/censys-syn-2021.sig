signature censys-syn-2021 {
  title      "Censys survey SYN as of 2021: nmap's shape without nmap's mask"
  category   scan
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2021; later values not measured"
  licence    "CC-BY-4.0"
  tags       scan, tcp, survey, censys
  reference "StopDDoS packet captures at commit 230dd43: amp.dns.RRSIG.fragmented.pcap (21 September 2021) and amp.TCP.syn.optionallyACK.optionallysamePort.pcapng (20 June 2021): 22 packets" url "https://github.com/StopDDoS/packet-captures"
  reference "MISP warning list of Censys ranges, at commit 154896d" url "https://raw.githubusercontent.com/MISP/misp-warninglists/154896d7bf00be5c336e2aed5c60862e60c40a17/lists/censys-scanning/list.json"

  packet probe {
    ip
    tcp
    flags == SYN
    src in {162.142.125.0/24, 167.248.133.0/24, 167.94.138.0/24}
    window == 1024
    options == [mss]
    mss == 1460
    not df
    payload.len == 0
  }

  event by dst gap 1h having count(probe) >= 1

  analysis {
    addresses "Three networks that the company publishes. One event per address of yours, with all its probes within the hour."
    ports "Odd ports as a rule, each once; the source port changes with each probe."
    flags "SYN with mss 1460, 24 bytes of header."
    time "22 probes in two captures of 30 s and 818 s to one network."
    header """
      Window 1024, TTL 39 to 44 on arrival, IP id without order, no DF: nmap's shape. This project's own observation: the halves of the sequence numbers have no common mask and the source port does not stay, by which it differs from nmap; the TTLs of one network
      agree within a capture (in September 39 for 167.248.133.0/24, 41 for 162.142.125.0/24, 44 for 167.94.138.0/24), where nmap's jump.
    """
    bottom-line "A company that surveys the Internet and sells what it finds. Not an attack; its results are public to whoever pays, so take them as a mirror. It can be asked to leave you out."
  }
  hypothesis "Survey" {
    verdict benign
    weight strong
    because "The addresses are those that the company names, and one probe a port is all."
    test "Reverse DNS of the source."
  }
  hypothesis "Somebody else in forged name" {
    verdict malicious
    weight weak
    because "Rules that trust these ranges invite it."
    against "A forger gets no answers."
    test "Compare the TTL with the network's usual one."
  }
  false-positive "None: addresses are asked for."
  blind-spot "Other ranges of the company, and its probes of later years."
  trace "three networks in half a minute, destination rewritten" observed expect match """
    15:45:24.505094 IP (tos 0x0, ttl 39, id 46551, offset 0, flags [none], proto TCP (6), length 44)
        167.248.133.71.42060 > 10.10.10.10.8791: Flags [S], seq 350005643, win 1024, options [mss 1460], length 0
    15:45:25.221387 IP (tos 0x0, ttl 41, id 27151, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.79.16189 > 10.10.10.10.9164: Flags [S], seq 3466414508, win 1024, options [mss 1460], length 0
    15:45:26.896168 IP (tos 0x0, ttl 44, id 31352, offset 0, flags [none], proto TCP (6), length 44)
        167.94.138.24.58828 > 10.10.10.10.2086: Flags [S], seq 2612578300, win 1024, options [mss 1460], length 0
    15:45:28.862995 IP (tos 0x0, ttl 41, id 37865, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.169.56442 > 10.10.10.10.24720: Flags [S], seq 1830128302, win 1024, options [mss 1460], length 0
    15:45:31.211948 IP (tos 0x0, ttl 44, id 52048, offset 0, flags [none], proto TCP (6), length 44)
        167.94.138.16.62483 > 10.10.10.10.2080: Flags [S], seq 2268531266, win 1024, options [mss 1460], length 0
    15:45:31.344519 IP (tos 0x0, ttl 41, id 54872, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.72.61335 > 10.10.10.10.8154: Flags [S], seq 2653078853, win 1024, options [mss 1460], length 0
  """
  trace "the same probes from elsewhere" synthetic expect no-match """
    15:45:25.221387 IP (tos 0x0, ttl 41, id 27151, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.79.16189 > 10.10.10.10.9164: Flags [S], seq 3466414508, win 1024, options [mss 1460], length 0
    15:45:28.862995 IP (tos 0x0, ttl 41, id 37865, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.169.56442 > 10.10.10.10.24720: Flags [S], seq 1830128302, win 1024, options [mss 1460], length 0
    15:45:31.344519 IP (tos 0x0, ttl 41, id 54872, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.72.61335 > 10.10.10.10.8154: Flags [S], seq 2653078853, win 1024, options [mss 1460], length 0
  """
}
