signature masscan-banner-session {
  title      "masscan reading banners: sessions of its own stack, window 1200"
  category   scan
  verdict    malicious
  confidence high
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "2014 to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, masscan, banner, tool-mark
  reference "masscan at commit 2be4093: stack-tcp-core.c line 1163 (windows 1200 and 600), templ-pkt.c lines 432 and 942" url "https://github.com/robertdavidgraham/masscan"
  reference "RFC 7323, section 3.2 (time stamps, which a kernel's session would carry)" url "https://www.rfc-editor.org/rfc/rfc7323#section-3.2"

  packet probe {
    ip
    tcp
    flags == SYN
    id == (dst ^ dport ^ seq) & 0xffff
    window in {1024, 1025}
    not df
    ittl == 255
  }
  packet answer { from responder; tcp; flags == SYN|ACK }
  packet third {
    ip
    tcp
    flags == ACK
    window in {600, 1200}
    options == []
    not df
    ittl == 255
    payload.len == 0
  }

  event by src, sport, dst, dport gap 60s having first(probe) < first(answer) < first(third)

  analysis {
    addresses "An address that only masscan uses: often a spare one of the scanner's network, so that its kernel does not reset the sessions."
    ports "Open ports that the SYNs found."
    flags "SYN, SYN ACK, ACK: the handshake is completed, by masscan's own small TCP."
    direction "The client waits for the greeting or sends a request, reads what comes and closes."
    header """
      After the SYN the window is 1200 (600 in one mode), never scaled, and no segment has options or DF; TTL stays 255. This project's own observation, on masscan 1.3.2: the IP id follows the rule of the SYN in every segment of the session, computed
      with that segment's sequence number, so a lone ACK in the middle still tells the tool. (A bare ACK's sequence number is in the capture file; tcpdump does not print it.)
    """
    bottom-line "masscan has found this port open and read what the service says of itself. The sender holds a list of versions now: patch what is old, and expect a visit by something else."
  }
  hypothesis "Banner grabbing by masscan" {
    verdict malicious
    weight strong
    because "The SYN obeys masscan's rule and the rest of the session has its constants."
    test "In the capture file: does id == (dst ^ dport ^ seq) & 0xffff hold for the ACK as well?"
  }
  hypothesis "Survey by a research or security company" {
    verdict benign
    weight moderate
    because "They read banners, too."
    test "Look the source up."
  }
  false-positive "None known besides copies."
  blind-spot "Scans without --banners do not get this far."
  trace "masscan 1.3.2 --banners" observed expect match """
    03:37:28.191375 IP (tos 0x0, ttl 255, id 35433, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.99.44248 > 198.51.100.19.22: Flags [S], seq 4228378220, win 1024, length 0
    03:37:28.291629 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.19.22 > 192.0.2.99.44248: Flags [S.], seq 2014346882, ack 4228378221, win 64240, options [mss 1460], length 0
    03:37:28.291722 IP (tos 0x0, ttl 255, id 35432, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.99.44248 > 198.51.100.19.22: Flags [.], ack 2014346883, win 1200, length 0
  """
  trace "a kernel completes the handshake" synthetic expect no-match """
    03:37:28.191375 IP (tos 0x0, ttl 255, id 35433, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.99.44248 > 198.51.100.19.22: Flags [S], seq 4228378220, win 1024, length 0
    03:37:28.291629 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 44)
        198.51.100.19.22 > 192.0.2.99.44248: Flags [S.], seq 2014346882, ack 4228378221, win 64240, options [mss 1460], length 0
    03:37:28.291722 IP (tos 0x0, ttl 255, id 35432, offset 0, flags [none], proto TCP (6), length 40)
        192.0.2.99.44248 > 198.51.100.19.22: Flags [.], ack 2014346883, win 502, options [nop,nop,TS val 77 ecr 78], length 0
  """
}
