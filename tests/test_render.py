"""Packets as lines: what a line shows, reading it gives back; what is not known, it does not show."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.formats.report import ReadReport
from matcher.packet import UNKNOWN, V6, Packet, Value
from matcher.render import format_address, format_time, tcpdump_line
from matcher.render_ip import ip_head, usual_ip_head
from matcher.render_tcp import tcp_words, usual_tcp_words
from matcher.tcpdump import read_tcpdump

SECOND = 10**9


def read_back(line: str) -> Packet:
    report = ReadReport()
    packets = list(read_tcpdump([line.encode()], report))
    assert len(packets) == 1, line
    assert not report.warnings.total, (line, report)
    return packets[0]


def maybe(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return st.one_of(st.just(UNKNOWN), values)


def number(bits: int) -> st.SearchStrategy[Value]:
    return maybe(st.one_of(st.integers(0, 3), st.integers(0, (1 << bits) - 1)))


BOOLEAN = maybe(st.integers(0, 1))
NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,10}(\.[a-z][a-z0-9-]{0,10}){1,3}", fullmatch=True)
V4_HOST = st.one_of(st.integers(0, (1 << 32) - 1), NAMES)
V6_HOST = st.integers(0, (1 << 128) - 1).map(lambda n: n | V6)
HEADER4 = {
    "ttl": number(8), "id": number(16), "tos": number(8), "ip.len": number(16), "df": BOOLEAN, "mf": BOOLEAN,
    "evil": BOOLEAN,
    "ip.options": maybe(st.lists(st.sampled_from([0, 1, 7, 68, 131, 137, 148, 99]), max_size=4).map(tuple)),
}  # fmt: skip
HEADER6 = {"ttl": number(8), "tos": number(8), "flow": number(20), "ip.len": maybe(st.integers(40, 65575))}
PORTS = {"sport": number(16), "dport": number(16)}


@st.composite
def tcp(draw: st.DrawFn) -> dict[str, Value]:
    fields = {
        **{name: draw(strategy) for name, strategy in PORTS.items()},
        "flags": draw(st.integers(0, 0x1FF)), "seq": draw(number(32)), "ack": draw(number(32)),
        "window": draw(number(16)), "urgent": draw(number(16)), "payload.len": draw(number(16)), "proto": 6,
    }  # fmt: skip
    kinds = draw(maybe(st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, 8, 19, 30, 34, 99]), max_size=8).map(tuple)))
    fields["options"] = kinds
    for kind, names in ((2, ("mss",)), (3, ("wscale",)), (8, ("ts.val", "ts.ecr"))):
        if isinstance(kinds, tuple) and kind in kinds:
            for name in names:
                fields[name] = draw(st.integers(0, {"mss": 65535, "wscale": 255}.get(name, (1 << 32) - 1)))
    return fields


@st.composite
def udp(draw: st.DrawFn) -> dict[str, Value]:
    size = draw(maybe(st.integers(0, 1280)))
    claimed = size + 8 if isinstance(size, int) else UNKNOWN
    return {
        **{name: draw(strategy) for name, strategy in PORTS.items()},
        "udp.len": claimed,
        "payload.len": size,
        "proto": 17,
    }


@st.composite
def icmp(draw: st.DrawFn, six: bool) -> dict[str, Value]:
    kind = draw(st.sampled_from([1, 2, 3, 4, 128, 129, 133, 135, 143] if six else [0, 3, 4, 5, 8, 9, 11, 12, 13, 40]))
    fields: dict[str, Value] = {
        "proto": 58 if six else 1,
        "icmp.type": kind,
        "payload.len": draw(maybe(st.integers(0, 999))),
    }
    if kind in ((1, 3) if six else (3, 5, 11)):
        fields["icmp.code"] = draw(st.integers(0, 1 if six and kind == 3 else 4 if six else 15))
    if kind in ((128, 129) if six else (0, 8)):
        fields |= {"icmp.id": draw(number(16)), "icmp.seq": draw(number(16))}
    if kind in ((1, 2, 3, 4) if six else (3, 5, 11, 12)) and draw(st.booleans()):
        inner = draw(st.one_of(tcp(), udp()))
        host = V6_HOST if six else V4_HOST
        fields |= {f"quoted.{name}": value for name, value in inner.items() if name in QUOTABLE}
        fields |= {"quoted.src": draw(host), "quoted.dst": draw(host), "quoted.ip.version": 6 if six else 4}
        fields |= {"quoted.ttl": draw(number(8))}
    return fields


QUOTABLE = {"sport", "dport", "seq", "ack", "flags", "window", "udp.len", "proto"}


@st.composite
def packets(draw: st.DrawFn) -> Packet:
    six = draw(st.booleans())
    fields: dict[str, Value] = {name: draw(strategy) for name, strategy in (HEADER6 if six else HEADER4).items()}
    host = V6_HOST if six else V4_HOST
    fields |= {"ip.version": 6 if six else 4, "src": draw(host), "dst": draw(host)}
    if not six:
        fields["frag.offset"] = draw(maybe(st.sampled_from([0, 0, 0, 8, 1480])))
    if fields.get("frag.offset") in (8, 1480):
        fields |= {"proto": draw(st.integers(0, 255)), "payload.len": draw(number(16))}
    else:
        fields |= draw(st.one_of(tcp(), udp(), icmp(six)))
    if isinstance(fields["ip.len"], int):  # the lengths of a packet agree, or are not known
        fields["ip.len"] = UNKNOWN
    time = draw(st.one_of(st.none(), st.integers(0, 4 * 10**18), st.integers(0, 86400 * SECOND - 1)))
    return Packet(1, time, fields)


# What a line does not show although it is known, for want of a place in tcpdump's lines.
def hidden(packet: Packet, name: str) -> bool:
    fields = packet.fields
    flags = fields.get("flags", 0)
    if name in ("evil", "df", "mf", "frag.offset"):
        return fields[name] == 0  # shown only together
    if name in ("ack", "urgent"):
        bit = 0x10 if name == "ack" else 0x20
        return fields[name] == 0 and not (isinstance(flags, int) and flags & bit)
    if name == "quoted.ack":
        inner = fields.get("quoted.flags", 0)
        return fields[name] == 0 and not (isinstance(inner, int) and inner & 0x10)
    if name == "flags":  # a number behind `ack` or `urg` can only be there with its flag
        return any(isinstance(fields.get(field), int) and fields[field] for field in ("ack", "urgent"))
    if name == "quoted.flags":
        return bool(fields.get("quoted.ack"))
    if name == "ip.options":
        return fields[name] == ()
    if name == "options":
        return fields[name] == () and fields["window"] is UNKNOWN
    return False


def test_the_name_of_a_later_fragments_host_is_not_cut_at_its_dot() -> None:
    """Such a packet has no ports, so that what follows the last dot is a part of the name."""
    back = read_back("12:00:00.000000 IP (offset 8, proto TCP (6)) 10.0.0.1 > a.example: tcp")
    assert back.fields["dst"] == "a.example"


@settings(max_examples=400, deadline=None)
@given(packets())
def test_reading_a_line_gives_what_it_shows(packet: Packet) -> None:
    line = tcpdump_line(packet)
    back = read_back(line)
    assert back.time_ns == packet.time_ns, line
    for name, value in packet.fields.items():
        got = back.fields.get(name)
        if value is UNKNOWN:
            assert got is UNKNOWN or got is None or name in ("frag.offset", "quoted.frag.offset"), (name, got, line)
        elif not hidden(packet, name):
            assert got == value, (name, line)


SHOWN = (
    "src", "dst", "sport", "dport", "seq", "ack", "flags", "window", "options", "mss", "payload.len", "ttl", "id",
)  # fmt: skip


def test_all_seed_traces_read_the_same_from_their_rendering() -> None:
    root = Path(os.environ.get("TRACELORE_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "seed/traces"
    if not root.exists():
        pytest.skip(f"{root} is not here (set TRACELORE_SHARED)")
    for trace in sorted(root.glob("*.txt")):
        with open(trace, "rb") as stream:
            first = list(read_tcpdump(stream, ReadReport()))
        lines = [f"{tcpdump_line(packet)}\n".encode() for packet in first]
        second = list(read_tcpdump(lines, ReadReport()))
        for one, other in zip(first, second, strict=True):
            assert one.time_ns == other.time_ns
            for name in SHOWN:
                if name in ("options", "mss") and one.get("window") is UNKNOWN:
                    continue  # a line without its window may have lost its options too
                assert one.get(name) == other.get(name), (trace.name, one.frame, name)


KNOWN: list[tuple[dict[str, Value], str]] = [
    ({"src": "ftp.client.org", "dst": "ftp.server.edu", "sport": 1057, "dport": 21, "proto": 6, "ip.version": 4,
      "flags": 2, "seq": 1484414, "window": 8192, "options": (2, 1, 1, 4), "mss": 536, "payload.len": 0,
      "ttl": 241, "id": 0, "df": 1},
     "14:05:27.083238 IP (ttl 241, id 0, DF) ftp.client.org.1057 > ftp.server.edu.21: Flags [S], seq 1484414, "
     "win 8192, options [mss 536,nop,nop,sackOK], length 0"),
    ({"src": 1, "dst": 2, "proto": 6, "ip.version": 4, "flags": 0x10, "seq": UNKNOWN, "ack": 5, "sport": 1, "dport": 2},
     "14:05:27.083238 IP 0.0.0.1.1 > 0.0.0.2.2: Flags [.], ack 5"),
    ({"src": V6 | 1, "dst": V6 | 2, "proto": 58, "ip.version": 6, "icmp.type": 128, "icmp.id": 3, "icmp.seq": 4},
     "14:05:27.083238 IP6 ::1 > ::2: ICMP6, echo request, id 3, seq 4"),
    ({"len": 60}, "14:05:27.083238 not IP, length 60"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "line"), KNOWN)
def test_known_lines(fields: dict[str, Value], line: str) -> None:
    assert tcpdump_line(Packet(1, 50727083238000, fields)) == line


@given(st.text())
def test_names_cannot_trick_a_terminal(name: str) -> None:
    shown = format_address(name)
    assert shown == "" or shown.isprintable()
    assert " " not in shown


def test_addresses_and_times() -> None:
    assert format_address(0x7F000001) == "127.0.0.1"
    assert format_address(V6 | 0x20010DB8 << 96 | 1) == "2001:db8::1"
    assert format_address(UNKNOWN) == "?"
    assert format_address("evil\x1b[2J>") == "evil\\x1b[2J\\x3e"
    assert format_time(None) == "-"
    assert format_time(86_399 * SECOND) == "23:59:59.000000"
    assert format_time(86_400 * SECOND) == "1970-01-02 00:00:00.000000"
    assert format_time(1) == "00:00:00.000000001"
    assert format_time(10**30).endswith(".000000")


@st.composite
def usual_packets(draw: st.DrawFn) -> dict[str, Value]:
    """Fields of a packet of which most, if not all, is known."""
    hidden = draw(st.sets(st.sampled_from(["tos", "ttl", "df", "sport", "seq", "options", "mss", "ip.options", "src"])))
    numbers = {"tos": 8, "ttl": 8, "id": 16, "ip.len": 16, "sport": 16, "dport": 16, "seq": 32, "ack": 32,
               "window": 16, "urgent": 16, "flags": 12, "payload.len": 16, "mss": 16, "wscale": 8, "ts.val": 32,
               "ts.ecr": 32}  # fmt: skip
    fields: dict[str, Value] = {
        name: draw(st.one_of(st.integers(0, 1), st.integers(0, (1 << bits) - 1))) for name, bits in numbers.items()
    }
    fields |= {name: draw(st.sampled_from([0, 0, 1])) for name in ("mf", "df", "evil")}
    fields |= {"ip.version": draw(st.sampled_from([4, 4, 4, 6])), "src": draw(V4_HOST), "dst": draw(V4_HOST)}
    fields |= {"frag.offset": draw(st.sampled_from([0, 0, 0, 8])), "proto": draw(st.sampled_from([1, 6, 17, 47, 132]))}
    fields |= {"ip.options": draw(st.sampled_from([(), (), (1, 7)]))}
    fields["options"] = tuple(draw(st.lists(st.sampled_from([0, 1, 2, 3, 4, 8, 30, 99]), max_size=5)))
    if draw(st.booleans()):
        for name in hidden:
            if name == "src" or draw(st.booleans()):
                fields[name] = UNKNOWN
            else:
                del fields[name]
    return fields


@settings(max_examples=1000, deadline=None)
@given(usual_packets())
def test_the_short_ways_say_the_same_as_the_long_ones(fields: dict[str, Value]) -> None:
    assert usual_ip_head(fields) in (None, ip_head(fields))
    assert usual_tcp_words(fields) in (None, tcp_words(fields))


def test_the_short_ways_are_taken() -> None:
    fields: dict[str, Value] = {
        "ip.version": 4, "src": 1, "dst": "b.example", "tos": 0, "ttl": 64, "id": 7, "df": 1, "mf": 0, "evil": 0,
        "frag.offset": 0, "ip.len": 44, "ip.options": (), "proto": 6, "sport": 80, "dport": 1025, "seq": 5, "ack": 0,
        "flags": 0x12, "window": 512, "urgent": 0, "options": (2,), "mss": 1460, "payload.len": 0,
    }  # fmt: skip
    head = "IP (tos 0x0, ttl 64, id 7, offset 0, flags [DF], length 44) 0.0.0.1.80 > b.example.1025:"
    words = "Flags [S.], seq 5, ack 0, win 512, options [mss 1460], length 0"
    assert (usual_ip_head(fields), usual_tcp_words(fields)) == (head, words)
    assert usual_ip_head(fields | {"proto": 1}) == head.replace(".80 >", " >").replace(".1025:", ":")
    assert usual_ip_head(fields | {"ttl": UNKNOWN}) is None
    assert usual_tcp_words(fields | {"mss": UNKNOWN}) is None
