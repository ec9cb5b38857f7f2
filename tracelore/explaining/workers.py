"""Worker processes, few at a time, each ended at its deadline with all that it started."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from tracelore.explaining.limits import Limits

__all__ = ["BusyError", "ExplainError", "Workers"]

_LARGEST_ANSWER: Final = 16 << 20
_GRACE: Final = 2.0  # seconds that a process may take beyond its own limit, to start and to end


class ExplainError(Exception):
    """What was given cannot be explained; the message says why."""


class BusyError(ExplainError):
    """Too many ask at once."""


class Workers:
    """Explains what is given to it, in processes of their own.

    Args:
        limits: On each, and on how many there are.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._free = asyncio.Semaphore(limits.at_once)
        self._inside = 0

    async def explain(self, knowledge_base: Path, data: bytes) -> dict[str, Any]:
        """The answer of `explain_input`.

        Raises:
            BusyError: As many wait already as may.
            ExplainError: Nothing of it can be read, or it takes more than the limits.
        """
        if self._inside >= self.limits.at_once + self.limits.waiting:
            raise BusyError("Others are being explained just now. Please try again in a few seconds.")
        self._inside += 1
        try:
            async with self._free:
                answer = await self._run(knowledge_base, data)
        finally:
            self._inside -= 1
        if "error" in answer:
            raise ExplainError(str(answer["error"]))
        return answer

    async def _run(self, knowledge_base: Path, data: bytes) -> dict[str, Any]:
        limits = self.limits
        asked = [str(knowledge_base.resolve()), limits.seconds, limits.memory_mb, limits.max_packets]
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "tracelore.explaining.worker", *map(str, asked),
            stdin=PIPE, stdout=PIPE, stderr=DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            async with asyncio.timeout(limits.seconds + _GRACE):
                written = await _exchanged(process, data)
                status = await process.wait()
        except TimeoutError:
            raise ExplainError(f"This takes longer than {limits.seconds} seconds, which is the limit here.") from None
        finally:
            await _end(process)
        return self._read(written, status)

    def _read(self, written: bytes, status: int) -> dict[str, Any]:
        if status == 0 and len(written) <= _LARGEST_ANSWER:
            with suppress(ValueError):
                answer: dict[str, Any] = json.loads(written)
                return answer
        if status in (-signal.SIGXCPU, -signal.SIGKILL):
            raise ExplainError(f"This takes longer than {self.limits.seconds} seconds, which is the limit here.")
        raise ExplainError("The process that read this has failed. Nothing of it was kept.")


async def _exchanged(process: Process, data: bytes) -> bytes:
    """Give a process its input while its output is read: either pipe may be full meanwhile."""
    assert process.stdin is not None
    assert process.stdout is not None
    feeding = asyncio.create_task(_feed(process.stdin, data))
    parts, size = [], 0
    while size <= _LARGEST_ANSWER and (part := await process.stdout.read(1 << 16)):
        parts.append(part)
        size += len(part)
    feeding.cancel()  # what it has not read by now, it will not read
    return b"".join(parts)


async def _feed(stdin: asyncio.StreamWriter, data: bytes) -> None:
    with suppress(ConnectionError):  # it may have seen enough
        stdin.write(data)
        await stdin.drain()
    stdin.close()


async def _end(process: Process) -> None:
    """End the process and all of its group, and wait until it is gone."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
