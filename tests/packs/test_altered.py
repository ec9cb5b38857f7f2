"""No bit of a signed pack can change, and none can be missing, without its being refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kb.packs.errors import PackError
from kb.packs.pack import Pack, open_pack
from tests.packs.conftest import Workshop

_few = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def good(workshop: Workshop) -> Pack:
    pack = open_pack(workshop.pack(title="Odd SYNs", created="2026-11-26"))
    assert pack.signed_by(workshop.allowed).principal == "ada@example.org"
    return pack


def refused(data: bytes, allowed: Path) -> bool:
    """Whether a pack is refused: it is no pack, or its signature does not fit."""
    try:
        signer = open_pack(data).signed_by(allowed)
    except PackError:
        return True
    return signer.standing != "trusted"


@_few
@given(data=st.data())
def test_any_flipped_bits_are_refused(data: st.DataObject, good: Pack, workshop: Workshop) -> None:
    altered = bytearray(good.data)
    places = data.draw(st.sets(st.integers(0, 8 * len(altered) - 1), min_size=1, max_size=4))
    for place in places:
        altered[place // 8] ^= 1 << place % 8
    assert refused(bytes(altered), workshop.allowed)


def test_any_flipped_bit_of_what_is_signed_and_of_the_signature_is_refused(good: Pack, workshop: Workshop) -> None:
    """These bytes pass the reader more often than others: for each of them, one bit."""
    for name in ("manifest.json", "manifest.json.sig"):
        start = good.data.index(good.members[name])
        for at in range(start, start + len(good.members[name]), 3):
            altered = bytearray(good.data)
            altered[at] ^= 1 << at % 7
            assert refused(bytes(altered), workshop.allowed), at


@_few
@given(data=st.data())
def test_any_cut_is_refused(data: st.DataObject, good: Pack, workshop: Workshop) -> None:
    start = data.draw(st.integers(0, len(good.data)))
    end = data.draw(st.integers(start, len(good.data)))
    altered = good.data[:start] + good.data[end:]
    assert refused(altered, workshop.allowed) == (altered != good.data)


@_few
@given(place=st.integers(0, 20), more=st.binary(min_size=1, max_size=600))
def test_anything_put_between_is_refused(place: int, more: bytes, good: Pack, workshop: Workshop) -> None:
    at = min(512 * place, len(good.data))
    assert refused(good.data[:at] + more + good.data[at:], workshop.allowed)
