"""The knowledge base: signatures as SQLite that people can open, search and read. Knows no packets.

`kb.build` writes it, `kb.read` reads it (and imports nothing heavy; `kb.models` even less), `kb.browse` shows it.
"""
