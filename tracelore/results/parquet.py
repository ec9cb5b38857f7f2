"""Apache Parquet: typed columns, nested where an event has lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from matcher.event import Event
from tracelore.results.flat import ENDS
from tracelore.results.job import Found, Job
from tracelore.results.output import Output
from tracelore.results.writer import OutputError, Writer

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["ParquetRows", "ParquetWriter", "arrow", "event_schema", "parquet_row"]

_GROUP = 16_384  # rows that are written together: as Python objects they are large


def arrow() -> Any:
    """pyarrow, which is large and not needed for anything else.

    Raises:
        OutputError: It is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise OutputError("Parquet needs pyarrow: pip install 'tracelore[parquet]'", at_start=True) from None
    return pyarrow


def event_schema() -> pa.Schema:
    """The columns of events, by the names of the NDJSON record where there is one."""
    pa = arrow()
    text, whole, moment = pa.string(), pa.int64(), pa.timestamp("ns", tz="UTC")
    hypothesis = pa.struct([(name, text) for name in ("title", "verdict", "weight")])
    packet = pa.struct([("frame", whole), ("time", moment), ("line", text)])
    return pa.schema(
        [
            ("id", text), ("signature", text), ("version", whole), ("title", text), ("category", text),
            ("verdict", text), ("confidence", text), ("status", text), ("why_inconclusive", pa.list_(text)),
            ("key", text), ("src", text), ("dst", text), ("sport", whole), ("dport", whole), ("first_seen", moment),
            ("last_seen", moment), ("packets", whole), ("counts", pa.map_(text, whole)), ("measures", text),
            ("saturated", pa.list_(text)), ("specificity_bits", whole), ("also", pa.list_(text)), ("capture", text),
            ("evidence", pa.list_(packet)), ("bottom_line", text), ("hypotheses", pa.list_(hypothesis)), ("url", text),
        ]
    )  # fmt: skip


def parquet_row(event: Event, record: Mapping[str, Any]) -> dict[str, Any]:
    """One event as a row of `event_schema`; `key` and `measures`, whose values have many types, as JSON."""
    row = dict(record)
    explanation = row.pop("explanation")
    row.update((name, record["key"].get(name)) for name in ENDS)
    row["key"], row["measures"] = (json.dumps(record[name], ensure_ascii=False) for name in ("key", "measures"))
    row["first_seen"], row["last_seen"] = event.first_seen_ns, event.last_seen_ns
    row["counts"] = list(record["counts"].items())
    shown = zip(event.evidence, record["evidence"], strict=False)
    row["evidence"] = [{"frame": p.frame, "time": p.time_ns, "line": each["line"]} for p, each in shown]
    row["bottom_line"], row["url"] = explanation["bottom_line"], explanation["url"]
    row["hypotheses"] = [{n: each[n] for n in ("title", "verdict", "weight")} for each in explanation["hypotheses"]]
    return row


class ParquetWriter(Writer):
    """Writes events to a Parquet file, which is whole only when it is finished."""

    def __init__(self, job: Job, output: Output) -> None:
        self.job = job
        self.output = output
        self._rows = ParquetRows(output, event_schema())

    def write(self, found: Found) -> None:
        self._rows.write(parquet_row(event, record) for event, record in self.job.records(found))

    def finish(self) -> None:
        self._rows.close()
        self.output.finish()

    def keep(self) -> str:
        self._rows.close()
        return self.output.keep()

    def discard(self) -> None:
        self.output.discard()


class ParquetRows:
    """Rows into a Parquet file, a group of them at a time, so that memory does not grow with their number."""

    def __init__(self, output: Output, schema: pa.Schema) -> None:
        self._schema = schema
        self._writer = arrow().parquet.ParquetWriter(output.stream, schema, compression="zstd")

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows, the last group of them perhaps a small one."""
        left = iter(rows)
        while group := list(islice(left, _GROUP)):
            self._writer.write_table(arrow().Table.from_pylist(group, schema=self._schema))

    def close(self) -> None:
        """Write the end of the file."""
        self._writer.close()
