"""Search by words and by values."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.read import KnowledgeBaseError, search, where

BACKSCATTER, SCAN, PROBE = "backscatter-ack-674719802", "half-open-scan", "latency-probe"


def found(path: Path, words: str) -> list[str]:
    return [hit.slug for hit in search(path, words)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("674719802", BACKSCATTER),  # stands in the slug, a pattern and the traces
        ("ack 674719802", BACKSCATTER),
        ("674719803", BACKSCATTER),  # stands in a trace alone
        ("0x2837683a", BACKSCATTER),  # the same number in hexadecimal, which nobody wrote
        ("6747", BACKSCATTER),  # the beginning of a word
        ("floods", BACKSCATTER),  # porter: flood, flooded
        ("example.org/paper", BACKSCATTER),
        ("Grace", BACKSCATTER),
        ("reset learnt", BACKSCATTER),  # words of different parts of one signature
        ("balancer", PROBE),
        ("measuring", PROBE),
        ("half-open", SCAN),
        ("BALANC", PROBE),
    ],
)
def test_words_find_their_signature_first(kb_path: Path, words: str, first: str) -> None:
    assert found(kb_path, words)[0] == first


def test_titles_weigh_more_than_labels(kb_path: Path) -> None:
    assert found(kb_path, "scan")[0] == SCAN  # a title; elsewhere it is one word of a hypothesis
    assert set(found(kb_path, "isn")) == {BACKSCATTER, PROBE}


def test_all_words_come_before_any_word(kb_path: Path) -> None:
    assert found(kb_path, "half-open scan") == [SCAN]
    assert PROBE in found(kb_path, "what does a balancer nobodywrotethis")


def test_a_snippet_shows_the_words(kb_path: Path) -> None:
    (hit,) = search(kb_path, "trip", marks=("<b>", "</b>"))
    assert "<b>trip</b>" in hit.snippet
    assert (hit.title, hit.category, hit.verdict) == ("A load balancer measures a round trip", "measurement", "benign")


def test_the_number_of_hits_is_limited(kb_path: Path) -> None:
    assert len(search(kb_path, "isn", limit=1)) == 1


@pytest.mark.parametrize(
    "words", ["", " ", '"', "*", "AND", "NOT x", "a OR", "title:x", "(", "^x", "-", "x*y", '"a', "NEAR(a b)", "\0",
              "a\0b", "\ud800", "{a b}: x", "'; DROP TABLE signatures", "+", "word " * 10_000, "a" * 1_000_000, "²", "́"]
)  # fmt: skip
def test_nothing_in_words_is_syntax(kb_path: Path, words: str) -> None:
    search(kb_path, words)


@given(st.text(alphabet=st.characters() | st.sampled_from('"*():^-+{} \0'), max_size=30))
def test_any_text_can_be_searched_for(kb_path: Path, words: str) -> None:
    search(kb_path, words)


@pytest.mark.parametrize(
    ("field", "value", "slugs"),
    [
        ("ack", 674719802, [BACKSCATTER, BACKSCATTER]),
        ("ack", "674719802", [BACKSCATTER, BACKSCATTER]),
        ("ack", "0x2837683A", [BACKSCATTER, BACKSCATTER]),
        ("tcp.ack", 674719802, [BACKSCATTER, BACKSCATTER]),
        ("ack", 674719802 + (1 << 32), [BACKSCATTER, BACKSCATTER]),
        ("ack", 5, []),
        ("id", 0, [PROBE]),
        ("id", 1, []),
        ("dport", 53, [PROBE]),
        ("dport", 2101, [PROBE]),
        ("dport", 2103, []),
        ("ttl", 63, [PROBE]),
        ("ttl", 64, [SCAN]),
        ("flags", "SYN|ACK", [BACKSCATTER]),
        ("flags", "ack | syn", [BACKSCATTER]),
        ("flags", 18, [BACKSCATTER]),
        ("flags", "SYN", []),
        ("df", "no", [PROBE]),
        ("df", "yes", []),
        ("tcp", "yes", [BACKSCATTER, BACKSCATTER]),
        ("src", "10.0.0.1", [SCAN]),
        ("src", str(0x0A000001), [SCAN]),
        ("src", "10.0.0.2", []),
        ("src", "2001:db8::7", [PROBE]),
        ("src", "2001:db9::7", []),
        ("src", "2001:db8::/32", [PROBE]),  # as it is written
        ("src", "nonsense", []),
        ("id", "nonsense", []),
        ("id", 1 << 80, []),
        ("id", "\ud800", []),
        ("payload.len", "0", [BACKSCATTER]),
    ],
)
def test_values_find_the_tests_that_name_them(kb_path: Path, field: str, value: int | str, slugs: list[str]) -> None:
    assert [each.slug for each in where(kb_path, field, value)] == slugs


def test_a_value_found_says_where_it_stands(kb_path: Path) -> None:
    one = where(kb_path, "ack", 674719802)[0]
    assert (one.pattern, one.field, one.operator, one.value) == ("open", "ack", "==", "674719802")
    assert (one.condition, one.required, one.specificity_bits) == ("ack == 674719802", True, 40.0)
    assert not where(kb_path, "ttl", 64)[0].required


def test_an_unknown_field_is_an_error_with_those_near_it(kb_path: Path) -> None:
    with pytest.raises(KnowledgeBaseError, match="there is no field called dprt; near it: dport"):
        where(kb_path, "dprt", 53)
