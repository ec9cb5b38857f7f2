"""How many packets are in an event, each counted once, in memory that does not grow with the number of packets.

Packets that joined the very same episodes share a cell, which is only a number. When an episode turns out to be an
event, the numbers of its cells are counted and set to zero.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Cell", "Tally"]


class Cell:
    """Packets with the same owners (open episodes, or observations that wait for theirs)."""

    __slots__ = ("count", "key", "owners")

    def __init__(self, key: tuple[int, ...], count: int, owners: int) -> None:
        self.key = key
        self.count = count
        self.owners = owners


class Tally:
    """Counts packets that are in events."""

    __slots__ = ("_cells", "explained")

    def __init__(self) -> None:
        self._cells: dict[tuple[int, ...], Cell] = {}
        self.explained = 0

    def private(self, owners: int) -> Cell:
        """A cell for one packet of which some owners are not known yet."""
        return Cell((), 1, owners)

    def shared(self, owners: tuple[int, ...], count: int = 1) -> tuple[Cell, bool]:
        """The cell of the packets of these episodes, with so many more; and whether it is new to them."""
        cell = self._cells.get(owners)
        is_new = cell is None
        if cell is None:
            cell = self._cells[owners] = Cell(owners, 0, len(owners))
        cell.count += count
        return cell, is_new

    def explain(self, cells: Iterable[Cell]) -> None:
        """The packets of these cells are in an event."""
        for cell in cells:
            self.explained += cell.count
            cell.count = 0

    def release(self, cells: Iterable[Cell], heirs: int) -> None:
        """An owner is gone, or has passed its packets on to so many others."""
        for cell in cells:
            cell.owners += heirs - 1
            self._cells.pop(cell.key, None)
