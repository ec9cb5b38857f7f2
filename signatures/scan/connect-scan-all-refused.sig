signature connect-scan-all-refused {
  title      "Port scan of a host that refuses everything"
  category   scan
  verdict    malicious
  confidence medium
  version    1
  authors    "TraceLore project"
  created    2026-11-26
  era        "1990s to present"
  licence    "CC-BY-4.0"
  tags       scan, tcp, connect
  reference "RFC 9293, section 3.10.7.1 (a closed port resets)" url "https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1"
  reference "R. Bejtlich, Interpreting Network Traffic: A Network Intrusion Detector's Look at Suspicious Events, v2.8, 14 May 2000 (first scan trace)" url "https://taosecurity.com/intv2-8.html"

  observe refused-connection as closed

  event by src, dst gap 60s having distinct(closed.dport) >= 10

  analysis {
    addresses "One source, one target."
    ports "Ten ports and more, every one of them refused."
    flags "SYN, and RST ACK in return."
    direction "Nothing was open among them, so neither the connect scan's nor the half-open scan's mark at open ports can be seen."
    time "Within a minute between one refusal and the next."
    bottom-line "Somebody tries door after door of this host, and all of them are shut. The host answers for itself, so they know that it lives; what a filter would have hidden, they have seen."
  }
  hypothesis "Port scan" {
    verdict malicious
    weight strong
    because "Nobody needs ten closed ports of one host."
    test "Are the ports well-known services? Does the source ask other hosts too?"
  }
  hypothesis "A program whose server is down" {
    verdict benign
    weight moderate
    because "Clusters and passive FTP use ranges of ports, and a client goes through all of them when the server is gone."
    against "Such ports lie close together and are asked again and again."
    test "Were these ports open yesterday?"
  }
  hypothesis "Your own inventory" {
    verdict benign
    weight moderate
    because "Scans for inventory meet hosts without services."
    test "Ask who may scan."
  }
  false-positive "Clients of a service that is down and uses many ports (portmapper, passive FTP, cluster nodes)."
  blind-spot "Filters that drop instead of refusing; scans of fewer than ten ports."
  trace "twelve closed ports" observed expect match """
    03:36:16.965100 IP (tos 0x0, ttl 64, id 55334, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.44480 > 198.51.100.20.25: Flags [S], seq 4080070807, win 64240, options [mss 1460,sackOK,TS val 1691485657 ecr 0,nop,wscale 10], length 0
    03:36:16.965120 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.25 > 192.0.2.10.44480: Flags [R.], seq 0, ack 4080070808, win 0, length 0
    03:36:16.965250 IP (tos 0x0, ttl 64, id 46192, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.42050 > 198.51.100.20.23: Flags [S], seq 1814799983, win 64240, options [mss 1460,sackOK,TS val 399568255 ecr 0,nop,wscale 10], length 0
    03:36:16.965262 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.23 > 192.0.2.10.42050: Flags [R.], seq 0, ack 1814799984, win 0, length 0
    03:36:16.965687 IP (tos 0x0, ttl 64, id 35822, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.37756 > 198.51.100.20.21: Flags [S], seq 2323602049, win 64240, options [mss 1460,sackOK,TS val 3952800429 ecr 0,nop,wscale 10], length 0
    03:36:16.965700 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.21 > 192.0.2.10.37756: Flags [R.], seq 0, ack 2323602050, win 0, length 0
    03:36:16.965803 IP (tos 0x0, ttl 64, id 30587, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.57628 > 198.51.100.20.30: Flags [S], seq 3396279955, win 64240, options [mss 1460,sackOK,TS val 2067589084 ecr 0,nop,wscale 10], length 0
    03:36:16.965815 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.30 > 192.0.2.10.57628: Flags [R.], seq 0, ack 3396279956, win 0, length 0
    03:36:16.965960 IP (tos 0x0, ttl 64, id 46183, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.51066 > 198.51.100.20.27: Flags [S], seq 3932184465, win 64240, options [mss 1460,sackOK,TS val 623894953 ecr 0,nop,wscale 10], length 0
    03:36:16.965972 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.27 > 192.0.2.10.51066: Flags [R.], seq 0, ack 3932184466, win 0, length 0
    03:36:16.966080 IP (tos 0x0, ttl 64, id 14929, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.43264 > 198.51.100.20.20: Flags [S], seq 2508753930, win 64240, options [mss 1460,sackOK,TS val 3114689781 ecr 0,nop,wscale 10], length 0
    03:36:16.966089 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.20 > 192.0.2.10.43264: Flags [R.], seq 0, ack 2508753931, win 0, length 0
    03:36:16.966295 IP (tos 0x0, ttl 64, id 63979, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.44052 > 198.51.100.20.26: Flags [S], seq 2736352557, win 64240, options [mss 1460,sackOK,TS val 2264601190 ecr 0,nop,wscale 10], length 0
    03:36:16.966306 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.26 > 192.0.2.10.44052: Flags [R.], seq 0, ack 2736352558, win 0, length 0
    03:36:16.966348 IP (tos 0x0, ttl 64, id 43446, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.44040 > 198.51.100.20.24: Flags [S], seq 3355743800, win 64240, options [mss 1460,sackOK,TS val 535383336 ecr 0,nop,wscale 10], length 0
    03:36:16.966355 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.24 > 192.0.2.10.44040: Flags [R.], seq 0, ack 3355743801, win 0, length 0
    03:36:16.966574 IP (tos 0x0, ttl 64, id 11749, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.50966 > 198.51.100.20.28: Flags [S], seq 2108633104, win 64240, options [mss 1460,sackOK,TS val 64827289 ecr 0,nop,wscale 10], length 0
    03:36:16.966581 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.28 > 192.0.2.10.50966: Flags [R.], seq 0, ack 2108633105, win 0, length 0
    03:36:16.966760 IP (tos 0x0, ttl 64, id 34447, offset 0, flags [DF], proto TCP (6), length 60)
        192.0.2.10.52008 > 198.51.100.20.29: Flags [S], seq 3202488396, win 64240, options [mss 1460,sackOK,TS val 1141897870 ecr 0,nop,wscale 10], length 0
    03:36:16.966769 IP (tos 0x0, ttl 64, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.29 > 192.0.2.10.52008: Flags [R.], seq 0, ack 3202488397, win 0, length 0
  """
  trace "one closed port, asked ten times" synthetic expect no-match """
    03:00:00.000000 IP (tos 0x0, ttl 61, id 4000, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46000 > 198.51.100.20.8443: Flags [S], seq 2490222688, win 64240, options [mss 1460], length 0
    03:00:00.010000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46000: Flags [R.], seq 0, ack 2490222689, win 0, length 0
    03:00:02.010000 IP (tos 0x0, ttl 61, id 4001, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46002 > 198.51.100.20.8443: Flags [S], seq 4115978434, win 64240, options [mss 1460], length 0
    03:00:02.020000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46002: Flags [R.], seq 0, ack 4115978435, win 0, length 0
    03:00:04.020000 IP (tos 0x0, ttl 61, id 4002, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46004 > 198.51.100.20.8443: Flags [S], seq 232672148, win 64240, options [mss 1460], length 0
    03:00:04.030000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46004: Flags [R.], seq 0, ack 232672149, win 0, length 0
    03:00:06.030000 IP (tos 0x0, ttl 61, id 4003, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46006 > 198.51.100.20.8443: Flags [S], seq 4286223921, win 64240, options [mss 1460], length 0
    03:00:06.040000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46006: Flags [R.], seq 0, ack 4286223922, win 0, length 0
    03:00:08.040000 IP (tos 0x0, ttl 61, id 4004, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46008 > 198.51.100.20.8443: Flags [S], seq 3029963128, win 64240, options [mss 1460], length 0
    03:00:08.050000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46008: Flags [R.], seq 0, ack 3029963129, win 0, length 0
    03:00:10.050000 IP (tos 0x0, ttl 61, id 4005, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46010 > 198.51.100.20.8443: Flags [S], seq 1016988545, win 64240, options [mss 1460], length 0
    03:00:10.060000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46010: Flags [R.], seq 0, ack 1016988546, win 0, length 0
    03:00:12.060000 IP (tos 0x0, ttl 61, id 4006, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46012 > 198.51.100.20.8443: Flags [S], seq 1491204725, win 64240, options [mss 1460], length 0
    03:00:12.070000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46012: Flags [R.], seq 0, ack 1491204726, win 0, length 0
    03:00:14.070000 IP (tos 0x0, ttl 61, id 4007, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46014 > 198.51.100.20.8443: Flags [S], seq 2508861456, win 64240, options [mss 1460], length 0
    03:00:14.080000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46014: Flags [R.], seq 0, ack 2508861457, win 0, length 0
    03:00:16.080000 IP (tos 0x0, ttl 61, id 4008, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46016 > 198.51.100.20.8443: Flags [S], seq 1938318765, win 64240, options [mss 1460], length 0
    03:00:16.090000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46016: Flags [R.], seq 0, ack 1938318766, win 0, length 0
    03:00:18.090000 IP (tos 0x0, ttl 61, id 4009, offset 0, flags [DF], proto TCP (6), length 44)
        192.0.2.10.46018 > 198.51.100.20.8443: Flags [S], seq 1727308309, win 64240, options [mss 1460], length 0
    03:00:18.100000 IP (tos 0x0, ttl 60, id 0, offset 0, flags [DF], proto TCP (6), length 40)
        198.51.100.20.8443 > 192.0.2.10.46018: Flags [R.], seq 0, ack 1727308310, win 0, length 0
  """
}
