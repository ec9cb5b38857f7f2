signature a {
  internal
  title "t"
  packet p {
    tcp
    from sender
  }
  event by src gap 60s
  verdict evil
  confidence certain
  analysis { colour "red" }
  hypothesis "h" { verdict wrong weight heavy }
  trace "t" seen expect hit "x"
}
