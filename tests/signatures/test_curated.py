"""The curated signatures prove themselves: their own traces, the founding document's, and changed forms of these."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from matcher.compile import compile_signatures
from matcher.event import MatchResult
from matcher.formats.report import ReadReport
from matcher.program import Program
from matcher.reference import run
from matcher.tcpdump import read_tcpdump
from sigdsl import load_paths
from sigdsl.model import Signature, Trace

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("TRACELORE_SHARED", ROOT.parent / "shared"))
CASES = SHARED / "seed" / "cases.tsv"
# What may be reported of a founding trace, where cases.tsv names nothing.
ALARMING = ("malicious", "third-party")

LOADED = load_paths([ROOT / "signatures"])
SIGNATURES = {signature.slug: signature for signature in LOADED.signatures}

needs_cases = pytest.mark.skipif(
    not CASES.is_file(), reason=f"{CASES} is not here; TRACELORE_SHARED names the folder that holds seed/"
)


@pytest.fixture(scope="module")
def catalogue() -> Program:
    return compile_signatures(SIGNATURES.values())


def match_text(program: Program, text: str) -> MatchResult:
    return run(program, read_tcpdump(io.BytesIO(text.encode()), ReadReport()))


def observed_by(slug: str) -> dict[str, Signature]:
    """A signature and all that it observes, directly or not."""
    found: dict[str, Signature] = {}
    waiting = [slug]
    while waiting:
        signature = SIGNATURES[waiting.pop()]
        if signature.slug not in found:
            found[signature.slug] = signature
            waiting.extend(watched.signature for watched in signature.observes)
    return found


def own_traces() -> Iterator[object]:
    for slug, signature in sorted(SIGNATURES.items()):
        for number, trace in enumerate(signature.traces, start=1):
            yield pytest.param(slug, trace, id=f"{slug}-{number}")


def founding_cases() -> Iterator[object]:
    if not CASES.is_file():
        return
    with CASES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            expected = frozenset() if row["must_report"] == "-" else frozenset(row["must_report"].split(";"))
            yield pytest.param(row["trace"], expected, row["verdict"], id=row["trace"])


def test_the_catalogue_has_no_fault() -> None:
    assert LOADED.drawn() == []
    assert len(SIGNATURES) == len(LOADED.sources)


@pytest.mark.parametrize(("slug", "trace"), list(own_traces()))
def test_a_signature_does_what_its_traces_say(slug: str, trace: Trace) -> None:
    from dataclasses import replace

    # Alone with what it observes, and not internal: nothing leads before it.
    near = {name: replace(each, internal=each.internal and name != slug) for name, each in observed_by(slug).items()}
    result = match_text(compile_signatures(near.values()), trace.text)
    found = {event.signature for event in (*result.events, *result.displaced)}
    assert (slug in found) == (trace.expect == "match"), trace.title


def check(program: Program, text: str, expected: frozenset[str], verdict: str) -> None:
    events = match_text(program, text).events
    reported = {event.signature for event in events}
    assert expected <= reported
    assert all(SIGNATURES[slug].verdict == verdict for slug in expected)
    assert {slug for slug in reported if SIGNATURES[slug].verdict in ALARMING} <= expected


@needs_cases
@pytest.mark.parametrize(("name", "expected", "verdict"), list(founding_cases()))
def test_each_founding_trace_is_recognised(
    catalogue: Program, name: str, expected: frozenset[str], verdict: str
) -> None:
    check(catalogue, (SHARED / "seed" / "traces" / f"{name}.txt").read_text(), expected, verdict)


_ENDS = re.compile(r"(\S+)\.(\d+) > (\S+)\.(\d+):")


def with_addresses(text: str) -> str:
    """Every host name becomes an address of its own."""
    known: dict[str, str] = {}

    def address(host: str) -> str:
        return known.setdefault(host, f"198.51.{100 + len(known) // 200}.{1 + len(known) % 200}")

    return _ENDS.sub(lambda m: f"{address(m[1])}.{m[2]} > {address(m[3])}.{m[4]}:", text)


def with_other_times(text: str) -> str:
    """Everything happens three hours later (around midnight) and 1.4 times as slowly; not for the one undated case."""

    def later(match: re.Match[str]) -> str:
        hours, minutes, seconds, micros = (int(part) for part in match.groups())
        moment = ((hours * 60 + minutes) * 60 + seconds) * 10**6 + micros
        moment = start + (moment - first) * 14 // 10
        seconds, micros = divmod(moment % (86_400 * 10**6), 10**6)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{micros:06}"

    stamp = re.compile(r"^(\d\d):(\d\d):(\d\d)\.(\d{6})", re.MULTILINE)
    hours, minutes, seconds, micros = (int(part) for part in stamp.findall(text)[0])
    first = ((hours * 60 + minutes) * 60 + seconds) * 10**6 + micros
    start = (first + 3 * 3600 * 10**6) % (86_400 * 10**6)
    return stamp.sub(later, text)


def with_other_ports(text: str) -> str:
    """Ports from 1024 on move up by 3001; those of services stay. A port that a name prints with is left alone."""

    def moved(port: str) -> str:
        number = int(port)
        return port if number < 1024 or number in _SERVICES or number > 62_000 else str(number + 3001)

    return _ENDS.sub(lambda m: f"{m[1]}.{moved(m[2])} > {m[3]}.{moved(m[4])}:", text)


_SERVICES = {6666, 6667, 31337}


@needs_cases
@pytest.mark.parametrize("change", [with_addresses, with_other_times, with_other_ports], ids=lambda each: each.__name__)
@pytest.mark.parametrize(("name", "expected", "verdict"), list(founding_cases()))
def test_changed_forms_are_recognised_too(
    catalogue: Program, name: str, expected: frozenset[str], verdict: str, change: object
) -> None:
    assert callable(change)
    check(catalogue, change((SHARED / "seed" / "traces" / f"{name}.txt").read_text()), expected, verdict)
