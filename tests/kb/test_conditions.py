"""From conditions to facts about fields."""

from __future__ import annotations

import pytest

from kb.conditions import Excerpt, FieldUse, pattern_uses
from kb.constants import Stretch, fold, stretch_of
from sigdsl import load_text
from sigdsl.fields import Kind
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
    Compare,
    Duration,
    Expr,
    FieldRef,
    FlagBit,
    ListLiteral,
    Logic,
    NamedSet,
    Network,
    Number,
    OptionKind,
    Range,
    SetLiteral,
    Unary,
)  # fmt: skip

NO_SOURCE = Excerpt("", 0)
REFUSING = """signature a {
  packet p { tcp; not df; not (options has ts or ttl == 5); mss != 536 }
  event by src gap 1s
}"""
F, N = FieldRef, Number


def test(left: Expr, *rest: object) -> Compare:
    return Compare(left, tuple(zip(rest[::2], rest[1::2], strict=True)))  # type: ignore[arg-type]


test.__test__ = False  # type: ignore[attr-defined]


def facts(*conditions: Expr) -> list[tuple[object, ...]]:
    def one(use: FieldUse) -> tuple[object, ...]:
        bounds = None if use.stretch is None else (use.stretch.low, use.stretch.high)
        marks = "".join(letter for letter, said in (("!", use.excludes), ("?", not use.required)) if said)
        return (use.test, use.field, use.operator, bounds, use.mask, marks)

    return [one(use) for use in pattern_uses(conditions, NO_SOURCE)]


BOTH = Binary("|", FlagBit("SYN"), FlagBit("ACK"))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (F("tcp"), [(0, "tcp", "is", (1, 1), None, "")]),
        (Unary("not", F("df")), [(0, "df", "is", (0, 0), None, "")]),
        (test(F("ack"), "==", N(5)), [(0, "ack", "==", (5, 5), None, "")]),
        (test(N(5), "==", F("ack")), [(0, "ack", "==", (5, 5), None, "")]),
        (test(F("ack"), "==", Unary("-", N(1))), [(0, "ack", "==", (0xFFFFFFFF, 0xFFFFFFFF), None, "")]),
        (test(F("ack"), "!=", N(5)), [(0, "ack", "!=", (5, 5), None, "!")]),
        (Unary("not", test(F("ack"), "!=", N(5))), [(0, "ack", "!=", (5, 5), None, "")]),
        (test(F("ttl"), "<", N(64)), [(0, "ttl", "<", (0, 63), None, "")]),
        (test(N(64), "<", F("ttl")), [(0, "ttl", ">", (65, 255), None, "")]),
        (test(N(1), "<=", F("ttl"), "<=", N(9)),
         [(0, "ttl", ">=", (1, 255), None, ""), (1, "ttl", "<=", (0, 9), None, "")]),
        (Unary("not", test(N(1), "<=", F("ttl"), "<=", N(9))),
         [(0, "ttl", ">=", (1, 255), None, "!?"), (1, "ttl", "<=", (0, 9), None, "!?")]),
        (test(F("ttl"), "<", N(1 << 70)), [(0, "ttl", "<", None, None, "")]),
        (test(F("dport"), "in", SetLiteral((N(53), Range(N(2100), N(2102))))),
         [(0, "dport", "in", (53, 53), None, ""), (0, "dport", "in", (2100, 2102), None, "")]),
        (test(F("dport"), "not in", SetLiteral((N(53),))), [(0, "dport", "not in", (53, 53), None, "!")]),
        (test(F("src"), "in", Network(0x0A000000, 8, 4)), [(0, "src", "in", (0x0A000000, 0x0AFFFFFF), None, "")]),
        (test(F("src"), "in", NamedSet("home")), [(0, "src", "in", None, None, "")]),
        (test(F("flags"), "==", BOTH), [(0, "flags", "==", (18, 18), None, "")]),
        (test(F("flags"), "has", FlagBit("RST")), [(0, "flags", "has", (4, 4), 4, "")]),
        (test(Binary("&", F("flags"), BOTH), "==", FlagBit("SYN")), [(0, "flags", "==", (2, 2), 18, "")]),
        (test(Binary("&", BOTH, F("flags")), "!=", N(0)), [(0, "flags", "!=", (0, 0), 18, "!")]),
        (test(F("options"), "has", OptionKind("ts")), [(0, "options", "has", (8, 8), None, "")]),
        (test(F("options"), "==", ListLiteral((OptionKind("mss"), N(77)))), [(0, "options", "==", None, None, "")]),
        (test(F("payload"), "starts", ByteString(b"GET ")), [(0, "payload", "starts", None, None, "")]),
        (test(F("ack"), "==", Binary("-", F("seq"), N(1))),
         [(0, "ack", "==", None, None, ""), (0, "seq", None, None, None, "")]),
        (test(Binary("+", F("sport"), F("dport")), "==", N(65536)),
         [(0, "sport", None, None, None, ""), (0, "dport", None, None, None, "")]),
        (Logic("or", (F("tcp"), F("udp"))), [(0, "tcp", "is", (1, 1), None, "?"), (1, "udp", "is", (1, 1), None, "?")]),
        (Unary("not", Logic("or", (F("tcp"), F("udp")))),
         [(0, "tcp", "is", (0, 0), None, ""), (1, "udp", "is", (0, 0), None, "")]),
        (Unary("not", Logic("and", (F("tcp"), F("udp")))),
         [(0, "tcp", "is", (0, 0), None, "?"), (1, "udp", "is", (0, 0), None, "?")]),
    ],
)  # fmt: skip
def test_a_condition_is_told_as_facts(condition: Expr, expected: list[tuple[object, ...]]) -> None:
    assert facts(condition) == expected


def test_option_lists_have_one_spelling() -> None:
    listed = ListLiteral((OptionKind("mss"), OptionKind("nop"), Number(77)))
    (use,) = pattern_uses((test(F("options"), "==", listed),), NO_SOURCE)
    assert use.value == "[mss, nop, 77]"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (Binary("<<", N(1), N(10)), 1024),
        (Binary(">>", N(1024), N(3)), 128),
        (Binary("<<", N(1), N(10**9)), None),
        (Binary(">>", N(1), Unary("-", N(1))), None),
        (Binary("%", N(7), N(0)), None),
        (Binary("%", N(7), N(4)), 3),
        (Binary("^", N(5), N(1)), 4),
        (Binary("*", N(5), N(3)), 15),
        (Binary("+", N(5), Unary("~", N(0))), 4),
        (Duration(2, "s"), 2_000_000_000),
        (F("ttl"), None),
        (Binary("+", F("ttl"), N(1)), None),
        (Unary("-", F("ttl")), None),
        (Unary("not", N(1)), None),
    ],
)
def test_constants_are_folded(expression: Expr, value: int | None) -> None:
    assert fold(expression) == value


def test_what_is_refused_is_written_so() -> None:
    (signature,) = load_text(REFUSING).signatures
    uses = pattern_uses(signature.patterns[0].conditions, Excerpt(REFUSING, 0))
    assert [use.condition for use in uses] == ["tcp", "not df", "not options has ts", "not ttl == 5", "mss != 536"]


def test_stretches_of_addresses() -> None:
    assert stretch_of(Address(1, 6), Kind.ADDRESS) == Stretch(1, 1, 6)
    assert stretch_of(Range(Address(1, 4), Address(9, 4)), Kind.ADDRESS) == Stretch(1, 9)
    assert stretch_of(Range(N(1), F("ttl")), Kind.NUMBER) is None
    assert stretch_of(Network(0, 0, 6), Kind.ADDRESS) == Stretch(0, (1 << 128) - 1, 6)
