"""The documentation is true: its examples parse and check, its tables are those of the language."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from cogapp import Cog

from sigdsl import load_text, vocabulary
from sigdsl.build import HEADINGS, ITEMS
from sigdsl.diagnostics import CODES
from sigdsl.fields import FIELDS
from sigdsl.model import Confidence, Expect, Provenance, Verdict, Weight
from sigdsl.resolve import AGGREGATES, NAMED_SETS
from tests.diagnostics.test_diagnostics import TOLD_ELSEWHERE
from tracelore.selftest import outcomes

TOP = Path(__file__).parents[1]
PAGES = [TOP / "README.md", *sorted((TOP / "docs").glob("*.md"))]
LANGUAGE = (TOP / "docs" / "language.md").read_text("utf-8")
DIAGNOSTICS = (TOP / "docs" / "diagnostics.md").read_text("utf-8")


def blocks(kind: str) -> list[tuple[str, str]]:
    """(page and line, text) of each block of code of a kind."""
    found = []
    for page in PAGES:
        text = page.read_text("utf-8")
        for match in re.finditer(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            found.append((f"{page.name}:{text.count(chr(10), 0, match.start()) + 1}", match[1]))
    return found


def whole(text: str) -> str:
    """A block as a file: items alone stand for a signature that has them."""
    if re.search(r"^signature ", text, re.MULTILINE):
        return text
    event = "" if re.search(r"^\s*event ", text, re.MULTILINE) else "event by src gap 60s"
    return f'signature example {{\ntitle "example"\n{text}\n{event}\n}}\n'


@pytest.mark.parametrize(("place", "text"), blocks("sig"), ids=[place for place, _ in blocks("sig")])
def test_examples_have_no_errors(place: str, text: str) -> None:
    loaded = load_text(whole(text), place)
    assert not loaded.errors, "\n".join(loaded.drawn())


@pytest.mark.parametrize(("place", "text"), blocks("sig-broken"), ids=[place for place, _ in blocks("sig-broken")])
def test_broken_examples_are_broken(place: str, text: str) -> None:
    assert load_text(whole(text), place).errors


def test_the_first_example_owes_its_reader_nothing() -> None:
    _, text = next((place, text) for place, text in blocks("sig") if place.startswith("language.md"))
    assert not load_text(text).diagnostics


@pytest.mark.parametrize(
    "name", ["language.md", "contributing-signatures.md", "explain.md", "tutorial.md", "diagnostics.md", "output.md"]
)
def test_generated_parts_are_current(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(TOP)
    text = (TOP / "docs" / name).read_text("utf-8")
    assert Cog().process_string(text, name) == text, f"run: python -m cogapp -r docs/{name}"


def test_signatures_in_the_documentation_do_what_their_traces_say() -> None:
    tried = []
    for place, text in blocks("sig"):
        signatures = load_text(whole(text), place).signatures
        if any(signature.traces for signature in signatures):
            tried.extend(outcomes(signatures, signatures))
    assert len(tried) >= 4
    assert not [(outcome.signature.slug, outcome.trace.title) for outcome in tried if not outcome.passed]


def test_every_file_that_a_page_links_to_exists() -> None:
    links = {
        (page, link)
        for page in PAGES
        for link in re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", page.read_text("utf-8"))
    }
    assert not [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]


def test_the_index_of_the_documentation_has_every_page() -> None:
    index = (TOP / "docs" / "README.md").read_text("utf-8")
    assert not [page.name for page in PAGES if page.name != "README.md" and f"]({page.name})" not in index]


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_with_an_example(code: str) -> None:
    section = DIAGNOSTICS.split(f"### {code}: ")[1].split("\n### ")[0]
    assert "**Repair.**" in section
    assert f"[{code}]" in section or code in TOLD_ELSEWHERE


def test_the_vocabulary_is_that_of_the_language() -> None:
    """The words that editors and pages explain are those that the parser takes."""
    assert vocabulary.ITEMS.keys() == ITEMS.keys()
    assert tuple(vocabulary.HEADINGS) == HEADINGS
    assert vocabulary.AGGREGATES.keys() == set(AGGREGATES)
    assert vocabulary.NAMED_SETS.keys() == set(NAMED_SETS)
    kinds = {"verdict": Verdict, "confidence": Confidence, "weight": Weight, "provenance": Provenance, "expect": Expect}
    for what, known in kinds.items():
        assert set(vocabulary.CHOICES[what]) == set(get_args(known))


@pytest.mark.parametrize("name", [*FIELDS, *CODES, *NAMED_SETS])
def test_every_field_code_and_set_is_documented(name: str) -> None:
    assert f"`{name}`" in LANGUAGE


@pytest.mark.parametrize("name", AGGREGATES)
def test_every_aggregate_is_documented(name: str) -> None:
    assert re.search(rf"^\| .*`{re.escape(name)}[`(]", LANGUAGE, re.MULTILINE)


def test_examples_in_the_tables_of_items_and_aggregates() -> None:
    rows = re.findall(r"^\| `(\w[\w-]*)` \| `(.*?)` \| ", LANGUAGE, re.MULTILINE)
    items = [example for _, example in rows if not example.startswith(("title", "event"))]
    assert len(items) > 15
    pattern = "" if any(item.startswith("packet") for item in items) else "packet p { tcp }"
    text = "\n".join(["signature x {", 'title "x"', *items, pattern, "event by src gap 1s", "}"])
    known = load_text('signature half-open-connection { internal title "x" packet p { tcp } event by src gap 1s }')
    loaded = load_text(text, known=known.signatures)
    assert not loaded.errors, "\n".join(loaded.drawn())


def test_examples_of_aggregates_check() -> None:
    section = LANGUAGE.split("## Aggregates")[1].split("## Answers")[0]
    examples = re.findall(r"^\| .* \| .* \| `(.*)` \|$", section, re.MULTILINE)
    assert len(examples) >= 14
    for example in examples:
        patterns = " ".join(f"packet {name} {{ tcp }}" for name in ("syn", "reset", "reply", "probe"))
        loaded = load_text(f'signature x {{ title "x" {patterns} event by src gap 1s having {example} }}')
        assert not loaded.errors, "\n".join(loaded.drawn())
