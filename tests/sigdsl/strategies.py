"""Hypothesis strategies for signature texts that parse and type-check, written in as many ways as the language has.

A text is first made of pieces with two kinds of gaps: SOFT, where there may be white space, and FREE, where a line may
end and a comment may stand as well. `laid_out` then fills the gaps at random.
"""

from __future__ import annotations

from hypothesis import strategies as st

from sigdsl.fields import FIELDS, FLAG_BITS, OPTION_KINDS, Kind
from sigdsl.load import load_text
from sigdsl.model import Signature

__all__ = ["conditions", "having_conditions", "models", "numbers", "packet_patterns", "signature_texts", "valid_texts"]

SOFT, FREE = "\x01", "\x02"

_NARROW = sorted(
    name for name, field in FIELDS.items() if field.kind is Kind.NUMBER and 8 <= field.bits <= 17 and name != "flags"
)
_WORDS = ("tcp", "ip", "df", "mf", "evil", "sackok", "frag")
_NUMBER_OPERATORS = ("+", "-", "&", "|", "^")
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


def joined(*parts: str) -> str:
    return SOFT.join(part for part in parts if part)


def in_brackets(opening: str, text: str, closing: str) -> str:
    """Within brackets a line may end anywhere."""
    return f"{opening}{FREE}{text.replace(SOFT, FREE)}{FREE}{closing}"


# --- expressions


def constants(most: int = 0xFF) -> st.SearchStrategy[str]:
    return st.integers(0, most).flatmap(lambda value: st.sampled_from([str(value), hex(value), f"0X{value:X}"]))


def field_names(owner: str) -> st.SearchStrategy[str]:
    names = st.sampled_from([*_NARROW, "seq", "ack", "sport", "dport", "ttl", "flags", "ip.dsfield", "tcp.srcport"])
    return names.map(lambda name: f"{owner}.{name}" if owner else name)


def flag_sets() -> st.SearchStrategy[str]:
    names = st.lists(st.sampled_from([*FLAG_BITS, "NS"]), min_size=1, max_size=4, unique=True)
    return names.map(f"{SOFT}|{SOFT}".join)


def _more_numbers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    operand = st.one_of(inner, inner.map(lambda text: in_brackets("(", text, ")")))
    return st.one_of(
        st.tuples(operand, st.sampled_from(_NUMBER_OPERATORS), operand).map(lambda parts: joined(*parts)),
        st.tuples(operand, st.just("*"), constants(15)).map(lambda parts: joined(*parts)),
        st.tuples(operand, st.just("%"), constants(255).filter(lambda text: int(text, 0) > 0)).map(
            lambda parts: joined(*parts)
        ),
        st.tuples(operand, st.sampled_from(["<<", ">>"]), constants(4)).map(lambda parts: joined(*parts)),
        st.tuples(st.sampled_from("-~"), inner.map(lambda text: in_brackets("(", text, ")"))).map("".join),
    )


def numbers(owner: str = "") -> st.SearchStrategy[str]:
    """Arithmetic on fields (of pattern `owner`), flags and constants."""
    return st.recursive(st.one_of(constants(), field_names(owner), flag_sets()), _more_numbers, max_leaves=4)


def addresses() -> st.SearchStrategy[str]:
    version_4 = st.ip_addresses(v=4).map(str)
    return st.one_of(version_4, st.ip_addresses(v=6).map(str))


def networks() -> st.SearchStrategy[str]:
    return st.sampled_from(["10.0.0.0/8", "0.0.0.0/0", "2001:db8::/32", "::/0", "192.0.2.7/32"])


def number_sets() -> st.SearchStrategy[str]:
    ranges = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(
        lambda pair: f"{min(pair)}{SOFT}..{SOFT}{max(pair)}"
    )
    items = st.lists(st.one_of(constants(), ranges, flag_sets()), min_size=1, max_size=4)
    return _braced(items)


def address_sets() -> st.SearchStrategy[str]:
    items = st.lists(
        st.one_of(addresses(), networks(), st.sampled_from(["home", "bogon", "10.0.0.1..10.0.0.9"])),
        min_size=1,
        max_size=3,
    )
    return st.one_of(_braced(items), networks(), st.sampled_from(["bogon", "private", "multicast", "home"]))


def _braced(items: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    ends = st.sampled_from(["", ","])
    return st.tuples(items, ends).map(lambda pair: in_brackets("{", f"{SOFT},{SOFT}".join(pair[0]) + pair[1], "}"))


def byte_strings() -> st.SearchStrategy[str]:
    as_hex = st.binary(min_size=1, max_size=4).map(lambda value: f"|{value.hex(' ')}|")
    as_text = st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters='"\\'), max_size=8)
    return st.one_of(as_hex, as_text.map(lambda text: f'"{text}"'), st.sampled_from([r'"\x00\xff\n"', r'"\"\\"', '""']))


def option_lists() -> st.SearchStrategy[str]:
    items = st.lists(st.one_of(st.sampled_from([*OPTION_KINDS]), constants(255)), max_size=4)
    return items.map(lambda kinds: in_brackets("[", f"{SOFT},{SOFT}".join(kinds), "]"))


def comparisons() -> st.SearchStrategy[str]:
    """One test of a packet."""
    of_numbers = st.tuples(field_names(""), st.sampled_from("+^"), numbers(), st.sampled_from(_COMPARISONS), numbers())
    chained = st.tuples(numbers(), st.just("<="), st.sampled_from(["ttl", "window"]), st.just("<"), constants())
    return st.one_of(
        of_numbers.map(lambda parts: joined(*parts)),
        chained.map(lambda parts: joined(*parts)),
        st.tuples(field_names(""), st.sampled_from(["in", f"not{SOFT} in"]), number_sets()).map(" ".join),
        st.tuples(st.sampled_from(["src", "dst"]), st.sampled_from(["in", "not  in"]), address_sets()).map(" ".join),
        st.tuples(st.sampled_from(["src", "dst"]), st.sampled_from(["==", "!="]), addresses()).map(
            lambda p: joined(*p)
        ),
        st.tuples(st.just("payload "), st.sampled_from(["starts", "contains", "==", "!="]), byte_strings()).map(
            lambda p: joined(*p)
        ),
        st.sampled_from(
            [r"payload matches /^GET [^ ]+/", r"payload matches /a\/b|c{2}/i", "options has ts", "flags has RST|ACK"]
        ),
        st.tuples(st.just("options "), st.sampled_from(["==", "!=", "starts", "contains"]), option_lists()).map(
            lambda p: joined(*p)
        ),
        st.sampled_from(_WORDS),
    )


def _more_conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda text: f"not {text}"),
        inner.map(lambda text: in_brackets("(", text, ")")),
        st.tuples(inner, st.sampled_from([" and ", " or "]), inner).map(lambda p: f"{p[0]}{p[1]}{p[2]}"),
    )


def conditions() -> st.SearchStrategy[str]:
    """A condition on one packet."""
    return st.recursive(comparisons(), _more_conditions, max_leaves=4)


# --- patterns and events


@st.composite
def packet_patterns(draw: st.DrawFn, name: str) -> str:
    """A packet block with one to four conditions, marks among them."""
    statements = draw(st.lists(conditions(), min_size=1, max_size=4))
    marks = draw(st.lists(st.sampled_from(["from responder", "solicits"]), max_size=2, unique=True))
    for mark in marks:
        statements.insert(draw(st.integers(0, len(statements))), mark)
    separator = draw(st.sampled_from([f"{SOFT};{FREE}", f"{SOFT}\n{FREE}"]))
    return f"packet {name}{FREE}{{{FREE}{separator.join(statements)}{FREE}}}"


def durations() -> st.SearchStrategy[str]:
    units = st.sampled_from(["ns", "us", "ms", "s", "m", "h", "d"])
    return st.tuples(st.integers(1, 90), units).map(lambda pair: f"{pair[0]}{pair[1]}")


def _having_tests(pattern: str) -> st.SearchStrategy[str]:
    """One comparison with each aggregate."""
    moments = st.sampled_from([f"first({pattern})", f"last({pattern})"])
    lengths = st.sampled_from(
        [f"interval.{what}({pattern})" for what in ("mean", "min", "max", "jitter")]
        + ["duration", f"last({pattern}) - first({pattern})"]
    )
    over = numbers(pattern).map(lambda text: text.replace(SOFT, FREE))
    reach = st.integers(1, 9).map(str)
    named = st.sampled_from(["min", "max", "span", "step", "missing"])
    return st.one_of(
        st.sampled_from(["count() >= 1", f"count({pattern}) == 2", f"constant({pattern}.seq)", f"rate({pattern}) > 3"]),
        st.tuples(durations(), reach).map(lambda p: f"count({FREE}{pattern},{FREE}{p[0]}) >= {p[1]}"),
        st.tuples(over, reach).map(lambda p: f"distinct({p[0]} + {pattern}.ttl){FREE}>= {p[1]}"),
        st.tuples(durations(), reach).map(lambda p: f"distinct({pattern}.dport, {p[0]}) > {p[1]}"),
        st.tuples(named, reach).map(lambda p: f"{p[0]}({pattern}.ack) == {p[1]}"),
        reach.map(lambda n: f"step({pattern}.ack, 1{FREE}<<{FREE}31) > {n}"),
        st.tuples(moments, st.sampled_from(_COMPARISONS), moments).map(lambda p: joined(*p)),
        st.tuples(lengths, st.sampled_from(_COMPARISONS), durations()).map(lambda p: joined(*p)),
    )


def having_conditions(pattern: str) -> st.SearchStrategy[str]:
    """What stands after `having`."""
    return st.recursive(_having_tests(pattern), _more_conditions, max_leaves=4).map(
        lambda text: text.replace(SOFT, FREE)
    )


@st.composite
def events(draw: st.DrawFn, pattern: str) -> str:
    key = draw(
        st.lists(st.sampled_from(["src", "dst", "sport", "dport", "seq - ack", "ip.src"]), min_size=1, max_size=3)
    )
    having = draw(st.one_of(st.none(), having_conditions(pattern)))
    after = f" {FREE}having {having}" if having else ""
    return f"event by {f'{FREE},{FREE}'.join(key)} gap {draw(durations())}{after}"


# --- the rest of a signature


def strings() -> st.SearchStrategy[str]:
    letters = st.characters(codec="utf-8", exclude_characters='"\\', exclude_categories=["Cc", "Cs"])
    plain = st.text(letters, max_size=12).map(lambda text: f'"{text}"')
    lines = st.text(st.characters(codec="utf-8", exclude_characters='"', exclude_categories=["Cs"]), max_size=30)
    return st.one_of(
        plain,
        lines.map(lambda text: f'"""{text}"""'),
        st.sampled_from([r'"\n\t\x41\"\\"', '"""\n    one\n      two\n\n    three\n    """', '"""a "quoted" word"""']),
    )


def slugs() -> st.SearchStrategy[str]:
    return st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)


@st.composite
def signature_texts(draw: st.DrawFn) -> str:
    """A whole signature with random layout and comments. It parses; it may ask for what cannot be."""
    pattern = draw(st.sampled_from(["p", "probe", "Syn_1"]))
    items = [
        f"title {draw(strings())}",
        draw(packet_patterns(pattern)),
        draw(events(pattern)),
        *draw(st.lists(_other_items(), max_size=5, unique_by=lambda text: text.split(" ")[0])),
    ]
    items = draw(st.permutations(items))
    text = f"{FREE}signature {draw(slugs())}{FREE}{{{FREE}{FREE.join(f'{item} {FREE}' for item in items)}}}{FREE}"
    return draw(laid_out(text))


def _other_items() -> st.SearchStrategy[str]:
    text = strings()
    return st.one_of(
        slugs().map(lambda slug: f"category {slug}"),
        st.sampled_from(
            ["internal ", "verdict benign", "confidence high", "version 12", "created 2000-05-31", 'era "2000"']
        ),
        st.lists(text, min_size=1, max_size=3).map(lambda parts: "authors " + f"{FREE},{FREE}".join(parts)),
        st.lists(slugs(), min_size=1, max_size=3).map(lambda parts: "tags " + f"{FREE},{FREE}".join(parts)),
        st.tuples(text, text).map(lambda pair: f"reference {pair[0]}{FREE}url {pair[1]}"),
        st.tuples(text, text).map(
            lambda pair: f"analysis{FREE}{{{FREE}addresses {pair[0]}{FREE}bottom-line {pair[1]}{FREE}}}"
        ),
        st.tuples(text, text).map(
            lambda pair: (
                f"hypothesis {pair[0]}{FREE}{{{FREE}verdict benign {FREE}weight weak {FREE}because {pair[1]}{FREE}}}"
            )
        ),
        st.tuples(text, text).map(lambda pair: f"trace {pair[0]}{FREE}observed {FREE}expect match{FREE}{pair[1]}"),
        text.map(lambda value: f"blind-spot {value}"),
    )


@st.composite
def laid_out(draw: st.DrawFn, text: str) -> str:
    """Gaps filled with white space and, where they may stand, line ends and comments."""
    free = [
        "",
        " ",
        " ",
        "\n",
        "\n\n\n",
        "\t",
        "\n# a comment\n",
        " # x == 1 }\n",
        "#\n",
        '# "open\n',
        " \n  # one\n\n  # two\n",
    ]
    result: list[str] = []
    for letter in text:
        if letter == FREE:
            result.append(draw(st.sampled_from(free)))
        elif letter == SOFT:
            result.append(draw(st.sampled_from(["", " ", "  ", "\t"])))
        else:
            result.append(letter)
    return "".join(result)


def valid_texts() -> st.SearchStrategy[str]:
    """Texts of signatures without errors."""
    return signature_texts().filter(lambda text: not load_text(text).errors)


def models() -> st.SearchStrategy[Signature]:
    """Checked signatures."""
    return valid_texts().map(lambda text: load_text(text).signatures[0])
