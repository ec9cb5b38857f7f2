# A pause of a minute ends the episode: no two probes of one are two minutes apart.
signature slow {
  internal
  title "Slow probes"
  packet probe { tcp; flags == SYN; dport == 22 }
  event by src gap 60s having count(probe) >= 10 and interval.min(probe) >= 2m
}

signature bridged {
  internal
  title "With another pattern between them they may be"
  packet probe { tcp; flags == SYN; dport == 23 }
  packet other { tcp; flags == SYN; dport == 24 }
  event by src gap 60s having count(probe) >= 10 and interval.min(probe) >= 2m
}
