"""A knowledge base to which packs were added."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from kb.build import dump
from kb.entries import Entry, PackOrigin
from kb.extend import PackContent, extend
from kb.models import facts, load_models, pack_origins
from kb.read import search, show


def brought(entry: Entry, slug: str, pack: str) -> PackContent:
    signature = replace(entry.signature, slug=slug, variant_of=(), observes=())
    origin = PackOrigin(pack, "1.0", "ada@example.org", "CC0-1.0", "0" * 64)
    return PackContent(origin, (replace(entry, signature=signature, pack=pack),), {slug: 12.0})


def test_what_was_there_stays_and_what_is_brought_is_found(kb_path: Path, entries: list[Entry], tmp_path: Path) -> None:
    target = tmp_path / "more.db"
    extend(kb_path, target, [brought(entries[0], "zz-brought", "some")], {"packs": "x"}, {})
    before, after = set(dump(kb_path)), set(dump(target))
    assert before <= after
    assert [each.slug for each in load_models(target)] == sorted(
        [*(each.slug for each in load_models(kb_path)), "zz-brought"]
    )
    assert {slug: origin.name for slug, origin in pack_origins(target).items()} == {"zz-brought": "some"}
    page = show(target, "zz-brought")
    assert page.pack is not None
    assert (page.pack.publisher, page.specificity_bits) == ("ada@example.org", 12.0)
    assert show(target, entries[2].signature.slug).pack is None
    assert "zz-brought" in [hit.slug for hit in search(target, "brought")]
    assert facts(target)["packs"] == "x"


def test_a_pack_that_does_not_fit_leaves_nothing(kb_path: Path, entries: list[Entry], tmp_path: Path) -> None:
    target, plain = tmp_path / "more.db", tmp_path / "plain.db"
    taken = brought(entries[0], entries[2].signature.slug, "taken")
    lost = brought(entries[0], "zz-lost", "lost")
    lost = replace(lost, entries=(replace(lost.entries[0], signature=replace(
        lost.entries[0].signature, variant_of=("nobody",))),))  # fmt: skip
    extend(kb_path, target, [taken, lost], {}, {"before": "it was damaged"})
    extend(kb_path, plain, [], {}, {})
    left_out = json.loads(facts(target)["left-out"])
    assert sorted(left_out) == ["before", "lost", "taken"]
    assert "there is no signature called nobody" in left_out["lost"]
    rows = [[row for row in dump(path) if row[0] != "meta"] for path in (target, plain)]
    assert rows[0] == rows[1]
