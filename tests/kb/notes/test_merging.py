"""Merging is the union of revisions: in any order, any number of times, the same comes out, and nothing is lost."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.notes import Notes, Remark, Revision, read_lines, write_lines
from kb.notes.history import in_order
from tests.kb.notes.strategies import START, histories

FEW = settings(max_examples=12, deadline=None)


@contextmanager
def empty(count: int) -> Iterator[list[Notes]]:
    """Notes databases of several people."""
    with tempfile.TemporaryDirectory() as folder:
        yield [Notes(Path(folder) / f"{number}.db") for number in range(count)]


def closed(history: list[Revision], chosen: Iterable[Revision]) -> list[Revision]:
    """What was chosen with all that it continues: what one person can have."""
    by_id = {revision.id: revision for revision in history}
    waiting, found = list(chosen), {}
    while waiting:
        revision = waiting.pop()
        found[revision.id] = revision
        waiting += [by_id[other] for other in (revision.note, *revision.parents) if other not in found]
    return list(found.values())


@st.composite
def shares(draw: st.DrawFn, people: int) -> list[str]:
    """What each of several people has of one history, as exports."""
    history = draw(histories())
    chosen = [draw(st.lists(st.sampled_from(history), max_size=len(history))) for _ in range(people)]
    return [write_lines(draw(st.permutations(closed(history, each)))) for each in chosen]


@FEW
@given(shares(3))
def test_merging_is_commutative_associative_and_idempotent(exports: list[str]) -> None:
    with empty(8) as (first, *others, pair):
        for text in exports:
            first.import_(text)
        merged = first.export()
        for order, notes in zip(itertools.permutations(exports), others, strict=False):
            for text in (*order, order[0]):
                notes.import_(text)
            assert notes.export() == merged
        pair.import_(exports[1])
        pair.import_(exports[2])
        joined = pair.export()
        again = Notes(pair.path.with_name("again.db"))
        again.import_(joined)
        again.import_(exports[0])
        assert again.export() == merged
        assert again.import_(merged).new == 0


@FEW
@given(histories())
def test_what_was_exported_comes_back_as_it_was(history: list[Revision]) -> None:
    with empty(1) as (notes,):
        unique = {revision.id: revision for revision in history}
        report = notes.import_(write_lines(history))
        assert (report.new, report.known) == (len(unique), 0)
        found = {revision.id: revision for note in notes.all() for revision in note.revisions}
        assert found == unique
        assert {each.id: each for each in read_lines(notes.export())} == unique


@given(histories())
def test_a_history_is_told_in_the_order_of_its_making(history: list[Revision]) -> None:
    told = in_order(reversed(history))
    assert {revision.id for revision in told} == {revision.id for revision in history}
    place = {revision.id: at for at, revision in enumerate(told)}
    assert all(place[parent] < place[revision.id] for revision in told for parent in revision.parents)


def test_concurrent_edits_both_stay_until_somebody_settles_them() -> None:
    with empty(2) as (ann, bob):
        note = ann.add("tcp-half-open-scan", Remark("one"), "Ann", date=START)
        bob.import_(ann.export())
        ann.revise(note, Remark("as Ann has it"), "Ann")
        bob.revise(bob.find(note.id), Remark("as Bob has it"), "Bob")
        ann.import_(bob.export())
        bob.import_(ann.export())
        assert ann.export() == bob.export()
        both = ann.find(note.id)
        assert {head.author for head in both.standing} == {"Ann", "Bob"}
        settled = bob.revise(bob.find(note.id), Remark("as both have it"), "Bob")
        assert [head.content for head in settled.standing] == [Remark("as both have it")]
        assert len(settled.revisions) == 4


def test_a_withdrawal_beside_an_edit_leaves_the_edit() -> None:
    with empty(1) as (notes,):
        note = notes.add("tcp-half-open-scan", Remark("one"), "Ann", date=START)
        notes.revise(note, Remark("two"), "Bob")
        both = notes.withdraw(note, "Ann", reason="wrong")  # as Ann saw it: without Bob's edit
        assert [head.author for head in both.standing] == ["Bob"]
        assert {head.content for head in both.heads} == {None, Remark("two")}


def test_one_of_two_versions_can_be_withdrawn() -> None:
    with empty(1) as (notes,):
        note = notes.add("tcp-half-open-scan", Remark("one"), "Ann", date=START)
        notes.revise(note, Remark("two"), "Bob")
        both = notes.revise(note, Remark("three"), "Cyd")
        mine = next(head for head in both.heads if head.author == "Cyd")
        left = notes.withdraw(both, "Cyd", replaces=[mine.id])
        assert [head.author for head in left.standing] == ["Bob"]


def test_the_same_said_twice_at_one_moment_is_one_note() -> None:
    with empty(1) as (notes,):
        for _ in range(2):
            notes.add("tcp-half-open-scan", Remark("one"), "Ann", date=START)
        assert len(notes.all()) == 1


@pytest.mark.parametrize("count", [2_000])
def test_many_notes_are_merged_in_one_go(count: int) -> None:
    with empty(2) as (ann, bob):
        lines = "".join(ann_line(number) for number in range(count))
        assert ann.import_(lines).new == count
        assert bob.import_(ann.export()).new == count
        assert bob.signatures() == {"tcp-half-open-scan": count}


def ann_line(number: int) -> str:
    from kb.notes.wire import made

    date = f"2026-03-04T05:06:07.{number:06}Z"
    return write_lines([made(Revision("", "", (), "remark", "tcp-half-open-scan", None, "Ann", date, Remark("x")))])
