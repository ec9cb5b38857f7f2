signature all {
  internal
  title "Conditions that choose nothing"
  packet syn { tcp; flags == SYN; window >= 0; sport + dport >= 0 }
  event by src gap 60s having count(syn) >= 1 and distinct(dst) >= 5
}
