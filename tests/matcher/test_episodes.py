"""Episodes: windows by gap, keys, order, bounds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import MatchOptions, Packet, Program, reference, run
from tests.matcher.building import UNKNOWN, address, compiled, tcp

SYNS = """
signature syns { packet syn { flags == SYN } event by src gap 10s having count(syn) >= 2 }
"""
PAIRS = """
signature pairs {
  packet ask { flags == SYN }
  packet answer { flags == SYN|ACK; from responder }
  event by src, sport, dst, dport gap 5s having count(ask) >= 1 and count(answer) >= 1
}
"""
SCAN = """
signature probe { internal
  packet syn { flags == SYN }
  packet reply { flags == SYN|ACK; from responder }
  packet reset { flags has RST }
  event by src, sport, dst, dport gap 10s having first(syn) < first(reply) and first(reply) < first(reset)
}
signature scan { observe probe as probe event by src gap 60s having distinct(probe.dport) >= 3 }
signature scanners { observe scan as scan event by scan_is gap 1h having count(scan) >= 2 }
"""


def test_a_difference_equal_to_the_gap_still_joins() -> None:
    program = compiled(SYNS)
    times = (0, 10, 20.000000001, 31)
    packets = [tcp(at, time, "10.0.0.1:1 > 10.0.0.2:80", "SYN") for at, time in enumerate(times, 1)]
    events = run(program, packets[:2]).events
    assert [(event.first_seen_ns, event.last_seen_ns, event.packets) for event in events] == [(0, 10**10, 2)]
    assert [event.packets for event in run(program, packets[:3]).events] == [2]
    assert [event.packets for event in run(program, packets).events] == [2]


def test_answers_are_keyed_with_their_ends_swapped() -> None:
    packets = [
        tcp(1, 0, "10.0.0.1:1025 > 10.0.0.2:80", "SYN"),
        tcp(2, 0, "10.0.0.2:80 > 10.0.0.1:1025", "SYN|ACK"),
        tcp(3, 0, "10.0.0.2:80 > 10.0.0.9:1025", "SYN|ACK"),
    ]
    (event,) = run(compiled(PAIRS), packets).events
    assert dict(event.key) == {
        "src": address("10.0.0.1"), "sport": 1025, "dst": address("10.0.0.2"), "dport": 80,
    }  # fmt: skip
    assert event.counts == {"ask": 1, "answer": 1}
    assert [packet.frame for packet in event.evidence] == [1, 2]


def test_a_packet_without_its_key_is_no_observation() -> None:
    shown = tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:80", "SYN")
    hidden = Packet(2, 0, {**shown.fields, "src": UNKNOWN})
    assert run(compiled(SYNS), [shown, hidden]).events == ()


def test_hosts_by_name_are_keys_like_any_other() -> None:
    shown = tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:80", "SYN")
    named = [Packet(at, 0, {**shown.fields, "src": "a.example"}) for at in (1, 2)]
    (event,) = run(compiled(SYNS), named).events
    assert event.key == (("src", "a.example"),)


def test_keys_can_be_computed() -> None:
    program = compiled(
        "signature nets { packet p { tcp } event by src >> 8, dport & 1 gap 1s having distinct(src) >= 2 }"
    )
    packets = [tcp(at, 0, f"10.0.0.{at}:1 > 10.0.0.200:{at % 2}", "SYN") for at in range(1, 5)]
    events = run(program, packets).events
    assert [(event.key, event.packets) for event in events] == [
        ((("src >> 8", 0x0A0000), ("dport & 1", 0)), 2),
        ((("src >> 8", 0x0A0000), ("dport & 1", 1)), 2),
    ]


def test_count_counts_a_packet_once() -> None:
    program = compiled(
        "signature x { packet a { tcp } packet b { flags == SYN } event by src gap 1s "
        "having count() >= 1 and count(b) >= 1 }"
    )
    (event,) = run(program, [tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:80", "SYN")]).events
    assert event.counts == {"a": 1, "b": 1}
    assert event.measures["count()"] == 1
    assert event.packets == 1


def test_packets_without_time_take_that_of_the_packet_before() -> None:
    packets = [tcp(1, 5, "10.0.0.1:1 > 10.0.0.2:80", "SYN"), tcp(2, None, "10.0.0.1:1 > 10.0.0.2:80", "SYN")]
    result = run(compiled(SYNS), packets)
    (event,) = result.events
    assert event.last_seen_ns == 5 * 10**9
    assert not event.conclusive
    assert result.untimed == 1


# --- order ---------------------------------------------------------------------------------------------------------


CONVERSATIONS = (
    ("10.0.0.1:1025", "10.0.0.2:80"),
    ("10.0.0.1:1025", "10.0.0.2:81"),
    ("10.0.0.3:1", "10.0.0.2:82"),
)


@st.composite
def conversations(draw: st.DrawFn) -> list[Packet]:
    """Packets of a few hosts, in order."""
    packets, time = [], 0.0
    for frame in range(1, draw(st.integers(2, 40))):
        time += draw(st.sampled_from((0, 0, 0.5, 3, 8, 30)))
        a, b = draw(st.sampled_from(CONVERSATIONS))
        flags = draw(st.sampled_from(("SYN", "SYN|ACK", "RST", "ACK")))
        ends = f"{b} > {a}" if flags == "SYN|ACK" else f"{a} > {b}"
        packets.append(tcp(frame, time, ends, flags))
    return packets


def everything() -> Program:
    """Windows, composition and plain counts together."""
    text = (SYNS + PAIRS + SCAN).replace("event by scan_is gap", "event by dst gap")
    text += """
    signature mixed { observe probe as probe packet syn { flags == SYN }
      event by src gap 20s having count(probe) >= 1 and first(syn) < first(probe) and count(syn, 5s) >= 2 }
    """
    return compiled(text)


@settings(max_examples=60, deadline=None)
@given(conversations(), st.randoms(use_true_random=False))
def test_disorder_within_the_look_ahead_changes_nothing(packets: list[Packet], chance: random.Random) -> None:
    program = everything()
    shuffled = list(packets)
    chance.shuffle(shuffled)
    assert run(program, shuffled) == run(program, packets)


@settings(max_examples=60, deadline=None)
@given(conversations(), st.integers(1, 6))
def test_a_shorter_look_ahead_changes_nothing_in_ordered_input(packets: list[Packet], look_ahead: int) -> None:
    program = compiled(SYNS + PAIRS)
    assert run(program, packets, MatchOptions(look_ahead=look_ahead)) == run(program, packets)


@settings(max_examples=60, deadline=None)
@given(conversations(), st.integers(1, 3))
def test_when_ended_episodes_are_looked_for_changes_nothing(packets: list[Packet], sweep: int) -> None:
    """Observations of composed signatures wait for what those observe, however often that is asked."""
    program = everything()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reference, "_SWEEP", sweep)
        often = run(program, packets, MatchOptions(look_ahead=0))
    assert often == run(program, packets)


@settings(max_examples=60, deadline=None)
@given(conversations(), st.randoms(use_true_random=False))
def test_late_packets_still_count_and_say_so(packets: list[Packet], chance: random.Random) -> None:
    program = compiled("signature syns { packet syn { tcp } event by src gap 10s having count(syn) >= 1 }")
    shuffled = list(packets)
    chance.shuffle(shuffled)
    ordered = run(program, packets)
    result = run(program, shuffled, MatchOptions(look_ahead=1))
    assert sum(event.packets for event in result.events) == len(packets)
    assert result.matched == len(packets)
    # Sweeps are rare: nothing was closed before all was read, so the episodes are those of the ordered input.
    assert {(e.key, e.first_seen_ns, e.last_seen_ns) for e in result.events} == {
        (e.key, e.first_seen_ns, e.last_seen_ns) for e in ordered.events
    }
    assert any(not event.conclusive for event in result.events) == (result.late > 0)


# --- bounds ----------------------------------------------------------------------------------------------------------


def test_too_many_episodes_are_evicted_and_say_so() -> None:
    program = compiled("signature syns { packet syn { flags == SYN } event by src gap 1d having count(syn) >= 1 }")
    packets = [tcp(at, at, f"10.0.0.{at}:1 > 10.1.0.1:80", "SYN") for at in range(1, 6)]
    packets.append(tcp(6, 6, "10.0.0.2:1 > 10.1.0.1:80", "SYN"))
    result = run(program, packets, MatchOptions(episodes=3, look_ahead=0))
    assert result.evicted == 3
    doubtful = {event.key[0][1]: event.why_inconclusive for event in result.events if not event.conclusive}
    assert set(doubtful) == {address(f"10.0.0.{at}") for at in (1, 2, 3)}
    assert all(reason[0].startswith("evicted: ") for reason in doubtful.values())
    assert sum(event.packets for event in result.events) == 6


def test_evidence_is_the_earliest_packets() -> None:
    packets = [tcp(at, at, "10.0.0.1:1 > 10.0.0.2:80", "SYN") for at in range(1, 9)]
    (event,) = run(compiled(SYNS), reversed(packets), MatchOptions(evidence=3)).events
    assert [packet.frame for packet in event.evidence] == [1, 2, 3]
    assert event.packets == 8


def test_sets_stop_at_their_reach_without_a_doubt() -> None:
    program = compiled("signature ports { packet p { tcp } event by src gap 1s having distinct(dport) >= 3 }")
    packets = [tcp(port, 0, f"10.0.0.1:1 > 10.0.0.2:{port}", "SYN") for port in range(1, 400)]
    (event,) = run(program, packets).events
    assert event.measures == {"distinct(dport)": 256}
    assert event.saturated == ("distinct(dport)",)
    assert event.conclusive


# --- composition -----------------------------------------------------------------------------------------------------


def half_open(frame: int, time: float, host: str, port: int, target: str = "10.9.0.1") -> list[Packet]:
    there, back = f"{host}:1025 > {target}:{port}", f"{target}:{port} > {host}:1025"
    return [tcp(frame, time, there, "SYN"), tcp(frame + 1, time, back, "SYN|ACK"), tcp(frame + 2, time, there, "RST")]


def test_events_are_observations_of_other_signatures() -> None:
    program = compiled(SCAN.replace("scan_is", "dst"))
    packets = [packet for at in range(4) for packet in half_open(at * 3 + 1, at * 15.0, "10.0.0.1", 80 + at)]
    result = run(program, packets)
    (event,) = result.events
    assert event.signature == "scan"
    assert event.counts == {"probe": 4}
    assert event.packets == 12
    assert (event.first_seen_ns, event.last_seen_ns) == (0, 45 * 10**9)
    assert [packet.frame for packet in event.evidence] == list(range(1, 13))
    assert (result.matched, result.unexplained) == (12, 0)


def test_events_of_events() -> None:
    program = compiled(SCAN.replace("scan_is", "dst"))
    first = [packet for at in range(3) for packet in half_open(at * 3 + 1, at, "10.0.0.1", 80 + at)]
    other = [packet for at in range(3) for packet in half_open(at * 3 + 20, 100 + at, "10.0.0.2", 80 + at)]
    result = run(program, [*first, *other])
    scanners = [event for event in result.events if event.signature == "scanners"]
    assert [(event.counts, event.packets) for event in scanners] == [({"scan": 2}, 18)]
    assert result.matched == 18


def test_an_observed_event_is_seen_from_the_side_that_asked() -> None:
    """An episode of answers only has the fields of an answer, turned round."""
    program = compiled("""
    signature answers { internal packet answer { flags == SYN|ACK; from responder }
      event by src, dst gap 1s having count(answer) >= 1 }
    signature asked { observe answers as a event by src gap 60s having distinct(a.dst) >= 2 }
    """)
    packets = [tcp(at, at, f"10.0.0.{at}:80 > 10.9.0.1:1025", "SYN|ACK") for at in (1, 2)]
    (event,) = run(program, packets).events
    assert event.key == (("src", address("10.9.0.1")),)


def test_own_packets_wait_for_what_is_observed() -> None:
    """A packet that comes before an observed event ends is in its place, although the event is known later."""
    program = everything()
    packets = [tcp(1, 0, "10.0.0.1:1 > 10.9.0.1:1", "SYN"), *half_open(2, 4, "10.0.0.1", 80)]
    result = run(program, packets)
    mixed = next(event for event in (*result.events, *result.displaced) if event.signature == "mixed")
    assert mixed.counts == {"syn": 2, "probe": 1}
    assert mixed.measures["first(probe)"] == 4 * 10**9
    assert result.matched == 4


def test_two_that_observe_the_same_event_explain_its_packets_once() -> None:
    text = SCAN.split("signature scan ", maxsplit=1)[0]
    text += "signature one { observe probe as p event by src gap 60s having count(p) >= 1 }"
    text += "signature two { observe probe as p event by dst gap 60s having count(p) >= 1 }"
    result = run(compiled(text), half_open(1, 0, "10.0.0.1", 80))
    assert [event.packets for event in result.events] == [3, 3]
    assert result.matched == 3


def test_own_packets_wait_while_the_capture_goes_on() -> None:
    """The same with so much else that ended episodes are looked for in between."""
    program = everything()
    packets = [tcp(1, 0, "10.0.0.1:1 > 10.9.0.1:1", "SYN"), *half_open(2, 4, "10.0.0.1", 80)]
    packets += [tcp(at, 4 + at / 100, f"10.2.0.1:{at} > 10.9.0.1:1", "SYN") for at in range(50, 2000)]
    result = run(program, packets, MatchOptions(look_ahead=0))
    mixed = [event for event in (*result.events, *result.displaced) if event.signature == "mixed"]
    assert [(event.counts, event.conclusive) for event in mixed] == [({"syn": 2, "probe": 1}, True)]


@settings(max_examples=40, deadline=None)
@given(conversations(), st.integers(1, 4))
def test_explained_packets_are_counted_once(packets: list[Packet], repeat: int) -> None:
    """Against the plain count over evidence, which here keeps everything."""
    program = everything()
    long = [
        Packet(packet.frame + 100 * at, (packet.time_ns or 0) + at * 10**11, packet.fields)
        for at in range(repeat)
        for packet in packets
    ]
    result = run(program, long, MatchOptions(evidence=10**6))
    frames = {packet.frame for event in (*result.events, *result.displaced) for packet in event.evidence}
    assert result.matched == len(frames)


def test_ids_are_stable_and_differ() -> None:
    program = compiled(SYNS)
    packets = [tcp(at, at, f"10.0.0.{at % 2}:1 > 10.0.0.2:80", "SYN") for at in range(6)]
    one, two = run(program, packets), run(program, packets, MatchOptions(capture="other.pcap"))
    assert [event.id for event in one.events] == [event.id for event in two.events]
    assert len({event.id for event in one.events}) == 2
    assert all(len(event.id) == 16 for event in one.events)
