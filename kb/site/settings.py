"""What the owner of a site has chosen: where the notes are, and whether they can be added to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from kb.notes import Notes, default_path

__all__ = ["Settings", "choose_settings", "settings_of"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The notes that are shown, and whether signed-in users may `write` to them."""

    notes: Notes
    write: bool = False


_chosen: WeakKeyDictionary[Any, Settings] = WeakKeyDictionary()


def choose_settings(datasette: Any, settings: Settings) -> None:
    """For a site that a program starts, such as `tracelore browse`. They are told to nobody who asks for metadata."""
    _chosen[datasette] = settings


def settings_of(datasette: Any) -> Settings:
    """The settings of a site; those of plain `datasette` are the plugin `tracelore`'s: `notes` (a file), `write`."""
    chosen = _chosen.get(datasette)
    if chosen is not None:
        return chosen
    configured = datasette.plugin_config("tracelore") or {}
    notes = configured.get("notes")
    path = Path(notes) if isinstance(notes, str) else default_path()
    return Settings(Notes(path), write=configured.get("write") is True)
