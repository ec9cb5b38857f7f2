"""Bits of one test, as the knowledge base counts them: what the matcher counts for the same condition."""

from __future__ import annotations

import pytest

from kb.conditions import Excerpt, pattern_uses
from kb.weight import test_bits as bits_of
from matcher.specificity import pattern_bits, total
from tests.matcher.building import signatures


@pytest.mark.parametrize(
    ("condition", "bits"),
    [
        ("dport < 1024", 6),
        ("ack == 0", 4),
        ("evil", 8),
        ("id == 54321", 16),
        ("id < 1024", 6),  # 16 bits in IPv4, 32 in IPv6: the lesser counts
        ("id > 65535", 0),
        ("id != 0", 0),
        ("icmp.mtu < 1024", 6),
        ("src in 2001:db8::/32", 32),
        ("flags & (SYN|ACK) == SYN", 2),
    ],
)
def test_bits_are_the_matchers(condition: str, bits: int) -> None:
    text = f"signature a {{ packet p {{ {condition} }} event by src gap 1s }}"
    (pattern,) = signatures(text)[0].patterns
    uses = pattern_uses(pattern.conditions, Excerpt(text, 0))
    assert round(bits_of(uses)) == bits
    assert total(pattern_bits(pattern)) == bits
