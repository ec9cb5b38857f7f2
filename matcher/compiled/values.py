"""Values of one observation: fields, and what stack programs compute from them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, lean
from matcher.compiled.layout import (
    ABSENT,
    G_KEY,
    G_PARTS,
    G_SEED,
    G_WORDS,
    KNOWN,
    P_CODES,
    P_GROUPS,
    TOKEN,
    UNKNOWN,
)
from matcher.compiled.stackcode import OPS

__all__ = ["compute", "key_print"]

Ints = npt.NDArray[np.int64]

_LOAD, _CONST, _RAW = OPS.index("load"), OPS.index("const"), OPS.index("raw")
_ADD, _SUB, _MUL, _MOD = OPS.index("+"), OPS.index("-"), OPS.index("*"), OPS.index("%")
_AND, _OR, _XOR, _SHL = OPS.index("&"), OPS.index("|"), OPS.index("^"), OPS.index("<<")
_NEG, _INV, _MOD32 = OPS.index("neg"), OPS.index("inv"), OPS.index("mod32")


@lean
def compute(
    plan: Ints, code: Scalar, values: Ints, at: Scalar, states: Scalar, seen: Scalar, stack: Ints, base: Scalar
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """The state and the value of a code.

    Args:
        plan: The program.
        code: Number of a code.
        values: Where values are, from `at` on, in the order that the code's loads count in.
        at: See there.
        states: Where their states are, from `seen` on: one a word.
        seen: See there.
        stack: Room for a stack, from `base` on.
        base: See there.
    """
    where = plan[P_CODES] + code
    first, behind = plan[where], plan[where + 1]
    if behind - first == 3 and plan[first] == _RAW:
        column = plan[first + 1]
        return np.int64(states[seen + column]), values[at + column]
    top, state = base, KNOWN
    for step in range(first, behind, 3):
        op, argument, flag = plan[step], plan[step + 1], plan[step + 2]
        if op in (_LOAD, _RAW):
            found = np.int64(states[seen + argument])
            if found in (ABSENT, TOKEN) or found > TOKEN:
                return ABSENT, 0
            if found == UNKNOWN:
                state = UNKNOWN
            stack[top] = values[at + argument]
            top += 1
        elif op == _CONST:
            stack[top] = argument
            top += 1
        elif op in (_NEG, _INV, _MOD32):
            value = -stack[top - 1] if op == _NEG else ~stack[top - 1] if op == _INV else stack[top - 1]
            stack[top - 1] = value & 0xFFFF_FFFF if flag else value
        else:
            applies, value = _computed(op, stack[top - 2], stack[top - 1])
            if not applies:
                if state == KNOWN:
                    return ABSENT, 0
                value = 0
            top -= 1
            stack[top - 1] = value & 0xFFFF_FFFF if flag and op <= _MUL else value
    return state, stack[base]


@lean
def _computed(op: Scalar, left: Scalar, right: Scalar) -> tuple[Scalar, Scalar]:
    if op == _ADD:
        return True, left + right
    if op == _SUB:
        return True, left - right
    if op == _MUL:
        return True, left * right
    if op == _AND:
        return True, left & right
    if op == _OR:
        return True, left | right
    if op == _XOR:
        return True, left ^ right
    if op == _MOD:
        return (True, left % right) if right != 0 else (False, np.int64(0))
    if right < 0 or right > 63:
        return False, np.int64(0)
    return True, left << right if op == _SHL else left >> right


@lean
def _mixed(state: Scalar, word: Scalar) -> Scalar:
    state = (state ^ word) * np.uint64(0x9FB2_1C65_1E98_DF25)
    state ^= state >> np.uint64(29)
    state *= np.uint64(0xD6E8_FEB8_6659_FD93)
    return state ^ state >> np.uint64(32)


@lean
def key_print(
    plan: Ints, group: Scalar, answers: Scalar, values: Ints, at: Scalar, states: Scalar, seen: Scalar, stack: Ints,
    base: Scalar,
) -> Scalar:  # fmt: skip
    """A number that stands for the key of an observation; 0 where a part of the key does not apply or does not show."""
    row = plan[P_GROUPS] + group * G_WORDS
    mixed = np.uint64(plan[row + G_SEED])
    part = plan[row + G_KEY] + answers
    for _ in range(plan[row + G_PARTS]):
        column = plan[part]
        part += 2
        if column >= 0:
            state, value = np.int64(states[seen + column]), values[at + column]
        else:
            state, value = compute(plan, -1 - column, values, at, states, seen, stack, base)
        if state in (ABSENT, UNKNOWN):
            return np.int64(0)
        mixed = _mixed(mixed, np.uint64(value) + np.uint64(state - KNOWN) * np.uint64(0xA24B_AED4_963E_E407))
    return np.int64(mixed | np.uint64(mixed == 0))


