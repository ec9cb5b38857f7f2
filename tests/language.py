"""The tables of docs/language.md, made from the language itself. Cog calls this; a test holds them to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sigdsl import limits
from sigdsl.codes import RULES, Rule
from sigdsl.diagnostics import CODES
from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS, Field, Kind
from sigdsl.vocabulary import HEADINGS, ITEMS

__all__ = [
    "codes_table", "fields_table", "flags_table", "grammar_text", "headings_table", "items_table", "limits_table",
    "options_table", "rules_reference",
]  # fmt: skip

DIAGNOSTICS = Path(__file__).parent / "diagnostics"
GRAMMAR = Path(__file__).parents[1] / "sigdsl" / "grammar.lark"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def fields_table() -> str:
    """Every field of the registry."""
    rows = ((f"`{field.name}`", _kind(field), _meaning(field), _names(field.wireshark)) for field in FIELDS.values())
    return table(["field", "value", "meaning", "Wireshark's names"], rows)


def _kind(field: Field) -> str:
    match field.kind:
        case Kind.NUMBER:
            unit = f", {field.unit}" if field.unit else ""
            return f"{field.bits} bits{unit}"
        case Kind.MOD32:
            return "modulo 2^32"
        case Kind.OPTIONS:
            return "option kinds"
        case _:
            return field.kind.value


def _meaning(field: Field) -> str:
    only = {"ip": "IPv4 only. ", "ip6": "IPv6 only. "}.get(field.protocol, "")
    return f"{field.meaning} {only}{_source(field.reference)}".strip()


def _source(reference: str) -> str:
    return f"({reference})" if reference else ""


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def flags_table() -> str:
    """The names of the TCP flags."""
    return table(["flag", "value"], ((f"`{name}`", f"0x{value:03x}") for name, value in FLAG_BITS.items()))


def options_table() -> str:
    """The names of TCP options."""
    return table(["option", "kind"], ((f"`{name}`", str(kind)) for name, kind in OPTION_KINDS.items()))


def items_table() -> str:
    """Every item of a signature."""
    rows = ((f"`{word.name}`", f"`{word.example}`", word.often, word.meaning) for word in ITEMS.values())
    return table(["item", "example", "may stand", "meaning"], rows)


def headings_table() -> str:
    """The headings of the analysis."""
    return table(["heading", "what stands under it"], ((f"`{each.name}`", each.meaning) for each in HEADINGS.values()))


def grammar_text() -> str:
    """The rules of the grammar as the parser reads them, without its remarks."""
    lines = (line for line in GRAMMAR.read_text("utf-8").splitlines() if not line.startswith(("//", "%")))
    rules = "\n".join(lines).strip()
    return f"```text\n{rules}\n```\n"


def codes_table() -> str:
    """Every code of a diagnostic."""
    return table(["code", "what is wrong"], ((f"`{code}`", title) for code, title in CODES.items()))


def rules_reference() -> str:
    """Every code with what it means, what repairs it, and how it is drawn."""
    return "\n".join(_rule(rule) for rule in RULES.values())


def _rule(rule: Rule) -> str:
    drawn = _drawn(rule.code)
    example = f"\n```text\n{drawn}\n```\n" if drawn else ""
    return f"### {rule.code}: {rule.title}\n\n{rule.meaning}\n\n**Repair.** {rule.repair}\n{example}"


def _drawn(code: str) -> str | None:
    """A diagnostic of a code among the golden ones, from a file that is about it where there is one."""
    for case in (*sorted(DIAGNOSTICS.glob(f"*-{code}*.out")), *sorted(DIAGNOSTICS.glob("*.out"))):
        for drawn in case.read_text("utf-8").split("\n\n"):
            if f"[{code}]" in drawn.split("\n")[0]:
                return drawn.strip("\n")
    return None


def limits_table() -> str:
    """What a file may hold."""
    rows = (
        ("size of a file", f"{limits.MAX_FILE_BYTES // 1024:,} KiB"),
        ("signatures in a file", f"{limits.MAX_SIGNATURES:,}"),
        ("packet patterns and observed signatures of one signature", str(limits.MAX_PATTERNS)),
        ("brackets within brackets, operators within operators", str(limits.MAX_NESTING)),
        ("elements of a set or list", f"{limits.MAX_ITEMS:,}"),
        ("combinations that the `or`s of one pattern make", str(limits.MAX_CLAUSES)),
        ("how far `distinct` and windows count", f"{limits.MAX_REACH:,}"),
        ("faults of syntax before reading stops", str(limits.MAX_SYNTAX_FAULTS)),
        ("faults shown for a file", str(limits.MAX_DIAGNOSTICS)),
    )
    return table(["what", "at most"], rows)
