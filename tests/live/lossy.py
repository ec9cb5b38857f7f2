"""A wire that loses, repeats and delays packets, in user space: the same losses each time, on any kernel."""

from __future__ import annotations

import contextlib
import heapq
import selectors
import socket
import threading
import time
from random import Random
from types import TracebackType

from tests.live.namespaces import Namespace

_ETH_P_ALL = 0x0003  # linux/if_ether.h
_OUTGOING = 4  # linux/if_packet.h: what this host sends itself


class LossyWire:
    """Carries frames between two interfaces of a namespace, while the `with` block runs.

    Args:
        space: Where both interfaces are.
        links: Their names.
        lost: The share of frames that never arrive.
        repeated: The share that arrives twice.
        late: The share that arrives `delay` seconds after its turn, behind those that follow.
    """

    def __init__(
        self, space: Namespace, links: tuple[str, str], *, lost: float, repeated: float, late: float,
        delay: float = 0.004,
    ) -> None:  # fmt: skip
        self._chance = Random(1)
        self._lost, self._repeated, self._late, self._delay = lost, repeated, late, delay
        self._ends = [self._open(space, link) for link in links]
        self._held: list[tuple[float, int, int, bytes]] = []  # when, a number to keep the order, to which end, frame
        self._carried = 0
        self._stop, self._stopping = socket.socketpair()
        self._thread = threading.Thread(target=self._carry, daemon=True)

    @staticmethod
    def _open(space: Namespace, link: str) -> socket.socket:
        end = space.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_ETH_P_ALL))
        end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        end.bind((link, _ETH_P_ALL))
        end.setblocking(False)
        return end

    def __enter__(self) -> LossyWire:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.send(b"x")
        self._thread.join()
        for end in (*self._ends, self._stop, self._stopping):
            end.close()

    def _carry(self) -> None:
        with selectors.DefaultSelector() as waiting:
            for number, end in enumerate(self._ends):
                waiting.register(end, selectors.EVENT_READ, number)
            waiting.register(self._stopping, selectors.EVENT_READ, -1)
            while True:
                patience = max(0.0, self._held[0][0] - time.monotonic()) if self._held else None
                for key, _ in waiting.select(patience):
                    if key.data < 0:
                        return
                    self._take(key.data)
                self._release()

    def _take(self, number: int) -> None:
        with contextlib.suppress(BlockingIOError):
            while True:
                frame, (_, _, direction, *_) = self._ends[number].recvfrom(65_536)
                if direction != _OUTGOING and self._chance.random() >= self._lost:
                    self._hold(1 - number, frame)

    def _hold(self, number: int, frame: bytes) -> None:
        for _ in range(1 + (self._chance.random() < self._repeated)):
            due = time.monotonic() + (self._delay if self._chance.random() < self._late else 0.0)
            heapq.heappush(self._held, (due, self._carried, number, frame))
            self._carried += 1

    def _release(self) -> None:
        while self._held and self._held[0][0] <= time.monotonic():
            _, _, number, frame = heapq.heappop(self._held)
            with contextlib.suppress(OSError):  # a full queue loses a frame, as queues do
                self._ends[number].send(frame)
