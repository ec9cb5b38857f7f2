# What an episode is rules these out.
signature one-source {
  internal
  title "An episode has one value of its key"
  packet syn { tcp; flags == SYN }
  event by src, dport gap 60s having count(syn) >= 5 and distinct(src) >= 3
}

signature few-and-many {
  internal
  title "Three packets have no four destinations"
  packet syn { udp; dport == 53 }
  event by src gap 60s having count(syn) <= 3 and distinct(syn.dst) >= 4
}

signature more-and-less {
  internal
  title "Both at once"
  packet syn { udp; dport == 69 }
  event by src gap 60s having duration > 30s and duration < 10s
}
