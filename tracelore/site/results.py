"""The pages of results databases: all of them, one with its events, one event."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import numpy as np
from datasette import Response

from kb.read import explanations
from kb.site.visit import Visit
from tracelore.report.card import card_of
from tracelore.report.timeline import Timeline, draw_timeline, vega_lite
from tracelore.site.choice import FACETS, Choice, ChoiceError, chosen, read_choice
from tracelore.site.databases import ResultsDatabase, columns_of, results_databases
from tracelore.site.events import EventColumns
from tracelore.site.facets import Facet, Talker, facets, talkers, with_source
from tracelore.site.listing import EventPage, page_of, timeline_of
from tracelore.site.stored import EventLine, captures, event_lines, numbers_of, runs, stored, totals

__all__ = ["database_page", "event_page", "results_page"]


async def results_page(visit: Visit) -> Response:
    """The results databases that are served."""
    listed = []
    for name, results in results_databases(visit.datasette).items():
        if not await _allowed(visit, name):
            continue
        line: dict[str, Any] = {"name": name, "problem": results.problem, "url": f"/results/{quote(name)}"}
        if not results.problem:
            line |= {"totals": await results.ask(totals), "runs": await results.ask(runs)}
        listed.append(line)
    return await visit.show("tracelore/results.html", {"databases": listed})


async def database_page(visit: Visit) -> Response:
    """One database: its summary, its events over time and by facet, and a page of those that are chosen."""
    return await _with_database(visit, _database_page)


async def event_page(visit: Visit) -> Response:
    """One event: what was seen beside what it means."""
    return await _with_database(visit, _event_page)


async def _with_database(visit: Visit, view: Callable[[Visit, ResultsDatabase], Awaitable[Response]]) -> Response:
    name = visit.part("database")
    known = results_databases(visit.datasette)
    if name not in known or not await _allowed(visit, name):
        near = {f"/results/{quote(other)}": other for other in known if await _allowed(visit, other)}
        return await visit.missing(f"No results database called {name} is served here.", near)
    results = known[name]
    try:
        if results.problem:
            return await _unreadable(visit, results, results.problem)
        return await view(visit, results)
    except sqlite3.Error as error:
        return await _unreadable(visit, results, f"{name} cannot be read: {error}")


async def _allowed(visit: Visit, name: str) -> bool:
    allowed: bool = await visit.datasette.permission_allowed(
        visit.request.actor, "view-database", resource=name, default=True
    )
    return allowed


async def _unreadable(visit: Visit, results: ResultsDatabase, problem: str) -> Response:
    context = {"database": results.name, "error": problem, "status": 500}
    return await visit.show("tracelore/results-problem.html", context, status=500)


# --- one database -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    """What a choice leaves of a database."""

    choice: Choice
    events: int
    packets: int
    inconclusive: int
    sources: int
    facets: list[Facet]
    talkers: list[Talker]
    timeline: Timeline | None
    page: EventPage
    lines: list[EventLine]


def _find(connection: sqlite3.Connection, events: EventColumns, choice: Choice, after: str, before: str) -> _Found:
    choice = with_source(connection, choice)
    rows = chosen(events, choice)
    page = page_of(events, rows, after, before)
    sources = events.source[rows]
    return _Found(
        choice=choice,
        events=len(rows),
        packets=int(events.packets[rows].sum()),
        inconclusive=int(np.count_nonzero(events.inconclusive[rows])),
        sources=int(np.count_nonzero(np.bincount(sources + 1, minlength=1)[1:])),
        facets=facets(connection, events, choice, rows),
        talkers=talkers(connection, events, rows),
        timeline=timeline_of(events, rows),
        page=page,
        lines=event_lines(connection, page.numbers),
    )


async def _database_page(visit: Visit, results: ResultsDatabase) -> Response:
    arguments = {name: visit.text(name) for name in (*FACETS, "from", "to", "after", "before")}
    try:
        choice = read_choice(arguments)
        events = await columns_of(results)
        found = await results.ask(_find, events, choice, arguments["after"], arguments["before"])
    except ChoiceError as error:
        problem = {"error": str(error), "status": 400, "database": results.name}
        return await visit.show("tracelore/results-problem.html", problem, status=400)
    context: dict[str, Any] = {
        "database": results.name,
        "totals": await results.ask(totals),
        "chosen": {**choice.values, "from": choice.start_ns, "to": choice.end_ns},
        "events": found.events,
        "packets": found.packets,
        "inconclusive": found.inconclusive,
        "sources": found.sources,
        "facets": found.facets,
        "top_talkers": found.talkers,
        "list": found.lines,
        "first": found.page.first,
        "after": found.page.after,
        "before": found.page.before,
        "plots": {"timeline": vega_lite(found.timeline)} if found.timeline else {},
        "runs": await results.ask(runs),
        "captures": await results.ask(captures),
    }
    return await visit.show("tracelore/results-database.html", context, _links(visit, results, found))


def _links(visit: Visit, results: ResultsDatabase, found: _Found) -> dict[str, Any]:
    here = visit.datasette.urls.path(f"/results/{quote(results.name)}")
    choice = found.choice

    def at(**changed: str | int | None) -> str:
        query = choice.query(**changed)
        return f"{here}?{query}" if query else here

    def stretch(start: int, end: int) -> str:
        return at(**{"from": start, "to": end})

    return {
        "at": at,
        "titles": FACETS,
        "stretch": stretch,
        "timeline": found.timeline,
        "timeline_picture": draw_timeline(found.timeline, stretch) if found.timeline else "",
        "choice": choice,
    }


# --- one event --------------------------------------------------------------------------------------------------------


async def _event_page(visit: Visit, results: ResultsDatabase) -> Response:
    numbers = await results.ask(numbers_of, visit.part("event"))
    if not numbers:
        near = {f"/results/{quote(results.name)}": f"All events of {results.name}"}
        return await visit.missing(f"{results.name} has no event {visit.part('event')[:80]}.", near)
    wanted = visit.number("number", numbers[0], (1 << 63) - 1)
    found = await results.ask(stored, wanted if wanted in numbers else numbers[0])
    event = found.event
    known = await visit.ask(explanations, [event.signature, *event.also])
    links = {slug: visit.datasette.urls.path(f"/signature/{quote(slug)}") for slug in known}
    card = card_of(event, found.analysis, {slug: each.title for slug, each in known.items()})
    context: Mapping[str, Any] = {
        "database": results.name,
        "event": event,
        "analysis": card.analysis,
        "also": card.also,
        "values_touched": card.strips,
        "arrivals": card.arrivals,
        "run": found.run,
        "numbers": numbers,
        "number": wanted if wanted in numbers else numbers[0],
        "signature_text": found.text,
        "plots": card.plots(),
    }
    return await visit.show("tracelore/results-event.html", context, {"card": card, "links": links})
