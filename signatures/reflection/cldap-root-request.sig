signature cldap-root-request {
  title      "CLDAP: questions for the root entry from outside"
  category   reflection
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2016 to present"
  licence    "CC-BY-4.0"
  tags       amplification, cldap, ldap, survey, spoofing
  reference "ZMap at commit 8de8833, examples/udp-probes/ldap_389.pkt (the request)" url "https://github.com/zmap/zmap"
  reference "Archive of attack scripts DDOS-RootSec at commit 41e5009, read for the headers that they write, LDAP Amplification/ldap.c line 81 (the request of 51 to 53 bytes)" url "https://github.com/R00tS3c/DDOS-RootSec"
  reference "Phenomite, AMP-Research at commit 2c78c06, Port 389 README (39 bytes; factor 50 to 70)" url "https://github.com/Phenomite/AMP-Research"
  reference "RFC 4511, LDAP: The Protocol, section 4.5.1 (search request)" url "https://www.rfc-editor.org/rfc/rfc4511#section-4.5.1"

  # A search (63) of the root: base "" (04 00), scope base (0a 01 00), filter "objectclass is there" (87 0b).
  packet long {
    udp
    dport == 389
    payload starts |30 84 00 00 00 2d 02 01|
    payload contains |87 0b 6f 62 6a 65 63 74 63 6c 61 73 73|
    src not in private
  }
  packet short { udp; dport == 389; payload starts |30 25 02 01 07 63|; src not in private }

  event by src gap 10m having count(long) >= 3 or count(short) >= 3

  analysis {
    addresses """
      From outside. One server asked again and again is used as a reflector, and the source is its victim; many servers asked once each are a survey,
      whose source is real.
    """
    ports "To UDP 389, connectionless LDAP."
    direction "Requests. The answer is several kilobytes, 50 to 70 times the request, and goes to the source address in fragments."
    header """
      The request asks for all attributes of the root entry. In the scripts and ZMap's file each length has five bytes (84 and four more), 51 to 53 in
      all; a form with short lengths has 39. Windows clients that look for a domain controller ask for the root as well, but for one attribute
      (Netlogon) and with a filter of their own.
    """
    bottom-line "Somebody uses a domain controller of yours as an amplifier, or looks for one. UDP 389 has no business on the Internet: close it there."
  }

  hypothesis "A server here is used as a reflector" {
    verdict malicious
    weight moderate
    because "The same request comes again and again with one source address."
    test "Does the server answer? Does the TTL of the requests fit the way to the source?"
  }
  hypothesis "A survey for reflectors" {
    verdict malicious
    weight moderate
    because "Several hosts are asked, most of which speak no LDAP."
    against "Research scanners use the same request, and publish what they find."
    test "Is the source known as a research scanner?"
  }
  hypothesis "An administrator tests a domain controller" {
    verdict benign
    weight weak
    because "Such a question is a way of finding out whether the service lives."
    against "From outside it should not get through."
    test "Is the source one of yours?"
  }

  false-positive "Monitoring of domain controllers from public addresses of your own."
  blind-spot "Requests with other message numbers in the short form, or another filter; a text trace without hex dump."

  trace "the long form, one server asked again and again" synthetic expect match """
    10:00:00.000000 IP 203.0.113.9.57060 > 198.51.100.5.389: UDP, length 51
        0x0000:  4500 004f 965e 0000 f011 cdfc cb00 7109
        0x0010:  c633 6405 dee4 0185 003b 474a 3084 0000
        0x0020:  002d 0201 0763 8400 0000 2404 000a 0100
        0x0030:  0a01 0002 0100 0201 0001 0100 870b 6f62
        0x0040:  6a65 6374 636c 6173 7330 8400 0000 00
    10:00:00.001000 IP 203.0.113.9.13469 > 198.51.100.5.389: UDP, length 51
        0x0000:  4500 004f 2f45 0000 f011 3516 cb00 7109
        0x0010:  c633 6405 349d 0185 003b f191 3084 0000
        0x0020:  002d 0201 0763 8400 0000 2404 000a 0100
        0x0030:  0a01 0002 0100 0201 0001 0100 870b 6f62
        0x0040:  6a65 6374 636c 6173 7330 8400 0000 00
    10:00:00.002000 IP 203.0.113.9.53708 > 198.51.100.5.389: UDP, length 51
        0x0000:  4500 004f 830c 0000 f011 e14e cb00 7109
        0x0010:  c633 6405 d1cc 0185 003b 5462 3084 0000
        0x0020:  002d 0201 0763 8400 0000 2404 000a 0100
        0x0030:  0a01 0002 0100 0201 0001 0100 870b 6f62
        0x0040:  6a65 6374 636c 6173 7330 8400 0000 00
  """
  trace "the short form, three hosts" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.40000 > 198.51.100.1.389: UDP, length 39
        0x0000:  4500 0043 79cb 0000 3611 1ea9 c000 0201
        0x0010:  c633 6401 9c40 0185 002f 10a0 3025 0201
        0x0020:  0763 2004 000a 0100 0a01 0002 0100 0201
        0x0030:  0001 0100 870b 6f62 6a65 6374 636c 6173
        0x0040:  7330 00
    10:00:00.100000 IP 192.0.2.1.40000 > 198.51.100.2.389: UDP, length 39
        0x0000:  4500 0043 a13f 0000 3611 f733 c000 0201
        0x0010:  c633 6402 9c40 0185 002f 109f 3025 0201
        0x0020:  0763 2004 000a 0100 0a01 0002 0100 0201
        0x0030:  0001 0100 870b 6f62 6a65 6374 636c 6173
        0x0040:  7330 00
    10:00:00.200000 IP 192.0.2.1.40000 > 198.51.100.3.389: UDP, length 39
        0x0000:  4500 0043 9d2c 0000 3611 fb45 c000 0201
        0x0010:  c633 6403 9c40 0185 002f 109e 3025 0201
        0x0020:  0763 2004 000a 0100 0a01 0002 0100 0201
        0x0030:  0001 0100 870b 6f62 6a65 6374 636c 6173
        0x0040:  7330 00
  """
  trace "the long form for another filter" synthetic expect no-match """
    10:00:00.000000 IP 203.0.113.9.52992 > 198.51.100.5.389: UDP, length 51
        0x0000:  4500 004f 2fa9 0000 f011 34b2 cb00 7109
        0x0010:  c633 6405 cf00 0185 003b 7027 3084 0000
        0x0020:  002d 0201 0763 8400 0000 2404 000a 0100
        0x0030:  0a01 0002 0100 0201 0001 0100 870b 6f62
        0x0040:  6a65 6374 436c 617a 7a30 8400 0000 00
    10:00:00.001000 IP 203.0.113.9.7192 > 198.51.100.5.389: UDP, length 51
        0x0000:  4500 004f 7253 0000 f011 f207 cb00 7109
        0x0010:  c633 6405 1c18 0185 003b 2310 3084 0000
        0x0020:  002d 0201 0763 8400 0000 2404 000a 0100
        0x0030:  0a01 0002 0100 0201 0001 0100 870b 6f62
        0x0040:  6a65 6374 436c 617a 7a30 8400 0000 00
    10:00:00.002000 IP 203.0.113.9.20907 > 198.51.100.5.389: UDP, length 51
        0x0000:  4500 004f 244c 0000 f011 400f cb00 7109
        0x0010:  c633 6405 51ab 0185 003b ed7c 3084 0000
        0x0020:  002d 0201 0763 8400 0000 2404 000a 0100
        0x0030:  0a01 0002 0100 0201 0001 0100 870b 6f62
        0x0040:  6a65 6374 436c 617a 7a30 8400 0000 00
  """
}
