"""Conditions over measured values."""

from __future__ import annotations

import pytest

from matcher.having import least_count, prepare
from matcher.moment import Moment
from matcher.packet import UNKNOWN
from matcher.values import Truth
from sigdsl.format import format_expr
from sigdsl.model import Call, Compare, Expr
from tests.matcher.building import HOME, signatures

VALUES = {
    "count(a)": 3, "count(b)": 0, "first(a)": Moment(100, 1), "last(a)": Moment(100, 3), "first(b)": None,
    "min(ttl)": 63, "constant(seq)": True, "constant(id)": False, "distinct(dst)": 9, "duration": 2_000_000_000,
    "min(src)": 0x0A000001, "max(seq)": 1, "count(r)": UNKNOWN,
}  # fmt: skip


def having(text: str) -> Expr:
    signature = signatures(
        f"signature x {{ packet a {{ tcp }} packet b {{ udp }} packet r {{ tcp; from responder }} "
        f"event by src gap 1s having {text} }}"
    )[0]
    assert signature.event is not None
    assert signature.event.having is not None
    return signature.event.having


def measured(text: str) -> Truth:
    names = list(VALUES)
    condition = prepare(
        having(text), lambda call: names.index(format_expr(call)), ((HOME.value, HOME.value + 0xFFFFFF),)
    )
    return condition(lambda at: VALUES[names[at]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count(a) >= 3 and count(b) == 0", True),
        ("count(a) == 2 or count(b) > 0", False),
        ("first(a) < last(a)", True),  # one microsecond, two frames
        ("last(a) - first(a) == 0s", True),
        ("first(a) + 1ns > last(a)", True),
        ("first(b) < last(a)", False),
        ("not first(b) < last(a)", True),
        ("constant(seq)", True),
        ("not constant(id)", True),
        ("count(a) in {1, 3..5}", True),
        ("count(a) not in {1, 3..5}", False),
        ("1 <= count(a) <= 3 < distinct(dst)", True),
        ("duration < 3s", True),
        ("min(src) in home", True),
        ("min(src) in private", True),
        ("max(seq) == 4294967297", True),  # modulo 2^32
        ("count(a) * 3 == count(b) + 9", True),
        ("count(r) == 0", UNKNOWN),
        ("count(r) == 0 or count(a) >= 1", True),
        ("count(r) == 0 and count(b) >= 1", False),
        ("not count(r) >= 1", UNKNOWN),
    ],
)
def test_holds(text: str, expected: Truth) -> None:
    assert measured(text) is expected


@pytest.mark.parametrize(
    ("text", "least", "least_false"),
    [
        ("count(a) >= 3", 3, 0),
        ("count(a) == 0", 0, 1),
        ("5 < distinct(dst)", 6, 0),
        ("count() in {2, 4}", 2, 0),
        ("2 <= count() <= 3", 2, 0),
        ("count(a) > count(b)", None, None),
        ("duration > 1s", None, None),
        ("count() >= 0", 0, None),
    ],
)
def test_least_count(text: str, least: int | None, least_false: int | None) -> None:
    comparison = having(text)
    assert isinstance(comparison, Compare)
    assert least_count(comparison, True) == least
    assert least_count(comparison, False) == least_false


def test_no_condition_is_a_call() -> None:
    assert isinstance(having("constant(seq)"), Call)
