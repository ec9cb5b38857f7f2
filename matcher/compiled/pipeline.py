"""Work done ahead by another thread, a few pieces at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

__all__ = ["ahead"]

T = TypeVar("T")

_PIECES: Final = 4  # that wait at most
_PATIENCE: Final = 0.1  # seconds between two looks at whether anybody still wants more


class _End:
    """What comes behind the last piece: the error that ended the work, if any."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


def ahead(pieces: Iterable[T], stop: Callable[[], None] = lambda: None) -> Iterator[T]:
    """The pieces in their order, made by a thread that ends with this iterator. What it raises is raised here.

    `stop` is called where nobody wants what is left: it ends what may keep the thread waiting.
    """
    waiting: queue.Queue[T | _End] = queue.Queue(_PIECES)
    is_wanted = is_left = True

    def put(piece: T | _End) -> bool:
        while is_wanted:
            try:
                waiting.put(piece, timeout=_PATIENCE)
            except queue.Full:
                continue
            return True
        return False

    def work() -> None:
        error: BaseException | None = None
        try:
            for piece in pieces:
                if not put(piece):
                    return
        except BaseException as raised:  # is raised again where the pieces are taken
            error = raised
        put(_End(error))

    thread = threading.Thread(target=work, name="tracelore-reading", daemon=True)
    thread.start()
    try:
        while True:
            piece = waiting.get()
            if isinstance(piece, _End):
                is_left = False
                if piece.error is not None:
                    raise piece.error
                return
            yield piece
    finally:
        is_wanted = False
        if is_left:
            stop()
        thread.join()
