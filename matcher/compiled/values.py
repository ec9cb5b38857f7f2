"""Values of one observation: fields, and what stack programs compute from them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from matcher.compiled.jit import Scalar, inlined, lean_part
from matcher.compiled.layout import (
    ABSENT,
    G_KEY,
    G_PARTS,
    G_SEED,
    K_ASKED,
    K_FACTORS,
    K_WORDS,
    KNOWN,
    P_CODES,
    TOKEN,
    UNKNOWN,
)
from matcher.compiled.operators import computed
from matcher.compiled.stackcode import CONST, INV, LOAD, MOD32, MUL, NEG, RAW

__all__ = ["compute", "key_print", "key_prints"]

Ints = npt.NDArray[np.int64]


@lean_part
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
    if behind - first == 3 and plan[first] == RAW:
        column = plan[first + 1]
        return np.int64(states[seen + column]), values[at + column]
    top, state = base, KNOWN
    for step in range(first, behind, 3):
        op, argument, flag = plan[step], plan[step + 1], plan[step + 2]
        if op == LOAD:
            found = np.int64(states[seen + argument])
            if found in (ABSENT, TOKEN) or found > TOKEN:
                return ABSENT, 0
            if found == UNKNOWN:
                state = UNKNOWN
            stack[top] = values[at + argument]
            top += 1
        elif op == CONST:
            stack[top] = argument
            top += 1
        elif op in (NEG, INV, MOD32):
            value = -stack[top - 1] if op == NEG else ~stack[top - 1] if op == INV else stack[top - 1]
            stack[top - 1] = value & 0xFFFF_FFFF if flag else value
        else:
            applies, value = computed(op, stack[top - 2], stack[top - 1])
            if not applies:
                if state == KNOWN:
                    return ABSENT, 0
                value = 0
            top -= 1
            stack[top - 1] = value & 0xFFFF_FFFF if flag and op <= MUL else value
    return state, stack[base]


@inlined
def key_print(
    plan: Ints, row: Scalar, answers: Scalar, values: Ints, at: Scalar, states: Scalar, seen: Scalar, stack: Ints,
    base: Scalar,
) -> Scalar:  # fmt: skip
    """A number that stands for the key of an observation; 0 where a part of the key does not apply or does not show.

    Each half is the upper half of a sum of products of secret factors (Lemire & Kaser 2014, "Strongly universal string
    hashing is fast"): nobody can aim at it, and the products do not wait for each other.

    Args:
        plan: The program.
        row: Of a group in it.
        answers: 1 for the key of an answer.
        values, at, states, seen, stack, base: As for `compute`.
    """
    upper, lower = np.uint64(plan[row + G_SEED]), np.uint64(plan[row + G_SEED + 1])
    half, shows = np.uint64(0xFFFF_FFFF), True
    first = plan[row + G_KEY]
    for part in range(first, first + K_WORDS * plan[row + G_PARTS], K_WORDS):
        column = plan[part + K_ASKED + answers]
        if column >= 0:
            state, value = np.int64(states[seen + column]), values[at + column]
        else:
            state, value = compute(plan, -1 - column, values, at, states, seen, stack, base)
        if state in (ABSENT, UNKNOWN):
            shows = False
            break
        factors = part + K_FACTORS
        left = np.uint64(value) & half
        right = np.uint64(value) >> np.uint64(32) | np.uint64(state - KNOWN) << np.uint64(32)
        upper += (np.uint64(plan[factors]) + left) * (np.uint64(plan[factors + 1]) + right)
        lower += (np.uint64(plan[factors + 2]) + left) * (np.uint64(plan[factors + 3]) + right)
    found = upper & ~half | lower >> np.uint64(32)
    return np.int64(found | np.uint64(found == 0)) if shows else np.int64(0)


@inlined
def key_prints(
    plan: Ints, row: Scalar, asks: Scalar, answers: Scalar, values: Ints, at: Scalar, states: Scalar, seen: Scalar,
    stack: Ints,
) -> tuple[Scalar, Scalar]:  # fmt: skip
    """The key of a packet that asks, and that of one that answers; 0 for what it does not do. Arguments: see above."""
    asked = answered = np.int64(0)
    for answer in range(0 if asks else 1, 2 if answers else 1):
        print_ = key_print(plan, row, answer, values, at, states, seen, stack, 0)
        if answer:
            answered = print_
        else:
            asked = print_
    return asked, answered
