"""Comparisons whose outcome follows from the ranges of their two sides."""

from __future__ import annotations

from sigdsl.fields import Kind
from sigdsl.kinds import Type

__all__ = ["always", "never"]


def never(left: Type, operator: str, right: Type) -> bool:
    """Whether a comparison of ordinary numbers of these ranges comes out false whatever they are."""
    if left.kind is not Kind.NUMBER or right.kind is not Kind.NUMBER:
        return False
    match operator:
        case "==":
            return left.high < right.low or right.high < left.low
        case "<":
            return left.low >= right.high
        case "<=":
            return left.low > right.high
        case ">":
            return left.high <= right.low
        case ">=":
            return left.high < right.low
        case _:
            return False


def always(left: Type, operator: str, right: Type) -> bool:
    """Whether a comparison of numbers of these ranges comes out true whatever they are."""
    if left.kind not in (Kind.NUMBER, Kind.MOD32) or right.kind not in (Kind.NUMBER, Kind.MOD32):
        return False
    match operator:
        case "<":
            return left.high < right.low
        case "<=":
            return left.high <= right.low
        case ">":
            return left.low > right.high
        case ">=":
            return left.low >= right.high
        case "!=":
            return left.high < right.low or right.high < left.low
        case _:
            return False
