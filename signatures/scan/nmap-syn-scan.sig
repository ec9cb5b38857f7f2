signature nmap-syn-scan {
  title      "nmap SYN scan: sequence numbers whose two halves differ by one mask"
  category   scan
  verdict    malicious
  confidence high
  version    2
  authors    "TraceLore project"
  created    2026-11-26
  revised    2026-11-26
  era        "1997 to present; window 1024 in current versions"
  licence    "CC-BY-4.0"
  tags       scan, tcp, half-open, nmap, tool-mark
  reference "nmap at commit db4aefd: tcpip.cc lines 532-607 (header), scan_engine_raw.cc lines 226-260 and 1193-1225 (numbers of a probe), nmap.h line 163" url "https://github.com/nmap/nmap"
  reference "p0f at commit 4abbd20: p0f.fp, NMap SYN scan (windows 1024, 2048, 3072, 4096)" url "https://github.com/p0f/p0f"
  reference "nDPI test captures at commit 3b1286a: tests/cfgs/default/pcap/synscan.pcap (1000 ports, older version)" url "https://github.com/ntop/nDPI"
  reference "nmap reference guide, Timing and Performance (pauses of -T0 to -T2)" url "https://nmap.org/book/man-performance.html"
  reference "RFC 9293, section 3.5.2 (reset generation)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2"

  packet probe {
    tcp
    flags == SYN
    seq != 0
    window in {1024, 2048, 3072, 4096}
    options == [mss]
    mss == 1460
    not df
  }

  # One run writes its try number into both halves of seq and covers the whole with one mask: the mask is the key.
  event by src, (seq >> 16) ^ (seq & 0xffff) gap 1h
    having count(probe) >= 3 and (distinct(probe.dport) >= 3 or distinct(probe.dst) >= 3)

  analysis {
    addresses "One source, real unless decoys are in use: it has to read the answers. With decoys (-D) the same ports are asked from several addresses at once, and only one of them is the scanner."
    ports "One source port for the run plus the number of the try, or one fixed port when the user chose it (-g). Targets in random order, the popular ports first."
    flags "SYN with 24 bytes of header: mss 1460 and nothing else; no data, unless the user adds some (--data-length). An open port's SYN ACK draws a bare RST from the scanner's kernel, which never asked."
    direction "Out: SYN. Back: SYN ACK (open), RST ACK (closed), ICMP or nothing (filtered). What stays silent is asked again from the next source port."
    time "As fast as the answers allow; hundreds of ports a second on a good path. With -T0 to -T2 the user slows it down, to one probe in five minutes, 15 s or 0.4 s (manual); so pauses of an hour are allowed for."
    header """
      nmap puts its try number into the upper and the lower half of the sequence number and XORs the whole with a mask drawn once. So (seq >> 16) ^ (seq & 0xffff) is the same
      in all probes of a run: 16 bits each time. This project's own reading: that number outlives retries, in which sequence number and source port change, so it tells how many
      runs one address started, and it joins the pieces of one run that were captured at several sensors. Window 1024 in current versions, 1024 to 4096 in multiples of 1024
      in older ones; TTL drawn anew for each packet from 37 to 59 at the sender, so the TTLs of one run spread over 22 at most; IP id random; no DF.
    """
    bottom-line """
      Somebody runs nmap's default scan against you. The mask in the sequence numbers says it is nmap and that all these probes are one run. What was answered with SYN ACK is known
      to them as open: look at those ports first.
    """
  }
  hypothesis "Reconnaissance with nmap" {
    verdict malicious
    weight strong
    because "Header shape, spread of TTLs and the mask are nmap's own; no kernel makes SYNs of this shape with sequence numbers of this relation."
    test "Is the source known here? Does the same mask come back from other sources (decoys)? Did connections to the open ports follow?"
  }
  hypothesis "Your own inventory or security test" {
    verdict benign
    weight moderate
    because "nmap is the everyday tool of administrators and auditors; the packets are the same."
    test "Ask who may scan; compare the source with your management network and the time with announced tests."
  }
  hypothesis "Somebody else scans in the source's name" {
    verdict third-party
    weight weak
    because "nmap's idle scan sends SYNs of this shape with a zombie's address, from a service port such as 80."
    against "Then resets from that address have a steady TTL of another distance."
    test "Compare TTLs of SYNs and resets from this source: one sender or two? See nmap-idle-scan-target."
  }
  hypothesis "A research scanner of the same shape" {
    verdict benign
    weight weak
    because "Censys of 2021 sent the same window, option and low TTL."
    against "Its source port changes with each probe and its sequence numbers have no mask."
    test "Compute (seq >> 16) ^ (seq & 0xffff) for three probes."
  }
  false-positive "A scanner that copies nmap's packets and its numbering. Three ordinary SYNs of this rare shape with one value of the mask would be a matter of 32 bits besides."
  blind-spot "A scan by connect() (-sT), which has the kernel's headers, and a run of which fewer than three probes are seen."
  blind-spot "Flags set by hand (--scanflags), and other programs that take nmap's job: the shape must be nmap's own."
  trace "nmap 7.93 against two hosts" observed expect match """
    03:35:42.407430 IP (tos 0x0, ttl 43, id 63417, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.995: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407484 IP (tos 0x0, ttl 39, id 54439, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.995: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407505 IP (tos 0x0, ttl 41, id 49262, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.3306: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407533 IP (tos 0x0, ttl 47, id 9441, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.3306: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407553 IP (tos 0x0, ttl 39, id 46286, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.1720: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
    03:35:42.407572 IP (tos 0x0, ttl 39, id 13134, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.1720: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
  """
  trace "an older nmap, windows 2048 and 3072" observed expect match """
    20:24:16.274870 IP (tos 0x0, ttl 54, id 59144, offset 0, flags [none], proto TCP (6), length 44)
        172.16.0.8.36050 > 64.13.134.52.443: Flags [S], seq 3713172248, win 3072, options [mss 1460], length 0
    20:24:16.276409 IP (tos 0x0, ttl 46, id 23248, offset 0, flags [none], proto TCP (6), length 44)
        172.16.0.8.36050 > 64.13.134.52.143: Flags [S], seq 3713172248, win 3072, options [mss 1460], length 0
    20:24:16.276467 IP (tos 0x0, ttl 45, id 50474, offset 0, flags [none], proto TCP (6), length 44)
        172.16.0.8.36050 > 64.13.134.52.3306: Flags [S], seq 3713172248, win 2048, options [mss 1460], length 0
    20:24:16.276520 IP (tos 0x0, ttl 42, id 24078, offset 0, flags [none], proto TCP (6), length 44)
        172.16.0.8.36050 > 64.13.134.52.199: Flags [S], seq 3713172248, win 3072, options [mss 1460], length 0
    20:24:16.276573 IP (tos 0x0, ttl 52, id 61286, offset 0, flags [none], proto TCP (6), length 44)
        172.16.0.8.36050 > 64.13.134.52.111: Flags [S], seq 3713172248, win 1024, options [mss 1460], length 0
  """
  trace "nmap 7.93 with --data-length 24" observed expect match """
    06:45:19.020125 IP (tos 0x0, ttl 37, id 5289, offset 0, flags [none], proto TCP (6), length 68)
        192.0.2.10.38689 > 198.51.100.2.22: Flags [S], seq 3353635502:3353635526, win 1024, options [mss 1460], length 24
    06:45:19.020209 IP (tos 0x0, ttl 40, id 44770, offset 0, flags [none], proto TCP (6), length 68)
        192.0.2.10.38689 > 198.51.100.2.21: Flags [S], seq 3353635502:3353635526, win 1024, options [mss 1460], length 24: FTP, length: 24
    06:45:19.020417 IP (tos 0x0, ttl 43, id 8753, offset 0, flags [none], proto TCP (6), length 68)
        192.0.2.10.38689 > 198.51.100.2.31: Flags [S], seq 3353635502:3353635526, win 1024, options [mss 1460], length 24
    06:45:19.020675 IP (tos 0x0, ttl 57, id 5014, offset 0, flags [none], proto TCP (6), length 68)
        192.0.2.10.38689 > 198.51.100.2.30: Flags [S], seq 3353635502:3353635526, win 1024, options [mss 1460], length 24
  """
  trace "the same shape from a research scanner: no mask" observed expect no-match """
    15:45:25.221387 IP (tos 0x0, ttl 41, id 27151, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.79.16189 > 10.10.10.10.9164: Flags [S], seq 3466414508, win 1024, options [mss 1460], length 0
    15:45:28.862995 IP (tos 0x0, ttl 41, id 37865, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.169.56442 > 10.10.10.10.24720: Flags [S], seq 1830128302, win 1024, options [mss 1460], length 0
    15:45:31.344519 IP (tos 0x0, ttl 41, id 54872, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.72.61335 > 10.10.10.10.8154: Flags [S], seq 2653078853, win 1024, options [mss 1460], length 0
    15:45:33.464495 IP (tos 0x0, ttl 41, id 41811, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.67.23674 > 10.10.10.10.4435: Flags [S], seq 3916781796, win 1024, options [mss 1460], length 0
    15:45:38.983112 IP (tos 0x0, ttl 41, id 39643, offset 0, flags [none], proto TCP (6), length 44)
        162.142.125.91.23043 > 10.10.10.10.53480: Flags [S], seq 258697838, win 1024, options [mss 1460], length 0
  """
  trace "as above with window 1025" synthetic expect no-match """
    03:35:42.407430 IP (tos 0x0, ttl 43, id 63417, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.995: Flags [S], seq 926633035, win 1025, options [mss 1460], length 0
    03:35:42.407484 IP (tos 0x0, ttl 39, id 54439, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.995: Flags [S], seq 926633035, win 1025, options [mss 1460], length 0
    03:35:42.407505 IP (tos 0x0, ttl 41, id 49262, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.3306: Flags [S], seq 926633035, win 1025, options [mss 1460], length 0
    03:35:42.407533 IP (tos 0x0, ttl 47, id 9441, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.3306: Flags [S], seq 926633035, win 1025, options [mss 1460], length 0
    03:35:42.407553 IP (tos 0x0, ttl 39, id 46286, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.1720: Flags [S], seq 926633035, win 1025, options [mss 1460], length 0
    03:35:42.407572 IP (tos 0x0, ttl 39, id 13134, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.1720: Flags [S], seq 926633035, win 1025, options [mss 1460], length 0
  """
  trace "numbers that share no mask" synthetic expect no-match """
    03:35:42.407430 IP (tos 0x0, ttl 43, id 63417, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.995: Flags [S], seq 3466414508, win 1024, options [mss 1460], length 0
    03:35:42.407484 IP (tos 0x0, ttl 39, id 54439, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.995: Flags [S], seq 1830128302, win 1024, options [mss 1460], length 0
    03:35:42.407505 IP (tos 0x0, ttl 41, id 49262, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.3306: Flags [S], seq 2653078853, win 1024, options [mss 1460], length 0
    03:35:42.407533 IP (tos 0x0, ttl 47, id 9441, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.3306: Flags [S], seq 3916781796, win 1024, options [mss 1460], length 0
    03:35:42.407553 IP (tos 0x0, ttl 39, id 46286, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.21.1720: Flags [S], seq 258697838, win 1024, options [mss 1460], length 0
    03:35:42.407572 IP (tos 0x0, ttl 39, id 13134, offset 0, flags [none], proto TCP (6), length 44)
        192.0.2.10.37317 > 198.51.100.20.1720: Flags [S], seq 926633035, win 1024, options [mss 1460], length 0
  """
}
