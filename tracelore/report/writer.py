"""The report as one HTML file that needs nothing else: no script, no request, no other file."""

from __future__ import annotations

from markupsafe import Markup

from tracelore import __version__
from tracelore.report.collect import Collected
from tracelore.report.templates import STYLES, environment
from tracelore.report.timeline import draw_timeline
from tracelore.results.job import Found, Job
from tracelore.results.output import Output
from tracelore.results.writer import Writer

__all__ = ["ReportWriter"]


class ReportWriter(Writer):
    """Collects what was found, and writes the report at the end.

    Args:
        job: What is run.
        output: Where it goes; opened before anything is run.
        in_full: How many events of each signature are shown in full; the others are counted.
    """

    def __init__(self, job: Job, output: Output, in_full: int) -> None:
        self._job = job
        self._output = output
        self._collected = Collected(job, in_full)

    def write(self, found: Found) -> None:
        self._collected.add(found)

    def finish(self) -> None:
        self._write(interrupted=False)
        self._output.finish()

    def keep(self) -> str:
        self._write(interrupted=True)
        return self._output.keep()

    def discard(self) -> None:
        self._output.discard()

    def _write(self, *, interrupted: bool) -> None:
        template = environment().get_template("tracelore/report.html")
        timeline, tallies = self._collected.timeline, self._collected.tallies
        page = template.stream(
            report=self._collected,
            accounts=self._collected.accounts,
            tallies=tallies,
            links={tally.slug: f"#{tally.slug}" for tally in tallies},
            timeline=timeline,
            timeline_picture=draw_timeline(timeline) if timeline else "",
            settings=self._job.settings,
            signatures=sum(not signature.internal for signature in self._job.catalogue.signatures),
            origin=self._job.catalogue.origin,
            version=__version__,
            interrupted=interrupted,
            style=Markup("\n").join(Markup(path.read_text("utf-8")) for path in STYLES),
        )
        stream = self._output.text()
        for part in page:
            # A name in a capture may hold what is no character.
            stream.write(part.encode("utf-8", "replace").decode())
