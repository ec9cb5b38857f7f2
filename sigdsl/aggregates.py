"""The aggregates that `having` may ask for: arguments and type of each. (How they are computed is the matcher's.)"""

from __future__ import annotations

from collections.abc import Callable

from sigdsl.constants import constant_of
from sigdsl.diagnostics import Diagnostic, fault
from sigdsl.fields import Kind
from sigdsl.kinds import BAD, CONDITION, Special, Type
from sigdsl.model import Call, Expr, PatternRef
from sigdsl.walk import fields_of, walk

__all__ = ["call_type"]

Report = Callable[[Diagnostic], None]

_COUNT = Type(Kind.NUMBER, 0, 1 << 48)  # more packets than anybody has; room for arithmetic below 64 bits
_FORMS = {
    "count": "count(), count(p) or count(p, 10s)",
    "first": "first(p)",
    "last": "last(p)",
    "rate": "rate(p)",
    "interval.mean": "interval.mean(p)",
    "interval.min": "interval.min(p)",
    "interval.max": "interval.max(p)",
    "interval.jitter": "interval.jitter(p)",
    "distinct": "distinct(dport) or distinct(dport, 60s)",
    "min": "min(ttl)",
    "max": "max(ttl)",
    "span": "span(sport)",
    "constant": "constant(seq)",
    "step": "step(id) or step(ack, 1 << 31)",
    "missing": "missing(sport) or missing(ack, 1 << 31)",
    "duration": "duration",
}


def call_type(call: Call, types: list[Type], report: Report) -> Type:
    """The type of an aggregate of arguments that have these types; what does not fit goes to `report`."""
    if Special.BAD in (type_.kind for type_ in types):
        return BAD
    if any(isinstance(part, Call) for argument in call.args for part in walk(argument)):
        help_ = "its expression is taken of each packet; compare the two instead"
        report(fault("E303", f"a function within `{call.name}`", call.span, help=help_))
        return BAD
    if not _fits(call, types):
        form = _FORMS[call.name]
        report(fault("E303", f"`{call.name}` is not asked this way", call.span, help=f"write {form}"))
        return BAD
    if call.name in ("distinct", "min", "max", "span", "constant", "step", "missing"):
        _one_owner(call, report)
    return _result(call, types)


def _fits(call: Call, types: list[Type]) -> bool:
    kinds = [type_.kind for type_ in types]
    match call.name:
        case "count":
            return not kinds or isinstance(call.args[0], PatternRef) and kinds[1:] in ([], [Special.DURATION])
        case "first" | "last" | "rate" | "interval.mean" | "interval.min" | "interval.max" | "interval.jitter":
            return kinds == [Special.PATTERN]
        case "distinct":
            return bool(kinds) and _value(call.args[0], types[0]) and kinds[1:] in ([], [Special.DURATION])
        case "constant":
            return len(kinds) == 1 and _value(call.args[0], types[0])
        case "min" | "max" | "span":
            return len(kinds) == 1 and types[0].is_number and _value(call.args[0], types[0])
        case "step" | "missing":
            modulus = constant_of(call.args[1]) if len(kinds) == 2 else 2
            fits = len(kinds) in (1, 2) and types[0].is_number and _value(call.args[0], types[0])
            return fits and modulus is not None and 2 <= modulus <= 1 << 32
        case _:
            return not kinds


def _value(expr: Expr, type_: Type) -> bool:
    """Whether there is something of a packet in it that can be collected."""
    return bool(fields_of(expr)) and (type_.is_number or type_.kind in (Kind.OPTIONS, Kind.BYTES))


def _one_owner(call: Call, report: Report) -> None:
    owners = {ref.of for ref in fields_of(call)}
    if len(owners) > 1:
        message = "fields of different patterns cannot be mixed in one expression"
        report(fault("E303", message, call.span, help="compare aggregates instead: `min(a.ack) == max(b.seq) + 1`"))


def _result(call: Call, types: list[Type]) -> Type:
    match call.name:
        case "first" | "last":
            return Type(Special.MOMENT)
        case "duration" | "interval.mean" | "interval.min" | "interval.max" | "interval.jitter":
            return Type(Special.DURATION)
        case "rate":
            return Type(Special.RATE)
        case "constant":
            return CONDITION
        case "min" | "max":
            return types[0]
        case "span":
            return Type(Kind.NUMBER, 0, max(0, types[0].high - types[0].low))
        case "step":
            return Type(Kind.NUMBER, -(1 << 48), 1 << 48)
        case _:
            return _COUNT
