"""What was not seen counts only where the capture could have shown it."""

from __future__ import annotations

import pytest

from matcher import Event, MatchOptions, Packet, run
from matcher.event import VantageOption
from tests.matcher.building import compiled, tcp

UNANSWERED = """
signature unanswered {
  packet syn { flags == SYN }
  packet reply { flags has ACK; from responder }
  event by src gap 10s having count(syn) >= 1 and CONDITION
}
"""
UNSOLICITED = """
signature unsolicited {
  packet reply { flags == SYN|ACK }
  packet request { flags == SYN; from responder; solicits }
  event by src, dst gap 10s having count(reply) >= 1 and count(request) == 0
}
"""
SYN = tcp(1, 0, "10.0.0.1:1025 > 10.0.0.2:80", "SYN")
REPLY = tcp(2, 0, "10.0.0.2:80 > 10.0.0.1:1025", "SYN|ACK")
CONVERSATION = [tcp(8, 0, "10.5.0.1:1 > 10.5.0.2:2", "ACK"), tcp(9, 0, "10.5.0.2:2 > 10.5.0.1:1", "ACK")]


def one_event(text: str, packets: list[Packet], vantage: VantageOption) -> Event:
    (event,) = run(compiled(text), packets, MatchOptions(vantage=vantage)).events
    return event


@pytest.mark.parametrize(
    "condition",
    ["count(reply) == 0", "count(reply) < 1", "not count(reply) >= 1", "not first(reply) > first(syn)"],
)
@pytest.mark.parametrize(
    ("vantage", "rest", "conclusive"),
    [
        ("inline", [], True), ("host", [], True), ("telescope", [], False), ("auto", [], False),
        ("auto", CONVERSATION, True), ("telescope", CONVERSATION, False),
    ],
)  # fmt: skip
def test_no_reply(condition: str, vantage: VantageOption, rest: list[Packet], conclusive: bool) -> None:
    event = one_event(UNANSWERED.replace("CONDITION", condition), [SYN, *rest], vantage)
    assert event.conclusive is conclusive
    assert ("reply" in " ".join(event.why_inconclusive)) is not conclusive


def test_what_does_not_rely_on_it_is_certain() -> None:
    event = one_event(UNANSWERED.replace("CONDITION", "(count(reply) == 0 or count(syn) >= 1)"), [SYN], "telescope")
    assert event.conclusive


def test_a_reply_that_was_seen_is_no_absence() -> None:
    assert run(compiled(UNANSWERED.replace("CONDITION", "count(reply) == 0")), [SYN, REPLY]).events == ()


@pytest.mark.parametrize(
    ("vantage", "rest", "conclusive"),
    [("telescope", [], True), ("inline", [], True), ("auto", [], False), ("auto", CONVERSATION, True)],
)
def test_a_host_that_never_speaks_has_not_asked(vantage: VantageOption, rest: list[Packet], conclusive: bool) -> None:
    assert one_event(UNSOLICITED, [REPLY, *rest], vantage).conclusive is conclusive


def test_doubt_is_handed_on() -> None:
    text = UNANSWERED.replace("CONDITION", "count(reply) == 0")
    text = text.replace("signature unanswered {", "signature unanswered { internal")
    text += "signature many { observe unanswered as u event by src gap 60s having count(u) >= 1 }"
    assert not one_event(text, [SYN], "auto").conclusive
    assert one_event(text, [SYN, *CONVERSATION], "auto").conclusive


@pytest.mark.parametrize(
    ("packets", "judged"),
    [
        ([SYN], "one-way"),
        ([SYN, SYN], "one-way"),
        ([SYN, REPLY], "two-way"),
        ([tcp(1, 0, "10.0.0.1:7 > 10.0.0.1:7", "SYN")] * 2, "one-way"),  # to itself
        ([SYN, tcp(2, 0, "10.0.0.2:81 > 10.0.0.1:1025", "ACK")], "one-way"),  # another port
    ],
)
def test_the_vantage_is_judged(packets: list[Packet], judged: str) -> None:
    program = compiled(UNSOLICITED)
    assert run(program, packets).vantage == judged
    assert run(program, packets, MatchOptions(vantage="host")).vantage == "host"
