"""Events as a pandas DataFrame, and as a table for notebooks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from tracelore.explained import spoken_key
from tracelore.results.event import EventReport
from tracelore.results.flat import ENDS

if TYPE_CHECKING:
    import pandas

__all__ = ["FRAME_COLUMNS", "events_frame", "events_html", "need_pandas"]

_TIMES = {"first_seen_ns": "first_seen", "last_seen_ns": "last_seen"}
_PLAIN = [_TIMES.get(field.name, field.name) for field in fields(EventReport) if field.name != "explanation"]
FRAME_COLUMNS = (*_PLAIN, *ENDS, "bottom_line", "url")
_SHOWN = 50  # events in a notebook
_HEADINGS = ("title", "verdict", "confidence", "who", "first seen", "packets", "bits", "bottom line")


def need_pandas() -> Any:
    """pandas, which is large and not needed for anything else."""
    try:
        import pandas
    except ImportError as error:
        raise ImportError("DataFrames need pandas: pip install 'tracelore[pandas]'") from error
    return pandas


def events_frame(events: Iterable[EventReport]) -> pandas.DataFrame:
    """Events as a DataFrame, one a row: `FRAME_COLUMNS`, times as timestamps in UTC, lists and objects as they are.

    `src`, `dst`, `sport` and `dport` are taken from the key, missing where it does not have them.
    """
    pandas = need_pandas()
    frame = pandas.DataFrame.from_records([_row(event) for event in events], columns=list(FRAME_COLUMNS))
    for name in _TIMES.values():
        frame[name] = pandas.to_datetime(frame[name].astype("int64"), unit="ns", utc=True)
    for name in ("sport", "dport"):
        frame[name] = frame[name].astype("Int64")
    return frame


def _row(event: EventReport) -> dict[str, Any]:
    row = {_TIMES.get(field.name, field.name): getattr(event, field.name) for field in fields(event)}
    row.update((name, event.key.get(name)) for name in ENDS)
    row["bottom_line"], row["url"] = event.explanation.bottom_line, event.explanation.url
    return row


def events_html(events: Iterable[EventReport]) -> str:
    """The first events as an HTML table; everything in it is escaped."""
    found = list(islice(events, _SHOWN + 1))
    if not found:
        return "<p>no event</p>"
    head = "".join(f"<th>{escape(name)}</th>" for name in _HEADINGS)
    body = "".join(f"<tr>{_cells(event)}</tr>" for event in found[:_SHOWN])
    more = f"<p>and more: the first {_SHOWN} are shown</p>" if len(found) > _SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cells(event: EventReport) -> str:
    sure = "" if event.conclusive else " (inconclusive)"
    values = (
        f'<span title="{escape(event.signature)}">{escape(event.title)}</span>',
        escape(event.verdict + sure), escape(event.confidence), escape(spoken_key(event.key)), escape(event.first_seen),
        f"{event.packets:,}", str(event.specificity_bits), escape(event.explanation.bottom_line or ""),
    )  # fmt: skip
    return "".join(f"<td>{value}</td>" for value in values)
