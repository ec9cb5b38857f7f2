"""The Python API: what docs/python.md shows is what happens, and importing stays light."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tracelore
from tests.cli.test_match import EXAMPLE, PROBE, TOP, events
from tests.cli.test_match import tracelore as command
from tests.test_layers import HEAVY

DOCS = TOP / "docs" / "python.md"


@pytest.fixture
def _optional() -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")


@pytest.mark.usefixtures("_optional")
def test_the_documentation_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(TOP / "examples")
    monkeypatch.chdir(tmp_path)
    assert command("match", "--format", "sqlite", "-o", "results.db", "examples/odd-packets.pcap").exit_code == 0
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL))
    code = code.replace("import tracelore", ">>> import tracelore", 1)
    test = doctest.DocTestParser().get_doctest(code, {}, "python.md", str(DOCS), 0)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=report.append)
    assert len(test.examples) > 20
    assert not runner.failures, "".join(report)


def test_every_public_name_is_there_and_documented() -> None:
    text = DOCS.read_text("utf-8")
    assert len(set(tracelore.__all__)) == len(tracelore.__all__)
    for name in tracelore.__all__:
        assert getattr(tracelore, name) is not None
        assert f"`{name}`" in text, name
    assert set(tracelore.__all__) <= set(dir(tracelore))
    with pytest.raises(AttributeError, match="nonsense"):
        tracelore.nonsense  # noqa: B018


def loaded_by(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*{{name.split('.')[0] for name in sys.modules}})"],
        cwd=TOP, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(told.stdout.split())


def test_importing_is_light() -> None:
    ours = {"matcher", "sigdsl", "kb"}
    assert not loaded_by("import tracelore") & (HEAVY | ours | {"pandas", "pyarrow", "click"})
    assert not loaded_by("import tracelore; list(tracelore.match('examples/odd-packets.pcap'))") & (
        HEAVY | {"pandas", "pyarrow", "click"}
    )


def test_events_are_those_of_the_command() -> None:
    printed = events(command("match", "--format", "ndjson", "--all", "--evidence", 2, EXAMPLE))
    found = list(tracelore.match([EXAMPLE, str(EXAMPLE)], evidence=2, everything=True))
    assert found[: len(printed)] == found[len(printed) :]
    for event, record in zip(found, printed, strict=False):
        for name in ("id", "signature", "title", "status", "first_seen", "last_seen", "packets", "specificity_bits"):
            assert getattr(event, name) == record[name]
        assert list(event.also) == record["also"]
        assert dict(event.measures) == record["measures"]
        assert [packet.line for packet in event.evidence] == [packet["line"] for packet in record["evidence"]]
        assert [each.title for each in event.explanation.hypotheses] == [
            each["title"] for each in record["explanation"]["hypotheses"]
        ]


def test_captures_are_read_when_their_turn_comes(tmp_path: Path) -> None:
    probe = tmp_path / "probe.txt"
    probe.write_text(PROBE)
    found = iter(tracelore.match([probe, tmp_path / "missing.pcap"]))
    assert next(found).signature == "latency-probe-syn-ack"
    with pytest.raises(tracelore.CaptureError, match="no such file"):
        next(found)


def test_signatures_home_and_vantage(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    mine.write_text('signature to-us { title "x"\n packet p { ip; dst in home }\n event by dst gap 60s }')
    assert not list(tracelore.match(EXAMPLE, signatures=mine))
    found = list(tracelore.match(EXAMPLE, signatures=[mine], home="192.0.2.53/32"))
    assert {event.key["dst"] for event in found} == {"192.0.2.53"}
    capture = next(tracelore.match(EXAMPLE, vantage="inline").captures())
    assert capture.vantage == "inline"
    mine.write_text('signature to-us { title "x"\n packet p { ipp }\n event by dst gap 60s }')
    with pytest.raises(tracelore.CatalogueError, match=r"mine\.sig:2"):
        tracelore.match(EXAMPLE, signatures=mine)
    with pytest.raises(ValueError, match="nonsense"):
        tracelore.match(EXAMPLE, home="nonsense")


def test_damage_is_part_of_the_account(tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    capture = next(tracelore.match(cut).captures())
    assert capture.packets == 66
    assert "record 67" in capture.damage[0]


def test_columns_are_what_the_command_prints() -> None:
    import json

    fields = "src,dst,sport,seq,flags,options,mss,df,udp.len,tcp"
    rows = [json.loads(line) for line in command("packets", EXAMPLE, "--fields", fields).stdout.splitlines()]
    columns = tracelore.packets(EXAMPLE, fields.split(","))
    assert list(columns) == list(rows[0])
    for name, column in columns.items():
        values = [list(value) if isinstance(value, tuple) else value for value in column.tolist()]
        assert values == [row[name] for row in rows], name
    with pytest.raises(tracelore.FieldNameError, match="dport"):
        tracelore.packets(EXAMPLE, "dprt")


def test_more_packets_than_fit_into_a_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tracelore.packets(EXAMPLE)
    monkeypatch.setattr("tracelore.arrays._CHUNK", 10)
    pieces = tracelore.packets(EXAMPLE)
    assert {name: column.tolist() for name, column in whole.items()} == {
        name: column.tolist() for name, column in pieces.items()
    }
    assert {name: column.dtype for name, column in whole.items()} == {
        name: column.dtype for name, column in pieces.items()
    }


@pytest.mark.usefixtures("_optional")
def test_no_packet_and_no_event(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pcap"
    empty.write_bytes(EXAMPLE.read_bytes()[:24])
    columns = tracelore.packets(empty, "src,options,mss,payload")
    assert columns.packets == 0
    assert columns.to_arrow().num_rows == len(columns.to_pandas()) == 0
    matches = tracelore.match(empty)
    assert len(matches.frame()) == 0
    assert str(matches.frame()["first_seen"].dtype) == "datetime64[ns, UTC]"
    assert matches._repr_html_() == "<p>no event</p>"


@pytest.mark.usefixtures("_optional")
def test_the_frame_has_the_columns_it_promises() -> None:
    from tracelore.results.frame import FRAME_COLUMNS

    frame = tracelore.match(EXAMPLE).frame()
    assert tuple(frame.columns) == FRAME_COLUMNS
    assert frame["src"].tolist() == [event.key.get("src") for event in tracelore.match(EXAMPLE)]


def test_notebooks_show_escaped_tables(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sig"
    mine.write_text('signature one { title "<script>"\n packet p { tcp }\n event by src, dst, sport, dport gap 0s }')
    shown = tracelore.match(EXAMPLE, signatures=mine)._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown
    assert shown.count("<tr>") == 51
    assert "the first 50 are shown" in shown
    assert "<td>192.0.2.10</td>" in tracelore.packets(EXAMPLE, "src")._repr_html_()


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 10])
def test_what_is_no_results_database(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(tracelore.ResultsError, match=r"r\.db"):
        tracelore.read_results(path)


def test_questions_that_are_no_sql_and_none_that_write(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    command("match", "--format", "sqlite", "-o", path, EXAMPLE)
    results = tracelore.read_results(path)
    for where in ("nonsense(", "1); DELETE FROM events; --"):
        with pytest.raises(tracelore.ResultsError):
            list(results.events(where=where))
    assert len(list(results.events(run=1))) == 4
    assert not list(results.events(run=2))
    with pytest.raises(KeyError):
        results.signature_text("nonsense")


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = tracelore.packets(EXAMPLE, "src")
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for attempt in (columns.to_pandas, columns.to_arrow, tracelore.match(EXAMPLE).frame):
        with pytest.raises(ImportError, match=r"pip install 'tracelore\["):
            attempt()
