"""tcpdump *text* as packets: what the program printed in 2000 and what it prints today, wrapped or not."""

from matcher.tcpdump.reader import looks_like_tcpdump, read_tcpdump

__all__ = ["looks_like_tcpdump", "read_tcpdump"]
