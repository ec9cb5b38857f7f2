"""Signatures from packets: a first version from a sample (`draft`), and what in a capture deserves one (`triage`)."""
