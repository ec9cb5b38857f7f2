"""The pages of a results database say what its tables say, whatever is chosen, and lead to each other."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from tests.site.html import Element, parse
from tests.site_results.conftest import Ask, site_of
from tracelore.results.schema import prepare


@pytest.fixture
def db(results: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(results)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def page(get: Ask, url: str, status: int = 200) -> Element:
    answer = get(url)
    assert answer.status_code == status, answer.text
    return parse(answer.text)


def content(get: Ask, url: str) -> Any:
    path, mark, query = url.partition("?")
    answer = get(f"{path}.json{mark}{query}")
    assert answer.headers["content-type"].startswith("application/json")
    return answer.json()


def count(db: sqlite3.Connection, where: str = "1", *values: object) -> int:
    return int(db.execute(f"SELECT count(*) FROM reports WHERE {where}", values).fetchone()[0])


CHOICES = [
    ("", "1", ()),
    ("verdict=benign", "verdict = ?", ("benign",)),
    ("verdict=benign&category=measurement", "verdict = ? AND category = ?", ("benign", "measurement")),
    ("signature=latency-probe-syn-ack", "signature = ?", ("latency-probe-syn-ack",)),
    ("confidence=high", "confidence = ?", ("high",)),
    ("status=conclusive", "status = ?", ("conclusive",)),
    ("status=inconclusive", "status = ?", ("inconclusive",)),
    ("status=perhaps", "0", ()),
    ("source=203.0.113.80", "src = ?", ("203.0.113.80",)),
    ("source=203.0.113.80&verdict=benign", "src = ? AND verdict = ?", ("203.0.113.80", "benign")),
    ("source=192.0.2.255", "0", ()),
    ("dport=53", "dport = ?", (53,)),
    ("dport=x", "0", ()),
    ("from=958392000000000000&to=958478400000000000", "event IN (SELECT number FROM events WHERE first_seen_ns >= ? "
     "AND first_seen_ns < ?)", (958392000000000000, 958478400000000000)),
]  # fmt: skip


@pytest.mark.parametrize(("query", "where", "values"), CHOICES, ids=[query or "all" for query, *_ in CHOICES])
def test_what_is_chosen_is_what_the_tables_say(
    get: Ask, db: sqlite3.Connection, query: str, where: str, values: tuple[object, ...]
) -> None:
    found = content(get, f"/results/r?{query}")
    assert found["events"] == count(db, where, *values)
    packets = db.execute(f"SELECT coalesce(sum(packets), 0) FROM reports WHERE {where}", values).fetchone()[0]
    assert found["packets"] == packets
    drawn = sum(bar["events"] for plot in found["plots"].values() for bar in plot["data"]["values"])
    assert drawn == found["events"]
    assert len(found["list"]) == min(25, found["events"])


def test_facets_count_what_choosing_them_gives(get: Ask, db: sqlite3.Connection) -> None:
    column = {"source": "src"}
    found = content(get, "/results/r?verdict=benign")
    names = {facet["name"] for facet in found["facets"]}
    assert {"verdict", "signature", "source", "capture"} <= names
    for facet in found["facets"]:
        name = column.get(facet["name"], facet["name"])
        other = "1" if name == "verdict" else "verdict = 'benign'"
        for value in facet["values"]:
            assert value["events"] == count(db, f"{other} AND {name} = ?", value["value"]), (facet["name"], value)
            assert value["chosen"] == (name == "verdict" and value["value"] == "benign")
        different = db.execute(f"SELECT count(DISTINCT {name}) FROM reports WHERE {other}").fetchone()[0]
        assert len(facet["values"]) + facet["more"] == different


def test_talkers_are_the_sources_with_most_packets(get: Ask, db: sqlite3.Connection) -> None:
    rows = db.execute(
        "SELECT src, count(*), sum(packets) FROM reports WHERE src IS NOT NULL GROUP BY src ORDER BY 3 DESC, 1"
    ).fetchall()
    talkers = content(get, "/results/r")["top_talkers"]
    assert sorted((each["source"], each["events"], each["packets"]) for each in talkers) == sorted(map(tuple, rows))
    assert [each["packets"] for each in talkers] == [row[2] for row in rows]


def test_one_page_after_the_other_shows_every_event_once(get: Ask, db: sqlite3.Connection) -> None:
    seen, forward, url = [], [], "/results/r"
    while url:
        forward.append(url)
        found = content(get, url)
        assert found["first"] == len(seen)
        seen += [event["number"] for event in found["list"]]
        url = f"/results/r?after={found['after']}" if found["after"] else ""
    ordered = db.execute("SELECT number FROM events ORDER BY first_seen_ns, number").fetchall()
    assert seen == [number for (number,) in map(tuple, ordered)]
    assert len(forward) == -(-len(seen) // 25) > 1
    last = content(get, forward[-1])
    back = content(get, f"/results/r?before={last['before']}")
    assert back["list"] == content(get, forward[-2])["list"]


@pytest.mark.parametrize("query", ["from=yesterday", "to=9" + "9" * 30, "after=1", "before=a.b", "after=1.1.1"])
def test_an_address_that_makes_no_sense_is_told_so(get: Ask, query: str) -> None:
    whole = page(get, f"/results/r?{query}", 400)
    assert "`" in whole.one("p", **{"class": "notice notice-error"}).text or "place" in whole.text


def test_an_event_with_its_evidence_and_its_meaning(get: Ask, db: sqlite3.Connection) -> None:
    row = db.execute(
        "SELECT reports.*, analysis, text FROM reports JOIN signatures ON slug = signature "
        "WHERE signature = 'backscatter-ack-674719802' ORDER BY event DESC"
    ).fetchone()
    whole = page(get, f"/results/r/events/{row['id']}?number={row['event']}")
    said = whole.text
    assert whole.one("h1").text == row["title"]
    lines = db.execute("SELECT frame, line FROM evidence WHERE event = ? ORDER BY position", [row["event"]]).fetchall()
    table = whole.one("table", **{"class": "packets"})
    cells = [[cell.text for cell in line.all("td")] for line in table.one("tbody").all("tr")]
    assert cells == [[str(frame), " ".join(line.split())] for frame, line in map(tuple, lines)]
    for part in json.loads(row["analysis"]):
        assert " ".join(part["text"].split()) in said
    for reading in json.loads(row["hypotheses"]):
        assert all(" ".join(point.split()) in said for point in (reading["title"], *reading["because"]))
    for slug in json.loads(row["also"]):
        assert whole.one("a", href=f"/signature/{slug}")
    assert " ".join(row["text"].split()) in " ".join(whole.all("details")[-1].one("pre").text.split())
    pictures = whole.all("svg")
    assert len(pictures) >= 2
    assert all(picture.attributes["role"] == "img" and picture.all("desc") for picture in pictures)


@pytest.mark.parametrize("whole_event", [True, False])
def test_pictures_say_of_how_many_packets_they_are(get: Ask, db: sqlite3.Connection, whole_event: bool) -> None:
    """The database keeps nine packets of each event; where an event has more, the way to keep them is told."""
    kept = "packets BETWEEN 4 AND 9" if whole_event else "packets > 9"
    event, packets = db.execute(f"SELECT id, packets FROM reports WHERE {kept} ORDER BY event LIMIT 1").fetchone()
    shown, found = page(get, f"/results/r/events/{event}"), content(get, f"/results/r/events/{event}")
    captions = [figure.one("figcaption").text for figure in shown.all("figure")]
    assert captions
    for caption, plot in zip(captions, found["plots"].values(), strict=True):
        scope = plot["title"]["subtitle"]
        assert caption.endswith(f". {scope}")
        assert re.fullmatch(rf"Drawn from (all {packets}|\d of {packets}) packets\.", scope)
    assert ("tracelore match --evidence N keeps more" in shown.text) != whole_event


def test_an_event_that_two_runs_found_is_there_twice(get: Ask, db: sqlite3.Connection) -> None:
    row = db.execute("SELECT id, count(*) FROM events GROUP BY id HAVING count(*) > 1").fetchone()
    found = content(get, f"/results/r/events/{row[0]}")
    assert len(found["numbers"]) == row[1]
    first = min(found["numbers"])
    assert content(get, f"/results/r/events/{row[0]}?number={first}")["number"] == first


@pytest.mark.parametrize(
    "url", ["/results/s", "/results/kb", "/results/r/events/0123456789abcdef", "/results/r/events/%22"]
)
def test_what_is_not_there_is_told_so(get: Ask, url: str) -> None:
    answer = get(url)
    assert answer.status_code == 404
    assert parse(answer.text).one("h1").text == "Not found"
    assert content(get, url)["status"] == 404


def test_every_link_leads_somewhere_and_every_page_is_well_formed(get: Ask) -> None:
    waiting, seen = ["/results", "/explain"], set()
    while waiting:
        url = waiting.pop()
        answer = get(url)
        if answer.status_code in (301, 302):
            continue
        assert answer.status_code == 200, url
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        if not urlsplit(url).path.startswith(("/results", "/explain")) or ".json" in url:
            continue
        whole = parse(answer.text)
        assert len(whole.all("h1")) == 1
        assert not [each for each in whole.all() if "style" in each.attributes or "onclick" in each.attributes]
        assert all("src" in script.attributes for script in whole.all("script"))
        for link in whole.all("a", "link"):
            target = urljoin(url, link.attributes["href"])
            if urlsplit(target).netloc or len(parse_qs(urlsplit(target).query)) > 1:
                continue  # two choices together are tried above
            place = target.partition("#")[0]
            if place not in seen:
                seen.add(place)
                waiting.append(place)
    assert len(seen) > 60


def test_text_from_captures_is_escaped(get: Ask) -> None:
    assert "week <b>.pcap" not in get("/results/r").text
    assert "week &lt;b&gt;.pcap" in get("/results/r").text


def test_an_older_schema_is_told_and_its_tables_stay(knowledge_base: Path, results: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.write_bytes(results.read_bytes())
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("PRAGMA user_version = 1")
    with site_of([knowledge_base, old], tmp_path) as ask:
        assert "needs version" in ask("/results").text or "need version" in ask("/results").text
        assert ask("/results/old").status_code == 500
        assert ask("/old/events.json?_size=1").status_code == 200


def test_a_schema_that_lacks_nothing_the_pages_need_is_shown(
    knowledge_base: Path, results: Path, tmp_path: Path
) -> None:  # fmt: skip
    old = tmp_path / "old.db"
    old.write_bytes(results.read_bytes())
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript("ALTER TABLE evidence DROP COLUMN capture; PRAGMA user_version = 2")
        event, number = connection.execute("SELECT id, event FROM reports LIMIT 1").fetchone()
    with site_of([knowledge_base, old], tmp_path) as ask:
        assert page(ask, "/results/old").one("h1").text
        shown = page(ask, f"/results/old/events/{event}?number={number}").one("table", **{"class": "packets"})
        assert [cell.text for cell in shown.one("thead").all("th")] == ["Frame", "Packet, as tcpdump prints it"]


def test_a_database_that_lacks_something_is_told(knowledge_base: Path, results: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(results.read_bytes())
    with closing(sqlite3.connect(broken)) as connection:
        connection.executescript("DROP VIEW reports; DROP TABLE event_columns")
    with site_of([knowledge_base, broken], tmp_path) as ask:
        answer = ask("/results/broken")
        assert answer.status_code == 500
        assert "cannot be read" in answer.text


def test_a_database_without_events_and_a_site_without_results(knowledge_base: Path, tmp_path: Path) -> None:
    from sqlite_utils import Database

    empty = Database(tmp_path / "empty.db")
    prepare(empty)
    empty.close()
    with site_of([knowledge_base, tmp_path / "empty.db"], tmp_path) as ask:
        assert "No event" in page(ask, "/results/empty").text
    with site_of([knowledge_base], tmp_path) as ask:
        assert "tracelore match --format sqlite" in page(ask, "/results").text
