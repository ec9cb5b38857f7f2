"""Explaining what somebody pasted or dropped: a process of its own reads it, within limits, and keeps nothing."""
