"""The questions that people ask of a knowledge base, as SQL that Datasette offers beside the tables."""

from __future__ import annotations

from typing import Any

__all__ = ["QUESTIONS"]

_FIELD = "coalesce((SELECT field FROM field_aliases WHERE alias = :field), :field)"
_SEARCHED = "(SELECT rowid, rank FROM search_fts WHERE search_fts MATCH :words ORDER BY rank LIMIT 100)"

# name: Datasette's description of a canned query. Names that begin with `:` are asked for in a form.
QUESTIONS: dict[str, dict[str, Any]] = {
    "which_fix_a_field": {
        "title": "Which signatures fix a field?",
        "description": "Give a field by its name here or Wireshark's, such as id. More specific signatures first.",
        "sql": f"""SELECT signature, title, pattern, condition, required, specificity_bits
FROM fixed_values WHERE field = {_FIELD}
ORDER BY specificity_bits DESC, signature""",
    },
    "which_accept_a_value": {
        "title": "Which signatures have a value?",
        "description": "Give a field and a number, such as ack and 674719802: tests that name the value, ranges too. "
        "For several values at once, addresses and flags, use the page of values, or `tracelore kb where`.",
        "sql": f"""SELECT tested.signature, signatures.title, patterns.name AS pattern, tested.condition,
    tested.required, signatures.specificity_bits
FROM pattern_fields AS tested
    JOIN signatures ON signatures.slug = tested.signature
    JOIN patterns ON patterns.id = tested.pattern
WHERE tested.field = {_FIELD} AND NOT tested.excludes
    AND CAST(:value AS INTEGER) & coalesce(tested.mask, -1) BETWEEN tested.low AND tested.high
ORDER BY signatures.specificity_bits DESC, tested.signature, tested.id""",
    },
    "which_ask_for_a_field": {
        "title": "Which signatures ask for a field in any way?",
        "description": "In a packet pattern, in the key of an event, or in its condition.",
        "sql": f"""SELECT pattern_fields.signature, signatures.title, place, condition
FROM pattern_fields JOIN signatures ON signatures.slug = pattern_fields.signature
WHERE field = {_FIELD}
GROUP BY pattern_fields.signature, place, condition
ORDER BY pattern_fields.signature, pattern_fields.id""",
    },
    "which_say": {
        "title": "Which signatures speak of this?",
        "description": "Words and numbers in titles, analyses, interpretations, traces and sources, best first. The "
        "syntax is that of SQLite's FTS5: reset AND scan, 6747*.",
        "sql": f"""SELECT signatures.slug, signatures.title, signatures.verdict, signatures.bottom_line
FROM {_SEARCHED} AS found JOIN signatures ON signatures.number = found.rowid
ORDER BY found.rank, signatures.slug""",
    },
    "what_rests_on_a_source": {
        "title": "Which signatures rest on a source?",
        "description": "Give a part of the title or the address of the source.",
        "sql": """SELECT reference, url, slug, title, verdict
FROM signatures_by_reference WHERE instr(lower(reference || ' ' || coalesce(url, '')), lower(:source))""",
    },
    "what_is_it_confused_with": {
        "title": "What is a signature confused with?",
        "description": "Give its slug: which others match its traces, those that lead there first; and whose traces it "
        "matches.",
        "sql": """SELECT signature, related, hits, tried, led, title, related_title
FROM confusions WHERE :slug IN (signature, related)""",
    },
    "where_readings_differ": {
        "title": "Where do readings differ?",
        "description": "Give a verdict: signatures that have it, beside interpretations that come to another.",
        "sql": "SELECT * FROM disputed WHERE verdict = :verdict",
    },
    "what_variants_are_there": {
        "title": "Which signatures are variants of others, or built on them?",
        "description": "All that authors say of how signatures stand to each other.",
        "sql": """SELECT relations.kind, relations.related, other.title AS related_title, relations.signature,
    signatures.title
FROM relations
    JOIN signatures ON signatures.slug = relations.signature
    JOIN signatures AS other ON other.slug = relations.related
WHERE NOT relations.measured
ORDER BY relations.kind, relations.related, relations.signature""",
    },
}
