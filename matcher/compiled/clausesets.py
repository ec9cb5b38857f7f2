"""Sets of clauses as bit vectors in pages, each different page and set kept once.

A set is a row: a *summary* with a bit for each 64-bit word that is not empty, and the pages that hold the words. The
summaries are ANDed first (aggregated bit vectors: Baboescu & Varghese 2001). Up to 64 clauses need no second level:
their summary is the one word itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

from matcher.classify import bits_of

__all__ = ["PAGE", "ClauseSets", "Part"]

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]
Part = list[tuple[int, int]]  # of a set: a page, and the bits of the set in it

PAGE: Final = 8  # words of a page: one line of the cache
_BIT: Final = 64
_PAGE_BITS: Final = _BIT * PAGE
_IN_PAGE: Final = (1 << _PAGE_BITS) - 1


class ClauseSets:
    """Rows under construction. Until then a set is an integer with a bit for each clause.

    Attributes:
        clauses: How many clauses there are.
        pages: Pages of a row.
        is_large: Whether the summary is a level of its own.
    """

    def __init__(self, clauses: int) -> None:
        self.clauses = clauses
        self.pages = max(1, -(-clauses // _PAGE_BITS))
        self.is_large = clauses > _BIT
        self._page_numbers: dict[int, int] = {}
        self._row_numbers: dict[tuple[int, ...], int] = {}
        self._bits_of: dict[int, int] = {}

    @property
    def everything(self) -> int:
        """The set of all clauses."""
        return (1 << self.clauses) - 1

    def part(self, numbers: Iterable[int]) -> Part:
        """These clauses, as something that comes or goes together."""
        found: dict[int, int] = {}
        for number in numbers:
            page, bit = divmod(number, _PAGE_BITS)
            found[page] = found.get(page, 0) | 1 << bit
        return list(found.items())

    def bits(self, numbers: Iterable[int]) -> int:
        """The set of these clauses."""
        return bits_of(numbers, self.clauses)

    def row(self, bits: int) -> int:
        """The number of the row that is this set."""
        return self._row([self._page(bits >> page * _PAGE_BITS & _IN_PAGE) for page in range(self.pages)])

    def rows(self, bits: int, changes: Iterable[list[Part]]) -> list[int]:
        """The rows of a set that changes step by step: `changes` has the parts that come or go at each."""
        pages = [bits >> page * _PAGE_BITS & _IN_PAGE for page in range(self.pages)]
        numbers = [self._page(page) for page in pages]
        found = []
        for parts in changes:
            changed = set()
            for part in parts:
                for page, own in part:
                    pages[page] ^= own
                    changed.add(page)
            for page in changed:
                numbers[page] = self._page(pages[page])
            found.append(self._row(numbers))
        return found

    def row_bits(self, row: int) -> int:
        """The set that a row is."""
        if row not in self._bits_of:
            pages = list(self._page_numbers)
            numbers = list(self._row_numbers)[row]
            self._bits_of[row] = sum(pages[number] << at * _PAGE_BITS for at, number in enumerate(numbers))
        return self._bits_of[row]

    def words(self, bits: int) -> Words:
        """A set as uint64 words, whole pages of them."""
        return np.frombuffer(bits.to_bytes(self.pages * PAGE * 8, "little"), "<u8").astype(np.uint64)

    def all_pages(self) -> Words:
        """uint64[pages, PAGE]."""
        data = b"".join(page.to_bytes(PAGE * 8, "little") for page in self._page_numbers)
        return np.frombuffer(data, "<u8").astype(np.uint64).reshape(-1, PAGE)

    def all_rows(self) -> npt.NDArray[np.int32]:
        """int32[rows, pages of a row]: numbers of pages."""
        return np.array(list(self._row_numbers), np.int32).reshape(-1, self.pages)

    def summaries(self) -> Ints:
        """int64[rows, summary words]."""
        pages = self.all_pages()
        rows = self.all_rows()
        if not self.is_large:
            return np.array(pages[rows[:, 0], 0].view(np.int64).reshape(-1, 1))
        per_page = np.packbits(pages != 0, axis=1, bitorder="little")[:, 0]  # a byte of summary for each page
        summary = np.zeros((len(rows), -(-self.pages // 8) * 8), np.uint8)
        summary[:, : self.pages] = per_page[rows]
        return np.asarray(summary.view("<i8"), np.int64)

    def _page(self, bits: int) -> int:
        return self._page_numbers.setdefault(bits, len(self._page_numbers))

    def _row(self, pages: list[int]) -> int:
        return self._row_numbers.setdefault(tuple(pages), len(self._row_numbers))
