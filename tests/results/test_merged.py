"""Where several captures are read as one, each packet of an event names its own, in every format."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from matcher.capture import open_capture
from matcher.render import tcpdump_line
from tests.cli.test_inputs import halves
from tests.cli.test_match import events, tracelore
from tracelore.results.read import Results

Named = list[list[tuple[str, int, str]]]  # of each event the packets: capture, frame, line


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return halves(tmp_path_factory.mktemp("sides"))


@pytest.fixture(scope="module")
def named(sides: tuple[Path, Path]) -> Named:
    """What NDJSON says."""
    return [[_of_json(packet) for packet in each["evidence"]] for each in merged(sides, "ndjson")]


def _of_json(packet: dict[str, Any]) -> tuple[str, int, str]:
    return packet["capture"], packet["frame"], packet["line"]


def merged(sides: tuple[Path, Path], form: str) -> list[dict[str, Any]]:
    return events(tracelore("match", "--merge", "--format", form, *sides))


def written(sides: tuple[Path, Path], form: str, out: Path) -> Path:
    assert tracelore("match", "--merge", "--format", form, "-o", out, *sides).exit_code == 0
    return out


def test_the_frame_is_that_of_the_capture_which_is_named(sides: tuple[Path, Path], named: Named) -> None:
    lines = dict[tuple[str, int], str]()
    for side in sides:
        with open_capture(str(side)) as capture:
            lines |= {(str(side), packet.frame): tcpdump_line(packet) for packet in capture.packets}
    packets = [packet for event in named for packet in event]
    assert {capture for capture, _, _ in packets} == {str(side) for side in sides}
    assert all(lines[capture, frame] == line for capture, frame, line in packets)


def test_nothing_is_named_where_nothing_is_merged(sides: tuple[Path, Path]) -> None:
    for words in (sides, ("--merge", sides[0])):
        found = events(tracelore("match", "--format", "ndjson", *words))
        assert found
        assert all("capture" not in packet for event in found for packet in event["evidence"])


def test_alerts_name_the_capture_that_their_frame_is_in(sides: tuple[Path, Path], named: Named) -> None:
    alerts = merged(sides, "eve")
    assert [[_of_json(packet) for packet in alert["tracelore"]["evidence"]] for alert in alerts] == named
    for alert, packets in zip(alerts, named, strict=True):
        assert (alert["pcap_filename"], alert["pcap_cnt"]) == packets[0][:2]


def test_csv_and_text_have_the_name_before_the_line(sides: tuple[Path, Path], named: Named) -> None:
    rows = csv.DictReader(io.StringIO(tracelore("match", "--merge", "--format", "csv", *sides).stdout))
    shown = [[f"{capture}: {line}" for capture, _, line in packets] for packets in named]
    assert [row["evidence"].split(" | ") for row in rows] == shown
    text = tracelore("match", "--merge", *sides).stdout
    assert all(f" {line}\n" in text for lines in shown for line in lines)


def test_the_database_has_a_column(sides: tuple[Path, Path], named: Named, tmp_path: Path) -> None:
    path = written(sides, "sqlite", tmp_path / "r.db")
    stored = Results(path)
    assert [[(packet.capture, packet.frame, packet.line) for packet in each.evidence] for each in stored] == named
    with closing(sqlite3.connect(path)) as connection:  # as an earlier version has left it
        connection.executescript("ALTER TABLE evidence DROP COLUMN capture; PRAGMA user_version = 2")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'captures_of_packets'")
        connection.commit()
    assert {packet.capture for each in stored for packet in each.evidence} == {None}
    written(sides, "sqlite", path)
    assert [[packet.capture for packet in each.evidence] for each in stored.events(run=2)] == [
        [capture for capture, _, _ in packets] for packets in named
    ]


def test_parquet(sides: tuple[Path, Path], named: Named, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(written(sides, "parquet", tmp_path / "r.parquet")).to_pylist()
    assert [[_of_json(packet) for packet in row["evidence"]] for row in rows] == named


def test_the_report_has_a_column_where_there_is_something_to_name(sides: tuple[Path, Path], tmp_path: Path) -> None:
    for words, is_there in ((("--merge",), True), ((), False)):
        out = tmp_path / "report.html"
        assert tracelore("match", *words, "--report", out, *sides).exit_code == 0
        text = out.read_text("utf-8")
        assert ('<th scope="col">Capture</th><th scope="col" class="number">Frame</th>' in text) is is_there
        assert (f'<td>{sides[0]}</td><td class="number">' in text) is is_there
