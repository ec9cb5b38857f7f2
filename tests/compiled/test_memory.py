"""Blocks of the heap, and the table of nodes, against lists and dictionaries."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compiled import layout as at
from matcher.compiled.jit import Scalar, lean
from matcher.compiled.memory import give_back, grown, take_block
from matcher.compiled.slots import find_slot, move_slots, node_in, remove_slot, slot_word

Ints = npt.NDArray[np.int64]

WORDS = 1 << 16


@lean
def _take(heap: Ints, words: Scalar) -> Scalar:
    return take_block(heap, words)


@lean
def _give_back(heap: Ints, block: Scalar, words: Scalar) -> None:
    give_back(heap, block, words)


@lean
def _grow(heap: Ints, block: Scalar, words: Scalar, more: Scalar) -> Scalar:
    return grown(heap, block, words, more)


@lean
def _find(heap: Ints, table: Ints, print_: Scalar) -> Scalar:
    return find_slot(heap, table, print_)


@lean
def _insert(heap: Ints, table: Ints, print_: Scalar, node: Scalar) -> None:
    table[find_slot(heap, table, print_)] = slot_word(print_, node)


@lean
def _remove(table: Ints, print_: Scalar, node: Scalar) -> None:
    remove_slot(table, slot_word(print_, node))


@lean
def _node(word: Scalar) -> Scalar:
    return node_in(word)


def new_heap(words: int = WORDS) -> Ints:
    heap = np.full(words, -1, np.int64)
    heap[: at.H_HEADER] = 0
    heap[at.H_NEXT], heap[at.H_LIMIT] = at.H_HEADER, words
    return heap


SIZES = st.one_of(st.integers(2, 12), st.sampled_from((510, 511, 512, 513, 700, 1024, 1025)))
STEPS = st.lists(st.one_of(SIZES, st.integers(-40, -1)), max_size=120)


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_blocks_in_use_keep_what_is_in_them(steps: list[int]) -> None:
    """A positive step takes a block of so many words, a negative one gives one back."""
    heap = new_heap(1 << 18)
    blocks: list[tuple[int, int, int]] = []
    for number, step in enumerate(steps):
        if step > 0:
            block = int(_take(heap, step))
            heap[block : block + step] = number
            blocks.append((block, step, number))
        elif blocks:
            block, words, mark = blocks.pop(step % len(blocks))
            assert set(heap[block : block + words].tolist()) == {mark}
            _give_back(heap, block, words)
        for block, words, mark in blocks:
            assert set(heap[block : block + words].tolist()) == {mark}


@given(st.integers(2, 40), st.integers(1, 60))
@settings(max_examples=30, deadline=None)
def test_what_was_given_back_is_taken_before_new_memory(words: int, count: int) -> None:
    heap = new_heap()
    blocks = [int(_take(heap, words)) for _ in range(count)]
    used = int(heap[at.H_NEXT])
    for block in blocks:
        _give_back(heap, block, words)
    assert sorted(int(_take(heap, words)) for _ in range(count)) == sorted(blocks)
    assert heap[at.H_NEXT] == used
    assert _take(heap, words) == used


@given(st.lists(st.integers(2, 600), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_block_takes_little_more_than_was_asked_for(sizes: list[int]) -> None:
    heap = new_heap(1 << 18)
    for words in sizes:
        before = int(heap[at.H_NEXT])
        _take(heap, words)
        taken = int(heap[at.H_NEXT]) - before
        assert words <= taken < words + 4 or words > 508 and taken == 1 << (words - 1).bit_length()


def test_a_grown_block_has_the_same_contents() -> None:
    heap = new_heap()
    block = int(_take(heap, 5))
    heap[block : block + 5] = (1, 2, 3, 4, 5)
    larger = int(_grow(heap, block, 5, 9))
    assert heap[larger : larger + 5].tolist() == [1, 2, 3, 4, 5]
    assert _take(heap, 5) == block


def test_memory_that_is_used_up_is_an_error() -> None:
    heap = new_heap(at.H_HEADER + 12)
    _take(heap, 10)  # as many as are divided by four
    with pytest.raises(MemoryError):
        _take(heap, 2)


# Few upper halves, so that keys are in each other's way, and differ in the lower half only.
PRINTS = st.builds(lambda upper, lower: upper << 32 | lower, st.integers(-9, 9), st.integers(1, 3))


@given(st.lists(st.tuples(st.booleans(), PRINTS), max_size=80))
@settings(max_examples=100, deadline=None)
def test_the_table_finds_what_a_dictionary_finds(steps: list[tuple[bool, int]]) -> None:
    heap, table, known = new_heap(), np.zeros(128, np.int64), dict[int, int]()
    for is_removal, print_ in steps:
        if is_removal and print_ in known:
            _remove(table, print_, known.pop(print_))
        elif print_ not in known:
            known[print_] = node = int(_take(heap, at.N_WORDS))
            heap[node + at.N_PRINT] = print_
            _insert(heap, table, print_, node)
        for each in {print_ for _, print_ in steps}:
            assert _node(table[_find(heap, table, each)]) == known.get(each, 0)
    larger = np.zeros(256, np.int64)
    move_slots(table, larger)
    for each in {print_ for _, print_ in steps}:
        assert _node(larger[_find(heap, larger, each)]) == known.get(each, 0)
