"""The language of trace signatures: text to model and back. Knows no packets and no database.

The names are imported where they are first used: a program that matches stored signatures never loads the parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sigdsl.diagnostics import Diagnostic
    from sigdsl.format import format_text
    from sigdsl.load import Loaded, Source, load_paths, load_text
    from sigdsl.model import Signature

__all__ = ["Diagnostic", "Loaded", "Signature", "Source", "format_text", "load_paths", "load_text"]

_HOMES = {
    "Diagnostic": "sigdsl.diagnostics",
    "Loaded": "sigdsl.load",
    "Signature": "sigdsl.model",
    "Source": "sigdsl.load",
    "format_text": "sigdsl.format",
    "load_paths": "sigdsl.load",
    "load_text": "sigdsl.load",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
