"""Drafts from the traces of the curated signatures: they match, tell near misses apart, and find what defines each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from matcher import compile_signatures, run
from matcher.program import Program
from sigdsl import load_text
from sigdsl.format import format_text
from sigdsl.format_expr import format_expr
from sigdsl.model import Signature, Trace
from sigdsl.walk import walk
from tests.catalogue.loaded import signatures
from tracelore.drafting.draft import Draft, draft
from tracelore.drafting.text import Origin
from tracelore.selftest import outcomes, trace_packets

# Near misses that a draft matches as well, each with the reason why nothing in the sample tells them apart.
EXCEPTIONS = Path(__file__).parent / "not_told_apart.tsv"
# tcpdump prints no line that tells what these patterns ask for: SCTP by name, protocols by their numbers alone.
WITHOUT_TRACE = {"sctp-init-scan", "ip-protocol-scan"}
OWED_TO_THE_READER = "W6"  # codes of warnings about prose and traces that the analyst adds

XOR = "id == (dst ^ dport ^ seq) & 0xffff"
# What defines a signature, as a draft from each of its positive traces must say it.
DEFINED_BY = {
    "latency-probe-syn-ack": ["ack == seq - 1"],
    "mirai-telnet-scan": ["seq == dst"],
    "mirai-descendant-scan": ["seq == dst"],
    "icmp-quoted-mirai-scan": ["quoted.seq == quoted.dst"],
    "masscan-xor-ip-id": [XOR],
    "masscan-mss-1025": [XOR],
    "unicornscan-xor-seq": ["sport == (seq ^ 0x566f) & 0xffff"],
    "zmap-ip-id-54321": ["id == 54321"],
    "zmap-udp-54321": ["id == 54321"],
    "icmp-quoted-zmap-scan": ["quoted.id == 54321"],
    "ack-scan-id-39426": ["id == 39426"],
    "synscan-syn-fin-39426": ["id == 39426"],
    "icmpenum-id-666": ["id == 666"],
    "scanrand-ttl-in-ip-id": ["id == 65280"],
    "scanrand-trace": ["ttl == (id >> 8) - 11"],
    "land-syn": ["src == dst", "sport == dport"],
    "land-f1c": ["src == dst", "sport == dport"],
    "counted-syn-flood-674719801": ["seq - sport == 674719801"],
    "backscatter-ack-674719802": ["ack == 674719802"],
    "backscatter-ack-674711610": ["ack == 674711610"],
    "backscatter-ack-mod-65536": ["ack & 0xffff == 1"],
    "rst-seq-mod-65536": ["seq & 0xffff == 1"],
    "booter-ack-flood": ["seq & 0xffff == 0"],
    "dominate-syn-ecn-flood": ["seq & 0xffff == 0"],
    "mirai-stomp-flood": ["seq & 0xffff == 0"],
    "syn-flood-seq-below-65536": ["seq < 0x10000"],
    "syn-flood-31-bit": ["max(syn.seq) < 0x80000000"],
    "tfn2k-udp-flood": ["sport + dport == 65536"],
    "tfn2k-command": ["udp.len - payload.len == 11"],
    "saihyousen-udp-flood": ["sport == dport", "src >> 24 == src & 0xff"],
    "broadcast-amplifier-sweep": ["dst & 0xff == 255"],
    "window-55808": ["window == 55808"],
    "lft-tcp-trace": ["step(syn.seq) == 1"],
    "blaster-ascending-scan": ["step(syn.dst + 0) == 1"],
}


@dataclass(frozen=True, slots=True)
class Drafted:
    slug: str
    trace: Trace
    draft: Draft


@cache
def drafts() -> tuple[Drafted, ...]:
    """A draft of each positive trace of the catalogue."""
    made = []
    for slug, signature in sorted(signatures().items()):
        for trace in signature.traces:
            if trace.expect == "match":
                packets, _ = trace_packets(trace)
                made.append(Drafted(slug, trace, draft(packets, (), Origin("draft", slug, len(packets)))))
    return tuple(made)


@cache
def near_misses() -> dict[str, list[Trace]]:
    return {slug: [trace for trace in each.traces if trace.expect != "match"] for slug, each in signatures().items()}


def exceptions() -> dict[tuple[str, str], str]:
    with EXCEPTIONS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["signature"], row["near miss"]): row["why"] for row in rows}


def conditions(signature: Signature) -> set[str]:
    said = {format_expr(condition) for pattern in signature.patterns for condition in pattern.conditions}
    having = signature.event.having if signature.event else None
    return said | ({format_expr(part) for part in walk(having)} if having is not None else set())


def matches(program: Program, trace: Trace) -> int:
    return run(program, trace_packets(trace)[0]).matched or 0


def test_every_draft_matches_all_packets_of_its_sample() -> None:
    missed = []
    for each in drafts():
        matched = matches(compile_signatures([each.draft.signature]), each.trace)
        if matched != len(trace_packets(each.trace)[0]):
            missed.append((each.slug, each.trace.title))
    assert len(drafts()) >= 250
    assert not missed


def test_every_draft_passes_the_checker_and_is_formatted() -> None:
    for each in drafts():
        loaded = load_text(each.draft.text)
        owed = [d for d in loaded.diagnostics if not d.code.startswith(OWED_TO_THE_READER)]
        assert not [d for d in owed if d.severity == "error"], each.slug
        assert format_text(each.draft.text)[0] == each.draft.text, each.slug


def test_every_draft_proves_itself_with_its_trace() -> None:
    without = set()
    for each in drafts():
        own = each.draft.signature
        if not own.traces:
            without.add(each.slug)
        assert all(outcome.passed for outcome in outcomes([own], [own])), each.slug
    assert without <= WITHOUT_TRACE


def test_no_draft_invents_words() -> None:
    for each in drafts():
        assert not any(section.text for section in each.draft.signature.analysis)
        assert not each.draft.signature.hypotheses
        assert each.draft.signature.verdict == "unknown"


def test_near_misses_are_told_apart_by_their_header_fields() -> None:
    confused = set()
    for each in drafts():
        program = compile_signatures([each.draft.signature])
        confused |= {(each.slug, trace.title) for trace in near_misses()[each.slug] if matches(program, trace)}
    listed = exceptions()
    assert not confused - listed.keys()
    assert not listed.keys() - {(slug, trace.title) for slug, traces in near_misses().items() for trace in traces}
    assert all(listed.values())
    assert len(confused) * 5 < sum(map(len, near_misses().values()))


@pytest.mark.parametrize("slug", sorted(DEFINED_BY))
def test_what_defines_a_signature_is_found(slug: str) -> None:
    own = [each for each in drafts() if each.slug == slug]
    assert own
    for each in own:
        assert conditions(each.draft.signature) >= set(DEFINED_BY[slug]), each.draft.text
