"""The writers build their output without the records of events; it is what the records say, to the byte."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, overload

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.entries import PackOrigin
from matcher import MatchResult
from matcher.event import Event
from matcher.formats import ReadReport
from matcher.packet import UNKNOWN, V6, Packet, Value
from sigdsl.model import Signature
from tests.test_render import packets
from tracelore.catalogue import Catalogue, from_knowledge_base
from tracelore.explained import event_record
from tracelore.results.csv import CsvWriter
from tracelore.results.eve import EveWriter, eve_ends, signature_number
from tracelore.results.eventline import EventLines
from tracelore.results.eventrows import TABLES, EventRows
from tracelore.results.flat import COLUMNS, ENDS
from tracelore.results.formats import open_writer
from tracelore.results.job import Found, Job, Settings
from tracelore.results.jsontext import COMPACT, SPACED
from tracelore.results.output import Output

ODD = 'a"b\\c\x00\n\u2028é\U0001f600'
SHOWN = 2


@pytest.fixture(scope="module")
def job() -> Job:
    """With a signature that has odd characters in all its texts, and that a pack has brought."""
    first, *others = from_knowledge_base().signatures
    odd = replace(first, title=first.title + ODD, category=ODD)
    return Job(
        Settings(evidence=SHOWN),
        Catalogue((odd, *others), "test", packs={odd.slug: PackOrigin(ODD, "1.0", None, None, "0" * 64)}),
    )


SIGNATURES = [signature.slug for signature in from_knowledge_base().signatures[:4]]
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from([ODD, "", "why not"]))
NUMBERS = st.one_of(st.integers(-5, 5), st.integers(-(1 << 62), 1 << 62))
MEASURES: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), NUMBERS, st.integers(1 << 63, 1 << 70), st.floats(), TEXTS
)
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.just(UNKNOWN), st.integers(0, (1 << 32) - 1), st.integers(0, 1 << 80).map(V6.__or__), TEXTS,
    st.binary(max_size=4), st.lists(st.integers(0, 255), max_size=3).map(tuple),
)  # fmt: skip
MOMENTS = st.one_of(st.integers(0, 86_400 * 10**9), st.integers(-(1 << 60), 1 << 60))
LISTS = st.lists(TEXTS, max_size=3).map(tuple)


def of_capture(packet: Packet, capture: str) -> Packet:
    return replace(packet, capture=capture)


@st.composite
def events(draw: st.DrawFn) -> Event:
    first, last = sorted((draw(MOMENTS), draw(MOMENTS)))
    names = st.one_of(st.sampled_from(["src", "dst", "sport", "quoted.dst", "src", "seq - 1"]), TEXTS)
    return Event(
        id=draw(TEXTS),
        signature=draw(st.sampled_from(SIGNATURES)),
        version=draw(st.integers(1, 3)),
        key=tuple(draw(st.lists(st.tuples(names, VALUES), max_size=4))),
        first_seen_ns=first,
        last_seen_ns=last,
        packets=draw(st.integers(1, 1 << 40)),
        counts=draw(st.dictionaries(TEXTS, st.integers(0, 1 << 40), max_size=3)),
        measures=draw(st.dictionaries(TEXTS, MEASURES, max_size=3)),
        saturated=draw(LISTS),
        conclusive=draw(st.booleans()),
        why_inconclusive=draw(LISTS),
        evidence=tuple(draw(st.lists(st.builds(of_capture, packets(), TEXTS), max_size=4))),
        bits=draw(st.integers(0, 99)),
        also=draw(LISTS),
        capture=draw(TEXTS),
    )


def record_of(job: Job, event: Event) -> dict[str, Any]:
    shown = replace(event, evidence=event.evidence[:SHOWN])
    return event_record(shown, job.signature(event.signature), pack=job.pack(event.signature))


def encoded(record: Any) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(values=st.dictionaries(TEXTS, st.one_of(MEASURES, LISTS), max_size=4))
def test_objects(values: dict[str, Any]) -> None:
    assert COMPACT.object(values) == encoded(values)
    assert SPACED.object(values) == json.dumps(values, ensure_ascii=False)


@many
@given(event=events())
def test_ndjson(job: Job, event: Event) -> None:
    assert EventLines(job).of(event) == encoded(record_of(job, event))


@many
@given(event=events())
def test_eve(job: Job, event: Event) -> None:
    assert EveWriter(job, Output("-")).line(event) == f"{encoded(alert_of(job, event))}\n"


def alert_of(job: Job, event: Event) -> dict[str, Any]:
    record = record_of(job, event)
    severity = {"malicious": 1, "third-party": 2, "unknown": 3, "benign": 4}[record["verdict"]]
    seen, pack = record["first_seen"], record["pack"]
    first = next((packet for packet in event.evidence if isinstance(packet.get("proto"), int)), None)
    return {
        "timestamp": f"{seen[:26]}+0000" if seen.endswith("Z") else seen,
        "event_type": "alert",
        **dict(eve_ends(event)),
        "pcap_filename": (first.capture if first else "") or event.capture,
        "alert": {
            "action": "allowed", "gid": 0x5472, "signature_id": signature_number(event.signature),
            "rev": event.version, "signature": record["title"], "category": record["category"], "severity": severity,
            "metadata": {
                "tracelore_signature": [event.signature], "verdict": [record["verdict"]],
                "confidence": [record["confidence"]], "status": [record["status"]],
                **({"pack": [pack["name"]], "pack_version": [pack["version"]]} if pack else {}),
            },
        },
        "tracelore": record,
    }  # fmt: skip


@many
@given(found=st.lists(events(), max_size=2))
def test_csv(job: Job, found: list[Event], tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.getbasetemp() / "events.csv"
    writer = CsvWriter(job, Output(str(out)))
    writer.write(all_of(found))
    writer.finish()
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8", "surrogatepass"))))
    assert rows == [list(COLUMNS), *([cell(value) for value in row_of(record_of(job, event))] for event in found)]


def row_of(record: dict[str, Any]) -> list[Any]:
    explanation, key, shown = record["explanation"], record["key"], record["evidence"]
    said = explanation["bottom_line"]
    return [
        *(record[name] for name in COLUMNS[:8]), "; ".join(record["why_inconclusive"]), pairs(key),
        *(key.get(name) for name in ("src", "dst", "sport", "dport")), record["first_seen"], record["last_seen"],
        record["packets"], pairs(record["counts"]), pairs(record["measures"]), "; ".join(record["saturated"]),
        record["specificity_bits"], " ".join(record["also"]), record["capture"],
        " ".join(str(packet["frame"]) for packet in shown), " | ".join(map(named, shown)),
        None if said is None else " ".join(said.split()),
        "; ".join(f"{each['title']} ({each['verdict']})" for each in explanation["hypotheses"]), explanation["url"],
        pairs(record["pack"] or {}),
    ]  # fmt: skip


def named(packet: dict[str, Any]) -> str:
    return f"{packet['capture']}: {packet['line']}" if "capture" in packet else str(packet["line"])


def pairs(values: dict[str, Any]) -> str:
    return "; ".join(f"{name}={word(value)}" for name, value in values.items())


def word(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else " ".join(map(str, value)) if isinstance(value, list) else str(value)


def cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


# --- lazily -----------------------------------------------------------------------------------------------------------


class OneByOne(Sequence[Event]):
    """Events that are made when they are asked for; how many are alive at a time is counted by who asks."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self.passes = 0

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Event]: ...
    def __getitem__(self, at: int | slice) -> Event | Sequence[Event]:
        raise AssertionError("events are asked for once, in order")

    def __iter__(self) -> Iterator[Event]:
        self.passes += 1
        return map(replace, self._events)


def all_of(events: Sequence[Event]) -> Found:
    result = MatchResult((), (), 10, 5, "one-way", 0, 0, 0)
    return Found("day.pcap", "pcap", None, result, ReadReport(), events, 0.5)  # type: ignore[arg-type]


def an_event(signature: Signature) -> Event:
    packet = Packet(1, 10**18, {"src": 1, "dst": 2, "proto": 6, "sport": 80, "len": 60})
    return Event(
        id="0" * 16, signature=signature.slug, version=1, key=(("src", 1),), first_seen_ns=10**18,
        last_seen_ns=10**18, packets=1, counts={"p": 1}, measures={"count(p)": 1}, saturated=(), conclusive=True,
        why_inconclusive=(), evidence=(packet,), bits=32, also=(), capture="day.pcap",
    )  # fmt: skip


@pytest.mark.parametrize("form", ["text", "ndjson", "csv", "eve", "parquet"])
def test_events_are_taken_one_after_the_other(form: str, tmp_path: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    job = Job(Settings())
    events = OneByOne([an_event(job.catalogue.signatures[0])] * 40)
    writer = open_writer(form, job, str(tmp_path / "out"))
    writer.write(all_of(events))
    writer.finish()
    assert events.passes == 1


@many
@given(found=st.lists(events(), max_size=7), start=st.integers(1, 9))
def test_rows_of_a_database(job: Job, found: list[Event], start: int) -> None:
    numbers = {signature.slug: at for at, signature in enumerate(job.catalogue.signatures)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tracelore.results.eventrows._BATCH", 3)
        batches = list(EventRows(job, numbers).of(found, 5, start))
    rows = {table: [row for batch in batches for row in batch[table]] for table in TABLES}
    records = {number: record_of(job, event) for number, event in enumerate(found, start)}
    assert [row[0] for row in rows["events"]] == list(records)
    for row, event in zip(rows["events"], found, strict=True):
        stored = dict(zip(TABLES["events"], row, strict=True))
        record = records[stored["number"]]
        for name in ("key", "counts", "measures", "why_inconclusive", "saturated", "also"):
            assert stored[name] == json.dumps(record[name], ensure_ascii=False)
        for name in ("id", "status", "first_seen", "last_seen", "packets", "specificity_bits"):
            assert stored[name] == record[name]
        assert [stored[name] for name in ENDS] == [record["key"].get(name) for name in ENDS]
        assert (stored["capture"], stored["signature"]) == (5, numbers[event.signature])
        assert (stored["first_seen_ns"], stored["last_seen_ns"]) == (event.first_seen_ns, event.last_seen_ns)
        assert stored["url"] == record["explanation"]["url"]
    shown = [
        (number, packet["frame"], packet["line"], packet.get("capture"))
        for number in records
        for packet in records[number]["evidence"]
    ]
    assert [(number, frame, *rest) for number, _, frame, _, *rest in rows["evidence"]] == shown
    counted = [(number, *pair) for number in records for pair in records[number]["counts"].items()]
    assert rows["counts"] == counted
