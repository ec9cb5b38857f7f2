"""Pages that find signatures: by words, and by the values of a packet."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from datasette import Response

from kb.consistent import consistent
from kb.errors import QuestionError
from kb.pages import SearchHit, Slice
from kb.read import search
from kb.site.near import fields_near
from kb.site.visit import Visit
from sigdsl.fields import FIELDS

__all__ = ["search_page", "values_page"]

_PAGE = 20
_MOST_HITS = 500
_MARKS = ("\x01", "\x02")  # in no signature: control characters are not text
_ROWS = 6  # of the form for values: more than most people know of a packet
_FIRST_ASKED = ("ack", "ttl", "window", "id", "dport", "flags")


async def search_page(visit: Visit) -> Response:
    """Signatures in which words stand."""
    words, size = visit.text("q"), visit.number("limit", _PAGE, 100)
    offset = visit.offset(size)
    hits = await visit.ask(search, words, limit=min(offset + size + 1, _MOST_HITS), marks=_MARKS)
    pages = visit.pages(Slice(tuple(hits), offset, len(hits)), size)
    found = [_hit(each) for each in hits[offset : offset + size]]
    context = {"q": words, "hits": found, "pages": {name: pages[name] for name in ("page", "previous", "next")}}
    return await visit.show("tracelore/search.html", context)


def _hit(hit: SearchHit) -> dict[str, Any]:
    """A hit with its snippet in pieces: the words that were found are `marked`."""
    before, *rest = " ".join(hit.snippet.split(" ")).split(_MARKS[0])
    pieces = [(before, False)]
    for each in rest:
        word, _, after = each.partition(_MARKS[1])
        pieces += [(word, True), (after, False)]
    shown = [{"text": text, "marked": marked} for text, marked in pieces if text]
    return {**asdict(hit), "snippet": shown, "url": f"/signature/{hit.slug}"}


async def values_page(visit: Visit) -> Response:
    """Signatures that a packet with some values could belong to."""
    pairs = _pairs(visit)
    if not pairs:
        return await _show_values(visit, pairs, {"given": [], "signatures": []})
    try:
        found = await visit.ask(consistent, [f"{field}={value}" for field, value in pairs], limit=_PAGE)
    except QuestionError as error:
        near = {link: name for field, _ in pairs if field not in FIELDS for link, name in fields_near(field).items()}
        context = {"error": str(error), "near": [{"url": url, "label": name} for url, name in near.items()]}
        return await _show_values(visit, pairs, context, status=400)
    given = [{"field": each.field, "value": each.text} for each in found.given]
    context = {**asdict(found), "given": given}
    return await _show_values(visit, pairs, context)


async def _show_values(
    visit: Visit, pairs: list[tuple[str, str]], context: dict[str, Any], status: int = 200
) -> Response:
    fresh = [(field, "") for field in _FIRST_ASKED if field not in dict(pairs)]
    extras = {"rows": (pairs + fresh)[: max(_ROWS, len(pairs) + 1)], "all_fields": list(FIELDS)}
    return await visit.show("tracelore/values.html", context, extras, status)


def _pairs(visit: Visit) -> list[tuple[str, str]]:
    """`?ttl=241&id=0`, or what the form sends: `?field=ttl&value=241&field=id&value=0`; rows without a value not."""
    arguments = visit.request.args
    rows = list(zip(arguments.getlist("field"), arguments.getlist("value"), strict=False))
    named = [(name, value) for name in arguments if name not in ("field", "value") for value in arguments.getlist(name)]
    return [(field.strip(), value.strip()) for field, value in rows + named if value.strip()]
