"""Headers, escaping and permissions."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from kb.build import build
from kb.entries import Entry
from kb.notes import Interpretation, Notes, Remark, Sighting
from sigdsl.load import load_text
from sigdsl.model import Reference
from tests.site.conftest import Ask, site_of
from tests.site.html import Element, parse

OURS = ["/", "/search?q=syn", "/signature/latency-probe-syn-ack", "/values?ttl=1", "/no/such/page/here", "/kb/nothing",
        "/-/tables", "/.json", "/signature/nothing", "/signature/latency-probe-syn-ack.sig"]  # fmt: skip
DATASETTES = ["/kb", "/kb/fields", "/kb/fields?_facet=unit", "/kb/fields/ack", "/kb?sql=select+1", "/-/metadata",
              "/kb?sql=selec", "/kb/signatures?_search=syn"]  # fmt: skip


def policy_of(answer: Any) -> dict[str, set[str]]:
    directives = [each.split() for each in answer.headers["content-security-policy"].split(";")]
    return {name: set(values) for name, *values in directives}


@pytest.mark.parametrize("url", [*OURS, *DATASETTES])
def test_every_answer_is_guarded(get: Ask, url: str) -> None:
    headers = get(url).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert "camera=()" in headers["permissions-policy"]
    policy = policy_of(get(url))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == {"'none'"}
    assert policy["form-action"] == {"'self'"}
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"} & policy["script-src"]


@pytest.mark.parametrize("url", OURS)
def test_our_pages_allow_nothing_inline(get: Ask, url: str) -> None:
    policy = policy_of(get(url))
    assert policy["script-src"] == policy["style-src"] == {"'self'"}


@pytest.mark.parametrize("url", DATASETTES)
def test_the_scripts_of_datasettes_pages_run_and_no_others(get: Ask, url: str) -> None:
    answer = get(url)
    allowed = policy_of(answer)["script-src"] - {"'self'"}
    inline = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    digests = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline}
    assert inline
    assert {f"'sha256-{digest}'" for digest in digests} <= allowed


def test_style_sheets_and_scripts_are_kept_by_browsers_and_nothing_else_is_there(get: Ask) -> None:
    sheet = parse(get("/").text).one("link", rel="stylesheet").attributes["href"]
    answer = get(sheet)
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]
    folder = sheet.rsplit("/", 1)[0]
    for wrong in (f"{folder}/search.js", f"{folder}/..%2frespond.py", f"{folder}/%2e%2e%2frespond.py", f"{folder}x/a"):
        assert get(wrong).status_code == 404, wrong


# --- hostile signatures ----------------------------------------------------------------------------------------------

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</pre></code><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt;",
)
EVIL = "\n\n".join(PAYLOADS)
TEXT = """signature hostile {{
  title "{0}" category scan verdict benign confidence low version 1
  packet p {{ tcp; payload contains "{0}"; ack == 5 }}
  event by src gap 1m having count(p) >= 1
}}"""


def hostile() -> Entry:
    """A signature in which every text is an attack: a pack's author may write whatever he likes."""
    quoted = "".join(PAYLOADS).replace("\\", "\\\\").replace('"', '\\"')
    (source,) = load_text(TEXT.format(quoted)).sources
    (model,) = load_text(
        """signature other { title "t" analysis { bottom-line "x" ports "y" }
        hypothesis "h" { verdict benign weight weak because "b" against "a" test "t" }
        trace "t" observed expect match "x" event by src gap 1m packet p { tcp } }"""
    ).signatures
    evil = replace(
        source.signature, title=EVIL, authors=(EVIL,), era=EVIL, licence=EVIL, tags=(EVIL,), created=EVIL, revised=EVIL,
        category=PAYLOADS[0],
        references=(Reference(EVIL, "javascript:alert(1)"), Reference("r", 'https://x/"onclick="alert(1)'),
                    Reference("d", "data:text/html,<script>alert(1)</script>"), Reference("bad", "http://[")),
        analysis=tuple(replace(part, text=EVIL) for part in model.analysis),
        hypotheses=tuple(
            replace(each, title=EVIL, because=(EVIL,), against=(EVIL,), test=(EVIL,)) for each in model.hypotheses
        ),
        false_positives=(EVIL,), blind_spots=(EVIL,),
        traces=tuple(replace(trace, title=EVIL, text=EVIL) for trace in model.traces),
    )  # fmt: skip
    return Entry(f"{EVIL}.sig", source.excerpt, evil)


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("hostile")
    path = build(folder / "kb.db", [hostile()], categories={PAYLOADS[0]: EVIL}).path
    notes = Notes(folder / "notes.db")
    line = "".join(PAYLOADS)
    notes.add("hostile", Remark(EVIL), line)
    notes.add("hostile", Sighting(line, "2026-03-04", text=EVIL), line)
    notes.add("hostile", Interpretation(line, "benign", "weak", (line,), (line,), (line,)), line)
    with site_of(path, notes=notes.path) as ask:
        yield ask


def safe(page: Element) -> bool:
    """No element or attribute that could run anything came out of the texts."""
    for each in page.all():
        names = each.attributes
        assert not any(name.startswith("on") or name in ("style", "srcdoc", "srcset") for name in names), names
        for name in ("href", "src", "action"):
            assert not re.match(r"\s*(javascript|data|vbscript):", names.get(name, ""), re.IGNORECASE), names
    assert not page.all("svg", "b", "iframe", "object")
    assert all(image.attributes["src"].startswith("/-/") for image in page.all("img"))
    assert all(script.attributes["src"].startswith("/-/") for script in page.all("script"))
    return True


@pytest.mark.parametrize(
    "url",
    [
        "/", "/search?q=alert", "/signature/hostile", "/fields/ack", "/fields/payload", "/values?ack=5",
        "/compare?a=hostile&b=hostile", "/category/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", '/search?q="><img+src=x+onerror=alert(1)>',
        '/compare?a="><script>alert(1)</script>&b=<svg+onload=alert(1)>', "/values?ttl=<script>alert(1)</script>",
        "/values?<script>alert(1)</script>=1", "/signature/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/fields/%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    ],
)  # fmt: skip
def test_hostile_texts_are_only_texts(attacked: Ask, url: str) -> None:
    answer = attacked(url)
    assert answer.status_code in (200, 400, 404)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert safe(parse(answer.text))


def test_hostile_texts_are_shown(attacked: Ask) -> None:
    shown = parse(attacked("/signature/hostile").text).text
    assert shown.count("<script>alert(1)</script>") > 20
    assert "{{ 7 * 7 }}{% raw %}" in shown


def test_json_is_never_taken_for_a_page(attacked: Ask) -> None:
    answer = attacked("/signature/hostile.json")
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert answer.json()["title"] == EVIL


# --- who may see it --------------------------------------------------------------------------------------------------


def asked(site: Datasette, *urls: str, **options: Any) -> list[Any]:
    async def run() -> list[Any]:
        await site.invoke_startup()
        return [await site.client.get(url, **options) for url in urls]

    return asyncio.run(run())


def test_plain_datasette_shows_the_pages_too(curated: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRACELORE_NOTES", str(tmp_path / "notes.db"))
    home, page, table = asked(Datasette([str(curated)]), "/", "/signature/latency-probe-syn-ack", "/kb/tags")
    assert "Has anybody seen this before?" in home.text
    assert (home.status_code, page.status_code, table.status_code) == (200, 200, 200)
    assert "default-src 'none'" in table.headers["content-security-policy"]


def test_below_a_path_of_a_larger_site_all_links_stay_below_it(curated: Path) -> None:
    site = Datasette([str(curated)], settings={"base_url": "/lore/"})  # its client puts that before every path
    for answer in asked(site, "/", "/signature/latency-probe-syn-ack", "/values?ack=5", "/fields"):
        assert (answer.status_code, answer.url.path[:6]) == (200, "/lore/")
        for each in parse(answer.text).all("a", "link", "script", "form"):
            address = each.attributes.get("href") or each.attributes.get("src") or each.attributes.get("action", "")
            assert address.startswith(("/lore/", "http", "#", "?")), address
    (row,) = asked(site, "/kb/signatures/latency-probe-syn-ack")
    assert row.headers["location"] == "/lore/signature/latency-probe-syn-ack"


def test_without_a_knowledge_base_datasette_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "other.db").write_bytes(b"")
    home, page = asked(Datasette([str(tmp_path / "other.db")]), "/", "/search")
    assert "content-security-policy" not in home.headers
    assert "other" in home.text
    assert page.status_code == 404


def test_who_may_not_see_the_database_sees_no_page(curated: Path) -> None:
    closed = {"databases": {"kb": {"allow": {"id": "ada"}}}}
    urls = ("/", "/.json", "/search?q=syn", "/signature/latency-probe-syn-ack", "/fields", "/values?ttl=1",
            "/signature/latency-probe-syn-ack.sig", "/compare", "/-/tables", "/kb/signatures/x")  # fmt: skip
    site = Datasette([str(curated)], metadata=closed)
    assert {answer.status_code for answer in asked(site, *urls)} == {403}
    cookies = {"ds_actor": site.sign({"a": {"id": "ada"}}, "actor")}
    assert {answer.status_code for answer in asked(site, *urls[:4], cookies=cookies)} == {200}


def test_a_knowledge_base_of_another_version_is_said_so_on_every_page(curated: Path, tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / "kb.db"
    path.write_bytes(curated.read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA user_version = 99")
    for answer in asked(Datasette([str(path)]), "/", "/search?q=x", "/fields.json"):
        assert answer.status_code == 500
        assert "schema version 99" in answer.text
