# Every aggregate, and a signature that observes another.
signature aggregates {
  packet syn   { flags == SYN }
  packet reply { flags == SYN|ACK; from responder }
  packet ask   { flags == SYN; from responder; solicits }
  event by src, sport gap 10s
    having count() >= 2 and count(syn, 10s) >= 100 and distinct(dst) >= 300 and distinct(syn.dport, 60s) >= 5
      and first(syn) < last(reply) and min(ttl) > 30 and max(ttl) < 60 and span(id) < 100 and constant(seq)
      and step(ack, 1 << 31) > 0 and missing(seq) == 0 and duration < 1h and rate(syn) >= 10
      and interval.mean(syn) < 1s and interval.jitter(syn) < 10ms and count(ask) == 0
}
signature above {
  observe aggregates as below
  event by src gap 1h having distinct(below.dst) >= 2
}
