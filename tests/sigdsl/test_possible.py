"""What a pattern leaves possible, and how many alternatives it has."""

from __future__ import annotations

import pytest

from sigdsl import load_text
from sigdsl.clauses import clauses_of
from sigdsl.model import PacketPattern
from sigdsl.possible import pattern_bounds


def codes(conditions: str) -> list[str]:
    text = f'signature a {{ internal title "t" packet p {{ {conditions} }} event by src gap 1s }}'
    return [diagnostic.code for diagnostic in load_text(text).errors]


def pattern(conditions: str) -> PacketPattern:
    text = f'signature a {{ internal title "t" packet p {{ {conditions} }} event by src gap 1s }}'
    return load_text(text).signatures[0].patterns[0]


@pytest.mark.parametrize(
    "conditions",
    [
        "ttl == 5; ttl == 6", "ttl < 5; ttl > 5", "ttl in {1..3}; ttl not in {0..9}", "5 < ttl < 5", "df; not df",
        "df == 0; df", "tcp; udp", "seq == 1; udp", "icmp; sport == 1", "icmp.type == 8; dport == 1", "ip; ip6",
        "tcp; not tcp", "icmp; ip6", "tcp; quoted", "flow == 1; df",
        "quoted.sport == 5; tcp", "proto == 6; udp.len > 8",
        "(ttl == 1 or ttl == 2) and ttl == 3", "src == 10.0.0.1; src in 192.168.0.0/16", "flags == SYN; flags has ACK",
        "flags & (SYN|ACK) == FIN", "flags & SYN != 0; flags == ACK", "dport == 5; 6 == dport",
    ],
)  # fmt: skip
def test_contradictions(conditions: str) -> None:
    assert codes(conditions) == ["E400"]


@pytest.mark.parametrize(
    "conditions",
    [
        "ttl == 5 or ttl == 6", "not (ttl == 5 and ttl == 6)", "tcp or udp; sport == 5", "not tcp; udp", "not ip; ip6",
        "flags has SYN; flags has ACK", "flags & (SYN|ACK) == SYN; flags has ECE", "ttl != 5; ttl != 6",
        "src in 10.0.0.0/8; src != 10.0.0.1", "icmp or icmp6; icmp.type == 3", "quoted; quoted.sport == 5; icmp",
        "icmp; not quoted", "seq == ack; seq == 5",
        "src in home; src in private", "not icmp; sport == 5",
    ],
)  # fmt: skip
def test_what_can_match(conditions: str) -> None:
    assert codes(conditions) == []


def test_bounds_reach_the_protocol() -> None:
    bounds = pattern_bounds(pattern("seq == 5; ttl in {1, 3..4}"))
    assert bounds["proto"] == ((6, 6),)
    assert bounds["ttl"] == ((1, 1), (3, 4))


@pytest.mark.parametrize(
    ("conditions", "number"),
    [
        ("tcp; df", 1),
        ("tcp or udp", 2),
        ("tcp or udp; df or mf", 4),
        ("not (tcp and df)", 2),
        ("not (tcp or df)", 1),
        ("not (1 < ttl < 5)", 2),
        ("1 < ttl < 5", 1),
        ("sport in {1, 2, 3}", 1),
        ("not (tcp or (df and mf)) or evil", 3),
    ],
)
def test_number_of_clauses(conditions: str, number: int) -> None:
    assert clauses_of(pattern(conditions)) == number


def test_too_many_clauses() -> None:
    either = " ; ".join(f"(ttl == {n} or tos == {n})" for n in range(8))
    assert codes(either) in ([], ["E400"])
    assert "E902" in codes(f"{either}; df or mf")
