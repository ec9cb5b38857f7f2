"""Explaining packets: what they are, and what keeps them from being something else.

For the command line (`asking`, with its words and records), and for what strangers paste or drop: that is read by a
process of its own, within limits, which keeps nothing (`workers`).
"""
