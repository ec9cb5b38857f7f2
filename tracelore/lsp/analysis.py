"""Check a text as `tracelore check` would, for an editor: as often as it changes, whatever is in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sigdsl.diagnostics import Diagnostic
from sigdsl.load import load_text
from sigdsl.model import Signature
from sigdsl.repair import repair_text
from tracelore.checking.traces import with_traces_checked

__all__ = ["all_repaired", "check_text"]


def check_text(text: str, path: Path, known: Sequence[Signature]) -> tuple[Diagnostic, ...]:
    """All that is to be said of a text, in its order. `known`: the other signatures there are."""
    return with_traces_checked(load_text(text, str(path), known)).diagnostics


def all_repaired(text: str, path: Path, known: Sequence[Signature]) -> str | None:
    """The text with every certain repair made, or None when there is none."""
    repaired = repair_text(text, str(path), known)
    return repaired.text if repaired.faults else None
