"""Relative numbers back to absolute ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from matcher.packet import UNKNOWN
from matcher.tcpdump.sequence import Sequences

SYN, ACK, RST = 0x02, 0x10, 0x04
NUMBERS = st.integers(0, (1 << 32) - 1)
A, B = "1.1.1.1.1", "2.2.2.2.2"


@given(NUMBERS, NUMBERS, st.lists(st.tuples(st.booleans(), st.integers(1, 60000)), max_size=20), st.booleans())
def test_a_conversation_comes_back(client: int, server: int, steps: list[tuple[bool, int]], relative: bool) -> None:
    """As print-tcp.c subtracts: numbers of each side from that in the SYN ACK."""
    sequences = Sequences()
    sequences.absolute(A, B, SYN, client, UNKNOWN)
    sequences.absolute(B, A, SYN | ACK, server, (client + 1) % (1 << 32))
    sent = {A: 1, B: 1}
    start = {A: client, B: server}
    for from_client, size in steps:
        src, dst = (A, B) if from_client else (B, A)
        truth = ((start[src] + sent[src]) % (1 << 32), (start[dst] + sent[dst]) % (1 << 32))
        printed = (sent[src], sent[dst]) if relative else truth
        if min(client, server) > 1 << 24 and max(client, server) < (1 << 32) - (1 << 24):  # else both are plausible
            assert sequences.absolute(src, dst, ACK, *printed) == truth
        sent[src] += size


def test_a_lone_answer_is_absolute() -> None:
    assert Sequences().absolute(A, B, RST | ACK, 0, 1) == (0, 1)


def test_an_answer_to_a_syn_may_be_either() -> None:
    for printed in (1, 932104):
        sequences = Sequences()
        sequences.absolute(A, B, SYN, 932103, UNKNOWN)
        assert sequences.absolute(B, A, RST | ACK, 0, printed) == (0, 932104)


def test_numbers_without_a_known_start_are_unknown() -> None:
    sequences = Sequences()
    sequences.absolute(A, B, ACK, UNKNOWN, 3_000_000_001)  # an empty ACK in mid-conversation shows no seq
    assert sequences.absolute(A, B, ACK, 100, 5) == (UNKNOWN, 3_000_000_005)


def test_a_packet_without_ack_is_absolute() -> None:
    sequences = Sequences()
    sequences.absolute(B, A, SYN | ACK, 5_000_000, 77_000_001)
    assert sequences.absolute(A, B, RST, 77_000_001, UNKNOWN) == (77_000_001, UNKNOWN)
    assert sequences.absolute(A, B, RST, 0, UNKNOWN) == (0, UNKNOWN)


def test_conversations_are_bounded() -> None:
    sequences = Sequences(most=10)
    for port in range(100):
        sequences.absolute(f"{A}{port}", B, SYN, port, UNKNOWN)
    assert len(sequences._conversations) == 10
