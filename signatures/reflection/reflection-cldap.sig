signature reflection-cldap {
  title      "CLDAP amplification: large answers of directory servers from UDP port 389"
  category   reflection
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 to present"
  licence    "CC-BY-4.0"
  tags       reflection, amplification, cldap, denial-of-service
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 389 (documented: 50 to 70 times; part of the attack of 2.3 Tbit/s of February 2020)" url "https://github.com/Phenomite/AMP-Research"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, LDAP Amplification/ldap.c line 81 (source: the request)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "ZMap at commit 8de8833, ldap_389.pkt (the same request as a survey)" url "https://github.com/zmap/zmap"

  packet answer { udp; sport == 389; payload.len >= 1000; src not in private }

  event by dst gap 10s having count(answer, 10s) >= 10 and distinct(answer.src, 10s) >= 5

  analysis {
    addresses "The destination is the target. The senders are domain controllers that answer the Internet: the reflectors."
    ports "From UDP 389."
    direction "Answers to requests that were forged in the destination's name."
    header """
      The entry of the directory's root, several kilobytes, so in fragments: the first is counted here. The request of 39 to 53 bytes asks for any
      object class.
    """
    bottom-line """
      The destination is under attack by CLDAP reflection. The protocol is for clients inside a domain: drop UDP from port 389 at the border, and tell
      the senders' owners that their controllers are open.
    """
  }

  hypothesis "Amplification attack" {
    verdict malicious
    weight strong
    because "Five directory servers on public addresses send large answers to one host within ten seconds."
    test "Is the destination a member of any of those domains?"
  }
  hypothesis "Windows client in a domain on public addresses" {
    verdict benign
    weight weak
    because "Windows asks domain controllers this way."
    against "It asks one or two controllers, those of its own domain."
    test "Look for its requests."
  }

  false-positive "A site whose domain controllers have public addresses, after a restart of many services."
  blind-spot "Answers below 1,000 bytes; later fragments."

  trace "five controllers" synthetic expect match """
    10:00:00.01 192.0.2.1.389 > 198.51.100.80.80: udp 2978 (frag 1:1480@0+)
    10:00:00.02 192.0.2.2.389 > 198.51.100.80.80: udp 3034 (frag 2:1480@0+)
    10:00:00.03 192.0.2.3.389 > 198.51.100.80.80: udp 2890 (frag 3:1480@0+)
    10:00:00.04 192.0.2.4.389 > 198.51.100.80.80: udp 3102 (frag 4:1480@0+)
    10:00:00.05 192.0.2.5.389 > 198.51.100.80.80: udp 2978 (frag 5:1480@0+)
    10:00:00.06 192.0.2.1.389 > 198.51.100.80.80: udp 2978 (frag 6:1480@0+)
    10:00:00.07 192.0.2.2.389 > 198.51.100.80.80: udp 3034 (frag 7:1480@0+)
    10:00:00.08 192.0.2.3.389 > 198.51.100.80.80: udp 2890 (frag 8:1480@0+)
    10:00:00.09 192.0.2.4.389 > 198.51.100.80.80: udp 3102 (frag 9:1480@0+)
    10:00:00.10 192.0.2.5.389 > 198.51.100.80.80: udp 2978 (frag 10:1480@0+)
  """
  trace "controllers of the own domain" synthetic expect no-match """
    10:00:00.01 10.0.0.1.389 > 198.51.100.80.80: udp 2978 (frag 1:1480@0+)
    10:00:00.02 10.0.0.2.389 > 198.51.100.80.80: udp 3034 (frag 2:1480@0+)
    10:00:00.03 10.0.0.3.389 > 198.51.100.80.80: udp 2890 (frag 3:1480@0+)
    10:00:00.04 10.0.0.4.389 > 198.51.100.80.80: udp 3102 (frag 4:1480@0+)
    10:00:00.05 10.0.0.5.389 > 198.51.100.80.80: udp 2978 (frag 5:1480@0+)
    10:00:00.06 10.0.0.1.389 > 198.51.100.80.80: udp 2978 (frag 6:1480@0+)
    10:00:00.07 10.0.0.2.389 > 198.51.100.80.80: udp 3034 (frag 7:1480@0+)
    10:00:00.08 10.0.0.3.389 > 198.51.100.80.80: udp 2890 (frag 8:1480@0+)
    10:00:00.09 10.0.0.4.389 > 198.51.100.80.80: udp 3102 (frag 9:1480@0+)
    10:00:00.10 10.0.0.5.389 > 198.51.100.80.80: udp 2978 (frag 10:1480@0+)
  """
  trace "short answers: nobody asked for everything" synthetic expect no-match """
    10:00:00.01 192.0.2.1.389 > 198.51.100.80.80: udp 165
    10:00:00.02 192.0.2.2.389 > 198.51.100.80.80: udp 165
    10:00:00.03 192.0.2.3.389 > 198.51.100.80.80: udp 165
    10:00:00.04 192.0.2.4.389 > 198.51.100.80.80: udp 165
    10:00:00.05 192.0.2.5.389 > 198.51.100.80.80: udp 165
    10:00:00.06 192.0.2.1.389 > 198.51.100.80.80: udp 165
    10:00:00.07 192.0.2.2.389 > 198.51.100.80.80: udp 165
    10:00:00.08 192.0.2.3.389 > 198.51.100.80.80: udp 165
    10:00:00.09 192.0.2.4.389 > 198.51.100.80.80: udp 165
    10:00:00.10 192.0.2.5.389 > 198.51.100.80.80: udp 165
  """
  trace "one controller" synthetic expect no-match """
    10:00:00.01 192.0.2.1.389 > 198.51.100.80.80: udp 2978 (frag 1:1480@0+)
    10:00:00.02 192.0.2.1.389 > 198.51.100.80.80: udp 3034 (frag 2:1480@0+)
    10:00:00.03 192.0.2.1.389 > 198.51.100.80.80: udp 2890 (frag 3:1480@0+)
    10:00:00.04 192.0.2.1.389 > 198.51.100.80.80: udp 3102 (frag 4:1480@0+)
    10:00:00.05 192.0.2.1.389 > 198.51.100.80.80: udp 2978 (frag 5:1480@0+)
    10:00:00.06 192.0.2.1.389 > 198.51.100.80.80: udp 2978 (frag 6:1480@0+)
    10:00:00.07 192.0.2.1.389 > 198.51.100.80.80: udp 3034 (frag 7:1480@0+)
    10:00:00.08 192.0.2.1.389 > 198.51.100.80.80: udp 2890 (frag 8:1480@0+)
    10:00:00.09 192.0.2.1.389 > 198.51.100.80.80: udp 3102 (frag 9:1480@0+)
    10:00:00.10 192.0.2.1.389 > 198.51.100.80.80: udp 2978 (frag 10:1480@0+)
  """
}
