"""`python -m tests.catalogue`: measure the catalogue again and write docs/catalogue.md.

The first needs the real captures (`tests.shared`), the second a knowledge base that is current (`tracelore kb build`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.catalogue.loaded import ROOT
from tests.catalogue.measure import measure
from tests.catalogue.page import document
from tests.catalogue.tables import CAPTURES, write_measured


def main() -> int:
    """Measure where the captures are; write the page."""
    parser = argparse.ArgumentParser(prog="python -m tests.catalogue", description=__doc__)
    parser.add_argument("--page-only", action="store_true", help="measure nothing; the figures of the last time stay")
    parser.add_argument("--kb", type=Path, default=ROOT / "kb.db", help="the knowledge base to describe")
    asked = parser.parse_args()
    if not asked.page_only:
        if not CAPTURES.is_dir():
            parser.error(f"there are no captures at {CAPTURES}; TRACELORE_SHARED names the folder that holds them")
        write_measured(measure())
    (ROOT / "docs" / "catalogue.md").write_text(document(asked.kb), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
