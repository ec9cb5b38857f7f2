signature any {
  internal
  title "Whatever comes"
  packet syn { tcp; flags == SYN; dport == 5 }
  event by src gap 60s having count(syn) >= 0 or duration > 5s
}

signature on-purpose {
  internal
  title "One packet is enough, and says so"
  packet syn { tcp; flags == SYN; dport == 6 }
  event by src gap 60s having count() >= 1
}
