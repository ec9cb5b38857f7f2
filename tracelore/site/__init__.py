"""Results and "explain this" as web pages: a Datasette plugin beside that of the knowledge base, in the same frame.

Its pages are there where a knowledge base is served; what the tables of results mean is said everywhere.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from datasette import hookimpl
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from kb.site.respond import page_route
from kb.site.served import knowledge_base_of
from kb.site.visit import guarded
from tracelore.report.templates import FOLDER, equip
from tracelore.results.metadata import metadata
from tracelore.site.assets import ASSETS
from tracelore.site.databases import is_results, warm
from tracelore.site.explain import EXPLAIN_PATHS, explain_page, limits_of, refuse
from tracelore.site.results import database_page, event_page, results_page
from tracelore.site.upload import MULTIPART, BodyLimit

__all__ = [
    "asgi_wrapper", "extra_template_vars", "get_metadata", "prepare_jinja2_environment", "register_routes", "skip_csrf",
    "startup",
]  # fmt: skip


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The pages, where there is a knowledge base to explain with."""
    if knowledge_base_of(datasette) is None:
        return []
    return [
        ASSETS.route(),
        page_route("/explain", guarded(explain_page, ("GET", "HEAD", "POST"))),
        page_route("/results", guarded(results_page)),
        page_route("/results/(?P<database>[^/]+?)", guarded(database_page)),
        page_route("/results/(?P<database>[^/]+)/events/(?P<event>[^/]+?)", guarded(event_page)),
    ]


@hookimpl
def startup(datasette: Any) -> Callable[[], Awaitable[None]]:
    """Settings are checked, and the events of all results are read, before the first visitor comes."""
    limits_of(datasette)
    return lambda: warm(datasette)


@hookimpl(tryfirst=True)  # and so within what adds security headers
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Bodies are measured before anything reads them."""
    base = datasette.setting("base_url").rstrip("/")
    paths = frozenset(f"{base}{path}" for path in EXPLAIN_PATHS) | frozenset(EXPLAIN_PATHS)
    most = limits_of(datasette).max_bytes
    return lambda app: BodyLimit(app, paths, most, partial(refuse, datasette))


@hookimpl
def skip_csrf(scope: dict[str, Any]) -> bool:
    """The form of `explain` checks its token itself: it reads its body once, and into memory."""
    kind: bytes = dict(scope["headers"]).get(b"content-type", b"")
    return str(scope["path"]).endswith(EXPLAIN_PATHS) and kind.startswith(MULTIPART.encode())


@hookimpl
def extra_template_vars(template: str, datasette: Any) -> dict[str, Any]:
    """What the templates need beside the layout's own."""
    if not template.startswith("tracelore/"):
        return {}
    return {"events_asset": lambda name: datasette.urls.path(ASSETS.url(name))}


@hookimpl
def get_metadata(datasette: Any, database: str | None) -> dict[str, Any]:
    """What the tables and columns of results databases mean, with or without a knowledge base beside them."""
    names = [database] if database else list(datasette.databases)
    return {"databases": {name: metadata() for name in names if is_results(datasette, name)}}


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """The templates that the report uses too, and their filters."""
    equip(env)
    env.loader = ChoiceLoader([env.loader, FileSystemLoader(FOLDER)] if env.loader else [FileSystemLoader(FOLDER)])
