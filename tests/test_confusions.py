"""Who is taken for whom is measured: hits, and who of the two leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.read import show
from matcher import compile_signatures
from sigdsl.load import load_text
from tracelore.building import build_knowledge_base
from tracelore.confusions import confusions

TRACE = '"""\n12:00:01.000000 192.0.2.1.1234 > 198.51.100.2.80: S 7:7(0) win 512 (ttl 64, id {id})\n"""'
SOURCE = f"""
signature any-syn {{ title "t" category c
  packet p {{ tcp; flags == SYN }}
  event by src gap 1s
  trace "plain" synthetic expect match {TRACE.format(id=9)}
  trace "with id 5" synthetic expect match {TRACE.format(id=5)} }}
signature syn-id-5 {{ title "t" category c
  packet p {{ tcp; flags == SYN; id == 5 }}
  event by src gap 1s
  trace "with id 5" synthetic expect match {TRACE.format(id=5)} }}
signature syn-win-512 {{ title "t" category c
  packet p {{ tcp; flags == SYN; id == 5 }}
  event by src gap 1s
  trace "none" synthetic expect no-match {TRACE.format(id=9)} }}
signature on-top {{ title "t" category c
  observe any-syn as seen
  event by src gap 1s }}
"""


@pytest.fixture(scope="module")
def measured() -> dict[tuple[str, str], tuple[int | None, ...]]:
    loaded = load_text(SOURCE)
    assert not loaded.errors, loaded.drawn()
    bits = {each.slug: each.bits for each in compile_signatures(loaded.signatures).signatures}
    return {(each.signature, each.related): (each.hits, each.tried, each.led)
            for each in confusions(loaded.signatures, bits)}  # fmt: skip


def test_the_more_specific_one_leads(measured: dict[tuple[str, str], tuple[int, int, int]]) -> None:
    assert measured["any-syn", "syn-id-5"] == (1, 2, 1)
    assert measured["syn-id-5", "any-syn"] == (1, 1, 0)


def test_of_equals_neither_leads(measured: dict[tuple[str, str], tuple[int, int, int]]) -> None:
    assert measured["syn-id-5", "syn-win-512"] == (1, 1, 0)


def test_near_misses_and_what_is_observed_are_no_confusion(
    measured: dict[tuple[str, str], tuple[int, int, int]],
) -> None:
    assert "syn-win-512" not in {signature for signature, _ in measured}
    assert not any("on-top" in pair for pair in measured if "any-syn" in pair)


def test_it_is_built_in_and_the_leading_one_comes_first(tmp_path: Path) -> None:
    (tmp_path / "a.sig").write_text(SOURCE)
    page = show(build_knowledge_base(tmp_path, tmp_path / "kb.db").path, "any-syn")
    related = [(each.slug, each.led) for each in page.related if each.kind == "confused-with" and not each.incoming]
    assert related == [("syn-id-5", 1), ("syn-win-512", 1)]
