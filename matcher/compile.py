"""The compiler: resolved signatures to a Program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter

from matcher.clauses import TooManyClauses, conjunctions
from matcher.intervals import networks_intervals
from matcher.lower import Formula, Join, lower
from matcher.program import (
    AggregateSpec,
    Clause,
    KeyPart,
    PatternProgram,
    Program,
    ProgramError,
    SignatureProgram,
    Test,
)
from matcher.reach import reaches
from matcher.specificity import Specificity
from matcher.stack import Code, compile_value, swap_ends
from matcher.values import MOD32
from sigdsl.fields import Kind
from sigdsl.format_expr import format_expr
from sigdsl.intervals import Intervals
from sigdsl.model import Call, Duration, EventRule, Expr, FieldRef, Network, PacketPattern, PatternRef, Signature
from sigdsl.types import constant_of, type_of
from sigdsl.walk import fields_of, walk

__all__ = ["compile_signatures"]


def compile_signatures(signatures: Iterable[Signature], home: Sequence[Network] | None = None) -> Program:
    """Turn resolved and checked signatures into a program.

    Args:
        signatures: In any order; the program is the same. What one observes must be among them.
        home: The user's own networks. None: not given, and what asks for them is unknown.

    Raises:
        ProgramError: a signature cannot be compiled; it names the signature and says why.
    """
    ordered = sorted(signatures, key=lambda signature: signature.slug)
    return _Compiler(ordered, networks_intervals(home) if home is not None else None).program()


class _Compiler:
    """Tables under construction."""

    def __init__(self, signatures: list[Signature], home: Intervals | None) -> None:
        self.signatures = signatures
        self.home = home
        self.numbers = {signature.slug: number for number, signature in enumerate(signatures)}
        self.formulas: dict[Expr, Formula] = {}  # many signatures ask the same of a packet
        self.tests: dict[Test, int] = {}
        self.clauses: list[Clause] = []
        self.patterns: list[PatternProgram] = []

    def program(self) -> Program:
        order = self._order()
        for number, signature in enumerate(self.signatures):
            self._compile_patterns(number, signature)
        seen_by = self._seen_by(order)
        done: dict[int, SignatureProgram] = {}
        for number in order:
            done[number] = self._signature(self.signatures[number], seen_by[number], done)
        return Program(
            tests=tuple(self.tests),
            clauses=tuple(self.clauses),
            patterns=tuple(self.patterns),
            signatures=tuple(done[number] for number in range(len(self.signatures))),
            order=order,
            home=self.home,
        )

    def _order(self) -> tuple[int, ...]:
        """Observed signatures before those that observe them."""
        if len(self.numbers) < len(self.signatures):
            slugs = [signature.slug for signature in self.signatures]
            twice = next(slug for slug in slugs if slugs.count(slug) > 1)
            raise ProgramError(twice, "there are two signatures of this name")
        sorter: TopologicalSorter[int] = TopologicalSorter()
        for number, signature in enumerate(self.signatures):
            sorter.add(number, *(self._observed(signature, watched.signature) for watched in signature.observes))
        try:
            return tuple(sorter.static_order())
        except CycleError as error:
            circle = [self.signatures[number].slug for number in error.args[1]]
            raise ProgramError(circle[0], "observes itself: " + " -> ".join(circle)) from error

    def _observed(self, signature: Signature, slug: str) -> int:
        if slug not in self.numbers:
            raise ProgramError(signature.slug, f"observes `{slug}`, which is not here")
        return self.numbers[slug]

    def _seen_by(self, order: tuple[int, ...]) -> dict[int, int]:
        """For each signature, the bits of itself and of all that observe it, directly or not."""
        seen_by = {number: 1 << number for number in order}
        for number in reversed(order):
            for watched in self.signatures[number].observes:
                seen_by[self.numbers[watched.signature]] |= seen_by[number]
        return seen_by

    def _compile_patterns(self, number: int, signature: Signature) -> None:
        for at, pattern in enumerate(signature.patterns):
            try:
                clauses = conjunctions(Join(True, tuple(map(self._formula, pattern.conditions))))
            except TooManyClauses as error:
                raise ProgramError(signature.slug, f"packet {pattern.name}: {error}") from error
            except ValueError as error:
                raise ProgramError(signature.slug, f"packet {pattern.name}: {error}") from error
            for clause in clauses:
                true = tuple(self._test(literal.test) for literal in clause if literal.positive)
                false = tuple(self._test(literal.test) for literal in clause if not literal.positive)
                self.clauses.append(Clause(len(self.patterns), true, false))
            self.patterns.append(PatternProgram(number, pattern.name, 1 << at))

    def _formula(self, condition: Expr) -> Formula:
        formula = self.formulas.get(condition)
        if formula is None:
            formula = self.formulas[condition] = lower(condition, self.home)
        return formula

    def _test(self, test: Test) -> int:
        return self.tests.setdefault(test, len(self.tests))

    def _signature(self, signature: Signature, seen_by: int, done: dict[int, SignatureProgram]) -> SignatureProgram:
        rule = signature.event
        if rule is None:
            raise ProgramError(signature.slug, "has no `event`")
        names = tuple(pattern.name for pattern in signature.patterns)
        names += tuple(watched.name for watched in signature.observes)
        observes = tuple(
            (self.numbers[watched.signature], 1 << at)
            for at, watched in enumerate(signature.observes, len(signature.patterns))
        )
        observed = tuple((names[bit.bit_length() - 1], done[child].bits) for child, bit in observes)
        try:
            aggregates, measures = _aggregates(rule, names, _marked(signature.patterns, "from_responder"))
            key = tuple(_key_part(part) for part in rule.key)
        except ValueError as error:
            raise ProgramError(signature.slug, str(error)) from error
        return SignatureProgram(
            slug=signature.slug,
            version=signature.version,
            internal=signature.internal,
            gap_ns=rule.gap.ns,
            key=key,
            names=names,
            responders=_marked(signature.patterns, "from_responder"),
            solicits=_marked(signature.patterns, "solicits"),
            observes=observes,
            seen_by=seen_by,
            aggregates=aggregates,
            having=rule.having,
            having_text=format_expr(rule.having) if rule.having is not None else "",
            measures=measures,
            specificity=Specificity(signature.patterns, observed, rule),
        )


def _marked(patterns: tuple[PacketPattern, ...], mark: str) -> int:
    return sum(1 << at for at, pattern in enumerate(patterns) if getattr(pattern, mark))


def _key_part(expr: Expr) -> KeyPart:
    if isinstance(expr, FieldRef) and expr.of is None:
        return _plain_key_part(expr.name)
    return _new_key_part(expr)


@cache
def _plain_key_part(name: str) -> KeyPart:
    return _new_key_part(FieldRef(name))


def _new_key_part(expr: Expr) -> KeyPart:
    code = compile_value(expr, raw=True)
    names = frozenset(field.name for field in fields_of(expr))
    return KeyPart(format_expr(expr), code, swap_ends(code), names)


# --- aggregates ---------------------------------------------------------------------------------------------------


def _aggregates(
    rule: EventRule, names: tuple[str, ...], responders: int
) -> tuple[tuple[AggregateSpec, ...], dict[Call, int]]:
    """What is kept of an episode, and where each call of `having` finds its value."""
    specs = [AggregateSpec("count", f"count({name})", 1 << at) for at, name in enumerate(names)]
    measures: dict[Call, int] = {}
    reach = reaches(rule.having)
    for call in walk(rule.having) if rule.having is not None else ():
        if isinstance(call, Call) and call not in measures:
            spec = _spec(call, names, responders, *reach.get(call, (0, True)))
            if spec not in specs:
                specs.append(spec)
            measures[call] = specs.index(spec)
    return tuple(specs), measures


def _spec(call: Call, names: tuple[str, ...], responders: int, reach: int, decided: bool) -> AggregateSpec:
    over, argument = (*call.args, None, None)[:2]
    expr = None if over is None or isinstance(over, PatternRef) else over
    return AggregateSpec(
        kind=call.name,
        text=format_expr(call),
        scope=_scope(over, names, responders),
        code=_value_code(expr) if expr is not None else None,
        window_ns=argument.ns if isinstance(argument, Duration) else 0,
        modulus=_modulus(expr, argument) if call.name in ("step", "missing") else 0,
        reach=reach,
        decided=decided,
    )


def _value_code(expr: Expr) -> Code:
    return compile_value(expr, raw=True)


def _scope(over: Expr | None, names: tuple[str, ...], responders: int) -> int:
    """The patterns that an aggregate takes: one, or all; of values, all that are not answers (unless all are)."""
    everything = (1 << len(names)) - 1
    if over is None:
        return everything
    if isinstance(over, PatternRef):
        return 1 << names.index(over.name)
    owners = {field.of for field in fields_of(over) if field.of is not None}
    if len(owners) > 1:
        raise ValueError("fields of different patterns in one expression")
    for owner in owners:
        return 1 << names.index(owner)
    return everything & ~responders or everything


def _modulus(expr: Expr | None, argument: Expr | None) -> int:
    if argument is not None:
        return constant_of(argument) or 0
    return MOD32 if expr is not None and type_of(expr).kind is Kind.MOD32 else 0


