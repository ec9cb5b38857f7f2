"""What the tables and columns of results mean is said for each of them, and shown by Datasette."""

from __future__ import annotations

import asyncio
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from sqlite_utils import Database

from tests.site_results.conftest import Ask
from tracelore.results.metadata import TABLES, metadata


def test_every_table_and_column_is_described_in_its_order(results: Path) -> None:
    db = Database(results)
    there = {*db.table_names(), *db.view_names()}
    assert set(TABLES) == {name for name in there if not re.search(r"_fts(_|$)|^_|^sqlite_", name)}
    for name, (description, columns) in TABLES.items():
        assert list(columns) == [column.name for column in db[name].columns], name
        assert all(text.endswith(".") for text in (description, *columns.values())), name


def test_only_what_is_there_is_named(results: Path) -> None:
    db = Database(results)
    for name, table in metadata()["tables"].items():
        used = {table.get("label_column"), *table.get("facets", ())} - {None}
        assert used <= {column.name for column in db[name].columns}, name


@pytest.mark.parametrize("name", ["reports", "captures", "evidence"])
def test_datasette_shows_it_beside_the_pages(get: Ask, name: str) -> None:
    is_described(get(f"/r/{name}"), name)


def is_described(page: Any, name: str) -> None:
    assert page.status_code == 200
    description, columns = TABLES[name]
    assert description in unescape(page.text)
    for column, meaning in columns.items():
        assert f"<dt>{column}</dt><dd>{meaning}</dd>" in unescape(page.text)


def test_plain_datasette_shows_it_and_the_owner_has_the_last_word(results: Path) -> None:
    own = {"databases": {"r": {"tables": {"runs": {"description": "Mine."}}}}}
    site = Datasette([str(results)], metadata=own)

    async def pages() -> tuple[Any, Any, Any]:
        await site.invoke_startup()
        return tuple([await site.client.get(url) for url in ("/r", "/r/evidence", "/r/runs")])

    whole, evidence, runs = asyncio.run(pages())
    assert "TraceLore results" in whole.text
    is_described(evidence, "evidence")
    assert "Mine." in runs.text
    assert TABLES["runs"][0] not in runs.text
