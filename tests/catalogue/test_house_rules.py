"""What a signature owes its readers, asked of every one.

`docs/contributing-signatures.md` says the same in prose, as the list that a reviewer goes through.
"""

from __future__ import annotations

import re

import pytest

from sigdsl.model import Signature
from tests.catalogue.judging import is_accusation
from tests.catalogue.loaded import program, signatures

PUBLIC = sorted(slug for slug, signature in signatures().items() if not signature.internal)
ORIGINS = {"observed", "synthetic"}

# Who is called malicious with high confidence is accused. The packets must say at least what one 16-bit field with one
# value says, once in 65,536: the bits of one packet, as often as the event wants packets.
LEAST_BITS = 16
LEAST_SIGNATURES = 100


def test_there_are_a_hundred_and_more() -> None:
    assert len(PUBLIC) >= LEAST_SIGNATURES


@pytest.fixture(params=sorted(signatures()))
def signature(request: pytest.FixtureRequest) -> Signature:
    """Each signature, internal ones too."""
    return signatures()[request.param]


@pytest.fixture(params=PUBLIC)
def reported(request: pytest.FixtureRequest) -> Signature:
    """Each signature whose events are reported."""
    return signatures()[request.param]


def test_it_says_what_it_is(signature: Signature) -> None:
    assert signature.section("bottom-line")
    assert signature.title
    assert signature.category
    assert (signature.authors, signature.licence) == (("TraceLore project",), "CC-BY-4.0")
    assert signature.created
    assert signature.era or signature.internal


def test_it_proves_itself_on_traces(signature: Signature) -> None:
    assert {trace.expect for trace in signature.traces} == {"match", "no-match"}
    assert {trace.provenance for trace in signature.traces} <= ORIGINS
    assert len({trace.text.strip() for trace in signature.traces}) == len(signature.traces)


def test_it_names_its_sources(signature: Signature) -> None:
    assert signature.references
    assert any(reference.url for reference in signature.references), "no reader can follow any of them"


def test_it_admits_doubt(reported: Signature) -> None:
    assert reported.false_positives or reported.blind_spots
    assert len(reported.hypotheses) >= 2
    assert all(reading.test for reading in reported.hypotheses)
    assert all(reading.because or reading.against for reading in reported.hypotheses)
    assert len({reading.title for reading in reported.hypotheses}) == len(reported.hypotheses)
    verdicts = {reading.verdict for reading in reported.hypotheses}
    assert reported.verdict in verdicts or (reported.verdict == "unknown" and len(verdicts) > 1)


@pytest.mark.parametrize("slug", [slug for slug in PUBLIC if is_accusation(slug)])
def test_it_accuses_nobody_lightly(slug: str) -> None:
    compiled = next(each for each in program().signatures if each.slug == slug)
    wanted = [int(number) for number in re.findall(r"(?:count|distinct)\([^()]*\) >= (\d+)", compiled.having_text)]
    packets = max(wanted, default=1)
    assert compiled.bits * packets >= LEAST_BITS, f"{compiled.bits} bits, {packets} packets"
