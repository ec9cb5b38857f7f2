"""Fields that a packet does not store but works out, with what is not shown and what does not apply."""

from __future__ import annotations

import pytest

from matcher.packet import UNKNOWN, Packet, Value

WORDS = ("ip", "ip6", "tcp", "udp", "icmp", "icmp6", "sctp", "frag", "quoted")


def get(name: str, **fields: Value) -> Value | None:
    return Packet(1, None, {key.replace("_", "."): value for key, value in fields.items()}).get(name)


@pytest.mark.parametrize(
    ("ttl", "initial", "hops"),
    [(0, 32, 32), (1, 32, 31), (32, 32, 0), (33, 64, 31), (64, 64, 0), (65, 128, 63), (128, 128, 0), (129, 255, 126),
     (255, 255, 0)],
)  # fmt: skip
def test_initial_ttl(ttl: int, initial: int, hops: int) -> None:
    assert (get("ittl", ttl=ttl), get("hops", ttl=ttl)) == (initial, hops)


@pytest.mark.parametrize(("name", "source"), [("ittl", "ttl"), ("hops", "ttl"), ("dscp", "tos"), ("ecn", "tos")])
def test_derived_from_what_is_not_shown_or_does_not_apply(name: str, source: str) -> None:
    assert get(name, **{source: UNKNOWN}) is UNKNOWN
    assert get(name) is None


def test_a_stored_value_comes_first() -> None:
    assert get("ittl", ittl=99, ttl=3) == 99


def test_words_of_a_packet_that_is_not_ip_are_false() -> None:
    assert [get(word) for word in WORDS] == [0] * len(WORDS)


@pytest.mark.parametrize("proto", [6, 17, 1, 58, 132, 47])
def test_protocol_words(proto: int) -> None:
    by_number = {6: "tcp", 17: "udp", 1: "icmp", 58: "icmp6", 132: "sctp"}
    for number, word in by_number.items():
        assert get(word, proto=proto) == int(number == proto)
        assert get(word, proto=UNKNOWN) is UNKNOWN


def test_version_words() -> None:
    assert [get("ip", ip_version=version) for version in (4, 6, UNKNOWN)] == [1, 0, UNKNOWN]
    assert [get("ip6", ip_version=version) for version in (4, 6, UNKNOWN)] == [0, 1, UNKNOWN]


@pytest.mark.parametrize(
    ("more", "offset", "value"),
    [(0, 0, 0), (1, 0, 1), (0, 8, 1), (UNKNOWN, 0, UNKNOWN), (0, UNKNOWN, UNKNOWN), (1, UNKNOWN, 1), (UNKNOWN, 8, 1)],
)
def test_fragment(more: Value, offset: Value, value: Value) -> None:
    assert get("frag", mf=more, frag_offset=offset) is value


def test_quoted() -> None:
    assert get("quoted", icmp_type=3, quoted_src=1) == 1
    assert get("quoted", icmp_type=3, quoted_proto=UNKNOWN) == 1
    assert get("quoted", icmp_type=3) == 0
    assert get("quoted", icmp_type=UNKNOWN, quoted_src=UNKNOWN) is UNKNOWN
