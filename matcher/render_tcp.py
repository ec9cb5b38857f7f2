"""What a line says of TCP, in tcpdump's words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from operator import itemgetter

from matcher.packet import UNKNOWN, Value
from matcher.render_ip import shown_if_known
from sigdsl.fields import FLAG_BITS

__all__ = ["options_text", "tcp_text", "tcp_words", "usual_tcp_words"]

Fields = Mapping[str, Value]

_LETTERS = (
    ("FIN", "F"), ("SYN", "S"), ("RST", "R"), ("PSH", "P"), ("ACK", "."), ("URG", "U"), ("ECE", "E"), ("CWR", "W"),
    ("AE", "e"),
)  # fmt: skip
_OPTION_NAMES = {
    0: "eol", 1: "nop", 4: "sackOK", 5: "sack", 6: "echo", 7: "echoreply", 19: "md5", 29: "tcp-ao", 30: "mptcp",
    34: "tfo",
}  # fmt: skip
_OPTION_FORMS: dict[int, tuple[str, tuple[str, ...]]] = {
    2: ("mss %d", ("mss",)), 3: ("wscale %d", ("wscale",)), 8: ("TS val %d ecr %d", ("ts.val", "ts.ecr")),
}  # fmt: skip
_ACK, _URG = FLAG_BITS["ACK"], FLAG_BITS["URG"]
_USUAL = itemgetter("flags", "seq", "ack", "window", "urgent", "payload.len")


def tcp_words(fields: Fields) -> str:
    """What is known of flags, numbers, window, options and length."""
    flags, seq, size = fields.get("flags"), fields.get("seq"), fields.get("payload.len")
    parts = [f"Flags [{_flag_letters(flags)}]"] if isinstance(flags, int) else []
    if isinstance(seq, int):
        last = f":{(seq + size) % (1 << 32)}" if isinstance(size, int) and size else ""
        parts.append(f"seq {seq}{last}")
    for name, word, bit in (("ack", "ack", "ACK"), ("window", "win", ""), ("urgent", "urg", "URG")):
        value = fields.get(name)
        # ack and urg without their flags are printed only where they hold something: that is worth seeing
        if isinstance(value, int) and (value or not bit or _has(flags, bit)):
            parts.append(f"{word} {value}")
    options = _tcp_options(fields)
    if options:
        parts.append(options)
    if isinstance(size, int):
        parts.append(f"length {size}")
    # no options in a line means that there are none: where they are not known, say as tcpdump does that it was cut
    unsure = fields.get("options") is UNKNOWN and isinstance(fields.get("window"), int)
    return " ".join(part for part in (", ".join(parts), "[|tcp]" if unsure or not parts else "") if part)


def usual_tcp_words(fields: Fields) -> str | None:
    """The same at once where all of it is known; else None."""
    try:
        flags, seq, ack, window, urgent, size = _USUAL(fields)
        if seq | ack | window | urgent | size < 0:  # raises where one of them is not known
            return None
        return tcp_text(flags, seq, ack, window, urgent, options_text(fields), size)
    except (KeyError, TypeError):
        return None


def tcp_text(flags: int, seq: int, ack: int, window: int, urgent: int, options: str, size: int) -> str:
    """TCP all of which is known; `options` is their text, `size` the payload's length."""
    last = f":{(seq + size) % (1 << 32)}" if size else ""
    acked = f", ack {ack}" if ack or flags & _ACK else ""
    urged = f", urg {urgent}" if urgent or flags & _URG else ""
    return f"Flags [{_flag_letters(flags)}], seq {seq}{last}{acked}, win {window}{urged}{options}, length {size}"


def options_text(fields: Fields) -> str:
    """The options of a packet, with the comma before them; nothing where it has none.

    Raises:
        KeyError: A number that belongs to one of them is not there.
        TypeError: They, or such a number, are not known.
    """
    form, names = _options_form(fields["options"])
    return form % tuple([fields[name] for name in names]) if names else form


@lru_cache(1_024)
def _options_form(kinds: tuple[int, ...]) -> tuple[str, tuple[str, ...]]:
    """Options as a form, and the fields whose numbers go into it."""
    words = [_OPTION_FORMS.get(kind) or (_OPTION_NAMES.get(kind, f"unknown-{kind}"), ()) for kind in kinds]
    form = ",".join(word for word, _ in words)
    return f", options [{form}]" if form else "", tuple(name for _, names in words for name in names)


def _has(flags: Value | None, name: str) -> bool:
    return isinstance(flags, int) and bool(flags & FLAG_BITS[name])


@lru_cache(4_096)
def _flag_letters(flags: int) -> str:
    reserved = "".join(f"+{name}" for name in ("R3", "R2", "R1") if flags & FLAG_BITS[name])
    return ("".join(letter for name, letter in _LETTERS if flags & FLAG_BITS[name]) + reserved) or "none"


def _tcp_options(fields: Fields) -> str:
    kinds = fields.get("options")
    if not isinstance(kinds, tuple) or not kinds:
        return ""
    return f"options [{','.join(_option(kind, fields) for kind in kinds)}]"


def _option(kind: int, fields: Fields) -> str:
    if kind == 2:
        return "mss" + shown_if_known(" {}", fields.get("mss"))
    if kind == 3:
        return "wscale" + shown_if_known(" {}", fields.get("wscale"))
    if kind == 8:
        return "TS" + shown_if_known(" val {}", fields.get("ts.val")) + shown_if_known(" ecr {}", fields.get("ts.ecr"))
    return _OPTION_NAMES.get(kind, f"unknown-{kind}")
