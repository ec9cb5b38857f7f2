"""Every format says the same of the same events."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from matcher.capture import open_capture
from matcher.findings import swapped
from tests.cli.test_match import EXAMPLE, PROBE, events, tracelore
from tracelore.results.eve import eve_ends, signature_number
from tracelore.results.flat import COLUMNS
from tracelore.results.job import Job, Settings

FORMS = ("text", "ndjson", "csv", "eve", "parquet", "sqlite")


@pytest.fixture(scope="module")
def found() -> list[dict]:
    return events(tracelore("match", "--format", "ndjson", EXAMPLE))


@pytest.mark.parametrize("form", ["text", "ndjson", "csv", "eve"])
def test_a_file_holds_what_standard_output_would(form: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    printed = tracelore("match", "--format", form, EXAMPLE)
    written = tracelore("match", "--format", form, "-o", out, EXAMPLE)
    assert written.exit_code == 0
    assert written.output == ""
    assert out.read_text("utf-8") == printed.stdout
    assert list(tmp_path.iterdir()) == [out]


def test_csv_is_one_line_an_event(found: list[dict]) -> None:
    result = tracelore("match", "--format", "csv", EXAMPLE)
    assert len(result.stdout.splitlines()) == 1 + len(found)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert tuple(rows[0]) == COLUMNS
    for row, event in zip(rows, found, strict=True):
        assert (row["id"], row["title"], row["packets"]) == (event["id"], event["title"], str(event["packets"]))
        assert row["src"] == event["key"].get("src", "")
        assert row["also"].split() == event["also"]
        assert row["evidence_frames"].split() == [str(packet["frame"]) for packet in event["evidence"]]
        assert row["counts"] == "; ".join(f"{name}={number}" for name, number in event["counts"].items())


def test_csv_has_a_header_without_events(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("10:20:52.097570 a.com.21 > b.org.1485: P 1:5(4) ack 7 win 512 (ttl 50, id 1034)\n")
    assert tracelore("match", "--format", "csv", quiet).stdout == ",".join(COLUMNS) + "\n"


def test_csv_cells_have_no_control_characters() -> None:
    from tracelore.results.csv import _cell

    assert _cell("a\x1b[31mb\nc") == "a\\x1b[31mb\\x0ac"
    assert _cell("Überfluß → 3") == "Überfluß → 3"
    assert _cell(None) is None


def test_eve_has_what_readers_of_suricata_look_for(found: list[dict]) -> None:
    result = tracelore("match", "--format", "eve", EXAMPLE)
    for alert, event in zip(map(json.loads, result.stdout.splitlines()), found, strict=True):
        assert alert["event_type"] == "alert"
        assert alert["tracelore"] == event
        assert alert["timestamp"] == f"{event['first_seen'][:26]}+0000"
        assert alert["src_ip"] == event["key"].get("src", alert["src_ip"])
        assert {"src_port", "dest_ip", "dest_port", "proto", "pcap_cnt"} <= alert.keys()
        assert alert["proto"] == "TCP"
        assert alert["alert"]["signature"] == event["title"]
        assert alert["alert"]["signature_id"] == signature_number(event["signature"])
        assert 1 <= alert["alert"]["severity"] <= 4
        assert all(isinstance(value, list) for value in alert["alert"]["metadata"].values())


def test_numbers_of_signatures_never_change() -> None:
    assert signature_number("latency-probe-syn-ack") == 1076269385
    assert signature_number("backscatter-ack-674719802") == 1256412882


def test_numbers_of_signatures_are_their_own() -> None:
    from tracelore.catalogue import from_knowledge_base

    slugs = [signature.slug for signature in from_knowledge_base().signatures]
    assert len({signature_number(slug) for slug in slugs}) == len(slugs)


def test_eve_leaves_out_hosts_without_addresses() -> None:
    """A text trace names hosts; `src_ip` is for addresses."""
    alert = json.loads(tracelore("match", "--format", "eve", "-", stdin=PROBE).stdout.splitlines()[0])
    assert "src_ip" not in alert
    assert (alert["src_port"], alert["dest_port"]) == (44132, 53)
    assert alert["tracelore"]["key"]["src"] == "mayfield.ohio.net"


def test_eve_is_seen_from_the_side_of_the_key() -> None:
    """Where the earliest packet is an answer, its ends are exchanged."""
    job = Job(Settings())
    with open_capture(str(EXAMPLE)) as capture:
        found = job.match(capture)
    for event, record in job.records(found):
        ends = dict(eve_ends(replace(event, evidence=(swapped(event.evidence[0]),))))
        if "src" in record["key"]:
            assert ends["src_ip"] == record["key"]["src"]


def test_parquet_has_types(found: list[dict], tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    from tracelore.results.parquet import event_schema

    out = tmp_path / "events.parquet"
    assert tracelore("match", "--format", "parquet", "-o", out, EXAMPLE).exit_code == 0
    table = pyarrow.parquet.read_table(out)
    assert table.schema.equals(event_schema())
    for row, event in zip(table.to_pylist(), found, strict=True):
        for name in ("id", "signature", "verdict", "packets", "also", "saturated", "specificity_bits", "capture"):
            assert row[name] == event[name]
        assert json.loads(row["key"]) == event["key"]
        assert json.loads(row["measures"]) == event["measures"]
        assert dict(row["counts"]) == event["counts"]
        assert [packet["line"] for packet in row["evidence"]] == [packet["line"] for packet in event["evidence"]]
        assert row["bottom_line"] == event["explanation"]["bottom_line"]
    first = table.column("first_seen").cast("int64").to_pylist()
    assert first[1] == 958_305_612_120_688_000


@pytest.mark.parametrize("form", FORMS)
def test_several_captures_go_into_one_output(form: str, tmp_path: Path) -> None:
    other, out = tmp_path / "probe.txt", tmp_path / "out"
    other.write_text(PROBE)
    if form == "parquet":
        pytest.importorskip("pyarrow")
    result = tracelore("match", "--format", form, "-o", out, other, EXAMPLE, tmp_path / "missing.pcap")
    assert result.exit_code == 3
    assert "missing.pcap" in result.stderr
    assert out.stat().st_size > 500


def test_verbose_says_what_ran_and_quiet_says_nothing(tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-30])
    spoken = tracelore("match", "--format", "ndjson", "-v", cut)
    for said in ("66 packets", "reference executor", "packets/s", "1 capture", "damaged: "):
        assert said in spoken.stderr
    silent = tracelore("match", "--format", "ndjson", "-q", cut)
    assert silent.exit_code == 3
    assert silent.stderr == ""
