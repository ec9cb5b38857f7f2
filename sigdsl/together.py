"""What can only be seen of several signatures at once: names taken twice, observed signatures, cycles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from sigdsl.coverage import coverage
from sigdsl.diagnostics import Diagnostic, Label, fault
from sigdsl.limits import MAX_DIAGNOSTICS
from sigdsl.model import Observation, Signature, Span
from sigdsl.possible import Bounds, bounds_of_field, conflict, pattern_bounds
from sigdsl.resolve import renaming
from sigdsl.walk import fields_of

__all__ = ["check_together", "heading_span"]

_LONGEST_CHAIN = 8


def heading_span(signature: Signature) -> Span:
    """Where `signature NAME` stands."""
    start = signature.span.start
    return Span(start, start + len("signature ") + len(signature.slug))


def check_together(
    signatures: Iterable[tuple[str, Signature]], known: Mapping[str, Signature], *, advice: bool = True
) -> Iterator[tuple[str, Diagnostic]]:
    """Faults between signatures, each with the path of the file it stands in.

    `signatures` are (path, signature); `known` are others that may be observed. Without `advice`, signatures are not
    compared with each other, which takes longer than all the rest and gives warnings only.
    """
    placed = list(signatures)
    by_slug = dict(known)
    first_path: dict[str, str] = {}
    for path, signature in placed:
        if signature.slug in first_path:
            where = f"the first one is in {first_path[signature.slug]}"
            yield (
                path,
                fault("E502", f"signature `{signature.slug}` is given twice", heading_span(signature), help=where),
            )
            continue
        first_path[signature.slug] = path
        by_slug[signature.slug] = signature
    cycles = cycles_of(by_slug)
    lacks = _Lacks(by_slug)
    suggestions = 0
    for path, signature in placed:
        if by_slug[signature.slug] is not signature:
            continue  # a second one of this name
        for watched in signature.observes:
            if watched.signature not in by_slug:
                suggestions += 1
                yield path, _unknown(watched, by_slug if suggestions <= MAX_DIAGNOSTICS else {})
        for target, chain in cycles.get(signature.slug, ()):
            watched = next(watched for watched in signature.observes if watched.signature == target)
            message = "a signature cannot observe itself, not through others either"
            yield path, fault("E501", message, watched.span, _told(chain))
        for diagnostic in _keys(signature, lacks):
            yield path, diagnostic
    if advice:
        yield from _covered(by_slug, first_path)


def _covered(by_slug: Mapping[str, Signature], paths: Mapping[str, str]) -> Iterator[tuple[str, Diagnostic]]:
    """What says the same as another signature, or no more; told where the signature stands that was asked about."""
    for narrow, wide, same in coverage(by_slug.values()):
        if narrow.slug in paths:
            place, other = narrow, wide
        elif wide.slug in paths and same:
            place, other = wide, narrow
        else:
            continue
        if same:
            message, help_ = f"`{place.slug}` says the same as `{other.slug}`", "one of them is enough"
        else:
            message = f"every event of `{place.slug}` is one of `{other.slug}` too"
            help_ = f"where that is meant, say `variant-of {other.slug}`"
        yield paths[place.slug], fault("W700" if same else "W701", message, heading_span(place), help=help_)


def _unknown(watched: Observation, by_slug: Mapping[str, Signature]) -> Diagnostic:
    near = get_close_matches(watched.signature, by_slug, n=1)
    help_ = f"did you mean `{near[0]}`?" if near else "give the file it stands in as well"
    start = watched.span.start + len("observe ")
    repair = renaming(Span(start, start + len(watched.signature)), near)
    return fault("E500", f"no signature `{watched.signature}` to observe", watched.span, help=help_, repair=repair)


def _told(chain: list[str]) -> str:
    shown = chain if len(chain) <= _LONGEST_CHAIN else [*chain[: _LONGEST_CHAIN - 2], "...", chain[-1]]
    return " -> ".join(shown)


def cycles_of(by_slug: Mapping[str, Signature]) -> dict[str, list[tuple[str, list[str]]]]:
    """For signatures in a cycle of `observe`: which one they should not observe, and the way round from there.

    One pass in depth, so that not every cycle is found, but at least one through each knot.
    """
    found: dict[str, list[tuple[str, list[str]]]] = {}
    done: set[str] = set()
    for slug in by_slug:
        if slug not in done:
            _search(slug, by_slug, done, found)
    return found


def _search(
    start: str, by_slug: Mapping[str, Signature], done: set[str], found: dict[str, list[tuple[str, list[str]]]]
) -> None:
    way = {start: _observed(start, by_slug)}  # the way from `start`, and what is left to try of each
    while way:
        at = next(reversed(way))
        target = next(way[at], None)
        if target is None:
            done.add(at)
            del way[at]
        elif target in way:
            slugs = list(way)
            around = slugs[slugs.index(target) :]
            for index, slug in enumerate(around):
                if slug not in found:
                    turned = [*around[index:], *around[:index], slug]
                    found[slug] = [
                        (turned[1], turned[: _LONGEST_CHAIN + 1] if len(turned) > _LONGEST_CHAIN else turned)
                    ]
        elif target in by_slug and target not in done:
            way[target] = _observed(target, by_slug)


def _observed(slug: str, by_slug: Mapping[str, Signature]) -> Iterator[str]:
    return (watched.signature for watched in by_slug[slug].observes)


class _Lacks:
    """Whether the events of a signature can have a field, looked up once."""

    def __init__(self, by_slug: Mapping[str, Signature]) -> None:
        self._by_slug = by_slug
        self._bounds: dict[str, list[Bounds]] = {}
        self._known: dict[tuple[str, str], bool] = {}

    def __call__(self, slug: str, field: str) -> bool:
        if (slug, field) not in self._known:
            bounds = self._bounds.setdefault(slug, self._senders(slug))
            wanted = bounds_of_field(field)
            self._known[slug, field] = bool(bounds) and all(conflict(wanted, one) for one in bounds)
        return self._known[slug, field]

    def _senders(self, slug: str) -> list[Bounds]:
        patterns = self._by_slug[slug].patterns if slug in self._by_slug else ()
        return [pattern_bounds(pattern) for pattern in patterns if not pattern.from_responder]


def _keys(signature: Signature, lacks: _Lacks) -> Iterator[Diagnostic]:
    for part in signature.event.key if signature.event is not None else ():
        for ref in fields_of(part):
            for watched in signature.observes:
                if lacks(watched.signature, ref.name):
                    message = f"key `{ref.name}` does not exist in events of `{watched.signature}`"
                    yield fault("E401", message, ref.span, "", Label(watched.span, "observed here"))
