"""Which signatures a few values could belong to: "ttl 241, win 4128, id 0: what was that?".

The database finds and ranks the candidates by the tests of single fields, through an index, however many signatures
there are. What is shown of the few that lead is then worked out exactly, with all that a pattern says (`or`, `not`,
relations between fields), on the signatures' models.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from kb.conditions import single_tests
from kb.connection import opened
from kb.constants import V6
from kb.errors import QuestionError
from kb.given import ENVELOPE, Given, Kinds, Value, implied, read_given
from kb.models import decoded
from kb.truth import every, truth_of
from sigdsl.fields import FIELDS, OPTION_KINDS
from sigdsl.format_expr import format_expr
from sigdsl.model import PacketPattern, Unary
from sigdsl.walk import fields_of

__all__ = ["Consistent", "ConsistentPattern", "ConsistentSignature", "consistent"]

MOST = 1_000  # signatures in one answer


@dataclass(frozen=True, slots=True)
class ConsistentPattern:
    """A packet pattern that the values do not contradict, with its conditions by what the values say of them.

    Attributes:
        name: The pattern.
        satisfied: They hold.
        undecided: They concern a value given, and hold for a part of the range, or with something that is not given.
        not_shown: They concern only what is not given.
        contradicted: They do not hold, and need not: they are one side of an `or`.
        bits: Bits of coincidence of the conditions that hold.
        silent: None of the conditions asks for a field given.
    """

    name: str
    satisfied: tuple[str, ...]
    undecided: tuple[str, ...]
    not_shown: tuple[str, ...]
    contradicted: tuple[str, ...]
    bits: float
    silent: bool


@dataclass(frozen=True, slots=True)
class ConsistentSignature:
    """A signature that a packet with these values could belong to.

    Attributes:
        slug: Its name; `title`, `category`, `verdict`, `confidence` and `bottom_line` are the signature's.
        internal: It exists to be observed by others, and is never reported itself.
        specificity_bits: Bits of coincidence that a whole match would take; None where that was not worked out.
        bits: How many of them the values given account for: those of its first pattern.
        silent: It asks for none of the fields given.
        patterns: Its packet patterns that are not contradicted, those that ask for a field given first, then by bits.
    """

    slug: str
    title: str
    category: str
    verdict: str
    confidence: str
    bottom_line: str | None
    internal: bool
    specificity_bits: float | None
    bits: float
    silent: bool
    patterns: tuple[ConsistentPattern, ...]


@dataclass(frozen=True, slots=True)
class Consistent:
    """The answer.

    Attributes:
        given: The values asked for.
        signatures: Those that are consistent, most specific first: by the bits that the values account for, then by
            the bits of the whole signature.
        more: There are more than were asked for.
        contradicted: How many signatures one of the values rules out.
    """

    given: tuple[Given, ...]
    signatures: tuple[ConsistentSignature, ...]
    more: bool
    contradicted: int


def consistent(path: str | Path, given: Iterable[str], *, limit: int = 20, silent: bool = False) -> Consistent:
    """The signatures that have a packet pattern which asks for a field given, and which no value contradicts.

    Args:
        path: The knowledge base.
        given: `FIELD=VALUE` texts, as `kb.given.read_given` takes them.
        limit: The most signatures to return, up to 1,000.
        silent: Return those too that ask for none of the fields given, after the others.

    Raises:
        QuestionError: A text is no field with a value that it can hold, or there is none.
        KnowledgeBaseError: `path` is no knowledge base that can be read.
    """
    values = read_given(given)
    if not values:
        raise QuestionError("nothing is asked for: give at least one FIELD=VALUE")
    question = _Question.of(values)
    limit = max(1, min(limit, MOST))
    with opened(path) as connection:
        candidates, contradicted = _candidates(connection, question, silent)
        answers = (_worked_out(path, connection, slug, question) for slug in candidates)
        wanted = (answer for answer in answers if answer is not None and (silent or not answer.silent))
        found = list(islice(wanted, limit + 1))
    found.sort(key=lambda one: (one.silent, -one.bits, -(one.specificity_bits or 0.0), one.slug))
    return Consistent(values, tuple(found[:limit]), len(found) > limit, contradicted)


@dataclass(frozen=True, slots=True)
class _Question:
    """`known`: the values given and what follows from them. `asked`: their fields, without those of the envelope."""

    known: dict[str, Value]
    asked: frozenset[str]

    @staticmethod
    def of(given: tuple[Given, ...]) -> _Question:
        stated = {each.field: each.value for each in given}
        known = implied(given) | stated
        return _Question(known, frozenset(name for name in known if name in stated or name not in ENVELOPE))


# --- ranking ---------------------------------------------------------------------------------------------------------

# How a row of a test lies to a value: 2 all of the value is in it, 0 nothing, 1 a part, or it cannot be told.
_FIT = """CASE
    WHEN tested.mask IS NOT NULL THEN
        CASE WHEN given.low < given.high THEN 1
            ELSE 2 * ((given.low & tested.mask) BETWEEN tested.low AND tested.high) END
    WHEN tested.low IS NOT NULL THEN
        CASE WHEN given.low6 IS NOT NULL THEN 0 WHEN given.low IS NULL THEN 1
            WHEN given.low >= tested.low AND given.high <= tested.high THEN 2
            ELSE given.low <= tested.high AND given.high >= tested.low END
    WHEN tested.low6 IS NOT NULL THEN
        CASE WHEN given.low6 IS NULL THEN 0
            WHEN given.low6 >= tested.low6 AND given.high6 <= tested.high6 THEN 2
            ELSE given.low6 <= tested.high6 AND given.high6 >= tested.low6 END
    ELSE 1 + (tested.value IS NOT NULL AND lower(tested.value) = given.text) END"""

# Tests, from the rows of the fields asked for; then patterns; then signatures. A test that excludes holds when no row
# of it fits, one that does not when one does.
_RANKED = f"""
WITH tests AS (
    SELECT tested.signature, tested.pattern, tested.required, tested.excludes, max(tested.bits) AS bits,
        max(max({_FIT}, given.open)) AS fit
    FROM given CROSS JOIN pattern_fields AS tested ON tested.field = given.field
    WHERE given.asked AND tested.pattern IS NOT NULL
    GROUP BY tested.field, tested.pattern, tested.test -- as the index has them
), spoken AS (
    SELECT signature, max(required AND fit = CASE WHEN excludes THEN 2 ELSE 0 END) AS contradicted,
        sum(CASE WHEN fit = CASE WHEN excludes THEN 0 ELSE 2 END THEN bits ELSE 0 END) AS bits
    FROM tests GROUP BY pattern
)
SELECT signature, max(CASE WHEN contradicted THEN NULL ELSE bits END) AS bits
FROM spoken JOIN signatures ON slug = signature
GROUP BY signature
ORDER BY bits DESC, specificity_bits DESC, signature
"""
# Signatures that are not among these, most specific first, without those that are of another protocol.
_SILENT = """
SELECT slug FROM signatures
WHERE EXISTS (
    SELECT 1 FROM patterns WHERE patterns.signature = slug AND NOT EXISTS (
        SELECT 1 FROM given JOIN pattern_fields AS tested ON tested.field = given.field
        WHERE tested.pattern = patterns.id AND tested.required AND tested.operator = 'is' AND given.low <> tested.low))
ORDER BY specificity_bits DESC, slug
"""


def _candidates(connection: sqlite3.Connection, question: _Question, silent: bool) -> tuple[Iterable[str], int]:
    """The signatures that may be consistent, best first; and how many are ruled out."""
    connection.execute("CREATE TEMP TABLE given (field, low, high, low6, high6, text, open, asked)")
    rows = [row for field, value in question.known.items() for row in _rows(field, value, field in question.asked)]
    connection.executemany("INSERT INTO given VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    ranked = dict(connection.execute(_RANKED).fetchall())
    speaking = [slug for slug, bits in ranked.items() if bits is not None]
    others = (slug for (slug,) in connection.execute(_SILENT) if slug not in ranked) if silent else ()
    return chain(speaking, others), len(ranked) - len(speaking)


def _rows(field: str, value: Value, asked: bool) -> Iterator[tuple[Any, ...]]:
    """A value as rows that tests are compared with. Where it is `open`, what does not fit is not ruled out by that."""
    match value:
        case bytes():
            yield field, None, None, None, None, None, 1, asked
        case Kinds(listed=listed, whole=whole):
            names = {number: name for name, number in OPTION_KINDS.items()}
            text = f"[{', '.join(names.get(kind, str(kind)) for kind in listed)}]" if whole else None
            for kind in listed or (None,):
                yield field, kind, kind, None, None, text, not whole, asked
        case (low, high) if low >= V6:
            yield field, None, None, f"{low - V6:032x}", f"{high - V6:032x}", None, 0, asked
        case (low, high):
            yield field, low, high, None, None, None, 0, asked


# --- working out -----------------------------------------------------------------------------------------------------


def _worked_out(
    path: str | Path, connection: sqlite3.Connection, slug: str, question: _Question
) -> ConsistentSignature | None:
    """What the values say of each pattern of a signature; None when they contradict all of them."""
    row = connection.execute(
        """SELECT slug, title, coalesce(category, '') AS category, verdict, confidence, bottom_line, internal,
               specificity_bits, model
           FROM signatures JOIN models ON models.signature = slug WHERE slug = ?""",
        [slug],
    ).fetchone()
    signature = decoded(path, slug, row["model"])
    weights = _weights(connection, slug)
    patterns = [
        one
        for pattern in signature.patterns
        if (one := _of_pattern(pattern, weights.get(pattern.name, {}), question)) is not None
    ]
    if not patterns:
        return None
    patterns.sort(key=lambda one: (one.silent, -one.bits))
    about = {key: row[key] for key in row.keys() if key not in ("model", "internal")}  # noqa: SIM118 - a sqlite3.Row
    best = patterns[0]
    return ConsistentSignature(
        **about, internal=bool(row["internal"]), bits=best.bits, silent=best.silent, patterns=tuple(patterns)
    )


_Weights = dict[int, tuple[float, str | None]]  # of a test by its number: its bits, and its field when it has one alone


def _weights(connection: sqlite3.Connection, slug: str) -> dict[str, _Weights]:
    """The tests of each packet pattern of a signature."""
    found: dict[str, _Weights] = {}
    for name, test, bits, field, fields in connection.execute(
        """SELECT patterns.name, test, max(bits), min(field), count(DISTINCT field)
           FROM patterns JOIN pattern_fields ON pattern = patterns.id
           WHERE patterns.signature = ? GROUP BY patterns.id, test""",
        [slug],
    ):
        found.setdefault(name, {})[test] = (bits, field if fields == 1 else None)
    return found


def _of_pattern(pattern: PacketPattern, weights: _Weights, question: _Question) -> ConsistentPattern | None:
    """What the values say of a pattern; None where they contradict it."""
    if every(truth_of(condition, question.known) for condition in pattern.conditions) is False:
        return None
    tests = [test for condition in pattern.conditions for test in single_tests(condition)]
    told: dict[str, list[str]] = {kind: [] for kind in ("satisfied", "undecided", "not_shown", "contradicted")}
    holding: list[int] = []
    for number, (test, refused, _) in enumerate(tests):
        stated = Unary("not", test) if refused else test
        truth, names = truth_of(stated, question.known), {field.name for field in fields_of(test)}
        if truth is None:
            kind = "undecided" if names & question.asked else "not_shown"
        else:
            kind = "satisfied" if truth else "contradicted"
        told[kind].append(format_expr(stated))
        if truth:
            holding.append(number)
    silent = not any(field.name in question.asked for test, *_ in tests for field in fields_of(test))
    lists = {kind: tuple(dict.fromkeys(texts)) for kind, texts in told.items()}
    return ConsistentPattern(pattern.name, **lists, bits=_sum(holding, weights), silent=silent)


def _sum(tests: list[int], weights: _Weights) -> float:
    """The bits of tests together, in whole bits a field: its tests count no more than it can surprise."""
    by_field: dict[str, float] = {}
    for number in tests:
        bits, field = weights.get(number, (0.0, None))
        name = field or f"test {number}"
        most = float(FIELDS[field].surprise) if field else bits
        by_field[name] = min(by_field.get(name, 0.0) + bits, most)
    return float(sum(map(round, by_field.values())))
