"""What packets are not supposed to be: conditions that say something however few packets meet them.

Elsewhere a condition earns its place by bits of coincidence. Here it earns it by contradicting a specification, which
ordinary packets do not; each rule names its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from matcher.packet import Packet
from sigdsl.model import Address, Compare, Expr, FlagBit, NamedSet, Network, Unary
from sigdsl.walk import fields_of
from tracelore.drafting.invariant import CERTAIN, Invariant
from tracelore.drafting.terms import equal, holds, named, number, one_of, term
from tracelore.drafting.truths import truths

__all__ = ["broken_by", "broken_by_all"]

Operator = Literal["!=", "<=", ">="]


def _is(field: str, op: Operator, value: Expr) -> Compare:
    return Compare(named(field), ((op, value),))


# Written with the model and not as text, since building a parser takes longer than all the rest of a small triage.
_ACK: Final = Compare(named("flags"), (("has", FlagBit("ACK")),))
_RST: Final = Compare(named("flags"), (("has", FlagBit("RST")),))
_URG: Final = Compare(named("flags"), (("has", FlagBit("URG")),))
_TOO_BIG: Final = (named("icmp"), equal(named("icmp.type"), number(3)), equal(named("icmp.code"), number(4)))
_END: Final = term("-", term("+", named("frag.offset"), named("ip.len")), named("ip.hlen"))  # of the payload, and 20
_NOBODY: Final = one_of(named("src"), [Network(first << 24, length, 4) for first, length in
                                       ((0, 8), (127, 8), (224, 4), (240, 4))])  # fmt: skip
# Conditions on one packet, the last of which is what a pattern needs to say; and why nobody should send it.
_RULES: Final[tuple[tuple[tuple[Expr, ...], str], ...]] = (
    ((Unary("not", _ACK), Unary("not", _RST), _is("ack", "!=", number(0))),
     "nothing is acknowledged (RFC 9293 section 3.1)"),
    ((Unary("not", _URG), _is("urgent", "!=", number(0))), "nothing is urgent (RFC 9293 section 3.1)"),
    ((*_TOO_BIG, _is("icmp.mtu", ">=", number(68)), _is("quoted.ip.len", "<=", named("icmp.mtu"))),
     "the quoted packet fits (RFC 1191 section 4)"),
    ((*_TOO_BIG, holds("quoted.df", False)), "the quoted packet may be fragmented (RFC 792)"),
    ((named("frag"), Compare(_END, ((">", number(65_535 - 20)),))),
     "it ends beyond the longest packet (RFC 791 section 3.1)"),
    ((_is("src", "!=", Address(0, 4)), _NOBODY), "no host has such an address (RFC 1122 section 3.2.1.3)"),
    ((equal(named("proto"), number(2)), Compare(named("dst"), (("not in", NamedSet("multicast")),))),
     "IGMP speaks to groups (RFC 3376 section 4)"),
    ((named("ip"), equal(named("ttl"), number(0))), "it should not have been sent (RFC 1122 section 3.2.1.7)"),
)  # fmt: skip


def broken_by(packets: Sequence[Packet]) -> list[tuple[bool, ...]]:
    """For each packet, which rules it breaks; those on addresses left out, which are often forged at random."""
    rules = [conditions for conditions, _ in _RULES if fields_of(conditions[-1]) != (named("src"),)]
    return [tuple(broken) for broken in truths(rules, packets).tolist()]


def broken_by_all(packets: Sequence[Packet]) -> list[Invariant]:
    """The rules that every packet breaks."""
    broken = truths([conditions for conditions, _ in _RULES], packets)
    return [
        Invariant(conditions[-1], CERTAIN, why=why)
        for at, (conditions, why) in enumerate(_RULES)
        if bool(broken[:, at].all())
    ]
