"""The site, through a real Datasette: every table is shown and described, search works, nothing can be written."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from kb.browse import datasette_for, serve
from kb.build import Entry, build
from kb.errors import KnowledgeBaseError
from kb.metadata import TABLES, metadata

Ask = Callable[..., Any]


@contextmanager
def site_of(path: Path) -> Iterator[Ask]:
    """Ask a site of one knowledge base: the answer to a URL."""
    with asyncio.Runner() as runner:
        site = datasette_for([path])
        runner.run(site.invoke_startup())
        yield lambda url, method="GET": runner.run(site.client.request(method, url))


@pytest.fixture(scope="module")
def get(kb_path: Path) -> Iterator[Ask]:
    with site_of(kb_path) as ask:
        yield ask


def described(db: Database) -> set[str]:
    shown = {*db.table_names(), *db.view_names()}
    return {name for name in shown if not name.startswith("search_fts")}


def test_every_table_and_column_is_described(kb_path: Path) -> None:
    db = Database(kb_path)
    assert set(TABLES) == described(db)
    for name, (description, columns) in TABLES.items():
        assert description.endswith("."), name
        assert list(columns) == [column.name for column in db[name].columns], name
        assert all(meaning[0].isupper() or meaning[0].islower() or meaning[0].isdigit() for meaning in columns.values())
        assert all(meaning.endswith(".") for meaning in columns.values()), name


def test_the_metadata_names_only_what_is_there(kb_path: Path, get: Ask) -> None:
    db = Database(kb_path)
    for name, table in metadata()["databases"]["kb"]["tables"].items():
        columns = {column.name for column in db[name].columns}
        used = {table.get("label_column"), table.get("sort"), table.get("fts_pk"), *table.get("facets", ()),
                *table.get("units", ())}  # fmt: skip
        assert used - {None} <= columns, name


def test_the_licence_can_be_given() -> None:
    about = metadata("x", licence="CC0-1.0", licence_url="https://example.org/cc0")["databases"]["x"]
    assert (about["license"], about["license_url"]) == ("CC0-1.0", "https://example.org/cc0")


def test_the_database_page_shows_tables_and_metadata(get: Ask) -> None:
    page = get("/kb")
    assert page.status_code == 200
    assert "TraceLore knowledge base" in page.text
    assert "signatures_by_category" in page.text
    data = get("/kb.json").json()
    assert {table["name"] for table in data["tables"] if not table["hidden"]} >= {"signatures", "references", "traces"}


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_is_shown_with_its_description(get: Ask, name: str) -> None:
    page = get(f"/kb/{name}")
    assert page.status_code == 200
    description, columns = TABLES[name]
    assert description.split("`")[0].split("'")[0] in page.text
    if name != "packs":  # Datasette shows the columns of a table that has rows
        assert f'data-column="{next(iter(columns))}"' in page.text


def test_the_row_of_a_signature_leads_to_its_page_and_is_there_as_json(get: Ask) -> None:
    """It is the address that events carry."""
    page = get("/kb/signatures/backscatter-ack-674719802")
    assert (page.status_code, page.headers["location"]) == (302, "/signature/backscatter-ack-674719802")
    assert "Answers to a SYN flood by synk4" in get(page.headers["location"]).text
    (row,) = get("/kb/signatures/backscatter-ack-674719802.json?_shape=objects").json()["rows"]
    assert row["title"] == "Answers to a SYN flood by synk4"


@pytest.mark.parametrize(("table", "key"), [("search", "signature"), ("signatures", "slug")])
def test_search_works_on_the_site(get: Ask, table: str, key: str) -> None:
    rows = get(f"/kb/{table}.json?_search=674719803&_shape=array").json()
    assert [row[key] for row in rows] == ["backscatter-ack-674719802"]


def test_values_can_be_asked_for_on_the_site(get: Ask) -> None:
    rows = get("/kb/fixed_values.json?field=id&number=0&_shape=array").json()
    assert [row["signature"] for row in rows] == ["latency-probe"]
    assert get("/kb/fixed_values.json?field=ttl&number=63&_shape=array").json() == []


@pytest.mark.parametrize(
    "url",
    [
        "/kb?sql=delete+from+signatures",
        "/kb?sql=insert+into+tags+values+('x')",
        "/kb?sql=update+signatures+set+title='x'",
        "/kb?sql=with+x+as+(select+1)+delete+from+tags",
        "/kb?sql=pragma+user_version=7",
        "/kb?sql=attach+':memory:'+as+x",
    ],
)
def test_sql_that_writes_is_refused(kb_path: Path, url: str, get: Ask) -> None:
    before = kb_path.read_bytes()
    assert get(url).status_code == 400
    assert kb_path.read_bytes() == before


def test_a_post_is_refused(kb_path: Path, get: Ask) -> None:
    before = kb_path.read_bytes()
    for url in ("/kb", "/kb/signatures/latency-probe", "/-/metadata.json"):
        assert get(url, "POST").status_code in (403, 405)
    assert kb_path.read_bytes() == before


def test_the_connection_itself_cannot_write(kb_path: Path) -> None:
    async def write() -> None:
        site = datasette_for([kb_path])
        await site.invoke_startup()
        await site.get_database("kb").execute("delete from tags")

    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        asyncio.run(write())


def test_results_are_served_beside_it(tmp_path: Path, kb_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "results.db")) as db, db:
        db.execute("CREATE TABLE events (id TEXT)")
    site = datasette_for([kb_path, tmp_path / "results.db"])
    assert [name for name in site.databases if not name.startswith("_")] == ["kb", "results"]
    with pytest.raises(KnowledgeBaseError, match="there is no such file"):
        datasette_for([kb_path, tmp_path / "missing.db"])


def test_what_is_no_knowledge_base_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeBaseError, match="no such file"):
        serve([tmp_path / "missing.db"])


def test_a_port_that_is_taken_is_an_error(kb_path: Path) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(KnowledgeBaseError, match=r"cannot listen on 127\.0\.0\.1 port"),
    ):
        serve([kb_path], port=taken.getsockname()[1])
    with pytest.raises(KnowledgeBaseError, match="cannot listen on port 70000"):
        serve([kb_path], port=70_000)


def test_the_site_answers_and_stops(kb_path: Path) -> None:
    """A real server on a free port, asked over a real connection and ended by an interrupt."""
    code = """
import sys
from kb.browse import serve
serve([sys.argv[1]], port=0, ready=lambda url: print(url, flush=True))
"""
    server = subprocess.Popen([sys.executable, "-c", code, str(kb_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        assert url.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{url}kb/tags.json?_shape=array", timeout=20) as answer:
            assert b"syn-flood" in answer.read()
    finally:
        os.kill(server.pid, signal.SIGINT)
        server.wait(timeout=20)
        if server.stdout is not None:
            server.stdout.close()


def test_with_writing_the_address_signs_its_first_visitor_in(kb_path: Path, tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from kb.browse import serve
serve([sys.argv[1]], port=0, notes=Path(sys.argv[2]), write=True, ready=lambda url: print(url, flush=True))
"""
    command = [sys.executable, "-c", code, str(kb_path), str(tmp_path / "notes.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            url = server.stdout.readline().strip()
            visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            assert "Signed in as root" in visitor.open(url, timeout=20).read().decode()
            with pytest.raises(urllib.error.HTTPError, match="403"):
                urllib.request.urlopen(url, timeout=20)  # it was for the first visitor alone
        finally:
            os.kill(server.pid, signal.SIGINT)


def test_a_knowledge_base_under_another_name_is_described_too(tmp_path: Path, entries: list[Entry]) -> None:
    path = build(tmp_path / "mine.db", entries).path
    with site_of(path) as ask:
        assert "TraceLore knowledge base" in ask("/mine").text
