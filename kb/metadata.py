"""What every table and column of the knowledge base means, as Datasette shows it."""

from __future__ import annotations

from typing import Any

from kb.questions import QUESTIONS

__all__ = ["TABLES", "metadata"]

_SLUG = "The signature: `signatures.slug`."
_POSITION = "Place in the order in which the author wrote it, from 1."
_ROW = "Number of the row."
_BITS = "Bits of coincidence that a match would take: the more, the less likely it is chance."
_VERDICT = "malicious, third-party (somebody else's trouble reaches you), benign or unknown."
_CONFIDENCE = "How sure the authors are: high, medium or low."
_BOTTOM_LINE = "What it is, in a sentence or two."
_HITS = "In how many of the traces tried it was found; empty where nothing was measured."
_LED = "In how many of these the related signature was the more specific one, and led; empty where not measured."
_TRIED = "How many traces were tried; empty where nothing was measured."
_BRIEF = {
    "slug": _SLUG,
    "title": "What it is, as a heading.",
    "confidence": _CONFIDENCE,
    "specificity_bits": _BITS,
    "bottom_line": _BOTTOM_LINE,
}

# name: (what a row is, {column: what it means}). Tables and views; kept complete by a test.
TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "signatures": (
        "Recognisable kinds of traffic, one a row, with the judgement on each.",
        {
            "slug": "The signature's name, by which everything refers to it.",
            "number": "Place in the order of the slugs, from 1; also the signature's row in the search index.",
            "title": "What it is, as a heading.",
            "category": "Group of like signatures: `categories.name`.",
            "verdict": _VERDICT,
            "confidence": _CONFIDENCE,
            "version": "Raised whenever what is matched, or what is said of it, changes.",
            "internal": "1: exists to be observed by other signatures; it is matched and never reported.",
            "created": "Date of the first version (ISO 8601).",
            "revised": "Date of this version (ISO 8601).",
            "era": "When such traffic was about.",
            "licence": "Terms under which the signature may be used.",
            "specificity_bits": _BITS,
            "bottom_line": _BOTTOM_LINE,
            "event_key": "What the packets of one event have in common, as it is written in the signature.",
            "gap_ns": "The longest silence within one event, in nanoseconds.",
            "event_condition": "What makes an episode an event, as it is written in the signature.",
            "pack": "The pack that it came with: `packs.name`; empty for the curated signatures.",
            "source_path": "The file that it was read from, in the folder of signatures.",
            "source_text": "The whole signature as its authors wrote it.",
        },
    ),
    "revisions": (
        "The versions of each signature.",
        {
            "signature": _SLUG,
            "version": "The version's number.",
            "digest": "SHA-256 of the signature's text, hexadecimal.",
            "date": "When this version was made (ISO 8601), where the signature says so.",
        },
    ),
    "models": (
        "Each signature in the checked form that the matcher loads; traces are left out.",
        {"signature": _SLUG, "model": "The model as JSON; its layout is that of sigdsl.codec."},
    ),
    "patterns": (
        "Packet patterns: named conditions on one packet.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": _POSITION,
            "name": "The pattern's name in its signature.",
            "from_responder": "1: such packets come from the other side, and are keyed with their ends swapped.",
            "solicits": "1: the request that would have called for the other packets.",
            "text": "The pattern as it is written in the signature.",
        },
    ),
    "observations": (
        "Signatures that are built on the events of others.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": _POSITION,
            "name": "What the signature calls the events that it observes.",
            "observed": "The signature whose events they are: `signatures.slug`.",
        },
    ),
    "pattern_fields": (
        "What each signature asks of which field: a row for each use, and for each value of a set.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "pattern": "The packet pattern: `patterns.id`; empty where the event's key or condition uses the field.",
            "place": "Where the field is used: pattern, key (what an event's packets share) or having (its condition).",
            "test": "Number of the test within its pattern, from 0: the values of one set belong to one test.",
            "field": "The field: `fields.name`.",
            "operator": "The comparison, with the field on its left; empty where the field is only computed with.",
            "value": "The constant that the field is compared with, as it is written; empty where it is no constant.",
            "low": "The least number that the test names (IPv4 addresses are numbers too).",
            "high": "The greatest number that the test names.",
            "low6": "The least IPv6 address that the test names, as 32 hexadecimal digits.",
            "high6": "The greatest IPv6 address that the test names, as 32 hexadecimal digits.",
            "mask": "The bits that are compared, where not all are.",
            "excludes": "1: the test refuses these values and accepts the others.",
            "required": "1: no packet matches the pattern without passing the test; 0: one side of an `or`.",
            "bits": "Bits of coincidence of the test by itself; empty outside patterns.",
            "condition": "The whole comparison as it is written.",
        },
    ),
    "fields": (
        "The field registry: every name that a signature may ask a packet for.",
        {
            "name": "The field's name in the language.",
            "position": "Place in the registry, from 1.",
            "kind": "How values compare and compute.",
            "bits": "Width on the wire, in bits; 0 where there is none.",
            "surprise": "The most bits of coincidence that a condition on the field counts for.",
            "unit": "What one step means; empty for pure numbers.",
            "protocol": "The protocol that a packet must carry to have the field; empty where several may.",
            "meaning": "What it is.",
            "reference": "Where it is defined.",
        },
    ),
    "field_aliases": (
        "Wireshark's names for the fields.",
        {"alias": "The display-filter name.", "field": "What it is called here: `fields.name`."},
    ),
    "analysis": (
        "The structured reading of each signature, a row for each heading.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": _POSITION,
            "heading": "addresses, ports, flags, direction, time, header or bottom-line.",
            "text": "What is to be said under it.",
        },
    ),
    "hypotheses": (
        "Competing interpretations of the same packets.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": _POSITION,
            "title": "The interpretation.",
            "verdict": f"What it would mean: {_VERDICT}",
            "weight": "How much speaks for it: strong, moderate or weak.",
        },
    ),
    "hypothesis_points": (
        "What speaks for and against each interpretation, and what would tell.",
        {
            "id": _ROW,
            "hypothesis": "The interpretation: `hypotheses.id`.",
            "kind": "because (speaks for it), against, or test (what would tell).",
            "position": "Place among the points of its kind, from 1.",
            "text": "The argument.",
        },
    ),
    "caveats": (
        "Where a signature errs, and where it is blind.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": "Place among the caveats of its kind, from 1.",
            "kind": "false-positive (matches, and is something else) or blind-spot (is it, and was not seen).",
            "text": "The caveat.",
        },
    ),
    "traces": (
        "Packets as tcpdump prints them, which the signature must match, or must not.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": _POSITION,
            "title": "What the trace shows.",
            "provenance": "observed (on a network) or synthetic (made to test).",
            "expect": "match or no-match.",
            "text": "The lines.",
        },
    ),
    "references": (
        "Sources that a reader can follow.",
        {
            "id": _ROW,
            "signature": _SLUG,
            "position": _POSITION,
            "title": "The source.",
            "url": "Where it is, if it can be reached.",
        },
    ),
    "relations": (
        "How signatures stand to each other.",
        {
            "signature": _SLUG,
            "related": "The other signature: `signatures.slug`.",
            "kind": "variant-of, observes (is built on its events) or confused-with (which matches its traces too).",
            "measured": "1: found by running the signatures over the traces; 0: said by an author.",
            "hits": _HITS,
            "tried": _TRIED,
            "led": _LED,
        },
    ),
    "categories": (
        "Groups of like signatures.",
        {"name": "The category.", "description": "What belongs to it."},
    ),
    "tags": ("Words that signatures are labelled with.", {"name": "The tag."}),
    "signature_tags": ("Which signature bears which tag.", {"signature": _SLUG, "tag": "The tag: `tags.name`."}),
    "authors": ("Who wrote signatures.", {"name": "The author."}),
    "signature_authors": (
        "Who wrote which signature.",
        {"signature": _SLUG, "author": "The author: `authors.name`.", "position": _POSITION},
    ),
    "packs": (
        "Sets of signatures that are shared, and were added to the curated ones.",
        {
            "name": "The pack.",
            "version": "Its version.",
            "publisher": "Who signed it, with the fingerprint of the key; empty where nobody did.",
            "licence": "Terms under which it may be used.",
            "digest": "SHA-256 of its manifest, which covers all that it holds; hexadecimal.",
        },
    ),
    "search": (
        "What full-text search looks through: one row a signature, one column for each kind of text.",
        {
            "id": "Number of the row: `signatures.number`.",
            "signature": _SLUG,
            "slug": "The slug's words.",
            "title": "The title.",
            "bottom_line": _BOTTOM_LINE,
            "labels": "Category, verdict, era, tags and authors.",
            "constants": "The constants that it tests for, decimal and hexadecimal.",
            "analysis": "The structured reading.",
            "hypotheses": "The interpretations with what speaks for and against them.",
            "caveats": "Where it errs and where it is blind.",
            "traces": "Its traces.",
            "sources": "Its references.",
        },
    ),
    "meta": (
        "What this knowledge base is.",
        {"key": "language, model, schema (their versions) or sources (a digest of all).", "value": "The value."},
    ),
    "_sqlite_migrations": (
        "The steps by which the tables were made.",
        {
            "id": _ROW,
            "migration_set": "What the step belongs to.",
            "name": "The step.",
            "applied_at": "Empty: a knowledge base is the same whenever it is built.",
        },
    ),
    "signatures_by_category": (
        "The signatures that are reported, by category.",
        {"category": "Group of like signatures.", "verdict": _VERDICT, **_BRIEF},
    ),
    "signatures_by_verdict": (
        "The signatures that are reported, by verdict.",
        {"verdict": _VERDICT, "category": "Group of like signatures.", **_BRIEF},
    ),
    "signatures_by_tag": (
        "The signatures that are reported, by the words that they are labelled with.",
        {"tag": "The tag: `tags.name`.", "category": "Group of like signatures.", "verdict": _VERDICT, **_BRIEF},
    ),
    "signatures_by_reference": (
        "The signatures that are reported, by the sources that they rest on.",
        {"reference": "The source.", "url": "Where it is, if it can be reached.", "verdict": _VERDICT, **_BRIEF},
    ),
    "disputed": (
        "Interpretations that come to another verdict than their signature.",
        {
            "slug": _SLUG,
            "title": "What it is, as a heading.",
            "verdict": _VERDICT,
            "confidence": _CONFIDENCE,
            "other_reading": "The other interpretation.",
            "other_verdict": "What that would mean.",
            "weight": "How much speaks for it: strong, moderate or weak.",
        },
    ),
    "fixed_values": (
        "Which signature fixes which field to which value: `ack` is 674719802, `id` is 0.",
        {
            "field": "The field: `fields.name`.",
            "value": "The value as it is written.",
            "number": "The value as a number, where it is one.",
            "signature": _SLUG,
            "title": "The signature's title.",
            "pattern": "The packet pattern's name.",
            "required": "1: no packet matches the pattern without it; 0: one side of an `or`.",
            "condition": "The whole comparison as it is written.",
            "specificity_bits": _BITS,
        },
    ),
    "confusions": (
        "Signatures that match the traces of others.",
        {
            "signature": "The signature whose traces they are.",
            "related": "The signature that matches them too.",
            "hits": _HITS,
            "tried": _TRIED,
            "led": _LED,
            "title": "Title of the first.",
            "related_title": "Title of the second.",
        },
    ),
}

_HIDDEN = ("_sqlite_migrations", "models", "meta")
_LABELS = {"signatures": "title", "patterns": "name", "hypotheses": "title", "traces": "title", "references": "title"}
_SORTED = {"signatures": "slug", "fields": "position"}
_FACETS = {
    "signatures": ["category", "verdict", "confidence"],
    "signatures_by_category": ["category", "verdict"],
    "signatures_by_verdict": ["verdict", "category"],
    "signatures_by_tag": ["tag", "verdict"],
    "signatures_by_reference": ["verdict"],
    "disputed": ["verdict", "other_verdict", "weight"],
    "pattern_fields": ["field", "place"],
    "fixed_values": ["field"],
    "traces": ["provenance", "expect"],
    "fields": ["kind", "protocol"],
    "relations": ["kind"],
    "caveats": ["kind"],
}


def metadata(database: str = "kb", *, licence: str | None = None, licence_url: str | None = None) -> dict[str, Any]:
    """Datasette's metadata for a knowledge base served under the name `database` (its file's name without `.db`)."""
    about: dict[str, Any] = {
        "title": "TraceLore knowledge base",
        "description": "Signatures of network traces: what they match, what they mean, and how sure their authors are.",
        "license": licence or "each signature names its own, in the column `licence`",
        "source": "the folder of signatures from which `tracelore kb build` made this file",
        "tables": {name: _table(name) for name in TABLES},
        "queries": QUESTIONS,
    }
    if licence_url:
        about["license_url"] = licence_url
    return {"title": "TraceLore", "databases": {database: about}}


def _table(name: str) -> dict[str, Any]:
    description, columns = TABLES[name]
    table: dict[str, Any] = {"description": description, "columns": columns}
    if name in _HIDDEN:
        table["hidden"] = True
    if name in _LABELS:
        table["label_column"] = _LABELS[name]
    if name in _SORTED:
        table["sort"] = _SORTED[name]
    if name in _FACETS:
        table["facets"] = _FACETS[name]
    if name == "signatures":
        table["units"] = {"gap_ns": "ns"}
        table["fts_table"], table["fts_pk"] = "search_fts", "number"
    return table
