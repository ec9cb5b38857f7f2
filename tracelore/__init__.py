"""TraceLore: a signature knowledge base and matching service for network traces.

    import tracelore

    for event in tracelore.match("capture.pcap"):
        print(event.title, event.key, event.explanation.bottom_line)

Importing this is light: what a name needs is imported when the name is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matcher.capture import CaptureError
    from tracelore.api import CaptureEvents, Matches, events_frame, match, packets, read_results
    from tracelore.arrays import PacketColumns
    from tracelore.catalogue import CatalogueError
    from tracelore.columns import FieldNameError
    from tracelore.executors import ExecutorError
    from tracelore.results.event import EventReport, Evidence, Explanation, Reading
    from tracelore.results.read import Results, ResultsError

__all__ = [
    "CaptureError",
    "CaptureEvents",
    "CatalogueError",
    "EventReport",
    "Evidence",
    "ExecutorError",
    "Explanation",
    "FieldNameError",
    "Matches",
    "PacketColumns",
    "Reading",
    "Results",
    "ResultsError",
    "__version__",
    "events_frame",
    "match",
    "packets",
    "read_results",
]

__version__ = "0.1.0"

_PLACES = {
    "matcher.capture": ("CaptureError",),
    "tracelore.api": ("CaptureEvents", "Matches", "events_frame", "match", "packets", "read_results"),
    "tracelore.arrays": ("PacketColumns",),
    "tracelore.catalogue": ("CatalogueError",),
    "tracelore.columns": ("FieldNameError",),
    "tracelore.executors": ("ExecutorError",),
    "tracelore.results.event": ("EventReport", "Evidence", "Explanation", "Reading"),
    "tracelore.results.read": ("Results", "ResultsError"),
}
_MODULES = {name: module for module, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import what a public name needs, once."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
