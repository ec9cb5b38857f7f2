"""Every packet with the events that it is in."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import MatchOptions, Packet, run
from matcher.formats import ReadReport, Record, open_source, read_records
from tests.cli.test_match import EXAMPLE, PROBE, events, tracelore
from tests.matcher.building import compiled, tcp
from tests.shared import SHARED, needs_shared
from tracelore.results.pcapng import PcapngFile

needs_tshark = pytest.mark.skipif(shutil.which("tshark") is None, reason="tshark is not installed")
# One of each format and of several link types.
KINDS = (
    "derived/formats/be-ns.pcap", "derived/formats/kuznetzov-le.pcap", "derived/formats/ng-mixed-links.pcapng",
    "derived/formats/ng-le-tsresol.pcapng", "derived/formats/ng-tsoffset.pcapng", "derived/formats/snap38.pcap",
    "derived/formats/ng-be-pb-obsolete.pcapng", "derived/formats/caplen0-and-1.pcap",
    "derived/compressed/x.pcapng.gz", "OISF+suricata-verify/tests/tcp-fastopen-05/tfo.pcap",
    "OISF+suricata-verify/tests/detect-ipopts/input.pcap", "boundary+wireshark/tools/dftestfiles/nfs.pcap",
    "RIPE-NCC+hadoop-pcap/hadoop-pcap-lib/src/test/resources/test-ipv6.pcap",
    "arkime+arkime/tests/pcap/gtp-iphone.pcap",
)  # fmt: skip


SCAN = """
signature probe { internal
  packet syn { flags == SYN }
  packet reply { flags == SYN|ACK; from responder }
  packet reset { flags has RST }
  event by src, sport, dst, dport gap 10s having first(syn) < first(reply) and first(reply) < first(reset)
}
signature scan { observe probe as probe event by src gap 60s having distinct(probe.dport) >= 3 }
signature syns { packet syn { flags == SYN } event by src gap 10s having count(syn) >= 2 }
"""


def probes(ports: range, frame: int = 1) -> list[Packet]:
    packets = []
    for number, port in enumerate(ports):
        there, back = f"10.0.0.1:1025 > 10.0.0.2:{port}", f"10.0.0.2:{port} > 10.0.0.1:1025"
        for step, (ends, flags) in enumerate(((there, "SYN"), (back, "SYN|ACK"), (there, "RST"))):
            packets.append(tcp(frame + len(packets), number + step / 10, ends, flags))
    return packets


def test_packets_of_what_is_observed_belong_to_the_event() -> None:
    packets = [*probes(range(80, 84)), tcp(13, 30, "10.0.0.9:7 > 10.0.0.2:80", "SYN")]
    result = run(compiled(SCAN), packets, MatchOptions(labels=True))
    assert result.labels is not None
    found = {event.signature: list(result.labels[event.id]) for event in (*result.events, *result.displaced)}
    assert found == {"scan": list(range(1, 13)), "syns": [1, 4, 7, 10]}


def test_no_labels_unless_asked_for() -> None:
    assert run(compiled(SCAN), probes(range(80, 84))).labels is None


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 3), st.integers(80, 83), st.integers(0, 3)), max_size=60))
def test_labels_count_what_is_counted(drawn: list[tuple[int, int, int, int]]) -> None:
    """The packets with a label are those that the run counts as explained, whatever became part of what."""
    packets = []
    for number, (second, host, port, kind) in enumerate(drawn, 1):
        there, back = f"10.0.0.{host}:1025 > 10.0.0.9:{port}", f"10.0.0.9:{port} > 10.0.0.{host}:1025"
        flags = ("SYN", "SYN|ACK", "RST", "ACK")[kind]
        packets.append(tcp(number, second, back if kind == 1 else there, flags))
    program = compiled(SCAN)
    result = run(program, packets, MatchOptions(labels=True))
    plain = run(program, packets)
    assert (result.events, result.matched) == (plain.events, plain.matched)
    assert result.labels is not None
    events = (*result.events, *result.displaced)
    assert result.labels.keys() == {event.id for event in events}
    assert len(set().union(*result.labels.values())) == result.matched
    for event in events:
        frames = list(result.labels[event.id])
        assert frames == sorted(set(frames))
        assert {packet.frame for packet in event.evidence} <= set(frames)
        if event.signature == "syns":
            assert len(frames) == event.packets


def test_rows_of_ndjson(tmp_path: Path) -> None:
    out = tmp_path / "labels.ndjson"
    result = tracelore("match", "--format", "ndjson", "--label-packets", out, EXAMPLE)
    assert result.exit_code == 0
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["frame"] for row in rows] == list(range(1, 68))
    assert {row["capture"] for row in rows} == {str(EXAMPLE)}
    for event in events(result):
        frames = [row["frame"] for row in rows if event["id"] in row["events"]]
        assert {packet["frame"] for packet in event["evidence"]} <= set(frames)
        assert all(event["signature"] in row["signatures"] for row in rows if event["id"] in row["events"])
        if event["signature"] == "backscatter-ack-674719802":
            assert len(frames) == event["packets"]


def test_parquet_has_the_same_rows(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    import pyarrow.parquet

    one, other = tmp_path / "labels.ndjson", tmp_path / "labels.parquet"
    for out in (one, other):
        assert tracelore("match", "-o", tmp_path / "x", "--label-packets", out, EXAMPLE).exit_code == 0
    assert pyarrow.parquet.read_table(other).to_pylist() == [json.loads(line) for line in one.read_text().splitlines()]


def test_text_traces_have_labels_but_no_bytes(tmp_path: Path) -> None:
    trace = tmp_path / "probe.txt"
    trace.write_text(PROBE)
    out = tmp_path / "labels.ndjson"
    assert tracelore("match", "--label-packets", out, trace).exit_code == 0
    assert [json.loads(line)["signatures"] for line in out.read_text().splitlines()] == [["latency-probe-syn-ack"]] * 2
    result = tracelore("match", "--label-packets", tmp_path / "labels.pcapng", trace)
    assert result.exit_code == 1
    assert "is text" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["labels.ndjson", "probe.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--label-packets", "labels.txt", EXAMPLE), "ends in .ndjson, .parquet, .pcapng"),
        (("--label-packets", "labels.pcapng", "-"), "standard input"),
        (("--label-packets", "l.pcapng", "--resume", "--format", "sqlite", "-o", "r.db", EXAMPLE), "--resume"),
        (("--label-packets", "no/such/folder/labels.pcapng", EXAMPLE), "cannot be written"),
    ],
)
def test_labels_that_cannot_be(words: tuple[object, ...], said: str, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    result = tracelore("match", *words, stdin=b"")
    assert result.exit_code == 2
    assert said in result.stderr
    assert not list(tmp_path.iterdir())


def records(path: Path) -> list[Record]:
    report = ReadReport()
    with path.open("rb") as stream:
        source, form = open_source(stream, report)
        found = list(read_records(source, form, report))
    assert not report.damage.total
    assert not report.warnings.total
    return found


def test_pcapng_keeps_the_packets(tmp_path: Path) -> None:
    out = tmp_path / "labels.pcapng"
    assert tracelore("match", "--label-packets", out, EXAMPLE).exit_code == 0
    assert records(out) == records(EXAMPLE)


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(-(2**62), 2**62)), st.binary(max_size=70), st.integers(0, 9),
            st.sampled_from([1, 101, 113, 276, 127]), st.lists(st.text(max_size=40), max_size=3),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_pcapng_is_read_back(drawn: list[tuple[int | None, bytes, int, int, list[str]]]) -> None:
    """Times before 1970 too, any link type, any bytes, cut frames, any comment."""
    stream = BytesIO()
    file = PcapngFile(stream, "test")
    written = []
    for number, (time_ns, data, more, linktype, comments) in enumerate(drawn, 1):
        record = Record(number, time_ns, len(data) + more, data, linktype)
        written.append(record if time_ns is not None else replace(record, time_ns=0))
        file.write(record, "capture", comments)
    report = ReadReport()
    source, form = open_source(BytesIO(stream.getvalue()), report)
    assert list(read_records(source, form, report)) == written
    assert not report.damage.total


@pytest.mark.parametrize("linktype", [-1, 1 << 16, (1 << 28) - 1])
def test_link_types_that_pcapng_has_no_room_for(linktype: int) -> None:
    PcapngFile(stream := BytesIO(), "test").write(Record(1, 0, 1, b"x", linktype), "capture")
    source, form = open_source(BytesIO(stream.getvalue()), report := ReadReport())
    assert [record.linktype for record in read_records(source, form, report)] == [147]


def test_long_comments_are_cut_between_characters() -> None:
    stream = BytesIO()
    PcapngFile(stream, "test").write(Record(1, 0, 1, b"x", 1), "capture", ["ü" * 60_000])
    source, form = open_source(BytesIO(stream.getvalue()), report := ReadReport())
    assert len(list(read_records(source, form, report))) == 1
    assert not report.damage.total


@needs_tshark
def test_wireshark_shows_the_comments(tmp_path: Path) -> None:
    out, labels = tmp_path / "labels.pcapng", tmp_path / "labels.ndjson"
    tracelore("match", "--label-packets", out, EXAMPLE)
    tracelore("match", "--label-packets", labels, EXAMPLE)
    rows = map(json.loads, labels.read_text().splitlines())
    expected = {str(row["frame"]): row["signatures"] for row in rows if row["events"]}
    shown = subprocess.run(
        ["tshark", "-r", out, "-Y", "frame.comment", "-T", "fields", "-e", "frame.number", "-e", "frame.comment"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    found = {line.split("\t")[0]: line.split("\t")[1] for line in shown}
    assert found.keys() == expected.keys()
    for frame, comment in found.items():
        assert all(slug in comment for slug in expected[frame])


def _view(path: Path) -> list[str]:
    fields = ("frame.time_epoch", "frame.len", "frame.cap_len", "frame.encap_type", "frame.protocols", "ip.src")
    words = [word for field in fields for word in ("-e", field)]
    command = ["tshark", "-r", str(path), "-T", "fields", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


@needs_tshark
@needs_shared
@pytest.mark.parametrize("name", KINDS)
def test_wireshark_sees_the_same_packets(name: str, tmp_path: Path) -> None:
    """Of real captures of several formats and link types."""
    capture, out = SHARED / "captures" / name, tmp_path / "labels.pcapng"
    tracelore("match", "--label-packets", out, "-o", tmp_path / "x", capture)
    assert _view(out) == _view(capture)
