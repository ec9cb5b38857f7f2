"""What the catalogue says of a capture that a test has made."""

from __future__ import annotations

from matcher.event import MatchResult
from tests.catalogue.loaded import signatures


def described(result: MatchResult) -> str:
    """The events, for the message of a test that fails."""
    events = (f"{event.signature} ({event.packets} packets, {event.bits} bits)" for event in result.events)
    return ", ".join(events) or "no events"


def accusations(result: MatchResult) -> set[str]:
    """Slugs of events that call somebody malicious with high confidence."""
    return {event.signature for event in result.events if is_accusation(event.signature)}


def is_accusation(slug: str) -> bool:
    """Whether a signature calls somebody malicious with high confidence."""
    return (signatures()[slug].verdict, signatures()[slug].confidence) == ("malicious", "high")
