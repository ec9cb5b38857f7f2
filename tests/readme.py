"""What the README shows is what the program prints: cog calls this, and a test checks that it is current."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from tracelore.cli import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "odd-packets.pcap"


def excerpt() -> str:
    """The event of the README's first screen, as `tracelore match` prints it, in a text block."""
    result = CliRunner().invoke(main, ["match", "--evidence", "3", str(EXAMPLE)])
    blocks = result.output.split("\n\n")
    block = next(block for block in blocks if "backscatter-ack-674719802 (" in block)
    lines = [line.rstrip() for line in block.strip("\n").splitlines()]
    return "\n".join(["```text", "$ tracelore match examples/odd-packets.pcap", *lines, "```", ""])
