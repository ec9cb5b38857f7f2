"""Signatures covered by others: the index finds what comparing every pair would find, and stays small."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from sigdsl import Signature, load_text
from sigdsl import coverage as module
from sigdsl.coverage import coverage
from sigdsl.load import load_texts
from sigdsl.possible import contradiction

_CONDITIONS = (
    "tcp", "udp", "icmp", "flags == SYN", "flags has SYN", "dport == 53", "dport in {50..60}", "dport > 20",
    "ttl <= 64", "ack == seq + 1", "src in 10.0.0.0/8", "payload starts |16|",
)  # fmt: skip


def signatures(*conditions: str) -> tuple[Signature, ...]:
    texts = (
        (f"{at}", f'signature s-{at} {{ internal title "t" packet p {{ {each} }} event by src gap 1s }}')
        for at, each in enumerate(conditions)
    )
    return load_texts(texts, advice=False).signatures


def pairs(*conditions: str) -> set[tuple[str, str, bool]]:
    return {(one.slug, other.slug, same) for one, other, same in coverage(signatures(*conditions))}


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_CONDITIONS), min_size=1, max_size=4), min_size=2, max_size=6))
def test_every_covered_signature_is_found(written: list[list[str]]) -> None:
    every = signatures(*("; ".join(each) for each in written))
    every = tuple(each for each in every if contradiction(each.patterns[0].conditions) is None)
    found = {(one.slug, other.slug) for one, other, _ in coverage(every)}
    found |= {(other, one) for one, other, same in _slugs(every) if same}
    facts = {each.slug: module._Facts.of(each) for each in every}
    for narrow, wide in permutations(facts, 2):
        is_within = facts[narrow].is_within(facts[wide])
        same = is_within and facts[wide].is_within(facts[narrow])
        if is_within and not same:  # of several that say the same only the first one is compared
            twins = [one for one in facts if facts[one].is_within(facts[wide]) and facts[wide].is_within(facts[one])]
            mine = [one for one in facts if facts[one].is_within(facts[narrow]) and facts[narrow].is_within(facts[one])]
            assert any((one, other) in found for one in mine for other in twins)
        elif same:
            assert any(narrow in pair or wide in pair for pair in found)


def _slugs(every: tuple[Signature, ...]) -> set[tuple[str, str, bool]]:
    return {(one.slug, other.slug, same) for one, other, same in coverage(every)}


def test_values_ranges_and_words() -> None:
    assert pairs("tcp; dport == 53", "tcp; dport in {50..60}", "tcp") == {
        ("s-0", "s-1", False),
        ("s-0", "s-2", False),
        ("s-1", "s-2", False),
    }
    assert pairs("tcp; dport == 53", "udp; dport == 53") == set()
    assert pairs("dport == 53; tcp", "tcp; dport in {53}") == {("s-0", "s-1", True)}


def test_copies_come_with_the_first_one() -> None:
    assert pairs("tcp", "tcp", "tcp") == {("s-0", "s-1", True), ("s-0", "s-2", True)}


def test_few_candidates_among_many() -> None:
    """Signatures that differ in one number are not compared with each other at all."""
    facts = [module._Facts.of(each) for each in signatures(*(f"tcp; ack == {number}" for number in range(400)))]
    assert len(list(module._candidates(facts))) == 0
    loaded = load_text("".join(f'signature s-{n} {{ internal title "t" packet p {{ tcp; ack == {n} }} '
                               f"event by src gap 1s }}\n" for n in range(50)))  # fmt: skip
    assert not loaded.diagnostics
