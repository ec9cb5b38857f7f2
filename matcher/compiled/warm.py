"""Compiling the kernels before they are needed, once on each machine: two processes, because Numba compiles one kernel
at a time in each. They take the memory with them that compiling needs.

Nothing is compiled by its types, which would have to be said again here: a small run makes every call that a real one
makes. Nearly half of all the work is one kernel, `settle`: one process has that, and a kernel with the same parts; the
other has all the rest.
"""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from matcher.compile import compile_signatures
from matcher.compiled import layout as at
from matcher.compiled.acts import Acts
from matcher.compiled.batch import Batch
from matcher.compiled.census import Census
from matcher.compiled.engine import Engine
from matcher.compiled.episodes import decide
from matcher.compiled.jit import is_cached, tell_of_first_compilation
from matcher.compiled.nodes import settle
from matcher.compiled.ordering import Observed
from matcher.compiled.plan import build_plan
from matcher.compiled.reading import read_batches
from matcher.compiled.scan import scan_rows
from matcher.compiled.scanner import Scanner
from matcher.compiled.talk import TALKS, see_talks
from matcher.compiled.touches import touch
from matcher.compiled.usual_lines import usual_lines
from matcher.event import MatchOptions
from matcher.formats import ReadReport
from matcher.program import Program
from sigdsl.model import Call, Compare, Duration, EventRule, FieldRef, Number, PacketPattern, PatternRef, Signature

__all__ = ["is_prepared", "prepare"]

_KERNELS = (scan_rows, settle)  # what takes long to compile, and every run needs
_WORDS = 1 << 21
_PACKET: Final = bytes([0x45]) + bytes(19)  # an IPv4 header


def is_prepared() -> bool:
    """Whether this machine has compiled the kernels before."""
    return all(is_cached(function) for function in _KERNELS)


def prepare(notice: Callable[[str], None] | None) -> None:
    """Compile the kernels, unless that was done on this machine. `notice` gets a line before; None: to stderr."""
    if is_prepared():
        return
    tell_of_first_compilation(_KERNELS, notice)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)}
    with ExitStack() as running:  # it waits for them
        # Nothing from the folder where we are (-P): in a checkout, another matcher's kernels would be compiled.
        for part in _PARTS:
            running.enter_context(subprocess.Popen(
                [sys.executable, "-P", "-m", "matcher.compiled.warm", part], env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            ))  # fmt: skip
    _run_engine()  # what they could not do for lack of anything, this process does now


def _program() -> Program:
    """Two packets a second from one source: a condition that a kernel cannot tell from its numbers."""
    rate = Compare(Call("rate", (PatternRef("packet"),)), (("==", Number(2)),))
    rule = EventRule((FieldRef("src"),), Duration(1, "s"), rate)
    return compile_signatures([Signature("warm", patterns=(PacketPattern("packet", (FieldRef("tcp"),)),), event=rule)])


def _batch() -> Batch:
    return Batch(np.frombuffer(_PACKET, np.uint8), np.array([[0], [20], [20], [0], [101]], np.int64), 1)


def _run_scanner() -> None:
    Scanner(_program(), ("src",), (1, 2)).scan(_batch(), ReadReport(), wants_talks=True)


class _Beginning(Engine):
    """An engine that takes packets and ends nothing."""

    def _settle(self, *_: int) -> None:
        pass

    def _advance(self, now: int) -> None:
        pass


def _new_engine(kind: type[Engine]) -> Engine:
    return kind(build_plan(_program(), MatchOptions(), tracked=False), 1 << 16, _WORDS)


def _run_engine(kind: type[Engine] = Engine) -> None:
    engine = _new_engine(kind)
    plan, acts = engine.plan, Acts(engine.plan)
    acts.extend([1])
    count = 2
    packets = Observed(
        np.arange(count), np.arange(count) * 1_000_000_000, np.zeros(count, np.uint8), np.zeros(count, np.int64),
        np.ones((count, len(plan.kept)), np.int64), np.ones((count, len(plan.kept)), np.uint8),
    )  # fmt: skip
    touched = touch(plan, acts, packets)
    Census(plan, 1 << 6, 1 << 9).count(touched)
    engine.take(touched)
    engine.finish()


def _read() -> None:
    """A capture of one packet."""
    header, record = (0xA1B2C3D4, 2, 4, 0, 0, 65_535, 101), (0, 0, 20, 20)
    with TemporaryDirectory(prefix="tracelore-") as folder:
        path = Path(folder) / "capture"
        path.write_bytes(struct.pack("<IHHiIII", *header) + struct.pack("<IIII", *record) + _PACKET)
        list(read_batches(str(path), ReadReport()))
    see_talks(np.zeros(1, np.uint64), np.zeros(TALKS, np.uint64))


def _decide() -> None:
    """An episode of nothing is no event."""
    engine = _new_engine(_Beginning)
    heap, words = engine.heap, engine.plan.signature_word(0, at.S_RECORD)
    record = int(heap[at.H_NEXT])
    heap[record : record + words] = 0
    heap[at.H_NEXT] += words
    decide(heap, engine.plan.words, record, False)


def _end_nodes() -> None:
    """What ends nodes and episodes is compiled, and no more."""
    _new_engine(Engine).finish()
    _decide()


def _show() -> None:
    """The line of one packet."""
    batch = _batch()
    list(usual_lines(batch.data, batch.rows))


def _do_the_rest() -> None:
    _read()
    _show()
    _run_scanner()
    _run_engine(_Beginning)


_PARTS: Final = {"settle": _end_nodes, "rest": _do_the_rest}

if __name__ == "__main__":
    _PARTS[sys.argv[1]]()
