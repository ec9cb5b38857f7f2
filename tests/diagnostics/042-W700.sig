# The names of patterns and the places of conditions do not matter.
signature one {
  title "Answers with one number"
  packet answer { tcp; flags == RST|ACK; ack == 674719802 }
  event by src gap 1h having count(answer) >= 2
}

signature other {
  title "The same in other words"
  packet reply { ack == 674719802; tcp; flags == RST|ACK }
  event by src gap 1h having count(reply) >= 2
}
