"""Repairs: only what is certain, nothing made worse, comments kept, and twice is as good as once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigdsl import load_text
from sigdsl.repair import edited, repair_text

HERE = Path(__file__).parents[1] / "diagnostics"


def signature(conditions: str, having: str = "") -> str:
    event = f"event by src gap 60s{f' having {having}' if having else ''}"
    return f'signature a {{ internal title "t"\npacket p {{ {conditions} }}\n{event} }}\n'


@pytest.mark.parametrize(
    ("conditions", "repaired"),
    [
        ("tcp.srcport == 5", "sport == 5"),
        ("sport in {9..7, 5}", "sport in {7..9, 5}"),
        ("src in {10.0.0.9..10.0.0.1}", "src in {10.0.0.1..10.0.0.9}"),
        ("tcp; ttl == 5; ttl == 5", "tcp; ttl == 5"),
        ("ttl > 5 and df and ttl == 9", "df and ttl == 9"),
        ("df and ttl > 5 and ttl == 9", "df and ttl == 9"),
        ("(df) and (ttl > 5) and (ttl == 9)", "df and ttl == 9"),
        ("flags has SYN; flags & (SYN|ACK) == SYN; flags == SYN", "flags == SYN"),
        ("tcp.srcport > 5; tcp.srcport == 9", "sport == 9"),
    ],
)
def test_certain_repairs_of_conditions(conditions: str, repaired: str) -> None:
    found = repair_text(signature(conditions))
    assert f"packet p {{ {repaired} }}" in found.text
    assert found.faults
    assert repair_text(found.text).text == found.text


@pytest.mark.parametrize(
    ("having", "repaired"),
    [
        ("count() >= 2 and count() >= 5", "having count() >= 5"),
        ("count(p) >= 1 and distinct(dst) >= 5", "having distinct(dst) >= 5"),
        ("(count(p) >= 1) and (distinct(dst) >= 5)", "having distinct(dst) >= 5"),
        ("count(p) >= 0", "gap 60s\n"),
        ("distinct(ip.dst) >= 5", "having distinct(dst) >= 5"),
    ],
)
def test_certain_repairs_of_having(having: str, repaired: str) -> None:
    found = repair_text(signature("tcp; flags == SYN", having))
    assert repaired in found.text
    assert repair_text(found.text).text == found.text


@pytest.mark.parametrize(
    "text",
    [
        signature("sprt == 5"),  # a guess
        signature("ttl >= 0"),  # whether the number or the field is wrong, nobody knows
        signature("ttl == 5", "count() >= 1"),
        signature("tcp; flags == SYN; ack == seq + 1"),
        signature("tcp.srcport == 5").replace("}", "", 1),  # a fault of syntax
        "",
        "signature",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    found = repair_text(text)
    assert found.text == text
    assert not found.faults


def test_what_a_reply_that_may_not_be_seen_makes_doubtful_stays() -> None:
    text = signature("tcp", "count(r) >= 0").replace("event", "packet r { from responder; tcp; flags == RST }\nevent")
    assert not repair_text(text).faults


def test_comments_stay() -> None:
    text = signature("# one\ntcp # two\nttl > 5 # three\nttl == 9 # four\n")
    found = repair_text(text)
    assert all(word in found.text for word in ("# one", "# two", "# three", "# four"))
    assert "ttl > 5" not in found.text


@pytest.mark.parametrize("case", sorted(HERE.glob("*.sig")), ids=lambda case: case.stem)
def test_no_faulty_file_is_made_worse(case: Path) -> None:
    text = case.read_bytes().decode("utf-8", "replace")
    found = repair_text(text)
    before, after = load_text(text), load_text(found.text)
    assert len(after.errors) <= len(before.errors)
    assert repair_text(found.text).text == found.text
    assert bool(found.faults) == (found.text != text)


_PARTS = ("ttl == 5", "ttl > 2", "ip.ttl in {7..5}", "(df)", "flags has SYN", "flags == SYN", "tcp", "sport == 5 or df")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=6), st.sampled_from([" and ", "; ", "\n", ") and ("]))
def test_any_mixture_of_conditions_is_repaired_in_one_go(parts: list[str], between: str) -> None:
    text = signature(f"({between.join(parts)})" if ")" in between else between.join(parts))
    found = repair_text(text)
    assert repair_text(found.text).text == found.text
    assert len(load_text(found.text).errors) <= len(load_text(text).errors)


def test_a_deletion_takes_one_and_along() -> None:
    (found,) = [each for each in load_text(signature("df and df")).diagnostics if each.repair]
    assert found.repair is not None
    assert "packet p { df  }" in edited(signature("df and df"), found.repair.edits)
