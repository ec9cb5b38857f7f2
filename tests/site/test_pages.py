"""Every page: well-formed, for people with and without eyes, with its JSON, and with links that lead somewhere."""

from __future__ import annotations

from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest

from tests.site.conftest import Ask
from tests.site.html import Element, parse

PAGES = {
    "home": "/",
    "search, not asked": "/search",
    "search": "/search?q=674719802",
    "search, nothing found": "/search?q=zyzzyva",
    "category": "/category/backscatter",
    "signature": "/signature/backscatter-ack-674719802",
    "signature built on others": "/signature/tcp-half-open-scan",
    "building block": "/signature/half-open-connection",
    "fields": "/fields",
    "field": "/fields/ack",
    "field of many names": "/fields/options",
    "values, not asked": "/values",
    "values": "/values?ack=674719802",
    "values, none consistent": "/values?ack=674719802&seq=5&flags=F",
    "values, no such field": "/values?atk=1",
    "comparison, not asked": "/compare",
    "comparison": "/compare?a=backscatter-rst-ack&b=backscatter-syn-ack",
    "tables": "/-/tables",
    "not found": "/signature/backscatter-ack-67471980",
    "no such field": "/fields/atk",
    "no such category": "/category/backscater",
}
STATUS = {"values, no such field": 400, "not found": 404, "no such field": 404, "no such category": 404}


@pytest.fixture(params=PAGES, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(get: Ask, name: str) -> Element:
    answer = get(PAGES[name])
    assert answer.status_code == STATUS.get(name, 200), answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return parse(answer.text)


def json_of(url: str) -> str:
    path, mark, query = url.partition("?")
    return f"{path}.json{mark}{query}"


def test_the_frame_is_whole(page: Element) -> None:
    assert page.one("html").attributes["lang"] == "en"
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("footer")) == 1
    assert page.one("title").text.endswith("TraceLore")
    skip = page.all("a")[0]
    assert skip.attributes["href"] == f"#{page.one('main').attributes['id']}"
    navigation = [link.text for link in page.all("nav")[0].all("a")]
    assert navigation == ["Home", "Search", "Fields", "By value", "Compare", "Explain this", "Results"]


def test_headings_do_not_skip_a_level(page: Element) -> None:
    levels = [int(each.tag[1]) for each in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_everything_has_a_name(page: Element) -> None:
    labelled = {label.attributes.get("for") for label in page.all("label")}
    for each in page.all():
        if each.needs_label:
            assert each.attributes.get("id") in labelled or "aria-label" in each.attributes, each.attributes
        if each.tag in ("a", "button", "summary", "legend", "label", "caption", "th"):
            assert each.text or "aria-label" in each.attributes, (each.tag, each.attributes)
        if each.tag == "img":
            assert "alt" in each.attributes


def test_identifiers_are_unique_and_what_refers_to_them_finds_them(page: Element) -> None:
    identifiers = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert len(identifiers) == len(set(identifiers))
    for each in page.all():
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list"):
            for wanted in each.attributes.get(name, "").split():
                assert wanted in identifiers, (each.tag, name, wanted)
        if each.attributes.get("href", "").startswith("#"):
            assert each.attributes["href"][1:] in identifiers


def test_nothing_is_inline(page: Element) -> None:
    assert not page.all("style")
    assert not any(script.text or "src" not in script.attributes for script in page.all("script"))
    for each in page.all():
        assert "style" not in each.attributes
        assert not any(name.startswith("on") for name in each.attributes)


def test_each_page_has_its_json(get: Ask, name: str, page: Element) -> None:
    answer = get(json_of(PAGES[name]))
    assert answer.status_code == STATUS.get(name, 200)
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert isinstance(answer.json(), dict)
    alternate = page.one("link", rel="alternate").attributes["href"]
    assert get(alternate).json() == answer.json()


def test_what_is_posted_to_a_page_is_refused(get: Ask, name: str) -> None:
    answer = get(PAGES[name], "POST")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_all_links_lead_somewhere(get: Ask) -> None:
    """A crawler from the first page on, over all pages of the site; Datasette's own pages are asked for, not read."""
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        url = waiting.pop()
        answer = get(url)
        assert answer.status_code in (200, 302), url
        if "text/html" not in answer.headers["content-type"] or 'href="#main"' not in answer.text:
            continue
        for target in links_of(parse(answer.text), url):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    wanted = {"/signature/latency-probe-syn-ack", "/signature/latency-probe-syn-ack.json", "/fields/quoted.seq", "/kb",
              "/signature/latency-probe-syn-ack.sig", "/category/scan", "/compare", "/kb/signatures"}  # fmt: skip
    assert wanted <= seen


def links_of(page: Element, base: str) -> set[str]:
    """Addresses within the site, without fragments. The traces that can be explained are many, and left out."""
    found = set()
    for each in page.all("a", "link", "img", "script"):
        target = urlsplit(urljoin(f"http://localhost{base}", each.attributes.get("href") or each.attributes.get("src")))
        if target.netloc == "localhost" and not (target.path == "/explain" and target.query):
            found.add(target.path + (f"?{target.query}" if target.query else ""))
    return found


def test_the_present_page_is_marked_in_the_navigation(get: Ask) -> None:
    for url, label in (
        ("/", "Home"),
        ("/fields/ack", "Fields"),
        ("/values?ttl=1", "By value"),
        ("/compare", "Compare"),
    ):
        marked = [a.text for a in parse(get(url).text).all("a") if a.attributes.get("aria-current") == "page"]
        assert marked == [label]
