"""What is seen of several signatures at once, and how files are read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sigdsl
from sigdsl import load_paths, load_text


def observing(slug: str, *others: str) -> str:
    watched = "".join(f"observe {other} as x{number} " for number, other in enumerate(others))
    pattern = "" if others else "packet p { tcp }"
    return f'signature {slug} {{ internal title "t" {watched}{pattern} event by src gap 1s }}\n'


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in load_text(text).errors]


def test_a_chain_is_no_cycle() -> None:
    text = observing("a", "b", "c") + observing("b", "c") + observing("c")
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (observing("a", "a"), 1),
        (observing("a", "b") + observing("b", "a"), 2),
        (observing("a", "b") + observing("b", "c") + observing("c", "b"), 2),
        (observing("a", "b", "c") + observing("b", "a") + observing("c", "a"), 3),
    ],
)
def test_cycles(text: str, number: int) -> None:
    assert codes(text) == ["E501"] * number


def test_a_cycle_through_signatures_that_are_known_already() -> None:
    known = load_text(observing("b", "a")).signatures
    assert [diagnostic.code for diagnostic in load_text(observing("a", "b"), known=known).errors] == ["E501"]


def test_unknown_signatures_and_known_ones() -> None:
    text = observing("a", "half-open")
    assert codes(text) == ["E500"]
    known = load_text(observing("half-open")).signatures
    assert not load_text(text, known=known).errors


def test_duplicates_in_two_files(tmp_path: Path) -> None:
    for name in ("one.sig", "two.sig"):
        (tmp_path / name).write_text(observing("a"))
    (found,) = load_paths([tmp_path]).errors
    assert found.code == "E502"
    assert found.path == str(tmp_path / "two.sig")
    assert str(tmp_path / "one.sig") in (found.help or "")


def test_a_key_that_observed_events_have_not() -> None:
    ping = 'signature ping { internal title "t" packet p { icmp } event by src gap 1s }\n'
    assert codes(ping + observing("a", "ping").replace("by src", "by dport")) == ["E401"]


def test_line_ends_of_windows_and_a_byte_order_mark(tmp_path: Path) -> None:
    plain = (
        'signature a {\n internal\n title """one\n  two"""\n packet p {\n tcp\n ttl == 5\n }\n event by src gap 1s\n}\n'
    )
    (tmp_path / "a.sig").write_bytes(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode())
    loaded = load_paths([tmp_path / "a.sig"])
    assert not loaded.diagnostics
    assert loaded.signatures == load_text(plain).signatures == load_text(plain.replace("\n", "\r\n")).signatures


def test_the_excerpt_of_a_signature() -> None:
    text = "# before\n" + observing("a") + observing("b")
    assert [source.excerpt + "\n" for source in load_text(text).sources] == [observing("a"), observing("b")]


def test_faults_of_syntax_do_not_hide_the_others() -> None:
    text = 'signature a {\n title "t"\n packet p {\n ttl = 5\n sprt == 5\n ttl == 300\n }\n event by src gap 1s\n}'
    assert sorted(codes(text)) == ["E101", "E200", "E300"]


def test_public_names_exist() -> None:
    assert all(getattr(sigdsl, name) is not None for name in sigdsl.__all__)
    with pytest.raises(AttributeError):
        _ = sigdsl.no_such_name


def test_the_model_and_the_formatter_of_expressions_load_no_parser() -> None:
    program = (
        "import sys, sigdsl.model, sigdsl.types, sigdsl.format, sigdsl.codec, sigdsl.possible\n"
        "sys.exit(', '.join({'lark', 're2', 'difflib'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
