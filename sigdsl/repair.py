"""Apply what repairs faults with certainty: a file's text in, the repaired text in canonical form out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sigdsl.diagnostics import Diagnostic, Edit
from sigdsl.format import format_text
from sigdsl.load import Loaded, load_texts
from sigdsl.model import Signature, Span

__all__ = ["Repaired", "edited", "exact", "repair_text"]

_ROUNDS: Final = 20  # a repair may make room for another one
_TRIED: Final = 200  # repairs of one round that are tried one by one

_AND_BEFORE = re.compile(r"\band\s*\Z")
_AND_AFTER = re.compile(r"\s*and\b\s*")


@dataclass(frozen=True, slots=True)
class Repaired:
    """The repaired text and the faults that are gone from it. Without any, the text is the one that was given."""

    text: str
    faults: tuple[Diagnostic, ...]


def repair_text(text: str, path: str = "(text)", known: Iterable[Signature] = ()) -> Repaired:
    """The text without the faults whose repair is certain. A text with faults of syntax is returned as it is.

    Each repair is tried: one after which there would be a new error is left out. Repairing twice gives what repairing
    once gives.
    """
    known = tuple(known)
    done: list[Diagnostic] = []
    now = text
    for _ in range(_ROUNDS):
        loaded = load_texts([(path, now)], known, advice=False)
        wanted = [each for each in loaded.diagnostics if each.repair is not None and each.repair.certain]
        canonical = format_text(now)[0]
        if not wanted or canonical is None:
            break
        after, applied = _applied(loaded.texts[path], wanted, loaded, known)
        if not applied and canonical == now:
            break
        now = after if applied else canonical  # without needless brackets more can be repaired
        done.extend(applied)
    if not done:
        return Repaired(text, ())
    return Repaired(format_text(now)[0] or now, tuple(done))


def _applied(
    text: str, wanted: Sequence[Diagnostic], before: Loaded, known: tuple[Signature, ...]
) -> tuple[str, list[Diagnostic]]:
    """All repairs at once, or where that makes a new fault, those that make none one by one."""
    chosen = _apart(wanted)
    after = edited(text, _edits(chosen))
    if not _is_worse(after, before, known):
        return after, chosen
    kept: list[Diagnostic] = []
    for diagnostic in chosen[:_TRIED]:
        if not _is_worse(edited(text, _edits([*kept, diagnostic])), before, known):
            kept.append(diagnostic)
    return edited(text, _edits(kept)), kept


def _apart(wanted: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Repairs that do not touch each other's text; the others get their turn in the next round."""
    chosen: list[Diagnostic] = []
    end = -1
    for diagnostic in sorted(wanted, key=lambda each: _reach(each).start):
        reach = _reach(diagnostic)
        if reach.start > end:
            chosen.append(diagnostic)
            end = reach.end
    return chosen


def _reach(diagnostic: Diagnostic) -> Span:
    spans = [edit.span for edit in _edits([diagnostic])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _edits(diagnostics: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for each in diagnostics if each.repair is not None for edit in each.repair.edits]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits carried out that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        span = exact(edit, text).span
        text = text[: span.start] + edit.text + text[span.end :]
    return text


def exact(edit: Edit, text: str) -> Edit:
    """The edit with all that goes: with an operand of `and`, that `and` as well."""
    if edit.text:
        return edit
    return Edit(Span(*_with_its_and(text, edit.span.start, edit.span.end)))


def _with_its_and(text: str, start: int, end: int) -> tuple[int, int]:
    """What goes with an operand of `and`: the `and` before it, or else the one after it."""
    before = _AND_BEFORE.search(text, max(0, start - 200), start)
    if before is not None:
        return before.start(), end
    after = _AND_AFTER.match(text, end)
    return (start, after.end()) if after is not None else (start, end)


def _is_worse(text: str, before: Loaded, known: tuple[Signature, ...]) -> bool:
    """Whether a text has an error of a kind that it had not, or more of it."""
    path = next(iter(before.texts))
    after = load_texts([(path, text)], known, advice=False)
    more = Counter(each.code for each in after.errors) - Counter(each.code for each in before.errors)
    return bool(more)
