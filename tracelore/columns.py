"""Decoded fields of every packet, a line a frame: `tracelore packets`."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from io import StringIO
from typing import Any

from matcher.packet import Packet
from sigdsl.fields import FIELDS, find_field
from tracelore.explained import shown_value

__all__ = ["ALWAYS", "DEFAULT_FIELDS", "FieldNameError", "as_csv", "as_ndjson", "field_names"]

ALWAYS = ("frame", "time_ns", "len", "caplen")
DEFAULT_FIELDS = (
    "ip.version", "src", "dst", "proto", "ttl", "id", "df", "mf", "frag.offset", "tos", "ip.len", "sport", "dport",
    "seq", "ack", "flags", "window", "urgent", "options", "mss", "wscale", "sackok", "ts.val", "ts.ecr", "payload.len",
    "udp.len", "icmp.type", "icmp.code",
)  # fmt: skip


class FieldNameError(ValueError):
    """A name that no field has; the message suggests others."""


def field_names(names: str) -> tuple[str, ...]:
    """Canonical names from a list with commas. The columns that are always there are left out.

    Raises:
        FieldNameError: A name is not in the registry.
    """
    found = []
    for name in (part.strip() for part in names.split(",")):
        if not name or name in ALWAYS:
            continue
        field = find_field(name)
        if field is None:
            near = get_close_matches(name, FIELDS, n=3)
            hint = f"; did you mean {' or '.join(near)}?" if near else ""
            raise FieldNameError(f"there is no field called {name}{hint}")
        found.append(field.name)
    return tuple(dict.fromkeys(found))


def _row(packet: Packet, names: Sequence[str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "frame": packet.frame,
        "time_ns": packet.time_ns,
        "len": shown_value("len", packet.get("len")),
        "caplen": shown_value("caplen", packet.get("caplen")),
    }
    row.update((name, shown_value(name, packet.get(name))) for name in names)
    return row


def as_ndjson(packets: Iterable[Packet], names: Sequence[str]) -> Iterator[str]:
    """One JSON object a packet; null for what is unknown or does not apply."""
    encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for packet in packets:
        yield encode(_row(packet, names))


def as_csv(packets: Iterable[Packet], names: Sequence[str]) -> Iterator[str]:
    """A header and one line a packet; empty for what is unknown or does not apply, lists joined by spaces."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="")

    def line(values: Iterable[Any]) -> str:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(values)
        return buffer.getvalue()

    yield line((*ALWAYS, *names))
    for packet in packets:
        values = _row(packet, names).values()
        yield line(" ".join(map(str, value)) if isinstance(value, list) else value for value in values)
