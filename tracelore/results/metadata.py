"""What every table and column of a results database means, as Datasette and docs/output.md show it."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["TABLES", "metadata"]

_NUMBER: Final = "Number of the row, which others refer to."
_EVENT: Final = "The event: `events.number`."
_CAPTURE: Final = "The capture: `captures.number`."
_RUN: Final = "The run: `runs.number`."

_OF_SIGNATURE: Final = {
    "version": "Version of the signature.",
    "title": "What the signature recognises, as a heading.",
    "category": "Group of like signatures.",
    "verdict": "malicious, third-party (somebody else's trouble reaches you), benign or unknown.",
    "confidence": "How sure the signature's authors are: high, medium or low.",
}
_JUDGED: Final = {
    "status": "conclusive, or inconclusive where it is not certain that the signature's condition holds.",
    "why_inconclusive": "A list of reasons; empty for what is conclusive.",
    "key": "What the packets of the event share, as an object.",
}
_ENDS: Final = {
    "src": "Source in the key; empty where the key has none.",
    "dst": "Destination in the key; empty where the key has none.",
    "sport": "Source port in the key; empty where the key has none.",
    "dport": "Destination port in the key; empty where the key has none.",
}
_SEEN: Final = {
    "first_seen": "When its first packet came, in UTC; a text trace without dates counts from 1970-01-01.",
    "last_seen": "When its last packet came.",
}
_MEASURED: Final = {
    "packets": "How many packets the event has.",
    "counts": "How often each packet pattern was observed, as an object.",
    "measures": "The aggregates that the signature's condition names, as an object; times in nanoseconds.",
    "saturated": "Measures whose number is a lower bound: counting stopped where it could change nothing.",
    "specificity_bits": "Bits of coincidence that such an event would take: the more, the less likely it is chance.",
    "also": "Other signatures that explain the same packets, a list of slugs.",
}
_EXPLAINED: Final = {
    "bottom_line": "What it is, in a sentence or two, by the signature's authors.",
    "hypotheses": "The competing readings, a list of objects with what speaks for and against each.",
    "pack": "The installed pack that brought the signature: `name`, `version`, `signer`; empty for a curated one.",
}
_URL: Final = "Where `tracelore browse` shows the signature."

# name: (what a row is, {column: what it means}). Tables and views; kept complete by a test.
TABLES: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "reports": (
        "Every event with what its signature says: start here. One row an event of a capture that is done.",
        {
            "id": "The event's name: the same input gives the same.",
            "signature": "Slug of the signature.",
            **_OF_SIGNATURE, **_JUDGED, **_ENDS, **_SEEN, **_MEASURED,
            "capture": "The input, as it was named.",
            **_EXPLAINED,
            "url": _URL,
            "run": _RUN,
            "event": _EVENT,
        },
    ),
    "runs": (
        "Calls of `tracelore match` that wrote here.",
        {
            "number": _NUMBER,
            "started": "When it began, in UTC.",
            "ended": "When it ended; empty while it runs, and after a kill.",
            "status": "running, done, interrupted (Ctrl-C) or failed (writing failed); a killed run stays running.",
            "resumed": "How often it was gone on with.",
            "tracelore": "Version of TraceLore.",
            "python": "Version of Python.",
            "sqlite": "Version of SQLite.",
            "options": "What it was called with: signatures, home, vantage, evidence, all, as an object.",
            "signatures_from": "The knowledge base or the files that the signatures came from.",
            "settings": "Digest of options, signatures and version: what `--resume` compares.",
        },
    ),
    "captures": (
        "The inputs of each run, and what became of their packets.",
        {
            "number": _NUMBER,
            "run": _RUN,
            "name": "As it was named.",
            "form": "Its format.",
            "status": "done, or running for one that was cut short: it has no events here.",
            "size": "Bytes of the file; empty for standard input.",
            "mtime_ns": "Last change of the file, in nanoseconds since 1970; empty for standard input.",
            "head": "BLAKE2b (16 bytes) of its first MiB, by which it is known again; empty for standard input.",
            "started": "When its reading began, in UTC.",
            "packets": "Packets that were read.",
            "matched": "How many of them are in an event.",
            "events": "How many events were reported.",
            "evicted": "Episodes that were closed early, since too many were open.",
            "untimed": "Packets without a time.",
            "late": "Packets that were out of order beyond the look-ahead.",
            "damage": "How often something could not be read.",
            "warnings": "How often something was odd and was read all the same.",
            "undecoded": "Frames without an IP packet that could be found.",
            "damage_messages": "The first messages on damage, a list.",
            "warning_messages": "The first messages on what was odd, a list.",
            "undecoded_reasons": "Why frames were not decoded, with how many of each, as an object.",
            "vantage": "What the capture could have shown (telescope, host, inline and so on), as judged or as said.",
            "executor": "Which executor ran: reference or compiled.",
            "ended": "When its reading ended, in UTC.",
            "seconds": "How long the matching took.",
        },
    ),
    "signatures": (
        "The signatures of all runs, with their texts of the day; one that has changed has a row for each text.",
        {
            "number": _NUMBER,
            "slug": "The signature's name.",
            **_OF_SIGNATURE,
            "internal": "1 for a signature that only others observe.",
            "bottom_line": _EXPLAINED["bottom_line"],
            "hypotheses": _EXPLAINED["hypotheses"],
            "text": "All of it, in the language of signatures.",
            "digest": "BLAKE2b (16 bytes) of the text.",
            "analysis": "Its analysis, a list of objects with heading and text; empty in rows of schema version 1.",
            "pack": "The installed pack that brought it, as in `reports`; empty in rows of schema version 1.",
        },
    ),
    "run_signatures": (
        "What each run looked for, found or not.",
        {"run": _RUN, "signature": "The signature: `signatures.number`."},
    ),
    "events": (
        "What was found, one row an event.",
        {
            "number": _NUMBER,
            "capture": _CAPTURE,
            "signature": "The signature: `signatures.number`.",
            "id": "The event's name: the same input gives the same.",
            **_JUDGED, **_ENDS, **_SEEN,
            "first_seen_ns": "The same as `first_seen`, in nanoseconds since 1970.",
            "last_seen_ns": "The same as `last_seen`, in nanoseconds since 1970.",
            **_MEASURED,
            "url": _URL,
        },
    ),
    "evidence": (
        "The first packets of each event, as many as `--evidence` asked for.",
        {
            "event": _EVENT,
            "position": "Which of the event's packets, from 0.",
            "frame": "Its number in the capture, from 1.",
            "time_ns": "When it came, in nanoseconds since 1970; empty where it has no time.",
            "line": "As tcpdump would print it.",
            "capture": "Of which capture it is, where several were read as one (`--merge`); otherwise empty.",
        },
    ),
    "counts": (
        "How often each packet pattern was observed in each event.",
        {"event": _EVENT, "name": "The packet pattern.", "count": "Observations of it."},
    ),
    "measures": (
        "The aggregates that the signature's condition names, for each event.",
        {
            "event": _EVENT,
            "name": "The aggregate, as the signature writes it.",
            "value": "A number, a text, or empty for no value; whole numbers beyond 64 bits are text.",
            "saturated": "1 where the number is a lower bound.",
        },
    ),
    "sources": (
        "Every source of an event, once.",
        {"number": _NUMBER, "name": "The address, or the name that a text trace gives."},
    ),
    "event_columns": (
        "The events of each capture once more, as columns, from which the site counts a million in milliseconds. All "
        "of it follows from `events`. Numbers are little-endian, one an event, in the order of `events.number`.",
        {
            "capture": _CAPTURE,
            "first_event": "Number of its first event.",
            "events": "How many there are.",
            "signature": "`signatures.number`, 4 bytes each.",
            "inconclusive": "1 for an inconclusive event, 1 byte each.",
            "source": "`sources.number`, 4 bytes each; -1 for none.",
            "dport": "Destination port in the key, 4 bytes each; -1 for none.",
            "packets": "How many packets the event has, 8 bytes each.",
            "first_seen_ns": "When its first packet came, in nanoseconds since 1970, 8 bytes each.",
        },
    ),
}  # fmt: skip

_HIDDEN: Final = ("event_columns", "_sqlite_migrations")
_LABELS: Final = {"runs": "started", "captures": "name", "signatures": "slug", "events": "id", "sources": "name"}
_FACETS: Final = {  # of tables that stay small: there may be millions of events
    "captures": ["vantage", "executor"],
    "signatures": ["verdict", "category"],
}


def metadata() -> dict[str, Any]:
    """Datasette's metadata for a results database."""
    tables: dict[str, Any] = {
        name: {"description": description, "columns": columns} for name, (description, columns) in TABLES.items()
    }
    for name in _HIDDEN:
        tables.setdefault(name, {})["hidden"] = True
    for name, label in _LABELS.items():
        tables[name]["label_column"] = label
    for name, facets in _FACETS.items():
        tables[name]["facets"] = facets
    return {
        "title": "TraceLore results",
        "description": "Events that `tracelore match` found, with their packets and what they mean. "
        "Start with the view `reports`.",
        "tables": tables,
    }
