"""What the checker claims is so: judged by the matcher, on random packets and random episodes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Packet, compile_signatures, run
from matcher.evaluate import truth
from matcher.values import Truth, all_of
from sigdsl import Loaded, load_text
from sigdsl.repair import repair_text
from tests.matcher.building import tcp
from tests.matcher.strategies import packets

CONDITIONS = (
    "ttl == 64", "ttl > 3", "ttl in {64, 80..255}", "ttl != 0", "ttl <= 255", "ttl >= 0", "flags == SYN|ACK",
    "flags has SYN", "flags & (SYN|ACK) == SYN|ACK", "flags in {2, 18}", "sport == 53", "sport < 80", "53 == sport",
    "seq == 674719802", "seq != 0", "ack == seq + 1", "src in 10.0.0.0/8", "src == 10.0.0.1", "src in private",
    "src not in {10.0.0.0/8, 192.168.1.1}", "df", "not df", "tcp", "ip.ttl == 64", "ttl == 64 or df", "mss == 536",
    "mss in {536, 1}", "0 <= ttl <= 64", "options has mss", "payload.len == 0", "payload.len < 20",
)  # fmt: skip
VALUES = (
    "ttl == 64", "ttl > 3", "ttl in {64, 80..255}", "ttl != 0", "flags == SYN|ACK", "flags has SYN", "flags in {2, 18}",
    "sport < 80", "sport == 53",
)  # fmt: skip
HAVING = (
    "count() >= 1", "count() >= 3", "count(p) >= 0", "count(p) >= 2", "count(p) < 3", "count(q) >= 1", "count(q) == 0",
    "count(p, 5s) >= 2", "distinct(p.src) >= 2", "distinct(src) == 1", "distinct(p.dport) >= 2", "distinct(dport) <= 1",
    "distinct(p.dport) >= 0", "duration >= 0s", "duration > 4s", "duration < 9s", "interval.min(p) > 10s",
    "interval.max(p) >= 12s", "interval.jitter(p) > 10s", "interval.mean(p) < 4s", "span(p.dport) > 0",
    "span(src) >= 1", "3 <= count()", "count(p) + count(q) >= 3", "not count(p) >= 3", "constant(src)",
)  # fmt: skip


def pattern_truth(loaded: Loaded, packet: Packet) -> Truth:
    (signature,) = loaded.signatures
    return all_of([truth(condition, packet) for condition in signature.patterns[0].conditions])


@settings(max_examples=90, deadline=None)
@given(st.lists(st.sampled_from(CONDITIONS), min_size=2, max_size=5), st.lists(packets(), min_size=1, max_size=12))
def test_repaired_patterns_match_the_same_packets(conditions: list[str], seen: list[Packet]) -> None:
    """Not only what matches is the same, but also what is not known."""
    text = f'signature a {{ internal title "t" packet p {{ {"; ".join(conditions)} }} event by src gap 1s }}'
    repaired = load_text(repair_text(text).text)
    for packet in seen:
        assert pattern_truth(load_text(text), packet) == pattern_truth(repaired, packet)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=2).map("; ".join),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=1).map("; ".join),
    st.lists(packets(), min_size=6, max_size=12),
)
def test_what_is_covered_is_covered(narrow: str, wide: str, seen: list[Packet]) -> None:
    texts = [
        f'signature {name} {{ internal title "t" packet p {{ {each} }} event by src gap 1s }}'
        for name, each in (("narrow", narrow), ("wide", wide))
    ]
    found = [each for each in load_text("\n".join(texts)).diagnostics if each.code in ("W700", "W701")]
    for diagnostic in found:
        inner, outer = (load_text(text) for text in (texts if "`narrow`" in diagnostic.message[:30] else texts[::-1]))
        assert all(pattern_truth(outer, packet) is True for packet in seen if pattern_truth(inner, packet) is True)


@st.composite
def episodes(draw: st.DrawFn) -> list[Packet]:
    """A few packets of two patterns, from two sources, with pauses about as long as the gap."""
    time, found = 0.0, []
    for frame in range(1, draw(st.integers(1, 9)) + 1):
        time += draw(st.sampled_from((0.0, 0.5, 3.0, 5.0, 9.999, 10.0, 10.5)))
        source, port = draw(st.sampled_from(("10.0.0.1", "10.0.0.2"))), draw(st.sampled_from((21, 22)))
        found.append(tcp(frame, time, f"{source}:1024 > 10.0.9.9:{port}", draw(st.sampled_from(("SYN", "RST")))))
    return found


def events(loaded: Loaded, seen: list[Packet]) -> list[tuple[int, int, int]]:
    found = run(compile_signatures(loaded.signatures), seen).events
    return [(event.first_seen_ns, event.last_seen_ns, event.packets) for event in found]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(HAVING), min_size=1, max_size=4),
    st.sampled_from((" and ", " or ")),
    st.booleans(),
    st.lists(episodes(), min_size=1, max_size=4),
)
def test_what_having_comes_to(having: list[str], between: str, both: bool, seen: list[list[Packet]]) -> None:
    """What can never hold makes no event; what is taken out makes no difference."""
    second = "packet q { tcp; flags == RST }" if both else ""
    condition = between.join(each for each in having if both or "q" not in each) or "count() >= 1"
    event = f"event by src gap 10s having {condition}"
    text = f'signature a {{ title "t" packet p {{ tcp; flags == SYN }} {second} {event} }}'
    loaded = load_text(text)
    codes = {each.code for each in loaded.errors}
    assert codes <= {"E403", "E405"}
    if codes and between == " and ":
        assert not any(events(loaded, each) for each in seen)
    repaired = load_text(repair_text(text).text)
    for each in seen:
        assert events(loaded, each) == events(repaired, each)
    if any(each.code == "W704" for each in loaded.diagnostics):
        every = load_text(text.replace(f" having {condition}", ""))
        assert all(events(loaded, each) == events(every, each) for each in seen)
