"""The formatter is stable, changes no meaning and loses no comment."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sigdsl import format_text, load_text
from sigdsl.diagnostics import Diagnostic
from sigdsl.format import format_source
from sigdsl.parse import parse_text
from tests.sigdsl.strategies import signature_texts

relaxed = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def formatted(text: str) -> str:
    result, faults = format_text(text)
    assert result is not None, faults
    return result


def comments(text: str) -> Counter[str]:
    faults: list[Diagnostic] = []
    source = parse_text(text, "", faults.append)
    assert not faults
    return Counter(comment.text for comment in source.comments)


@relaxed
@given(st.lists(signature_texts(), min_size=1, max_size=2).map("\n".join))
def test_formatting_is_stable_and_loses_nothing(text: str) -> None:
    once = formatted(text)
    assert formatted(once) == once
    assert load_text(once).signatures == load_text(text).signatures
    assert comments(once) == comments(text)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("tcp.flags==SYN | ACK", "flags == SYN|ACK"),
        ("flags & (SYN|ACK) == SYN", "flags & (SYN|ACK) == SYN"),
        ("((ttl)) < ((5))", "ttl < 5"),
        ("not (ttl == 5)", "not ttl == 5"),
        ("not (ttl == 5 and df)", "not (ttl == 5 and df)"),
        ("(ttl == 5 or df) and mf", "(ttl == 5 or df) and mf"),
        ("(ttl == 5) or (df and mf)", "ttl == 5 or df and mf"),
        ("id == ttl*256+tos", "id == ttl * 256 + tos"),
        ("id == ttl-(tos-1)", "id == ttl - (tos - 1)"),
        ("id == (dst ^ dport ^ seq) & 0xFFFF", "id == (dst ^ dport ^ seq) & 0xffff"),
        ("ttl&0xf<<2 == 4", "ttl & (0xf << 2) == 4"),
        ("1<ttl<=5", "1 < ttl <= 5"),
        ("(1 < ttl) == df", "(1 < ttl) == df"),
        ("sport in {21,23 , 2100 .. 2102,}", "sport in {21, 23, 2100..2102}"),
        ("sport in {(1|2)..3}", "sport in {1 | 2..3}"),
        ("src in 2001:DB8:0:0::/32", "src in 2001:db8::/32"),
        ('payload starts "\\x47ET\\xe9"', 'payload starts "GET\\xe9"'),
        ("payload starts |16  0301|", "payload starts |16 03 01|"),
        ("options==[ mss,NOP , 0x1e ]", "options == [mss, NOP, 0x1e]"),
        ("frame.len > 60", "len > 60"),
        ("- - ttl == --1", "--ttl == --1"),
    ],
)
def test_canonical_expressions(written: str, canonical: str) -> None:
    text = f'signature a {{ title "t" packet p {{ {written} }} event by src gap 1s }}'
    assert f"packet p {{ {canonical} }}" in formatted(text)


def test_an_argument_that_is_a_condition_keeps_its_parentheses() -> None:
    text = 'signature a { title "t" packet p { tcp } event by (ttl == 5), src gap 1s having distinct((ttl == 5)) > 1 }'
    assert formatted(formatted(text)) == formatted(text)
    assert "distinct((ttl == 5)) > 1" in formatted(text)


def test_layout_of_a_file() -> None:
    text = """
# of the file

signature a{title "t"   # of the title
# of the packet
packet p { tcp # of tcp
  # of ttl
  ttl == 5 }


event by src gap 1s
# last
} # after
# end
"""
    assert formatted(text) == (
        "# of the file\n"
        "\n"
        "signature a {\n"
        '  title "t"  # of the title\n'
        "  # of the packet\n"
        "  packet p {\n"
        "    tcp  # of tcp\n"
        "    # of ttl\n"
        "    ttl == 5\n"
        "  }\n"
        "\n"
        "  event by src gap 1s\n"
        "  # last\n"
        "}  # after\n"
        "# end\n"
    )


def test_a_long_having_goes_on_several_lines() -> None:
    tests = " and ".join(f"distinct(dport, {number}s) >= {number}" for number in range(1, 8))
    text = f'signature a {{ title "t" packet p {{ tcp }} event by src gap 1s having {tests} }}'
    lines = formatted(text).split("\n")
    assert max(map(len, lines)) <= 100
    assert [line.strip().split(" ")[0] for line in lines].count("and") == 6


@pytest.mark.parametrize(
    "text",
    [
        "signature a {",
        "wrong",
        'signature a { titel "x" }',
        "signature a { packet p { src == 1.2.3.444 } }",
        "\ud800",
        "\0",
    ],
)
def test_what_cannot_be_read_is_not_formatted(text: str) -> None:
    result, faults = format_text(text)
    assert result is None
    assert faults


def test_format_source_agrees_with_format_text() -> None:
    text = 'signature a { title "t" packet p { tcp } event by src gap 1s }'
    assert format_source(parse_text(text, "", lambda diagnostic: None)) == formatted(text)
