"""What the pages say, and what their JSON says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sigdsl.fields import FIELDS
from tests.site.conftest import Ask
from tests.site.curated import SIGNATURES
from tests.site.html import parse
from tracelore.building import category_meanings
from tracelore.catalogue import CatalogueError


def test_the_first_page_shows_what_there_is(get: Ask) -> None:
    page = parse(get("/").text)
    held = get("/.json").json()["overview"]
    assert held["signatures"] + held["internal"] == len(list(SIGNATURES.rglob("*.sig")))
    links = {a.attributes["href"] for a in page.all("a")}
    assert {f"/category/{each['name']}" for each in held["categories"]} <= links
    assert all(each["description"] and each["signatures"] for each in held["categories"])
    bits = [each["specificity_bits"] for each in held["most_specific"]]
    assert bits == sorted(bits, reverse=True)
    dates = [each["date"] for each in held["newest"]]
    assert dates == sorted(dates, reverse=True)
    assert page.one("form", action="/search").attributes["role"] == "search"


def test_a_number_is_found_and_marked(get: Ask) -> None:
    answer = get("/search?q=674719802")
    assert {mark.text for mark in parse(answer.text).all("mark")} == {"674719802"}
    hit, *_ = get("/search.json?q=674719802").json()["hits"]
    assert hit["url"] == "/signature/backscatter-ack-674719802"
    assert [piece["text"] for piece in hit["snippet"] if piece["marked"]] == ["674719802"]


def test_search_is_given_in_pages(get: Ask) -> None:
    first = get("/search.json?q=tcp&limit=5").json()
    second = get("/search.json" + first["pages"]["next"]).json()
    assert len(first["hits"]) == len(second["hits"]) == 5
    assert not {hit["slug"] for hit in first["hits"]} & {hit["slug"] for hit in second["hits"]}
    assert second["pages"]["page"] == 2
    assert get("/search.json" + second["pages"]["previous"]).json() == get("/search.json?q=tcp&limit=5&page=1").json()


def test_a_category_can_be_cut_to_one_verdict(get: Ask) -> None:
    whole = get("/category/backscatter.json").json()
    assert sum(whole["verdicts"].values()) == whole["pages"]["total"]
    for verdict, count in whole["verdicts"].items():
        cut = get(f"/category/backscatter.json?verdict={verdict}").json()
        assert [each["verdict"] for each in cut["signatures"]] == [verdict] * count
    assert get("/category/backscatter.json?verdict=rumour").json()["signatures"] == []


def test_a_long_category_is_given_in_pages(get: Ask) -> None:
    slugs: list[str] = []
    url = "/category/flood.json"
    while url:
        part = get(url).json()
        slugs += [each["slug"] for each in part["signatures"]]
        url = f"/category/flood.json{part['pages']['next']}" if part["pages"]["next"] else ""
    assert len(slugs) == len(set(slugs)) == part["pages"]["total"]


def test_datasettes_own_pages_lead_back(get: Ask) -> None:
    menu = get("/kb/tags").text.partition('class="nav-menu-inner"')[2].partition("</ul>")[0]
    assert all(f'href="{path}"' in menu for path in ("/search", "/fields", "/values"))


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=x", "page=99999999999999999999", "limit=0", "limit=1e9"])
def test_odd_pages_are_empty_or_the_first(get: Ask, query: str) -> None:
    assert get(f"/search.json?q=tcp&{query}").status_code == 200
    assert get(f"/category/scan.json?{query}").status_code == 200


@pytest.mark.parametrize("words", ['"', "*", "a AND", "(", "\x00", b"\xed\xa0\x80", b"\xff", "é" * 600])
def test_any_text_can_be_searched_for(get: Ask, words: str | bytes) -> None:
    from urllib.parse import quote

    assert get(f"/search?q={quote(words)}").status_code == 200


def test_a_signature_is_shown_whole(get: Ask) -> None:
    text = parse(get("/signature/backscatter-ack-674719802").text).text
    record = get("/signature/backscatter-ack-674719802.json").json()
    assert (record["verdict"], record["confidence"], record["category"]) == ("third-party", "high", "backscatter")
    for part in record["analysis"]:
        assert " ".join(part["text"].split()) in text
    for hypothesis in record["hypotheses"]:
        for words in (hypothesis["title"], *hypothesis["because"], *hypothesis["against"], *hypothesis["test"]):
            assert " ".join(words.split()) in text
    for words in (*record["false_positives"], *record["blind_spots"], *(trace["title"] for trace in record["traces"])):
        assert " ".join(words.split()) in text
    assert "674719802 = " not in record["source_text"].split("{")[0]
    assert [each["slug"] for each in record["related"] if each["kind"] == "confused-with"] == ["backscatter-rst-ack"]


def test_fields_in_a_pattern_lead_to_their_meaning(get: Ask) -> None:
    page = parse(get("/signature/backscatter-ack-674719802").text)
    links = [a for pre in page.all("pre") for a in pre.all("a")]
    ack = next(a for a in links if a.text == "ack")
    assert ack.attributes["href"] == "/fields/ack"
    assert ack.attributes["title"] == FIELDS["ack"].meaning
    assert {a.text for a in links} >= {"tcp", "flags", "seq", "payload.len"}


def test_what_a_signature_is_built_on_is_shown_with_it(get: Ask) -> None:
    observed = get("/signature/tcp-half-open-scan.json").json()["observed"]
    assert "half-open-connection" in [each["slug"] for each in observed]
    assert all(each["patterns"] for each in observed)


def test_the_source_can_be_taken_as_a_file(get: Ask) -> None:
    answer = get("/signature/latency-probe-syn-ack.sig")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="latency-probe-syn-ack.sig"'
    written = (SIGNATURES / "measurement" / "latency-probe-syn-ack.sig").read_text("utf-8")
    assert answer.text.strip() in written
    assert get("/signature/no-such-signature.sig").status_code == 404


def test_a_field_is_known_by_wiresharks_name(get: Ask) -> None:
    record = get("/fields/tcp.ack_raw.json").json()
    assert (record["name"], record["asked_as"]) == ("ack", "tcp.ack_raw")
    assert any(test["condition"] == "ack == 674719802" for test in record["tests"])
    assert "is another name for" in parse(get("/fields/tcp.ack_raw").text).text


def test_references_lead_to_the_section(get: Ask) -> None:
    links = {a.attributes["href"] for a in parse(get("/fields/frag").text).all("a")}
    assert "https://www.rfc-editor.org/rfc/rfc791#section-3.2" in links
    links = {a.attributes["href"] for a in parse(get("/fields/flags").text).all("a")}
    assert {f"https://www.rfc-editor.org/rfc/rfc{number}" for number in (9293, 3168, 9768)} <= links


@pytest.mark.parametrize(
    "url", ["/values.json?ack=674719802", "/values.json?field=ack&value=674719802&field=ttl&value="]
)
def test_values_lead_to_the_most_specific_signature(get: Ask, url: str) -> None:
    record = get(url).json()
    assert record["given"] == [{"field": "ack", "value": "674719802"}]
    assert record["signatures"][0]["slug"] == "backscatter-ack-674719802"
    assert any("ack == 674719802" in pattern["satisfied"] for pattern in record["signatures"][0]["patterns"])


def test_the_form_for_values_keeps_what_was_asked(get: Ask) -> None:
    page = parse(get("/values?win=4128&id=0").text)
    filled = [each.attributes["value"] for each in page.all("input")][:4]
    assert filled == ["win", "4128", "id", "0"]


def test_a_wrong_value_is_said_so_and_the_form_kept(get: Ask) -> None:
    answer = get("/values?ttl=many")
    page = parse(answer.text)
    assert answer.status_code == 400
    (alert,) = [each for each in page.all() if each.attributes.get("role") == "alert"]
    assert "ttl" in alert.text
    assert "many" in [each.attributes.get("value") for each in page.all("input")]


def test_two_signatures_are_aligned_by_field(get: Ask) -> None:
    record = get("/compare.json?a=backscatter-ack-674719802&b=backscatter-ack-674711610").json()
    fields = {each["field"]: each for each in record["fields"]}
    assert not fields["ack"]["same"]
    assert "ack == 674719802" in fields["ack"]["one"]
    assert "ack == 674711610" in fields["ack"]["other"]
    assert fields["tcp"]["same"]
    page = parse(get("/compare?a=backscatter-ack-674719802&b=backscatter-ack-674711610").text)
    differing = [row.all("th")[0].text for row in page.all("tr") if "differs" in row.attributes.get("class", "")]
    assert "ack" in differing
    assert "tcp" not in differing


def test_what_a_pattern_refuses_is_compared_as_refused(get: Ask) -> None:
    record = get("/compare.json?a=zmap-ip-id-54321&b=dominate-syn-ecn-flood").json()
    (df,) = [each for each in record["fields"] if each["field"] == "df"]
    assert "not df" in df["one"]


def test_a_signature_built_on_others_is_compared_with_their_patterns(get: Ask) -> None:
    record = get("/compare.json?a=backscatter-rst-ack&b=backscatter-syn-ack").json()
    (flags,) = [each for each in record["fields"] if each["field"] == "flags"]
    assert any(pattern.startswith("unsolicited-rst-ack: ") for names in flags["one"].values() for pattern in names)


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("/signature/backscater-ack-674719802", "/signature/backscatter-ack-674719802"),
        ("/signature/674719802", "/signature/backscatter-ack-674719802"),
        ("/compare?a=backscatter-rst-ac&b=backscatter-syn-ack", "/signature/backscatter-rst-ack"),
        ("/fields/widnow", "/fields/window"),
        ("/category/scans", "/category/scan"),
    ],
)
def test_what_is_not_there_leads_to_what_may_have_been_meant(get: Ask, url: str, meant: str) -> None:
    answer = get(url)
    assert answer.status_code == 404
    assert meant in [a.attributes["href"] for a in parse(answer.text).one("main").all("a")]


def test_the_address_that_events_carry_leads_to_the_page(get: Ask) -> None:
    answer = get("/kb/signatures/latency-probe-syn-ack")
    assert (answer.status_code, answer.headers["location"]) == (302, "/signature/latency-probe-syn-ack")


def test_what_categories_mean_is_read_line_by_line(tmp_path: Path) -> None:
    assert category_meanings(tmp_path) == {}
    (tmp_path / "categories.tsv").write_text("scan\tSomebody looks.\nworm\tIt spreads.\n", "utf-8")
    assert category_meanings(tmp_path) == {"scan": "Somebody looks.", "worm": "It spreads."}
    (tmp_path / "categories.tsv").write_text("scan\tSomebody looks.\nworm spreads\n", "utf-8")
    with pytest.raises(CatalogueError, match=r"categories\.tsv:2: "):
        category_meanings(tmp_path)
