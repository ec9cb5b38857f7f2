"""`Explain this`: what is pasted is explained, what is hostile is answered, and nothing is left of either."""

from __future__ import annotations

import asyncio
import bz2
import gzip
import json
import lzma
import os
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import zstandard

from tests.cli.test_match import EXAMPLE, PROBE, TOP
from tests.site.html import Element, parse
from tests.site_results.conftest import Ask, site_of

MIB = 1 << 20
FIRST = "/explain?example=19-latency-probe-syn-ack"


def answered(answer: Any, status: int = 200) -> Element:
    assert answer.status_code == status, answer.text
    return parse(answer.text)


def headings(whole: Element) -> list[str]:
    return [each.text for each in whole.all("h2", "h3")]


def children() -> set[str]:
    """Processes that this one has started and that are still there."""
    found = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread that has ended since it was listed
            found |= set((task / "children").read_text().split())
    return found


def files_below(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*")}


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """After each test: no process, and no file where temporary ones go or in the working directory."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    before = children()
    yield
    assert children() <= before
    assert files_below(scratch) == set()


# --- what is explained ------------------------------------------------------------------------------------------------


def test_the_founding_trace_by_the_example_button(get: Ask) -> None:
    form = answered(get("/explain")).one("form")
    assert form.one("a", href=FIRST).text == "Fill in an example"
    filled = answered(get(FIRST)).one("textarea").text
    assert "mayfield.ohio.net.44132 > name1.server.net.53" in filled
    text = "".join(answered(get(FIRST)).one("textarea")._pieces())
    whole = answered(get("/explain", "POST", data={"text": text}))
    assert "2 events in 12 packets" in headings(whole)
    assert "Every packet is in an event." in whole.text
    assert "Not an attack. Load balancers of a web site" in whole.text
    assert "5 source ports from 63604 to 63764; 156 left out" in whole.text  # the founding document's gap counting
    (group,) = whole.all("article")
    assert len([each for each in group.all("section") if each.attributes["class"] == "one-event"]) == 2


@pytest.mark.parametrize("name", ["latency-probe-syn-ack", "19-latency-probe-syn-ack", "backscatter-rst-ack-1&trace=2"])
def test_examples_are_traces_of_signatures(get: Ask, name: str) -> None:
    assert answered(get(f"/explain?example={name}")).one("textarea").text


@pytest.mark.parametrize("query", ["example=nothing-like-it", "example=19", "example=latency-probe-syn-ack&trace=99"])
def test_an_example_that_is_not_there(get: Ask, query: str) -> None:
    assert answered(get(f"/explain?{query}"), 404).one("div", role="alert").text


def test_a_capture_as_a_file_and_as_json(get: Ask) -> None:
    whole = answered(get("/explain", "POST", files={"capture": ("odd.pcap", EXAMPLE.read_bytes())}))
    assert "4 events in 67 packets" in headings(whole)
    headers = {"content-type": "application/vnd.tcpdump.pcap"}
    direct = get("/explain.json", "POST", content=EXAMPLE.read_bytes(), headers=headers)
    answer = direct.json()["answer"]
    assert answer["form"] == "pcap"
    assert answer["event_count"] == len(answer["events"]) == 4
    assert {event["signature"] for event in answer["events"]} >= {"latency-probe-syn-ack", "tcp-half-open-scan"}
    compressed = get("/explain.json", "POST", files={"capture": ("odd.pcap.gz", gzip.compress(EXAMPLE.read_bytes()))})
    assert compressed.json()["answer"] == answer
    assert not [key for key in answer["events"][0] if key not in direct.text]


@pytest.mark.parametrize(("trace", "found"), [(1, ["digital-island-ping"]), (2, [])])
def test_lines_may_have_the_bytes_below_them(get: Ask, trace: int, found: list[str]) -> None:
    text = "".join(answered(get(f"/explain?example=digital-island-ping&trace={trace}")).one("textarea")._pieces())
    assert "0x0000:  4500" in text
    answer = get("/explain.json", "POST", data={"text": text}).json()["answer"]
    assert [event["signature"] for event in answer["events"]] == found


def test_a_near_miss_says_what_differs_and_what_is_not_shown(get: Ask) -> None:
    text = "05:23:07.968535 victim.isp.net.22 > spoofed.ip.one.10180:\nR 0:0(0) ack 2 win 0 (ttl 53, id 57295)\n"
    answer = get("/explain.json", "POST", data={"text": text}).json()["answer"]
    assert answer["events"] == []
    (packet,) = answer["unexplained"]
    assert {field["name"]: field["value"] for field in packet["fields"]}["flags"] == "RST|ACK"
    assert "tos" in packet["not_shown"]
    (nearest,) = [miss for miss in answer["near_misses"] if miss["slug"] == "backscatter-rst-ack-1"]
    pattern = next(each for each in nearest["patterns"] if each["name"] == "answer")
    assert {part["text"]: part["says"] for part in pattern["parts"]}["ack == 1"] == "differs"
    assert {part["says"] for part in pattern["parts"]} == {"holds", "differs"}
    hidden = get("/explain.json", "POST", data={"text": text.replace(" ack 2", "")}).json()["answer"]
    says = [part["says"] for miss in hidden["near_misses"] for each in miss["patterns"] for part in each["parts"]]
    assert "not shown" in says
    whole = answered(get("/explain", "POST", data={"text": text}))
    assert "differs" in whole.text
    assert whole.one("a", href="/signature/backscatter-rst-ack-1")


def test_every_link_of_an_answer_leads_somewhere(get: Ask) -> None:
    whole = answered(get("/explain", "POST", files={"capture": ("odd.pcap", EXAMPLE.read_bytes())}))
    links = {link.attributes["href"] for link in whole.all("a")} - {"#main"}
    assert any(link.startswith("/fields/") for link in links)
    for link in links:
        assert get(link).status_code in (200, 302), link


# --- forged, oversized, busy ------------------------------------------------------------------------------------------


def test_a_form_without_its_token_is_refused_and_with_it_answered(get: Ask) -> None:
    form = get("/explain")
    token = parse(form.text).one("input", name="csrftoken").attributes["value"]
    cookies = {"ds_csrftoken": token}
    text = {"text": (None, PROBE)}
    assert get("/explain", "POST", files=text, cookies=cookies).status_code == 403
    assert get("/explain", "POST", files={"csrftoken": (None, "x"), **text}, cookies=cookies).status_code == 403
    assert get("/explain", "POST", data={"text": PROBE}, cookies=cookies).status_code == 403
    assert get("/explain", "POST", content=b"x", cookies=cookies).status_code == 403
    whole = answered(get("/explain", "POST", files={"csrftoken": (None, token), **text}, cookies=cookies))
    assert "1 event in 2 packets" in headings(whole)


def asgi(ask: Ask, body: list[bytes], headers: dict[str, str], path: str = "/explain") -> tuple[int, str, int]:
    """A request by hand: the status, the answer, and how many pieces of the body were read."""
    pieces = iter(body)
    read = 0
    sent: list[Any] = []

    async def receive() -> Any:
        nonlocal read
        read += 1
        piece = next(pieces, None)
        return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "path": path,
        "raw_path": path.encode(), "query_string": b"", "scheme": "http", "client": ("127.0.0.1", 1),
        "server": ("x", 1),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers.items()],
    }  # fmt: skip
    ask.run(ask.site.app()(scope, receive, send))  # type: ignore[attr-defined]
    text = b"".join(message.get("body", b"") for message in sent[1:]).decode()
    return sent[0]["status"], text, read


def test_what_says_that_it_is_too_large_is_refused_unread(get: Ask) -> None:
    status, text, read = asgi(get, [b"x"] * 9, {"content-length": str(5 * MIB), "content-type": "text/plain"})
    assert (status, read) == (413, 0)
    assert "more than 4,194,304 bytes" in parse(text).one("div", role="alert").text
    status, text, _ = asgi(get, [], {"content-length": str(5 * MIB)}, "/explain.json")
    assert (status, json.loads(text)["error"][:12]) == (413, "This is more")
    answer = get("/explain", "POST", content=b"x" * 5 * MIB)
    assert answer.status_code == 413
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_what_does_not_say_how_large_it_is_is_read_no_further_than_the_limit(get: Ask) -> None:
    for kind in ("application/octet-stream", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        status, _, read = asgi(get, [b"x" * MIB] * 50, {"content-type": kind, "cookie": "a=b"})
        assert read <= 6
        assert status in (403, 413), kind  # forged, where what reads the token gives up before the limit
    status, _, read = asgi(get, [b"x" * MIB] * 50, {"content-type": "application/octet-stream"})
    assert (status, read) == (413, 5)


@pytest.fixture
def small(knowledge_base: Path, tmp_path: Path) -> Callable[..., Any]:
    """A site with other limits."""
    return lambda **limits: _limited(knowledge_base, tmp_path, limits)


def _limited(knowledge_base: Path, folder: Path, limits: dict[str, Any]) -> Any:
    manager = site_of([knowledge_base], folder / "scratch" / "..")
    ask = manager.__enter__()
    ask.site._metadata_local["plugins"] = {"tracelore": {"explain": limits}}  # type: ignore[attr-defined]
    return manager, ask


def test_the_deadline_ends_what_takes_too_long(small: Callable[..., Any]) -> None:
    manager, ask = small(seconds=1)
    many = b"".join(PROBE.encode() for _ in range(14_000))
    answer = ask("/explain.json", "POST", content=many, headers={"content-type": "text/plain"})
    assert answer.status_code == 422
    assert "longer than 1 seconds" in answer.json()["error"] or "failed" in answer.json()["error"]
    manager.__exit__(None, None, None)


def test_memory_is_limited(small: Callable[..., Any]) -> None:
    manager, ask = small(memory_mb=20)
    answer = ask("/explain.json", "POST", data={"text": PROBE})
    assert answer.status_code == 422
    assert "memory" in answer.json()["error"] or "failed" in answer.json()["error"]
    manager.__exit__(None, None, None)


def test_more_than_may_wait_are_told_that_it_is_busy(small: Callable[..., Any]) -> None:
    manager, ask = small(at_once=1, waiting=1)

    async def all_at_once() -> list[Any]:
        posts = [ask.site.client.post("/explain.json", data={"text": PROBE}) for _ in range(5)]
        return list(await asyncio.gather(*posts))

    answers = ask.run(all_at_once())
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200, 200, 503, 503, 503]
    busy = next(answer for answer in answers if answer.status_code == 503)
    assert busy.headers["retry-after"] == "5"
    assert "try again" in busy.json()["error"]
    manager.__exit__(None, None, None)


def test_a_capture_longer_than_is_read_says_so(small: Callable[..., Any]) -> None:
    manager, ask = small(max_packets=10)
    whole = answered(ask("/explain", "POST", files={"capture": ("odd.pcap", EXAMPLE.read_bytes())}))
    assert "Only the first 10 packets were read." in whole.text
    manager.__exit__(None, None, None)


# --- fifty hostile things ---------------------------------------------------------------------------------------------

HEADER = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)


def record(data: bytes, claimed: int | None = None, seconds: int = 1) -> bytes:
    return struct.pack("<IIII", seconds, 0, len(data) if claimed is None else claimed, len(data)) + data


def ipv4(payload: bytes, proto: int, ihl: int = 5, total: int | None = None) -> bytes:
    length = 20 + len(payload) if total is None else total
    head = struct.pack(">BBHHHBBH4s4s", 0x40 | ihl, 0, length, 1, 0, 64, proto, 0, b"\xc0\0\2\1", b"\xc0\0\2\2")
    return b"\0" * 12 + b"\x08\0" + head + payload


PACKED = gzip.compress(EXAMPLE.read_bytes())
BOMB = b"\0" * (64 * MIB)
LINE = PROBE.replace("\n", " ").strip()
PASTES: dict[str, str] = {
    "markup": "<script>alert(1)</script>",
    "a closed text area": f"</textarea><script>alert(1)</script>\n{PROBE}",
    "a host that is markup": PROBE.replace("mayfield.ohio.net", "<img/src=x/onerror=alert(1)>.net"),
    "a host that closes an attribute": PROBE.replace("mayfield.ohio.net", '"onmouseover="x.net'),
    "template code": "{{ 7 * 7 }}{% for x in ().__class__.__base__.__subclasses__() %}",
    "template code as a host": PROBE.replace("mayfield", "{{7*7}}"),
    "database code": "'; DROP TABLE signatures; --",
    "a control character": PROBE.replace("mayfield", "may\x1b[2Jfield"),
    "text that runs backwards": PROBE.replace("mayfield", "may\u202efield"),
    "half a character": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1") + PROBE,
    "a nul": f"\0{PROBE}",
    "only spaces": " \n\t \r\n",
    "no packet": "the quick brown fox\n" * 100,
    "one endless line": "x" * 500_000,
    "an endless host": PROBE.replace("mayfield", "m" * 100_000),
    "endless options": PROBE.replace("<mss 556>", f"<{'nop,' * 20_000}nop>"),
    "endless digits": PROBE.replace("10399587:", f"{'9' * 50_000}:"),
    "numbers that no field holds": PROBE.replace("win 4128", "win 99999999999").replace("ttl 241", "ttl 4096"),
    "a clock beside itself": PROBE.replace("06:01:15", "99:99:99"),
    "an exponential pattern": f"{'a' * 30_000}!{'(' * 30_000}",
    "very many lines": f"{LINE}\n" * 8_000,
}
FILES: dict[str, bytes] = {
    "an empty file with a name": b"",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
    "an archive": b"PK\x03\x04" + bytes(500),
    "a program": b"\x7fELF" + bytes(500),
    "a database": b"SQLite format 3\0" + bytes(500),
    "a header and no more": HEADER,
    "half a header": HEADER[:11],
    "a record that is cut": HEADER + record(b"x" * 60)[:-20],
    "a record that claims 4 GiB": HEADER + record(b"x" * 60, claimed=0xFFFFFFFF),
    "a record that claims 200 MB": HEADER + record(b"x" * 60, claimed=200_000_000),
    "a link type that nobody knows": HEADER[:-4] + b"\xee\xee\0\0" + record(b"x" * 60),
    "a packet without a header": HEADER + record(b""),
    "a header longer than its packet": HEADER + record(ipv4(b"", 6, ihl=15)),
    "a length longer than its packet": HEADER + record(ipv4(b"\0" * 20, 6, total=65535)),
    "a length of nothing": HEADER + record(ipv4(b"\0" * 20, 6, total=0)),
    "options that never end": HEADER + record(
        ipv4(struct.pack(">HHIIBBHHH", 1, 2, 3, 4, 0xF0, 2, 5, 0, 0) + b"\2\0" * 20, 6)),
    "tags within tags": HEADER + record(b"\0" * 12 + b"\x81\0\0\1" * 5_000),
    "extension headers without end": HEADER + record(
        b"\0" * 12 + b"\x86\xdd\x60\0\0\0\xff\0\0\x40" + bytes(32) + b"\0\0\0\0\0\0\0\0" * 2_000),
    "labels without end": HEADER + record(b"\0" * 12 + b"\x88\x47" + b"\0\0\x10\0" * 5_000),
    "a time that no calendar has": HEADER + record(ipv4(b"\0" * 20, 6), seconds=0xFFFFFFFF),
    "nothing but 0xff": b"\xff" * 10_000,
    "noise": os.urandom(1) + zlib.compress(b"noise" * 500)[2:] * 20,
    "a pcapng section of no length": b"\x0a\x0d\x0d\x0a\0\0\0\0\x4d\x3c\x2b\x1a" + bytes(64),
    "a pcapng section of 2 GB": b"\x0a\x0d\x0d\x0a\xff\xff\xff\x7f\x4d\x3c\x2b\x1a" + bytes(64),
    "a snoop header and noise": b"snoop\0\0\0\0\0\0\2\0\0\0\4" + b"\xff" * 200,
    "a gzip bomb": gzip.compress(BOMB, 9),
    "a gzip bomb in a gzip bomb": gzip.compress(gzip.compress(BOMB, 9), 9),
    "a bzip2 bomb": bz2.compress(BOMB, 9),
    "an xz bomb": lzma.compress(BOMB, preset=1),
    "a zstd bomb": zstandard.compress(BOMB, 19),
    "a bomb of packets": gzip.compress(HEADER + record(b"x" * 60) * 400_000, 9),
    "a gzip file that is cut": PACKED[:-300],
    "a gzip file with a fault": PACKED[:400] + b"\0\0\0" + PACKED[403:],
    "compressed five times": gzip.compress(gzip.compress(gzip.compress(gzip.compress(gzip.compress(HEADER))))),
}  # fmt: skip


def test_there_are_fifty_of_them() -> None:
    assert len(PASTES) + len(FILES) + len(FORMS) >= 50


def check(answer: Any) -> None:
    """Either there is an answer, or a message in words that says why there is none; and nothing of it runs."""
    assert answer.status_code in (200, 400, 413, 422)
    whole = parse(answer.text)
    assert len(whole.all("script")) == 1
    assert not whole.all("img", "iframe")[1:]
    assert all(not name.startswith("on") for each in whole.all() for name in each.attributes)
    assert "Traceback" not in answer.text
    if answer.status_code == 200:
        assert re.search(r"(No packet|No known event|\d event)", " ".join(headings(whole)))
    else:
        assert len(whole.one("div", role="alert").text) > 20


@pytest.mark.parametrize("name", PASTES)
def test_hostile_pastes(get: Ask, name: str) -> None:
    check(get("/explain", "POST", data={"text": PASTES[name]}))


@pytest.mark.parametrize("name", FILES)
def test_hostile_files(get: Ask, name: str) -> None:
    check(get("/explain", "POST", files={"capture": (f"{name}.pcap", FILES[name])}))


MULTI = "multipart/form-data; boundary=frontier"
PART = b"--frontier\r\nContent-Disposition: form-data; "
END = b"\r\n--frontier--\r\n"
FORMS: dict[str, tuple[str, bytes]] = {
    "no form at all": (MULTI, b"hello"),
    "no boundary": ("multipart/form-data", b"--frontier--"),
    "an empty boundary": ("multipart/form-data; boundary=", b"----"),
    "an endless boundary": (f"multipart/form-data; boundary={'x' * 4000}", b"--x"),
    "a part without an end": (MULTI, PART + b'name="text"\r\n\r\nabc'),
    "a part without a name": (MULTI, b"--frontier\r\n\r\nabc" + END),
    "a header without an end": (MULTI, PART + b"x" * 200_000),
    "a name that climbs out": (MULTI, PART + b'name="capture"; filename="../../../etc/passwd"\r\n\r\nroot' + END),
    "a part that is packed": (MULTI, PART + b'name="text"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!' + END),
    "thousands of fields": (MULTI, (PART + b'name="x"\r\n\r\n1\r\n') * 5_000),
    "fields that are no text": ("application/x-www-form-urlencoded", b"text=%ff%fe%00&%ff=%ff"),
    "thousands of values": ("application/x-www-form-urlencoded", b"&".join(b"a=1" for _ in range(50_000))),
    "nothing": ("application/x-www-form-urlencoded", b""),
    "another type": ("application/json", b'{"text": "hello"}'),
    "a type that is none": ("\xff\xfe;;;", b"hello"),
}  # fmt: skip


@pytest.mark.parametrize("cookie", ["", "a=b"])
@pytest.mark.parametrize("name", FORMS)
def test_hostile_forms(get: Ask, name: str, cookie: str) -> None:
    kind, body = FORMS[name]
    headers = {"content-type": kind, "content-length": str(len(body))} | ({"cookie": cookie} if cookie else {})
    status, text, _ = asgi(get, [body], headers)
    assert status in (400, 403, 413, 422)
    assert "Traceback" not in text
    assert text.strip()


@pytest.mark.parametrize("length", ["-1", "many", "9" * 40])
def test_hostile_lengths(get: Ask, length: str) -> None:
    status, _, read = asgi(get, [b"x"], {"content-length": length, "content-type": "text/plain"})
    assert status in (400, 413)
    assert read == 0


def test_only_looking_and_asking(get: Ask) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        assert get("/explain", method).status_code == 405


def test_the_sources_of_this_project_are_no_capture(get: Ask) -> None:
    check(get("/explain", "POST", files={"capture": ("pyproject.toml", (TOP / "pyproject.toml").read_bytes())}))
