"""Security headers: what a browser may load, run and tell others for each page.

Our own pages run no inline script and use no inline style. Datasette's own pages have both: the scripts are a few
fixed ones of its templates, which are allowed by their hashes, and no other is; the styles hold column names, so they
cannot be listed, and inline styles are allowed there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["STRICT_POLICY", "SecurityHeaders"]

_COMMON = (
    "connect-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
STRICT_POLICY = f"default-src 'none'; script-src 'self'; style-src 'self'; {_COMMON}"
_ALWAYS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"x-frame-options": b"DENY",  # for browsers that do not know frame-ancestors
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_TEMPLATES = ("_close_open_menus.html", "_codemirror_foot.html", "table.html")


class SecurityHeaders:
    """ASGI middleware that adds the headers to every answer. A policy that a page set itself is left as it is."""

    def __init__(self, app: Any, datasette: Any) -> None:
        self._app = app
        self._of_datasette = _policy_of_datasette(datasette).encode()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Any) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._completed(message.get("headers", []))}
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _completed(self, given: Any) -> list[tuple[bytes, bytes]]:
        headers = [(name.lower(), value) for name, value in given]
        present = dict(headers)
        is_page = present.get(b"content-type", b"").startswith(b"text/html")
        policy = self._of_datasette if is_page else STRICT_POLICY.encode()
        wanted = {**_ALWAYS, b"content-security-policy": policy}
        return headers + [(name, value) for name, value in wanted.items() if name not in present]


def _policy_of_datasette(datasette: Any) -> str:
    hashes = " ".join(sorted({f"'sha256-{_digest(script)}'" for script in _scripts_of(datasette)}))
    return f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; {_COMMON}"


def _scripts_of(datasette: Any) -> Iterator[str]:
    """The inline scripts of Datasette's templates, in each form that they take in a page."""
    for name in _TEMPLATES:
        source, _, _ = datasette.jinja_env.loader.get_source(datasette.jinja_env, f"default:{name}")
        for script in _INLINE_SCRIPT.findall(source):
            for allowed in ("true", "false"):  # `{{ datasette_allow_facet }}`, the one thing that varies
                yield re.sub(r"\{\{.*?\}\}", allowed, script)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
