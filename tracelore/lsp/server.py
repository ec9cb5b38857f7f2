"""The language server: adapters between the protocol and plain functions. It speaks over standard input and output.

What an editor sends is taken as whole texts. Questions are answered one after the other in a thread of their own, so
that messages are read meanwhile; a text is checked when nothing was typed for a moment, and what was found is only sent
while it is about the text that the editor has.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from lsprotocol import types
from pygls import uris
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from sigdsl.diagnostics import Diagnostic
from sigdsl.format import format_text
from sigdsl.model import Signature, Span
from tracelore import __version__
from tracelore.lsp import answers
from tracelore.lsp.analysis import all_repaired, check_text
from tracelore.lsp.complete import complete
from tracelore.lsp.describe import hover
from tracelore.lsp.library import Library
from tracelore.lsp.names import Occurrence, read, signatures_of, symbols
from tracelore.lsp.places import Encoding, Places, plain_lines
from tracelore.lsp.refactor import Place, RenameError, definitions, name_at, references, rename

__all__ = ["make_server"]

_PAUSE: Final = 0.2  # seconds without typing before a text is checked
_ENCODINGS: Final[dict[str, Encoding]] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}
_log = logging.getLogger(__name__)
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Document:
    """A text as the editor has it."""

    uri: str
    path: Path
    text: str
    version: int | None
    places: Places

    def offset(self, position: types.Position) -> int:
        return self.places.offset(position.line, position.character)


class _Server(LanguageServer):
    """What a session keeps: the library, and what was found last in each open text."""

    def __init__(self) -> None:
        super().__init__("tracelore", __version__, types.TextDocumentSyncKind.Full)
        self.library = Library()
        self.worker = ThreadPoolExecutor(1, "tracelore-lsp")
        self.found: dict[str, tuple[int | None, tuple[Diagnostic, ...]]] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    @property
    def encoding(self) -> Encoding:
        agreed = self.server_capabilities.position_encoding
        return _ENCODINGS.get(str(getattr(agreed, "value", agreed)), "utf-16")

    def document(self, uri: str) -> _Document:
        """A text that is open; of any other, nothing can be asked."""
        opened = self.workspace.text_documents.get(uri)
        if opened is None:
            raise JsonRpcInvalidParams(f"{uri} is not open")
        text = plain_lines(opened.source)
        return _Document(uri, _path(uri), text, opened.version, Places(text, self.encoding))

    def opened(self) -> dict[Path, str]:
        """The texts that are open, by their paths."""
        return {_path(uri): plain_lines(each.source) for uri, each in self.workspace.text_documents.items()}

    async def ask(self, question: Callable[[], _T]) -> _T:
        """Answer a question in the thread for it."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, question)

    async def known(self, document: _Document) -> list[Signature]:
        """The signatures of the text itself, and all others."""
        opened = self.opened()

        def question() -> list[Signature]:
            own = signatures_of(read(document.text))
            slugs = {each.slug for each in own}
            others = self.library.signatures(opened, but=document.path)
            return [*own, *(each for each in others if each.slug not in slugs)]

        return await self.ask(question)

    # --- checking

    def check_soon(self, uri: str) -> None:
        """Check a text after a pause; what was to be checked of it before is not any more."""
        self.forget(uri)
        self.waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri))

    def forget(self, uri: str) -> None:
        task = self.waiting.pop(uri, None)
        if task is not None:
            task.cancel()

    async def _check(self, uri: str) -> None:
        await asyncio.sleep(_PAUSE)
        document, opened = self.document(uri), self.opened()

        def question() -> tuple[Diagnostic, ...]:
            return check_text(document.text, document.path, self.library.signatures(opened, but=document.path))

        try:
            found = await self.ask(question)
        except Exception:  # a fault of ours must not end the session: the next text is checked again
            _log.exception("checking %s failed", uri)
            return
        if uri in self.workspace.text_documents and self.document(uri).version == document.version:
            self.found[uri] = (document.version, found)
            told = [answers.diagnostic(each, uri, document.places) for each in found]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told, document.version))


def _path(uri: str) -> Path:
    return Path(uris.to_fs_path(uri) or uri)


def make_server() -> LanguageServer:
    """A server that has not started."""
    server = _Server()
    for add in (_lifecycle, _language, _naming, _repairing):
        add(server)
    return server


def _lifecycle(server: _Server) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        folders = [_path(uri) for uri in server.workspace.folders]
        root = server.workspace.root_path
        server.library = Library(folders or ([Path(root)] if root else []))

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_files(params: types.DidChangeWatchedFilesParams) -> None:
        check_all()

    def check_all() -> None:
        for uri in server.workspace.text_documents:  # each may observe what has changed
            server.check_soon(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.forget(uri)
        server.found.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _language(server: _Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def show(params: types.HoverParams) -> types.Hover | None:
        document = server.document(params.text_document.uri)
        known = await server.known(document)
        found = hover(document.text, document.offset(params.position), {each.slug: each for each in known})
        if found is None:
            return None
        text, start, end = found
        content = types.MarkupContent(types.MarkupKind.Markdown, text)
        return types.Hover(content, answers.range_of(Span(start, end), document.places))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["."]))
    async def suggest(params: types.CompletionParams) -> types.CompletionList:
        document = server.document(params.text_document.uri)
        offset = document.offset(params.position)
        known = await server.known(document)
        found, start = complete(document.text, offset, known)
        replaced = answers.range_of(Span(start, offset), document.places)
        items = [answers.completion(each, replaced, rank) for rank, each in enumerate(found)]
        return types.CompletionList(is_incomplete=False, items=items)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def format_document(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        document = server.document(params.text_document.uri)
        formatted, _ = format_text(document.text, str(document.path))
        if formatted is None or formatted == document.text:  # faults of syntax are shown already
            return []
        return [types.TextEdit(answers.whole(document.text, document.places), formatted)]

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def outline(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = server.document(params.text_document.uri)
        return [answers.symbol(each, document.places) for each in symbols(read(document.text))]


def _naming(server: _Server) -> None:
    async def follow(
        params: types.DefinitionParams | types.ReferenceParams,
        where: Callable[[Path, Occurrence, Library, dict[Path, str]], list[Place]],
    ) -> list[types.Location]:
        document, opened = server.document(params.text_document.uri), server.opened()
        name = name_at(document.text, document.offset(params.position))
        if name is None:
            return []
        found = await server.ask(lambda: where(document.path, name, server.library, opened))
        return answers.locations(found, server.encoding)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def define(params: types.DefinitionParams) -> list[types.Location]:
        return await follow(params, definitions)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def refer(params: types.ReferenceParams) -> list[types.Location]:
        return await follow(params, lambda *known: list(references(*known)))

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.Range | None:
        document = server.document(params.text_document.uri)
        name = name_at(document.text, document.offset(params.position))
        return answers.range_of(name.span, document.places) if name is not None else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def give_name(params: types.RenameParams) -> types.WorkspaceEdit | None:
        document, opened = server.document(params.text_document.uri), server.opened()
        name = name_at(document.text, document.offset(params.position))
        if name is None:
            return None
        try:
            found = await server.ask(lambda: rename(document.path, name, params.new_name, server.library, opened))
        except RenameError as error:
            raise JsonRpcInvalidParams(str(error)) from error
        return answers.workspace_edit(found, params.new_name, server.encoding)


def _repairing(server: _Server) -> None:
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    async def repair(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = server.document(params.text_document.uri)
        wanted = params.context.only or [types.CodeActionKind.QuickFix]
        actions: list[types.CodeAction] = []
        if types.CodeActionKind.QuickFix in wanted:
            actions.extend(_quick_fixes(server, document, params.range))
        if types.CodeActionKind.SourceFixAll in wanted or types.CodeActionKind.Source in wanted:
            known = await server.known(document)
            repaired = await server.ask(lambda: all_repaired(document.text, document.path, known))
            if repaired is not None:
                edit = types.TextEdit(answers.whole(document.text, document.places), repaired)
                change = types.WorkspaceEdit(changes={document.uri: [edit]})
                title = "Repair what is certain, and format"
                actions.append(types.CodeAction(title, kind=types.CodeActionKind.SourceFixAll, edit=change))
        return actions


def _quick_fixes(server: _Server, document: _Document, at: types.Range) -> list[types.CodeAction]:
    version, found = server.found.get(document.uri, (None, ()))
    if version != document.version:
        return []  # places of another text
    start, end = document.offset(at.start), document.offset(at.end)
    return [
        answers.quick_fix(each, document.uri, document.text, document.places)
        for each in found
        if each.repair is not None and each.span.start <= end and start <= each.span.end
    ]
