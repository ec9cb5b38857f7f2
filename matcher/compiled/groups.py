"""Which signatures are looked after together, and which values are kept of what they observe.

Signatures with the same key, on the same level of composition, make a group: a packet is entered once for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from matcher.compiled import layout as at
from matcher.program import Program
from matcher.stack import SWAPPED, Code
from sigdsl.fields import FIELDS, Kind

__all__ = [
    "Column", "Group", "Up", "find_groups", "find_ups", "is_plain", "kept_fields", "observers_of", "packed",
    "state_words",
]  # fmt: skip

_FIELD_ORDER: Final = {name: number for number, name in enumerate(FIELDS)}
_ADDRESS_BITS: Final = 32  # of one that is a number: IPv4
_WORD: Final = 63  # bits of a word that may hold any value


@dataclass(frozen=True, slots=True)
class Up:
    """The values of an event that signatures which observe it may ask for.

    Attributes:
        names: Fields, closed under the exchange of source and destination.
    """

    names: tuple[str, ...]

    @property
    def swapped(self) -> tuple[int, ...]:
        """For each, the place of its value with the ends exchanged."""
        return tuple(self.names.index(SWAPPED.get(name, name)) for name in self.names)


@dataclass(frozen=True, slots=True)
class Group:
    """Signatures whose episodes have the same key, on one level of composition.

    Attributes:
        level: 0: observes packets only.
        parts: The codes of the key: of what asks, of what answers.
        members: Numbers of the signatures.
    """

    level: int
    parts: tuple[tuple[Code, Code], ...]
    members: list[int] = field(default_factory=list)

    @property
    def is_symmetric(self) -> bool:
        """Whether the key of an answer is a rearrangement of that of what it answers."""
        asked, answered = [part for part, _ in self.parts], [part for _, part in self.parts]
        return asked != answered and sorted(map(str, asked)) == sorted(map(str, answered))

    def columns(self, program: Program, ups: tuple[Up, ...]) -> tuple[str, ...]:
        """Fields whose values an entry has."""
        names: set[str] = set()
        for number in self.members:
            names |= {name for spec in program.signatures[number].aggregates for name in _loads(spec.code)}
            names |= set(ups[number].names)
        return _in_order(names)


def find_groups(program: Program) -> list[Group]:
    """All groups, in the order of their first signatures."""
    levels = [0] * len(program.signatures)
    for number in program.order:
        levels[number] = max((levels[child] + 1 for child, _ in program.signatures[number].observes), default=0)
    groups: dict[tuple[int, tuple[tuple[Code, Code], ...]], Group] = {}
    for number, signature in enumerate(program.signatures):
        parts = tuple(sorted(((part.code, part.swapped) for part in signature.key), key=str))
        groups.setdefault((levels[number], parts), Group(levels[number], parts)).members.append(number)
    return list(groups.values())


def observers_of(program: Program) -> list[list[tuple[int, int]]]:
    """For each signature, those that observe it, with the bit of the name by which they do."""
    observers: list[list[tuple[int, int]]] = [[] for _ in program.signatures]
    for number, signature in enumerate(program.signatures):
        for child, bit in signature.observes:
            observers[child].append((number, bit))
    return observers


def find_ups(program: Program, observers: list[list[tuple[int, int]]]) -> tuple[Up, ...]:
    """What the events of each signature pass on."""
    found: dict[int, Up] = {}
    for number in reversed(program.order):
        signature = program.signatures[number]
        # What is reported has its key in its record, so that no packet need be read again for that.
        names = set() if signature.internal else {name for part in signature.key for name in _loads(part.code)}
        for parent, bit in observers[number]:
            observer = program.signatures[parent]
            names |= {name for part in observer.key for name in _loads(part.code)}
            names |= {name for spec in observer.aggregates if spec.scope & bit for name in _loads(spec.code)}
            names |= set(found[parent].names)
        names |= {SWAPPED.get(name, name) for name in names}
        found[number] = Up(_in_order(names))
    return tuple(found[number] for number in range(len(program.signatures)))


def kept_fields(groups: list[Group], columns: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Fields that the scan must keep of each packet that matches."""
    names = {name for each in columns for name in each}
    names |= {name for group in groups for part in group.parts for code in part for name in _loads(code)}
    return _in_order(names)


@dataclass(frozen=True, slots=True)
class Column:
    """Where a value stands when the values of an entry are packed.

    Attributes:
        word: Counted from the first of them.
        shift: How many bits are below it.
        mask: The bits that it may have.
    """

    word: int
    shift: int
    mask: int


def packed(columns: tuple[str, ...]) -> tuple[list[Column], int]:
    """Where each value goes, the widest first, each into the first word with room; and how many words that takes."""
    free: list[int] = []
    places: dict[str, Column] = {}
    for name in sorted(columns, key=_width, reverse=True):
        width = _width(name)
        word = next((number for number, bits in enumerate(free) if bits >= width), len(free))
        if word == len(free):
            free.append(_WORD + 1)
        places[name] = Column(word, _WORD + 1 - free[word], (1 << width) - 1)
        free[word] -= width
    return [places[name] for name in columns], len(free)


def _width(name: str) -> int:
    kind = FIELDS[name].kind
    if kind is Kind.ADDRESS:
        return _ADDRESS_BITS
    return min(FIELDS[name].bits, _WORD)


def is_plain(code: Code) -> bool:
    """Whether a code is a field as it is."""
    return len(code.steps) == 1 and bool(code.loads) and code.loads[0][1]


def state_words(values: int) -> int:
    """Words that the states of so many values take."""
    return -(-values // at.PER_WORD)


def _loads(code: Code | None) -> set[str]:
    return {name for name, _ in code.loads} if code is not None else set()


def _in_order(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=_FIELD_ORDER.__getitem__))
