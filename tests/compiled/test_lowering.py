"""Subscripts in kernels: what is inside is read and written as NumPy does, and everything else is an error."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("numba")

from matcher.compiled.jit import Scalar, inlined, lean, lean_part

Ints = npt.NDArray[np.int64]


@lean
def _read(numbers: Ints, at: Scalar) -> Scalar:
    return numbers[at]


@lean
def _write(numbers: Ints, at: Scalar, value: Scalar) -> None:
    numbers[at] = value


@lean
def _add(table: Ints, row: Scalar, column: Scalar, value: Scalar) -> Scalar:
    table[row, column] += value
    return table[row, column]


@lean_part
def _part(numbers: Ints, at: Scalar) -> Scalar:
    return numbers[at]


@inlined
def _put_in(numbers: Ints, at: Scalar) -> Scalar:
    return numbers[at + 1]


@lean
def _by_parts(numbers: Ints, at: Scalar) -> Scalar:
    return _part(numbers, at) + _put_in(numbers, at)


_AROUND = st.integers(-12, 12) | st.sampled_from([-(1 << 63), (1 << 63) - 1])


@settings(deadline=None)  # the first call compiles
@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1), max_size=9), _AROUND, st.integers(-5, 5))
def test_an_element_of_a_row(values: list[int], at: int, value: int) -> None:
    numbers = np.array(values, np.int64)
    if 0 <= at < len(values):
        assert _read(numbers, at) == values[at]
        _write(numbers, at, value)
        values[at] = value
    else:
        with pytest.raises(IndexError):
            _read(numbers, at)
        with pytest.raises(IndexError):
            _write(numbers, at, value)
    assert numbers.tolist() == values


@settings(deadline=None)  # the first call compiles
@given(st.integers(0, 4), st.integers(0, 4), _AROUND, _AROUND, st.integers(-5, 5))
def test_an_element_of_a_table(rows: int, columns: int, row: int, column: int, value: int) -> None:
    table = np.arange(rows * columns, dtype=np.int64).reshape(rows, columns)
    expected = table.copy()
    if 0 <= row < rows and 0 <= column < columns:
        expected[row, column] += value
        assert _add(table, row, column, value) == expected[row, column]
    else:
        with pytest.raises(IndexError):
            _add(table, row, column, value)
    assert (table == expected).all()


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.int32, np.uint32, np.uint64, np.float64])
def test_numbers_of_any_width(kind: type) -> None:
    numbers = np.array([0, 1, 250], kind)
    assert _read(numbers, 2) == 250
    _write(numbers, 1, 7)
    assert numbers.tolist() == [0, 7, 250]
    with pytest.raises(IndexError):
        _read(numbers, 3)


@pytest.mark.parametrize("kind", [np.uint8, np.int32, np.uint32, np.uint64])
def test_subscripts_of_any_width(kind: type) -> None:
    numbers = np.arange(3, dtype=np.int64)
    assert _read(numbers, kind(2)) == 2
    with pytest.raises(IndexError):
        _read(numbers, kind(np.iinfo(kind).max))


def test_parts_are_checked_too() -> None:
    numbers = np.arange(3, dtype=np.int64)
    assert _by_parts(numbers, 1) == 3
    for outside in (-1, 2, 3):
        with pytest.raises(IndexError):
            _by_parts(numbers, outside)


def test_rows_that_are_not_together() -> None:
    """Numba's own way is taken there."""
    numbers = np.arange(9, dtype=np.int64)[::3]
    assert [_read(numbers, at) for at in range(3)] == [0, 3, 6]
    with pytest.raises(IndexError):
        _read(numbers, 3)
