"""The lexer: every character comes back, words have their kinds, and no text is too odd for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, String, Text, _TokenType

from sigdsl.highlight import SigLexer

CURATED = sorted((Path(__file__).parents[2] / "signatures").rglob("*.sig"))

EXAMPLE = """# synk4
signature backscatter-ack-674719802 {
  title "An id, an ack" # not fields
  version 2
  created 2026-11-23
  tags syn-flood, isn
  observe other-ack as seen
  packet open { tcp; flags & (SYN|ACK) == SYN|ACK; ip.ttl < 0x40; options has ts; options == [mss, nop]
    from responder }
  packet data { payload starts |16 03|; payload matches /^GET [^ ]+/i
    src in {10.0.0.0/8, 2001:db8::/32, bogon}; flags == CWR|AE|ECE }
  event by src gap 250ms having count(open) >= 1 and span(seen.dport) > 2
  trace "t" observed expect match \"\"\"
    ack 1 id 2
  \"\"\"
}
"""


def kinds(text: str, state: str = "root") -> list[tuple[_TokenType, str]]:
    stack = ("root",) if state == "root" else ("root", state)
    return [(kind, value) for _, kind, value in SigLexer().get_tokens_unprocessed(text, stack) if value.strip()]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            Name.Attribute,
            ["tcp", "flags", "ip.ttl", "options", "options", "payload", "payload", "src", "flags", "src", "dport"],
        ),
        (Name.Class, ["backscatter-ack-674719802"]),
        (Name.Function, ["count", "span"]),
        (Name.Builtin, ["bogon"]),
        (Comment.Single, ["# synk4", "# not fields"]),
        (Literal.Date, ["2026-11-23", "250ms"]),
        (Literal, ["10.0.0.0/8", "2001:db8::/32"]),
        (Number.Hex, ["0x40"]),
        (String.Other, ["|16 03|"]),
        (String.Regex, ["/^GET [^ ]+/i"]),
        (Operator.Word, ["has", "starts", "matches", "in", "and"]),
        (Keyword.Declaration, ["signature"]),
    ],
)
def test_words_have_their_kinds(kind: _TokenType, words: list[str]) -> None:
    assert [value for found, value in kinds(EXAMPLE) if found is kind] == words


def test_a_part_of_a_signature_can_be_read_alone() -> None:
    found = kinds("packet probe { ack == seq - 1 }", "items")
    assert [value for kind, value in found if kind is Name.Attribute] == ["ack", "seq"]
    assert [value for kind, value in kinds("probe.seq == 5", "packet") if kind is Name.Attribute] == ["seq"]


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.stem)
def test_nothing_in_the_curated_signatures_is_unknown(path: Path) -> None:
    text = path.read_text("utf-8")
    tokens = list(SigLexer().get_tokens_unprocessed(text))
    assert "".join(value for _, _, value in tokens) == text
    assert not [value for _, kind, value in tokens if kind in (Text, Error) and value.strip()]


@given(st.text(max_size=200) | st.text(alphabet='signature{}"#|/ abc01.\n-', max_size=400))
def test_any_text_comes_back_whole(text: str) -> None:
    assert "".join(value for _, _, value in SigLexer().get_tokens_unprocessed(text)) == text


def test_pygments_finds_it() -> None:
    assert isinstance(get_lexer_by_name("sig"), SigLexer)
    assert isinstance(get_lexer_for_filename("a.sig"), SigLexer)
