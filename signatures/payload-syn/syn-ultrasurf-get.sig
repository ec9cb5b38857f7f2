signature syn-ultrasurf-get {
  title      "SYN that asks for a forbidden word: GET /?q=ultrasurf"
  category   payload-syn
  verdict    unknown
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2019 to present"
  licence    "CC-BY-4.0"
  tags       syn-payload, tcp, http, censorship, middlebox
  reference "Geneva at commit 28a3fa6, evaluator.py lines 994 and 1142, README.md line 168 (word and form of the query; secondary for its use in SYNs)" url "https://github.com/Kkevsterrr/geneva"
  reference "K. Bock and others, Weaponizing Middleboxes for TCP Reflected Amplification, USENIX Security 2021 (why such packets are sent)" url "https://www.usenix.org/conference/usenixsecurity21/presentation/bock"
  reference "RFC 9293, section 3.4 (data in a SYN wait for the handshake)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.4"

  packet probe { tcp; flags & (SYN|ACK|RST|FIN) == SYN; payload starts "GET /?q=ultrasurf" }

  event by src, dst gap 5m

  analysis {
    addresses "A real source if answers are counted; a victim's address if they are sent to it."
    ports "80, where somebody who censors the web looks."
    flags "SYN, with a whole request in it."
    direction "Inbound. No server reads the request before the handshake is done, so it is not meant for a server."
    time "Not documented where this was read."
    header """
      The request asks for /?q=ultrasurf, the name of a circumvention program that several states' filters answer to; it is the word that Geneva's
      tests use by default. A device on the way that judges single packets answers with resets or a page, without a connection.
    """
    bottom-line """
      Somebody looks for filters that answer single packets, to measure censorship or to abuse them as amplifiers. Your host is only the address at
      the far end; see that no filter of yours answers.
    """
  }

  hypothesis "Measurement of censorship" {
    verdict benign
    weight moderate
    because "The word and the form of the query come from the tests of a research tool."
    test "Does the source say who it is? Is each address asked once or twice?"
  }
  hypothesis "Search for middleboxes to attack with" {
    verdict malicious
    weight moderate
    because "The same packet, with a victim's address as its source, turns such a filter into an amplifier."
    test "Does the same source repeat the packet to one address thousands of times? Then it is no source but a victim."
  }

  false-positive "None is known: a browser sends no request in a SYN, and with fast open it would be a person who searches for this word at this path."
  blind-spot "Other words and names (there are lists of them), and requests that begin otherwise. The signature rests on the tool's word; no telescope's own observation was read (not verified)."

  trace "one probe" synthetic expect match """
    10:00:00.000000 IP 192.0.2.1.44210 > 198.51.100.7.80: Flags [S], seq 1000:1049, win 8192, length 49: HTTP: GET /?q=ultrasurf HTTP/1.1
        0x0000:  4500 0059 7403 0000 3606 2460 c000 0201  E..Yt...6.$`....
        0x0010:  c633 6407 acb2 0050 0000 03e8 0000 0000  .3d....P........
        0x0020:  5002 2000 11a4 0000 4745 5420 2f3f 713d  P.......GET./?q=
        0x0030:  756c 7472 6173 7572 6620 4854 5450 2f31  ultrasurf.HTTP/1
        0x0040:  2e31 0d0a 486f 7374 3a20 6578 616d 706c  .1..Host:.exampl
        0x0050:  652e 636f 6d0d 0a0d 0a                   e.com....
  """
  trace "the same request behind a handshake" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.44210 > 198.51.100.7.80: Flags [P.], seq 1001:1050, ack 77, win 8192, length 49: HTTP: GET /?q=ultrasurf HTTP/1.1
        0x0000:  4500 0059 5c90 0000 3606 3bd3 c000 0201  E..Y\...6.;.....
        0x0010:  c633 6407 acb2 0050 0000 03e9 0000 004d  .3d....P.......M
        0x0020:  5018 2000 1140 0000 4745 5420 2f3f 713d  P....@..GET./?q=
        0x0030:  756c 7472 6173 7572 6620 4854 5450 2f31  ultrasurf.HTTP/1
        0x0040:  2e31 0d0a 486f 7374 3a20 6578 616d 706c  .1..Host:.exampl
        0x0050:  652e 636f 6d0d 0a0d 0a                   e.com....
  """
  trace "another request in the SYN" synthetic expect no-match """
    10:00:00.000000 IP 192.0.2.1.44210 > 198.51.100.7.80: Flags [S], seq 1000:1037, win 8192, length 37: HTTP: GET / HTTP/1.1
        0x0000:  4500 004d 4cbd 0000 3606 4bb2 c000 0201  E..ML...6.K.....
        0x0010:  c633 6407 acb2 0050 0000 03e8 0000 0000  .3d....P........
        0x0020:  5002 2000 a9f1 0000 4745 5420 2f20 4854  P.......GET./.HT
        0x0030:  5450 2f31 2e31 0d0a 486f 7374 3a20 6578  TP/1.1..Host:.ex
        0x0040:  616d 706c 652e 636f 6d0d 0a0d 0a         ample.com....
  """
}
