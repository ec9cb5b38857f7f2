signature ecn-setup-syn {
  title      "Host that offers ECN in its SYNs (not a scan with odd flags)"
  category   benign
  verdict    benign
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2001 to present"
  licence    "CC-BY-4.0"
  tags       ecn, look-alike, tcp-flags
  reference "RFC 3168, The Addition of Explicit Congestion Notification to IP, section 6.1.1 (SYN with ECE and CWR asks; SYN ACK with ECE alone agrees)" url "https://www.rfc-editor.org/rfc/rfc3168"
  reference "Linux 2.4, include/net/tcp_ecn.h (source)" url "https://www.kernel.org/pub/linux/kernel/people/marcelo/linux-2.4/include/net/tcp_ecn.h"
  reference "Snort rules of 2001-2005 at commit 34bdcf6, (rules of 2001 mask the two bits out: flags S,12)" url "https://github.com/eldondev/Snort"

  packet setup {
    tcp
    flags == SYN|ECE|CWR
    options has mss
    payload.len == 0
    urgent == 0 or not flags has URG
  }

  event by src gap 1h having distinct(setup.dst) >= 3

  analysis {
    addresses "One host, three peers or more: it offers ECN to all whom it calls."
    flags "SYN with ECE and CWR (0xc2). Both bits were reserved before 2001, so filters and rules of that time took such SYNs for probes by queso and its like."
    direction "Outgoing calls of an ordinary client. A peer that agrees answers SYN ACK with ECE alone."
    header "The usual options of its system. A scanner that tries reserved bits sends none, or always the same few."
    bottom-line """
      The host's system offers explicit congestion notification. Nothing hostile. If connections hang, look for an old filter that drops SYNs with
      these bits.
    """
  }

  hypothesis "ECN" {
    verdict benign
    weight strong
    because "Exactly the two bits that RFC 3168 asks for, with a kernel's options, to different peers."
    test "Do connections follow, and does any SYN ACK carry ECE?"
  }
  hypothesis "Probe for the operating system, or a flood" {
    verdict malicious
    weight weak
    because "queso and nmap send SYNs with reserved bits, and a flood of 2021 (DOMINATE) set ECE and CWR in all its SYNs."
    against "Those have no ordinary options or one target."
    test "One target or many? An urgent pointer without URG, as in the flood?"
  }

  false-positive "A scanner that copies an ordinary system's SYN, these bits included."
  blind-spot "Accurate ECN (RFC 9768), which sets a third bit."

  trace "three calls" synthetic expect match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: SWE 500000:500000(0) win 5840 <mss 1460,sackOK,timestamp 88 0,nop,wscale 0> (DF)
    10:00:02.000 192.0.2.1.4012 > 198.51.100.2.25: SWE 515000:515000(0) win 5840 <mss 1460,sackOK,timestamp 288 0,nop,wscale 0> (DF)
    10:00:07.000 192.0.2.1.4013 > 203.0.113.4.80: SWE 560000:560000(0) win 5840 <mss 1460,sackOK,timestamp 788 0,nop,wscale 0> (DF)
  """
  trace "one of the two bits alone" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: SE 500000:500000(0) win 5840 <mss 1460,sackOK,timestamp 88 0,nop,wscale 0> (DF)
    10:00:02.000 192.0.2.1.4012 > 198.51.100.2.25: SE 515000:515000(0) win 5840 <mss 1460,sackOK,timestamp 288 0,nop,wscale 0> (DF)
    10:00:07.000 192.0.2.1.4013 > 203.0.113.4.80: SE 560000:560000(0) win 5840 <mss 1460,sackOK,timestamp 788 0,nop,wscale 0> (DF)
  """
  trace "both bits without an option" synthetic expect no-match """
    10:00:00.000 192.0.2.1.4011 > 198.51.100.1.80: SWE 500000:500000(0) win 5840 (DF)
    10:00:02.000 192.0.2.1.4012 > 198.51.100.2.25: SWE 515000:515000(0) win 5840 (DF)
    10:00:07.000 192.0.2.1.4013 > 203.0.113.4.80: SWE 560000:560000(0) win 5840 (DF)
  """
}
