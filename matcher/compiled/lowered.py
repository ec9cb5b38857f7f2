"""The condition on an episode as rows of numbers: `matcher.having`, for a kernel.

Values on the kernel's stack have a tag, because an aggregate may have no value, be a moment or a fraction, or be
hidden from the capture. What a kernel cannot decide to the last digit it does not decide: the answer is then "ask", and
the reference does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from matcher.evaluate import kind_of, pairs
from matcher.having import item_constant, item_networks, side_constant
from matcher.values import MOD32_OPERATORS
from sigdsl.fields import Kind
from sigdsl.intervals import Intervals
from sigdsl.model import Binary, Call, Compare, Expr, Logic, NamedSet, Network, Range, SetLiteral, Unary

__all__ = ["OPS", "WORDS", "lower_condition"]

Row = tuple[int, int, int, int]
WORDS: Final = 4

# Operations; the kernel in `matcher.compiled.condition` reads them.
OPS: Final = (
    "measure", "const", "+", "-", "*", "%", "&", "|", "^", "<<", ">>", "neg", "inv",
    "==", "!=", "<", "<=", ">", ">=", "has", "member", "and", "or", "not", "truth", "ask",
)  # fmt: skip
_NUMBER: Final = {name: number for number, name in enumerate(OPS)}
_SMALL: Final = 1 << 62


def lower_condition(
    having: Expr, number: Callable[[Call], int], home: Intervals | None, keep: Callable[[list[tuple[int, int]]], int]
) -> list[Row]:
    """The rows of a condition: (operation, argument, flag, second argument).

    Args:
        having: The condition.
        number: Which aggregate a call asks for.
        home: The user's own networks, or None.
        keep: Stores intervals where the kernel finds them, and says where.
    """
    lowering = _Lowering(number, home, keep)
    lowering.condition(having)
    return lowering.rows


class _Lowering:
    """Rows of one condition under construction."""

    def __init__(
        self, number: Callable[[Call], int], home: Intervals | None, keep: Callable[[list[tuple[int, int]]], int]
    ) -> None:
        self.rows: list[Row] = []
        self.number = number
        self.home = home
        self.keep = keep

    def add(self, op: str, argument: int = 0, flag: int = 0, second: int = 0) -> None:
        self.rows.append((_NUMBER[op], argument, flag, second))

    def condition(self, having: Expr) -> None:
        match having:
            case Logic(op, operands):
                for part in operands:
                    self.condition(part)
                self.add(op, len(operands))
            case Unary("not", operand):
                self.condition(operand)
                self.add("not")
            case Compare():
                chain = list(pairs(having))
                for left, comparison, right in chain:
                    self.comparison(left, comparison, right)
                if len(chain) > 1:
                    self.add("and", len(chain))
            case _:
                self.measure(having)
                self.add("truth")

    def comparison(self, left: Expr, op: str, right: Expr) -> None:
        self.measure(left)
        if op in ("in", "not in"):
            self.membership(op == "in", right.items if isinstance(right, SetLiteral) else (right,))
            return
        self.measure(right)
        self.add(op, flag=int(Kind.MOD32 in (kind_of(left), kind_of(right))))

    def membership(self, inside: bool, items: tuple[Expr, ...]) -> None:
        intervals: list[tuple[int, int]] = []
        for item in items:
            found = self.intervals(item)
            if found is None or any(not -_SMALL <= low <= high < _SMALL for low, high in found):
                self.add("ask")
                return
            intervals += found
        self.add("member", self.keep(intervals), int(inside), len(intervals))

    def intervals(self, item: Expr) -> list[tuple[int, int]] | None:
        match item:
            case NamedSet("home") if self.home is None:
                return None
            case Network() | NamedSet():
                return list(item_networks(item, self.home))
            case Range():
                low, high = item_constant(item.low), item_constant(item.high)
            case _:
                low = high = item_constant(item)
        return None if low is None or high is None else [(low, high)]

    def measure(self, expr: Expr) -> None:
        match expr:
            case Call():
                self.add("measure", self.number(expr))
            case Unary(op, operand) if op != "not":
                self.measure(operand)
                self.add("neg" if op == "-" else "inv")
            case Binary(op):
                self.measure(expr.left)
                self.measure(expr.right)
                modular = op in MOD32_OPERATORS and Kind.MOD32 in (kind_of(expr.left), kind_of(expr.right))
                self.add(op, flag=int(modular))
            case _:
                constant = side_constant(expr)
                if constant is None or not -_SMALL <= constant < _SMALL:
                    self.add("ask")
                else:
                    self.add("const", constant)
