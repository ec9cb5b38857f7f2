signature a {
  internal
  title "t"
  observe a as x0
  event by src gap 1s
}
signature b {
  internal
  title "t"
  observe c as x0
  event by src gap 1s
}
signature c {
  internal
  title "t"
  observe d as x0
  event by src gap 1s
}
signature d {
  internal
  title "t"
  observe b as x0
  event by src gap 1s
}
signature e {
  internal
  title "t"
  observe b as x0
  event by src gap 1s
}
