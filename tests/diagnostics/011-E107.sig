signature a {
  packet p { tcp }
}
