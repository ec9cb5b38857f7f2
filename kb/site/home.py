"""The first page, the categories, and the way to Datasette's own pages."""

from __future__ import annotations

from typing import Any

from datasette import Response

from kb.overview import category, overview
from kb.site.near import categories_near
from kb.site.visit import Visit

__all__ = ["category_page", "home_page", "tables_page"]

_PAGE = 50

# One line of the founding traces for each thing that can be done with a line: search its number, ask by its values.
EXAMPLE = (
    "10:20:52.097570 victim.web.server.21 > your.host.1485: R 0:0(0) ack 674719802 win 0 (ttl 50, id 1034)",
    "10:22:28.994103 victim.web.server.23 > your.host.1485: R 0:0(0) ack 674719802 win 0 (ttl 50, id 38438)",
)
VERDICTS = (
    ("malicious", "Somebody means harm, or prepares it: a scan, a flood, a tool of the trade."),
    ("third-party", "Somebody else's trouble reaches you: you are a bystander, often with a forged address."),
    ("benign", "Nothing is wrong: measurement, a misconfiguration, software with odd habits."),
    ("unknown", "Seen and described, but not settled. Read the hypotheses."),
)


async def home_page(visit: Visit) -> Response:
    """What this is, where to look, and what is there."""
    held = await visit.ask(overview)
    extras = {"example": EXAMPLE, "verdicts": VERDICTS}
    return await visit.show("tracelore/home.html", {"overview": held}, extras)


async def category_page(visit: Visit) -> Response:
    """The signatures of one category, or those of one verdict among them."""
    name = visit.part("name")
    verdict = visit.text("verdict")
    found = await visit.ask(category, name, verdict, offset=visit.offset(_PAGE), limit=_PAGE)
    if found is None:
        return await visit.missing(f"There is no category called {name}.", await visit.ask(categories_near, name))
    context = {
        "name": name,
        "description": found.description,
        "verdicts": found.verdicts,
        "verdict": verdict or None,
        "signatures": found.signatures.items,
        "pages": visit.pages(found.signatures, _PAGE),
    }
    return await visit.show("tracelore/category.html", context)


async def tables_page(visit: Visit) -> Response:
    """All databases that are served, with their tables as Datasette shows them."""
    databases: list[dict[str, Any]] = []
    for name, database in visit.datasette.databases.items():
        allowed = await visit.datasette.permission_allowed(visit.request.actor, "view-database", name, default=True)
        if allowed and not name.startswith("_"):
            hidden = {*await database.hidden_table_names()}
            tables = [table for table in await database.table_names() if table not in hidden]
            databases.append({"name": name, "tables": tables, "views": await database.view_names()})
    return await visit.show("tracelore/tables.html", {"databases": databases})
