"""Expressions as small stack programs: what a packet field, a relation between fields or a key part computes."""

from __future__ import annotations

from dataclasses import dataclass

from matcher.evaluate import kind_of, number
from matcher.packet import Packet, Unknown, Value
from matcher.values import OPERATORS, apply_operator, as_number, complement
from sigdsl.fields import Kind
from sigdsl.model import Binary, Expr, FieldRef, Number, Range, SetLiteral, Unary

__all__ = ["SWAPPED", "Code", "compile_value", "constant_value", "fields_of", "is_constant", "swap_ends"]

_NOTHING = Packet(0, None, {})
_UNARY = {"-": "neg", "~": "inv"}
SWAPPED = {"src": "dst", "dst": "src", "sport": "dport", "dport": "sport"}


@dataclass(frozen=True, slots=True)
class Code:
    """A stack program without jumps.

    Attributes:
        loads: The fields that it reads; with True, an address is taken as it is and not as its number.
        steps: `("load", index)`, `("const", number)`, a binary operator with 1 where the result is modulo 2^32, `neg`
            and `inv` likewise, and `("mod32", 1)`.
    """

    loads: tuple[tuple[str, bool], ...]
    steps: tuple[tuple[str, int], ...]

    def run(self, packet: Packet) -> Value | None:
        """The value for one packet; None when it does not apply, `UNKNOWN` when it is not shown."""
        if len(self.steps) == 1 and self.loads:
            name, raw = self.loads[0]
            return packet.get(name) if raw else as_number(packet.get(name))
        values = [packet.get(name) if raw else as_number(packet.get(name)) for name, raw in self.loads]
        if None in values:
            return None
        return _run_steps(self.steps, [as_number(value) for value in values])

    def __str__(self) -> str:
        return " ".join(self._word(op, argument) for op, argument in self.steps)

    def _word(self, op: str, argument: int) -> str:
        if op == "load":
            name, raw = self.loads[argument]
            return name if raw else f"#{name}"
        if op == "const":
            return str(argument)
        return f"{op}~" if argument and op != "mod32" else op


def _run_steps(steps: tuple[tuple[str, int], ...], values: list[int | Unknown | None]) -> int | Unknown | None:
    stack: list[int | Unknown | None] = []
    for op, argument in steps:
        if op == "load":
            stack.append(values[argument])
        elif op == "const":
            stack.append(argument)
        elif op in OPERATORS:
            right = stack.pop()
            stack.append(apply_operator(op, stack.pop(), right, bool(argument)))
        elif op == "mod32":
            stack.append(complement("-", complement("-", stack.pop(), True), True))
        else:
            stack.append(complement("-" if op == "neg" else "~", stack.pop(), bool(argument)))
    return stack.pop()


class _Builder:
    """Collects the steps of one expression."""

    def __init__(self) -> None:
        self.loads: list[tuple[str, bool]] = []
        self.steps: list[tuple[str, int]] = []

    def load(self, name: str, raw: bool) -> None:
        if (name, raw) not in self.loads:
            self.loads.append((name, raw))
        self.steps.append(("load", self.loads.index((name, raw))))

    def add(self, expr: Expr) -> None:
        if is_constant(expr):
            constant = constant_value(expr)
            if not isinstance(constant, int):
                raise ValueError("a constant that is no number")
            self.steps.append(("const", constant))
        elif isinstance(expr, FieldRef):
            self.load(expr.name, raw=False)
        elif isinstance(expr, Unary) and expr.op != "not":
            self.add(expr.operand)
            self.steps.append((_UNARY[expr.op], int(kind_of(expr.operand) is Kind.MOD32)))
        elif isinstance(expr, Binary):
            self.add(expr.left)
            self.add(expr.right)
            modular = expr.op in "+-*" and Kind.MOD32 in (kind_of(expr.left), kind_of(expr.right))
            self.steps.append((expr.op, int(modular)))
        else:
            raise ValueError(f"no value: {type(expr).__name__}")


def compile_value(expr: Expr, raw: bool = False, modulo: bool = False) -> Code:
    """The program of an expression.

    Args:
        expr: Arithmetic over fields and constants.
        raw: Take a bare field as it is: an address with its version, a host's name.
        modulo: Reduce the result modulo 2^32.

    Raises:
        ValueError: the expression has no value of this kind.
    """
    builder = _Builder()
    if raw and isinstance(expr, FieldRef):
        builder.load(expr.name, raw=True)
    else:
        builder.add(expr)
    if modulo and kind_of(expr) is not Kind.MOD32:
        builder.steps.append(("mod32", 1))
    return Code(tuple(builder.loads), tuple(builder.steps))


def fields_of(expr: Expr) -> set[str]:
    """Names of the fields that an arithmetic expression, set or range reads."""
    match expr:
        case FieldRef(name):
            return {name}
        case Unary():
            return fields_of(expr.operand)
        case Binary():
            return fields_of(expr.left) | fields_of(expr.right)
        case Range():
            return fields_of(expr.low) | fields_of(expr.high)
        case SetLiteral():
            return set().union(*(fields_of(item) for item in expr.items))
        case _:
            return set()


def is_constant(expr: Expr) -> bool:
    """Whether an expression reads no field."""
    return isinstance(expr, Number) or not fields_of(expr)


def constant_value(expr: Expr) -> int | None:
    """The number that a constant expression stands for; None when it has none (an IPv6 address, a remainder by 0)."""
    constant = number(expr, _NOTHING)
    return None if isinstance(constant, Unknown) else constant


def swap_ends(code: Code) -> Code:
    """The same for a packet of the other direction: source and destination exchanged."""
    return Code(tuple((SWAPPED.get(name, name), raw) for name, raw in code.loads), code.steps)
