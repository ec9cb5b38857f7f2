signature twice {
  internal
  title "Conditions that another one implies"
  packet syn {
    tcp
    flags == SYN|ACK
    flags has SYN
    ttl in {60..64}
    ttl > 5
    ack == seq + 1
    ack == seq + 1
  }
  event by src gap 60s having count(syn) >= 10 and count(syn) > 5
}
