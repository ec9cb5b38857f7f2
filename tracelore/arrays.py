"""Decoded fields of every packet as arrays, a column each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from matcher.packet import Packet
from sigdsl.fields import FIELDS, Kind
from tracelore.columns import ALWAYS
from tracelore.explained import shown_value

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["Column", "PacketColumns", "columns_of"]

Column = np.ma.MaskedArray[Any, np.dtype[Any]]

_CHUNK = 65_536  # packets whose values are Python objects at a time
_SHOWN = 20  # rows in a notebook


class PacketColumns(Mapping[str, Column]):
    """Columns by field name, all of one length, a value a frame.

    A value is masked where the field does not apply to the packet or is not shown. Numbers have the narrowest unsigned
    type of their field, `time_ns` is a signed 64-bit integer; addresses are text, bytes are bytes, lists of option
    kinds are tuples.

    Attributes:
        capture: The input.
    """

    def __init__(self, capture: str, columns: Mapping[str, Column]) -> None:
        self.capture = capture
        self._columns = dict(columns)

    def __getitem__(self, name: str) -> Column:
        return self._columns[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        """The number of columns; `packets` is that of rows."""
        return len(self._columns)

    def __repr__(self) -> str:
        return f"<PacketColumns of {self.capture}: {self.packets:,} packets, {', '.join(self)}>"

    @property
    def packets(self) -> int:
        """How many packets there are: the length of each column."""
        return len(next(iter(self._columns.values())))

    def to_arrow(self) -> pyarrow.Table:
        """An Arrow table, null where a value is masked. Needs pyarrow."""
        try:
            import pyarrow
        except ImportError as error:
            raise ImportError("Arrow tables need pyarrow: pip install 'tracelore[parquet]'") from error
        return pyarrow.table({name: _arrow(pyarrow, name, column) for name, column in self.items()})

    def to_pandas(self) -> pandas.DataFrame:
        """A DataFrame with nullable types, missing where a value is masked. Needs pandas."""
        from tracelore.results.frame import need_pandas

        pandas = need_pandas()
        return pandas.DataFrame({name: _series(pandas, column) for name, column in self.items()})

    def _repr_html_(self) -> str:
        from html import escape

        head = "".join(f"<th>{escape(name)}</th>" for name in self)
        rows = zip(*(column[:_SHOWN].tolist() for column in self.values()), strict=True)
        cells = ("".join(f"<td>{'' if value is None else escape(str(value))}</td>" for value in row) for row in rows)
        body = "".join(f"<tr>{row}</tr>" for row in cells)
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"{table}<p>{self.packets:,} packets of {escape(self.capture)}</p>"


def columns_of(capture: str, packets: Iterable[Packet], names: Sequence[str]) -> PacketColumns:
    """Columns of packets: those that are always there, and the fields named."""
    every = (*ALWAYS, *names)
    chunks: dict[str, list[Column]] = {name: [_column(name, [])] for name in every}
    source = iter(packets)
    while batch := list(islice(source, _CHUNK)):
        for name in every:
            chunks[name].append(_column(name, [_value(packet, name) for packet in batch]))
    return PacketColumns(capture, {name: _joined(parts) for name, parts in chunks.items()})


def _joined(parts: Sequence[Column]) -> Column:
    joined: Column = np.ma.concatenate(parts)  # type: ignore[no-untyped-call]
    return joined


def _value(packet: Packet, name: str) -> Any:
    if name == "frame":
        return packet.frame
    if name == "time_ns":
        return packet.time_ns
    value = packet.get(name)
    if isinstance(value, (tuple, bytes)):
        return value
    return shown_value(name, value)


def _column(name: str, values: Sequence[Any]) -> Column:
    dtype = _type(name)
    mask = np.fromiter((value is None for value in values), dtype=bool, count=len(values))
    if dtype == np.dtype(object):
        data = np.empty(len(values), dtype=object)
        for at, value in enumerate(values):  # a tuple must stay one value
            data[at] = value
    else:
        data = np.fromiter((value or 0 for value in values), dtype=dtype, count=len(values))
    return np.ma.MaskedArray(data, mask=mask)


def _type(name: str) -> np.dtype[Any]:
    if name in ("frame", "time_ns"):
        return np.dtype(np.int64)
    field = FIELDS[name]
    if field.kind is Kind.BOOLEAN:
        return np.dtype(bool)
    if field.kind in (Kind.NUMBER, Kind.MOD32):
        return next(np.dtype(f"u{size}") for size in (1, 2, 4, 8) if field.bits <= 8 * size)
    return np.dtype(object)


def _arrow(pyarrow: Any, name: str, column: Column) -> Any:
    if column.dtype == np.dtype(object):
        kind = FIELDS[name].kind
        text = pyarrow.string() if kind is Kind.ADDRESS else pyarrow.binary()
        return pyarrow.array(column.tolist(), type=pyarrow.list_(pyarrow.uint8()) if kind is Kind.OPTIONS else text)
    return pyarrow.array(np.ma.getdata(column), mask=np.ma.getmaskarray(column))


def _series(pandas: Any, column: Column) -> Any:
    if column.dtype == np.dtype(object):
        return pandas.Series(column.tolist(), dtype=object)
    name = {"b": "boolean", "u": f"UInt{8 * column.itemsize}", "i": f"Int{8 * column.itemsize}"}[column.dtype.kind]
    return pandas.Series(pandas.array(column.tolist(), dtype=name))
