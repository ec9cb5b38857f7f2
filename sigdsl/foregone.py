"""Conditions on episodes whose outcome is known before any packet: from what an episode is, and from each other.

An episode has at least one observation, one value of everything in its key, and no pause longer than its gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sigdsl.constants import constant_of
from sigdsl.diagnostics import Diagnostic, Edit, Label, Repair, fault
from sigdsl.model import Call, Compare, Duration, EventRule, Expr, FieldRef, Logic, PatternRef, Signature, Span
from sigdsl.outcomes import never
from sigdsl.redundancy import without
from sigdsl.types import type_of
from sigdsl.walk import fields_of

__all__ = ["foregone_conclusions"]

_ENDLESS: Final = 1 << 256  # more than any number that can be written
_INTERVALS = ("interval.mean", "interval.min", "interval.max", "interval.jitter")
_ALWAYS_VALUED = ("count", "distinct", "duration")
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


@dataclass(frozen=True, slots=True)
class _Bound:
    """A comparison of an aggregate with a constant: the values, from `low` to `high`, for which it holds."""

    call: Call
    low: int
    high: int
    compare: Compare


def foregone_conclusions(signature: Signature) -> Iterator[Diagnostic]:
    """Parts of `having` that no episode satisfies, or every one, or that another part implies."""
    event = signature.event
    if event is None or event.having is None:
        return
    yield from _Having(signature, event).look()


class _Having:
    """The condition of one signature's event."""

    def __init__(self, signature: Signature, event: EventRule) -> None:
        self.event = event
        named = [*(pattern.name for pattern in signature.patterns), *(each.name for each in signature.observes)]
        self.sole = named[0] if len(named) == 1 else None
        self.responders = frozenset(pattern.name for pattern in signature.patterns if pattern.from_responder)
        turned = len(self.responders) == len(named)  # the key then is that of the other direction
        self.key = frozenset() if turned else frozenset(part for part in event.key if isinstance(part, FieldRef))

    def look(self) -> Iterator[Diagnostic]:
        having = self.event.having
        assert having is not None
        if self._always(having):
            if not _says_on_purpose(having):
                repair = Repair("Take `having` out", (Edit(Span(self.event.gap.span.end, having.span.end)),))
                told = None if self.responders else repair
                yield fault("W704", "any episode satisfies this", having.span, help="take it out", repair=told)
            return
        yield from self._part(having)

    def _part(self, expr: Expr) -> Iterator[Diagnostic]:
        if isinstance(expr, Logic):
            if expr.op == "and":
                yield from self._together(expr.operands)
            for operand in expr.operands:
                if self._always(operand):
                    repair = None if self.responders or expr.op == "or" else without(operand)
                    yield fault("W702", "any episode satisfies this", operand.span, help="take it out", repair=repair)
                else:
                    yield from self._part(operand)
        elif isinstance(expr, Compare):
            yield from self._never(expr)

    def _always(self, expr: Expr) -> bool:
        if isinstance(expr, Logic):
            return (all if expr.op == "and" else any)(self._always(operand) for operand in expr.operands)
        bound = _bound(expr)
        if bound is None or bound.call.name not in _ALWAYS_VALUED:
            return False
        low, high = self._range(bound.call)
        return bound.low <= low and high <= bound.high

    def _never(self, expr: Compare) -> Iterator[Diagnostic]:
        """One comparison that no episode satisfies; what follows from types alone is told elsewhere."""
        bound = _bound(expr)
        if bound is None or never(type_of(expr.first), expr.rest[0][0], type_of(expr.rest[0][1])):
            return
        low, high = self._range(bound.call)
        if bound.low <= high and bound.high >= low:
            return
        if bound.call.name in _INTERVALS:
            gap = Label(self.event.gap.span, "a longer pause ends the episode")
            message = f"`{bound.call.name}` is never longer than the gap of the event"
            yield fault("E405", message, expr.span, "", gap, help="make the gap longer than the interval")
        elif self._is_of_key(bound.call):
            message = f"this can never hold: an episode has one value of its key, so that `{bound.call.name}` is {high}"
            yield fault("E403", message, expr.span, "", Label(self.event.key[0].span, "the key"))
        else:
            shown = f"{low:,}" if low == high else f"at least {low:,}" if high == _ENDLESS else f"{low:,} to {high:,}"
            yield fault("E403", f"this can never hold: `{bound.call.name}` is {shown}", expr.span)

    def _range(self, call: Call) -> tuple[int, int]:
        """The least and greatest value that an aggregate can have in an episode."""
        match call.name:
            case "count":
                return int(not call.args or self._pattern_of(call) == self.sole), _ENDLESS
            case "distinct" | "span" if self._is_of_key(call):
                return 0, int(call.name == "distinct")
            case "distinct":
                kind = type_of(call.args[0])
                return 0, kind.high - kind.low + 1 if kind.is_number and kind.high > kind.low else _ENDLESS
            case "span" | "missing" | "duration":
                return 0, _ENDLESS
            case _ if call.name in _INTERVALS:
                is_sole = self.sole is not None and self._pattern_of(call) == self.sole
                return 0, self.event.gap.ns if is_sole else _ENDLESS
            case _:
                return -_ENDLESS, _ENDLESS

    def _is_of_key(self, call: Call) -> bool:
        """Whether an expression is over fields that are the same in all the packets that it is taken of."""
        fields = fields_of(call.args[0]) if call.args else ()
        return bool(fields) and all(ref.of not in self.responders and FieldRef(ref.name) in self.key for ref in fields)

    def _pattern_of(self, call: Call) -> str | None:
        return call.args[0].name if call.args and isinstance(call.args[0], PatternRef) else None

    def _together(self, operands: Sequence[Expr]) -> Iterator[Diagnostic]:
        """Parts that contradict each other, or of which one implies the other."""
        bounds = [bound for bound in map(_bound, operands) if bound is not None]
        told: set[int] = set()
        for at, later in enumerate(bounds):
            for earlier in bounds[:at]:
                if later.call == earlier.call and id(later) not in told and id(earlier) not in told:
                    found = self._pair(earlier, later)
                elif _counts_less(earlier, later) or _counts_less(later, earlier):
                    found = _contradiction(later, earlier)
                else:
                    found = None
                if found is not None:
                    told.update((id(earlier), id(later)))
                    yield found

    def _pair(self, earlier: _Bound, later: _Bound) -> Diagnostic | None:
        """What is to be said of two bounds on one aggregate."""
        if max(earlier.low, later.low) > min(earlier.high, later.high):
            return _contradiction(later, earlier)
        for idle, by in ((later, earlier), (earlier, later)):
            if idle.low <= by.low and by.high <= idle.high:
                label = Label(by.compare.span, "this one asks for more, or for the same")
                message = "this holds whenever another condition holds"
                repair = without(idle.compare)
                return fault("W703", message, idle.compare.span, "", label, help="take it out", repair=repair)
        return None


def _contradiction(later: _Bound, earlier: _Bound) -> Diagnostic:
    label = Label(earlier.compare.span, "because of this one")
    return fault("E403", "these can never hold together", later.compare.span, "", label)


def _counts_less(few: _Bound, many: _Bound) -> bool:
    """Whether one allows fewer packets of a pattern than the other needs of them: to count, or to differ."""
    if few.call.name != "count" or few.call == many.call or len(few.call.args) > 1:
        return False
    allowed = few.call.args[0] if few.call.args else None
    if many.call.name == "count":
        is_part = bool(many.call.args) and allowed in (None, many.call.args[0])
    elif many.call.name == "distinct":
        owners = {ref.of for ref in fields_of(many.call.args[0])}
        is_part = isinstance(allowed, PatternRef) and owners == {allowed.name}
    else:
        return False
    return is_part and few.high < many.low


def _bound(expr: Expr) -> _Bound | None:
    """A comparison of one aggregate with one constant; of anything else, None."""
    if not isinstance(expr, Compare) or len(expr.rest) != 1:
        return None
    left, (operator, right) = expr.first, expr.rest[0]
    if isinstance(right, Call) and operator in _MIRROR:
        left, operator, right = right, _MIRROR[operator], left
    value = right.ns if isinstance(right, Duration) else constant_of(right)
    if not isinstance(left, Call) or left.name == "rate" or value is None:
        return None
    if not left.args and left.name not in ("count", "duration"):
        return None  # a fault, and told as one
    match operator:
        case "==":
            return _Bound(left, value, value, expr)
        case "<" | "<=":
            return _Bound(left, -_ENDLESS, value - (operator == "<"), expr)
        case ">" | ">=":
            return _Bound(left, value + (operator == ">"), _ENDLESS, expr)
        case _:
            return None


def _says_on_purpose(having: Expr) -> bool:
    """`count() >= 1`, alone: that one packet is enough is worth saying."""
    bound = _bound(having)
    return bound is not None and bound.call.name == "count" and bound.low == 1 and bound.high == _ENDLESS
