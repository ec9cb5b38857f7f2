"""The words of the language and what they mean, for editors and for the reference."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AGGREGATES", "ARGUMENTS", "CHOICES", "HEADINGS", "ITEMS", "NAMED_SETS", "OPERATORS", "STATEMENTS", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """One word: how it is written (an example), and what it means; `often`: how often it may stand, for items."""

    name: str
    example: str
    meaning: str
    often: str = ""


def _table(*words: Word) -> dict[str, Word]:
    return {word.name: word for word in words}


_ONCE = "once"
_OFTEN = "often"

ITEMS = _table(
    Word("title", 'title "TCP FIN scan"', "What an analyst would call it.", "once, required"),
    Word("event", "event by src gap 60s having count() >= 5",
         "Which packets belong together, and when they are an event.",
         "once, required"),
    Word("packet", "packet probe { tcp; flags == FIN }", "A packet pattern: a name, and conditions on one packet.",
         "at least one of `packet` and `observe`"),
    Word("observe", "observe half-open-connection as opening",
         "Events of another signature are what this one looks at.",
         "at least one of `packet` and `observe`"),
    Word("internal", "internal", "Matched for others to observe, never reported.", _ONCE),
    Word("category", "category scan", "The kind of traffic: the name of the folder in a collection.", _ONCE),
    Word("verdict", "verdict malicious", "What it most likely is.", _ONCE),
    Word("confidence", "confidence medium", "How sure the verdict is.", _ONCE),
    Word("version", "version 3", "Goes up when what it matches changes.", _ONCE),
    Word("authors", 'authors "A. Analyst", "B. Reader"', "Who says so.", _ONCE),
    Word("created", "created 2026-05-31", "The day it was written first.", _ONCE),
    Word("revised", "revised 2026-06-30", "The day it was last changed.", _ONCE),
    Word("era", 'era "late 1990s"', "When such traffic was seen.", _ONCE),
    Word("licence", 'licence "CC-BY-4.0"', "Under what terms it may be passed on.", _ONCE),
    Word("tags", "tags scan, fin", "Words to find it by.", _ONCE),
    Word("variant-of", "variant-of tcp-null-scan", "Signatures that cover this one on purpose.", _ONCE),
    Word("reference", 'reference "RFC 9293" url "https://www.rfc-editor.org/rfc/rfc9293"', "A source to follow.",
         _OFTEN),
    Word("analysis", 'analysis { bottom-line "..." }', "How an analyst reads such a trace, under headings.", _ONCE),
    Word("hypothesis", 'hypothesis "Scan" { verdict malicious weight strong }', "One interpretation, for and against.",
         _OFTEN),
    Word("false-positive", 'false-positive "Broken stacks do this too."', "What else looks like it.", _OFTEN),
    Word("blind-spot", 'blind-spot "Needs both directions."', "What a sensor at this place would not have seen.",
         _OFTEN),
    Word("trace", 'trace "seen" observed expect match """..."""', "tcpdump lines that prove what the signature does.",
         _OFTEN),
)  # fmt: skip

HEADINGS = _table(
    Word("addresses", 'addresses "..."', "Who talks to whom, and whether the addresses can be true."),
    Word("ports", 'ports "..."', "Which services, and how source ports are chosen."),
    Word("flags", 'flags "..."', "What the flags say, and whether they belong together."),
    Word("direction", 'direction "..."', "Who started, and what answers what."),
    Word("time", 'time "..."', "Pace, pauses and order."),
    Word("header", 'header "..."', "The other fields: what is constant, what counts, what cannot be chance."),
    Word("bottom-line", 'bottom-line "..."', "What this is, in a sentence or two."),
)

ARGUMENTS = _table(
    Word("verdict", "verdict malicious", "What it would be, if this were true."),
    Word("weight", "weight strong", "How much speaks for it."),
    Word("because", 'because "..."', "What speaks for it."),
    Word("against", 'against "..."', "What speaks against it."),
    Word("test", 'test "..."', "What would tell."),
)

CHOICES: dict[str, dict[str, str]] = {
    "verdict": {
        "malicious": "Meant to harm, or to prepare harm.",
        "third-party": "A side effect of what somebody does to somebody else.",
        "benign": "Harmless.",
        "unknown": "Nobody can say.",
    },
    "confidence": {"high": "Hardly anything else does this.", "medium": "Little else does.", "low": "A hint."},
    "weight": {"strong": "Speaks clearly.", "moderate": "Speaks.", "weak": "Hardly speaks."},
    "provenance": {"observed": "Captured.", "synthetic": "Written or changed by hand."},
    "expect": {"match": "The signature makes an event of it.", "no-match": "It makes none: a near miss."},
}

STATEMENTS = _table(
    Word("from", "from responder", "Packets of this pattern go the other way: they are keyed with their ends swapped."),
    Word("solicits", "solicits", "The request that would have called for the other patterns' packets."),
)

OPERATORS: dict[str, str] = {
    "and": "Both hold.",
    "or": "One of them holds.",
    "not": "It does not hold.",
    "in": "Is one of a set, or within a network.",
    "has": "Has this flag, or this option, among others.",
    "starts": "Begins with these bytes or options.",
    "contains": "Has these bytes or options somewhere.",
    "matches": "A regular expression (RE2) finds something.",
}

NAMED_SETS: dict[str, str] = {
    "home": "Your own networks: `tracelore match --home 192.0.2.0/24`.",
    "private": "Private addresses (RFC 1918, RFC 4193).",
    "multicast": "Multicast addresses.",
    "bogon": "Whatever cannot be a source on the Internet.",
}

AGGREGATES = _table(
    Word("count", "count() >= 2", "Packets, or observed events; `count(p)`: those of a pattern; `count(p, 10s)`: the "
         "most of them within any 10 seconds."),
    Word("distinct", "distinct(dst) >= 5", "How many different values; `distinct(e, 60s)`: the most within any 60 "
         "seconds."),
    Word("first", "first(syn) < first(reset)", "The moment of the first."),
    Word("last", "last(probe) - first(probe) > 5s", "The moment of the last."),
    Word("min", "min(ttl) > 5", "The least value."),
    Word("max", "max(ttl) < 64", "The greatest value."),
    Word("span", "span(sport) <= 10", "Greatest - least."),
    Word("constant", "constant(seq)", "Yes where all values are equal."),
    Word("step", "step(id) == 1", "The constant of which all successive differences are multiples (modulo a second "
         "argument)."),
    Word("missing", "missing(ack, 1 << 31) <= 3", "How many steps were left out: packets that went elsewhere."),
    Word("duration", "duration < 5s", "Last packet - first packet."),
    Word("rate", "rate(syn) > 100", "Packets a second."),
    Word("interval.mean", "interval.mean(probe) > 50ms", "The mean time between successive packets."),
    Word("interval.min", "interval.min(probe) > 50ms", "The shortest time between successive packets."),
    Word("interval.max", "interval.max(probe) < 2s", "The longest time between successive packets."),
    Word("interval.jitter", "interval.jitter(probe) < 1s", "Longest - shortest time between successive packets."),
)  # fmt: skip
