"""Tests of one field together decide whether a value is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.build import Entry, build
from kb.read import load_models, where
from sigdsl.load import load_text

SOURCE = """
signature range { title "t" category c packet p { tcp; ttl > 5; ttl < 64 } event by src gap 1s }
signature hole { title "t" category c packet p { sport in {1..100}; sport not in {50, 60..70} } event by src gap 1s }
signature bits { title "t" category c packet p { tcp; flags has RST; not flags has SYN } event by src gap 1s }
signature kinds { title "t" category c packet p { tcp; options has ts; options has mss } event by src gap 1s }
signature either { title "t" category c packet p { udp; dport == 53 or dport == 123 } event by src gap 1s }
signature bytes { title "t" category c packet p { tcp; payload starts "GET " } event by src gap 1s }
"""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    loaded = load_text(SOURCE)
    entries = [Entry("a.sig", source.excerpt, source.signature) for source in loaded.sources]
    assert len(entries) == 6, loaded.drawn()
    return build(tmp_path_factory.mktemp("values") / "kb.db", entries).path


@pytest.mark.parametrize(
    ("field", "value", "slugs"),
    [
        ("ttl", 5, []),
        ("ttl", 6, ["range", "range"]),
        ("ttl", 64, []),
        ("sport", 49, ["hole"]),
        ("sport", 50, []),
        ("sport", 65, []),
        ("sport", 71, ["hole"]),
        ("sport", 101, []),
        ("flags", "RST", ["bits"]),
        ("flags", "RST|ACK", ["bits"]),
        ("flags", "RST|SYN", []),
        ("options", "mss", ["kinds"]),
        ("options", "ts", ["kinds"]),
        ("options", "nop", []),
        ("dport", 53, ["either"]),
        ("dport", 123, ["either"]),
        ("dport", 80, []),
        ("payload", '"GET "', ["bytes"]),
        ("udp", "yes", ["either"]),
    ],
)
def test_all_tests_of_a_field_decide(path: Path, field: str, value: int | str, slugs: list[str]) -> None:
    assert [each.slug for each in where(path, field, value)] == slugs


def test_what_the_parser_made_is_told_in_its_own_words(path: Path) -> None:
    (one,) = where(path, "sport", 71)
    assert (one.operator, one.value, one.condition) == ("in", "1..100", "sport in {1..100}")


def test_what_the_parser_made_comes_back_as_it_was(path: Path) -> None:
    assert load_models(path) == sorted(load_text(SOURCE).signatures, key=lambda signature: signature.slug)
