"""The codes of diagnostics: what each is called, what it means for the author, and what repairs it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["RULES", "Rule"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of fault.

    Attributes:
        code: E1 text and syntax, E2 names, E3 types and values, E4 patterns and events, E5 several signatures, E9
            limits; W6 what the reader is owed, W7 not wrong, yet probably not meant.
        title: A few words.
        meaning: Why it is a fault, in a sentence or two.
        repair: What the author can do.
    """

    code: str
    title: str
    meaning: str
    repair: str


_ALL = (
    Rule("E100", "not UTF-8", "Files are UTF-8, so that everybody reads the same text.", "Save the file as UTF-8."),
    Rule("E101", "unexpected text", "The parser expected something else here; it goes on with the next condition, "
         "item or signature.", "Compare with the example of that item in the language reference."),
    Rule("E102", "block not closed", "A `{` has no `}`, so that the rest of the file would belong to its block.",
         "Add the closing brace where the block ends."),
    Rule("E103", "string not closed", "A string in one pair of quotes ends on its line; one of several lines stands "
         "between three quotes.", "Add the closing quote, or use three."),
    Rule("E104", "unknown item", "A word stands where an item of a signature, or of one of its blocks, belongs.",
         "Correct the word; the help names what is nearest."),
    Rule("E105", "bad literal", "A number, date, address or escape is not written as one.",
         "Write it as the help says."),
    Rule("E106", "item given twice", "Which of the two holds could only be guessed.", "Keep one."),
    Rule("E107", "missing item", "A signature needs a title and an event, and a file a signature.", "Add it."),
    Rule("E108", "unknown word", "The word is none of those that can stand here.",
         "Use one of those that the help names."),
    Rule("E109", "file could not be read", "The path names no readable file, or a folder without `.sig` files.",
         "Check the path and its permissions."),
    Rule("E200", "unknown field", "Only fields of the registry can be asked for.",
         "Correct the name; all are in the table of fields."),
    Rule("E201", "unknown pattern", "A function after `having` names a pattern that this signature has not.",
         "Use the name that stands after `packet` or `as`."),
    Rule("E202", "duplicate name", "Two patterns have one name, or a pattern has the name of a field, flag or set.",
         "Rename one of the two."),
    Rule("E203", "name not allowed here", "The word means something, but not in this place.",
         "See the help; functions, for one, stand only after `having`."),
    Rule("E204", "unknown function", "There is no such function of an episode.", "Use one of the table of aggregates."),
    Rule("E300", "value wider than its field",
         "The field cannot hold the constant, so that the comparison always comes "
         "out the same.", "Correct the constant or the field."),
    Rule("E301", "types do not fit", "The two sides are of kinds that do not compare or compute with each other.",
         "Compare addresses with addresses, bytes with bytes, durations with durations."),
    Rule("E302", "arithmetic beyond 64 bits", "The expression could have a value that 64 bits do not hold.",
         "Make it smaller, with a mask for example."),
    Rule("E303", "bad arguments", "A function, set or range has arguments that it cannot work with.",
         "Write it in the form that the help shows."),
    Rule("E304", "bad regular expression", "Expressions are RE2's: linear time, no look-around, no back-references.",
         "Write it without what RE2 has not."),
    Rule("E305", "not a condition", "A number or a list stands where yes or no is asked for.",
         "Compare it with something."),
    Rule("E400", "pattern can never match", "The pattern's conditions contradict each other.",
         "Change one of the two."),
    Rule("E401", "key that a pattern has not", "Packets of the pattern never have the field, so that none would be "
         "counted; or the key is no value that differs between packets.", "Use a key that all patterns have."),
    Rule("E402", "unbounded having", "Sets and windows are counted up to a constant, so that memory has a bound.",
         "Compare with a constant."),
    Rule("E403", "condition can never hold", "Whatever the packets are, the condition comes out false.",
         "Correct its numbers, or take the condition out."),
    Rule("E404", "no pattern", "Without a condition, or without a pattern, there is nothing to match.", "Add one."),
    Rule("E405", "gap shorter than the interval asked for", "A pause longer than `gap` ends the episode, so that no "
         "two packets in it are as far apart as `having` asks.", "Make the gap longer than the interval."),
    Rule("E500", "unknown signature", "`observe` names a signature that was not given.",
         "Correct the name, or give the file it stands in as well."),
    Rule("E501", "cycle in observe", "A signature would wait for its own events.", "Take one of the links out."),
    Rule("E502", "duplicate signature", "Everything refers to a signature by its name.", "Rename one of the two."),
    Rule("E900", "file over the size limit", "Signatures come from strangers: everything has a limit.",
         "Split the file."),
    Rule("E901", "nesting over the limit", "Operators or brackets are nested too deep.", "Split the condition."),
    Rule("E902", "too many of one thing", "There are more of them than the limit allows.", "Split the signature."),
    Rule("E903", "too many faults", "The rest is not shown, or not looked for.",
         "Repair the first ones and check again."),
    Rule("W600", "bottom line missing", "A reader wants one sentence that says what this is.",
         "Add a `bottom-line` to the analysis."),
    Rule("W601", "no trace proves this signature", "Nobody can see that it matches what it is meant to match.",
         "Add a trace with `expect match`."),
    Rule("W602", "no near miss", "Nobody can see what it leaves alone.",
         "Add a trace with `expect no-match` that differs in one thing."),
    Rule("W603", "category and folder differ", "Folders of a collection are named after categories.",
         "Move the file, or correct the category."),
    Rule("W604", "trace proves nothing", "The trace holds no packet, repeats another trace, or is a near miss of "
         "which no "
         "packet meets any condition of a pattern: whatever the patterns were, it would come out the same.",
         "Take it out, or change a trace that matches in one thing only."),
    Rule("W700", "two signatures say the same", "Every event would be reported twice.", "Keep one."),
    Rule("W701", "covered wholly by another signature", "Every event of this one is an event of the other too.",
         "Where that is meant, say so with `variant-of`."),
    Rule("W702", "condition that always holds", "Whatever the packets are, the condition comes out true.",
         "Take it out, or correct its number."),
    Rule("W703", "condition that another one implies", "It leaves out nothing that the other one lets through.",
         "Take it out."),
    Rule("W704", "having that any episode satisfies", "The condition chooses nothing. (`count() >= 1`, alone, says on "
         "purpose that one packet is enough, and is not told.)", "Take it out, or ask for more."),
    Rule("W705", "another program's name for a field", "Wireshark's names are understood, but signatures are easier to "
         "compare when all use one name.", "Use the short name, as the formatter does."),
)  # fmt: skip

RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
