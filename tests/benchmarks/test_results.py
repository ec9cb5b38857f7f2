"""Results come back from JSON, and become a table, a document and a judgement."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.judged import judged
from benchmarks.measure import ROOT, RunFailed, python, run_measured
from benchmarks.once import FIRST_COMPILATION, START_UP, many
from benchmarks.results import Fact, Line, Results
from benchmarks.rows import BY_SOURCE, CURATED, TCPDUMP, curated_count, suricata, synthetic
from benchmarks.table import document, fact_text, line_text


def line(capture: str, name: str, rate: float, peak_mb: float = 100.0) -> Line:
    return Line(capture, name, f"run '{name}' | less", 5_000_000, rate, 0.5, peak_mb)


SLOW = f"{suricata(curated_count())}, lean"
RESULTS = Results(
    {"date": "2026-01-01", "python": "3.12"},
    [
        line("telescope", TCPDUMP, 4e6),
        line("telescope", CURATED, 6e6, 400.0),
        line("telescope", synthetic(64), 8e6),
        line("telescope", synthetic(1024), 4e6),
        line("telescope", SLOW, 1e5, 900.0),
        Line("telescope", "broken", "broken", 400, failure="no such | thing"),
        line("flood", CURATED, 3e6, 500.0),
    ],
    [Fact(START_UP, 0.75, "s"), Fact(FIRST_COMPILATION, None, "s", "killed"), Fact("its peak memory", 550.0, "MB")],
)


def test_json_keeps_everything() -> None:
    assert Results.from_json(RESULTS.to_json()) == RESULTS


def test_judgement() -> None:
    measured = {each.work: each.measured for each in judged(RESULTS)}
    assert measured == {
        "telescope, all curated signatures: times the speed of tcpdump": "1.5",
        f"the same: times the speed of {SLOW}": "60",
        "1,024 synthetic signatures: times the time of 64": "2",
        "10,000 synthetic signatures: times the time of 64": "not measured",
        f"flood, {CURATED}: times the speed of the telescope": "0.5",
        f"flood, {BY_SOURCE}: times the speed of the telescope": "not measured",
        "peak memory of this project in any run": "550 MB",
        many(10_000): "not measured",
        START_UP: "0.75 s",
        FIRST_COMPILATION: "not measured",
    }


def test_document_has_every_line_as_a_whole_row() -> None:
    text = document(RESULTS)
    assert f"| {CURATED} | 5,000,000 | 6,000,000 | 1.50 | 0.50 | 400 |" in text
    assert f"| {SLOW} | 5,000,000 | 100,000 | 0.0250 | 0.50 | 900 |" in text
    assert "| broken | 400 | failed: no such \\| thing |  |  |  |" in text
    assert f"| {FIRST_COMPILATION} | failed: killed |" in text
    assert f"| {CURATED} | 5,000,000 | 3,000,000 |  | 0.50 | 500 |" in text  # no tcpdump there
    assert "*lean*" in text
    assert max(map(len, text.split("## Where")[0].splitlines())) <= 120
    rows = [row for row in text.splitlines() if row.startswith("|")]
    assert all(row.endswith(" |") for row in rows)


def test_terminal_lines() -> None:
    assert line_text(RESULTS.lines[1], 4e6).split()[-5:] == ["5,000,000", "6,000,000", "1.50", "0.50", "400"]
    assert line_text(RESULTS.lines[5], 4e6).endswith("failed: no such | thing")
    assert fact_text(RESULTS.facts[0]) == f"{START_UP}: 0.75 s"


def test_document_is_written_from_kept_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, page = tmp_path / "kept.json", tmp_path / "page.md"
    kept.write_text(RESULTS.to_json(), "utf-8")
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--from", str(kept), "--write", str(page)])
    assert command.main() == 0
    assert page.read_text("utf-8") == document(RESULTS)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("raise ValueError('so')", "ValueError: so"),
        ("import sys; sys.exit('first\\nsecond')", "first"),
        ("raise SystemExit(3)", "exit status 3"),
    ],
)
def test_a_failure_says_why(code: str, reason: str) -> None:
    with pytest.raises(RunFailed) as raised:
        run_measured(python("-c", code), 60)
    assert str(raised.value) == reason


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(RunFailed, match="took more than 0 s"):
        run_measured(python("-c", "import time; time.sleep(600)"), 0.2)


def test_a_run_has_an_empty_folder() -> None:
    run_measured(python("-c", "import os, sys; sys.exit(len(os.listdir()))"), 60)


def test_peak_memory_is_that_of_the_run() -> None:
    """Measured from a small process: a run begins with the peak of the one that starts it."""
    code = """if True:
        from benchmarks.measure import python, run_measured
        print([run_measured(python("-c", f"bytes(range(256)) * {size}"), 60).peak_mb for size in (1, 1_000_000)])
    """
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    small, large = json.loads(ran.stdout)
    assert 230 < large - small < 300
