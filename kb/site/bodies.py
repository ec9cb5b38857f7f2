"""How much may be sent to the forms for notes: it is measured before anything, Datasette included, reads it."""

from __future__ import annotations

import re
from typing import Any

from datasette import Response

__all__ = ["MOST_BYTES", "NoteLimit"]

MOST_BYTES = 1 << 20  # a note with all its parts has far less
_FORMS = re.compile(r"/signature/[^/]+/notes(?:/withdraw)?$")


class NoteLimit:
    """ASGI middleware: what does not say how long it is, or is too long, is refused unread.

    A server passes no more of a body on than its length says.
    """

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["method"] == "POST" and _FORMS.search(scope["path"]):
            length = dict(scope["headers"]).get(b"content-length", b"")
            if not length.isdigit():
                await _refuse(send, 411, "How long the form is must be said.\n")
                return
            if len(length) > 12 or int(length) > MOST_BYTES:
                await _refuse(send, 413, f"A note has at most {MOST_BYTES:,} bytes.\n")
                return
        await self._app(scope, receive, send)


async def _refuse(send: Any, status: int, message: str) -> None:
    await Response.text(message, status=status, headers={"connection": "close"}).asgi_send(send)
