"""Random packets and random conditions on them, as resolved syntax trees."""

from __future__ import annotations

from hypothesis import strategies as st

from matcher.packet import UNKNOWN, V6, Packet, Value
from sigdsl.fields import FIELDS
from sigdsl.model import (
    Address,
    Binary,
    ByteString,
    Compare,
    Expr,
    FieldRef,
    FlagBit,
    ListLiteral,
    Logic,
    NamedSet,
    Network,
    Number,
    OptionKind,
    Range,
    Regex,
    SetLiteral,
    Unary,
)

NUMBERS = ("sport", "dport", "ttl", "id", "mss", "flags", "window", "payload.len", "ittl", "hops", "dscp")
WORDS = ("tcp", "udp", "ip", "ip6", "frag", "df")
ADDRESSES = (0, 1, 0x0A000001, 0x0AFFFFFF, 0xC0A80101, 0xE0000001, 0xFFFFFFFF, V6, V6 + 1, V6 + (0xFC << 120))
# Few values, and those at the edges, so that equalities and wraps come about.
SMALL = (0, 1, 2, 3, 4, 18, 20, 53, 64, 80, 255, 536, 65535)
BIG = (0, 1, 2, 0x7FFFFFFF, 0xFFFFFFFF, 0x0A000001, 674719802)
BYTES = (b"", b"G", b"GE", b"GET ", b"GET / HTTP", b"xGET ", b"\x16\x03\x01")
KINDS = (2, 4, 8, 1, 3)


def one_of_shown(values: tuple[Value, ...]) -> st.SearchStrategy[Value | None]:
    """A value, `UNKNOWN`, or None for a field that does not apply."""
    return st.one_of(st.sampled_from(values), st.sampled_from(values), st.just(UNKNOWN), st.none())


def clipped(name: str, values: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(value & ((1 << FIELDS[name].bits) - 1) for value in values)


@st.composite
def packets(draw: st.DrawFn) -> Packet:
    """A packet that may lack or hide any field."""
    fields: dict[str, Value | None] = {
        "ip.version": draw(one_of_shown((4, 6))),
        "proto": draw(one_of_shown((6, 17, 1))),
        "src": draw(one_of_shown((*ADDRESSES, "one.example", "two.example"))),
        "dst": draw(one_of_shown((*ADDRESSES, "one.example"))),
        "seq": draw(one_of_shown(BIG)),
        "ack": draw(one_of_shown(BIG)),
        "df": draw(one_of_shown((0, 1))),
        "tos": draw(one_of_shown((0, 1, 184))),
        "options": draw(
            st.one_of(st.none(), st.just(UNKNOWN), st.lists(st.sampled_from(KINDS), max_size=4).map(tuple))
        ),
        "payload": draw(one_of_shown(BYTES)),
    }
    for name in ("sport", "dport", "ttl", "id", "mss", "flags", "window", "payload.len"):
        fields[name] = draw(one_of_shown(clipped(name, SMALL)))
    shown = {name: value for name, value in fields.items() if value is not None}
    return Packet(draw(st.integers(1, 99)), 0, shown)


small_numbers: st.SearchStrategy[Expr] = st.sampled_from(SMALL).map(Number)
big_numbers: st.SearchStrategy[Expr] = st.sampled_from(BIG).map(Number)
number_fields: st.SearchStrategy[Expr] = st.sampled_from(NUMBERS).map(FieldRef)
sequence_fields: st.SearchStrategy[Expr] = st.sampled_from(("seq", "ack")).map(FieldRef)
address_fields: st.SearchStrategy[Expr] = st.sampled_from(("src", "dst")).map(FieldRef)
orders = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))
equalities = st.sampled_from(("==", "!="))
memberships = st.sampled_from(("in", "not in"))

arithmetic: st.SearchStrategy[Expr] = st.recursive(
    st.one_of(number_fields, sequence_fields, address_fields, small_numbers, big_numbers),
    lambda inner: st.one_of(
        st.builds(Binary, st.sampled_from(("+", "-", "*", "&", "|", "^")), inner, inner),
        st.builds(Binary, st.just("%"), inner, st.sampled_from((2, 256, 1 << 31)).map(Number)),
        st.builds(Binary, st.sampled_from(("<<", ">>")), inner, st.integers(0, 16).map(Number)),
        st.builds(Unary, st.sampled_from(("-", "~")), inner),
    ),
    max_leaves=4,
)
addresses: st.SearchStrategy[Expr] = st.sampled_from(ADDRESSES).map(
    lambda value: Address(value % V6, 6 if value >= V6 else 4)
)
networks: st.SearchStrategy[Expr] = st.sampled_from(
    (
        Network(0x0A000000, 8, 4),
        Network(0xC0A80000, 16, 4),
        Network(0, 0, 4),
        Network(0xFC << 120, 7, 6),
        Network(0, 0, 6),
    )
)
named: st.SearchStrategy[Expr] = st.sampled_from(("private", "multicast", "bogon", "home")).map(NamedSet)
ranges: st.SearchStrategy[Expr] = st.tuples(st.sampled_from(SMALL), st.sampled_from(SMALL)).map(
    lambda ends: Range(Number(min(ends)), Number(max(ends)))
)


def sets_of(items: st.SearchStrategy[Expr]) -> st.SearchStrategy[SetLiteral]:
    return st.lists(items, min_size=1, max_size=3).map(lambda found: SetLiteral(tuple(found)))


def comparison(
    left: st.SearchStrategy[Expr], op: st.SearchStrategy[str], right: st.SearchStrategy[Expr]
) -> st.SearchStrategy[Expr]:
    return st.builds(lambda a, o, b: Compare(a, ((o, b),)), left, op, right)


flag_sets: st.SearchStrategy[Expr] = st.sampled_from(
    (
        FlagBit("SYN"),
        Binary("|", FlagBit("SYN"), FlagBit("ACK")),
        Binary("|", FlagBit("RST"), FlagBit("FIN")),
        Number(0),
    )
)
kinds = st.sampled_from(("mss", "sackok", "ts", "nop")).map(OptionKind)
lists: st.SearchStrategy[Expr] = st.lists(kinds, max_size=3).map(lambda items: ListLiteral(tuple(items)))
byte_strings: st.SearchStrategy[Expr] = st.sampled_from(BYTES).map(ByteString)
expressions: st.SearchStrategy[Expr] = st.sampled_from(
    (Regex("^GET"), Regex("get", ignore_case=True), Regex("T $"), Regex(r"\x16.\x01"))
)

ends_or_numbers: st.SearchStrategy[Expr] = st.one_of(address_fields, sequence_fields)
comparisons = st.one_of(
    comparison(number_fields, orders, small_numbers),
    comparison(small_numbers, orders, number_fields),
    comparison(number_fields, orders, number_fields),
    comparison(sequence_fields, orders, big_numbers),
    comparison(arithmetic, orders, arithmetic),
    comparison(address_fields, orders, st.one_of(addresses, address_fields, big_numbers)),
    comparison(ends_or_numbers, equalities, ends_or_numbers),
    comparison(number_fields, memberships, sets_of(st.one_of(small_numbers, ranges))),
    comparison(arithmetic, memberships, sets_of(st.one_of(small_numbers, big_numbers, ranges))),
    comparison(sequence_fields, memberships, sets_of(st.one_of(big_numbers, ranges))),
    comparison(address_fields, memberships, networks),
    comparison(address_fields, memberships, named),
    comparison(address_fields, memberships, sets_of(st.one_of(addresses, networks, named))),
    comparison(address_fields, memberships, sets_of(st.one_of(addresses, networks, big_numbers))),
    comparison(st.just(FieldRef("flags")), st.just("has"), flag_sets),
    comparison(st.just(FieldRef("options")), st.just("has"), st.sampled_from(("ts", "mss")).map(OptionKind)),
    comparison(st.just(FieldRef("options")), st.sampled_from(("==", "!=", "starts", "contains")), lists),
    comparison(st.just(FieldRef("payload")), st.sampled_from(("==", "!=", "starts", "contains")), byte_strings),
    comparison(st.just(FieldRef("payload")), st.just("matches"), expressions),
    comparison(st.just(FieldRef("payload")), memberships, sets_of(byte_strings)),
    st.builds(
        lambda mask, op, value: Compare(Binary("&", FieldRef("flags"), mask), ((op, value),)),
        flag_sets, equalities, flag_sets,
    ),
    st.builds(
        lambda name, mask, op, value: Compare(Binary("&", name, mask), ((op, value),)),
        st.one_of(number_fields, sequence_fields, address_fields), big_numbers, equalities, small_numbers,
    ),
    st.builds(
        lambda a, f, b: Compare(a, (("<=", f), ("<", b))), small_numbers, number_fields, small_numbers,
    ),
    st.sampled_from(WORDS).map(FieldRef),
)  # fmt: skip

conditions = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(Logic, st.sampled_from(("and", "or")), st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Unary, st.just("not"), inner),
    ),
    max_leaves=5,
)
