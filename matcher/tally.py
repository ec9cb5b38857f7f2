"""How many packets are in an event, each counted once, in memory that does not grow with the number of packets.

Packets that joined the very same episodes share a cell, which is only a number. When an episode turns out to be an
event, the numbers of its cells are counted and set to zero.

With labels a cell also keeps which packets these are, so that memory grows with the packets that match (8 bytes each,
and 8 more for each event that has it); what episodes that are no events have kept is forgotten with them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable

__all__ = ["Cell", "Tally"]


class Cell:
    """Packets with the same owners (open episodes, or observations that wait for theirs)."""

    __slots__ = ("count", "frames", "key", "owners")

    def __init__(self, key: tuple[int, ...], count: int, owners: int) -> None:
        self.key = key
        self.count = count
        self.owners = owners
        self.frames: array[int] | None = None  # with labels, once there are any


class Tally:
    """Counts packets that are in events; with labels, it remembers their frames as well."""

    __slots__ = ("_cells", "_labels", "explained")

    def __init__(self, labels: bool = False) -> None:
        self._cells: dict[tuple[int, ...], Cell] = {}
        self._labels = labels
        self.explained = 0

    def private(self, owners: int, frames: Iterable[int]) -> Cell:
        """A cell for one packet of which some owners are not known yet."""
        return self._with(Cell((), 1, owners), frames)

    def shared(self, owners: tuple[int, ...], frames: Iterable[int] | None, count: int = 1) -> tuple[Cell, bool]:
        """The cell of the packets of these episodes, with so many more; and whether it is new to them."""
        cell = self._cells.get(owners)
        is_new = cell is None
        if cell is None:
            cell = self._cells[owners] = Cell(owners, 0, len(owners))
        cell.count += count
        if self._labels:
            self._with(cell, frames)
        return cell, is_new

    def _with(self, cell: Cell, frames: Iterable[int] | None) -> Cell:
        if self._labels and frames is not None:
            if cell.frames is None:
                cell.frames = array("Q")
            cell.frames.extend(frames)
        return cell

    def explain(self, cells: Iterable[Cell]) -> None:
        """The packets of these cells are in an event."""
        for cell in cells:
            self.explained += cell.count
            cell.count = 0

    def labels(self, cells: Iterable[Cell]) -> array[int] | None:
        """The frames of all packets of these cells, each once and in order; None without labels."""
        if not self._labels:
            return None
        return array("Q", sorted({frame for cell in cells for frame in cell.frames or ()}))

    def release(self, cells: Iterable[Cell], heirs: int) -> None:
        """An owner is gone, or has passed its packets on to so many others."""
        for cell in cells:
            cell.owners += heirs - 1
            self._cells.pop(cell.key, None)
