"""The curated signatures, loaded and compiled once for all tests of the catalogue."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matcher.compile import compile_signatures
from matcher.program import Program
from sigdsl import load_paths
from sigdsl.load import Loaded
from sigdsl.model import Signature

ROOT = Path(__file__).resolve().parents[2]


@cache
def loaded() -> Loaded:
    """All of `signatures/`."""
    return load_paths([ROOT / "signatures"])


@cache
def signatures() -> dict[str, Signature]:
    """By slug, internal ones included."""
    return {signature.slug: signature for signature in loaded().signatures}


@cache
def program() -> Program:
    """All of them as one program."""
    return compile_signatures(signatures().values())
