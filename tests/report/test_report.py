"""`match --report`: one file, whole, with nothing in it that runs or leads elsewhere, whatever the input holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_match import EXAMPLE, PROBE, TOP, tracelore
from tests.results.making import longer_capture
from tests.site.html import Element, parse
from tests.site_results.conftest import signatures
from tracelore.report.collect import _MOST_SOURCES, Collected
from tracelore.results.job import Job, Settings

__all__ = ["signatures"]  # the fixture


def reported(path: Path, *words: object, code: int = 0) -> Element:
    run = tracelore("match", "--report", path, *words)
    assert run.exit_code == code, run.output
    assert not path.with_name(f"{path.name}.part").exists()
    return parse(path.read_text("utf-8"))


@pytest.mark.parametrize("form", ["text", "ndjson", "csv", "eve"])
def test_beside_every_format(form: str, signatures: Path, tmp_path: Path) -> None:
    alone = tracelore("match", "-s", signatures, "--format", form, EXAMPLE)
    beside = tracelore("match", "-s", signatures, "--format", form, "--report", tmp_path / "r.html", EXAMPLE)
    assert (beside.exit_code, beside.stdout) == (0, alone.stdout)
    assert "4 events in" in parse((tmp_path / "r.html").read_text("utf-8")).one("h1").text


def test_it_says_what_ndjson_says(signatures: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.ndjson"
    whole = reported(tmp_path / "r.html", "-s", signatures, "--format", "ndjson", "-o", out, EXAMPLE)
    said = whole.text
    for event in map(json.loads, out.read_text().splitlines()):
        article = whole.one("article", id=event["signature"])
        assert article.one("h3").text == event["title"]
        assert all(" ".join(packet["line"].split()) in article.text for packet in event["evidence"])
        assert " ".join(event["explanation"]["bottom_line"].split()) in article.text
        assert all(reading["title"] in article.text for reading in event["explanation"]["hypotheses"])
        assert whole.one("a", href=f"#{event['signature']}")
        assert event["key"]["src"] in said
    assert whole.one("svg", role="img", height="168")


def test_it_needs_nothing_else(signatures: Path, tmp_path: Path) -> None:
    whole = reported(tmp_path / "r.html", "-s", signatures, EXAMPLE)
    assert not whole.all("script", "link", "img", "iframe", "form", "object", "base")
    policy = next(meta for meta in whole.all("meta") if meta.attributes.get("http-equiv"))
    assert policy.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert all(link.attributes["href"].startswith("#") for link in whole.all("a"))
    style = "".join(each.text for each in whole.all("style"))
    assert not re.search(r"url\(|@import|expression", style)
    names = [each.attributes["id"] for each in whole.all() if "id" in each.attributes]
    assert len(names) == len(set(names))
    assert {link.attributes["href"][1:] for link in whole.all("a")} <= set(names)


def test_the_same_captures_give_the_same_report(signatures: Path, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        reported(tmp_path / name, "-s", signatures, EXAMPLE)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_first_of_many_events_are_shown_and_all_are_counted(signatures: Path, tmp_path: Path) -> None:
    week = longer_capture(tmp_path / "week.pcap", 6)
    whole = reported(tmp_path / "r.html", "-s", signatures, "--report-events", 2, "--evidence", 3, week)
    article = whole.one("article", id="latency-probe-syn-ack")
    shown = [each for each in article.all("section") if each.attributes["class"] == "one-event"]
    assert len(shown) == 2
    assert all(len(each.one("table", **{"class": "packets"}).all("tr")) == 4 for each in shown)
    assert "And 4 more events of this signature." in article.text
    assert re.search(r"at most\. Drawn from 3 of \d+ packets\.", shown[0].text)
    assert "The pictures know the 3 packets shown. tracelore match --evidence N keeps more" in shown[0].text
    assert "The first 2 events of each are shown, with at most 3 packets of each" in whole.text
    none = reported(tmp_path / "r.html", "-s", signatures, "--report-events", 0, week)
    assert not none.all("article")
    assert "6 events" in none.one("p", id="latency-probe-syn-ack").text


def test_several_captures_damage_and_nothing_at_all(signatures: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pcap"
    cut.write_bytes(EXAMPLE.read_bytes()[:-9])
    whole = reported(tmp_path / "r.html", "-s", signatures, EXAMPLE, cut, code=3)
    assert "in 2 captures" in whole.one("h1").text
    assert "damaged:" in whole.all("table")[-1].text
    quiet = tmp_path / "quiet.txt"
    quiet.write_text("12:00:00.000001 IP 10.0.0.1.1024 > 10.0.0.2.80: Flags [P.], seq 1:2, ack 1, win 512, length 1\n")
    assert "No packet of these captures" in reported(tmp_path / "r.html", "-s", signatures, quiet).text


@pytest.mark.parametrize(
    "host", ["<img/src=x/onerror=alert(1)//", '"/onmouseover=alert(1)/x="', "{{7*7}}", "a\u202eb", "\x1b[2J"]
)
def test_hostile_captures_are_shown_as_text(host: str, signatures: Path, tmp_path: Path) -> None:
    capture = tmp_path / "<script>alert('capture')</script>.txt".replace("/", "\u2215")
    capture.write_text(PROBE.replace("mayfield.ohio.net", f"{host}.net"))
    whole = reported(tmp_path / "r.html", "-s", signatures, capture)
    assert not whole.all("script", "img")
    assert all(not name.startswith("on") for each in whole.all() for name in each.attributes)
    assert "<script>alert('capture')" in whole.text
    assert "49" not in {cell.text for cell in whole.all("dd")}


HOSTILE = '''signature hostile {
  title "</style></title><script>alert(1)</script>"
  category "</h1><img src=x onerror=alert(2)>"
  packet p { tcp }
  event by src gap 60s
  analysis { addresses "<script>alert(3)</script>" bottom-line """</main><iframe src='//x'></iframe>""" }
  hypothesis "{{ 7 * 7 }}<svg onload=alert(4)>" { verdict benign weight strong because "' onclick='alert(5)" }
}
'''


def test_hostile_signatures_are_shown_as_text(tmp_path: Path) -> None:
    source = tmp_path / "hostile.sig"
    source.write_text(HOSTILE if _readable(HOSTILE, source) else re.sub(r"category .*", "category scan", HOSTILE))
    whole = reported(tmp_path / "r.html", "-s", source, EXAMPLE)
    assert not whole.all("script", "img", "iframe")
    assert "<script>alert(3)</script>" in whole.text
    assert "{{ 7 * 7 }}<svg onload=alert(4)>" in whole.text
    assert all(not name.startswith("on") for each in whole.all() for name in each.attributes)


def _readable(text: str, path: Path) -> bool:
    from sigdsl.load import load_text

    return not load_text(text, str(path)).errors


def test_what_cannot_be_asked_for(signatures: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    for words, why in (
        (["--report", out, "--resume", "--format", "sqlite", "-o", tmp_path / "r.db"], "--resume"),
        (["--report", "-"], "needs a FILE"),
        (["--report", EXAMPLE], "must be another file"),
        (["--report", out, "-o", out], "must be another file"),
        (["--report", tmp_path], "folder"),
        (["--report", tmp_path / "no" / "r.html"], "cannot be written"),
        (["--report", out, "--format", "sqlite"], "needs --output"),
    ):
        run = tracelore("match", "-s", signatures, *words, EXAMPLE)
        assert run.exit_code == 2
        assert why in run.output
    assert list(tmp_path.iterdir()) == []
    assert EXAMPLE.read_bytes()[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1", b"\xa1\xb2\xc3\xd4")


def test_a_report_that_is_there_stays_until_the_new_one_is_whole(signatures: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    out.write_text("the old one")
    run = tracelore("match", "-s", signatures, "--report", out, tmp_path / "missing.pcap")
    assert run.exit_code == 2
    assert "0 events" in out.read_text() or out.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [out]


def test_more_sources_than_are_counted_at_a_time(signatures: Path) -> None:
    job = Job(Settings(signatures=(signatures,)))
    collected = Collected(job, 1)
    for number in range(_MOST_SOURCES + 1):
        collected._packets_of[str(number)] += 1
        collected._events_of[str(number)] += 1
    (found,) = (job.match(capture) for capture in _example())
    collected.add(found)
    assert collected.sources_pruned
    assert len(collected._packets_of) <= _MOST_SOURCES // 2 + len(found.events)
    assert collected.talkers[0].packets == max(event.packets for event in found.events)


def _example():  # type: ignore[no-untyped-def]
    from matcher.captures import open_captures

    return open_captures([str(TOP / "examples" / "odd-packets.pcap")])
