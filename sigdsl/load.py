"""From .sig files to checked signatures, with everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sigdsl.build import build_signature
from sigdsl.check import check_signature
from sigdsl.diagnostics import Diagnostic, SourceText, fault, render
from sigdsl.limits import MAX_DIAGNOSTICS, MAX_FAULTS
from sigdsl.model import Signature, Span
from sigdsl.parse import fit_text, parse_text, read_source
from sigdsl.resolve import resolve_signature
from sigdsl.together import check_together, heading_span

__all__ = ["Loaded", "Source", "load_paths", "load_text", "load_texts", "signature_files"]


@dataclass(frozen=True, slots=True)
class Source:
    """One signature and where it comes from; `text` is that of the whole file."""

    path: str
    text: str
    signature: Signature

    @property
    def excerpt(self) -> str:
        """The text of this signature alone."""
        return self.text[self.signature.span.start : self.signature.span.end]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading signatures. `sources` holds those without errors, unless `diagnostics` is looked at too."""

    sources: tuple[Source, ...]
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """All signatures that could be read, faulty ones included."""
        return tuple(source.signature for source in self.sources)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that are no mere warnings."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.severity == "error")

    def drawn(self) -> list[str]:
        """Every diagnostic with its source line and caret."""
        texts = {path: SourceText(text) for path, text in self.texts.items()}
        return [render(diagnostic, texts.get(diagnostic.path, SourceText(""))) for diagnostic in self.diagnostics]


def load_text(text: str, path: str = "(text)", known: Iterable[Signature] = ()) -> Loaded:
    """Signatures from text. `known` are signatures that may be observed as well as those in the text."""
    return load_texts([(path, text)], known)


def load_texts(
    named: Iterable[tuple[str, str]], known: Iterable[Signature] = (), *, advice: bool = True
) -> Loaded:
    """Signatures from several texts that belong together, each (path, text); no file is opened.

    Without `advice`, they are not compared with each other: for those who look at errors only.
    """
    faults: list[Diagnostic] = []
    texts: list[tuple[str, str, str | None]] = []
    for path, text in named:
        fit = fit_text(text, partial(_add_with_path, faults, path))
        if fit is not None:
            texts.append((path, fit, None))
    return _load(texts, faults, known, advice)


def load_paths(paths: Iterable[Path], known: Iterable[Signature] = ()) -> Loaded:
    """Signatures from files, and from all .sig files below folders."""
    faults: list[Diagnostic] = []
    texts: list[tuple[str, str, str | None]] = []
    for path in paths:
        files = signature_files(path)
        if not files:
            faults.append(Diagnostic("E109", "no .sig file in this folder", path=str(path)))
        for file in files:
            text = read_source(file, partial(_add_with_path, faults, str(file)))
            if text is not None:
                texts.append((str(file), text, file.parent.name if file.parent not in (path, path.parent) else None))
    return _load(texts, faults, known)


def signature_files(path: Path) -> list[Path]:
    """The file itself, or the .sig files below a folder, in order."""
    return sorted(path.rglob("*.sig")) if path.is_dir() else [path]


def _add_with_path(faults: list[Diagnostic], path: str, diagnostic: Diagnostic) -> None:
    faults.append(replace(diagnostic, path=path))


class _Enough(Exception):
    """So many faults that it is not worth the time to look for more."""


class _Faults:
    """The faults of one file."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def report(self, diagnostic: Diagnostic) -> None:
        """One more.

        Raises:
            _Enough: there are very many.
        """
        self.found.append(diagnostic)
        if len(self.found) >= MAX_FAULTS:
            raise _Enough


def _load(
    texts: list[tuple[str, str, str | None]], faults: list[Diagnostic], known: Iterable[Signature], advice: bool = True
) -> Loaded:
    """`texts` are (path, text, the folder that names the category, where there is one)."""
    sources: list[Source] = []
    found: dict[str, _Faults] = {}
    for path, text, folder in texts:
        here = found[path] = _Faults()
        with suppress(_Enough):
            sources.extend(Source(path, text, signature) for signature in _signatures(path, text, folder, here))
    others = {signature.slug: signature for signature in known}
    placed = ((source.path, source.signature) for source in sources)
    for path, diagnostic in check_together(placed, others, advice=advice):
        found[path].found.append(diagnostic)
    told = (replace(d, path=path) for path, here in found.items() for d in _few(here.found))
    return Loaded(tuple(sources), (*faults, *told), {path: text for path, text, _ in texts})


def _signatures(path: str, text: str, folder: str | None, here: _Faults) -> Iterator[Signature]:
    syntax = parse_text(text, path, here.found.append)
    broken = [diagnostic.span.start for diagnostic in here.found if diagnostic.code in _HIDING]
    for written in syntax.signatures:
        before = len(here.found)
        signature = resolve_signature(build_signature(written, here.report), here.report)
        for diagnostic in (*check_signature(signature), *_misplaced(signature, folder)):
            here.report(diagnostic)
        hidden = _DOUBTFUL if any(_is_error_in(written.span, each) for each in here.found) else ()
        if any(written.span.start <= at <= written.span.end for at in broken):
            hidden += _HIDDEN
        here.found[before:] = [diagnostic for diagnostic in here.found[before:] if diagnostic.code not in hidden]
        yield signature


# What is missing may only have been lost by a fault of syntax.
_HIDING = ("E101", "E102", "E103", "E104", "E903")
_HIDDEN = ("E107", "E404", "W600", "W601", "W602")
# What a condition decides is only of interest where everything has a meaning.
_DOUBTFUL: tuple[str, ...] = ("W702", "W703", "W704")


def _is_error_in(span: Span, diagnostic: Diagnostic) -> bool:
    return diagnostic.severity == "error" and span.start <= diagnostic.span.start < span.end


def _misplaced(signature: Signature, folder: str | None) -> Iterator[Diagnostic]:
    if folder is not None and signature.category not in ("", folder):
        message = f"category `{signature.category}` in a file of folder `{folder}`"
        help_ = "the folder is named after the category of its signatures"
        yield fault("W603", message, heading_span(signature), help=help_)


def _few(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """In the order of the text, and not so many that nobody reads them."""
    unique = sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: (diagnostic.span.start, diagnostic.code))
    if len(unique) <= MAX_DIAGNOSTICS:
        return unique
    errors_first = sorted(unique, key=lambda diagnostic: diagnostic.severity)[:MAX_DIAGNOSTICS]
    kept = [diagnostic for diagnostic in unique if diagnostic in set(errors_first)]
    rest = f"{len(unique) - MAX_DIAGNOSTICS:,}" + (" or" if len(diagnostics) >= MAX_FAULTS else "")
    return [*kept, Diagnostic("E903", f"{rest} more faults in this file are not shown")]
