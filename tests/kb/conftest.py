"""A small knowledge base, made from signatures built by hand: the language's parser has no part in these tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.build import Entry, Relation, build
from sigdsl.model import (
    Address,
    Binary,
    Call,
    Compare,
    Duration,
    EventRule,
    Expr,
    FieldRef,
    FlagBit,
    Hypothesis,
    Logic,
    Network,
    Number,
    Observation,
    PacketPattern,
    PatternRef,
    Range,
    Reference,
    Section,
    SetLiteral,
    Signature,
    Span,
    Trace,
    Unary,
)  # fmt: skip

BEFORE = "# a comment above the signature\n\n"  # spans count from the start of the file, not of the signature


def placed(node: Any, text: str, needle: str, offset: int = len(BEFORE)) -> Any:
    """The node with the span of `needle` in `text`, a signature that starts `offset` characters into its file."""
    start = text.index(needle) + offset
    return replace(node, span=Span(start, start + len(needle)))


def equal(field: str, value: Expr) -> Compare:
    return Compare(FieldRef(field), (("==", value),))


SYNACK = Binary("|", FlagBit("SYN"), FlagBit("ACK"))

BACKSCATTER_TEXT = """signature backscatter-ack-674719802 {
  packet open   { tcp; flags == SYN|ACK; ack == 674719802 }
  packet closed { tcp; ack == 674719802; payload.len == 0 }
  event by src, dport gap 1d having count() >= 1
}"""


def backscatter() -> Entry:
    text = BACKSCATTER_TEXT

    def ack() -> Compare:
        number = placed(Number(674719802), text, "674719802 }")
        number = replace(number, span=Span(number.span.start, number.span.end - 2))
        return placed(equal("ack", number), text, "ack == 674719802")

    flags = placed(equal("flags", placed(SYNACK, text, "SYN|ACK")), text, "flags == SYN|ACK")
    conditions = (FieldRef("tcp"), flags, ack())
    opened = "packet open   { tcp; flags == SYN|ACK; ack == 674719802 }"
    signature = Signature(
        "backscatter-ack-674719802", title="Answers to a SYN flood by synk4", category="backscatter",
        verdict="third-party", confidence="high", version=3, authors=("Ada", "Grace"), created="2026-01-02",
        revised="2026-02-03", era="1999-2000", licence="CC0-1.0", tags=("syn-flood", "isn"),
        references=(Reference("A paper on suspicious events", "https://example.org/paper"), Reference("A book")),
        patterns=(
            placed(PacketPattern("open", conditions), text, opened),
            PacketPattern("closed", (FieldRef("tcp"), ack(), equal("payload.len", Number(0)))),
        ),
        event=EventRule(
            (placed(FieldRef("src"), text, "src"), placed(FieldRef("dport"), text, "dport")), Duration(1, "d"),
            placed(Compare(Call("count", ()), ((">=", Number(1)),)), text, "count() >= 1"),
        ),
        analysis=(
            Section("ports", "Answering ports are scattered."),
            Section("bottom-line", "A flooded host answers addresses that were forged."),
        ),
        hypotheses=(
            Hypothesis("Side effect of a flood", "third-party", "strong", ("One tool fixes it.",), (), ("Ask.",)),
            Hypothesis("Reset scan", "malicious", "weak", (), ("Nothing is learnt from a reset.", "No state.")),
        ),
        false_positives=("A host that really chose this number.",),
        blind_spots=("The flood itself is elsewhere.",),
        traces=(
            Trace("closed port", "observed", "match", "12:00:01 a.23 > b.2000: R 0:0(0) ack 674719802 win 0"),
            Trace("one off", "synthetic", "no-match", "12:00:01 a.23 > b.2000: R 0:0(0) ack 674719803 win 0"),
        ),
        span=Span(len(BEFORE), len(BEFORE) + len(text)),
    )  # fmt: skip
    return Entry("backscatter/ack-674719802.sig", text, signature)


PROBE_TEXT = """signature latency-probe {
  packet probe { dport in {53, 2100..2102}; ack == seq - 1; id == 0; ttl < 64; not df; src in 2001:db8::/32 }
}"""


def probe() -> Entry:
    def value(number: int) -> Number:
        return placed(Number(number), PROBE_TEXT, str(number), 0)

    ports = SetLiteral((value(53), placed(Range(value(2100), value(2102)), PROBE_TEXT, "2100..2102", 0)))
    network = placed(Network(0x20010DB8 << 96, 32, 6), PROBE_TEXT, "2001:db8::/32", 0)
    conditions = (
        Compare(FieldRef("dport"), (("in", ports),)),
        placed(equal("ack", Binary("-", FieldRef("seq"), Number(1))), PROBE_TEXT, "ack == seq - 1", 0),
        equal("id", value(0)),
        Compare(FieldRef("ttl"), (("<", value(64)),)),
        Unary("not", FieldRef("df")),
        Compare(FieldRef("src"), (("in", network),)),
    )
    signature = Signature(
        "latency-probe", title="A load balancer measures a round trip", category="measurement", verdict="benign",
        tags=("isn",), variant_of=("backscatter-ack-674719802",), patterns=(PacketPattern("probe", conditions),),
        analysis=(Section("bottom-line", 'It asks "how far" — nothing more.'),), span=Span(0, len(PROBE_TEXT)),
    )  # fmt: skip
    return Entry("measurement/latency-probe.sig", PROBE_TEXT, signature)


def scan() -> Entry:
    either = Logic("or", (equal("ttl", Number(64)), equal("sport", Number(20))))
    signature = Signature(
        "half-open-scan", title="Half-open scan", verdict="malicious", internal=True,
        observes=(Observation("latency-probe", "seen"),),
        patterns=(PacketPattern("syn", (either, equal("src", Address(0x0A000001, 4))), solicits=True),),
        event=EventRule(
            (FieldRef("src"),), Duration(60, "s"),
            Compare(Call("distinct", (FieldRef("dport", "seen"),)), ((">=", Call("count", (PatternRef("syn"),))),)),
        ),
    )  # fmt: skip
    return Entry("scan/half-open.sig", "signature half-open-scan {}", signature)


@pytest.fixture(scope="session")
def measured() -> dict[str, Any]:
    """What is not written in signatures: arguments of `build`."""
    return {
        "relations": (Relation("backscatter-ack-674719802", "latency-probe", "confused-with", True, 1, 2, 1),),
        "specificity": {"backscatter-ack-674719802": 40.0, "latency-probe": 50.5},
    }


@pytest.fixture(scope="session")
def entries() -> list[Entry]:
    return [probe(), scan(), backscatter()]


@pytest.fixture(scope="session")
def kb_path(tmp_path_factory: pytest.TempPathFactory, entries: list[Entry], measured: dict[str, Any]) -> Path:
    path = tmp_path_factory.mktemp("kb") / "kb.db"
    build(path, entries, **measured, categories={"scan": "Looking for what is there."})
    return path
