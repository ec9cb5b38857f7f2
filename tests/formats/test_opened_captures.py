"""Captures as the user names them: every format in every compression, pipes, and what is none."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from matcher.capture import Capture, CaptureError, NotACaptureError, open_capture, printable
from tests.decode.test_tunnels import TUNNELS
from tests.decode.wire_packets import number
from tests.formats.capture_bytes import pcap, pcapng, snoop
from tests.formats.test_damaged_files import PACKERS

LINE = b"00:00:0%d.000000 IP 10.0.0.1.1234 > 10.0.0.2.80: Flags [S], seq %d, win 512, length 0\n"
TEXT = b"".join(LINE % (second, second) for second in range(5))
CONTENTS = {"pcap": pcap(), "pcapng": pcapng(), "snoop": snoop(), "tcpdump text": TEXT}
PACK: dict[str, Callable[[bytes], bytes]] = {"plain": bytes, **PACKERS}


def frames(capture: Capture) -> int:
    with capture:
        return sum(1 for _ in capture.packets)


@pytest.mark.parametrize("packing", PACK)
@pytest.mark.parametrize("form", CONTENTS)
def test_every_form_in_every_packing(form: str, packing: str, tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(PACK[packing](CONTENTS[form]))
    capture = open_capture(str(path))
    assert capture.form == form
    assert frames(capture) == 5
    assert not capture.report.damage.total


@pytest.mark.parametrize("packing", PACKERS)
def test_text_of_a_damaged_packing_is_kept(packing: str, tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(PACKERS[packing](TEXT) + PACKERS[packing](TEXT)[:-1])
    capture = open_capture(str(path))
    assert frames(capture) >= 5
    assert capture.report.damage.total


def test_codecs_are_imported_only_for_what_they_unpack(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(pcap())
    script = f"""
import sys
from matcher.capture import open_capture, printable
assert len(list(open_capture({str(path)!r}).packets)) == 5
assert not {{"zstandard", "lz4"}} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_inner_packets_are_decoded_on_demand(tmp_path: Path) -> None:
    path = tmp_path / "capture"
    path.write_bytes(pcap([TUNNELS["gre"]], linktype=101))
    for inner, source in ((False, "10.0.0.1"), (True, "192.0.2.1")):
        with open_capture(str(path), inner=inner) as capture:
            assert [packet.get("src") for packet in capture.packets] == [number(source)]


@pytest.mark.parametrize("form", CONTENTS)
def test_named_pipe(form: str, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(CONTENTS[form],))
    writer.start()
    assert frames(open_capture(str(path), follow=True)) == 5
    writer.join()


def test_text_from_a_pipe_is_known_by_what_has_come_of_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    opened = threading.Event()

    def write() -> None:
        with path.open("wb", buffering=0) as stream:
            stream.write(b"tcpdump: listening on eth0\n")
            stream.write(TEXT[:100])
            opened.wait(30)
            stream.write(TEXT[100:])

    writer = threading.Thread(target=write)
    writer.start()
    capture = open_capture(str(path))
    opened.set()
    assert frames(capture) == 5
    writer.join()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"To be, or not to be\n" * 5000, "text, but not as tcpdump prints"),
        (b"no line end", "text, but not as tcpdump prints"),
        (bytes(300), "binary data"),
        (PACKERS["zstd"](b"no capture"), "text, but not"),
        (PACKERS["lz4"](b""), "is empty"),
        (b"\x28\xb5\x2f\xfd", "is empty (zstd data end too early"),
    ],
)
def test_what_is_no_capture(content: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(NotACaptureError) as error:
        open_capture(str(path))
    assert message in str(error.value)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for name in (str(tmp_path), str(tmp_path / "none"), "a\0b", ""):
        with pytest.raises(CaptureError) as error:
            open_capture(name)
        assert not isinstance(error.value, NotACaptureError)


def test_names_are_shown_without_what_moves_the_cursor() -> None:
    assert printable("a\x1b[2J\nb\udce9é.pcap") == "a\\x1b[2J\\x0ab\\udce9é.pcap"


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CaptureError, match="closed"):
        open_capture("-")
