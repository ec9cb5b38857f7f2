"""Style sheets and scripts that come with a package, at addresses that change when they do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from datasette import Response

__all__ = ["ASSETS", "Assets"]

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json; charset=utf-8",
}
_YEAR = 365 * 24 * 3600


class Assets:
    """The files of one folder, read once: what is not among them does not exist, however the address is written.

    Datasette serves the `static` folders of plugins too, by the distribution's name; two plugins of one distribution
    hide each other there, and its answers cannot be kept by a browser.

    Args:
        prefix: Where they are served, for example `/-/tracelore`.
        folder: Where they are.
    """

    def __init__(self, prefix: str, folder: Path) -> None:
        self._prefix = prefix
        found = sorted(path for path in folder.iterdir() if path.suffix in _TYPES)
        self._files: Mapping[str, bytes] = {path.name: path.read_bytes() for path in found}
        self._marks = {name: hashlib.sha256(data).hexdigest()[:12] for name, data in self._files.items()}

    def url(self, name: str) -> str:
        """The address of a file, without Datasette's `base_url`. KeyError when there is no such file."""
        return f"{self._prefix}/{self._marks[name]}/{name}"

    def route(self) -> tuple[str, Callable[..., Any]]:
        """For `register_routes`."""
        return rf"{self._prefix}/(?P<mark>[0-9a-f]+)/(?P<name>[^/]+)$", self._serve

    async def _serve(self, request: Any) -> Response:
        name, mark = request.url_vars["name"], request.url_vars["mark"]
        if self._marks.get(name) != mark:
            return Response.text("There is no such file here.\n", status=404)
        headers = {"cache-control": f"public, max-age={_YEAR}, immutable"}
        return Response(self._files[name], headers=headers, content_type=_TYPES[Path(name).suffix])


ASSETS = Assets("/-/tracelore-kb", Path(__file__).parent / "static")
