"""The founding document's traces, as a user would try them: each is recognised, nobody is accused who should not be."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
import subprocess
from collections.abc import Set
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from matcher.capture import open_capture
from tests.as_capture import LINK_COOKED, LINK_NULL, LINK_RAW, Variation, frames, write_pcap, write_pcapng
from tests.shared import SHARED, needs_shared
from tracelore.cli import main

pytestmark = needs_shared
TRACES = SHARED / "seed" / "traces"
SUSPECT = {"malicious", "third-party"}


@cache
def rows() -> dict[str, tuple[frozenset[str], str]]:
    """Trace -> slugs that must be reported, and their verdict."""
    with (SHARED / "seed" / "cases.tsv").open(encoding="utf-8") as file:
        table = csv.DictReader(file, delimiter="\t")
        return {row["trace"]: (frozenset(row["must_report"].split(";")) - {"-"}, row["verdict"]) for row in table}


CASES = sorted(rows()) if SHARED.exists() else []


def events_of(path: Path, *options: str) -> list[dict]:
    """What `tracelore match --format ndjson PATH` prints."""
    result = CliRunner().invoke(main, ["match", "--format", "ndjson", *options, str(path)])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def judge(trace: str, events: list[dict], unknown: Set[str] = frozenset()) -> None:
    """Every slug that must be reported is, with its verdict; nothing else is held against anybody."""
    must, verdict = rows()[trace]
    must -= unknown
    reported = {event["signature"]: event["verdict"] for event in events}
    assert must <= reported.keys(), (trace, reported)
    assert all(reported[slug] == verdict for slug in must)
    wrong = {slug for slug, said in reported.items() if said in SUSPECT and slug not in must}
    assert not wrong, (trace, wrong)


@pytest.mark.parametrize("trace", CASES)
def test_the_trace_as_printed(trace: str) -> None:
    judge(trace, events_of(TRACES / f"{trace}.txt"))


FORMS = {
    "pcap": write_pcap,
    "pcap-big-endian": lambda path, records: write_pcap(path, records, order=">"),
    "pcap-nanoseconds": lambda path, records: write_pcap(path, records, nano=True),
    "pcap-raw-ip": lambda path, records: write_pcap(path, records, link=LINK_RAW),
    "pcap-cooked": lambda path, records: write_pcap(path, records, link=LINK_COOKED),
    "pcap-loopback": lambda path, records: write_pcap(path, records, link=LINK_NULL),
    "pcapng": write_pcapng,
    "pcapng-big-endian": lambda path, records: write_pcapng(path, records, order=">"),
}


@cache
def packets_of(trace: str) -> tuple:
    with open_capture(str(TRACES / f"{trace}.txt")) as capture:
        return tuple(capture.packets)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("trace", CASES)
def test_the_trace_as_a_capture(trace: str, form: str, tmp_path: Path) -> None:
    path = FORMS[form](tmp_path / "trace.bin", frames(packets_of(trace), Variation()))
    judge(trace, events_of(path))


@pytest.mark.parametrize("trace", CASES)
def test_the_trace_as_a_compressed_capture(trace: str, tmp_path: Path) -> None:
    path = write_pcap(tmp_path / "trace.pcap", frames(packets_of(trace), Variation()))
    packed = tmp_path / "trace.pcap.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    judge(trace, events_of(packed))


VARIATIONS = {
    "other-addresses": Variation(seed=7),
    "other-times": Variation(seed=1, shift_s=1_700_000_123.456),
    "other-ephemeral-ports": Variation(seed=2, port_offset=3001),
    "other-services": Variation(seed=3, services={22: 80, 23: 443, 68: 8080, 77: 6000, 510: 25, 6666: 7000, 21: 993}),
    "tagged": Variation(seed=4, vlan=True),
}


@pytest.mark.parametrize("name", VARIATIONS)
@pytest.mark.parametrize("trace", CASES)
def test_the_trace_with_other_circumstances(trace: str, name: str, tmp_path: Path) -> None:
    vary = VARIATIONS[name]
    fresh = Variation(vary.seed, vary.shift_s, vary.port_offset, vary.services, vary.vlan)
    path = write_pcap(tmp_path / "trace.pcap", frames(packets_of(trace), fresh))
    judge(trace, events_of(path))


PRINTED = (["-nn"], ["-nn", "-v"], ["-n", "-S", "-tttt", "-e", "-vv"])
NEEDS_IP_ID = {"ack-scan-id-39426"}  # tcpdump prints it with -v only; without, whether it matches is unknown


@pytest.mark.skipif(shutil.which("tcpdump") is None, reason="tcpdump is not installed")
@pytest.mark.parametrize("options", PRINTED, ids=" ".join)
@pytest.mark.parametrize("trace", CASES)
def test_the_trace_as_tcpdump_prints_it_today(trace: str, options: list[str], tmp_path: Path) -> None:
    capture = write_pcap(tmp_path / "trace.pcap", frames(packets_of(trace), Variation(seed=5, shift_s=1.6e9)))
    printed = subprocess.run(["tcpdump", *options, "-r", str(capture)], capture_output=True, check=True).stdout
    text = tmp_path / "trace.txt"
    text.write_bytes(printed)
    judge(trace, events_of(text), unknown=frozenset() if "v" in "".join(options) else NEEDS_IP_ID)


@pytest.mark.parametrize("trace", CASES)
def test_only_what_was_sent_is_reported_once(trace: str, tmp_path: Path) -> None:
    """The same input gives the same ids, and no id twice."""
    first, second = events_of(TRACES / f"{trace}.txt"), events_of(TRACES / f"{trace}.txt")
    assert first == second
    assert len({event["id"] for event in first}) == len(first)
