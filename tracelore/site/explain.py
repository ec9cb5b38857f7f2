"""`Explain this`: what somebody pasted or dropped, explained, and kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote
from weakref import WeakKeyDictionary

from datasette import Request, Response

from kb.errors import KnowledgeBaseError
from kb.site.respond import respond
from kb.site.visit import Visit
from tracelore.explaining.examples import FIRST_EXAMPLE, Example, example
from tracelore.explaining.limits import Limits, limits_from
from tracelore.explaining.workers import BusyError, ExplainError, Workers
from tracelore.report.card import Card, Section, card_of, grouped
from tracelore.results.event import EventReport, Evidence
from tracelore.site.upload import Given, UploadError, read_given

__all__ = ["EXPLAIN_PATHS", "explain_page", "limits_of", "refuse"]

EXPLAIN_PATHS: Final = ("/explain", "/explain.json")
_PAGE: Final = "tracelore/explain.html"
_MOST_TEXT: Final = 200_000  # characters that go back into the form
_SOON: Final = "5"

_workers: WeakKeyDictionary[Any, Workers] = WeakKeyDictionary()  # by Datasette application


def limits_of(datasette: Any) -> Limits:
    """The limits, as the plugin `tracelore` is configured; ValueError for one that is none."""
    return limits_from((datasette.plugin_config("tracelore") or {}).get("explain"))


async def explain_page(visit: Visit) -> Response:
    """The form; with an example where one is asked for; after a POST, with the answer."""
    if visit.request.method == "POST":
        return await _explained(visit)
    name = visit.text("example", 200)
    if not name:
        return await _answer(visit, {})
    try:
        found = await visit.ask(example, name, visit.number("trace", 1, 1000))
    except KnowledgeBaseError as error:
        return await _answer(visit, {"error": str(error).removeprefix(f"{visit.served.path}: ")}, status=404)
    return await _answer(visit, {"example": found})


async def _explained(visit: Visit) -> Response:
    limits = limits_of(visit.datasette)
    workers = _workers.setdefault(visit.datasette, Workers(limits))
    given = Given(b"")
    try:
        given = await read_given(visit.request, limits.max_bytes)
        found = await workers.explain(visit.served.path, given.data)
    except UploadError as error:
        return await _answer(visit, {"error": str(error)}, given, error.status)
    except BusyError as error:
        answer = await _answer(visit, {"error": str(error)}, given, 503)
        answer.headers["retry-after"] = _SOON
        return answer
    except ExplainError as error:
        return await _answer(visit, {"error": str(error)}, given, 422)
    return await _answer(visit, {"given": given.name or "text", "answer": found}, given)


async def _answer(visit: Visit, context: Mapping[str, Any], given: Given | None = None, status: int = 200) -> Response:
    shown: Example | None = context.get("example")
    text = given.text[:_MOST_TEXT] if given else shown.text if shown else ""
    extras = {"text": text, "first_example": FIRST_EXAMPLE, "limits": limits_of(visit.datasette), "groups": []}
    answer = context.get("answer")
    if answer:
        extras["groups"] = grouped(_card(record) for record in answer["events"])
        extras["links"] = _links(visit, answer)
    whole = {"error": None, "example": None, "answer": None, "limits": extras["limits"], **context}
    return await visit.show(_PAGE, whole, extras, status)


def _card(record: Mapping[str, Any]) -> Card:
    evidence = tuple(Evidence(each["frame"], each["time_ns"], each["line"]) for each in record["evidence"])
    event = EventReport.from_values(record, record["first_seen_ns"], record["last_seen_ns"], evidence)
    analysis = [Section(part["heading"], part["text"]) for part in record["analysis"]]
    return card_of(event, analysis, record["also_titles"])


def _links(visit: Visit, answer: Mapping[str, Any]) -> dict[str, str]:
    """Addresses of all signatures that are named: they come from the knowledge base that is served."""
    named = {event["signature"] for event in answer["events"]} | {each["slug"] for each in answer["more_events"]}
    named |= {slug for event in answer["events"] for slug in event["also"]}
    named |= {near["slug"] for packet in answer["unexplained"] for near in packet["near"]}
    named |= {miss["slug"] for miss in answer["near_misses"]}
    return {slug: visit.datasette.urls.path(f"/signature/{quote(slug)}") for slug in named}


async def refuse(datasette: Any, scope: dict[str, Any], send: Any, message: str, status: int) -> None:
    """The page that says why a POST was refused before anything read it."""
    form = "json" if scope["path"].endswith(".json") else None
    unread = {**scope, "csrftoken": lambda: "", "url_route": {"kwargs": {"format": form}}, "actor": None}
    request = Request(unread, None)
    limits = limits_of(datasette)
    context = {"error": message, "example": None, "answer": None, "limits": limits}
    extras = {"text": "", "first_example": FIRST_EXAMPLE, "groups": []}
    answer = await respond(datasette, request, _PAGE, context, extras=extras, status=status)
    answer.headers["connection"] = "close"  # the rest of the body is not read
    await answer.asgi_send(send)
