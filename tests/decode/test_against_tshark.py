"""Every field of every frame of a corpus of captures, held against tshark; the packets within tunnels, too.

What the ordinary decoder gives, and what the kernels give. The corpus is in a folder `shared` beside the checkout (or
where TRACELORE_SHARED says). Where we differ from tshark by its own choice, the difference is in `choices` with the
reason.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

import pytest

pytest.importorskip("numba")

from matcher.compiled import scanner
from matcher.decode import decode
from matcher.formats import ReadReport, Record, open_source, read_records
from matcher.packet import UNKNOWN, Packet, Value
from tests.decode.choices import NOT_COMPARED, OTHER_TUNNELS, UNREADABLE, is_choice
from tests.decode.judge import (
    INNER_IP,
    INNER_TRANSPORT,
    MANIFEST,
    MOST_FRAMES,
    Frame,
    Judge,
    captures,
    layers_of,
    normal,
    shown,
)
from tests.decode.kept import KEPT, KeptPacket, Token, as_kept, kept_packets
from tests.shared import SHARED

needs_corpus = pytest.mark.skipif(not MANIFEST.exists(), reason=f"no corpus of captures at {SHARED}")


@pytest.fixture(scope="session")
def judge(request: pytest.FixtureRequest) -> Judge:
    if not shutil.which("tshark"):
        pytest.skip("tshark is not installed")
    return Judge(request.config.cache.mkdir("tshark"))


def read(capture: str) -> tuple[list[Record], ReadReport]:
    """All damage, and the first records."""
    report = ReadReport()
    with (SHARED / "captures" / capture).open("rb") as stream:
        source, form = open_source(stream, report)
        records = read_records(source, form, report)
        first = list(islice(records, MOST_FRAMES))
        for _ in records:
            pass
        return first, report


def differences(
    capture: str, packet: Packet | KeptPacket, frame: Frame, expected: Mapping[str, Value | Token | None]
) -> Iterator[str]:
    """Where a packet, of the decoder or of the kernels, is not as tshark shows it."""
    for name, theirs in expected.items():
        ours = packet.time_ns if name == "time_ns" else packet.get(name)
        ours = None if ours is UNKNOWN else ours
        if ours != theirs and not is_choice(capture, name, ours, theirs, frame):
            whose = "ours" if isinstance(packet, Packet) else "the kernels'"
            told = f"{frame['protocols']} {frame['doubt']}"
            yield f"frame {packet.frame} {name}: {whose} {ours!r}, tshark's {theirs!r} ({told})"


# Layers that may stand between an IP packet and one that it carries, where we follow tshark.
FOLLOWED = {
    "eth", "ethertype", "vlan", "ieee8021ad", "llc", "mpls", "ppp", "gre", "erspan", "vxlan", "geneve", "gtp",
    "etherip", "udp", "pwethheuristic", "pwethcw",
}  # fmt: skip
IP = ("ip", "ipv6")


def innermost(frame: Frame) -> dict[str, Value | None]:
    """What tshark says of the innermost packet of a frame, as far in as we follow."""
    layers = layers_of(frame)
    start = next((at for at, layer in enumerate(layers) if layer in IP), len(layers))
    last = start
    for at in range(start + 1, len(layers)):
        if layers[at] in IP:
            last = at
        elif layers[at] not in FOLLOWED and not layers[at].startswith("ipv6."):
            break
    if last in (start, len(layers)):
        return {}
    version = IP.index(layers[last])
    which = layers[: last + 1].count(layers[last]) - 1
    found = {name: occurrence(frame, theirs[version], which) for name, theirs in INNER_IP.items()}
    above = next((layer for layer in layers[last + 1 :] if not layer.startswith("ipv6.")), "")
    for name, theirs in INNER_TRANSPORT.get(above, {}).items():
        found[name] = occurrence(frame, theirs, layers[:last].count(above))
    return found


def occurrence(frame: Frame, field: str, which: int) -> Value | None:
    values = frame[field]
    if which >= len(values):
        return None
    return str(values[which]) if field.endswith(("src", "dst")) else int(values[which], 0)


def inner_differences(outer: Packet, packet: Packet, frame: Frame) -> Iterator[str]:
    if set(frame["doubt"]) & {"version", "srcrt", "hdrlen", "iplen"}:  # tshark shows other headers then, or fewer
        return
    found = innermost(frame)
    if not found and packet.fields != outer.fields:
        yield f"frame {packet.frame}: an inner packet that tshark does not show ({frame['protocols']})"
    for name, value in found.items():
        ours, theirs = packet.get(name), normal(name, value)
        if theirs is not None and ours != theirs:
            yield f"frame {packet.frame} inner {name}: ours {ours!r}, tshark's {theirs!r} ({frame['protocols']})"


@needs_corpus
@pytest.mark.parametrize("capture", captures())
def test_capture_is_read_as_tshark_reads_it(capture: str, judge: Judge) -> None:
    records, report = read(capture)
    if any(capture.endswith(end) for end in UNREADABLE):
        assert report.damage.total, "what is not read is said"
        return
    packets = [decode(record, report) for record in records]
    answer = judge.answer(capture, packets)
    frames = answer["frames"]
    supported = "doesn't support" not in answer["stderr"] and "isn't a capture file" not in answer["stderr"]
    assert supported != any(capture.endswith(end) for end in NOT_COMPARED), answer["stderr"]
    if supported:
        assert len(packets) == len(frames)
    kept = kept_packets(capture)
    assert len(kept) == len(packets)
    found = list[str]()
    for frame, packet, of_kernels in zip(frames, packets, kept, strict=False):
        theirs = shown(frame)
        found += differences(capture, packet, frame, theirs)
        found += differences(capture, of_kernels, frame, {name: as_kept(value) for name, value in theirs.items()})
    inner = (decode(record, ReadReport(), inner=True) for record in records)
    if not any(capture.endswith(end) for end in OTHER_TUNNELS):
        found += [line for three in zip(packets, inner, frames, strict=False) for line in inner_differences(*three)]
    assert not found, "\n".join(found[:20])
    if answer["rc"] and supported and ("/damaged/" in capture or "/compressed/cut" in capture):
        assert report.damage.total, "damage is said where tshark says it"


@needs_corpus
def test_most_frames_are_decided_by_the_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the ordinary decoder would be compared with tshark twice."""
    left = set[int]()

    def decode_what_is_left(record: Record, report: ReadReport, inner: bool) -> Packet:
        left.add(record.frame)
        return decode(record, report, inner)

    monkeypatch.setattr(scanner, "decode", decode_what_is_left)
    total, decided, fields = 0, 0, Counter[str]()
    for capture in captures():
        left.clear()
        packets = kept_packets(capture, 2_000)  # lest a few large ones outweigh the rest
        total += len(packets)
        decided += len(packets) - len(left)
        fields.update(name for packet in packets if packet.frame not in left for name in packet.values)
    assert decided > 0.8 * total
    assert set(KEPT) == {name for name in KEPT if fields[name] > 5}
