"""Serving a knowledge base with Datasette, in this process and read-only."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.connection import opened
from kb.errors import KnowledgeBaseError
from kb.metadata import metadata

if TYPE_CHECKING:
    import uvicorn

__all__ = ["datasette_for", "serve"]

_LAST_PORT = 65_535


def datasette_for(paths: Sequence[str | Path], *, notes: Path | None = None, write: bool = False) -> Any:
    """A `datasette.app.Datasette` over a knowledge base and, after it, any other SQLite databases; none can be written.

    Args:
        paths: The databases.
        notes: The notes database; without it, the user's own.
        write: People who are signed in may add notes.

    Raises:
        KnowledgeBaseError: The first path is no knowledge base, or another one is no file.
    """
    first, *others = [Path(path) for path in paths]
    with opened(first):
        pass  # a file that cannot be served is named here, before a server stands
    for other in others:
        if not other.is_file():
            raise KnowledgeBaseError(f"{other}: there is no such file")
    from datasette.app import Datasette  # here, since it takes most of a second

    from kb.notes import Notes, default_path
    from kb.site.settings import Settings, choose_settings

    site = Datasette(
        immutables=[str(path) for path in (first, *others)],
        metadata=metadata(first.stem),
        settings={"allow_download": True, "default_page_size": 50, "suggest_facets": False},
    )
    choose_settings(site, Settings(Notes(notes or default_path()), write))
    return site


def serve(
    paths: Sequence[str | Path],
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    notes: Path | None = None,
    write: bool = False,
    ready: Callable[[str], object] | None = None,
) -> None:
    """Serve until interrupted (Ctrl-C).

    Args:
        paths: A knowledge base first, then databases of results.
        host: The address to listen on. Anything but this machine's own shows the site to others.
        port: The port; 0 takes any that is free.
        notes: The notes database; without it, the user's own.
        write: People who are signed in may add notes.
        ready: Called with the site's URL as soon as it answers, for example `webbrowser.open`. With `write` it signs
            its first visitor in as the owner.

    Raises:
        KnowledgeBaseError: As `datasette_for`, or the port cannot be listened on.
    """
    import uvicorn

    site = datasette_for(paths, notes=notes, write=write)
    with _listening(host, port) as listener:
        address = f"[{host}]" if ":" in host else host
        entrance = f"-/auth-token?token={site._root_token}" if write else ""  # as `datasette --root` does it
        url = f"http://{address}:{listener.getsockname()[1]}/{entrance}"
        server = uvicorn.Server(uvicorn.Config(site.app(), log_level="warning", lifespan="on"))
        asyncio.run(_serve(site, server, listener, url, ready))


async def _serve(
    site: Any, server: uvicorn.Server, listener: socket.socket, url: str, ready: Callable[[str], object] | None
) -> None:
    await site.invoke_startup()
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.02)
    if ready is not None and server.started:
        ready(url)
    await serving


def _listening(host: str, port: int) -> socket.socket:
    """A socket bound before the server starts: a port that is taken is our error then, and no exit of the server's."""
    if not 0 <= port <= _LAST_PORT:
        raise KnowledgeBaseError(f"cannot listen on port {port}: ports go from 0 to {_LAST_PORT}")
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise KnowledgeBaseError(f"cannot listen on {host} port {port}: {error}") from error
