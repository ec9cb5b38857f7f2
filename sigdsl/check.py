"""What is wrong with a resolved signature. One function finds one kind of fault; all run over every signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sigdsl.clauses import clauses_of
from sigdsl.diagnostics import Diagnostic, Label, fault
from sigdsl.fields import FIELDS, FLAG_ALIASES, FLAG_BITS, Kind
from sigdsl.foregone import foregone_conclusions
from sigdsl.limits import MAX_CLAUSES, MAX_REACH
from sigdsl.model import (
    Call,
    Compare,
    Expr,
    FieldRef,
    Observation,
    PacketPattern,
    Range,
    Regex,
    SetLiteral,
    Signature,
    Span,
)
from sigdsl.outcomes import never
from sigdsl.possible import bounds_of_field, conflict, contradiction, pattern_bounds
from sigdsl.redundancy import redundant_conditions
from sigdsl.resolve import NAMED_SETS
from sigdsl.together import heading_span
from sigdsl.types import Special, condition, constant_of, infer, type_of
from sigdsl.walk import children, fields_of, walk

__all__ = ["check_signature", "name_taken"]

Rule = Callable[[Signature], Iterator[Diagnostic]]


def check_signature(signature: Signature) -> list[Diagnostic]:
    """All faults of one signature, in the order of the text."""
    found = [diagnostic for rule in _RULES for diagnostic in rule(signature)]
    return sorted(found, key=lambda diagnostic: (diagnostic.span.start, diagnostic.code))


def types_fit(signature: Signature) -> Iterator[Diagnostic]:
    """Every condition is one, every operation has operands that it can work on."""
    found: list[Diagnostic] = []
    for pattern in signature.patterns:
        for expr in pattern.conditions:
            condition(expr, found.append)
    if signature.event is not None:
        infer(signature.event.gap, found.append)
        for part in signature.event.key:
            kind = infer(part, found.append).kind
            if kind in (Kind.OPTIONS, Kind.BYTES, Special.DURATION, Special.SET):
                found.append(fault("E401", "a key is a number or an address", part.span))
            elif kind is not Special.BAD and not fields_of(part):
                found.append(fault("E401", "this key is the same for every packet", part.span))
        if signature.event.having is not None:
            condition(signature.event.having, found.append)
    yield from found


def names_are_distinct(signature: Signature) -> Iterator[Diagnostic]:
    """Patterns and observed signatures have names of their own, which are no field's."""
    seen: dict[str, Label] = {}
    every: tuple[Observation | PacketPattern, ...] = (*signature.observes, *signature.patterns)
    for named in every:
        span = _head(named)
        if named.name in seen:
            yield fault("E202", f"`{named.name}` is the name of two patterns", span, "again here", seen[named.name])
        elif named.name in _TAKEN:
            help_ = f"`{named.name}_packet`, say, would be clear"
            yield fault("E202", f"`{named.name}` is {_TAKEN[named.name]}", span, help=help_)
        seen.setdefault(named.name, Label(span, "first given here"))


# Words that mean something of their own in `having`, or that the formatter would rewrite.
_TAKEN: dict[str, str] = {
    **dict.fromkeys(NAMED_SETS, "a set of addresses"),
    **dict.fromkeys((*FLAG_BITS, *FLAG_ALIASES), "a TCP flag"),
    **{
        alias.split(".")[0]: "the name of a field"
        for field in FIELDS.values()
        for alias in (field.name, *field.wireshark)
    },
    "duration": "a function",
}


def name_taken(name: str) -> str | None:
    """What a word is already, so that no pattern can have it as a name; None where it is free."""
    return _TAKEN.get(name)


def _head(named: Observation | PacketPattern) -> Span:
    if isinstance(named, Observation):
        return named.span
    return Span(named.span.start, named.span.start + len("packet ") + len(named.name))


def values_fit_their_fields(signature: Signature) -> Iterator[Diagnostic]:
    """A constant that a field compared with it cannot hold."""
    for expr in _expressions(signature):
        for part in walk(expr):
            if isinstance(part, Compare):
                left = part.first
                for operator, right in part.rest:
                    yield from _too_wide(left, operator, right)
                    yield from _too_wide(right, operator, left)
                    left = right


def _too_wide(side: Expr, operator: str, other: Expr) -> Iterator[Diagnostic]:
    if not isinstance(side, FieldRef) or FIELDS[side.name].kind not in (Kind.NUMBER, Kind.MOD32, Kind.BOOLEAN):
        return
    field = FIELDS[side.name]
    greatest = (1 << field.bits) - 1
    for item in other.items if isinstance(other, SetLiteral) else (other,):
        for value in (constant_of(end) for end in ((item.low, item.high) if isinstance(item, Range) else (item,))):
            if value is not None and not 0 <= value <= greatest:
                width = f"{field.bits} bit{'s' * (field.bits > 1)} (0 to {greatest:,})"
                message = f"{value} does not fit in `{field.name}`, which has {width}"
                yield fault("E300", message, item.span, help="the comparison always comes out the same")


def expressions_compile(signature: Signature) -> Iterator[Diagnostic]:
    """Regular expressions are RE2's: no look-around, no back-references, linear time."""
    for expr in _expressions(signature):
        for part in walk(expr):
            if isinstance(part, Regex):
                yield from _regex(part)


def _regex(expr: Regex) -> Iterator[Diagnostic]:
    import re2  # heavy, and few signatures need it

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.log_errors = False
    options.max_mem = 1 << 20
    try:
        re2.compile(expr.pattern.encode("latin-1", "replace"), options)
    except re2.error as error:
        told = error.args[0] if error.args else ""
        reason = told.decode("latin-1") if isinstance(told, bytes) else str(told)
        help_ = "RE2 syntax: no look-around and no back-references"
        yield fault("E304", f"not a regular expression: {reason}", expr.span, help=help_)


def patterns_can_match(signature: Signature) -> Iterator[Diagnostic]:
    """A pattern whose conditions contradict each other."""
    others = [diagnostic.span for rule in (types_fit, values_fit_their_fields) for diagnostic in rule(signature)]
    for pattern in signature.patterns:
        if any(pattern.span.start <= span.start < pattern.span.end for span in others):
            continue  # that is the reason, and told already
        found = contradiction(pattern.conditions)
        if found is not None:
            name, last, earlier = found
            told = _NEEDS.get(name, f"no value of `{name}` is left")
            labels = [Label(earlier.span, "because of this one")] if earlier is not None else []
            message = f"pattern `{pattern.name}` can never match: {told}"
            yield fault("E400", message, last.span, "this condition cannot hold", *labels)


_NEEDS = {
    "proto": "its conditions need different protocols",
    "ip.version": "its conditions need different versions of IP",
}


def patterns_are_small(signature: Signature) -> Iterator[Diagnostic]:
    """A pattern is matched as alternatives without `or`; their number grows with the product of the `or`s."""
    for pattern in signature.patterns:
        number = clauses_of(pattern)
        if number > MAX_CLAUSES:
            shown = f"{number:,}" if number < _COUNTLESS else "more than a million"
            message = (
                f"the `or`s of pattern `{pattern.name}` make {shown} combinations; at most {MAX_CLAUSES} are allowed"
            )
            help_ = "use a set (`dport in {21, 23}`), or split the pattern in two"
            yield fault("E902", message, _head(pattern), help=help_)


_COUNTLESS = 1_000_000


def keys_are_had(signature: Signature) -> Iterator[Diagnostic]:
    """A key field that a pattern's packets cannot have: they would never be observed."""
    if signature.event is None:
        return
    for part in signature.event.key:
        for ref in fields_of(part):
            for pattern in signature.patterns:
                if conflict(bounds_of_field(ref.name), pattern_bounds(pattern)):
                    message = f"key `{ref.name}` does not exist in packets of pattern `{pattern.name}`"
                    yield fault("E401", message, ref.span, "", Label(pattern.span, "these packets have none"))


def having_is_bounded(signature: Signature) -> Iterator[Diagnostic]:
    """Sets and windows count up to a constant, so that the memory of an episode is known beforehand."""
    if signature.event is None or signature.event.having is None:
        return
    bounded: set[int] = set()
    for part in walk(signature.event.having):
        if isinstance(part, Compare):
            yield from _comparison_bounds(part, bounded)
    for part in walk(signature.event.having):
        if isinstance(part, Call) and _collects(part) and id(part) not in bounded:
            help_ = "compare it with a constant: `distinct(dport) >= 5`"
            yield fault(
                "E402", f"`{part.name}` here has no bound", part.span, "how far to count is not known", help=help_
            )


def _comparison_bounds(part: Compare, bounded: set[int]) -> Iterator[Diagnostic]:
    sides = (part.first, *(right for _, right in part.rest))
    for index, side in enumerate(sides):
        if not (isinstance(side, Call) and _collects(side)):
            continue
        beside = [sides[at] for at in (index - 1, index + 1) if 0 <= at < len(sides)]
        values = [constant_of(other) for other in beside]
        limits = [value for value in values if value is not None]
        if len(limits) == len(values):
            bounded.add(id(side))
        if any(limit > MAX_REACH for limit in limits):
            message = f"`{side.name}` counts to {MAX_REACH:,} at most"
            yield fault("E402", message, part.span, help="a lower number tells the same story")


def _collects(call: Call) -> bool:
    return call.name == "distinct" or call.name == "count" and len(call.args) == 2


def conditions_can_hold(signature: Signature) -> Iterator[Diagnostic]:
    """A comparison that comes out false whatever the packets are, judged by the ranges of its sides."""
    for expr in _expressions(signature):
        for part in walk(expr):
            if isinstance(part, Compare) and not any(isinstance(side, FieldRef) for side in children(part)):
                left = part.first
                for operator, right in part.rest:
                    if never(type_of(left), operator, type_of(right)):
                        yield fault("E403", f"this can never hold: {_ranges(left, right)}", part.span)
                    left = right


def _ranges(left: Expr, right: Expr) -> str:
    shown = (
        f"the {side} side is {kind.low:,}"
        if kind.low == kind.high
        else f"the {side} side is {kind.low:,} to {kind.high:,}"
        for side, kind in (("left", type_of(left)), ("right", type_of(right)))
    )
    return ", ".join(shown)


def having_is_about_episodes(signature: Signature) -> Iterator[Diagnostic]:
    """A field stands in `having` only within a function: an episode has many packets."""
    if signature.event is None or signature.event.having is None:
        return
    within = {id(ref) for part in walk(signature.event.having) if isinstance(part, Call) for ref in fields_of(part)}
    for ref in fields_of(signature.event.having):
        if id(ref) not in within:
            message = f"`{ref.name}` is a field of one packet, and `having` is about all packets of an episode"
            help_ = f"say which: `min({ref.name})`, `max({ref.name})`, `distinct({ref.name})`, `constant({ref.name})`"
            yield fault("E203", message, ref.span, help=help_)


def reader_is_served(signature: Signature) -> Iterator[Diagnostic]:
    """What a curated signature owes its reader: a bottom line, a trace that matches, a near miss."""
    if signature.internal:
        return
    if signature.section("bottom-line") is None:
        help_ = 'analysis { bottom-line "what this is, in a sentence or two" }'
        yield fault("W600", f"`{signature.slug}` has no bottom line", heading_span(signature), help=help_)
    if not any(trace.expect == "match" for trace in signature.traces):
        help_ = 'trace "where from" observed expect match """ tcpdump lines """'
        yield fault("W601", f"no trace shows that `{signature.slug}` matches", heading_span(signature), help=help_)
    if not any(trace.expect == "no-match" for trace in signature.traces):
        help_ = 'trace "differs in one thing" synthetic expect no-match """ tcpdump lines """'
        yield fault(
            "W602", f"no near miss shows what `{signature.slug}` leaves alone", heading_span(signature), help=help_
        )


def _expressions(signature: Signature) -> Sequence[Expr]:
    having = signature.event.having if signature.event is not None else None
    return (
        *(expr for pattern in signature.patterns for expr in pattern.conditions),
        *(signature.event.key if signature.event is not None else ()),
        *((having,) if having is not None else ()),
    )


_RULES: tuple[Rule, ...] = (
    types_fit, names_are_distinct, expressions_compile, values_fit_their_fields, patterns_can_match, keys_are_had,
    patterns_are_small, having_is_about_episodes,
    having_is_bounded, conditions_can_hold, reader_is_served, redundant_conditions, foregone_conclusions,
)  # fmt: skip
