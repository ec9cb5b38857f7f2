"""The field registry as pages: what each name means, and who asks for it."""

from __future__ import annotations

from typing import Any

from datasette import Response

from kb.overview import field_counts, field_tests
from kb.site.near import fields_near
from kb.site.visit import Visit
from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS, Field, Kind, find_field

__all__ = ["field_page", "fields_page"]

_PAGE = 50


async def fields_page(visit: Visit) -> Response:
    """All fields, with how many signatures ask for each."""
    counts = await visit.ask(field_counts)
    fields = [{**_described(field), "signatures": counts.get(field.name, 0)} for field in FIELDS.values()]
    return await visit.show("tracelore/fields.html", {"fields": fields})


async def field_page(visit: Visit) -> Response:
    """One field, by its own name or one of Wireshark's."""
    name = visit.part("name")
    field = find_field(name)
    if field is None:
        return await visit.missing(f"There is no field called {name}.", fields_near(name))
    tests = await visit.ask(field_tests, field.name, offset=visit.offset(_PAGE), limit=_PAGE)
    context = {**_described(field), "asked_as": name, "tests": tests.items, "pages": visit.pages(tests, _PAGE)}
    return await visit.show("tracelore/field.html", context)


def _described(field: Field) -> dict[str, Any]:
    words: dict[str, int] = {}
    if field.name.endswith("flags"):
        words = FLAG_BITS
    elif field.kind is Kind.OPTIONS and field.protocol == "tcp":
        words = OPTION_KINDS
    return {
        "name": field.name,
        "meaning": field.meaning,
        "kind": field.kind.value,
        "bits": field.bits,
        "surprise": field.surprise,
        "unit": field.unit,
        "protocol": field.protocol,
        "reference": field.reference,
        "wireshark": field.wireshark,
        "words": words,
    }
