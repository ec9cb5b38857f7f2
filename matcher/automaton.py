"""Regular expressions as tables that a kernel can follow: one look-up a byte.

RE2 decides what an expression means; this knows the part of its syntax that signatures use (bytes, classes, groups,
alternatives, repetitions, the beginning of the text) and leaves the rest to RE2. The subset construction of Rabin and
Scott (1959) may grow without measure for what a stranger writes, so that it has a budget.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

__all__ = ["ACCEPTED", "DEAD", "START", "Automaton", "CannotBuild", "build_automaton", "shortest_match"]

DEAD, ACCEPTED, START = 0, 1, 2  # numbers of states

_EVERY: Final = (1 << 256) - 1
_NEWLINE: Final = 1 << 10
_MOST_REPEATS: Final = 1000  # RE2's own limit
_MOST_PARTS: Final = 2_000  # of an expression, repetitions written out
_MOST_STATES: Final = 1_000
_MOST_WORK: Final = 300_000  # parts looked at while states are made: well below a second


class CannotBuild(ValueError):
    """Not of the part of RE2's syntax that is known here, or too large a table."""


@dataclass(frozen=True, slots=True)
class Automaton:
    """A table that says whether an expression matches somewhere in a text.

    Attributes:
        classes: For each of the 256 bytes, the class that it belongs to.
        steps: For each state, for each class, the next state. `START` is the first; `DEAD` and `ACCEPTED` stay.
    """

    classes: tuple[int, ...]
    steps: tuple[tuple[int, ...], ...]

    def matches(self, text: bytes) -> bool:
        """Whether the expression matches somewhere."""
        state = START
        for byte in text:
            state = self.steps[state][self.classes[byte]]
        return state == ACCEPTED


def build_automaton(pattern: str, ignore_case: bool) -> Automaton:
    """The table of an expression in RE2's syntax, over bytes (Latin-1).

    Raises:
        CannotBuild: RE2 must do it.
    """
    made = _made(pattern, ignore_case)
    if isinstance(made, str):
        raise CannotBuild(made)
    return made


@lru_cache(maxsize=4_096)
def _made(pattern: str, ignore_case: bool) -> Automaton | str:
    """The table, or why there is none: both are remembered, for that may have taken long to find out."""
    parts = _Parts()
    try:
        end = parts.add(_ACCEPTING)
        first = parts.place(_Reader(pattern, ignore_case).whole(), end)
        return _determined(parts, first, end)
    except CannotBuild as reason:
        return str(reason)


def shortest_match(pattern: str, ignore_case: bool) -> int:
    """Bytes of the shortest text in which an expression matches; 0 where that is not known here."""
    try:
        steps = build_automaton(pattern, ignore_case).steps
    except CannotBuild:
        return 0
    states, length = {START}, 0
    while ACCEPTED not in states:
        following = {each for state in states for each in steps[state]}
        if following <= states:
            return 0  # it matches nowhere
        states, length = states | following, length + 1
    return length


# --- reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Byte:
    """One byte, of those whose bits are set."""

    bits: int


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The beginning of the text."""


@dataclass(frozen=True, slots=True)
class _Chain:
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Either:
    parts: tuple[_Node, ...]


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: _Node
    least: int
    most: int | None


_Node = _Byte | _Beginning | _Chain | _Either | _Repeat


def _span(first: int, last: int) -> int:
    return (1 << last + 1) - (1 << first)


def _all_of(text: str) -> int:
    return sum(1 << ord(each) for each in text)


_DIGITS: Final = _span(48, 57)
_WORD: Final = _DIGITS | _span(65, 90) | _span(97, 122) | 1 << 95
_SPACE: Final = _all_of("\t\n\f\r ")
_SETS: Final = {
    "d": _DIGITS, "D": _EVERY ^ _DIGITS, "w": _WORD, "W": _EVERY ^ _WORD, "s": _SPACE, "S": _EVERY ^ _SPACE,
}  # fmt: skip
_CONTROLS: Final = {"a": 7, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11}
_LIMITS: Final = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class _Reader:
    """Recursive descent through the text of an expression."""

    def __init__(self, text: str, ignore_case: bool) -> None:
        self._text = text
        self._at = 0
        self._folds = ignore_case

    def whole(self) -> _Node:
        node = self._either(0)
        if self._at < len(self._text):
            raise CannotBuild(f"`{self._text[self._at]}`")
        return node

    def _next(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, wanted: str) -> bool:
        if self._text.startswith(wanted, self._at):
            self._at += len(wanted)
            return True
        return False

    def _one(self) -> str:
        one = self._next()
        if not one or ord(one) > 255:
            raise CannotBuild("no byte")
        self._at += 1
        return one

    def _either(self, depth: int) -> _Node:
        if depth > 50:
            raise CannotBuild("nested too deeply")
        parts = [self._chain(depth)]
        while self._take("|"):
            parts.append(self._chain(depth))
        return parts[0] if len(parts) == 1 else _Either(tuple(parts))

    def _chain(self, depth: int) -> _Node:
        parts: list[_Node] = []
        while self._next() not in ("", "|", ")"):
            parts.append(self._repeated(self._atom(depth)))
        return _Chain(tuple(parts))

    def _repeated(self, node: _Node) -> _Node:
        limits = self._limits()
        if limits is None:
            return node
        self._take("?")  # whether it prefers few changes where a match ends, not whether there is one
        if self._next() in ("*", "+", "?", "{"):
            raise CannotBuild("a repetition of a repetition")
        if isinstance(node, _Beginning):
            raise CannotBuild("a repetition of nothing")
        return _Repeat(node, *limits)

    def _limits(self) -> tuple[int, int | None] | None:
        if self._next() in _LIMITS:
            return _LIMITS[self._one()]
        if not self._take("{"):
            return None
        least = self._number()
        most: int | None = least
        if self._take(","):
            most = None if self._next() == "}" else self._number()
        if not self._take("}") or least > _MOST_REPEATS or (most is not None and not least <= most <= _MOST_REPEATS):
            raise CannotBuild("`{`")
        return least, most

    def _number(self) -> int:
        start = self._at
        while self._next().isascii() and self._next().isdigit() and self._at - start < 5:
            self._at += 1
        if start == self._at:
            raise CannotBuild("`{`")
        return int(self._text[start : self._at])

    def _atom(self, depth: int) -> _Node:
        if self._take("("):
            if self._take("?") and not self._take(":"):
                raise CannotBuild("`(?`")
            node = self._either(depth + 1)
            if not self._take(")"):
                raise CannotBuild("`(`")
            return node
        if self._take("^") or self._take(r"\A"):
            return _Beginning()
        if self._take("["):
            return self._class()
        if self._take("."):
            return _Byte(_EVERY ^ _NEWLINE)
        if self._next() in ("$", "*", "+", "?", "{"):
            raise CannotBuild(f"`{self._next()}`")
        return self._folded(self._bits())

    def _bits(self) -> int:
        """The byte, or the set of bytes, that is written next."""
        one = self._one()
        if one != "\\":
            return 1 << ord(one)
        one = self._one()
        if one in _SETS:
            return _SETS[one]
        if one in _CONTROLS:
            return 1 << _CONTROLS[one]
        if one == "x":
            digits = self._text[self._at : self._at + 2]
            if len(digits) < 2 or not all(each in "0123456789abcdefABCDEF" for each in digits):
                raise CannotBuild(r"`\x`")
            self._at += 2
            return 1 << int(digits, 16)
        if one.isalnum() or ord(one) > 127:
            raise CannotBuild(f"`\\{one}`")
        return 1 << ord(one)

    def _class(self) -> _Byte:
        is_negated = self._take("^")
        bits = self._class_part()
        while not self._take("]"):
            bits |= self._class_part()
        bits = self._folded(bits).bits
        return _Byte(_EVERY ^ bits if is_negated else bits)

    def _class_part(self) -> int:
        if self._text.startswith("[:", self._at):
            raise CannotBuild("`[:`")
        first = self._bits()
        if self._next() != "-" or self._text.startswith("-]", self._at):
            return first
        self._at += 1
        last = self._bits()
        low, high = first.bit_length() - 1, last.bit_length() - 1
        if first != 1 << low or last != 1 << high or low > high:
            raise CannotBuild("`-`")
        return _span(low, high)

    def _folded(self, bits: int) -> _Byte:
        if not self._folds:
            return _Byte(bits)
        if bits >> 128:
            raise CannotBuild("cases beyond ASCII")
        upper, lower = _span(65, 90), _span(97, 122)
        return _Byte(bits | (bits & upper) << 32 | (bits & lower) >> 32)


# --- parts that follow each other (Thompson 1968) --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Part:
    """A place in the expression: the bytes that lead on to `behind`, or the places that it stands for.

    Attributes:
        bits: Bytes; none where it stands for others.
        behind: Where they lead.
        same: Places that are reached without a byte.
        is_beginning: That is so at the beginning of the text only.
    """

    bits: int = 0
    behind: int = -1
    same: tuple[int, ...] = ()
    is_beginning: bool = False


_ACCEPTING: Final = _Part()


class _Parts:
    """The places of an expression, made from its end to its beginning."""

    def __init__(self) -> None:
        self.all: list[_Part] = []

    def add(self, part: _Part) -> int:
        if len(self.all) >= _MOST_PARTS:
            raise CannotBuild("too long")
        self.all.append(part)
        return len(self.all) - 1

    def place(self, node: _Node, behind: int) -> int:
        """The place where a node begins that is followed by the place `behind`."""
        match node:
            case _Byte(bits):
                return self.add(_Part(bits, behind))
            case _Beginning():
                return self.add(_Part(same=(behind,), is_beginning=True))
            case _Chain(parts):
                for part in reversed(parts):
                    behind = self.place(part, behind)
                return behind
            case _Either(parts):
                return self.add(_Part(same=tuple(self.place(part, behind) for part in parts)))
            case _Repeat(part, least, most):
                return self._repeat(part, least, most, behind)

    def _repeat(self, node: _Node, least: int, most: int | None, behind: int) -> int:
        if most is None:
            again = self.add(_Part())
            self.all[again] = _Part(same=(self.place(node, again), behind))
            behind = again
        else:
            end = behind
            for _ in range(most - least):
                behind = self.add(_Part(same=(self.place(node, behind), end)))
        for _ in range(least):
            behind = self.place(node, behind)
        return behind


# --- sets of places as states ----------------------------------------------------------------------------------------


def _determined(parts: _Parts, first: int, end: int) -> Automaton:
    masks = {part.bits for part in parts.all if part.bits}
    classes, members = _classes(masks)
    afresh = _reached(parts, [first], False)
    states = {frozenset[int](): DEAD}
    steps: list[tuple[int, ...]] = [(DEAD,) * len(members), (ACCEPTED,) * len(members)]
    waiting = [_reached(parts, [first], True)]
    if end in waiting[0]:
        raise CannotBuild("it matches in every text")
    states[waiting[0]] = START
    reached: dict[tuple[int, ...], frozenset[int]] = {}  # most bytes lead to what others led to
    work = 0
    for state in waiting:  # which grows meanwhile
        row: list[int] = []
        for bit in members:
            work += 1 + len(state)
            behind = tuple(parts.all[at].behind for at in state if parts.all[at].bits & bit)
            if behind not in reached:
                reached[behind] = _reached(parts, behind, False) | afresh
            following = reached[behind]
            if end in following:
                row.append(ACCEPTED)
                continue
            if following not in states:
                states[following] = len(waiting) + START
                waiting.append(following)
            row.append(states[following])
        if work > _MOST_WORK or len(waiting) > _MOST_STATES:
            raise CannotBuild("too many states")
        steps.append(tuple(row))
    return Automaton(classes, tuple(steps))


def _classes(masks: Iterable[int]) -> tuple[tuple[int, ...], list[int]]:
    """The class of each byte, alike being those that no mask tells apart; and the bit of one member of each."""
    alike = [_EVERY]
    for mask in masks:
        alike = [part for each in alike for part in (each & mask, each & ~mask) if part]
    alike.sort(key=lambda bits: bits & -bits)
    classes = [0] * 256
    for number, bits in enumerate(alike):
        for byte in range(256):
            if bits >> byte & 1:
                classes[byte] = number
    return tuple(classes), [bits & -bits for bits in alike]


def _reached(parts: _Parts, places: Iterable[int], at_beginning: bool) -> frozenset[int]:
    """The places that take a byte, or end the expression, and are reached without a byte."""
    seen = set(places)
    waiting, found = list(seen), list[int]()
    while waiting:
        at = waiting.pop()
        part = parts.all[at]
        if part.bits or not (part.same or part.is_beginning):  # of those without bits, only the end leads nowhere
            found.append(at)
        if not part.is_beginning or at_beginning:
            new = [each for each in part.same if each not in seen]
            seen.update(new)
            waiting += new
    return frozenset(found)
