signature wireshark {
  internal
  title "Names of another program"
  packet syn { tcp.flags == SYN; tcp.dstport == 23 }
  event by ip.src gap 60s having distinct(syn.ip.dst) >= 5
}
