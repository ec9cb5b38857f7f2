"""The report is written beside another output: both end the same way."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.captures import open_captures
from tests.cli.test_match import EXAMPLE
from tests.site.html import parse
from tests.site_results.conftest import signatures
from tracelore.progress import Watch
from tracelore.report.writer import ReportWriter
from tracelore.results.beside import Beside
from tracelore.results.formats import open_writer
from tracelore.results.job import Job, Settings
from tracelore.results.output import Output
from tracelore.results.session import Session

__all__ = ["signatures"]  # the fixture


@pytest.fixture
def session(signatures: Path, tmp_path: Path) -> Session:
    job = Job(Settings(signatures=(signatures,)))
    report = ReportWriter(job, Output(str(tmp_path / "r.html")), in_full=1)
    writer = Beside(open_writer("csv", job, str(tmp_path / "r.csv")), report)
    return Session(job, writer, watch=Watch())


def test_an_interrupted_run_keeps_both_drafts(session: Session, tmp_path: Path) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    session.each = interrupted
    with pytest.raises(KeyboardInterrupt):
        session.run(open_captures([str(EXAMPLE)]))
    (kept,) = session.keep()
    assert kept == f"{tmp_path / 'r.csv.part'} and {tmp_path / 'r.html.part'}"
    whole = parse((tmp_path / "r.html.part").read_text("utf-8"))
    assert "The run was interrupted" in whole.one("p", **{"class": "notice"}).text
    assert "4 events" in whole.one("h1").text
    assert not (tmp_path / "r.html").exists()


def test_a_run_that_fails_leaves_neither(session: Session, tmp_path: Path) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    session.each = full
    with pytest.raises(Exception, match="No space left"):
        session.run(open_captures([str(EXAMPLE)]))
    assert list(tmp_path.iterdir()) == []
