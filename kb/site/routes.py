"""The addresses of the site, and the view behind each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kb.site.finding import search_page, values_page
from kb.site.home import category_page, home_page, tables_page
from kb.site.noting import add_note_page, withdraw_note_page
from kb.site.reading import compare_page, row_page, signature_page, source_page
from kb.site.registry import field_page, fields_page
from kb.site.respond import page_route
from kb.site.served import Served
from kb.site.visit import View, guarded

__all__ = ["routes"]

_PAGES: tuple[tuple[str, View], ...] = (
    ("/", home_page),
    ("/search", search_page),
    (r"/category/(?P<name>[^/]+?)", category_page),
    (r"/signature/(?P<slug>[^/]+?)", signature_page),
    ("/fields", fields_page),
    (r"/fields/(?P<name>[^/]+?)", field_page),
    ("/values", values_page),
    ("/compare", compare_page),
    ("/-/tables", tables_page),
)


def routes(served: Served) -> list[tuple[str, Callable[..., Any]]]:
    """For `register_routes`."""
    # `kb` is what events name, whatever the file is called that is served.
    names = "|".join(map(re.escape, dict.fromkeys((served.database, "kb"))))
    return [
        (r"/signature/(?P<slug>[^/]+)\.sig$", guarded(source_page)),
        (rf"/(?:{names})/signatures/(?P<slug>[^/.]+)$", guarded(row_page)),
        (r"/signature/(?P<slug>[^/]+)/notes$", guarded(add_note_page, ("POST",))),
        (r"/signature/(?P<slug>[^/]+)/notes/withdraw$", guarded(withdraw_note_page, ("POST",))),
        *(page_route(path, guarded(view)) for path, view in _PAGES),
    ]
