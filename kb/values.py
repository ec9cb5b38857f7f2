"""Looking signatures up by a value: "which of them has ack 674719802?"."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kb.connection import opened
from kb.errors import KnowledgeBaseError
from kb.pages import FixedValue
from sigdsl.fields import FLAG_BITS, OPTION_KINDS, Field, Kind, find_field, nearest_fields

__all__ = ["where"]

_WIDEST = (1 << 63) - 1

# A test accepts a value when the value, or those of its bits that the test looks at, lie in the stretch that it names;
# a test that excludes, when they do not. Where either is no number, their spelling decides. A test is a set of rows: it
# accepts when one of them does, and one that excludes when none refuses. (The `+` keeps SQLite from walking all
# values of the field for each row: it is to look at the few tests of the pattern.)
_INSIDE = """(CASE WHEN {row}.mask IS NULL THEN :number BETWEEN {row}.low AND {row}.high
                   ELSE (:number & {row}.mask) BETWEEN {row}.low AND {row}.high END
             OR :address BETWEEN {row}.low6 AND {row}.high6
             OR (coalesce({row}.low, {row}.low6) IS NULL OR coalesce(:number, :address) IS NULL)
                 AND lower({row}.value) = :text)"""
_NAMED = f"""
SELECT named.signature AS slug, signatures.title, patterns.name AS pattern, named.field, named.operator, named.value,
    named.condition, named.required, signatures.specificity_bits
FROM pattern_fields AS named
    JOIN patterns ON patterns.id = named.pattern
    JOIN signatures ON signatures.slug = named.signature
WHERE named.field = :field AND named.value IS NOT NULL AND NOT named.excludes AND {_INSIDE.format(row="named")}
    AND NOT EXISTS (
        SELECT 1 FROM pattern_fields AS other
        WHERE other.pattern = named.pattern AND other.field = named.field AND other.required
            AND +other.value IS NOT NULL AND (other.low IS NOT NULL OR other.low6 IS NOT NULL)
            AND (other.operator <> 'has' OR other.mask IS NOT NULL) -- one option does not refuse another
        GROUP BY other.test
        HAVING CASE WHEN max(other.excludes) THEN max(coalesce({_INSIDE.format(row="other")}, 0))
                    ELSE NOT max(coalesce({_INSIDE.format(row="other")}, 0)) END
    )
ORDER BY signatures.specificity_bits DESC, named.signature, named.id
"""


def where(path: str | Path, field: str, value: int | str) -> list[FixedValue]:
    """The tests that name `value` of `field` and accept it, those of the most specific signatures first.

    A pattern that refuses the value by another of its tests of the field is left out.

    Args:
        path: The knowledge base.
        field: A field by its own name or one of Wireshark's.
        value: A number, or text: decimal or hexadecimal, an address, flags (`SYN|ACK`), an option (`mss`), `yes` or
            `no`, or a constant as signatures write it (`"GET "`, `home`).

    Raises:
        KnowledgeBaseError: There is no such field, or `path` is no knowledge base that can be read.
    """
    found = find_field(field)
    if found is None:
        near = ", ".join(nearest_fields(field))
        raise KnowledgeBaseError(f"there is no field called {field}" + (f"; near it: {near}" if near else ""))
    number, address = _number(found, value)
    asked = {"field": found.name, "number": number, "address": address, "text": _as_text(value)}
    with opened(path) as connection:
        connection.row_factory = sqlite3.Row
        return [
            FixedValue(**{**dict(row), "required": bool(row["required"])}) for row in connection.execute(_NAMED, asked)
        ]


def _as_text(value: int | str) -> str:
    return str(value).strip().lower().encode("utf-8", "replace").decode()


def _number(field: Field, value: int | str) -> tuple[int | None, str | None]:
    """A value as the number, or as the hexadecimal IPv6 address, that rows are compared with."""
    if isinstance(value, int):
        number: int | None = int(value)
    elif field.kind is Kind.ADDRESS and not value.strip().isdigit():
        return _address(value)
    else:
        number = _read(field, value.strip())
    if number is not None and field.kind is Kind.MOD32:
        number %= 1 << 32
    return (number if number is not None and abs(number) <= _WIDEST else None), None


def _address(value: str) -> tuple[int | None, str | None]:
    from ipaddress import ip_address

    try:
        address = ip_address(value.strip())
    except ValueError:
        return None, None
    return (int(address), None) if address.version == 4 else (None, f"{int(address):032x}")


def _read(field: Field, text: str) -> int | None:
    if field.kind is Kind.BOOLEAN and text.lower() in ("yes", "no", "true", "false"):
        return int(text.lower() in ("yes", "true"))
    if field.kind is Kind.OPTIONS and text.lower() in OPTION_KINDS:
        return OPTION_KINDS[text.lower()]
    names = [name.strip().upper() for name in text.split("|")]
    if all(name in FLAG_BITS for name in names):
        return sum(FLAG_BITS[name] for name in dict.fromkeys(names))
    try:
        return int(text, 0)
    except ValueError:
        return None
