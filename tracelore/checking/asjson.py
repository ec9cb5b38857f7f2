"""Diagnostics as JSON, for programs: one object with all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sigdsl.diagnostics import Diagnostic, SourceText
from sigdsl.load import Loaded
from sigdsl.model import Span
from sigdsl.repair import exact

__all__ = ["as_json"]


def as_json(loaded: Loaded) -> dict[str, Any]:
    """What `tracelore check --format json` prints.

    Lines and columns count from 1, offsets from 0, both in characters; `end` is the first character after a stretch.
    """
    texts = {path: SourceText(text) for path, text in loaded.texts.items()}
    return {
        "signatures": len(loaded.sources),
        "errors": len(loaded.errors),
        "warnings": len(loaded.diagnostics) - len(loaded.errors),
        "diagnostics": [_diagnostic(each, texts.get(each.path)) for each in loaded.diagnostics],
    }


def _diagnostic(diagnostic: Diagnostic, source: SourceText | None) -> Mapping[str, Any]:
    repair = diagnostic.repair
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "path": diagnostic.path,
        "labels": [{**_place(label.span, source), "text": label.text} for label in diagnostic.labels],
        "help": diagnostic.help,
        "repair": repair
        and {
            "title": repair.title,
            "certain": repair.certain,
            "edits": [
                {**_place(edit.span, source), "text": edit.text}
                for edit in (exact(each, source.text if source else "") for each in repair.edits)
            ],
        },
    }


def _place(span: Span, source: SourceText | None) -> dict[str, Any]:
    def position(offset: int) -> dict[str, int]:
        line, column = source.position(offset) if source is not None else (1, 1)
        return {"line": line, "column": column, "offset": offset}

    return {"start": position(span.start), "end": position(span.end)}
