"""Traces that prove nothing."""

from __future__ import annotations

import pytest

from sigdsl import load_text
from tracelore.checking.traces import with_traces_checked

SYN = "10:00:00.000000 10.0.0.1.1024 > 10.0.0.2.53: S 1:1(0) win 2048"
SIGNATURE = '''signature a {
  internal
  title "t"
  packet p { tcp; flags == SYN; dport == 53; window == 2048 }
  event by src gap 60s
  trace "syn" synthetic expect match """
    %s
  """
  trace "near" synthetic expect %s """
    %s
  """
}
'''


def told(near: str, expect: str = "no-match", signature: str = SIGNATURE) -> list[str]:
    loaded = with_traces_checked(load_text(signature % (SYN, expect, near)))
    assert not loaded.errors
    return [diagnostic.message for diagnostic in loaded.diagnostics if diagnostic.code == "W604"]


@pytest.mark.parametrize(
    "near",
    [
        SYN.replace("2048", "2049"),
        SYN.replace("S 1:1(0) win 2048", "R 1:1(0) win 2048"),  # two conditions of three
        SYN.replace(".53:", ".54:"),
    ],
)
def test_a_near_miss_is_near(near: str) -> None:
    assert not told(near)


@pytest.mark.parametrize(
    "far",
    [
        "10:00:00.000000 10.0.0.1.1024 > 10.0.0.2.80: R 1:1(0) win 0",
        "10:00:00.000000 10.0.0.1 > 10.0.0.2: icmp: echo request",
        "10:00:00.000000 10.0.0.1.5 > 10.0.0.2.99: udp 20",
    ],
)
def test_a_far_miss_proves_nothing(far: str) -> None:
    (message,) = told(far)
    assert "not near" in message


def test_a_trace_without_packets() -> None:
    (message,) = told("at noon it rained")
    assert "no packet" in message


def test_a_trace_that_is_there_twice() -> None:
    (message,) = told(f"  {SYN}\n", "match")
    assert "repeats" in message


def test_the_only_condition_fails_in_every_near_miss() -> None:
    text = SIGNATURE.replace("tcp; flags == SYN; dport == 53; window == 2048", "flags == SYN")
    assert not told(SYN.replace("S 1:1", "R 1:1"), signature=text)


def test_what_is_observed_is_judged_elsewhere() -> None:
    inner = 'signature b { internal title "t" packet p { udp; dport == 9 } event by src gap 1s }\n'
    outer = SIGNATURE.replace("  packet p {", "  observe b as seen\n  packet p {")
    assert not told("10:00:00.000000 10.0.0.1.5 > 10.0.0.2.99: udp 20", signature=inner + outer)
