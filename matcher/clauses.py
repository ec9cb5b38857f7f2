"""Disjunctive form: a pattern as a bounded number of conjunctions of literals."""

from __future__ import annotations

from matcher.lower import Formula, Join, Literal
from sigdsl.limits import MAX_CLAUSES

__all__ = ["Conjunction", "TooManyClauses", "conjunctions"]

Conjunction = tuple[Literal, ...]


class TooManyClauses(ValueError):
    """A condition that expands to more conjunctions than are allowed."""


def conjunctions(formula: Formula) -> tuple[Conjunction, ...]:
    """The conjunctions of which one must hold; none when the formula never does, an empty one when it always does.

    Raises:
        TooManyClauses: there would be more than `MAX_CLAUSES`.
    """
    return tuple(tuple(clause) for clause in _without_implied(_expand(formula)))


def _expand(formula: Formula) -> list[dict[Literal, None]]:
    """Conjunctions as ordered sets of literals."""
    if isinstance(formula, Literal):
        return [{formula: None}]
    if not formula.every:
        return _limited([clause for part in formula.parts for clause in _expand(part)])
    literals = _leading_literals(formula)
    product = _limited([dict.fromkeys(literals)])  # of most patterns this is all
    for part in [_expand(part) for part in formula.parts[len(literals) :]]:
        if len(product) * len(part) > MAX_CLAUSES * MAX_CLAUSES:
            raise TooManyClauses(_message())
        product = _limited([left | right for left in product for right in part])
    return product


def _leading_literals(formula: Join) -> list[Literal]:
    found: list[Literal] = []
    for part in formula.parts:
        if not isinstance(part, Literal):
            break
        found.append(part)
    return found


def _limited(clauses: list[dict[Literal, None]]) -> list[dict[Literal, None]]:
    """Without repetitions and without what contradicts itself."""
    if len(clauses) == 1:
        return [] if _contradicts(clauses[0]) else clauses
    kept = {frozenset(clause): clause for clause in clauses if not _contradicts(clause)}
    if len(kept) > MAX_CLAUSES:
        raise TooManyClauses(_message())
    return list(kept.values())


def _message() -> str:
    return f"expands to more than {MAX_CLAUSES} alternatives"


def _contradicts(clause: dict[Literal, None]) -> bool:
    return any(not literal.positive and Literal(literal.test) in clause for literal in clause)


def _without_implied(clauses: list[dict[Literal, None]]) -> list[dict[Literal, None]]:
    """Without conjunctions that ask everything that another one asks, and more."""
    if len(clauses) < 2:
        return clauses
    keys = [frozenset(clause) for clause in clauses]
    return [clause for clause, key in zip(clauses, keys, strict=True) if not any(other < key for other in keys)]
