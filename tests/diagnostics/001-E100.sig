# café
signature a {
  title "café"
}
