"""The first page."""

from __future__ import annotations

from typing import Any

from datasette import Response

from kb.site.respond import respond

__all__ = ["home"]


async def home(datasette: Any, request: Any) -> Response:
    """What this is, where to look, and what is there."""
    return await respond(datasette, request, "tracelore/home.html", {})
