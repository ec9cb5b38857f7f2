"""The addresses of the site, and the view behind each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kb.site import home
from kb.site.respond import page_route

__all__ = ["routes"]


def routes() -> list[tuple[str, Callable[..., Any]]]:
    """For `register_routes`."""
    return [
        page_route("/", home.home),
    ]
