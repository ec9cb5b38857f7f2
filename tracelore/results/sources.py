"""The signatures' own texts, and what tells one run's settings from another's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b

from tracelore import __version__
from tracelore.locate import shipped
from tracelore.results.job import Job

__all__ = ["settings_digest", "signature_texts"]


def signature_texts(job: Job) -> Mapping[str, str]:
    """The text of each signature in use, by slug: of the .sig files, or as the knowledge base keeps it."""
    if job.settings.signatures:
        from sigdsl import load_paths

        loaded = load_paths(job.settings.signatures)
        return {source.signature.slug: source.excerpt for source in loaded.sources}
    from kb.read import source_texts

    return source_texts(job.catalogue.path or shipped("kb.db"))


def settings_digest(job: Job) -> str:
    """The same for two runs that must find the same in the same capture; 32 hexadecimal digits."""
    settings = job.settings
    how = [__version__, settings.vantage, settings.home, settings.evidence, settings.everything, settings.inner]
    total = blake2b(json.dumps(how).encode(), digest_size=16)
    for signature in job.catalogue.signatures:
        total.update(repr(signature).encode("utf-8", "backslashreplace"))
    return total.hexdigest()
