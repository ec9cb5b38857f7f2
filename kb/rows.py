"""A signature as rows of the knowledge base: plain dictionaries, in the order in which they are inserted."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from typing import Any

from kb.conditions import Excerpt, FieldUse, event_uses, pattern_uses
from kb.entries import Entry, Relation
from kb.errors import KnowledgeBaseError
from kb.weight import test_bits
from sigdsl.codec import CodecError, encode
from sigdsl.fields import FIELDS
from sigdsl.model import Hypothesis, Signature

__all__ = ["TABLE_ORDER", "Row", "Rows", "add_fields", "add_relations", "add_signature", "add_vocabulary"]

Row = dict[str, Any]

BOTTOM_LINE = "bottom-line"
# Tables are filled in this order, so that every row finds the rows that it refers to.
TABLE_ORDER = (
    "meta", "categories", "authors", "tags", "packs", "fields", "field_aliases", "signatures", "revisions", "models",
    "signature_authors", "signature_tags", "observations", "patterns", "pattern_fields", "analysis", "hypotheses",
    "hypothesis_points", "caveats", "traces", "references", "relations", "search",
)  # fmt: skip


class Rows:
    """The rows of every table, collected before any is written, so that their numbers follow from their order."""

    def __init__(self, taken: Mapping[str, int] | None = None) -> None:
        """`taken`: the greatest number that a table has already, where there is a table."""
        self.tables: dict[str, list[Row]] = {}
        self._taken = taken or {}

    def add(self, table: str, **columns: Any) -> None:
        """A row of a table whose key is among its columns."""
        self.tables.setdefault(table, []).append(columns)

    def next_number(self, table: str) -> int:
        """That of the next row of a table that numbers its rows from 1."""
        return self._taken.get(table, 0) + len(self.tables.get(table, ())) + 1

    def add_numbered(self, table: str, **columns: Any) -> int:
        """A row of a table that numbers its rows from 1; its number."""
        number = self.next_number(table)
        self.add(table, id=number, **columns)
        return number


def add_fields(rows: Rows) -> None:
    """The field registry, so that the knowledge base explains its own words."""
    for position, field in enumerate(FIELDS.values(), 1):
        rows.add(
            "fields", name=field.name, position=position, kind=field.kind.value, bits=field.bits,
            surprise=field.surprise, unit=field.unit, protocol=field.protocol, meaning=field.meaning,
            reference=field.reference,
        )  # fmt: skip
        for alias in field.wireshark:
            rows.add("field_aliases", alias=alias, field=field.name)


def add_vocabulary(rows: Rows, signatures: Iterable[Signature], categories: Mapping[str, str]) -> None:
    """What signatures refer to by name: their categories, authors and tags. `categories` says what those mean."""
    used = list(signatures)
    for name in sorted({signature.category for signature in used} - {""} | set(categories)):
        rows.add("categories", name=name, description=categories.get(name))
    for table, names in (
        ("authors", {name for signature in used for name in signature.authors}),
        ("tags", {name for signature in used for name in signature.tags}),
    ):
        for name in sorted(names):
            rows.add(table, name=name)


def add_signature(rows: Rows, entry: Entry, specificity_bits: float | None) -> None:
    """Everything that one signature says.

    Raises:
        KnowledgeBaseError: It cannot be stored.
    """
    signature, source = entry.signature, Excerpt(entry.text, entry.signature.span.start)
    try:
        _add_head(rows, entry, rows.next_number("signatures"), specificity_bits, source)
    except CodecError as error:
        raise KnowledgeBaseError(f"{entry.source_path}: {signature.slug}: {error}") from error
    uses = _add_patterns(rows, signature, source)
    _add_prose(rows, signature)
    rows.add_numbered("search", **_search_row(signature, uses))


def add_relations(
    rows: Rows, signatures: Iterable[Signature], measured: Iterable[Relation], known: Collection[str]
) -> None:
    """What signatures say of each other, and what was measured of them. `known` are all that there are.

    Raises:
        KnowledgeBaseError: A relation leads to a signature that there is not.
    """
    said: dict[tuple[str, str, str], Relation] = {}
    for signature in signatures:
        variants = (Relation(signature.slug, other, "variant-of") for other in signature.variant_of)
        observed = (Relation(signature.slug, other.signature, "observes") for other in signature.observes)
        said.update({(each.signature, each.related, each.kind): each for each in (*variants, *observed)})
    said.update({(each.signature, each.related, each.kind): each for each in measured})
    for _, each in sorted(said.items()):
        for slug in (each.signature, each.related):
            if slug not in known:
                words = f"{each.signature} {each.kind} {each.related}"
                raise KnowledgeBaseError(f"{words}: there is no signature called {slug}")
        rows.add(
            "relations", signature=each.signature, related=each.related, kind=each.kind, measured=int(each.measured),
            hits=each.hits, tried=each.tried, led=each.led,
        )  # fmt: skip


def _add_head(rows: Rows, entry: Entry, number: int, specificity_bits: float | None, source: Excerpt) -> None:
    signature = entry.signature
    slug, event = signature.slug, signature.event
    rows.add(
        "signatures", slug=slug, number=number, title=signature.title, category=signature.category or None,
        verdict=signature.verdict, confidence=signature.confidence, version=signature.version,
        internal=int(signature.internal), created=signature.created, revised=signature.revised, era=signature.era,
        licence=signature.licence, specificity_bits=specificity_bits, bottom_line=signature.section(BOTTOM_LINE),
        event_key=", ".join(source.of(part) or getattr(part, "name", "") for part in event.key) if event else None,
        gap_ns=event.gap.ns if event else None,
        event_condition=source.of(event.having) if event and event.having else None,
        pack=entry.pack, source_path=entry.source_path, source_text=entry.text,
    )  # fmt: skip
    digest = hashlib.sha256(entry.text.encode("utf-8", "surrogatepass")).hexdigest()
    date = signature.revised or signature.created
    rows.add("revisions", signature=slug, version=signature.version, digest=digest, date=date)
    rows.add("models", signature=slug, model=encode(signature, traces=False))
    for position, author in enumerate(dict.fromkeys(signature.authors), 1):
        rows.add("signature_authors", signature=slug, author=author, position=position)
    for tag in sorted(set(signature.tags)):
        rows.add("signature_tags", signature=slug, tag=tag)


def _add_patterns(rows: Rows, signature: Signature, source: Excerpt) -> list[FieldUse]:
    slug, found = signature.slug, []
    for position, observed in enumerate(signature.observes, 1):
        rows.add_numbered(
            "observations", signature=slug, position=position, name=observed.name, observed=observed.signature
        )
    for position, pattern in enumerate(signature.patterns, 1):
        number = rows.add_numbered(
            "patterns", signature=slug, position=position, name=pattern.name,
            from_responder=int(pattern.from_responder), solicits=int(pattern.solicits), text=source.of(pattern),
        )  # fmt: skip
        uses = pattern_uses(pattern.conditions, source)
        _add_uses(rows, slug, number, uses)
        found += uses
    _add_uses(rows, slug, None, event_uses(signature, source))
    return found


def _add_uses(rows: Rows, slug: str, pattern: int | None, uses: Iterable[FieldUse]) -> None:
    for _, group in groupby(uses, key=lambda use: use.test):
        test = list(group)
        bits = test_bits(test) if pattern is not None else None
        for use in test:
            rows.add_numbered(
                "pattern_fields", signature=slug, pattern=pattern, place=use.place, test=use.test, field=use.field,
                operator=use.operator, value=use.value, **_bounds(use), mask=use.mask, excludes=int(use.excludes),
                required=int(use.required), bits=bits, condition=use.condition,
            )  # fmt: skip


def _bounds(use: FieldUse) -> Row:
    """The ends of a stretch: numbers, or for IPv6, which is too wide for SQLite, hexadecimal text that sorts alike."""
    bounds: Row = dict.fromkeys(("low", "high", "low6", "high6"))
    if use.stretch is None:
        return bounds
    low, high = use.stretch.low, use.stretch.high
    if use.stretch.version == 6:
        return bounds | {"low6": f"{low:032x}", "high6": f"{high:032x}"}
    return bounds | {"low": low, "high": high}


def _add_prose(rows: Rows, signature: Signature) -> None:
    slug = signature.slug
    for position, section in enumerate(signature.analysis, 1):
        rows.add_numbered("analysis", signature=slug, position=position, heading=section.heading, text=section.text)
    for position, hypothesis in enumerate(signature.hypotheses, 1):
        number = rows.add_numbered(
            "hypotheses", signature=slug, position=position, title=hypothesis.title, verdict=hypothesis.verdict,
            weight=hypothesis.weight,
        )  # fmt: skip
        for kind, place, text in _points(hypothesis):
            rows.add_numbered("hypothesis_points", hypothesis=number, kind=kind, position=place, text=text)
    for kind, texts in (("false-positive", signature.false_positives), ("blind-spot", signature.blind_spots)):
        for position, text in enumerate(texts, 1):
            rows.add_numbered("caveats", signature=slug, position=position, kind=kind, text=text)
    for position, trace in enumerate(signature.traces, 1):
        rows.add_numbered(
            "traces", signature=slug, position=position, title=trace.title, provenance=trace.provenance,
            expect=trace.expect, text=trace.text,
        )  # fmt: skip
    for position, reference in enumerate(signature.references, 1):
        rows.add_numbered("references", signature=slug, position=position, title=reference.title, url=reference.url)


def _points(hypothesis: Hypothesis) -> Iterable[tuple[str, int, str]]:
    for kind in ("because", "against", "test"):
        for position, text in enumerate(getattr(hypothesis, kind), 1):
            yield kind, position, text


def _search_row(signature: Signature, uses: list[FieldUse]) -> Row:
    labels = (signature.category, signature.verdict, signature.era or "", *signature.tags, *signature.authors)
    hypotheses = ((each.title, *(text for *_, text in _points(each))) for each in signature.hypotheses)
    return {
        "signature": signature.slug,
        "slug": signature.slug,
        "title": signature.title,
        "bottom_line": signature.section(BOTTOM_LINE) or "",
        "labels": _joined(labels),
        "constants": _joined(dict.fromkeys(map(_spelling, uses))),
        "analysis": _joined(part.text for part in signature.analysis if part.heading != BOTTOM_LINE),
        "hypotheses": _joined(text for each in hypotheses for text in each),
        "caveats": _joined((*signature.false_positives, *signature.blind_spots)),
        "traces": _joined(text for trace in signature.traces for text in (trace.title, trace.text)),
        "sources": _joined(text for each in signature.references for text in (each.title, each.url or "")),
    }


def _spelling(use: FieldUse) -> str:
    """A constant as people may look it up: the field with the value as it is written, decimal and hexadecimal."""
    if use.value is None or use.excludes or use.operator == "is":
        return ""
    words = [use.field, use.value]
    if use.stretch is not None and use.stretch.low == use.stretch.high > 9 and use.stretch.version == 4:
        words += [str(use.stretch.low), f"{use.stretch.low:#x}"]
    return " ".join(dict.fromkeys(words))


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))
