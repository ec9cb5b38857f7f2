"""A near miss says what failed, with the values that were seen."""

from __future__ import annotations

from matcher.diagnose import diagnose
from tests.matcher.building import UNKNOWN, signatures, tcp

TEXT = """
signature probe { internal
  packet syn { tcp; flags == SYN and dport == 80; ttl == 64 }
  packet reset { flags has RST }
  event by src gap 10s having count(syn) >= 2 and first(syn) < first(reset)
}
signature scan { observe probe as probe event by src gap 60s having count(probe) >= 2 }
"""
PROBE, SCAN = signatures(TEXT)


def test_the_nearest_packet_and_what_failed() -> None:
    packets = [
        tcp(1, 0, "10.0.0.1:1 > 10.0.0.2:22", "SYN", ttl=63),
        tcp(2, 0, "10.0.0.1:1 > 10.0.0.2:80", "SYN", ttl=UNKNOWN),
        tcp(3, 0, "10.0.0.1:1 > 10.0.0.2:80", "SYN", ttl=63),
    ]
    syn, reset = diagnose(PROBE, packets).patterns
    assert (syn.matched, reset.matched) == (0, 0)
    assert syn.nearest is not None
    assert syn.nearest.packet.frame == 2  # "not shown" is nearer than "differs"
    (part,) = syn.nearest.failed
    assert (part.text, part.truth, part.values) == ("ttl == 64", UNKNOWN, {"ttl": UNKNOWN})


def test_the_episode_and_what_failed() -> None:
    packets = [tcp(1, 1, "10.0.0.1:1 > 10.0.0.2:80", "SYN"), tcp(2, 2, "10.0.0.1:1 > 10.0.0.2:80", "RST")]
    found = diagnose(PROBE, packets)
    assert found.events == 0
    (episode,) = found.episodes
    (part,) = episode.failed
    assert (part.text, part.truth, part.values) == ("count(syn) >= 2", False, {"count(syn)": 1})
    assert episode.parts[1].values == {"first(syn)": 10**9, "first(reset)": 2 * 10**9}


def test_what_is_observed_is_told_as_well() -> None:
    packets = [tcp(at, at, "10.0.0.1:1 > 10.0.0.2:80", "SYN") for at in (1, 2)]
    packets.append(tcp(3, 3, "10.0.0.1:1 > 10.0.0.2:80", "RST"))
    found = diagnose(SCAN, packets, known=(PROBE,))
    assert found.events == 0
    assert found.episodes[0].failed[0].values == {"count(probe)": 1}
    assert [(each.signature, each.events) for each in found.observed] == [("probe", 1)]
