"""One answer, two forms: a page for people and, at the same address with `.json`, its content for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from typing import Any

from datasette import Response

from kb.site.assets import ASSETS
from kb.site.headers import STRICT_POLICY

__all__ = ["NAVIGATION", "frame_variables", "page_route", "respond", "respond_not_found"]

# Shown on every page, in this order; a page is marked as the present one when its address starts with the link's.
NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/", "Home"),
    ("/search", "Search"),
    ("/fields", "Fields"),
    ("/values", "By value"),
    ("/compare", "Compare"),
    ("/explain", "Explain this"),
    ("/results", "Results"),
)


def page_route(path: str, view: Callable[..., Any]) -> tuple[str, Callable[..., Any]]:
    """A route for `register_routes`: `path` (a regular expression) and the same with `.json`."""
    return rf"{path}(?:\.(?P<format>json))?$", view


async def respond(
    datasette: Any,
    request: Any,
    template: str,
    context: Mapping[str, Any],
    *,
    extras: Mapping[str, Any] | None = None,
    status: int = 200,
) -> Response:
    """The page that `template` makes of `context`, or `context` itself as JSON where the address ends in `.json`.

    Args:
        datasette: The application.
        request: What was asked for. A route made by `page_route` says which form.
        template: A template that extends `tracelore/layout.html`.
        context: All that the page says: JSON values, and dataclasses of them.
        extras: What only the template needs (choices of a form, numbers of pages as links ...).
        status: The HTTP status.
    """
    if request.url_vars.get("format") == "json":
        body = json.dumps(context, default=_plain, ensure_ascii=False, indent=1)
        content_type = "application/json; charset=utf-8"
    else:
        body = await datasette.render_template(template, {**context, **(extras or {})}, request=request)
        content_type = "text/html; charset=utf-8"
    headers = {"content-security-policy": STRICT_POLICY}
    return Response(body.encode("utf-8", "replace"), status=status, headers=headers, content_type=content_type)


async def respond_not_found(
    datasette: Any, request: Any, message: str, near: Mapping[str, str] | None = None
) -> Response:
    """A 404 that helps: `near` are addresses that may have been meant, with what to call them."""
    links = [{"url": url, "label": label} for url, label in (near or {}).items()]
    context = {"error": message, "status": 404, "near": links}
    return await respond(datasette, request, "tracelore/not-found.html", context, status=404)


def frame_variables(request: Any, datasette: Any) -> dict[str, Any]:
    """What `tracelore/layout.html` needs beside the page's own context."""
    here = _path_of(request, datasette)
    return {
        "navigation": [
            {"url": datasette.urls.path(path), "label": label, "here": _leads_to(path, here)}
            for path, label in NAVIGATION
        ],
        "asset": lambda name: datasette.urls.path(ASSETS.url(name)),
        "json_url": _json_url(request, datasette, here),
    }


def _path_of(request: Any, datasette: Any) -> str:
    path = str(request.scope.get("route_path") or request.path) if request else "/"
    return path.removesuffix(".json")


def _leads_to(path: str, here: str) -> bool:
    return here == path if path == "/" else here == path or here.startswith(f"{path}/")


def _json_url(request: Any, datasette: Any, here: str) -> str:
    query = f"?{request.query_string}" if request and request.query_string else ""
    return f"{datasette.urls.path(here)}.json{query}"


def _plain(value: Any) -> Any:
    """A dataclass as an object, its parts as they are."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value) if field.name != "span"}
    raise TypeError(f"{type(value).__name__} has no JSON form")
