"""What the README shows is what the program prints: cog calls this, and a test checks that it is current."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from tracelore.cli import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "odd-packets.pcap"
_CUT = "               [...]"


def excerpt() -> str:
    """One event of the example as `tracelore match` prints it, with some readings cut, in a text block."""
    result = CliRunner().invoke(main, ["match", "--evidence", "2", str(EXAMPLE)])
    blocks = result.output.split("\n\n")
    block = next(block for block in blocks if "backscatter-ack-674719802 (" in block)
    lines = [line.rstrip() for line in block.strip("\n").splitlines()]
    return "\n".join(["```text", "$ tracelore match examples/odd-packets.pcap", *_shortened(lines), "```", ""])


def _shortened(lines: list[str]) -> list[str]:
    """Two readings: what speaks for the first, what speaks against the second."""
    kept: list[str] = []
    readings, shown = 0, True
    seen: set[str] = set()
    for line in lines:
        head, text = line[:15].strip(), line[15:].lstrip()
        if head in ("read as", "or as"):
            readings, shown, seen = readings + 1, readings < 2, set()
        elif readings and not head and text.startswith(("for:", "against:", "would tell:")):
            word = text.split(":")[0]
            shown = readings < 3 and word == ("for", "against")[readings - 1] and word not in seen
            seen.add(word)
        if not shown and head != "consistent too":
            if kept[-1] != _CUT:
                kept.append(_CUT)
            continue
        kept.append(line)
    return kept
