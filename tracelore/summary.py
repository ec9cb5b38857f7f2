"""The end of a report: what was read, what could not be, what matched nothing."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from matcher.capture import Capture
from matcher.event import MatchResult

__all__ = ["print_summary"]

_MOST = 5  # messages of one kind
_VANTAGE = {
    "one-way": "one-way (no conversation in both directions; --vantage says where the capture was made)",
    "two-way": "two-way (conversations are seen in both directions)",
}


def print_summary(console: Console, result: MatchResult, capture: Capture, signatures: int) -> None:
    """Print the account of one capture."""
    for line in _account(result, capture, signatures):
        console.print(Text(line, "dim"), soft_wrap=True)
    for line in _trouble(capture):
        console.print(Text(line, "yellow"), soft_wrap=True)


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _account(result: MatchResult, capture: Capture, signatures: int) -> Iterator[str]:
    events = f"{_count(len(result.events), 'event')}" if result.events else "no event"
    yield f"{capture.name} ({capture.form}): {_count(result.packets, 'packet')} read, {events}, {signatures} signatures"
    if result.packets and result.matched is not None:
        explained = result.matched
        nothing = f"{result.unexplained:,} matched nothing"
        vantage = _VANTAGE.get(result.vantage, result.vantage)
        yield f"  {_count(explained, 'packet')} in events, {nothing}; vantage {vantage}"
    if result.evicted:
        yield f"  {_count(result.evicted, 'episode')} cut short: more were alive at once than memory is set aside for"
    for reason, number in capture.report.undecoded.most_common(_MOST):
        yield f"  not decoded: {number:,} x {reason}"
    for reason, number in capture.report.outer_only.most_common(_MOST):
        yield f"  only the outer packet: {number:,} x {reason}"
    rest = sum(number for _, number in capture.report.undecoded.most_common()[_MOST:])
    if rest:
        yield f"  not decoded: {rest:,} for other reasons"


def _trouble(capture: Capture) -> Iterator[str]:
    for kind, messages in (("damaged", capture.report.damage), ("warning", capture.report.warnings)):
        for message in messages.first[:_MOST]:
            yield f"  {kind}: {message}"
        if messages.total > _MOST:
            yield f"  {kind}: and {messages.total - _MOST:,} more"
