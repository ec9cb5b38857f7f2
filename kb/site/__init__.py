"""The knowledge base as web pages: a Datasette plugin of adapters over the plain functions of `kb`.

Wherever a knowledge base is among the databases that Datasette serves, its pages are there; elsewhere the plugin does
nothing. `kb.site.respond` and `kb.site.headers` are the frame on which `tracelore.site` builds its pages.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from datasette import hookimpl
from jinja2 import Environment

from kb.site.assets import ASSETS
from kb.site.bodies import NoteLimit
from kb.site.failing import answer_failure
from kb.site.headers import SecurityHeaders
from kb.site.respond import NAVIGATION, frame_variables
from kb.site.routes import routes
from kb.site.served import knowledge_base_of
from kb.site.wording import filters

__all__ = [
    "asgi_wrapper", "extra_template_vars", "handle_exception", "menu_links", "prepare_jinja2_environment",
    "register_routes",
]  # fmt: skip


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Callable[..., Any]]]:
    """The pages, where there is a knowledge base; `/` and what else Datasette shows stay its own where there is not."""
    served = knowledge_base_of(datasette)
    return [ASSETS.route(), *routes(served)] if served else []


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Security headers on every answer, Datasette's own included; limits on what is sent."""
    return lambda app: SecurityHeaders(NoteLimit(app), datasette) if knowledge_base_of(datasette) else app


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any, None]:
    """Failures, in place of all other handlers: Datasette runs every one, its own too."""
    outcome = yield
    if knowledge_base_of(datasette):
        outcome.force_result([partial(answer_failure, datasette, request, exception)])


@hookimpl
def extra_template_vars(template: str, request: Any, datasette: Any) -> dict[str, Any]:
    """What the layout needs."""
    return frame_variables(request, datasette) if template.startswith("tracelore/") else {}


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The way back from Datasette's own pages, which show it in their menu."""
    if knowledge_base_of(datasette) is None:
        return []
    return [{"href": datasette.urls.path(path), "label": label} for path, label in NAVIGATION]


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Any) -> None:
    """Filters of the templates."""
    env.filters.update(filters(datasette.urls))
