"""What docs/knowledge-base.md shows is what the program prints: cog calls this, a test checks that it is current."""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from kb.metadata import TABLES
from tracelore.building import build_knowledge_base
from tracelore.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "knowledge-base.md"


def where_session() -> str:
    """Asking by value."""
    return _session(
        ["tracelore kb where ttl=241 id=0 'flags=S.'", "tracelore kb where ack=674719802 seq=1..5"]
    )  # fmt: skip


def notes_session() -> str:
    """Adding, editing and listing notes."""
    return _session(
        [
            'tracelore note add time-probe "Ours: the balancers of the web team."',
            'tracelore note add time-probe --place "name server 2" --first-seen 2026-03-04 --count 17',
            "tracelore note edit {last} --count 18 --reason 'one more found'",
            'tracelore note add flood-answer --title "A reset scan" --verdict malicious --weight weak'
            ' --because "Only our servers were reached."',
            "tracelore note list",
            "tracelore note history {edited}",
        ]
    )


def tables() -> str:
    """Every table and view of the knowledge base with what a row of it is."""
    rows = [f"| `{name}` | {description} |" for name, (description, _) in sorted(TABLES.items())]
    return "\n".join(["| table or view | what is in it |", "| --- | --- |", *rows, ""])


@contextmanager
def _place() -> Iterator[dict[str, str]]:
    """A knowledge base of the page's own signatures, no notes yet, and a clock that stands still for a minute each."""
    source = re.search(r"^```sig\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert source is not None
    ticks = iter(f"2026-03-05T10:{minute:02}:00.000000Z" for minute in range(60))
    with tempfile.TemporaryDirectory() as folder, patch("kb.notes.store._stamp", lambda date: next(ticks)):
        (Path(folder) / "mine.sig").write_text(source[1], "utf-8")
        kb = build_knowledge_base(Path(folder), Path(folder) / "mine.db").path
        with patch("tracelore.cli.knowing.in_use", lambda path: kb):
            yield {"TRACELORE_NOTES": str(Path(folder) / "notes.db"), "TRACELORE_AUTHOR": "Ann"}


def _session(commands: list[str]) -> str:
    lines = ["```text"]
    ids: list[str] = []
    with _place() as environment:
        for template in commands:
            command = template.format(last=ids[-1][:6] if ids else "", edited=ids[1][:6] if len(ids) > 1 else "")
            result = CliRunner().invoke(main, shlex.split(command)[1:], env=environment)
            assert result.exit_code == 0, result.output
            ids += re.findall(r"^([0-9a-f]{12})  \w+ on [\w-]+$", result.output, re.MULTILINE)
            lines += [f"$ {command}", *(line.rstrip() for line in result.output.splitlines())]
    return "\n".join([*lines, "```", ""])
