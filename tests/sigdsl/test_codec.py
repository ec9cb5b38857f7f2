"""The stored form of signatures: nothing is lost, nothing foreign is accepted, and it is quick."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
import types
import typing
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sigdsl import model
from sigdsl.codec import FORMAT, SHAPE, CodecError, decode, encode
from sigdsl.model import (
    Binary,
    ByteString,
    Call,
    Compare,
    Duration,
    EventRule,
    FieldRef,
    FlagBit,
    Hypothesis,
    Logic,
    Number,
    PacketPattern,
    Reference,
    Regex,
    Section,
    SetLiteral,
    Signature,
    Trace,
    Unary,
)  # fmt: skip

NODES = {
    thing
    for thing in vars(model).values()
    if isinstance(thing, type) and is_dataclass(thing) and thing is not model.Span
}


def values_of(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    """Any value of a type of the model; expressions are nested no deeper than `depth`."""
    if kind in (int, bool, bytes):
        return st.from_type(kind)
    if kind is str:
        return st.text(max_size=12)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values_of(args[0], depth), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values_of(arg, depth) for arg in args))
    if origin in (types.UnionType, typing.Union):
        kinds = [arg for arg in args if depth > 0 or not refers_to_expressions(arg)]
        return st.one_of([values_of(arg, depth) for arg in kinds])
    if kind is type(None):
        return st.none()
    return nodes_of(kind, depth - 1)


def refers_to_expressions(kind: Any) -> bool:
    return is_dataclass(kind) and any("Expr" in str(part.type) for part in fields(kind))


def nodes_of(node: type, depth: int) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(node)
    parts = {part.name: hints[part.name] for part in fields(node) if part.name != "span"}
    return st.deferred(lambda: st.builds(node, **{name: values_of(hint, depth) for name, hint in parts.items()}))


signatures = nodes_of(Signature, 4)


def unlike(one: Any, other: Any) -> bool:
    """Whether two values differ in anything but spans: also in what equality of the model leaves out."""
    return repr(one) != repr(other)


@settings(max_examples=100, deadline=None)
@given(signatures)
def test_what_is_encoded_is_decoded(signature: Signature) -> None:
    back = decode(encode(signature))
    assert back == signature
    assert not unlike(back, signature)


@settings(max_examples=30, deadline=None)
@given(signatures)
def test_traces_can_be_left_out(signature: Signature) -> None:
    assert decode(encode(signature, traces=False)) == replace(signature, traces=())


@settings(max_examples=100, deadline=None)
@given(signatures, st.data())
def test_a_damaged_text_is_an_error_or_a_signature(signature: Signature, data: st.DataObject) -> None:
    """Whatever one place of the text is replaced by, nothing but CodecError is raised."""
    whole = json.loads(encode(signature))
    place, key = whole, 2
    while isinstance(place[key], list) and place[key] and data.draw(st.booleans()):
        place, key = place[key], data.draw(st.integers(0, len(place[key]) - 1))
    foreign = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9), st.lists)
    place[key] = data.draw(foreign | st.dictionaries(st.text(), st.none(), max_size=1))
    with suppress(CodecError):
        assert isinstance(decode(json.dumps(whole)), Signature)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_other_text_is_an_error(text: str) -> None:
    with pytest.raises(CodecError):
        decode(text)


def test_every_node_of_the_model_keeps_its_span_last() -> None:
    """The codec stores fields by position and leaves out the span: that is one order only while it stands last."""
    for node in NODES:
        names = [part.name for part in fields(node)]
        assert "span" not in names[:-1], node


def test_how_a_constant_was_written_is_kept() -> None:
    pattern = PacketPattern("p", (Number(16, 16), ByteString(b"\x16\x03", True)))
    back = decode(encode(Signature("s", patterns=(pattern,))))
    number, text = back.patterns[0].conditions
    assert isinstance(number, Number)
    assert isinstance(text, ByteString)
    assert (number.base, text.hex) == (16, True)


def stored(**parts: Any) -> list[Any]:
    return list(json.loads(encode(Signature("s", **parts))))


PATTERN = PacketPattern("p", (Compare(FieldRef("ack"), (("==", Number(1)),)),))


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ('"Number"', '"os.system"', "patterns[0].conditions[0].rest[0][1]", "unknown tag 'os.system'"),
        ('"Number"', '"Section"', "patterns[0].conditions[0].rest[0][1]", "a Section cannot stand here"),
        ('["Number", 1, 10]', '["Number", 1]', "patterns[0].conditions[0].rest[0][1]", "Number has 2 fields, not 1"),
        ('["Number", 1, 10]', '["Number", true, 10]', "patterns[0].conditions[0].rest[0][1].value", "an integer"),
        ('["Number", 1, 10]', "7", "patterns[0].conditions[0].rest[0][1]", "a node expected, not 7"),
        ('"unknown"', '"guilty"', "verdict", "one of malicious"),
        ('"low"', "[]", "confidence", "one of high"),
        ('["==", ["Number", 1, 10]]', '["=="]', "patterns[0].conditions[0].rest[0]", "a list of 2 expected"),
        ("[[", "[null, [", "patterns[0]", "a node expected, not None"),
    ],
)
def test_an_error_says_what_and_where(old: str, new: str, where: str, what: str) -> None:
    text = json.dumps(stored(patterns=(PATTERN,)))
    assert old in text
    with pytest.raises(CodecError) as caught:
        decode(text.replace(old, new, 1))
    assert caught.value.where == where
    assert caught.value.what.startswith(what)
    assert str(caught.value).startswith(f"{where}: {what}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("1" * 5000, "not JSON"),
        ("null", "not a stored signature"),
        ("[1,2]", "not a stored signature"),
        (f'[{FORMAT + 1},"{SHAPE}",[]]', f"format {FORMAT + 1}"),
        (f'[true,"{SHAPE}",[]]', "format True"),
        (f'[{FORMAT},"00000000",[]]', "another version of the model"),
        (f'[{FORMAT},"{SHAPE}",[]]', "a node expected"),
        (f'[{FORMAT},"{SHAPE}",["Number",1,10]]', "a Number cannot stand here"),
    ],
)
def test_what_is_no_stored_signature_is_refused(text: str, words: str) -> None:
    with pytest.raises(CodecError, match=words):
        decode(text)


def nested(depth: int) -> model.Expr:
    inner: model.Expr = FieldRef("tcp")
    for _ in range(depth):
        inner = Unary("not", inner)
    return inner


def test_nesting_beyond_the_stack_is_an_error() -> None:
    deep = Signature("s", patterns=(PacketPattern("p", (nested(100_000),)),))
    with pytest.raises(CodecError, match="too deep"):
        encode(deep)
    text = encode(Signature("s", patterns=(PacketPattern("p", (nested(1),)),)))
    inner = '["FieldRef","tcp",null]'
    shallow = text.replace(inner, '["Unary","not",' * 200 + inner + "]" * 200)
    assert decode(shallow).patterns[0].conditions == (nested(201),)
    with pytest.raises(CodecError, match=r"too deep|recursion"):
        decode(text.replace(inner, '["Unary","not",' * 5_000 + inner + "]" * 5_000))


def rich_signature(number: int) -> Signature:
    """A signature as large as a well explained one of the catalogue."""
    conditions = (
        FieldRef("tcp"),
        Compare(FieldRef("flags"), (("==", Binary("|", FlagBit("SYN"), FlagBit("ACK"))),)),
        Compare(FieldRef("ack"), (("==", Number(674719802 + number)),)),
        Logic("or", (Compare(FieldRef("ttl"), (("<", Number(64)),)), Compare(FieldRef("id"), (("==", Number(0)),)))),
        Compare(FieldRef("mss"), (("in", SetLiteral((Number(536), Number(556), Number(1460)))),)),
        Compare(FieldRef("payload"), (("matches", Regex("^GET ")),)),
    )
    return Signature(
        f"signature-{number:03}", title="A title of some length", category="backscatter", tags=("a", "b", "c"),
        authors=("somebody",), references=(Reference("A source", "https://example.org/a"),) * 3,
        patterns=(PacketPattern("one", conditions), PacketPattern("two", conditions, True)),
        event=EventRule((FieldRef("src"),), Duration(1, "d"), Compare(Call("count", ()), ((">=", Number(2)),))),
        analysis=tuple(Section(heading, "Words of the analysis. " * 12) for heading in "abcdefg"),
        hypotheses=(Hypothesis("It is", "benign", "weak", ("because " * 30,), ("against " * 20,), ("test " * 9,)),) * 3,
        traces=(Trace("A trace", "observed", "match", "a line of tcpdump\n" * 30),) * 4,
    )  # fmt: skip


def test_importing_it_imports_no_library() -> None:
    heavy = ("sqlite3", "sqlite_utils", "numpy", "click")
    code = f"import sys; import sigdsl.codec; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_model_is_frozen_after_decoding() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        decode(encode(Signature("s"))).slug = "t"  # type: ignore[misc]
