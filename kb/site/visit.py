"""One visit to a page: what was asked for, and the knowledge base to ask."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import unquote, urlencode

from datasette import Forbidden, Response

from kb.errors import KnowledgeBaseError
from kb.pages import Slice
from kb.site.respond import respond, respond_not_found
from kb.site.served import Served, knowledge_base_of
from kb.site.settings import settings_of

__all__ = ["View", "Visit", "guarded"]

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")

_LAST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Visit:
    """A request to one of the pages, by somebody who may see the knowledge base."""

    datasette: Any
    request: Any
    served: Served

    async def ask(
        self,
        question: Callable[Concatenate[Any, Arguments], Answer],
        *arguments: Arguments.args,
        **options: Arguments.kwargs,
    ) -> Answer:
        """The answer of one of `kb`'s functions, whose first argument is the path; found in another thread."""
        return await asyncio.to_thread(question, self.served.path, *arguments, **options)

    async def show(
        self, template: str, context: Mapping[str, Any], extras: Mapping[str, Any] | None = None, status: int = 200
    ) -> Response:
        """The page, or its JSON: see `respond`."""
        return await respond(self.datasette, self.request, template, context, extras=extras, status=status)

    async def missing(self, message: str, near: Mapping[str, str] | None = None) -> Response:
        """A page that says what there is not, and what may have been meant."""
        return await respond_not_found(self.datasette, self.request, message, near)

    async def may_write(self) -> bool:
        """Whether the owner has turned writing on, and the visitor is somebody who may."""
        actor = self.request.actor
        if not (actor and settings_of(self.datasette).write):
            return False
        return bool(await self.datasette.permission_allowed(actor, "tracelore-write", default=True))

    async def require_writing(self) -> None:
        """Forbidden for visitors who may not write."""
        if not await self.may_write():
            raise Forbidden("Notes can be added here by people who are signed in, where the owner has turned it on.")

    def part(self, name: str) -> str:
        """A variable part of the path."""
        return unquote(self.request.url_vars[name])

    def text(self, name: str, most: int = 500) -> str:
        """A value of the query string without the space around it, cut where nobody would have written more."""
        return (self.request.args.get(name) or "").strip()[:most]

    def number(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`; `default` where none is given, or nonsense."""
        text = self.text(name, 12)
        return min(int(text), most) if text.isdecimal() and int(text) > 0 else default

    def offset(self, size: int) -> int:
        """How many items stand before the page of a list that is asked for."""
        return (self.number("page", 1, _LAST_PAGE) - 1) * size

    def pages(self, part: Slice[Any], size: int) -> dict[str, Any]:
        """Where this part of a list stands, and the addresses of the parts beside it."""
        page, last = part.offset // size + 1, max(1, -(-part.total // size))
        return {
            "page": page,
            "last": last,
            "total": part.total,
            "previous": self._page(min(page - 1, last)) if page > 1 else None,
            "next": self._page(page + 1) if page < last else None,
        }

    def _page(self, number: int) -> str:
        kept = [(name, value) for name in self.request.args for value in self.request.args.getlist(name)]
        query = [(name, value) for name, value in kept if name != "page"] + [("page", str(number))]
        return f"?{urlencode(query)}"


View = Callable[[Visit], Awaitable[Response]]


def guarded(view: View, methods: Collection[str] = ("GET", "HEAD")) -> Callable[..., Awaitable[Response]]:
    """A view as Datasette calls it: who may not see the knowledge base sees no page of it.

    A knowledge base that cannot be read (of another version, damaged) is said so, on every page.
    """

    async def answer(datasette: Any, request: Any) -> Response:
        if request.method not in methods:
            headers = {"allow": ", ".join(methods)}
            return Response.text(f"{request.method} is not done here.\n", status=405, headers=headers)
        served = knowledge_base_of(datasette)
        if served is None:
            return await respond_not_found(datasette, request, "No knowledge base is served here any more.")
        await datasette.ensure_permissions(request.actor, [("view-database", served.database), "view-instance"])
        try:
            return await view(Visit(datasette, request, served))
        except KnowledgeBaseError as error:
            context = {"error": str(error), "status": 500}
            return await respond(datasette, request, "tracelore/unreadable.html", context, status=500)

    return answer
