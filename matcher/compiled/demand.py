"""Which observations can matter: a program's keys and needs as arrays for the surveying kernel.

See `matcher.compiled.survey` for what is done with them, and why that changes no result.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from matcher.compiled.columns import Layout
from matcher.compiled.necessity import Need, needs
from matcher.program import Program, SignatureProgram
from matcher.stack import Code
from sigdsl.fields import FIELDS, Kind

__all__ = ["DESTINATION", "SOURCE", "Demands", "build_demands", "observers"]

Ints = npt.NDArray[np.int64]
SOURCE, DESTINATION = -1, -2  # in place of a column: the address, of either version
_MOST_NAMES: Final = 8  # observations of a signature that an entry counts, a byte each


class Demands(NamedTuple):
    """Arrays, so that one compiled kernel serves every program.

    Attributes:
        patterns: int64[patterns, 3]: signature, number of the observation in it, whether it is `from responder`.
        signatures: int64[signatures, 4]: whether it is surveyed (0: every observation matters), gap in ns, whether any
            of its keys may have events that it observes, whether it is observed.
        keys: int64[signatures + 1]: where a signature's part of `parts` begins.
        parts: int64[n, 2]: the column of a part of the key, and the one for an answer; or `SOURCE`, `DESTINATION`.
        terms: int64[signatures + 1]: where its part of `nones` begins.
        nones: int64[n, 2]: bits that must not be observed; where the term's part of `least` begins.
        least: int64[n, 2]: bits, and how many observations of them at least.
        parents: int64[signatures + 1]: where its part of `marks` begins.
        marks: int64[]: signatures that observe it and are surveyed.
        delays: int64[signatures]: how long an observation waits for observed signatures, at most; ns.
    """

    patterns: Ints
    signatures: Ints
    keys: Ints
    parts: Ints
    terms: Ints
    nones: Ints
    least: Ints
    parents: Ints
    marks: Ints
    delays: Ints


def build_demands(program: Program, layout: Layout) -> Demands:
    """What the surveying kernel needs to know of a program."""
    slots = {name: number for number, name in enumerate(layout.names)}
    keys = [_parts(signature, slots) for signature in program.signatures]
    surveyed = [key is not None and len(program.signatures[at].names) <= _MOST_NAMES for at, key in enumerate(keys)]
    seen_by = observers(program)
    marks = [_marks(program, number, seen_by.get(number, ()), surveyed) for number in range(len(surveyed))]
    marked = {(child, parent) for child, parents in enumerate(marks) for parent in parents}
    patterns = [
        (each.signature, each.bit.bit_length() - 1, int(_is_answer(program, each.signature, each.bit)))
        for each in program.patterns
    ]
    signatures = [
        (
            int(surveyed[number]),
            signature.gap_ns,
            int(any((child, number) not in marked for child, _ in signature.observes)),
            int(number in seen_by),
        )
        for number, signature in enumerate(program.signatures)
    ]
    terms = [needs(signature) for signature in program.signatures]
    return Demands(
        _table(patterns, 3),
        _table(signatures, 4),
        _starts([key or () for key in keys]),
        _table([part for key in keys for part in key or ()], 2),
        _starts(terms),
        *_terms([term for group in terms for term in group]),
        _starts(marks),
        np.array([parent for group in marks for parent in group], np.int64),
        np.array([_delay(program, number) for number in range(len(surveyed))], np.int64),
    )  # fmt: skip


def _is_answer(program: Program, signature: int, bit: int) -> bool:
    return bool(program.signatures[signature].responders & bit)


def _table(rows: Sequence[tuple[int, ...]], width: int) -> Ints:
    return np.array(rows, np.int64).reshape(-1, width)


def _starts(groups: list[tuple[tuple[int, ...], ...]] | list[tuple[Need, ...]] | list[tuple[int, ...]]) -> Ints:
    return np.concatenate([[0], np.cumsum([len(group) for group in groups])]).astype(np.int64)


def _terms(terms: list[Need]) -> tuple[Ints, Ints]:
    nones: list[tuple[int, ...]] = []
    least: list[tuple[int, ...]] = []
    for term in terms:
        nones.append((term.none, len(least)))
        least += sorted(term.least)
    return _table([*nones, (0, len(least))], 2), _table(least, 2)


def _parts(signature: SignatureProgram, slots: dict[str, int]) -> tuple[tuple[int, ...], ...] | None:
    """The columns of a key; None where a part is no plain number or address."""
    found = [(_column(part.code, slots), _column(part.swapped, slots)) for part in signature.key]
    return None if any(None in part for part in found) else tuple(part for part in found if None not in part)  # type: ignore[misc]


def _column(code: Code, slots: dict[str, int]) -> int | None:
    if len(code.steps) != 1 or not code.loads:
        return None
    name = code.loads[0][0]
    if name in ("src", "dst"):
        return SOURCE if name == "src" else DESTINATION
    if name not in slots or FIELDS[name].kind in (Kind.BYTES, Kind.OPTIONS, Kind.ADDRESS):
        return None
    return slots[name]


def observers(program: Program) -> dict[int, tuple[int, ...]]:
    """For each observed signature, those that observe it."""
    found: dict[int, tuple[int, ...]] = {}
    for number, signature in enumerate(program.signatures):
        for child in dict.fromkeys(child for child, _ in signature.observes):
            found[child] = (*found.get(child, ()), number)
    return found


def _marks(program: Program, child: int, parents: tuple[int, ...], surveyed: list[bool]) -> tuple[int, ...]:
    """The observing signatures whose keys follow from this one's, so that its possible events name theirs.

    An event has the fields of a packet of its episode, with the ends swapped where that is an answer: the parts of
    the key, which all packets of the episode share, have the same values there.
    """
    signature = program.signatures[child]
    if signature.observes or not surveyed[child]:
        return ()
    own = {part.text for part in signature.key}
    return tuple(
        number
        for number in parents
        if surveyed[number] and {part.text for part in program.signatures[number].key} <= own
    )


def _delay(program: Program, number: int) -> int:
    """How long an observation is held back at most, until everything observed has closed."""
    signature = program.signatures[number]
    waits = (program.signatures[child].gap_ns + _delay(program, child) for child, _ in signature.observes)
    return max(waits, default=0)
