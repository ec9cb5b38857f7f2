signature wide {
  title "SYNs to low ports"
  packet syn { tcp; flags == SYN; dport < 1024 }
  event by src gap 1h having count(syn) >= 2
}

signature narrow {
  title "SYNs with data to port 53"
  packet syn { tcp; flags == SYN; dport == 53; payload.len == 64 }
  event by src gap 1h having count(syn) >= 2
}

signature declared {
  title "SYNs to port 80, said to be a variant"
  variant-of wide
  packet syn { tcp; flags == SYN; dport == 80 }
  event by src gap 1h having count(syn) >= 2
}

# More packets can undo this one: nothing can be said.
signature undone {
  title "Exactly two SYNs to port 53"
  packet syn { tcp; flags == SYN; dport == 53 }
  event by src gap 1h having count(syn) == 2
}
