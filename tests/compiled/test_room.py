"""Little memory: what was given back is put together, what is open ends early, and a run never ends with an error."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compile import compile_signatures
from matcher.compiled import engine, executor
from matcher.compiled import layout as at
from matcher.compiled.archive import Archive
from matcher.compiled.engine import Engine
from matcher.compiled.executor import run_capture
from matcher.compiled.room import RESERVE, Room, list_free
from matcher.event import MatchOptions
from tests.compiled.frames import pcap_bytes, tcp_frame
from tests.compiled.test_memory import _give_back, _take
from tests.matcher.building import compiled, signatures

FIXED = at.H_HEADER
WORDS = 8 * RESERVE
SMALL_BLOCKS = st.lists(st.tuples(st.integers(2, 700), st.booleans()), max_size=80)


@given(SMALL_BLOCKS)
@settings(max_examples=40, deadline=None)
def test_memory_that_is_put_together_is_all_that_was_free(blocks: list[tuple[int, bool]]) -> None:
    """Blocks of so many words, of which some are given back."""
    heap = np.full(WORDS, -1, np.int64)
    heap[:FIXED] = 0
    room = Room(heap, FIXED, WORDS)
    taken = [(int(_take(heap, words)), words, is_free) for words, is_free in blocks]
    for number, (block, words, _) in enumerate(taken):
        heap[block : block + words] = number
    for block, words, is_free in taken:
        if is_free:
            _give_back(heap, block, words)
    heap[at.H_NEXT] = heap[at.H_LIMIT] - RESERVE  # as if the rest had been used, and is
    assert room.is_tight
    room.more()
    free = np.zeros(200_000, np.int64)
    count = int(list_free(heap, free))
    listed = [(block >> 32, block & 0xFFFF_FFFF) for block in free[:count].tolist()]
    is_free_word = np.zeros(WORDS, np.int64)
    for block, words in [*listed, (int(heap[at.H_NEXT]), int(heap[at.H_LIMIT] - heap[at.H_NEXT]))]:
        is_free_word[block : block + words] += 1
    assert is_free_word.max(initial=0) <= 1
    for number, (block, words, is_free) in enumerate(taken):
        if not is_free:
            assert not is_free_word[block : block + words].any()
            assert (heap[block : block + words] == number).all()
    assert heap[at.H_WAITING] == sum(words for _, words in listed)


def test_large_blocks_come_from_small_ones_that_lay_together() -> None:
    heap = np.full(WORDS + RESERVE, -1, np.int64)
    heap[:FIXED] = 0
    room = Room(heap, FIXED, WORDS)
    blocks = [int(_take(heap, 20)) for _ in range((WORDS - FIXED - RESERVE) // 20)]
    for block in blocks[1_000:11_000]:
        _give_back(heap, block, 20)
    assert room.is_tight
    room.more()
    heap[at.H_NEXT] = heap[at.H_LIMIT]  # as if the rest had been used
    large = [int(_take(heap, 700)) for _ in range(150)]
    assert {blocks[1_000] <= block < blocks[11_000] for block in large} == {True}
    small = [int(_take(heap, 20)) for _ in range(2_000)]
    taken = np.zeros(WORDS, np.int64)
    for place, words in [*((block, 1_024) for block in large), *((block, 20) for block in small)]:
        taken[place : place + words] += 1
    assert taken.max() == 1


FLOOD = """
signature opened { internal packet syn { tcp; flags == SYN } event by src, sport, dst, dport gap 30s }
signature many {
  packet answer { tcp; flags == ACK }
  observe opened as one
  event by src gap 60s having count(one) >= 3 and count(answer) == 0
}
signature pair { packet syn { tcp; flags == SYN } event by src, dport gap 60s having count() >= 2 }
"""


@pytest.mark.parametrize("keys", [4_000_000, 20_000])
def test_a_flood_in_little_memory(keys: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "flood.pcap"
    frames = [tcp_frame(0x0A000000 + each, 1, 2 if each % 3 else 16) for each in range(200_000)]
    frames += [tcp_frame(0xC0000201, 1000 + each, 2) for each in range(5)]
    path.write_bytes(pcap_bytes(frames, step_ms=1))
    engines: list[Engine] = []

    def small(plan: object, nodes: int) -> Engine:
        engines.append(Engine(plan, nodes, words=6 * RESERVE))  # type: ignore[arg-type]
        return engines[-1]

    monkeypatch.setattr(executor, "Engine", small)
    result = executor.run_capture(compiled(FLOOD), str(path), MatchOptions(vantage="telescope", keys=keys))
    assert result.evicted > 10_000
    assert {event.signature for event in result.events} == {"pair", "many"}
    heap = engines[0].heap
    assert heap[at.H_LIMIT] <= 6 * RESERVE
    assert heap[at.H_NODES] == 0


STORM = """
signature opened { internal packet syn { tcp; flags == SYN } event by src, sport, dst, dport gap 3000s }
signature asked { observe opened as one event by src, dst gap 3000s having count(one) >= 2 }
signature swept { observe opened as one event by dst gap 3000s having count(one) >= 1000 }
"""


def test_events_that_wait_meanwhile_do_not_take_all_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each packet becomes an event after a minute, which takes more memory and waits: there is no room for that."""
    path = tmp_path / "storm.pcap"
    path.write_bytes(pcap_bytes([tcp_frame(0x0A000000 + each, 1, 2) for each in range(300_000)], step_ms=1))
    words, engines = 8 * RESERVE, []

    def small(plan: object, nodes: int) -> Engine:
        engines.append(Engine(plan, nodes, words=words))  # type: ignore[arg-type]
        return engines[-1]

    monkeypatch.setattr(executor, "Engine", small)
    program = compiled(STORM.replace("3000s", "60s"))
    result = executor.run_capture(program, str(path), MatchOptions(vantage="telescope", tally=False))
    assert {event.signature for event in result.events} == {"swept"}
    assert engines[0].heap[at.H_SPARE] - words <= words


def test_events_that_wait_at_the_end_do_not_take_all_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of very many events waits for two others, and all of them are known only when the capture ends."""
    path = tmp_path / "storm.pcap"
    path.write_bytes(pcap_bytes([tcp_frame(0x0A000000 + each, 1, 2) for each in range(80_000)], step_ms=1))
    engines: list[Engine] = []
    most: list[int] = []

    def small(plan: object, nodes: int) -> Engine:
        engines.append(Engine(plan, nodes, words=6 * RESERVE))  # type: ignore[arg-type]
        return engines[-1]

    def ended(self: Engine, *arguments: int) -> tuple[int, bool]:
        found = end(self, *arguments)
        most.append(int(self.heap[at.H_SPARE]))
        return found

    end = Engine._end
    monkeypatch.setattr(executor, "Engine", small)
    monkeypatch.setattr(Engine, "_end", ended)
    result = executor.run_capture(compiled(STORM), str(path), MatchOptions(vantage="telescope"))
    assert {event.signature for event in result.events} == {"swept"}
    assert sum(event.packets for event in result.events) > 70_000
    assert engines[0].evicted > 10_000
    assert max(most) < 6 * RESERVE + (5 << 20)


def test_events_go_to_an_archive_and_are_the_same_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With so many signatures that those which match an event are a list."""
    chance = Random(3)
    frames = [tcp_frame(chance.randrange(40), chance.randrange(4), chance.choice((2, 16))) for _ in range(3_000)]
    path = tmp_path / "frames.pcap"
    path.write_bytes(pcap_bytes(frames, step_ms=700))
    text = "signature s{} {{ packet p {{ dport == {} }} event by src gap 1s }}"
    spare = [each for number in range(70) for each in signatures(text.format(number, number))]
    for program in (compiled(FLOOD), compile_signatures([*signatures(FLOOD), *spare])):
        expected = run_capture(program, str(path), MatchOptions(vantage="telescope"))
        assert len(expected.events) > 20
        for in_memory in (100_000, 50):
            monkeypatch.setattr(engine, "Archive", partial(Archive, in_memory))
            monkeypatch.setattr(engine, "_FOUND", 5)
            found = run_capture(program, str(path), MatchOptions(vantage="telescope"))
            assert list(found.events) == list(expected.events)
            assert list(found.displaced) == list(expected.displaced)
