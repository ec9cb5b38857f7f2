"""Revisions as text: one JSON object a line, keys in alphabetical order, and the digest over it that is the id.

The digest covers everything but the id itself. So nobody can change what another has said without its becoming another
revision, one that came twice is the same, and no two people need to agree on numbers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any, Final

from kb.errors import NotesError
from kb.notes import rules
from kb.notes.limits import MAX_BYTES, MAX_LINE, MAX_PARENTS, MAX_REVISIONS
from kb.notes.model import KINDS, Content, NoteKind, Revision, Sighting

__all__ = ["FORMAT", "made", "read_lines", "record_of", "write_lines"]

FORMAT: Final = 1  # of a line; it is in the digest, so that a later format gives other ids

_MOST_DIGITS: Final = 20  # of a number; all that a revision holds are shorter

_Rule = Callable[[Any], Any]
_CONTENT: Final[Mapping[NoteKind, Mapping[str, _Rule]]] = {
    "remark": {"text": rules.text},
    "sighting": {
        "place": rules.short, "first_seen": rules.when, "last_seen": rules.optional(rules.when),
        "count": rules.optional(rules.count), "text": rules.text,
    },
    "interpretation": {
        "title": rules.short, "verdict": rules.verdict, "weight": rules.weight,
        "because": rules.lines, "against": rules.lines, "test": rules.lines,
    },
}  # fmt: skip


def made(revision: Revision) -> Revision:
    """The revision with the id that follows from what it says; a first one's note is itself.

    Raises:
        NotesError: What it says is against the rules or too large.
    """
    draft = _record(revision)
    if len(_canonical(draft).encode("utf-8", "surrogatepass")) > MAX_LINE:
        raise NotesError(f"the note is too long: at most {MAX_LINE:,} bytes")
    try:
        checked = _revision({**draft, "id": "0" * 64}, verify=False)
    except ValueError as error:
        raise NotesError(f"the note {error}") from None
    identity = _digest(draft)
    return replace(checked, id=identity, note=checked.note or identity)


def write_lines(revisions: Iterable[Revision]) -> str:
    """Revisions as NDJSON, in the order given; what `read_lines` reads."""
    return "".join(_canonical(record_of(each)) + "\n" for each in revisions)


def record_of(revision: Revision) -> dict[str, Any]:
    """A revision as the JSON object of its line."""
    return {**_record(revision), "id": revision.id}


def read_lines(data: str | bytes) -> tuple[Revision, ...]:
    """The revisions of an export or a pack, each once, in the order in which they stand. Nothing is written.

    Raises:
        NotesError: A line is no revision, breaks a rule or a limit, or was altered; the message says which and why.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        raise NotesError(f"{len(raw):,} bytes of notes; the most is {MAX_BYTES:,}")
    found: dict[str, Revision] = {}
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            revision = _read(line)
        except ValueError as error:
            raise NotesError(f"line {number}: {error}") from None
        found[revision.id] = revision
        if len(found) > MAX_REVISIONS:
            raise NotesError(f"line {number}: more than {MAX_REVISIONS:,} revisions")
    return tuple(found.values())


# --- writing ---------------------------------------------------------------------------------------------------------


def _record(revision: Revision) -> dict[str, Any]:
    """What the digest is over. A first revision cannot name its note, which is itself."""
    record = asdict(revision)
    del record["id"]
    return {**record, "format": FORMAT, "note": revision.note if revision.parents else None}


def _canonical(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(record: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(record).encode("utf-8", "surrogatepass")).hexdigest()


# --- reading ---------------------------------------------------------------------------------------------------------


def _read(line: bytes) -> Revision:
    if len(line) > MAX_LINE:
        raise ValueError(f"{len(line):,} bytes; the most is {MAX_LINE:,}")
    try:
        record = json.loads(line.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refused, parse_int=_integer)
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"is no JSON: {error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("is nested too deep") from None
    if not isinstance(record, dict):
        raise ValueError("is no JSON object")
    return _revision(record, verify=True)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("names something twice")
    return found


def _refused(word: str) -> Any:
    raise ValueError(f"holds {word}, which is no JSON")


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"holds a number of {len(digits):,} digits")
    return int(digits)


def _revision(record: dict[str, Any], *, verify: bool) -> Revision:
    """A revision from its record; ValueError where it breaks a rule."""
    _check_names(record, _HEAD.keys() | {"format", "content"}, "")
    if type(record["format"]) is not int or record["format"] != FORMAT:
        raise ValueError(f"is of format {str(record['format'])[:40]}, and this is format {FORMAT}")
    head = {name: _ruled(name, rule, record[name]) for name, rule in _HEAD.items()}
    content = None if record["content"] is None else _content(head["kind"], record["content"])
    if (head["note"] is None) == bool(head["parents"]):
        raise ValueError("a first revision names no note, and a later one names its note and what it replaces")
    if content is None and not head["parents"]:
        raise ValueError("a note cannot begin by being withdrawn")
    if verify and head["id"] != _digest({name: value for name, value in record.items() if name != "id"}):
        raise ValueError(f"{head['id'][:12]}… is not the digest of what it says: it was altered")
    return Revision(**{**head, "note": head["note"] or (head["id"] if verify else "")}, content=content)


def _content(kind: NoteKind, record: Any) -> Content:
    if not isinstance(record, dict):
        raise ValueError("`content` is no JSON object")
    _check_names(record, _CONTENT[kind].keys(), f"{kind}: ")
    content = KINDS[kind](**{name: _ruled(name, rule, record[name]) for name, rule in _CONTENT[kind].items()})
    if kind == "remark" and not record["text"].strip():
        raise ValueError("`text` is empty")
    if isinstance(content, Sighting) and content.last_seen and rules.is_before(content.last_seen, content.first_seen):
        raise ValueError("`last_seen` is before `first_seen`")
    return content


def _check_names(record: Mapping[str, Any], wanted: Iterable[str], where: str) -> None:
    missing, more = sorted(set(wanted) - record.keys()), sorted(record.keys() - set(wanted))
    if missing:
        raise ValueError(f"{where}`{missing[0]}` is missing")
    if more:
        raise ValueError(f"{where}there is no `{more[0][:40]}`")


def _ruled(name: str, rule: _Rule, value: Any) -> Any:
    try:
        return rule(value)
    except ValueError as error:
        raise ValueError(f"`{name}` {error}") from None


def _parents(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple) or len(value) > MAX_PARENTS:
        raise ValueError(f"is no list of at most {MAX_PARENTS} ids")
    parents = tuple(rules.digest(each) for each in value)
    if list(parents) != sorted(set(parents)):
        raise ValueError("is not sorted, or names one twice")
    return parents


_HEAD: Final[Mapping[str, _Rule]] = {
    "id": rules.digest,
    "note": rules.optional(rules.digest),
    "parents": _parents,
    "kind": rules.chosen(NoteKind),
    "signature": rules.slug,
    "version": rules.optional(rules.count),
    "author": rules.short,
    "date": rules.moment,
    "reason": rules.text,
}
