"""What follows `A > B:` for TCP, in the style of 2000 (`S 1:1(0) win 512`) and of today (`Flags [S], seq 1`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from matcher.packet import UNKNOWN, Unknown, Value
from matcher.tcpdump.values import number
from sigdsl.fields import FLAG_BITS

__all__ = ["TCP_FIELDS", "Segment", "is_tcp", "read_options", "read_tcp"]

TCP_FIELDS: Final = (
    "seq", "ack", "flags", "window", "urgent", "tcp.hlen", "options", "mss", "wscale", "sackok", "ts.val", "ts.ecr",
    "payload", "payload.len",
)  # fmt: skip

_LETTERS = {
    "F": FLAG_BITS["FIN"], "S": FLAG_BITS["SYN"], "R": FLAG_BITS["RST"], "P": FLAG_BITS["PSH"], "U": FLAG_BITS["URG"],
    "E": FLAG_BITS["ECE"], "W": FLAG_BITS["CWR"], "e": FLAG_BITS["AE"],
}  # fmt: skip
_ACK, _URG = FLAG_BITS["ACK"], FLAG_BITS["URG"]
_OLD_ECN = {"ECN-Echo": FLAG_BITS["ECE"], "CWR": FLAG_BITS["CWR"]}

_MODERN = re.compile(r"Flags \[(none|[FSRPUEWe.]{0,10})\]", re.ASCII)
_OLD = re.compile(r"([SFRPWEU]{1,8}|\.)(?:,? |,?$)", re.ASCII)
_QUIET = re.compile(r"tcp \d{1,6}(?:$| )", re.ASCII)  # tcpdump -q
_OLD_NEXT = re.compile(r"[SFRPWEU.]{1,8},? (?:\d|ack|win|urg|\[|<|cksum|\()", re.ASCII)

# The parts of a segment, in whatever order; each consumes what it matches.
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.ASCII))
    for name, pattern in (
        ("skip", r"(?:tcp sum ok|\[tcp sum ok\]|\[bad tcp cksum [^\]]{0,40}\]|cksum 0x[0-9a-f]{1,4})"),
        ("skip", r"\((?:correct|incorrect[^()]{0,30}(?:\([^()]{0,30}\))?|unverified)\)?"),
        ("ecn", r"\[(ECN-Echo,CWR|ECN-Echo|CWR)\]"),
        ("range", r"(?:seq )?(\d{1,10}):(\d{1,10})(?:\((\d{1,7})\))?"),
        ("seq", r"seq (\d{1,10})"),
        ("ack", r"ack (\d{1,10})"),
        ("window", r"win (\d{1,5})(?!\d)"),
        ("no window", r"win(?= *(?:[<(\[]|$))"),
        ("urgent", r"urg (\d{1,5})(?!\d)"),
        ("length", r"(?:length|tcp) (\d{1,6})"),
        ("options", r"options \[|<"),
        ("cut", r"\[\|tcp\]|\[bad hdr length[^\]]{0,60}\]|truncated-tcp \d{1,9}"),
        ("bare number", r"\d{1,10}(?= *(?:[<(\[]|$))"),
    )
)
_SEPARATORS: Final = ", \t"


@dataclass(slots=True)
class Segment:
    """A TCP header as far as a line shows it; `odd` says in words what is misprinted."""

    seen: dict[str, int | Unknown] = field(default_factory=dict)
    options: dict[str, Value] | None = None
    size: int | Unknown | None = None  # bytes of payload, when the line says so
    flags: int = 0
    cut: bool = False
    odd: list[str] = field(default_factory=list)

    def fields(self, modern: bool) -> dict[str, Value]:
        """Values for every field of a TCP header."""
        fields: dict[str, Value] = dict.fromkeys(TCP_FIELDS, UNKNOWN)
        fields.update(self.seen)
        fields["flags"] = self.flags
        if "window" in self.seen and not self.cut and self.options is None:
            for name in _OPTION_FIELDS:
                del fields[name]
            fields.update(_no_options())  # options are printed whenever there are any
            fields["tcp.hlen"] = 20
        elif self.options is not None:
            for name in _OPTION_FIELDS:
                del fields[name]
            fields.update(self.options)
        if self.size is None and not modern and "ack" in self.seen and "window" in self.seen and "seq" not in self.seen:
            fields["payload.len"] = 0  # the numbers are left out of a segment that carries nothing
        elif self.size is not None:
            fields["payload.len"] = self.size
        if fields["payload.len"] == 0:
            fields["payload"] = b""
        return fields


def is_tcp(body: str) -> bool:
    """Whether what follows the addresses is TCP."""
    if body.startswith(("Flags [", "[|tcp]", "truncated-tcp ")):
        return True
    return _QUIET.match(body) is not None or _OLD_NEXT.match(body) is not None


def read_tcp(body: str) -> Segment:
    """Read a segment as far as it goes."""
    segment = Segment()
    at = _read_flags(body, segment)
    for _ in range(32):
        while at < len(body) and body[at] in _SEPARATORS:
            at += 1
        at, name = _read_part(body, at, segment)
        if name in ("", "length", "cut"):
            break
    if "|tcp]" in body[at : at + 16]:
        segment.cut = True
    return segment


def _read_flags(body: str, segment: Segment) -> int:
    found = _MODERN.match(body)
    if found is not None:
        letters = "" if found[1] == "none" else found[1]
        segment.flags = sum({_LETTERS.get(letter, _ACK) for letter in letters})
        return found.end()
    found = _OLD.match(body)
    if found is None:
        return 0
    segment.flags = sum({_LETTERS[letter] for letter in found[1] if letter != "."})
    return found.end(1)


def _read_part(body: str, at: int, segment: Segment) -> tuple[int, str]:
    for name, pattern in _PARTS:
        found = pattern.match(body, at)
        if found is None:
            continue
        if name == "options":
            return _read_option_list(body, found.end(), segment), name
        _keep(name, found, segment)
        return found.end(), name
    return at, ""


def _keep(name: str, found: re.Match[str], segment: Segment) -> None:
    if name == "range":
        first, last = number(found[1]), number(found[2])
        segment.seen.setdefault("seq", first)
        if first is not UNKNOWN and last is not UNKNOWN:
            segment.size = (last - first) % (1 << 32)
        if found[3] is not None and (size := number(found[3], 17)) != segment.size:
            segment.odd.append(f"{found[1]}:{found[2]} does not span {found[3]} bytes")
            segment.size = size
        if isinstance(segment.size, int) and segment.size >> 17:
            segment.size = UNKNOWN
    elif name in ("seq", "ack"):
        segment.seen.setdefault(name, number(found[1]))
    elif name in ("window", "urgent"):
        segment.seen.setdefault(name, number(found[1], 16))
    elif name == "length":
        segment.size = number(found[1], 17)
    elif name == "ecn":
        segment.flags |= sum(_OLD_ECN[word] for word in found[1].split(","))
    elif name == "cut":
        segment.cut = True
    elif name == "no window":
        segment.odd.append("no number after 'win'")
        segment.seen["window"] = UNKNOWN
    elif name == "bare number":
        segment.odd.append(f"{found[0]} without 'win' before it")
        segment.seen["window"] = UNKNOWN
    if name == "ack":
        segment.flags |= _ACK
    elif name == "urgent":
        segment.flags |= _URG


_OPTION_FIELDS: Final = ("options", "mss", "wscale", "sackok", "ts.val", "ts.ecr")
_KIND = {
    "eol": 0, "nop": 1, "mss": 2, "wscale": 3, "sackOK": 4, "sack": 5, "echo": 6, "echoreply": 7, "timestamp": 8,
    "TS": 8, "cc": 11, "ccnew": 12, "ccecho": 13, "scps": 20, "md5": 19, "md5:": 19, "uto": 28, "tcp-ao": 29, "ao": 29,
    "mptcp": 30, "tfo": 34, "exp-fastopen": 254, "exptest-253": 253, "exptest-254": 254,
}  # fmt: skip
_NUMBERED = re.compile(r"(?:opt-|unknown-|kind )(\d{1,3})", re.ASCII)
_NUMBERS = re.compile(r"\d{1,10}", re.ASCII)
_MOST_OPTIONS: Final = 60  # more do not fit the 40 bytes there are


def _no_options() -> dict[str, Value]:
    return {"options": (), "sackok": 0}


def _read_option_list(body: str, start: int, segment: Segment) -> int:
    """Read the list that opens before `start`; a list that is cut leaves what is behind the cut unknown."""
    modern = body[start - 1] == "["
    end = _closing(body, start, *("[", "]") if modern else ("<", ">"))
    text = body[start:end]
    if end >= len(body):
        segment.cut = True
    segment.options = read_options(text, cut=segment.cut or "[|tcp]" in text or "[bad opt]" in text)
    return min(end + 1, len(body))


def _closing(body: str, start: int, opening: str, closing: str) -> int:
    depth = 1
    for at in range(start, len(body)):
        if body[at] == opening:
            depth += 1
        elif body[at] == closing:
            depth -= 1
            if depth == 0:
                return at
    return len(body)


def read_options(text: str, cut: bool = False) -> dict[str, Value]:
    """Option kinds in order and the values of those that have some.

    Args:
        text: Between the brackets: `mss 1460,nop,wscale 7`.
        cut: There were more options than the text shows.
    """
    fields: dict[str, Value] = {}
    kinds: list[int] = []
    for item in _split_items(text)[:_MOST_OPTIONS]:
        word = item.split(" ", 1)[0].split("[", 1)[0]
        named = _NUMBERED.match(item)
        kind = int(named[1]) if named is not None else _KIND.get(word)
        if kind is None or kind > 255:
            if word and not word.startswith("can't"):  # "can't check": the rest of tcpdump's remark on an MD5 option
                cut = True
            continue
        kinds.append(kind)
        _keep_option(kind, item, fields)
    fields["options"] = UNKNOWN if cut else tuple(kinds)
    fields["sackok"] = 1 if 4 in kinds else UNKNOWN if cut else 0
    if cut:
        for name in _OPTION_FIELDS:
            fields.setdefault(name, UNKNOWN)
    return fields


def _keep_option(kind: int, item: str, fields: dict[str, Value]) -> None:
    name = {2: "mss", 3: "wscale"}.get(kind)
    numbers = _NUMBERS.findall(item)
    if name is not None:
        fields.setdefault(name, number(numbers[0], 16 if kind == 2 else 8) if numbers else UNKNOWN)
    elif kind == 8:
        values = [number(text) for text in numbers[:2]] + [UNKNOWN, UNKNOWN]
        fields.setdefault("ts.val", values[0])
        fields.setdefault("ts.ecr", values[1])


def _split_items(text: str) -> list[str]:
    """Split at commas outside braces (the blocks of a sack option hold none, those of mptcp do)."""
    items, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        if letter == "{":
            depth += 1
        elif letter == "}":
            depth -= 1
        elif letter == "," and depth <= 0:
            items.append(text[start:at].strip())
            start = at + 1
    items.append(text[start:].strip())
    return items
