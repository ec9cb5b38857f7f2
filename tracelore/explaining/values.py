"""What a packet or an episode has, in words: beside a condition, instead of what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from matcher.packet import UNKNOWN
from matcher.parts import Part, failing
from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS, Kind
from sigdsl.format import format_expr
from sigdsl.model import ByteString
from tracelore.explained import shown_value
from tracelore.report.words import measure
from tracelore.times import lasting

__all__ = ["beside_words", "failing_words", "field_words", "has_words", "key_words", "value_words", "written"]

_MOST_BYTES: Final = 24
_MOST_LEAVES: Final = 4
_MEASURED: Final = ("count(", "distinct(", "first(", "last(", "duration", "interval.")


def written(name: str, value: Any) -> Any:
    """A field's value as people write it: flags and options by their names."""
    if name == "flags" and isinstance(value, int):
        return _flags(value)
    if name == "options" and isinstance(value, tuple):
        kinds = {number: kind for kind, number in OPTION_KINDS.items()}
        return " ".join(kinds.get(kind, str(kind)) for kind in value) or "none"
    if isinstance(value, tuple):
        return " ".join(map(str, value)) or "none"
    if FIELDS[name].kind is Kind.BOOLEAN:
        return "yes" if value else "no"
    return shown_value(name, value)


def _flags(value: int) -> str | int:
    return "|".join(flag for flag, bit in FLAG_BITS.items() if value & bit) or 0


def field_words(name: str, value: Any) -> str:
    """A field's value in one line: bytes as the language writes them, the first of them."""
    if value is UNKNOWN:
        return "not shown"
    if value is None:
        return "not there"
    if isinstance(value, bytes):
        return _bytes(value)
    if isinstance(value, str):
        return value
    return str(written(name, value))


def _bytes(value: bytes) -> str:
    start = value[:_MOST_BYTES]
    printable = all(32 <= byte < 127 for byte in start)
    more = f" and {len(value) - len(start):,} bytes" if len(value) > len(start) else ""
    return format_expr(ByteString(start, hex=not printable)) + more


def key_words(key: Iterable[tuple[str, Any]]) -> str:
    """What the packets of an episode share: `src 10.0.0.1, dport 53`."""
    return ", ".join(f"{name} {value_words(name, value)}" for name, value in key)


def value_words(text: str, value: Any) -> str:
    """The value of a field, of an aggregate, or of an expression over them."""
    return field_words(text, value) if text in FIELDS else _computed(text, value)


def has_words(part: Part) -> str:
    """What there is where a condition asks for something: `ack 5, seq 8, seq - 1 is 7`; `7 of 10`.

    Of an `or` that holds: what its sides have that hold.
    """
    if part.is_joined and part.truth is True:
        return ", ".join(dict.fromkeys(has_words(inner) for inner in part.parts if inner.truth is True))
    return _progress(part) or ", ".join(dict.fromkeys(_named(part)))


def beside_words(part: Part) -> str:
    """The same beside the condition, where what is at its beginning need not be named again."""
    if len(part.values) == 1 and not part.computed and not _progress(part):
        ((text, value),) = part.values.items()
        if part.text.startswith(f"{text} ") or part.text == text:
            return value_words(text, value)
    return has_words(part)


def failing_words(part: Part) -> str:
    """A condition that does not hold: what was asked and what there is; of a composite one, the parts that fail."""
    leaves = [leaf for leaf in failing(part) if leaf is not part]
    if not leaves:
        return f"`{part.text}`: {has_words(part)}"
    said = list(dict.fromkeys(f"`{leaf.text}`: {has_words(leaf)}" for leaf in leaves))
    more = f"; and {len(said) - _MOST_LEAVES} more" if len(said) > _MOST_LEAVES else ""
    return "; ".join(said[:_MOST_LEAVES]) + more


def _progress(part: Part) -> str:
    """How far a count got: `7 of 10`."""
    counted = [value for text, value in part.values.items() if text.startswith(("count(", "distinct("))]
    if part.goal is None or part.op not in (">=", ">") or len(part.values) != 1 or not counted:
        return ""
    found, goal = counted[0], part.goal + (part.op == ">")
    if not isinstance(found, int) or found >= goal:
        return ""
    return f"{found:,} of {goal:,}"


def _named(part: Part) -> Iterator[str]:
    """Each value with its name. What is computed of a value that is not there needs no words, nor do masked flags."""
    for text, value in part.values.items():
        if value is None and text.startswith(("first(", "last(")):
            yield f"no {text.partition('(')[2].rstrip(')')}"
        else:
            yield f"{text} {field_words(text, value)}" if text in FIELDS else f"{text} {_linked(text, value)}"
    for text, value in part.computed.items():
        if value is not None and not text.startswith("flags & "):
            yield f"{text} {_linked(text, value)}"


def _linked(text: str, value: Any) -> str:
    return "has no value" if value is None else f"is {_computed(text, value)}"


def _computed(text: str, value: Any) -> str:
    if value is UNKNOWN:
        return "not shown"
    if value is None:
        return "no value"
    if isinstance(value, bytes):
        return _bytes(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(text, value)
    return measure(value, text)


def _number(text: str, value: int) -> str:
    """Of times, how long; of an address, that; of a sum or a field's value, the number as signatures write it."""
    if text.startswith("flags & "):
        return str(_flags(value))
    if text.startswith(("first(", "last(")) and " - " in text:
        return f"-{lasting(-value)}" if value < 0 else lasting(value)
    of = text.partition("(")[2].rstrip(")").rpartition(".")[2]
    if text.startswith(("min(", "max(")) and of in FIELDS and FIELDS[of].kind is Kind.ADDRESS and " " not in text:
        return field_words(of, value)
    return measure(value, text) if text.startswith(_MEASURED) else str(value)
