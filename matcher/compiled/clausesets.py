"""Sets of clauses as bit vectors in pages, each different page and set kept once.

A set is a row: a *summary* with a bit for each 64-bit word that is not empty, and the pages that hold the words. The
summaries are ANDed first (aggregated bit vectors: Baboescu & Varghese 2001). Up to 64 clauses need no second level:
their summary is the one word itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["PAGE", "ClauseSets", "Part"]

Ints = npt.NDArray[np.int64]
Words = npt.NDArray[np.uint64]

PAGE: Final = 8  # words of a page: one line of the cache
_BIT: Final = 64


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a set: which words, what is in them, and which pages these are on."""

    places: Ints
    words: Words
    pages: tuple[int, ...]


class ClauseSets:
    """Rows under construction.

    Attributes:
        clauses: How many clauses there are.
        pages: Pages of a row.
        is_large: Whether the summary is a level of its own.
    """

    def __init__(self, clauses: int) -> None:
        self.clauses = clauses
        self.pages = max(1, -(-clauses // (_BIT * PAGE)))
        self.is_large = clauses > _BIT
        self._page_numbers: dict[bytes, int] = {}
        self._row_numbers: dict[bytes, int] = {}
        self._words_of: dict[int, Words] = {}

    def words(self, numbers: Iterable[int] = ()) -> Words:
        """A set as uint64 words, whole pages of them."""
        bits = np.zeros(self.pages * PAGE * _BIT, np.uint8)
        bits[list(numbers)] = 1
        return np.packbits(bits, bitorder="little").view("<u8").astype(np.uint64)

    def row(self, words: Words) -> int:
        """The number of the row that is this set."""
        pages = np.array([self._page(words, page) for page in range(self.pages)], np.int32)
        return self._row(pages)

    def rows(self, words: Words, changes: Iterable[list[Part]]) -> list[int]:
        """The rows of a set that changes step by step: `changes` has the parts that come or go at each."""
        words = words.copy()
        pages = np.array([self._page(words, page) for page in range(self.pages)], np.int32)
        found = []
        for parts in changes:
            for part in parts:
                words[part.places] ^= part.words
            for page in {page for part in parts for page in part.pages}:
                pages[page] = self._page(words, page)
            found.append(self._row(pages))
        return found

    def part(self, clauses: Sequence[int]) -> Part:
        """These clauses, as something that comes or goes together."""
        numbers = np.array(clauses)
        places = np.unique(numbers // _BIT)
        words = np.zeros(len(places), np.uint64)
        ones = np.uint64(1) << (numbers % _BIT).astype(np.uint64)
        np.bitwise_or.at(words, np.searchsorted(places, numbers // _BIT), ones)
        return Part(places, words, tuple(set((places // PAGE).tolist())))

    def row_words(self, row: int) -> Words:
        """The words of a row, back from its pages."""
        if row not in self._words_of:
            key = list(self._row_numbers)[row]
            self._words_of[row] = self.all_pages()[np.frombuffer(key, np.int32)].ravel()
        return self._words_of[row]

    def all_pages(self) -> Words:
        """uint64[pages, PAGE]."""
        return np.frombuffer(b"".join(self._page_numbers), np.uint64).reshape(-1, PAGE)

    def all_rows(self) -> npt.NDArray[np.int32]:
        """int32[rows, pages of a row]: numbers of pages."""
        return np.frombuffer(b"".join(self._row_numbers), np.int32).reshape(-1, self.pages)

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

    def _page(self, words: Words, page: int) -> int:
        key = words[page * PAGE : (page + 1) * PAGE].tobytes()
        return self._page_numbers.setdefault(key, len(self._page_numbers))

    def _row(self, pages: npt.NDArray[np.int32]) -> int:
        return self._row_numbers.setdefault(pages.tobytes(), len(self._row_numbers))
