"""Captures as text for tests: SYNs by time and port, and the command."""

from __future__ import annotations

from click.testing import CliRunner, Result

from tracelore.cli import main

__all__ = ["SCAN", "explain", "syns"]

SCAN = """
signature slow-scan {
  title "A slow scan"
  category scanning
  verdict malicious
  packet probe { tcp; flags == SYN; payload.len == 0 }
  event by src gap 60s having distinct(probe.dport) >= 10
}
"""


def syns(*packets: tuple[float, str, int], words: str = "(ttl 64, id 1)") -> str:
    """tcpdump lines of SYNs: (seconds, source, port)."""
    return "".join(
        f"10:{int(at // 60):02}:{at % 60:09.6f} {source}.40000 > 198.51.100.7.{port}: S 1:1(0) win 1024 {words}\n"
        for at, source, port in packets
    )


def explain(*words: object) -> Result:
    """`tracelore explain` with these words."""
    return CliRunner().invoke(main, ["explain", *map(str, words)])
