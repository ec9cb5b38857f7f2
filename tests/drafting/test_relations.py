"""Relations between fields: one that is planted is found, and numbers without any give none."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.packet import Packet
from sigdsl.format_expr import format_expr
from tracelore.drafting.invariant import Invariant, cost_of_number
from tracelore.drafting.relations import relations
from tracelore.drafting.sample import Sample
from tracelore.drafting.values import shared_values

Fields = dict[str, int]
MOD = 1 << 32


def packets(chance: Random, count: int, plant: Callable[[Fields], Fields]) -> list[Packet]:
    """SYNs whose numbers are independent but for what is planted."""
    made = []
    for frame in range(1, count + 1):
        fields: Fields = {
            "ip.version": 4, "proto": 6, "flags": 2, "src": chance.getrandbits(32), "dst": chance.getrandbits(32),
            "id": chance.getrandbits(16), "sport": chance.getrandbits(16), "dport": chance.getrandbits(16),
            "seq": chance.getrandbits(32), "ack": chance.getrandbits(32), "window": chance.getrandbits(16),
        }  # fmt: skip
        made.append(Packet(frame, frame * 10**6, fields | plant(fields)))
    return made


def certain(found: list[Invariant]) -> set[str]:
    return {format_expr(each.condition) for each in found if each.is_certain}


PLANTED = {
    "ack == seq - 1": lambda f: {"ack": (f["seq"] - 1) % MOD},
    "ack == seq + 7": lambda f: {"ack": (f["seq"] + 7) % MOD},
    "seq == dst": lambda f: {"seq": f["dst"]},
    "sport == dport": lambda f: {"sport": f["dport"]},
    "seq - sport == 674719801": lambda f: {"seq": (f["sport"] + 674719801) % MOD},
    "seq + src == 305419896": lambda f: {"seq": (305419896 - f["src"]) % MOD},
    "seq == dst ^ 0x5eedf00d": lambda f: {"seq": f["dst"] ^ 0x5EEDF00D},
    "seq == src ^ dst": lambda f: {"seq": f["dst"] ^ f["src"]},
    "id == (dst ^ dport ^ seq) & 0xffff": lambda f: {"id": (f["dst"] ^ f["dport"] ^ f["seq"]) & 0xFFFF},
    "id == (dst ^ 0x4d2) & 0xffff": lambda f: {"id": (f["dst"] ^ 0x4D2) & 0xFFFF},
    "ack - seq - src == 99": lambda f: {"ack": (f["seq"] + f["src"] + 99) % MOD},
    "id & 0xff == dport & 0xff": lambda f: {"id": f["id"] & 0xFF00 | f["dport"] & 0xFF},
}  # fmt: skip


@pytest.mark.parametrize("relation", PLANTED)
def test_a_planted_relation_is_found(relation: str) -> None:
    sample = Sample(packets(Random(relation), 8, PLANTED[relation]))
    found = certain(list(relations(sample)))
    assert relation in found or _turned(relation) in found, found


def _turned(relation: str) -> str:
    left, right = relation.split(" == ")
    return f"{right} == {left}"


@pytest.mark.parametrize("relation", ["ack == seq - 1", "seq == dst"])
def test_one_packet_is_enough_for_a_plain_relation_of_32_bits(relation: str) -> None:
    assert relation in certain(list(relations(Sample(packets(Random(relation), 1, PLANTED[relation])))))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_independent_numbers_have_no_relation(seed: int, count: int) -> None:
    """By design one draft in 256 may believe in an accident; none may believe in one that is 256 times less likely."""
    found = [each for each in relations(Sample(packets(Random(seed), count, dict))) if each.evidence >= 16]
    assert not found, [format_expr(each.condition) for each in found]


MASKED = {
    "seq & 0xffff == 0": lambda f: {"seq": f["seq"] & 0xFFFF0000},
    "ack & 0xffff == 1": lambda f: {"ack": f["ack"] & 0xFFFF0000 | 1},
    "dst & 0xff == 255": lambda f: {"dst": f["dst"] | 0xFF},
    "seq < 0x10000": lambda f: {"seq": f["seq"] & 0xFFFF},
    "id == 54321": lambda f: {"id": 54321},
    "window == 1337": lambda f: {"window": 1337},
}  # fmt: skip


@pytest.mark.parametrize("condition", MASKED)
def test_what_one_field_always_has_is_found(condition: str) -> None:
    found = certain(list(shared_values(Sample(packets(Random(condition), 12, MASKED[condition])))))
    assert condition in found, found


def test_a_number_of_one_connection_is_no_constant() -> None:
    """Retransmissions repeat their sequence number, which says nothing of the next connection's."""
    once = packets(Random(1), 1, dict)[0]
    sample = Sample([Packet(frame, frame * 10**9, once.fields) for frame in range(1, 9)])
    assert not {name for name in certain(list(shared_values(sample))) if name.startswith(("seq ==", "ack =="))}


@given(st.integers(0, 2**32))
def test_naming_a_number_costs_at_most_twice_its_bits(value: int) -> None:
    assert 0 <= cost_of_number(value) <= 2 * value.bit_length()
    assert cost_of_number(value) == cost_of_number(-value)
