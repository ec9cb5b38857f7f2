"""Walks over expressions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from sigdsl.model import Expr, FieldRef
from sigdsl.walk import fields_of, mapped
from tests.matcher.strategies import conditions


@given(conditions)
def test_every_name_is_changed_and_nothing_else(condition: Expr) -> None:
    def upper(leaf: Expr) -> Expr:
        return replace(leaf, name=leaf.name.upper()) if isinstance(leaf, FieldRef) else leaf

    def lower(leaf: Expr) -> Expr:
        return replace(leaf, name=leaf.name.lower()) if isinstance(leaf, FieldRef) else leaf

    changed = mapped(condition, upper)
    assert [field.name for field in fields_of(changed)] == [field.name.upper() for field in fields_of(condition)]
    assert mapped(changed, lower) == condition
