"""What a knowledge base file is known by: whose it is, which schema it has, and which sources it was built from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "digest_sources"]

APPLICATION_ID = 0x54724C6F  # "TrLo": tells our files from other SQLite databases (PRAGMA application_id)
SCHEMA_VERSION = 1  # the number of migrations in kb.schema; here, so that a reader need not import them


def digest_sources(sources: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over (path, text) pairs, whatever their order; hexadecimal.

    Two sets of sources with one digest give one knowledge base, so a caller that has only read the files can tell
    whether a knowledge base is stale.
    """
    total = hashlib.sha256()
    for path, text in sorted(sources):
        for part in (path.encode(), text.encode("utf-8", "surrogatepass")):
            total.update(len(part).to_bytes(8, "big"))  # a length before each part: no two lists run together alike
            total.update(part)
    return total.hexdigest()
