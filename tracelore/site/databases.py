"""The results databases that Datasette serves, and the columns of their events, kept in memory."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from tracelore.results.mark import BROWSABLE_FROM, complaint, mark_of
from tracelore.site.events import EventColumns, load, state_of

__all__ = ["ResultsDatabase", "columns_of", "is_results", "results_databases", "warm"]

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class ResultsDatabase:
    """A results database as Datasette serves it.

    Attributes:
        name: Its name there.
        problem: Why its pages cannot be shown; empty where they can.
        database: Datasette's own object.
    """

    name: str
    problem: str
    database: Any

    async def ask(self, question: Callable[..., Answer], *arguments: Any) -> Answer:
        """The answer of a function whose first argument is a connection; found in one of Datasette's threads."""
        answer: Answer = await self.database.execute_fn(lambda connection: question(connection, *arguments))
        return answer


def is_results(datasette: Any, name: str) -> bool:
    """Whether Datasette serves a results database by this name. It is asked of the file itself."""
    database = datasette.databases.get(name)
    return bool(database and database.path) and mark_of(Path(database.path)) is not None


def results_databases(datasette: Any) -> dict[str, ResultsDatabase]:
    """All of them, by name."""
    return {
        name: ResultsDatabase(name, _problem(Path(database.path)), database)
        for name, database in datasette.databases.items()
        if is_results(datasette, name)
    }


def _problem(path: Path) -> str:
    fault = complaint(path)
    if fault:
        return fault
    version = mark_of(path)
    if version is not None and version < BROWSABLE_FROM:
        return (
            f"{path.name} has schema version {version}, and its pages need version {BROWSABLE_FROM}. The next run that "
            f"`tracelore match --format sqlite -o {path.name}` adds brings it there. Its tables can be read."
        )
    return ""


@dataclass(slots=True)
class _Kept:
    state: tuple[Any, ...]
    columns: EventColumns


_kept: WeakKeyDictionary[Any, _Kept] = WeakKeyDictionary()  # by Datasette's database objects
_locks: WeakKeyDictionary[Any, asyncio.Lock] = WeakKeyDictionary()


async def columns_of(results: ResultsDatabase) -> EventColumns:
    """The events of a database, read again when a run has added to it."""
    lock = _locks.setdefault(results.database, asyncio.Lock())
    async with lock:
        kept = _kept.get(results.database)
        state = await results.ask(state_of)
        if kept is None or kept.state != state:
            kept = _kept[results.database] = _Kept(state, await results.ask(load))
        return kept.columns


async def warm(datasette: Any) -> None:
    """Read the events of all databases, so that the first page need not wait for it."""
    for results in results_databases(datasette).values():
        if not results.problem:
            try:
                await columns_of(results)
            except sqlite3.Error:
                continue  # the page says what is wrong with it
