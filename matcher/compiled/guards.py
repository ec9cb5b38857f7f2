"""What the tables look at, and conditions by which they rule out clauses whose tests they cannot decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from matcher.automaton import shortest_match
from matcher.compiled.places import list_number
from matcher.compiled.testcode import bounds_of
from matcher.program import OptionsTest, PayloadTest, Test, ValueTest
from matcher.stack import Code
from sigdsl.fields import FIELDS, Kind
from sigdsl.intervals import Intervals

__all__ = ["EVERY_BIT", "Asked", "Form", "Guard", "bits_of", "common_codes", "guards_of"]

EVERY_BIT: Final = -1
_HEAD: Final = 4  # bytes of the payload's head
_FEW: Final = 4  # tests of one expression that make a table of its values worth while
_MOST_CODES: Final = 16
_HEADERS: Final = {"options": ("tcp.hlen", 24), "ip.options": ("ip.hlen", 24)}  # bytes with any option
_WIDEST: Final = 60  # bits of the values of such an expression


class Form(Enum):
    """How a table looks at a field."""

    VALUE = "value"  # as it is, or its bits under a mask
    HEAD = "head"  # the first four bytes
    LIST = "list"  # the number that stands for a list of options
    CODE = "code"  # the value of an expression, counted from the least that it can have


@dataclass(frozen=True, slots=True)
class Asked:
    """What one table looks at: a field under a mask, or the value of an expression."""

    field: str
    form: Form = Form.VALUE
    under: int = EVERY_BIT
    code: Code | None = None
    least: int = 0
    width: int = 0

    @property
    def bits(self) -> int:
        """Bits of its values; of addresses, those of IPv4."""
        return self.width or bits_of(self.field)


@dataclass(frozen=True, slots=True)
class Guard:
    """What must hold where a test is true.

    Attributes:
        asked: What is looked at.
        intervals: Where its value lies.
        needs: Whether it must apply.
    """

    asked: Asked
    intervals: Intervals
    needs: bool


def bits_of(name: str) -> int:
    """Bits of the values of a field; of addresses, those of IPv4."""
    return 1 if FIELDS[name].kind is Kind.BOOLEAN else FIELDS[name].bits


def common_codes(tests: Iterable[Test]) -> dict[Code, Asked]:
    """The expressions that several tests share, and what tables of their values look at."""
    counted = Counter(test.code for test in tests if isinstance(test, ValueTest))
    found = {}
    for code, count in counted.most_common(_MOST_CODES):
        bounds = bounds_of(code)
        if count >= _FEW and bounds is not None and (width := (bounds[1] - bounds[0]).bit_length()) <= _WIDEST:
            found[code] = Asked("", Form.CODE, code=code, least=bounds[0], width=max(width, 18))
    return found


def guards_of(test: Test, codes: dict[Code, Asked]) -> list[Guard]:
    """Conditions that a table can hold: each is true where the test is."""
    match test:
        case OptionsTest(name, "==", kinds):
            number = list_number(kinds)
            return [Guard(Asked(name, Form.LIST, width=32), ((number, number),), True)]
        case OptionsTest(name, "has" | "starts" | "contains", kinds) if name in _HEADERS and kinds:
            header, least = _HEADERS[name]
            return [_at_least(header, least)]
        case PayloadTest("payload", op, bytes() as value) if op in ("starts", "=="):
            return [_head(value), _at_least("payload.len", len(value))]
        case PayloadTest("payload", "contains", bytes() as value):
            return [_at_least("payload.len", len(value))]
        case PayloadTest("payload", "matches", str() as pattern):
            return [_at_least("payload.len", shortest_match(pattern, test.ignore_case))]
        case ValueTest(code, intervals) if code in codes:
            asked = codes[code]
            most = (1 << asked.width) - 1
            moved = ((max(low - asked.least, 0), min(high - asked.least, most)) for low, high in intervals)
            return [Guard(asked, tuple((low, high) for low, high in moved if low <= high), True)]
        case _:
            return []


def _at_least(name: str, least: int) -> Guard:
    return Guard(Asked(name), ((least, (1 << bits_of(name)) - 1),), True)


def _head(value: bytes) -> Guard:
    head = value[:_HEAD]
    low, high = (int.from_bytes(head.ljust(_HEAD, fill), "big") for fill in (b"\0", b"\xff"))
    return Guard(Asked("payload", Form.HEAD, width=8 * _HEAD), ((low, high),), len(head) == _HEAD)
