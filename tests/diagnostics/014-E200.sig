signature a {
  internal
  title "t"
  packet p {
    sprt == 5
    tcp.prot == 5
    flags == syn
    flags == S
    payload.lenght > 3
    xyzzy
  }
  event by source gap 1s having distinct(p.porrt) > 1
}
