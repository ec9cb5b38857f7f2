"""Of several explanations of the same packets, the most specific leads."""

from __future__ import annotations

from matcher import MatchResult, Packet, run
from tests.matcher.building import compiled, tcp

GENERAL = "signature general { packet p { flags == SYN|ACK } event by src gap 10s having count(p) >= 1 }"
SPECIAL = """
signature special { packet p { flags == SYN|ACK; ack == 674719802 } event by src gap 10s having count(p) >= 1 }
"""


def replies(*acks: int, host: int = 1) -> list[Packet]:
    return [tcp(at, at, f"10.0.0.{host}:80 > 10.9.0.{at}:1025", "SYN|ACK", ack=ack) for at, ack in enumerate(acks, 1)]


def shown(result: MatchResult) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(event.signature, event.packets, event.also) for event in result.events]


def test_the_more_specific_one_leads() -> None:
    result = run(compiled(GENERAL + SPECIAL), replies(674719802, 674719802))
    assert shown(result) == [("special", 2, ("general",))]
    assert [event.signature for event in result.displaced] == ["general"]
    assert result.matched == 2


def test_what_it_does_not_explain_is_reported_too() -> None:
    result = run(compiled(GENERAL + SPECIAL), replies(674719802, 1))
    assert shown(result) == [("special", 1, ("general",)), ("general", 2, ())]


def test_other_keys_and_other_times_are_other_packets() -> None:
    packets = [*replies(674719802), *replies(5, host=2)]
    assert sorted(shown(run(compiled(GENERAL + SPECIAL), packets))) == [
        ("general", 1, ()),
        ("special", 1, ("general",)),
    ]


def test_a_leader_that_holds_fewer_packets_does_not_hide_the_rest() -> None:
    """Every packet matches the special pattern, but only one of the two runs became an event of it."""
    special = SPECIAL.replace("gap 10s having count(p) >= 1", "gap 2s having count(p) >= 2")
    packets = [packet for packet in replies(*[674719802] * 9) if packet.frame not in (3, 4, 5, 6, 7, 8)]
    result = run(compiled(GENERAL + special), packets)
    assert shown(result) == [("special", 2, ("general",)), ("general", 3, ())]


def test_other_packets_of_the_same_key_and_time_are_no_explanation() -> None:
    resets = "signature resets { packet p { flags == RST } event by src gap 10s having count(p) >= 1 }"
    packets = [*replies(674719802), tcp(9, 1, "10.0.0.1:80 > 10.9.0.1:1025", "RST")]
    assert shown(run(compiled(SPECIAL + resets), packets)) == [("special", 1, ()), ("resets", 1, ())]


def test_equals_are_both_reported() -> None:
    twin = SPECIAL.replace("special", "twin")
    result = run(compiled(SPECIAL + twin), replies(674719802))
    assert shown(result) == [("special", 1, ("twin",)), ("twin", 1, ("special",))]


def test_observed_and_observing_signatures_do_not_displace_each_other() -> None:
    text = SPECIAL + "signature many { observe special as s event by src gap 60s having count(s) >= 1 }"
    assert [name for name, *_ in shown(run(compiled(text), replies(674719802)))] == ["many", "special"]


def test_a_composition_explains_the_packets_of_what_it_observes() -> None:
    text = GENERAL + SPECIAL.replace("signature special {", "signature special { internal")
    text += "signature many { observe special as s event by src gap 60s having count(s) >= 1 }"
    assert shown(run(compiled(text), replies(674719802))) == [("many", 1, ("general",))]


def test_nothing_doubtful_displaces_what_is_certain() -> None:
    doubtful = """
    signature doubtful { packet p { flags == SYN|ACK; ack == 674719802 } packet q { flags == SYN; from responder }
      event by src gap 10s having count(p) >= 1 and count(q) == 0 }
    """
    result = run(compiled(GENERAL + doubtful), replies(674719802))
    assert shown(result) == [("doubtful", 1, ("general",)), ("general", 1, ())]


FLOOD = "signature flood { packet p { flags == SYN } event by dst, seq gap 10s having count(p) >= 3 }"
ANSWERED = """
signature answered {
  packet answer { flags == RST|ACK; ack == 674711610 }
  packet request { from responder; solicits; flags == SYN; seq == 674711609 }
  event by src gap 60s having count(answer) >= 1 and count(request) == 0
}
"""


def test_what_a_signature_wants_absent_it_does_not_explain() -> None:
    """A flood's SYNs are requests that another signature must not see; answers to other hosts say nothing of them."""
    floods = [tcp(at, at, f"192.0.2.{at}:9{at} > 198.51.100.1:80", "SYN", seq=674711609) for at in (1, 2, 3)]
    answers = [tcp(at, at, f"203.0.113.9:23 > 192.0.2.{at}:77", "RST|ACK", ack=674711610) for at in (4, 5, 6)]
    result = run(compiled(FLOOD + ANSWERED), [*floods, *answers])
    assert sorted(shown(result)) == [("answered", 3, ()), ("flood", 3, ())]
    assert result.displaced == ()


def test_events_without_a_key_in_common_are_about_different_hosts() -> None:
    by_target = GENERAL.replace("general", "by-target").replace("by src", "by dport")
    result = run(compiled(by_target + SPECIAL), replies(674719802))
    assert sorted(shown(result)) == [("by-target", 1, ()), ("special", 1, ())]
