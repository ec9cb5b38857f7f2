"""From signatures to tables: what is written, what is shared, what is refused, what it counts for."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher import ProgramError, compile_signatures
from matcher.clauses import TooManyClauses, conjunctions
from matcher.lower import lower
from matcher.specificity import pattern_bits, total
from sigdsl.model import (
    Call,
    Compare,
    Duration,
    EventRule,
    Expr,
    FieldRef,
    Logic,
    Number,
    Observation,
    PacketPattern,
    Signature,
)
from tests.matcher.building import HOME, compiled, signatures

GOLDEN = Path(__file__).parent.parent / "programs"


def equal(name: str, value: int) -> Compare:
    return Compare(FieldRef(name), (("==", Number(value)),))


def rule(having: Expr | None = None) -> EventRule:
    return EventRule((FieldRef("src"),), Duration(1, "s"), having)


@pytest.mark.parametrize("source", sorted(GOLDEN.glob("*.sig")), ids=lambda path: path.stem)
def test_programs_are_as_written_down(source: Path) -> None:
    """`python -m tests.matcher.test_compile` writes them anew; the difference is for a reader to judge."""
    assert compiled(source.read_text()).dump() == source.with_suffix(".program").read_text()


def test_the_order_of_signatures_does_not_matter() -> None:
    text = [path.read_text() for path in sorted(GOLDEN.glob("*.sig"))]
    assert compiled("".join(text)) == compiled("".join(reversed(text)))


def test_tests_are_shared() -> None:
    program = compiled(
        "signature a { packet p { tcp; dport == 80 } event by src gap 1s having count() >= 1 }"
        "signature b { packet p { dport in {80} and tcp } event by src gap 1s having count() >= 1 }"
    )
    assert [str(test) for test in program.tests] == ["tcp in {1}", "dport in {80}"]


def test_home_is_part_of_the_program() -> None:
    text = "signature a { packet p { src in home } event by src gap 1s having count() >= 1 }"
    assert "t0    src in {167772160..184549375}" in compiled(text, (HOME,)).dump()
    assert "t0    src in home (not given)" in compiled(text).dump()


def test_fields_are_all_that_is_asked_for() -> None:
    program = compiled(
        "signature a { packet p { flags has SYN; payload contains |00| } packet q { tcp; from responder } "
        "event by sport gap 1s having distinct(ttl) >= 2 }"
    )
    assert program.fields() == ("tcp", "ttl", "sport", "dport", "payload", "payload.len", "flags")


def test_alternatives_are_limited() -> None:
    either = [Logic("or", (equal("sport", at), equal("dport", at))) for at in range(9)]
    with pytest.raises(TooManyClauses):
        conjunctions(lower(Logic("and", tuple(either)), None))
    signature = Signature("big", patterns=(PacketPattern("p", tuple(either)),), event=rule())
    with pytest.raises(ProgramError, match="big: packet p: expands to more than 256 alternatives"):
        compile_signatures([signature])


def test_contradictions_and_what_is_implied_are_left_out() -> None:
    one, two = equal("sport", 1), equal("dport", 2)
    assert conjunctions(lower(Logic("and", (one, Logic("or", (two, one)))), None)) == conjunctions(lower(one, None))
    assert conjunctions(lower(Logic("and", (one, signatures(NOT)[0].patterns[0].conditions[0])), None)) == ()


NOT = "signature n { packet p { not sport == 1 } event by src gap 1s having count() >= 1 }"


def test_what_cannot_be_compiled_is_named() -> None:
    pattern = (PacketPattern("p", (FieldRef("tcp"),)),)
    plain = Signature("a", patterns=pattern, event=rule())
    with pytest.raises(ProgramError, match="a: there are two"):
        compile_signatures([plain, plain])
    with pytest.raises(ProgramError, match="b: observes `c`, which is not here"):
        compile_signatures([Signature("b", observes=(Observation("c", "c"),), event=rule())])
    circle = [
        Signature("d", observes=(Observation("e", "x"),), event=rule()),
        Signature("e", observes=(Observation("d", "x"),), event=rule()),
    ]
    with pytest.raises(ProgramError, match="observes itself: "):
        compile_signatures(circle)
    with pytest.raises(ProgramError, match="f: has no `event`"):
        compile_signatures([Signature("f", patterns=pattern)])
    far = Compare(Call("distinct", (FieldRef("dst"),)), ((">=", Number(70_000)),))
    with pytest.raises(ProgramError, match="g: a set or window counts to 65536 at most"):
        compile_signatures([Signature("g", patterns=pattern, event=rule(far))])


@pytest.mark.parametrize(
    ("having", "reach"),
    [
        ("distinct(dst) >= 5", 256),
        ("distinct(dst) >= 5 and distinct(dst) < 1000", 1001),
        ("1000 < distinct(dst)", 1001),
        ("count(p, 10s) >= 5", 64),
        ("count(p, 10s) > 99", 100),
        ("distinct(dst, 10s) >= 3", 64),
    ],
)
def test_reach(having: str, reach: int) -> None:
    program = compiled(f"signature a {{ packet p {{ tcp }} event by src gap 1s having {having} }}")
    assert [spec.reach for spec in program.signatures[0].aggregates if spec.reach] == [reach]


@pytest.mark.parametrize(
    ("condition", "bits"),
    [
        ("ack == 674719802", 32),
        ("ack == 0", 4),  # what an unset field holds
        ("tcp", 1),
        ("evil", 8),
        ("not evil", 0),
        ("dport == 80", 16),
        ("dport in {80, 81}", 15),
        ("dport != 80", 0),
        ("dport < 1024", 6),
        ("not dport < 1024", 0),
        ("id < 1024", 6),  # 16 bits in IPv4, 32 in IPv6: the lesser counts
        ("id > 65535", 0),
        ("id == 54321", 16),
        ("quoted.id < 1024", 6),
        ("icmp.mtu < 1024", 6),
        ("flags == SYN", 4),
        ("flags has RST", 1),
        ("flags & (SYN|ACK) == SYN; flags has PSH; flags has URG", 4),  # one field surprises only so much
        ("ack == seq - 1", 32),
        ("id == ttl * 256 + tos", 10),
        ("seq & 0xffff == 0", 4),
        ("(seq >> 16) ^ (seq & 0xffff) == 7", 16),
        ("seq - sport == 674719801", 32),
        ("dport == 80 or ack == 674719802", 16),
        ("dport == 80; ack == 674719802", 48),
        ("src in 10.0.0.0/8", 8),
        ("src in private", 7),
        ('payload starts "GET "', 32),
        ("options == [mss, ts]", 8),
    ],
)
def test_specificity_of_patterns(condition: str, bits: int) -> None:
    signature = signatures(f"signature a {{ packet p {{ {condition} }} event by src gap 1s having count() >= 1 }}")[0]
    assert total(pattern_bits(signature.patterns[0])) == bits


@pytest.mark.parametrize(
    ("event", "bits"),
    [
        ("by src gap 1s", 16),  # any one pattern makes an event: the least of them
        ("by src gap 1s having count(p) >= 1", 16),
        ("by src gap 1s having count(p) >= 9", 16),
        ("by src gap 1s having count(p) >= 1 and count(q) >= 1", 48),
        ("by src gap 1s having count(p) >= 1 or count(q) >= 1", 16),
        ("by src gap 1s having first(p) < first(q)", 48),
        ("by src gap 1s having not count(q) == 0", 32),
        ("by src gap 1s having count(q) == 0", 16),
        ("by src, seq gap 1s having count(p) >= 2", 48),
        ("by src, seq gap 1s having count(p) >= 1", 16),  # one packet shares nothing
        ("by src gap 1s having count(p) >= 2 and constant(seq)", 48),
        ("by src gap 1s having count(p) >= 1 and constant((seq >> 16) ^ (seq & 0xffff)) and distinct(dst) >= 3", 32),
    ],
)
def test_specificity_of_events(event: str, bits: int) -> None:
    program = compiled(f"signature a {{ packet p {{ dport == 80 }} packet q {{ ack == 674719802 }} event {event} }}")
    assert program.signatures[0].bits == bits
    assert sum(part for _, part in program.signatures[0].breakdown) == bits


@pytest.mark.parametrize(
    ("event", "bits"),
    [
        ("by src gap 1s having count(p) + count(q) > 3", 16),  # either will do
        ("by src gap 1s having count(q) + count(p) > count(r)", 16),
        ("by src gap 1s having count(q) > count(p)", 32),
        ("by src gap 1s having count(p) < 2 * count(q)", 32),
        ("by src gap 1s having count(q) - count(p) == 1", 32),
        ("by src gap 1s having 2 * count(q) >= count(p)", 8),  # without any, both are 0
        ("by src gap 1s having not count(q) > count(p)", 8),
        ("by src gap 1s having span(p.seq) < 4 * count(q)", 48),  # nothing has no span
    ],
)
def test_specificity_of_events_by_several_counts(event: str, bits: int) -> None:
    patterns = "packet p { dport == 80 } packet q { ack == 674719802 } packet r { evil }"
    assert compiled(f"signature a {{ {patterns} event {event} }}").signatures[0].bits == bits


if __name__ == "__main__":
    for path in GOLDEN.glob("*.sig"):
        path.with_suffix(".program").write_text(compiled(path.read_text()).dump())
