"""Expressions as tables against RE2, which says what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.automaton import CannotBuild, build_automaton
from matcher.patterns import PatternError, compile_regex

BYTES = st.sampled_from([*"abAB01", "\n", "\x00", "\xff", "-", " "])


def written(byte: str) -> str:
    return f"\\x{ord(byte):02x}"


def repeated(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    counts = st.sampled_from(["*", "+", "?", "{0}", "{2}", "{1,}", "{1,3}", "{0,2}", "*?", "+?"])
    return st.builds("(?:{}){}".format, inner, counts)


def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    return several.map("".join) | several.map(lambda each: f"({'|'.join(each)})")


CLASSES = st.builds(
    lambda negated, parts: f"[{negated}{''.join(parts)}]",
    st.sampled_from(["", "^"]),
    st.lists(BYTES.map(written) | st.sampled_from(["a-c", r"\d", r"\s", r"\x00-\x7f"]), min_size=1, max_size=3),
)
SINGLE = BYTES.map(written) | CLASSES | st.sampled_from([".", "^", r"\A", r"\w", r"\D", "a", r"\."])
EXPRESSIONS: st.SearchStrategy[str] = st.recursive(SINGLE, lambda inner: joined(inner) | repeated(inner), max_leaves=10)
TEXTS = st.lists(BYTES, max_size=12).map(lambda each: "".join(each).encode("latin-1"))


@given(EXPRESSIONS, st.booleans(), st.lists(TEXTS, min_size=1, max_size=6))
def test_they_agree(pattern: str, ignore_case: bool, texts: list[bytes]) -> None:
    try:
        expression = compile_regex(pattern, ignore_case)
        automaton = build_automaton(pattern, ignore_case)
    except (PatternError, CannotBuild):
        return
    for text in texts:
        assert automaton.matches(text) == (expression.search(text) is not None), (pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text", "is_found"),
    [
        (r"^\x16\xfe[\xff\xfd]\x00\x00[\x00-\xff]{8}[\x02\x03]", b"\x16\xfe\xff\0\0........\x02", True),
        (r"^\x16\xfe[\xff\xfd]\x00\x00[\x00-\xff]{8}[\x02\x03]", b"\x16\xfe\xff\0\0.......\x02", False),
        ("GET /(index|robots)", b"xGET /robots.txt", True),
        ("GET /(index|robots)", b"xGET /robot.txt", False),
        ("a^b", b"a^b ab", False),
        ("x|^b", b"ab", False),
        ("x|^b", b"ba", True),
        ("[^a]", b"\n", True),
        ("a.c", b"a\nc abc", True),
        ("[]x]{2}", b"a]xa", True),
        ("a{2,255}b", b"a" * 300 + b"b", True),
        ("^a{2,255}b", b"a" * 300 + b"b", False),
    ],
)
def test_by_hand(pattern: str, text: bytes, is_found: bool) -> None:
    assert build_automaton(pattern, False).matches(text) is is_found
    assert (compile_regex(pattern, False).search(text) is not None) is is_found


def test_cases() -> None:
    assert build_automaton("get[x-z]", True).matches(b"..GeTY")
    assert not build_automaton("get[x-z]", False).matches(b"..GeTY")


@pytest.mark.parametrize(
    "pattern",
    [
        "$", "a$", r"a\b", r"\pL", "(?i)a", "(?P<n>a)", "[[:alpha:]]", "a{", "a**", "(a", "a)", "[a", "\\", r"\x1",
        "é" * 3_000, "", "a*", "x|", r"\1", "☃", "(" * 60 + "a" + ")" * 60, "a{1001}", "[z-a]", "^*a", "*a",
    ],
)  # fmt: skip
def test_what_is_left_to_re2(pattern: str) -> None:
    with pytest.raises(CannotBuild):
        build_automaton(pattern, False)


@pytest.mark.parametrize("pattern", ["(a|b)*a(a|b){20}x", "(x{1,99}){1,99}", "(.{1,50}a){1,30}b"])
def test_what_would_grow_without_measure_ends_soon(pattern: str) -> None:
    with pytest.raises(CannotBuild):
        build_automaton(pattern, False)
