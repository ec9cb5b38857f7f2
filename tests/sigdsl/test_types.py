"""Types and ranges of expressions, and what `check` makes of them."""

from __future__ import annotations

import pytest

from sigdsl import load_text
from sigdsl.constants import constant_of
from sigdsl.fields import Kind
from sigdsl.model import Compare, Expr, Logic, Name, Unary
from sigdsl.types import Special, type_of


def packet(conditions: str) -> str:
    return f'signature a {{ internal title "t"\npacket p {{\n{conditions}\n}}\nevent by src gap 1s }}'


def conditions_of(text: str) -> tuple[Expr, ...]:
    loaded = load_text(packet(text))
    assert not loaded.errors, loaded.drawn()
    return loaded.signatures[0].patterns[0].conditions


def left_side(text: str) -> Expr:
    """The left side of a comparison, resolved, whether or not the comparison makes sense."""
    (condition,) = load_text(packet(text)).signatures[0].patterns[0].conditions
    assert isinstance(condition, Compare)
    return condition.first


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in load_text(packet(text)).errors]


def having_codes(text: str) -> list[str]:
    source = (
        f'signature a {{ internal title "t" packet p {{ tcp }} packet q {{ tcp }} event by src gap 1s having {text} }}'
    )
    return [diagnostic.code for diagnostic in load_text(source).errors]


@pytest.mark.parametrize(
    ("expression", "kind", "low", "high"),
    [
        ("ttl", Kind.NUMBER, 0, 255),
        ("ttl + 1", Kind.NUMBER, 1, 256),
        ("-ttl", Kind.NUMBER, -255, 0),
        ("~ttl", Kind.NUMBER, -256, -1),
        ("sport - dport", Kind.NUMBER, -65535, 65535),
        ("ttl * 256 + tos", Kind.NUMBER, 0, 65535),
        ("ttl % 8", Kind.NUMBER, 0, 7),
        ("ttl % 1000", Kind.NUMBER, 0, 255),
        ("-ttl % 8", Kind.NUMBER, 0, 7),
        ("ttl & 0xf", Kind.NUMBER, 0, 15),
        ("~ttl & 0xf", Kind.NUMBER, 0, 15),
        ("ttl | 0x100", Kind.NUMBER, 0, 511),
        ("ttl ^ tos", Kind.NUMBER, 0, 255),
        ("ttl << 4", Kind.NUMBER, 0, 4080),
        ("ttl >> 4", Kind.NUMBER, 0, 15),
        ("SYN|ACK", Kind.NUMBER, 18, 18),
        ("1 << 31", Kind.NUMBER, 1 << 31, 1 << 31),
        ("df + 1", Kind.NUMBER, 1, 2),
        ("seq", Kind.MOD32, 0, (1 << 32) - 1),
        ("seq - 1", Kind.MOD32, 0, (1 << 32) - 1),
        ("seq - sport", Kind.MOD32, 0, (1 << 32) - 1),
        ("2 * seq", Kind.MOD32, 0, (1 << 32) - 1),
        ("-seq", Kind.MOD32, 0, (1 << 32) - 1),
        ("~seq", Kind.NUMBER, 0, (1 << 32) - 1),
        ("seq & 0xffff", Kind.NUMBER, 0, 0xFFFF),
        ("seq >> 16", Kind.NUMBER, 0, 0xFFFF),
        ("seq % 7", Kind.NUMBER, 0, 6),
        ("(dst ^ dport ^ seq) & 0xffff", Kind.NUMBER, 0, 0xFFFF),
        ("src + 1", Kind.NUMBER, 1, 1 << 32),
        ("payload", Kind.BYTES, 0, 0),
    ],
)
def test_type_and_range(expression: str, kind: Kind, low: int, high: int) -> None:
    type_ = type_of(left_side(f"{expression} == 5"))
    assert (type_.kind, type_.low, type_.high if kind is not Kind.BYTES else 0) == (kind, low, high)


def test_flags_bind_tighter_than_comparisons() -> None:
    (condition,) = conditions_of("flags == SYN|ACK")
    assert isinstance(condition, Compare)
    assert constant_of(condition.rest[0][1]) == 0x12


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("not ttl == 5 and df", "(not (ttl == 5)) and df"),
        ("ttl == 5 or df and mf", "ttl == 5 or (df and mf)"),
        ("ttl & 3 == 2", "(ttl & 3) == 2"),
        ("ttl + 1 << 2 == 8", "(ttl + 1) << 2 == 8"),
        ("ttl | 1 ^ 2 & 3 == 3", "(ttl | (1 ^ (2 & 3))) == 3"),
        ("ttl - 1 - 2 == 0", "(ttl - 1) - 2 == 0"),
        ("-ttl * 2 == 0 - 4", "(-ttl) * 2 == (0 - 4)"),
        ("ttl not in {1, 2}", "ttl not   in {1,\n 2,}"),
        ("1 < ttl < 5", "(1) < ttl < (5)"),
        ("tcp; df", "tcp\ndf"),
        ("tcp and df", "tcp; df"),
        ("ttl == 5\n or df", "ttl == 5 or df"),
        ("ttl ==\\\n5".replace("\\\n", " "), "ttl\n == 5"),
        ("ttl == 5 # why\n # more\n\n and df", "ttl == 5\ndf"),
        ("ttl == (5 +\n 1)", "ttl == 5 + 1"),
        ("ttl not in {1}", "ttl\nnot in {1}"),
        ("tcp.flags == SYN", "flags == SYN"),
        ("flags == NS", "flags == AE"),
        ("payload starts |47 45 54|", 'payload starts "GET"'),
    ],
)
def test_two_ways_to_write_one_thing(one: str, other: str) -> None:
    assert conditions_of(one) == conditions_of(other)


def test_a_chain_is_one_comparison_and_not_one_of_truth_values() -> None:
    (condition,) = conditions_of("1 < ttl <= 5")
    assert isinstance(condition, Compare)
    assert [operator for operator, _ in condition.rest] == ["<", "<="]


def test_neighbours_of_a_kind_are_one_node() -> None:
    (condition,) = conditions_of("tcp or udp or (icmp or icmp6)")
    assert isinstance(condition, Logic)
    assert len(condition.operands) == 4


def test_not_negates_a_whole_comparison() -> None:
    (condition,) = conditions_of("not ttl == 5")
    assert isinstance(condition, Unary)
    assert isinstance(condition.operand, Compare)


@pytest.mark.parametrize("line", ["-ttl == 0", "|16 03| == payload", "(ttl) == 5", "not df", "~ttl == 0 - 6"])
def test_what_starts_a_new_condition(line: str) -> None:
    assert len(conditions_of(f"tcp\n{line}")) == 2


@pytest.mark.parametrize("text", ["ttl == 5\nor", "ttl ==\n5", "ttl == 5 6", "df mf", "ttl index", "ttl in{1} anddf"])
def test_what_is_no_condition(text: str) -> None:
    assert "E101" in codes(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("sport == 65536", "E300"),
        ("sport in {1, 70000}", "E300"),
        ("70000 != sport", "E300"),
        ("seq == 1 << 32", "E300"),
        ("flags == 0x1000", "E300"),
        ("ts.val * ts.val * 4 == 0", "E302"),
        ("id * 0x7fffffffffffffff == 0", "E302"),
        ("ttl << 63 == 0", "E302"),
        ("ttl == 0x10000000000000000 + 1", "E302"),
        ("ttl % 0 == 1", "E303"),
        ("ttl % tos == 1", "E303"),
        ("1 << ttl == 1", "E303"),
        ("sport in {}", "E303"),
        ("sport in {{1}, 2}", "E303"),
        ("sport in 10.0.0.0/8", "E301"),
        ("src in {1, 2}", "E301"),
        ("seq in private", "E301"),
        ("payload in {1}", "E301"),
        ("df in {10.0.0.1}", "E301"),
        ("options == payload", "E203"),
        ("home == 5", "E301"),
        ("sport + dport == 131071", "E403"),
        ("ttl & 0xf > 15", "E403"),
    ],
)
def test_faults_of_types_and_values(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "seq - sport == 674719801", "seq == dst", "id == (dst ^ dport ^ seq) & 0xffff", "sport + dport == 65536",
        "ts.val * sport >= 0", "seq * seq == 1", "df == 1", "(ttl == 5) == df", "payload in {\"a\", |00|}",
        "src in {home, 10.0.0.1..10.0.0.9, 2001:db8::/32}", "sport in {SYN|ACK, 5..1 << 3}", "ack - seq == -1",
        "options contains [nop, nop]", "options has 254", "src != home.".replace("home.", "10.0.0.1"),
    ],
)  # fmt: skip
def test_what_fits(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("first(p) < last(q)", []),
        ("last(p) - first(p) > 5s", []),
        ("first(p) + 5s < first(q)", []),
        ("interval.mean(p) * 2 < 3s", []),
        ("min(p.ack) == max(q.seq) + 1", []),
        ("constant((seq >> 16) ^ (seq & 0xffff))", []),
        ("step(ack, 1 << 31) > 0 and missing(ack) < 2", []),
        ("rate(p) > 3 and duration >= 0s", []),
        ("distinct(options) >= 2 and distinct(payload, 5s) > 1", []),
        ("2 <= distinct(dport) <= 5", []),
        ("distinct(p.seq - q.seq) > 1", ["E303"]),
        ("first(p) < 5", ["E301"]),
        ("first(p) + first(q) > 5s", ["E301"]),
        ("duration > 5", ["E301"]),
        ("min(payload) > 1", ["E303"]),
        ("distinct(5) > 1", ["E303"]),
        ("count(p, 5) > 1", ["E303"]),
        ("distinct(dport) > count()", ["E402"]),
        ("distinct(dport) > 70000", ["E402"]),
        ("dport == 5", ["E203"]),
        ("p.dport == 5", ["E203"]),
        ("min(dport + min(sport)) > 1", ["E303"]),
    ],
)
def test_having(text: str, expected: list[str]) -> None:
    assert having_codes(text)[: len(expected) or None] == expected


def test_an_unknown_name_gives_one_fault_only() -> None:
    assert codes("sprt + 1 in {1, 2}") == ["E200"]


def test_what_means_nothing_stays_a_name() -> None:
    expr = left_side("sprt == 5")
    assert isinstance(expr, Name)
    assert type_of(expr).kind is Special.BAD
