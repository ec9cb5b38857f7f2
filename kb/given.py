"""What somebody has seen of a packet, one field at a time: `ttl=241`, `win=4128`, `src=10.0.0.0/8`, `flags=SYN|ACK`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from kb.constants import V6
from kb.errors import QuestionError
from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS, Field, Kind, find_field, nearest_fields
from sigdsl.ranges import Range

__all__ = ["ENVELOPE", "Given", "Kinds", "Value", "implied", "read_given"]

MAX_GIVEN = 64  # more fields than a packet has that are worth asking for
MAX_TEXT = 4_096


@dataclass(frozen=True, slots=True)
class Kinds:
    """Option kinds. `whole`: these are all there are, in order; otherwise only that they are among them is known."""

    listed: tuple[int, ...]
    whole: bool = False


# A range of numbers, both ends included (IPv6 addresses have the bit 2^128 added); option kinds; or the bytes that a
# payload begins with.
Value = Range | Kinds | bytes


@dataclass(frozen=True, slots=True)
class Given:
    """One thing known of a packet.

    Attributes:
        field: The field's canonical name.
        value: What it holds.
        text: The value as it was given.
    """

    field: str
    value: Value
    text: str

    def __str__(self) -> str:
        return f"{self.field}={self.text}"


def read_given(texts: Iterable[str]) -> tuple[Given, ...]:
    """Read `FIELD=VALUE` texts.

    A field goes by its own name or one of Wireshark's, a window by tcpdump's `win` too. A value is a number (decimal or
    `0x` hexadecimal), a range `1..1023`, an address or network, flags (`SYN|ACK`, or `S.` as tcpdump prints them),
    `yes` or `no`, option kinds (`mss,ts`: these at least; `[mss, nop, ts]`: exactly these), or the bytes that a payload
    begins with (`GET `, `|16 03 01|`).

    Raises:
        QuestionError: There is no such field, a value is none that it can hold, or a field is named twice.
    """
    found: dict[str, Given] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name, value = name.strip(), value.removeprefix("=").strip()
        if not equals or not name or not value:
            raise QuestionError(f"{text[:80]!r} is not FIELD=VALUE, such as ttl=241")
        if len(value) > MAX_TEXT:
            raise QuestionError(f"{name}: a value has at most {MAX_TEXT:,} characters")
        field = _field(name)
        if field.name in found:
            raise QuestionError(f"{field.name} is given twice; a range of values is written low..high")
        found[field.name] = Given(field.name, _value(field, value), value)
        if len(found) > MAX_GIVEN:
            raise QuestionError(f"at most {MAX_GIVEN} values can be asked for together")
    return tuple(found.values())


def _field(name: str) -> Field:
    field = find_field(name) or find_field(name.lower())
    if field is None:
        near = ", ".join(nearest_fields(name))
        raise QuestionError(f"there is no field called {name[:80]}" + (f"; near it: {near}" if near else ""))
    return field


# --- values ----------------------------------------------------------------------------------------------------------

_ANSWERS = {"yes": 1, "true": 1, "1": 1, "no": 0, "false": 0, "0": 0}
_TCPDUMP_FLAGS = {"F": "FIN", "S": "SYN", "R": "RST", "P": "PSH", ".": "ACK", "U": "URG", "E": "ECE", "W": "CWR"}
_RANGE = re.compile(r"(.+?)\s*\.\.\s*(.+)|(\d+)\s*-\s*(\d+)")


def _value(field: Field, text: str) -> Value:
    match field.kind:
        case Kind.OPTIONS:
            return _kinds(field, text)
        case Kind.BYTES:
            return _bytes(field, text)
        case Kind.ADDRESS:
            return _addresses(field, text)
        case Kind.BOOLEAN:
            if text.lower() not in _ANSWERS:
                raise QuestionError(f"{field.name} is yes or no, not {text!r}")
            return (_ANSWERS[text.lower()],) * 2
        case _:
            return _numbers(field, text)


def _numbers(field: Field, text: str) -> Range:
    between = _RANGE.fullmatch(text)
    if between is None:
        return (_number(field, text),) * 2
    low, high = (_number(field, part) for part in between.groups() if part is not None)
    return _in_order(field, low, high, text)


def _in_order(field: Field, low: int, high: int, text: str) -> Range:
    if low > high:
        raise QuestionError(f"{field.name}: the range {text} ends before it begins")
    return low, high


def _number(field: Field, text: str) -> int:
    number = _flags(text) if field.name.endswith("flags") else None
    if number is None:
        try:
            number = int(text, 0) if not text.isdigit() else int(text)
        except ValueError:  # no number, or one of thousands of digits
            expected = "flags (SYN|ACK) or a number" if field.name.endswith("flags") else "a number or a range"
            raise QuestionError(f"{field.name} is {expected}, not {text[:80]!r}") from None
    if field.kind is Kind.MOD32 and number > -(1 << 32):
        return number % (1 << 32)  # `ack=-1` is ack 4294967295
    if not 0 <= number < 1 << field.bits:
        raise QuestionError(f"{field.name} goes from 0 to {(1 << field.bits) - 1}: {text[:80]} does not fit")
    return number


def _flags(text: str) -> int | None:
    """TCP flags by their names, or as tcpdump prints them: `S.`, `[R.]`, `none`."""
    bare = text.strip("[]")
    if bare.lower() == "none":
        return 0
    if all(letter in _TCPDUMP_FLAGS for letter in bare):
        names = [_TCPDUMP_FLAGS[letter] for letter in bare]
    else:
        names = [name.strip().upper() for name in re.split(r"[|,+]", text)]
    return sum(FLAG_BITS[name] for name in dict.fromkeys(names)) if all(name in FLAG_BITS for name in names) else None


def _addresses(field: Field, text: str) -> Range:
    low, dots, high = text.partition("..")
    try:
        if dots:
            ends = _address(low.strip()), _address(high.strip())
            if (ends[0] >= V6) != (ends[1] >= V6):
                raise ValueError("a range of addresses is of one version")
            return _in_order(field, *ends, text)
        if "/" in text:
            network = ip_network(text, strict=False)
            return _address(str(network[0])), _address(str(network[-1]))
        return (_address(text),) * 2
    except ValueError:
        raise QuestionError(f"{field.name} is an address or a network, not {text[:80]!r}") from None


def _address(text: str) -> int:
    address = ip_address(int(text) if text.isdigit() and len(text) <= 10 else text)
    return int(address) + (V6 if address.version == 6 else 0)


def _kinds(field: Field, text: str) -> Kinds:
    whole = text.startswith("[")
    words = [word for word in re.split(r"[\s,]+", text.strip("[]")) if word]
    numbers = [OPTION_KINDS.get(word.lower(), int(word) if word.isdigit() and len(word) < 4 else -1) for word in words]
    if not all(0 <= number < 1 << field.bits for number in numbers) or not (numbers or whole):
        known = ", ".join(OPTION_KINDS)
        raise QuestionError(f"{field.name} are kinds ({known}, or numbers up to 255), not {text[:80]!r}")
    return Kinds(tuple(numbers), whole)


def _bytes(field: Field, text: str) -> bytes:
    if len(text) > 1 and text[0] == text[-1] == "|":
        try:
            return bytes.fromhex(text[1:-1])
        except ValueError:
            raise QuestionError(f"{field.name}: {text[:80]} is not hexadecimal") from None
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return text.encode("utf-8", "replace")


# --- what follows ----------------------------------------------------------------------------------------------------

_PROTOCOLS = {"tcp": 6, "udp": 17, "icmp": 1, "icmp6": 58, "sctp": 132}
_VERSIONS = {"ip": 4, "ip6": 6}
# What nearly every value implies, so that it says little: that a window was asked for is no interest in TCP.
ENVELOPE = frozenset({*_PROTOCOLS, "proto", *_VERSIONS, "ip.version", "quoted"})
_INITIAL_TTLS = (32, 64, 128, 255)
_OPTION_OF = {"mss": "mss", "wscale": "wscale", "sackok": "sackok", "ts.val": "ts", "ts.ecr": "ts"}


def implied(given: Iterable[Given]) -> dict[str, Value]:
    """What the given values say of other fields: a window is TCP's, and a TTL of 241 was 255. Never what was given."""
    known = {each.field: each.value for each in given}
    found: dict[str, Value] = {}
    _from_header(known, found)
    for field in map(FIELDS.__getitem__, known):
        if field.protocol:
            found[field.protocol] = (1, 1)
    _settle(_PROTOCOLS, "proto", known, found)
    _settle(_VERSIONS, "ip.version", known, found)
    return {name: value for name, value in found.items() if name not in known}


def _from_header(known: dict[str, Value], found: dict[str, Value]) -> None:
    for name in ("src", "dst"):
        addresses = known.get(name)
        if isinstance(addresses, tuple):
            found["ip6" if addresses[0] >= V6 else "ip"] = (1, 1)
    ttl = known.get("ttl")
    if isinstance(ttl, tuple):
        low, high = (next(initial for initial in _INITIAL_TTLS if each <= initial) for each in ttl)
        found["ittl"] = (low, high)
        if low == high:
            found["hops"] = (low - ttl[1], low - ttl[0])
    tos = known.get("tos")
    if isinstance(tos, tuple) and tos[0] == tos[1]:
        found["dscp"], found["ecn"] = (tos[0] >> 2,) * 2, (tos[0] & 3,) * 2
    payload = known.get("payload")
    if isinstance(payload, bytes):
        found["payload.len"] = (len(payload), (1 << FIELDS["payload.len"].bits) - 1)
    options = {kind for name, kind in _OPTION_OF.items() if name in known and (name, known[name]) != ("sackok", (0, 0))}
    if options:
        found["options"] = Kinds(tuple(sorted(OPTION_KINDS[kind] for kind in options)))


def _settle(words: dict[str, int], number: str, known: dict[str, Value], found: dict[str, Value]) -> None:
    """Of the protocols of one layer a packet has one: each word, and the number, follow from any that is known."""
    both = {**found, **known}
    spoken = [words[word] for word in words if both.get(word) == (1, 1)]
    stated = both.get(number)
    if not spoken and isinstance(stated, tuple) and stated[0] == stated[1]:
        spoken = [stated[0]]
    if len(spoken) == 1:
        found[number] = (spoken[0],) * 2
        found.update({word: (int(value == spoken[0]),) * 2 for word, value in words.items()})
