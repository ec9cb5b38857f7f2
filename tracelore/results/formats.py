"""The formats that results are written in, by name. Each writer is imported only when it is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tracelore.results.job import Job
from tracelore.results.output import STANDARD_OUTPUT, Output, reason
from tracelore.results.writer import OutputError, Writer

__all__ = ["FORMATS", "open_writer"]

FORMATS: Final = ("text", "ndjson", "csv", "eve", "parquet", "sqlite")
_NEEDS_FILE = ("parquet", "sqlite")
_RESUMES = ("ndjson", "sqlite")


def open_writer(
    form: str, job: Job, output: str, *, resume: bool = False, tell: Callable[[str], None] = lambda _: None
) -> Writer:
    """The writer of a format.

    Args:
        form: One of `FORMATS`.
        job: What is run.
        output: A file, or `-` for standard output.
        resume: Go on with what a run that was cut short has left there.
        tell: What to call with a remark.

    Raises:
        OutputError: The format cannot go there, or what is there is something else.
    """
    to_file = output != STANDARD_OUTPUT
    if form in _NEEDS_FILE and not to_file:
        raise OutputError(f"--format {form} needs --output FILE", at_start=True)
    if resume and not (form in _RESUMES and to_file):
        raise OutputError("--resume needs --output FILE with --format ndjson or sqlite", at_start=True)
    if form == "sqlite":
        from tracelore.results.database import DatabaseWriter

        return DatabaseWriter(job, Path(output), resume=resume, tell=tell)
    if form == "ndjson" and to_file and _is_ordinary(Path(output)):
        from tracelore.results.journal import JournalledWriter

        return JournalledWriter(job, Path(output), resume=resume)
    try:
        return _plain_writer(form, job, output)
    except BrokenPipeError:
        raise
    except OSError as error:  # a header may not fit either
        raise OutputError(f"{output} cannot be written: {reason(error)}") from None


def _plain_writer(form: str, job: Job, output: str) -> Writer:
    if form == "parquet":
        from tracelore.results.parquet import ParquetWriter, arrow

        arrow()  # before the file is touched
        return ParquetWriter(job, Output(output, binary=True))
    if form == "text":
        from tracelore.results.text import TextWriter

        return TextWriter(job, Output(output))
    if form == "csv":
        from tracelore.results.csv import CsvWriter

        return CsvWriter(job, Output(output))
    if form == "eve":
        from tracelore.results.eve import EveWriter

        return EveWriter(job, Output(output))
    from tracelore.results.lines import LinesWriter

    return LinesWriter(job, Output(output))


def _is_ordinary(path: Path) -> bool:
    """Not a device or a pipe, which cannot be gone back in."""
    return path.is_file() or path.is_dir() or not path.exists()
