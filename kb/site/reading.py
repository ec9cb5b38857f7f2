"""The page of a signature, its source, and two signatures side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from datasette import Response

from kb.compare import compare
from kb.errors import KnowledgeBaseError, NotesError
from kb.observed import observed_by
from kb.overview import brief_of
from kb.pages import SignaturePage
from kb.read import show
from kb.site.near import signatures_near
from kb.site.settings import settings_of
from kb.site.visit import Visit

__all__ = ["compare_page", "row_page", "signature_page", "source_page"]


async def signature_page(visit: Visit, extras: Mapping[str, Any] | None = None, status: int = 200) -> Response:
    """All that is known of a signature. `extras`: what became of a note that was to be added."""
    slug = visit.part("slug")
    if await visit.ask(brief_of, slug) is None:
        return await _no_signature(visit, slug)
    page = await visit.ask(show, slug)
    below = await visit.ask(observed_by, page)
    observed = [
        {"slug": each.signature.slug, "title": each.signature.title, "patterns": each.patterns}
        for each in below
        if each.patterns
    ]
    context = {**signature_context(page), "observed": observed, **await _notes(visit, slug)}
    forms = {"may_write": await visit.may_write(), "filled": {}, **(extras or {})}
    return await visit.show("tracelore/signature.html", context, forms, status)


async def _notes(visit: Visit, slug: str) -> dict[str, Any]:
    """Notes on a signature; a file of notes that cannot be read hides nothing of the signature."""
    try:
        notes = await asyncio.to_thread(settings_of(visit.datasette).notes.of, slug)
    except NotesError as error:
        return {"notes": [], "notes_error": str(error)}
    shown = [
        {"id": note.id, "kind": note.kind, "standing": note.standing, "revisions": note.revisions} for note in notes
    ]
    return {"notes": shown}


async def source_page(visit: Visit) -> Response:
    """The signature as its authors wrote it, to be kept in a file."""
    slug = visit.part("slug")
    if await visit.ask(brief_of, slug) is None:
        return await _no_signature(visit, slug)
    text = (await visit.ask(show, slug)).source_text.rstrip("\n") + "\n"
    headers = {"content-disposition": f'attachment; filename="{_file_name(slug)}.sig"'}
    return Response.text(text, headers=headers)


async def row_page(visit: Visit) -> Response:
    """Where Datasette shows a signature as a row, people find its page; its row is at the same address as JSON."""
    path = visit.datasette.urls.path(f"/signature/{visit.request.url_vars['slug']}")
    return Response.redirect(path)


async def compare_page(visit: Visit) -> Response:
    """Two signatures, field by field and word by word."""
    one, other = visit.text("a"), visit.text("b")
    if not (one and other):
        return await visit.show("tracelore/compare.html", {"a": one, "b": other})
    try:
        found = await visit.ask(compare, one, other)
    except KnowledgeBaseError:
        missing = [slug for slug in (one, other) if await visit.ask(brief_of, slug) is None]
        if not missing:
            raise
        return await _no_signature(visit, missing[0])
    context = {
        "a": one,
        "b": other,
        "one": signature_context(found.one),
        "other": signature_context(found.other),
        "fields": found.fields,
    }
    return await visit.show("tracelore/compare.html", context)


def signature_context(page: SignaturePage) -> dict[str, Any]:
    """What a page says of a signature, as plain values under the names that the language has for them."""
    signature, event = page.signature, page.signature.event
    return {
        "slug": signature.slug,
        "title": signature.title,
        "category": signature.category,
        "internal": signature.internal,
        "verdict": signature.verdict,
        "confidence": signature.confidence,
        "version": signature.version,
        "specificity_bits": page.specificity_bits,
        "bottom_line": signature.section("bottom-line"),
        "authors": signature.authors,
        "created": signature.created,
        "revised": signature.revised,
        "era": signature.era,
        "licence": signature.licence,
        "tags": signature.tags,
        "observes": signature.observes,
        "patterns": page.patterns,
        "event": event and {
            "by": page.event_key, "gap": f"{event.gap.count}{event.gap.unit}", "having": page.event_condition,
        },
        "analysis": [part for part in signature.analysis if part.heading != "bottom-line"],
        "hypotheses": signature.hypotheses,
        "false_positives": signature.false_positives,
        "blind_spots": signature.blind_spots,
        "traces": signature.traces,
        "related": page.related,
        "references": signature.references,
        "revisions": page.revisions,
        "pack": page.pack,
        "source_path": page.source_path,
        "source_text": page.source_text,
    }  # fmt: skip


async def _no_signature(visit: Visit, slug: str) -> Response:
    near = await visit.ask(signatures_near, slug)
    return await visit.missing(f"There is no signature called {slug}.", near)


def _file_name(slug: str) -> str:
    """A slug holds nothing else anyway; a file name in a header must not."""
    return "".join(letter for letter in slug if letter.isascii() and (letter.isalnum() or letter == "-"))
