"""Apache Parquet files of events, and of rows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from tracelore.results.eventtable import EventTables, arrow, event_schema
from tracelore.results.job import Found, Job
from tracelore.results.output import Output
from tracelore.results.writer import Writer

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetRows", "ParquetWriter", "arrow", "event_schema"]

_GROUP = 16_384  # rows that are written together: as Python objects they are large


class ParquetWriter(Writer):
    """Writes events to a Parquet file, which is whole only when it is finished."""

    def __init__(self, job: Job, output: Output) -> None:
        self.job = job
        self.output = output
        self._tables = EventTables(job)
        self._file = _open(output, event_schema())

    def write(self, found: Found) -> None:
        for table in self._tables.of(found.events):
            self._file.write_table(table)

    def finish(self) -> None:
        self._file.close()
        self.output.finish()

    def keep(self) -> str:
        self._file.close()
        return self.output.keep()

    def discard(self) -> None:
        self.output.discard()


class ParquetRows:
    """Rows into a Parquet file, a group of them at a time, so that memory does not grow with their number."""

    def __init__(self, output: Output, schema: pa.Schema) -> None:
        self._schema = schema
        self._file = _open(output, schema)

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows, the last group of them perhaps a small one."""
        left = iter(rows)
        while group := list(islice(left, _GROUP)):
            self._file.write_table(arrow().Table.from_pylist(group, schema=self._schema))

    def close(self) -> None:
        """Write the end of the file."""
        self._file.close()


def _open(output: Output, schema: pa.Schema) -> Any:
    return arrow().parquet.ParquetWriter(output.stream, schema, compression="zstd")
