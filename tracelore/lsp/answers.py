"""What the plain functions found, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from lsprotocol import types
from pygls import uris

from sigdsl.diagnostics import Diagnostic
from sigdsl.model import Span
from sigdsl.repair import exact
from tracelore.lsp.complete import Suggestion, What
from tracelore.lsp.names import Symbol
from tracelore.lsp.places import Encoding, Places
from tracelore.lsp.refactor import Place

__all__ = ["completion", "diagnostic", "locations", "quick_fix", "range_of", "symbol", "whole", "workspace_edit"]

_KINDS: Final[dict[What, types.CompletionItemKind]] = {
    "field": types.CompletionItemKind.Field,
    "keyword": types.CompletionItemKind.Keyword,
    "value": types.CompletionItemKind.EnumMember,
    "function": types.CompletionItemKind.Function,
    "pattern": types.CompletionItemKind.Variable,
    "signature": types.CompletionItemKind.Class,
    "snippet": types.CompletionItemKind.Snippet,
}
_SYMBOLS: Final = {
    "signature": types.SymbolKind.Class,
    "pattern": types.SymbolKind.Field,
    "event": types.SymbolKind.Event,
    "trace": types.SymbolKind.Constant,
    "hypothesis": types.SymbolKind.String,
}
_IDLE: Final = ("W702", "W703", "W704")  # what could as well not be there is shown faded


def range_of(span: Span, places: Places) -> types.Range:
    """A stretch of a text."""
    start, end = places.range(span)
    return types.Range(types.Position(*start), types.Position(*end))


def whole(text: str, places: Places) -> types.Range:
    """All of a text."""
    return range_of(Span(0, len(text)), places)


def diagnostic(found: Diagnostic, uri: str, places: Places) -> types.Diagnostic:
    """A fault with its help; further places are related information."""
    told = found.labels[0].text if found.labels else ""
    parts = (found.message, told, f"help: {found.help}" if found.help else "")
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, range_of(label.span, places)), label.text or "see here")
        for label in found.labels[1:]
    ]
    return types.Diagnostic(
        range=range_of(found.span, places),
        message="\n".join(filter(None, parts)),
        severity=types.DiagnosticSeverity.Warning if found.severity == "warning" else types.DiagnosticSeverity.Error,
        code=found.code,
        source="tracelore",
        related_information=related or None,
        tags=[types.DiagnosticTag.Unnecessary] if found.code in _IDLE else None,
    )


def quick_fix(found: Diagnostic, uri: str, text: str, places: Places) -> types.CodeAction:
    """The repair that a diagnostic carries."""
    assert found.repair is not None
    edits = [exact(edit, text) for edit in found.repair.edits]
    changes = [types.TextEdit(range_of(edit.span, places), edit.text) for edit in edits]
    return types.CodeAction(
        title=found.repair.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(found, uri, places)],
        is_preferred=found.repair.certain,
        edit=types.WorkspaceEdit(changes={uri: changes}),
    )


def completion(suggestion: Suggestion, replaced: types.Range, rank: int) -> types.CompletionItem:
    """A word to choose; editors sort by `rank`."""
    insert = suggestion.insert if suggestion.insert is not None else suggestion.label
    return types.CompletionItem(
        label=suggestion.label,
        kind=_KINDS[suggestion.what],
        detail=suggestion.detail or None,
        documentation=_markdown(suggestion.text) if suggestion.text else None,
        sort_text=f"{rank:05}",
        filter_text=suggestion.label,
        text_edit=types.TextEdit(replaced, insert),
        insert_text_format=(
            types.InsertTextFormat.PlainText if suggestion.insert is None else types.InsertTextFormat.Snippet
        ),
    )


def _markdown(text: str) -> types.MarkupContent:
    return types.MarkupContent(types.MarkupKind.Markdown, text)


def symbol(part: Symbol, places: Places) -> types.DocumentSymbol:
    """A line of the outline and those below it."""
    return types.DocumentSymbol(
        name=part.name,
        detail=part.detail,
        kind=_SYMBOLS[part.kind],
        range=range_of(part.span, places),
        selection_range=range_of(part.head, places),
        children=[symbol(each, places) for each in part.parts],
    )


def _uri(place: Place) -> str:
    return uris.from_fs_path(str(place.path)) or str(place.path)


def locations(places: Iterable[Place], encoding: Encoding) -> list[types.Location]:
    """Stretches of files."""
    return [types.Location(_uri(each), range_of(each.span, Places(each.text, encoding))) for each in places]


def workspace_edit(places: Sequence[Place], new: str, encoding: Encoding) -> types.WorkspaceEdit:
    """The same word for all the places."""
    changes: dict[str, list[types.TextEdit]] = {}
    for place in places:
        edit = types.TextEdit(range_of(place.span, Places(place.text, encoding)), new)
        changes.setdefault(_uri(place), []).append(edit)
    return types.WorkspaceEdit(changes=changes)
