"""The scanning kernels against the specification, packet by packet."""

from __future__ import annotations

import struct
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher import compile_signatures
from matcher.compiled import scanner as scanners
from matcher.compiled.places import IN_QUOTATIONS, SHAPES, place_of
from matcher.compiled.scanner import Scanner, TooManyRoutes
from matcher.formats import ReadReport, open_source, read_records
from matcher.program import Program
from sigdsl.fields import FIELDS
from sigdsl.load import load_paths
from sigdsl.model import Compare, Expr, FieldRef, Logic, Network, Number, Signature
from tests.compiled.frames import random_frames
from tests.compiled.scanning import SECRET, assert_scans_alike, batch_of, records_of
from tests.matcher.building import HOME, compiled, signatures
from tests.matcher.strategies import conditions
from tests.matcher.test_classify import signature
from tests.shared import SHARED, needs_shared

ROOT = Path(__file__).parents[2]
CURATED = compile_signatures(load_paths([ROOT / "signatures"]).signatures)
EVERYTHING = compiled("signature s { packet p { len >= 0 } event by src gap 1s having count(p) >= 1 }")
NO_QUOTES = tuple(name for name in FIELDS if not name.startswith("quoted"))
MOST = 400_000  # bytes of a capture that CI has time for
HOMES = st.sampled_from((None, (), (HOME,)))


def program_of(*found: str) -> Program:
    """A signature for each condition."""
    return compile_signatures(replace(_signature(text), slug=f"s{at}") for at, text in enumerate(found))


@cache
def _signature(condition: str) -> Signature:
    (found,) = signatures(f"signature s {{ packet p {{ {condition} }} event by src gap 1s having count(p) >= 1 }}")
    return found


def snapped_frames(seed: int, count: int) -> list[bytes]:
    """Frames that were captured up to their payload or a little less or more."""
    chance = Random(seed)
    return [frame[: chance.choice((34, 42, 54, 55, 58, 60, 64, 66, 200))] for frame in random_frames(seed, count)]


# --- fields -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_every_field_of_random_frames_is_kept_as_it_is_decoded(seed: int) -> None:
    assert_scans_alike(EVERYTHING, records_of(random_frames(seed, 700)), NO_QUOTES)
    assert_scans_alike(EVERYTHING, records_of(snapped_frames(seed, 500)), NO_QUOTES)
    without_options = tuple(name for name in NO_QUOTES if FIELDS[name].protocol != "tcp" or name in ("seq", "flags"))
    assert_scans_alike(EVERYTHING, records_of(snapped_frames(seed, 500)), without_options)


def test_quotations_are_kept_as_they_are_decoded() -> None:
    records = records_of(random_frames(9, 1500))
    assert_scans_alike(EVERYTHING, records, [name for name in FIELDS if name.startswith("quoted")])


@pytest.mark.parametrize("seed", range(4))
def test_the_beginnings_of_quotations(seed: int) -> None:
    """ICMP errors of every kind that quote frames of every kind, whole and cut short."""
    chance = Random(seed)
    records = records_of(_error(chance, frame) for frame in random_frames(seed, 900))
    program = program_of("quoted.seq > 5", "quoted.dport == 80 or quoted.src == quoted.dst", "not quoted")
    scanner = assert_scans_alike(program, records, sorted(IN_QUOTATIONS))
    assert len(scanner.routes) > 3


def _error(chance: Random, frame: bytes) -> bytes:
    kind, code = chance.choice(((3, 1), (3, 4), (3, 3), (4, 0), (5, 1), (11, 0), (12, 0), (8, 0), (0, 0)))
    quoted = frame[14:][: chance.choice((0, 8, 20, 27, 28, 28, 28, 32, 40, 60))]
    if chance.random() < 0.7 and len(quoted) >= 20:  # of an ordinary packet
        quoted = b"\x45" + quoted[1:2] + chance.choice((20, 27, 28, 39, 40, 60)).to_bytes(2, "big") + quoted[4:]
        quoted = quoted[:6] + chance.choice((b"\0\0", b"\x40\0", b"\x20\0", b"\0\1")) + quoted[8:9]
        quoted = (quoted + chance.choice((b"\6", b"\x11", b"\1")) + frame[24:])[: chance.choice((20, 28, 36, 48))]
    total = (28 + len(quoted)).to_bytes(2, "big")
    head = b"\x45\0" + total + bytes(4) + b"\x40\x01\0\0" + b"\x0a\0\0\1\x0a\0\0\2"
    return bytes(12) + b"\x08\0" + head + bytes((kind, code)) + bytes(4) + b"\x05\xdc" + quoted


@pytest.mark.parametrize("link", [0, 1, 12, 14, 101, 105, 108, 113, 127, 228, 229, 276])
def test_every_link_header(link: int) -> None:
    heads = {0: b"\x02\0\0\0", 108: b"\0\0\0\x1e", 113: bytes(14) + b"\x08\0", 276: b"\x08\0" + bytes(18)}
    frames = [heads.get(link, b"") + frame[0 if link in (1, 105, 127) else 14 :] for frame in random_frames(link, 300)]
    assert_scans_alike(EVERYTHING, records_of(frames, link), NO_QUOTES)
    assert_scans_alike(CURATED, records_of(frames, link), ("src", "dst", "proto"))


@pytest.mark.parametrize(
    ("hardware", "header"),
    [
        (770, b"\x18\x41\x03\xcc"),
        (803, b"\0\0\x08\0\0\0\0\0\x08\1" + bytes(22) + b"\xaa\xaa\3\0\0\0\x08\0"),
        (824, b""),
    ],
)
@pytest.mark.parametrize("link", [113, 276])
def test_cooked_frames_whose_protocol_field_says_nothing(link: int, hardware: int, header: bytes) -> None:
    kind = hardware.to_bytes(2, "big")
    cooked = bytes(2) + kind + bytes(10) + b"\x08\0" if link == 113 else b"\x08\0" + bytes(6) + kind + bytes(10)
    frames = [cooked + above + frame[14:] for frame in random_frames(hardware, 60) for above in (b"", header)]
    assert_scans_alike(EVERYTHING, records_of(frames, link), NO_QUOTES)


def test_link_types_may_differ_from_record_to_record() -> None:
    records = []
    for at, frame in enumerate(random_frames(6, 300), 1):
        link = (1, 101, 105, 1)[at % 4]
        (record,) = records_of([frame[14:] if link == 101 else frame], link)
        records.append(replace(record, frame=at))
    assert_scans_alike(EVERYTHING, records, NO_QUOTES)


def test_every_field_has_its_place_in_some_shape_or_is_left_to_the_decoder() -> None:
    placed = {name for name in FIELDS for shape in range(SHAPES) if place_of(shape, name)}
    assert set(FIELDS) - placed == {name for name in FIELDS if name.startswith("quoted.")} - IN_QUOTATIONS


# --- conditions -------------------------------------------------------------------------------------------------------


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(conditions, max_size=3).map(tuple), min_size=1, max_size=6), HOMES, st.integers(0, 999))
def test_random_programs(patterns: list[tuple[Expr, ...]], home: tuple[Network, ...] | None, seed: int) -> None:
    program = compile_signatures([signature(f"s{at}", each) for at, each in enumerate(patterns)], home)
    frames = random_frames(seed, 50) + snapped_frames(seed + 1, 30)
    assert_scans_alike(program, records_of(frames), ("src", "dport", "options", "payload"))


CONDITIONS = (
    "tcp; ack == seq + 1",
    "tcp; ack - seq in {1, 2, 536}",
    "seq & 0xffff0000 != 0",
    "seq & 0xffff == 1; dport & 0xff00 == 0",
    "ack & 0xff != 0; src & 0xff == 1",
    "len & 0x1001 == 1 or payload.len & 0x1001 == 1 or ip.len & 0x1001 == 1",
    "dst in {10.0.0.0/8, 192.168.1.1}; not frag",
    "src in bogon; dst not in private",
    "src in {::/127, 10.0.0.1}",
    "src == ::1 or dst == ::a00:1",
    "src not in {::/96}",
    "src < dst", "src == dst", "src != dst; ip6", "src >= dst; ip6",
    "seq == src",
    "udp or icmp; ttl <= 64",
    "icmp6 or sctp or frag",
    "quoted; quoted.ttl > 3",
    "sport == dport; payload.len > 0",
    "flags has SYN|ACK or flags == RST",
    "mss == 536 or wscale > 3 or ts.ecr == 5",
    "sackok", "not sackok", "not (mss == 536)", "mss != 536",
    "id == 39426 and hops < 3 and ittl == 64",
    "options == []", "options == [mss]", "options != [mss]", "options starts [nop, nop]", "options has ts",
    "options contains [nop, ts]", "not (options has ts)", "ip.options == []", "ip.options != []",
    "payload starts \"GET\"", "payload == \"G\"", "payload != \"G\"", "payload contains \"/ H\"",
    "not (payload starts \"GET /\")", "payload starts \"\"", "payload contains |00 00 00 00 00 00 00 00 00|",
    "payload matches /^GET/", "tcp; payload.len == 10; payload matches /H.*P$/", "not payload matches /GET/",
    "vlan == 5", "not vlan == 5", "vlan >= 0; tcp", "flow == 5", "tos == 184; dscp == 46; ecn == 0", "evil", "df or mf",
    "frag.offset > 0", "icmp.mtu == 1500", "icmp.id == 1; icmp.seq == 1500", "tcp.hlen == 32", "ip.hlen == 24",
    "urgent == 7", "udp.len == 8", "len > 60; caplen < 70", "not tcp", "proto == 51", "proto != 6; not udp",
    "src in home", "not src in home",
)  # fmt: skip


ALONE = tuple(condition for condition in CONDITIONS if ";" not in condition)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_one_condition(condition: str) -> None:
    frames = random_frames(3, 600) + snapped_frames(4, 300)
    scanner = assert_scans_alike(program_of(condition), records_of(frames), ("ts.val",))
    assert scanner.routes == [1] or "home" in condition or "/H.*" in condition


def test_all_conditions_at_once() -> None:
    frames = random_frames(3, 900) + snapped_frames(4, 300)
    assert len(assert_scans_alike(program_of(*CONDITIONS), records_of(frames), ("src",)).routes) > 64


@pytest.mark.parametrize("condition", ["tcp; ack == seq + 1", "options has ts", 'payload contains "/"', "src < dst"])
def test_what_kernels_decide_no_packet_is_decoded_for(condition: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [frame for frame in random_frames(3, 3000) if not _is_odd(frame)]
    scanner = Scanner(program_of(condition), ("src", "payload", "options"), SECRET)
    monkeypatch.setattr(scanners, "decode", None)
    assert len(scanner.scan(batch_of(records_of(frames)), ReadReport()).row) > 10


def _is_odd(frame: bytes) -> bool:
    """Whether the ordinary decoder must see a frame: here, whether it is not whole IPv4 with whole TCP in it."""
    if len(frame) < 54 or frame[12:15] != b"\x08\x00\x45" or frame[23] != 6 or frame[20] & 0x3F or frame[21]:
        return True
    total, header = int.from_bytes(frame[16:18], "big"), frame[46] >> 4 << 2
    return header < 20 or 20 + header > total or total > len(frame) - 14


# --- many -------------------------------------------------------------------------------------------------------------


def either(at: int) -> Expr:
    """True of a packet in one of two ways: two clauses."""
    return Logic("or", tuple(Compare(FieldRef(name), (("==", Number(at)),)) for name in ("dport", "seq")))


@pytest.mark.parametrize("count", [20, 32, 33, 200, 2100, 4200])
def test_any_number_of_clauses(count: int) -> None:
    constants = {*range(count - 4), 536, 674719801, 1025, 65535}
    program = compile_signatures([signature(f"s{at}", (either(at),)) for at in constants])
    assert len(program.clauses) >= 2 * (count - 4)
    scanner = assert_scans_alike(program, records_of(random_frames(8, 400)), ("dport",))
    assert len(scanner.routes) > 4


def test_many_clauses_of_every_kind() -> None:
    chance = Random(5)
    fields = {"dport": 53, "ttl": 64, "window": 1028, "seq": 674719801, "id": 39426, "payload.len": 10}
    texts = []
    for _ in range(300):
        parts = [
            f"{name} {chance.choice(('==', '!=', '>=', '<='))} {fields[name]}"
            for name in chance.sample(sorted(fields), chance.choice((1, 2, 3)))
        ]
        texts.append(" and ".join(parts) + (f" or ({chance.choice(ALONE)})" if chance.random() < 0.3 else ""))
    program = program_of(*texts)
    assert len(program.clauses) > 300
    assert_scans_alike(program, records_of(random_frames(8, 400) + snapped_frames(9, 100)), ("src", "mss"))


def test_many_clauses_over_one_expression_and_over_heads_and_lists() -> None:
    texts = [f"seq - ack == {at}" for at in (*range(80), 0xFFFFFFFF, 0xFFFFFFFE)]
    texts += [f"sport + dport in {{{at}..{at + 3}, 9000}}" for at in range(0, 200, 3)]
    texts += [f"src - dst == {at}" for at in (-1, 0, 1, 5)]
    texts += [f"not (ttl * 2 - hops == {at})" for at in range(60, 70)]
    texts += [f'payload {op} "{text}"' for op in ("starts", "==") for text in ("", "G", "GET", "GET ", "GET /", "X")]
    lists = ("", "mss", "nop, nop, ts", "sackok, wscale, eol", "mss, mss", "200")
    texts += [f"options == [{kinds}]" for kinds in lists]
    texts += ['not (payload starts "GET ")', "not (options == [mss])", "ip.options == [148]", "ip.options == []"]
    program = program_of(*texts)
    scanner = assert_scans_alike(program, records_of(random_frames(8, 1500) + snapped_frames(9, 300)), ("options",))
    assert len({bit for route in scanner.routes for bit in range(len(texts)) if route >> bit & 1}) > 40


def test_more_than_65536_records_in_a_batch() -> None:
    records = records_of(random_frames(2, 300) * 234)
    scanner = Scanner(CURATED, ("src", "sport"), SECRET)
    report = ReadReport()
    whole = scanner.scan(batch_of(records), report)
    part = scanner.scan(batch_of(records[:300]), report)
    assert whole.packets == 70_200
    assert len(whole.row) == 234 * len(part.row)
    assert whole.row[-1] > 65_536
    assert (whole.row.reshape(234, -1) == part.row + 300 * np.arange(234)[:, None]).all()
    assert (whole.values.reshape(234, -1) == part.values.ravel()).all()
    assert (whole.route.reshape(234, -1) == part.route).all()


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_batches_of_any_size_and_records_without_a_time(size: int) -> None:
    records = records_of(random_frames(12, 200), timed=False)
    assert_scans_alike(CURATED, records, ("src", "seq"), size)
    assert_scans_alike(EVERYTHING, records, ("payload",), size)


def test_a_batch_of_nothing() -> None:
    batch = batch_of(records_of(random_frames(1, 3)))
    empty = type(batch)(batch.data, batch.rows[:, :0], 1)
    scanned = Scanner(CURATED, ("src",), SECRET).scan(empty, ReadReport())
    assert scanned.packets == len(scanned.row) == 0


def test_a_program_of_nothing() -> None:
    nothing = compile_signatures([])
    assert assert_scans_alike(nothing, records_of(random_frames(1, 100)), ("src",)).routes == []


def test_more_sets_of_clauses_than_can_be_numbered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanners, "_MOST_SETS", 16)
    conditions = [f"tcp; seq & {1 << bit} != 0" for bit in range(6)]
    frames = [_tcp_frame(seq) for seq in range(64)]
    few = [frame for at, frame in enumerate(frames) if at < 16]
    scanner = Scanner(program_of(*conditions), (), SECRET)
    scanner.scan(batch_of(records_of(few)), ReadReport())
    assert len(scanner.routes) == 15
    with pytest.raises(TooManyRoutes):
        scanner.scan(batch_of(records_of(frames)), ReadReport())


def test_room_for_sets_grows() -> None:
    conditions = [f"tcp; seq & {1 << bit} != 0" for bit in range(12)]
    conditions += [f"dport == {at}" for at in range(70)]  # so that sets are words of clauses
    scanner = assert_scans_alike(program_of(*conditions), records_of(_tcp_frame(seq) for seq in range(4096)), ("seq",))
    assert len(scanner.routes) == 4095


def _tcp_frame(seq: int) -> bytes:
    ip = struct.pack(">BBHHHBBHII", 0x45, 0, 40, 0, 0, 64, 6, 0, 1, 2)
    return bytes(12) + b"\x08\x00" + ip + struct.pack(">HHIIHHHH", 1025, 80, seq, 0, 5 << 12 | 2, 0, 0, 0)


# --- tokens -----------------------------------------------------------------------------------------------------------


def test_tokens_depend_on_the_secret_and_on_the_value_only() -> None:
    batch = batch_of(records_of(random_frames(5, 300)))
    one, same = (Scanner(EVERYTHING, ("src", "payload"), SECRET).scan(batch, ReadReport()) for _ in range(2))
    other = Scanner(EVERYTHING, ("src", "payload"), (1, 2)).scan(batch, ReadReport())
    assert (one.values == same.values).all()
    tokens = one.states >= scanners.TOKEN
    assert tokens.sum() > 200
    assert (one.values[tokens] != other.values[tokens]).all()
    assert (one.values[~tokens] == other.values[~tokens]).all()


# --- real captures ----------------------------------------------------------------------------------------------------


@needs_shared
@pytest.mark.parametrize("path", sorted(each for each in (SHARED / "captures").rglob("*") if each.is_file()),
                         ids=lambda path: path.name)  # fmt: skip
def test_real_captures(path: Path) -> None:
    if path.stat().st_size > MOST:
        pytest.skip("too large for every run")
    with path.open("rb") as stream:
        source, form = open_source(stream, ReadReport())
        try:
            records = list(read_records(source, form, ReadReport()))
        except ValueError:
            records = []
    if not records:
        pytest.skip("no capture, or an empty one")
    assert_scans_alike(EVERYTHING, records, NO_QUOTES)
    assert_scans_alike(program_of(*CONDITIONS), records, ("src", "dst", "quoted.src"), 100)
