"""Arithmetic and comparison in three truth values: the meaning of one operator on two values.

A value is an integer, an address, bytes or a list of option kinds; or `UNKNOWN` (the packet has it, the input does
not show it); or None (it does not apply to the packet). "Does not apply" outweighs "not shown".
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any, Final

from matcher.packet import UNKNOWN, V6, Unknown, Value

__all__ = [
    "COMPARISONS", "MOD32", "MOD32_OPERATORS", "OPERATORS", "Truth", "all_of", "any_of", "apply_operator", "as_number",
    "compare", "compare_sequences", "complement", "has_all", "negate", "opposite",
]  # fmt: skip

Truth = bool | Unknown

MOD32: Final = 1 << 32
MOD32_OPERATORS: Final = frozenset("+-*")  # what keeps a number modulo 2^32 one
_MAX_SHIFT: Final = 63


def negate(truth: Truth) -> Truth:
    """Kleene's `not`."""
    return truth if truth is UNKNOWN else not truth


def all_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's `and`: false when one is false, else unknown when one is unknown."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is UNKNOWN:
            result = UNKNOWN
    return result


def any_of(truths: Iterable[Truth]) -> Truth:
    """Kleene's `or`: true when one is true, else unknown when one is unknown."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is UNKNOWN:
            result = UNKNOWN
    return result


def as_number(value: Value | None) -> int | Unknown | None:
    """A value as arithmetic sees it: an IPv4 address is its number, an IPv6 address and bytes do not apply."""
    if isinstance(value, int):
        return value if value < V6 else None
    return UNKNOWN if value is UNKNOWN or isinstance(value, str) else None


def _remainder(left: int, right: int) -> int | None:
    return left % right if right else None


def _shift_left(left: int, right: int) -> int | None:
    return left << right if 0 <= right <= _MAX_SHIFT else None


def _shift_right(left: int, right: int) -> int | None:
    return left >> right if 0 <= right <= _MAX_SHIFT else None


OPERATORS: Final[dict[str, Callable[[int, int], int | None]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "%": _remainder,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<<": _shift_left,
    ">>": _shift_right,
}


def apply_operator(
    op: str, left: int | Unknown | None, right: int | Unknown | None, modular: bool
) -> int | Unknown | None:
    """`left op right`; with `modular`, of numbers modulo 2^32, the result of `+ - *` is one again.

    A remainder by zero and a shift by less than 0 or more than 63 do not apply.
    """
    if left is None or right is None:
        return None
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    result = OPERATORS[op](left, right)
    return result % MOD32 if modular and result is not None and op in MOD32_OPERATORS else result


def complement(op: str, operand: int | Unknown | None, modular: bool) -> int | Unknown | None:
    """Unary `-` and `~`; of a number modulo 2^32 both stay within 32 bits."""
    if operand is None or operand is UNKNOWN:
        return operand
    result = -operand if op == "-" else ~operand
    return result % MOD32 if modular else result


COMPARISONS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def opposite(op: str) -> str:
    """The comparison that says the same with its sides exchanged."""
    return {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(op, op)


def compare(op: str, left: Value | None, right: Value | None) -> Truth:
    """One comparison of two numbers or addresses.

    A host known by name only is equal to itself and differs from another name; against an address it is unknown.
    """
    if left is None or right is None:
        return False
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    names = isinstance(left, str) + isinstance(right, str)
    if names == 1 or (names and op not in ("==", "!=")):
        return UNKNOWN
    return COMPARISONS[op](left, right)


def has_all(bits: int | Unknown | None, wanted: int) -> Truth:
    """`flags has SYN|ACK`: every wanted bit is set."""
    if bits is None:
        return False
    return UNKNOWN if bits is UNKNOWN else bits & wanted == wanted


Sequence = bytes | tuple[int, ...]


def compare_sequences(op: str, seen: Sequence, wanted: Sequence, missing: int | Unknown = 0) -> Truth:
    """`== != starts contains` on bytes or option kinds.

    Args:
        op: The operator.
        seen: What was captured, from the start.
        wanted: The constant.
        missing: How many elements follow `seen` that were not captured; `UNKNOWN` when that is not known either.
    """
    if op == "!=":
        return negate(compare_sequences("==", seen, wanted, missing))
    if op == "==":
        return _equal(seen, wanted, missing)
    if op == "starts":
        if seen[: len(wanted)] == wanted:
            return True
        return _may_continue(seen, wanted, missing)
    if op == "contains":
        return _contains(seen, wanted, missing)
    raise ValueError(f"no comparison of sequences: {op}")


def _may_continue(seen: Sequence, wanted: Sequence, missing: int | Unknown) -> Truth:
    """Whether `wanted`, of which all of `seen` would be the head, can be completed by what was not captured."""
    if len(seen) >= len(wanted) or wanted[: len(seen)] != seen:
        return False
    lacking = len(wanted) - len(seen)
    return UNKNOWN if missing is UNKNOWN or missing >= lacking else False


def _equal(seen: Sequence, wanted: Sequence, missing: int | Unknown) -> Truth:
    if missing == 0:
        return seen == wanted
    if wanted[: len(seen)] != seen:
        return False
    if missing is UNKNOWN:
        return UNKNOWN
    return UNKNOWN if len(seen) + missing == len(wanted) else False


def _contains(seen: Sequence, wanted: Sequence, missing: int | Unknown) -> Truth:
    if isinstance(seen, bytes) and isinstance(wanted, bytes):
        found = wanted in seen
    else:
        width = len(wanted)
        found = any(seen[at : at + width] == wanted for at in range(len(seen) - width + 1))
    if found:
        return True
    if missing == 0:
        return False
    tails = range(min(len(seen), len(wanted) - 1) + 1)
    return any_of(_may_continue(seen[len(seen) - tail :], wanted, missing) for tail in tails)
