"""What fails because something else does is told as such, and nothing else is."""

from __future__ import annotations

from hypothesis import given, settings, strategies

from matcher.causes import causes_on_packet
from matcher.diagnose import diagnose
from matcher.evaluate import truth
from matcher.packet import Packet
from sigdsl.model import Expr
from tests.explaining.test_words import one, unstyled
from tests.explaining.test_words import packets as read
from tests.matcher.building import signatures, tcp
from tests.matcher.strategies import conditions, packets
from tracelore.explaining.asking import CaptureAnswer
from tracelore.explaining.records import capture_record
from tracelore.explaining.wording import cause_words, way_lines


def told(signature: str, captured: list[Packet] | str) -> list[str]:
    """The lines that say what differs, and what follows from it."""
    found = diagnose(one(signature), read(captured) if isinstance(captured, str) else captured)
    return [unstyled(line) for line in way_lines(found.ways, "x")]


def syns(count: int, **fields: int) -> list[Packet]:
    return [tcp(at + 1, at, f"10.0.0.1:{1000 + at} > 10.0.0.2:80", "SYN", **fields) for at in range(count)]


# --- on packets ------------------------------------------------------------------------------------------------------


def test_what_is_measured_of_a_field_that_differs() -> None:
    assert told(
        'signature x { title "x" packet p { tcp; ttl <= 30 }'
        " event by src gap 9s having min(p.ttl) == 1 and distinct(p.ttl) >= 3 }",
        syns(3),
    ) == [
        "differs packet p: `ttl <= 30`: ttl 64 (frames 1-3)",
        "so also having `distinct(p.ttl) >= 3`: 1 of 3 (frames 1-3)",
        "so also having `min(p.ttl) == 1`: min(p.ttl) is 64 (frames 1-3)",
    ]


def test_what_is_measured_of_it_and_holds_is_not_told() -> None:
    captured = [tcp(at + 1, at, "10.0.0.1:1 > 10.0.0.2:80", "SYN", ttl=60 + at) for at in range(3)]
    assert told(
        'signature x { title "x" packet p { tcp; ttl <= 30 }'
        " event by src gap 9s having min(p.ttl) == 1 and distinct(p.ttl) >= 3 and span(p.ttl) < 9 }",
        captured,
    ) == [
        "differs packet p: `ttl <= 30`: ttl 60 (frames 1-3)",
        "so also having `min(p.ttl) == 1`: min(p.ttl) is 60 (frames 1-3)",
    ]


def test_two_fields_that_differ_are_two_causes() -> None:
    assert told('signature x { title "x" packet p { tcp; ttl == 1; id == 1 } event by src gap 9s }', syns(1)) == [
        "differs packet p: `id == 1`: id 0 (frame 1)",
        "and     packet p: `ttl == 1`: ttl 64 (frame 1)",
    ]


def test_a_field_and_what_is_worked_out_of_it() -> None:
    assert told('signature x { title "x" packet p { tcp; hops > 3; ttl <= 30 } event by src gap 9s }', syns(1)) == [
        "differs packet p: `hops > 3`: hops 0 (frame 1)",
        "so also packet p: `ttl <= 30`: ttl 64 (frame 1)",
    ]


def test_one_length_in_two_headers() -> None:
    worm = 'signature x { title "x" packet p { tcp; ip.len == 48; payload.len == 8 } event by src gap 9s }'
    assert told(worm, syns(1, **{"ip.len": 50, "payload.len": 10})) == [
        "differs packet p: `ip.len == 48`: ip.len 50 (frame 1)",
        "so also packet p: `payload.len == 8`: payload.len 10 (frame 1)",
    ]
    longer_header = told(worm, syns(1, **{"ip.len": 60, "payload.len": 10}))
    assert [line[:7] for line in longer_header] == ["differs", "and    "]


def test_fields_of_an_option_that_is_not_there() -> None:
    assert told(
        'signature x { title "x" packet p { tcp; mss == 265; wscale == 10; options == [mss, wscale] }'
        " event by src gap 9s }",
        syns(1),
    ) == [
        "differs packet p: `options == [mss, wscale]`: options none (frame 1)",
        "so also packet p: `mss == 265`: mss not there (frame 1)",
        "so also packet p: `wscale == 10`: wscale not there (frame 1)",
    ]


def test_strings_of_one_payload_are_several() -> None:
    found = told(
        'signature x { title "x" packet p { tcp; payload contains "a"; payload contains "b" } event by src gap 9s }',
        [tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:80", "ACK", payload=b"c", **{"payload.len": 1})],
    )
    assert [line[:7] for line in found] == ["differs", "and    "]


def test_a_port_is_one_whichever_way_packets_go() -> None:
    asked = tcp(1, 0, "10.0.0.1:1000 > 10.0.0.2:80", "SYN")
    answered = tcp(2, 1, "10.0.0.2:80 > 10.0.0.1:1000", "RST|ACK")
    assert told(
        'signature x { title "x" packet q { tcp; flags == SYN; dport == 113 }'
        " packet r { from responder; tcp; flags == RST|ACK; sport == 113 }"
        " event by src, dst gap 9s having first(q) < first(r) }",
        [asked, answered],
    ) == ["differs packet q, r: `dport == 113`: dport 80 (frames 1-2)"]


def test_a_packet_that_is_another_pattern_s() -> None:
    """Without its number in the upper half it would be a low one, and no high one would be left."""
    low_and_high = (
        'signature x { title "x" packet low { tcp; seq < 0x80000000 } packet high { tcp; seq >= 0x80000000 }'
        " event by src gap 9s having count(low) >= 4 and count(high) == 0 }"
    )
    captured = [*syns(3), tcp(4, 4, "10.0.0.1:1004 > 10.0.0.2:80", "SYN", seq=0x90000000)]
    assert told(low_and_high, captured) == ["differs packet low: `seq < 0x80000000`: seq 2415919104 (frame 4)"]


def test_a_packet_that_is_no_other_pattern_s() -> None:
    """The condition fails on the first packet as well, but that is what it should be."""
    steps = [
        tcp(1, 0, "10.0.0.1:1000 > 10.0.0.2:80", "SYN"),
        tcp(2, 1, "10.0.0.2:80 > 10.0.0.1:1000", "SYN|ACK"),
        tcp(3, 2, "10.0.0.1:1000 > 10.0.0.2:80", "ACK"),
    ]
    assert told(
        'signature x { title "x" packet syn { tcp; flags == SYN }'
        " packet answer { from responder; tcp; flags == SYN|ACK } packet odd { tcp; flags == SYN|ACK }"
        " event by src, sport, dst, dport gap 9s having first(syn) < first(answer) < first(odd) }",
        steps,
    ) == ["differs packet odd: `flags == SYN|ACK`: flags ACK (frame 3)"]


@given(strategies.lists(conditions, min_size=1, max_size=5), packets())
@settings(max_examples=150, deadline=None)
def test_every_reason_stands_by_itself(tried: list[Expr], packet: Packet) -> None:
    failing = [each for each in tried if truth(each, packet) is not True]
    causes = causes_on_packet(failing, packet, None)
    assert len(causes) == len(failing)
    assert all(causes[cause] == cause for cause in causes)


# --- on episodes -----------------------------------------------------------------------------------------------------

ORDER = """signature x { title "x" packet a { dport == 20 } packet b { dport == 21; ttl == 1; id == 1 }
  event by src gap 9s having first(a) < first(b) and last(b) - first(a) <= 5s }"""


def test_without_a_packet_there_is_neither_its_order_nor_its_time() -> None:
    assert told(ORDER, [tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:20", "SYN")]) == [
        "differs packet b: no packet matches (frame 1)",
        "so also having `first(a) < first(b)`: first(a) is 00:00:00.000000, no b (frame 1)",
        "so also having `last(b) - first(a) <= 5s`: no b, first(a) is 00:00:00.000000 (frame 1)",
    ]


def test_one_packet_has_not_two_values() -> None:
    twice = (
        'signature x { title "x" packet p { tcp } event by src gap 9s having distinct(p.sport) >= 2 and count(p) >= 2 }'
    )
    assert told(twice, syns(1)) == [
        "differs having `count(p) >= 2`: 1 of 2 (frame 1)",
        "so also having `distinct(p.sport) >= 2`: 1 of 2 (frame 1)",
    ]


def test_packets_of_other_keys_are_not_missing() -> None:
    """Six packets are there. It is not their number that differs, but what they do not share."""
    captured = [tcp(at + 1, at, f"10.0.0.{at}:1 > 10.0.1.1:80", "ACK", ack=at, window=at) for at in range(1, 7)]
    found = told(
        'signature x { title "x" packet p { tcp } event by dst, ack, window gap 9s'
        " having count(p) >= 5 and distinct(p.src) >= 5 }",
        captured,
    )
    assert [line[:16] for line in found] == ["differs by `ack`", "and     by `wind"]


def test_measures_of_one_field_of_the_same_packets() -> None:
    found = told(
        'signature x { title "x" packet p { tcp } event by src gap 9s having step(p.id) == 1 and span(p.id) < 3 }',
        [tcp(at + 1, at, "10.0.0.1:1 > 10.0.0.2:80", "SYN", id=number) for at, number in enumerate((5, 1, 70))],
    )
    assert [line[:7] for line in found] == ["differs", "so also"]


def test_an_observed_event_that_is_missing() -> None:
    child, parent = signatures(
        'signature child { internal title "x" packet p { dport == 99; ttl == 1 } event by src gap 9s }'
        'signature x { title "x" observe child as seen packet q { tcp } event by src gap 9s'
        " having first(q) < first(seen) and last(seen) - first(q) <= 5s }"
    )
    found = diagnose(parent, syns(1), (child,))
    assert [unstyled(line).split(" having")[0] for line in way_lines(found.ways, "x")] == [
        "differs observed seen: no event (frame 1)",
        "so also",
        "so also",
    ]
    ((cause,),) = found.ways
    record = capture_record(CaptureAnswer(1, {}, (), ((parent, found),)))["near"][0]["differs"][0][0]
    assert (record["kind"], record["condition"], record["patterns"]) == ("missing", "seen", [])
    assert [each["condition"] for each in record["follows"]] == [each.text for each in cause.follows]
    assert cause_words(cause, "x").count("; so also having") == 2
