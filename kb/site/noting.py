"""Notes, sightings and other readings on a signature's page: shown to all, added by those who may."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from datasette import Response
from datasette.utils import display_actor

from kb.errors import NotesError
from kb.notes import Content, Interpretation, Note, Remark, Sighting
from kb.overview import brief_of
from kb.read import show
from kb.site.reading import signature_page
from kb.site.settings import settings_of
from kb.site.visit import Visit

__all__ = ["add_note_page", "withdraw_note_page"]

_OWNER = "root"  # who signed in with the token that `browse --write` prints
_POINTS = ("because", "against", "test")
_MOST = 100_000  # characters of a form; kb.notes has limits of its own for each part


async def add_note_page(visit: Visit) -> Response:
    """A note is added, and the page of its signature shown with it."""
    form = await _form(visit)
    slug = visit.part("slug")
    known = await visit.ask(brief_of, slug)
    if known is None:
        return await signature_page(visit)
    version = (await visit.ask(show, slug)).signature.version
    notes = settings_of(visit.datasette).notes
    try:
        await asyncio.to_thread(notes.add, slug, _content(form), _author(visit, form), version=version)
    except NotesError as error:
        return await signature_page(visit, {"note_error": str(error), "filled": form}, status=400)
    return _done(visit, slug, "The note was added.")


async def withdraw_note_page(visit: Visit) -> Response:
    """A note is withdrawn; its history stays."""
    form = await _form(visit)
    slug = visit.part("slug")
    try:
        await asyncio.to_thread(_withdraw, settings_of(visit.datasette).notes, slug, form, _author(visit, form))
    except NotesError as error:
        return await signature_page(visit, {"note_error": str(error), "filled": form}, status=400)
    return _done(visit, slug, "The note was withdrawn.")


def _withdraw(notes: Any, slug: str, form: Mapping[str, str], author: str) -> None:
    note: Note = notes.find(form.get("note", ""))
    if note.signature != slug or note.is_withdrawn:
        raise NotesError("there is no such note here that still stands")
    notes.withdraw(note, author, reason=form.get("reason", ""))


async def _form(visit: Visit) -> dict[str, str]:
    """What was sent, by somebody who may write; Datasette has checked that it was sent from a form of this site."""
    await visit.require_writing()
    values = await visit.request.post_vars()
    return {name: value.replace("\r\n", "\n").strip()[:_MOST] for name, value in values.items()}


def _author(visit: Visit, form: Mapping[str, str]) -> str:
    """Whoever signed in; the owner, who has no name here, gives one."""
    actor = visit.request.actor
    return form.get("author", "") if actor.get("id") == _OWNER else str(display_actor(actor))


def _content(form: Mapping[str, str]) -> Content:
    """What a form says.

    Raises:
        NotesError: It is of no kind that there is, or a number is none. The rest is checked where it is kept.
    """
    text = form.get("text", "")
    match form.get("kind"):
        case "remark":
            return Remark(text)
        case "sighting":
            last, count = form.get("last_seen") or None, _number(form.get("count", ""))
            return Sighting(
                form.get("place", ""), form.get("first_seen", ""), last, int(count) if count else None, text
            )
        case "interpretation":
            points = {name: tuple(filter(None, map(str.strip, form.get(name, "").split("\n")))) for name in _POINTS}
            verdict, weight = form.get("verdict", ""), form.get("weight", "")
            return Interpretation(form.get("title", ""), verdict, weight, **points)  # type: ignore[arg-type]
    raise NotesError("a note is a remark, a sighting or an interpretation")


def _number(text: str) -> int | None:
    if text and not (text.isdecimal() and len(text) < 16):
        raise NotesError(f"how many: {text[:40]!r} is no number")
    return int(text) if text else None


def _done(visit: Visit, slug: str, message: str) -> Response:
    visit.datasette.add_message(visit.request, message)
    page = visit.datasette.urls.path(f"/signature/{quote(slug, safe='')}")
    return Response.redirect(f"{page}#notes", status=303)
