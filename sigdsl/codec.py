"""The stored form of a signature: compact JSON, so that the matcher starts without parsing text.

A node is `[tag, field, ...]` with the class name as its tag and every field but the span in the order of
`sigdsl.model`; the whole is `[FORMAT, SHAPE, node]`. The tables are made from the dataclasses themselves: a node added
to the model is encoded without a change here, and `SHAPE` (a digest of all tags and fields) makes a text of an
older model an error with a name, not a wrong signature. Nothing in a text is executed, and a text can make no
object but the model's own.
"""

from __future__ import annotations

import json
import types
import typing
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal

from sigdsl import model
from sigdsl.model import Signature

__all__ = ["FORMAT", "SHAPE", "CodecError", "decode", "encode"]

FORMAT = 1  # raise when the layout changes; a change of the model shows in SHAPE by itself

_Decoder = Callable[[Any], Any]


class CodecError(ValueError):
    """A text is not the stored form of a signature.

    Attributes:
        what: What is wrong.
        where: The place in the model, such as `patterns[0].conditions[2].first`; empty for the whole.
    """

    def __init__(self, what: str, where: str = "") -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.what = what
        self.where = where


class _Fault(Exception):
    """A CodecError on its way up, still collecting the steps of its place, innermost first."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.steps: list[str] = []


def _node_classes() -> dict[str, type]:
    found = {name: thing for name, thing in vars(model).items() if isinstance(thing, type) and is_dataclass(thing)}
    return {name: thing for name, thing in found.items() if thing is not model.Span}


_CLASSES = _node_classes()
_STORED: dict[type, tuple[str, ...]] = {
    node: tuple(part.name for part in fields(node) if part.name != "span") for node in _CLASSES.values()
}


def _shape() -> str:
    """A digest of every tag with the names and types of its fields."""
    table = [(node.__name__, [(part.name, part.type) for part in fields(node)]) for node in _CLASSES.values()]
    return f"{zlib.crc32(repr(sorted(table)).encode()):08x}"


SHAPE = _shape()


# --- encoding ------------------------------------------------------------------------------------------------------


def encode(signature: Signature, *, traces: bool = True) -> str:
    """The signature as text. With `traces=False` its traces, which no matcher needs, are left out.

    Raises:
        CodecError: The signature is nested deeper than Python's stack.
    """
    try:
        node = _plain(signature)
        if not traces:
            node[1 + _STORED[Signature].index("traces")] = []
        return json.dumps([FORMAT, SHAPE, node], separators=(",", ":"))
    except RecursionError:
        raise CodecError("nested too deep") from None


def _plain(value: Any) -> Any:
    """A value of the model as JSON has it: nodes and tuples are lists, bytes are text of code points below 256."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, bytes):
        return value.decode("latin-1")
    names = _STORED.get(type(value))
    if names is None:
        return value
    return [type(value).__name__, *[_plain(getattr(value, name)) for name in names]]


# --- decoding ------------------------------------------------------------------------------------------------------


def decode(text: str) -> Signature:
    """The signature that `encode` wrote; spans are left at their default.

    Raises:
        CodecError: The text is no JSON, of another format or model, or of the wrong shape.
    """
    try:
        head = json.loads(text)
    except (ValueError, TypeError, RecursionError) as error:
        raise CodecError(f"not JSON: {error}") from None
    if type(head) is not list or len(head) != 3:
        raise CodecError("not a stored signature")
    if type(head[0]) is not int or head[0] != FORMAT:
        raise CodecError(f"format {head[0]!r}, and this is format {FORMAT}")
    if head[1] != SHAPE:
        raise CodecError(f"written for another version of the model ({head[1]!r}, and this is {SHAPE!r})")
    try:
        signature = _decoder(Signature)(head[2])
    except _Fault as fault:
        raise CodecError(fault.what, _place(fault.steps)) from None
    except RecursionError:
        raise CodecError("nested too deep") from None
    return typing.cast(Signature, signature)


def _place(steps: list[str]) -> str:
    return "".join(reversed(steps)).removeprefix(".")


def _shown(value: Any) -> str:
    """A value as an error names it: short, whatever it is."""
    words = f"a list of {len(value)}" if isinstance(value, list) else repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."


@cache
def _decoder(kind: Any) -> _Decoder:
    """What turns JSON into a value of the type `kind`, made once for each type of the model."""
    if kind in (int, str, bool):
        return _scalar(kind)
    if kind is bytes:
        return _bytes
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return _literal(args)
    if origin is tuple:
        return _items(args[0]) if args[-1] is Ellipsis else _record(args)
    if origin in (types.UnionType, typing.Union):
        return _union(args)
    return _nodes((kind,))


def _scalar(kind: type) -> _Decoder:
    words = {int: "an integer", str: "a text", bool: "true or false"}[kind]

    def scalar(value: Any) -> Any:
        if type(value) is not kind:  # a bool is an int to isinstance
            raise _Fault(f"{words} expected, not {_shown(value)}")
        return value

    return scalar


def _bytes(value: Any) -> bytes:
    try:
        return typing.cast(bytes, value.encode("latin-1"))
    except (AttributeError, UnicodeEncodeError):
        raise _Fault(f"bytes expected, not {_shown(value)}") from None


def _literal(allowed: tuple[Any, ...]) -> _Decoder:
    own = {value: value for value in allowed}

    def literal(value: Any) -> Any:
        if type(value) not in (str, int) or value not in own:
            raise _Fault(f"one of {', '.join(map(str, allowed))} expected, not {_shown(value)}")
        return own[value]

    return literal


def _items(kind: Any) -> _Decoder:
    """A tuple of any length, all of one type."""
    each: list[_Decoder] = []  # filled at the first use: the types refer to each other in circles

    def items(value: Any) -> Any:
        if type(value) is not list:
            raise _Fault(f"a list expected, not {_shown(value)}")
        if not each:
            each.append(_decoder(kind))
        item, done = each[0], []
        try:
            for part in value:
                done.append(item(part))
        except _Fault as fault:
            fault.steps.append(f"[{len(done)}]")
            raise
        return tuple(done)

    return items


def _record(kinds: tuple[Any, ...]) -> _Decoder:
    """A tuple of fixed length with a type for each place."""

    def record(value: Any) -> Any:
        if type(value) is not list or len(value) != len(kinds):
            raise _Fault(f"a list of {len(kinds)} expected, not {_shown(value)}")
        done: list[Any] = []
        try:
            for kind, part in zip(kinds, value, strict=True):
                done.append(_decoder(kind)(part))
        except _Fault as fault:
            fault.steps.append(f"[{len(done)}]")
            raise
        return tuple(done)

    return record


def _union(kinds: tuple[Any, ...]) -> _Decoder:
    """Nodes of several classes, or a type or nothing."""
    present = tuple(kind for kind in kinds if kind is not type(None))
    inner = _nodes(present) if all(kind in _STORED for kind in present) else _decoder(present[0])
    if len(present) == len(kinds):
        return inner
    return lambda value: None if value is None else inner(value)


def _nodes(classes: tuple[type, ...]) -> _Decoder:
    """A node of one of `classes`, told by its tag."""
    makers: dict[str, tuple[type, list[_Decoder]] | None] = {node.__name__: None for node in classes}

    def node(value: Any) -> Any:
        if type(value) is not list or not value or type(value[0]) is not str:
            raise _Fault(f"a node expected, not {_shown(value)}")
        tag = value[0]
        maker = makers.get(tag)
        if maker is None:
            if tag not in makers:
                raise _Fault(f"unknown tag {_shown(tag)}" if tag not in _CLASSES else f"a {tag} cannot stand here")
            maker = makers[tag] = _maker(_CLASSES[tag])
        make, decoders = maker
        if len(value) != len(decoders) + 1:
            raise _Fault(f"{tag} has {len(decoders)} fields, not {len(value) - 1}")
        done: list[Any] = []
        try:
            for place, field in enumerate(decoders, 1):
                done.append(field(value[place]))
        except _Fault as fault:
            fault.steps.append(f".{_STORED[make][len(done)]}")
            raise
        return make(*done)

    return node


@cache
def _maker(node: type) -> tuple[type, list[_Decoder]]:
    """A class of the model with a decoder for each of its stored fields, in the order of its constructor."""
    hints = typing.get_type_hints(node)
    return node, [_decoder(hints[name]) for name in _STORED[node]]
