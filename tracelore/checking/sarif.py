"""Diagnostics as SARIF 2.1.0 (OASIS, 2020), which code hosts show beside the lines they are about."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sigdsl.codes import RULES, Rule
from sigdsl.diagnostics import Diagnostic, SourceText
from sigdsl.load import Loaded
from sigdsl.model import Span
from sigdsl.repair import exact
from tracelore import __version__

__all__ = ["as_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Where a file as a whole is at fault: code hosts show no result without a line.
_BEGINNING = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}


def as_sarif(loaded: Loaded) -> dict[str, Any]:
    """One log with one run. Paths are as they were given to the command: relative ones start where it ran."""
    texts = {path: SourceText(text) for path, text in loaded.texts.items()}
    driver = {"name": "tracelore check", "version": __version__, "rules": [_rule(rule) for rule in RULES.values()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, texts.get(each.path)) for each in loaded.diagnostics],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.title.replace("-", " ").replace("'", "").split()),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": f"{rule.meaning} {rule.repair}"},
        "defaultConfiguration": {"level": "warning" if rule.code.startswith("W") else "error"},
    }


_INDICES = {code: index for index, code in enumerate(RULES)}


def _result(diagnostic: Diagnostic, source: SourceText | None) -> dict[str, Any]:
    artifact = {"uri": _uri(diagnostic.path)}
    told = f"{diagnostic.message} ({diagnostic.help})" if diagnostic.help else diagnostic.message
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": _INDICES[diagnostic.code],
        "level": diagnostic.severity,
        "message": {"text": told},
        "locations": [_location(artifact, diagnostic.labels[0].span if diagnostic.labels else None, source)],
    }
    if len(diagnostic.labels) > 1 and source is not None:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": label.text}, **_location(artifact, label.span, source)}
            for number, label in enumerate(diagnostic.labels[1:], 1)
        ]
    if diagnostic.repair is not None and source is not None:
        edits = [exact(edit, source.text) for edit in diagnostic.repair.edits]
        replacements = [
            {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": edit.text}} for edit in edits
        ]
        change = {"artifactLocation": artifact, "replacements": replacements}
        result["fixes"] = [{"description": {"text": diagnostic.repair.title}, "artifactChanges": [change]}]
    return result


def _location(artifact: dict[str, str], span: Span | None, source: SourceText | None) -> dict[str, Any]:
    region = _BEGINNING if span is None or source is None else _region(span, source)
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _region(span: Span, source: SourceText) -> dict[str, int]:
    (line, column), (end_line, end_column) = source.position(span.start), source.position(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))
