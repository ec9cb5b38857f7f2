"""Whatever stands in a .sig file, the outcome is signatures and diagnostics, soon, and never a traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sigdsl import format_text, load_text
from sigdsl.limits import MAX_DIAGNOSTICS, MAX_FILE_BYTES
from tests.sigdsl.strategies import signature_texts

relaxed = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

WORDS = re.findall(r'"([^"\s]+)"', (Path(__file__).parents[2] / "sigdsl" / "grammar.lark").read_text("utf-8"))
SAMPLES = (
    "a", "syn-ack", "p", "src", "payload", "SYN", "5", "0xff", "007", "60s", "2000-05-31", "2000-99-99", "10.0.0.0/8",
    "10.0.0.1/8", "999.1.1.1", "::1", "|16 03|", "|1|", '"text"', '"\\q"', '"', '"""', '"""a\nb"""', "/a+/", "/(/", "/",
    "# note\n", "\n", "\n\n", ";", "signature a {", "packet p {", "event by src gap 60s", "having", "}", "\x00", "é",
)  # fmt: skip
WHOLE = """
signature a {
  title "t"
  packet p { tcp; flags == SYN|ACK; sport in {1..5, 9}; payload matches /x+/; options == [mss, nop] }
  packet q {
    from responder
    ttl > 5 or not df   # a comment
    src in 10.0.0.0/8
  }
  event by src, dport gap 60s having count(p) >= 2 and distinct(p.dport, 10s) > 3 or first(p) < last(q)
  analysis { bottom-line \"\"\"
    text
  \"\"\" }
  trace "x" observed expect match "y"
}
"""


def check(text: str) -> None:
    """Loading ends in diagnostics that can be drawn; the formatter gives a text or says why not."""
    loaded = load_text(text)
    assert len(loaded.diagnostics) <= MAX_DIAGNOSTICS + 1
    for drawn in loaded.drawn():
        drawn.encode()
    result, faults = format_text(text)
    assert (result is None) == bool(faults)


@relaxed
@given(st.text(max_size=200))
def test_random_text(text: str) -> None:
    check(text)


@relaxed
@given(st.lists(st.sampled_from([*WORDS, *SAMPLES]), max_size=60), st.sampled_from([" ", "\n", ""]))
def test_soup_of_tokens(words: list[str], between: str) -> None:
    check(between.join(words))


@relaxed
@given(st.lists(st.sampled_from([*WORDS, *SAMPLES]), max_size=40).map(" ".join))
def test_soup_of_tokens_in_a_packet_block(words: str) -> None:
    check(f'signature a {{ title "t"\n packet p {{ {words} }}\n event by src gap 1s\n }}')


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A whole file with slices deleted, doubled, inserted or exchanged."""
    text = draw(st.one_of(st.just(WHOLE), signature_texts()))
    for _ in range(draw(st.integers(1, 4))):
        one, other = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        other = min(other, one + 40)
        match draw(st.sampled_from(["delete", "double", "insert", "exchange"])):
            case "delete":
                text = text[:one] + text[other:]
            case "double":
                text = text[:other] + text[one:]
            case "insert":
                text = text[:one] + draw(st.sampled_from([*WORDS, *SAMPLES])) + text[one:]
            case _:
                text = text[other:] + text[one:other] + text[:one]
    return text


@relaxed
@given(damaged())
def test_damaged_files(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", [WHOLE[:length] for length in range(0, len(WHOLE), 7)])
def test_a_file_cut_short(text: str) -> None:
    check(text)


def packet(conditions: str) -> str:
    return f'signature a {{ title "t" packet p {{ {conditions} }} event by src gap 1s }}'


MANY = 20_000
LARGE: dict[str, str] = {
    "parentheses": packet("(" * MANY + "ttl" + ")" * MANY),
    "few parentheses": packet("(" * 60 + "tcp" + ")" * 60),
    "not": packet("not " * MANY + "tcp"),
    "minus": packet("-" * MANY + "ttl == 5"),
    "tilde": packet("~" * MANY + "ttl == 5"),
    "sum": packet("ttl" + " + ttl" * (MANY // 2) + " == 5"),
    "and": packet("tcp" + " and tcp" * (MANY // 2)),
    "chain": packet("ttl" + " == ttl" * (MANY // 2)),
    "set": packet("sport in {" + ", ".join(map(str, range(MANY // 2))) + "}"),
    "sets in sets": packet("sport in " + "{" * 1000 + "}" * 1000),
    "list": packet("options == [" + "1," * MANY + "1]"),
    "digits": packet("ttl == " + "9" * 1_000_000),
    "hex": packet("ttl == 0x" + "f" * 1_000_000),
    "duration": 'signature a { title "t" packet p { tcp } event by src gap ' + "9" * 1_000_000 + "s }",
    "version": f"signature a {{ version {'7' * 1_000_000} }}",
    "prefix": packet("src in 10.0.0.0/" + "9" * 1_000_000),
    "address": packet("src == " + "9" * 500_000 + ".0.0.1"),
    "name": packet("x" * 1_000_000),
    "slug": f"signature {'a' * 1_000_000} {{ }}",
    "line": "x " * 50_000,
    "one letter": "x" * 1_000_000,
    "odd characters": "@" * 1_000_000,
    "odd characters apart": "@ " * 50_000,
    "equal signs": packet("= " * 50_000),
    "NUL": "\0" * 1_000_000,
    "new lines": packet("tcp" + "\n" * 200_000 + "and tcp"),
    "spaces": packet("tcp" + " " * 900_000 + "and tcp"),
    "comments": packet("tcp\n" + "#\n" * 100_000 + "and tcp"),
    "unclosed strings": '"\n' * 50_000,
    "quotes": '"' * 1_000_000,
    "slashes": packet("payload matches " + "/" * 900_000),
    "bars": packet("payload contains " + "|16 " * 50_000),
    "backslashes": packet('payload contains "' + "\\" * 900_000 + '"'),
    "unknown fields": packet("; ".join(f"sprt{n} == 1" for n in range(8_000))),
    "unknown items": "signature a {\n" + "\n".join(f"titel{n}" for n in range(8_000)) + "\n}",
    "unknown patterns": 'signature a { title "t" packet p { tcp } event by src gap 1s having '
    + " and ".join(f"count(q{n}) > 1" for n in range(6_000)) + " }",
    "unknown signatures": "signature a {" + " ".join(f"observe xxxx-{n} as q{n}" for n in range(6_000)) + "}",
    "signatures": "\n".join(f"signature a{n} {{ }}" for n in range(8_000)),
    "patterns": "signature a {" + "\n".join(f"packet p{n} {{ tcp }}" for n in range(8_000)) + "}",
    "closing": "}" * 50_000,
    "opened blocks": "signature a {\n" * 10_000,
    "opened packets": "signature a {\n" + "packet p {\n" * 10_000,
    "or": packet(" and ".join(["(ttl == 1 or ttl == 2)"] * 3_000)),
    "wide": packet("\n".join(f"sport == {n}" for n in range(70_000, 78_000))),
    "observing all": "\n".join(
        f'signature s{n} {{ title "t" event by src gap 1s '
        + " ".join(f"observe s{(n + step) % 300} as p{step}" for step in range(60)) + " }"
        for n in range(300)
    ),
}  # fmt: skip


SOUND = {"spaces", "new lines", "comments", "few parentheses", "backslashes", "and", "chain"}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_or_deep_ends_in_diagnostics(name: str) -> None:
    """Each of these once took a time that grew with the square of the length; that would not come to an end here."""
    text = LARGE[name]
    assert len(text) <= MAX_FILE_BYTES
    loaded = load_text(text)
    drawn = loaded.drawn()
    assert len(drawn) <= MAX_DIAGNOSTICS + 1
    assert all(len(part) < 40_000 for part in drawn)
    assert loaded.errors or name in SOUND
