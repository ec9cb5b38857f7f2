"""Lines of very many events are made by two processes: the same lines, whatever becomes of the second."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator
from dataclasses import replace

import pytest

from matcher.event import Event
from tracelore.results import halves
from tracelore.results.halves import lines_of


def events(count: int) -> list[Event]:
    event = Event("", "s", 1, (), 0, 0, 1, {}, {}, (), True, (), (), 0, (), "")
    return [replace(event, id=str(number)) for number in range(count)]


def line(event: Event) -> str:
    return f"{event.id}\n"


def from_here(event: Event) -> str:
    """Says which process made it."""
    return f"{os.getpid()}\n"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "BLOCK", 10)
    monkeypatch.setattr(halves, "FEWEST", 40)


@pytest.mark.parametrize("count", [0, 1, 39, 40, 41, 50, 55, 60, 119, 120, 121, 1_000])
def test_all_lines_come_in_their_order(small: None, count: int) -> None:
    assert "".join(lines_of(events(count), line)) == "".join(f"{number}\n" for number in range(count))


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core")
def test_two_processes_make_them(small: None) -> None:
    made = "".join(lines_of(events(201), from_here)).split()
    blocks = [set(made[at : at + 10]) for at in range(0, 201, 10)]
    assert blocks[::2] == [{str(os.getpid())}] * 11
    ((other,),) = {tuple(block) for block in blocks[1::2]}
    assert other != str(os.getpid())


def killed_at(number: int, parent: int) -> Callable[[Event], str]:
    def made(event: Event) -> str:
        if event.id == str(number) and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return line(event)

    return made


@pytest.mark.parametrize("number", [15, 55, 195])
def test_nothing_is_lost_when_the_second_is_killed(small: None, number: int) -> None:
    made = "".join(lines_of(events(200), killed_at(number, os.getpid())))
    assert made == "".join(f"{number}\n" for number in range(200))


def test_what_fails_there_fails_here(small: None) -> None:
    def failing(event: Event) -> str:
        if event.id == "15":
            raise ValueError("no line")
        return line(event)

    with pytest.raises(ValueError, match="no line"):
        list(lines_of(events(200), failing))


def test_who_stops_reading_waits_for_nobody(small: None) -> None:
    lines = lines_of(events(1_000), line)
    assert next(lines).startswith("0\n")
    assert isinstance(lines, Generator)
    lines.close()
    assert not halves._inherited
