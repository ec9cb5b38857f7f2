"""Work done ahead: order, errors, and an end when nobody wants more."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

pytest.importorskip("numba")

from matcher.compiled.pipeline import ahead


def names() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_the_pieces_come_in_their_order() -> None:
    assert list(ahead(range(1000))) == list(range(1000))


def test_an_error_is_raised_behind_the_pieces_before_it() -> None:
    def pieces() -> Iterator[int]:
        yield 1
        yield 2
        raise OSError("gone")

    found = ahead(pieces())
    assert [next(found), next(found)] == [1, 2]
    with pytest.raises(OSError, match="gone"):
        next(found)


def test_only_a_few_pieces_wait() -> None:
    made = []

    def pieces() -> Iterator[int]:
        for number in range(10_000):
            made.append(number)
            yield number

    found = ahead(pieces())
    next(found)
    time.sleep(0.05)
    assert len(made) < 20
    found.close()  # type: ignore[attr-defined]
    assert "tracelore-reading" not in names()


def test_the_thread_ends_with_the_iterator() -> None:
    def take() -> None:
        for piece in ahead(iter(int, 1)):  # endless
            raise KeyError(piece)

    with pytest.raises(KeyError):
        take()
    assert "tracelore-reading" not in names()


def test_who_goes_away_stops_what_the_thread_waits_for() -> None:
    """And only then: what has ended by itself may be gone on with."""
    gone = threading.Event()

    def pieces() -> Iterator[int]:
        yield 1
        gone.wait(60)

    found = ahead(pieces(), gone.set)
    assert next(found) == 1
    found.close()  # type: ignore[attr-defined]
    assert gone.is_set()

    def failing() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    gone.clear()
    assert list(ahead(range(3), gone.set)) == [0, 1, 2]
    with pytest.raises(OSError, match="gone"):
        list(ahead(failing(), gone.set))
    assert not gone.is_set()
