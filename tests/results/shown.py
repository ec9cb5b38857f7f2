"""What docs/output.md shows of the results database: cog calls this, a test checks that it is current."""

from __future__ import annotations

from tracelore.results.metadata import TABLES


def tables() -> str:
    """Every table and view with its columns, in the words that Datasette shows too."""
    return "\n".join(_section(name, *TABLES[name]) for name in TABLES)


def _section(name: str, description: str, columns: dict[str, str]) -> str:
    rows = [f"| `{column}` | {meaning} |" for column, meaning in columns.items()]
    return "\n".join([f"### `{name}`", "", description, "", "| column | what it is |", "| --- | --- |", *rows, ""])
