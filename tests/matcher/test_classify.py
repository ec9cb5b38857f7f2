"""The tables of the compiler agree with the meaning of the conditions."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.classify import Classifier, truth_of
from matcher.compile import compile_signatures
from matcher.evaluate import truth
from matcher.intervals import networks_intervals
from matcher.lower import Formula, Literal, lower
from matcher.packet import V6, Packet
from matcher.values import Truth, all_of, any_of, negate
from sigdsl.model import (
    Address,
    Call,
    Compare,
    Duration,
    EventRule,
    Expr,
    FieldRef,
    Network,
    Number,
    PacketPattern,
    SetLiteral,
    Signature,
)
from tests.matcher.strategies import conditions, packets

HOMES = st.sampled_from((None, (), (Network(0x0A000000, 8, 4),)))


def formula_truth(formula: Formula, packet: Packet) -> Truth:
    if isinstance(formula, Literal):
        found = truth_of(formula.test, packet)
        return found if formula.positive else negate(found)
    parts = [formula_truth(part, packet) for part in formula.parts]
    return all_of(parts) if formula.every else any_of(parts)


def signature(slug: str, *patterns: tuple[Expr, ...]) -> Signature:
    named = tuple(PacketPattern(f"p{at}", each) for at, each in enumerate(patterns))
    rule = EventRule((FieldRef("src"),), Duration(1, "s"), Compare(Call("count", ()), ((">=", Number(1)),)))
    return Signature(slug, patterns=named, event=rule)


@settings(max_examples=300, deadline=None)
@given(conditions, st.lists(packets(), min_size=1, max_size=4), HOMES)
def test_lowering_keeps_all_three_truth_values(
    condition: Expr, sample: list[Packet], home: tuple[Network, ...] | None
) -> None:
    intervals = None if home is None else networks_intervals(home)
    for packet in sample:
        assert formula_truth(lower(condition, intervals), packet) is truth(condition, packet, intervals)


def test_a_number_among_addresses_leaves_ipv6_in() -> None:
    mixed = SetLiteral((Number(5), Address(1, 6)))
    six = Packet(1, 0, {"src": V6 + 1})
    for op, expected in (("in", True), ("not in", False)):
        condition = Compare(FieldRef("src"), ((op, mixed),))
        assert truth(condition, six) is expected
        assert formula_truth(lower(condition, None), six) is expected


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.lists(conditions, max_size=2).map(tuple), min_size=1, max_size=5),
    st.lists(packets(), min_size=1, max_size=6),
    HOMES,
)
def test_the_classifier_finds_what_the_conditions_mean(
    patterns: list[tuple[Expr, ...]], sample: list[Packet], home: tuple[Network, ...] | None
) -> None:
    signatures = [signature(f"s{at}", each) for at, each in enumerate(patterns)]
    program = compile_signatures(signatures, home)
    classifier = Classifier(program)
    intervals = None if home is None else networks_intervals(home)
    for packet in sample:
        expected = {
            f"s{at}"
            for at, each in enumerate(patterns)
            if all_of(truth(condition, packet, intervals) for condition in each) is True
        }
        matched = classifier.matches(packet)
        found = {program.signatures[p.signature].slug for at, p in enumerate(program.patterns) if matched >> at & 1}
        assert found == expected
