"""The templates that the site and the report share, and an environment for the report alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import kb
from tracelore.report.arrivals import draw_arrivals
from tracelore.report.gaps import draw_strip
from tracelore.report.words import filters

__all__ = ["FOLDER", "STYLES", "environment", "equip"]

FOLDER: Final = Path(__file__).parent / "templates"
# The site's own style sheets, read as files: importing the site would load Datasette.
STYLES: Final = (
    Path(kb.__file__).parent / "site" / "static" / "tracelore.css",
    Path(__file__).parents[1] / "site" / "static" / "events.css",
)


def equip(env: Environment) -> None:
    """Give an environment what the shared templates use."""
    env.filters.update(filters())
    env.filters.update(draw_strip=draw_strip, draw_arrivals=draw_arrivals)


def environment() -> Environment:
    """An environment in which everything is escaped that is not a picture."""
    env = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    equip(env)
    return env
