"""What is said: how far an event got, which condition fails, what is not shown, what an observed signature lacks."""

from __future__ import annotations

from matcher.diagnose import diagnose
from matcher.packet import Packet
from matcher.parts import judge_packet
from matcher.tcpdump import read_tcpdump
from sigdsl.model import Signature
from tests.explaining.building import SCAN, syns
from tests.matcher.building import UNKNOWN, signatures, tcp
from tracelore.explaining.values import failing_words
from tracelore.explaining.wording import condition_lines, diagnosis_lines, frames_words, way_lines


def packets(text: str) -> list[Packet]:
    from matcher.formats import ReadReport

    return list(read_tcpdump((line.encode() for line in text.splitlines(keepends=True)), ReadReport()))


def differs(signature: Signature, text: str, known: tuple[Signature, ...] = ()) -> list[str]:
    """What is said to stand in the way."""
    found = diagnose(signature, packets(text), known)
    return [line[8:] for line in map(unstyled, way_lines(found.ways, signature.slug))]


def unstyled(line: str) -> str:
    from click import unstyle

    return unstyle(line)


def one(text: str) -> Signature:
    return signatures(text)[0]


def slow(ports: int, after: int = 0, pause: float = 75) -> str:
    """A scan of so many ports, 5 seconds each, and more of them after a pause."""
    first = [(5.0 * at, "192.0.2.1", 20 + at) for at in range(ports)]
    end = first[-1][0] + pause
    return syns(*first, *((end + 5.0 * at, "192.0.2.1", 60 + at) for at in range(after)))


def test_how_far_it_got() -> None:
    (said,) = differs(one(SCAN), slow(7))
    assert said == "having `distinct(probe.dport) >= 10`: 7 of 10 (frames 1-7)"


def test_when_the_next_one_came() -> None:
    (said,) = differs(one(SCAN), slow(7, after=2))
    assert said == (
        "having `distinct(probe.dport) >= 10`: 7 of 10 (frames 1-7); the next one came after 1 min 15 s (frame 8)"
    )


def test_a_window_that_is_too_short() -> None:
    windowed = one(SCAN.replace("distinct(probe.dport) >= 10", "distinct(probe.dport, 20s) >= 10"))
    (said,) = differs(windowed, slow(12))
    assert said == "having `distinct(probe.dport, 20s) >= 10`: 5 of 10, 12 in the whole episode (frames 1-12)"


def test_a_pause_that_is_too_long_decides_where_all_would_be_enough() -> None:
    (said,) = differs(one(SCAN), slow(7, after=4))
    assert said == "gap 60s: 7 packets; the next one came after 1 min 15 s (frame 8)"


def test_a_key_that_is_not_shared() -> None:
    text = syns(*((float(at), f"192.0.2.{at % 2 + 1}", 20 + at) for at in range(12)))
    (said,) = differs(one(SCAN), text)
    assert said == "by `src`: 2 different ones, 192.0.2.1, 192.0.2.2"


def test_a_condition_of_a_packet_with_its_values() -> None:
    probe = one('signature x { title "x" packet p { tcp; dport == sport + 1 } event by src gap 1s }')
    assert differs(probe, slow(1)) == [
        "packet p: `dport == sport + 1`: dport 20, sport 40000, sport + 1 is 40001 (frame 1)"
    ]


def test_what_is_not_shown_does_not_differ() -> None:
    probe = one('signature x { title "x" packet p { tcp; ttl == 64 } event by src gap 1s }')
    assert differs(probe, syns((0, "192.0.2.1", 1), words="")) == ["packet p: `ttl == 64`: ttl not shown (frame 1)"]
    found = diagnose(probe, packets(syns((0, "192.0.2.1", 1), words="")))
    assert [unstyled(line) for line in diagnosis_lines(found)][-1] == "  not shown ttl == 64  not shown"


def test_what_several_patterns_demand_in_the_same_words_is_one_condition() -> None:
    both = one(
        'signature x { title "x" packet a { dport == 20; id == 7 } packet b { dport == 21; id == 7 }'
        " event by src gap 9s having count(a) >= 1 and count(b) >= 1 }"
    )
    assert differs(both, slow(2)) == ["packet a, b: `id == 7`: id 1 (frames 1-2)"]


def test_of_an_or_only_what_fails_is_told() -> None:
    packet = tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:80", "SYN", ttl=UNKNOWN)
    (pattern,) = one(
        'signature x { title "x" packet p { dport == 80 and ttl == 64 or dport == 81 } event by src gap 1s }'
    ).patterns
    part = judge_packet(pattern.conditions[0], packet)
    assert failing_words(part) == "`ttl == 64`: ttl not shown; `dport == 81`: dport 80"
    assert [unstyled(line) for line in condition_lines([part])] == [
        "not shown dport == 80 and ttl == 64 or dport == 81",
        "not shown   dport == 80 and ttl == 64",
        "yes           dport == 80  80",
        "not shown     ttl == 64    not shown",
        "no          dport == 81    80",
    ]


def test_the_link_of_a_chain_that_breaks() -> None:
    order = one(
        'signature x { title "x" packet a { dport == 20 } packet b { dport == 21 } packet c { dport == 99 }'
        " event by src gap 9s having first(a) < first(b) < first(c) }"
    )
    assert differs(order, slow(2)) == [
        "having `first(b) < first(c)`: first(b) is 10:00:05.000000, no c (frames 1-2)",
    ]


def test_an_observed_signature_that_is_missing_and_why() -> None:
    child, parent = signatures(
        'signature child { internal title "x" packet p { dport == 99 } event by src gap 9s }'
        'signature parent { title "x" observe child as seen event by src gap 9s having count(seen) >= 1 }'
    )
    assert differs(parent, slow(1), (child,)) == ["observed child: packet p: `dport == 99`: dport 20 (frame 1)"]
    lines = [unstyled(line) for line in diagnosis_lines(diagnose(parent, packets(slow(1)), (child,)))]
    assert "observed child: no event" in lines
    assert "    no        dport == 99  20" in lines


def test_nothing_is_named_where_nothing_is_near() -> None:
    assert differs(one(SCAN), "10:00:00.000000 192.0.2.1 > 192.0.2.2: icmp: echo request (ttl 64, id 1)\n") != []
    assert diagnose(one(SCAN), []).ways == ()


def test_frames() -> None:
    assert frames_words((3,)) == "frame 3"
    assert frames_words((1, 2, 3, 7)) == "frames 1-3, 7"
    assert frames_words(tuple(range(1, 40, 2))) == "frames 1, 3, 5, 7, 9, 11 and 14 more"
