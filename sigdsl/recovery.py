"""The parser's driver: feeds tokens to Lark's LALR parser and goes on after a fault.

Recovery is yacc's: drop what was being read back to a state in which the grammar allows `_ERROR`, feed that, then
pass over tokens until one fits that starts a line or ends a condition or block. One fault is reported for each such
passage. A block that was never closed is noticed where a line starts the next item.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedToken
from lark.lark import PostLex
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_interactive_parser import InteractiveParser

from sigdsl.diagnostics import Diagnostic, Label, fault
from sigdsl.items import is_closed_later, starts_item, starts_signature
from sigdsl.layout import CLOSING, Layout
from sigdsl.limits import MAX_NESTING, MAX_SYNTAX_FAULTS
from sigdsl.literals import token_span
from sigdsl.model import Span
from sigdsl.wording import odd_character, unexpected

__all__ = ["parse_tree"]

END = "$END"
RECOVER = "_ERROR"
_PASSED_AT_MOST = 100 * MAX_SYNTAX_FAULTS  # odd characters within passages that are reported once
_ODD_RUN = re.compile(r"""[^\w\s"#{}()\[\],;=!<>&|^~*%+-]+""")
_FIRST_WORD = re.compile(r"[ \t]*([\w-]+)")
_DEEPEST_STACK = 64 * MAX_NESTING  # a bracket and the operators around it take far less than 64 states
_RESUMING = {"_SEP", *CLOSING.values(), END}


class _Everywhere(PostLex):
    """Makes the lexer see line ends and comments in every state; `Layout` takes them out again."""

    always_accept = ("_NL", "COMMENT")

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        return stream


@cache
def _lark() -> Lark:
    return Lark(
        files("sigdsl").joinpath("grammar.lark").read_text("utf-8"),
        parser="lalr",
        lexer="contextual",
        postlex=_Everywhere(),
        propagate_positions=True,
        maybe_placeholders=False,
    )


def parse_tree(text: str, report: Callable[[Diagnostic], None]) -> tuple[Tree[Token] | None, list[Token]]:
    """Parse a file: its tree (None when nothing could be made of it) and its comments. Faults go to `report`."""
    driver = _Driver(text, report)
    return driver.run(), driver.layout.comments


class _GiveUp(Exception):
    """What follows is not worth reading; why has been reported."""


class _Driver:
    def __init__(self, text: str, report: Callable[[Diagnostic], None]) -> None:
        self.text = text
        self.layout = Layout(text)
        self.parser: InteractiveParser = _lark().parse_interactive(text)
        self._tell = report
        self._faults = self._passed = 0
        self._swallowed = False  # a closing bracket, by a string that is not closed
        self._is_first = True  # on its line
        self._recovering = False
        self._base = 0  # brackets that the parser has open while recovering

    def run(self) -> Tree[Token] | None:
        try:
            while True:
                try:
                    self._feed_all()
                    return self._finish()
                except UnexpectedCharacters as error:
                    self._odd_character(error)
                except UnexpectedToken as error:
                    # Raised by the lexer: the token exists, but fits nowhere in this state.
                    self._feed(error.token)
        except _GiveUp:
            return None

    def _feed_all(self) -> None:
        tokens: Iterator[Token] = self.parser.lexer_thread.lex(self.parser.parser_state)  # type: ignore[no-untyped-call]
        for token in tokens:
            self._feed(token)

    def _report(self, diagnostic: Diagnostic) -> None:
        self._tell(diagnostic)
        self._faults += 1
        if self._faults == MAX_SYNTAX_FAULTS:
            self._give_up(diagnostic.span)

    def _give_up(self, span: Span) -> None:
        message = f"reading stopped here, after {self._faults} faults of syntax"
        self._tell(fault("E903", message, span, help="is this a signature file?"))
        raise _GiveUp

    # --- one token

    def _feed(self, raw: Token) -> None:
        if raw.type == "_NL":
            self._close_forgotten(raw.end_pos or 0)
        elif raw.type in ("OPEN_STRING", "OPEN_LONG_STRING"):
            self._swallowed |= "}" in raw
        depth = self.layout.depth
        token = self.layout.admit(raw)
        if self.layout.depth > MAX_NESTING or len(self.parser.parser_state.state_stack) > _DEEPEST_STACK:
            message = f"brackets or operators nested more than {MAX_NESTING} deep"
            self._tell(
                fault("E901", message, token_span(raw), "one more here", help="the rest of the file was not read")
            )
            raise _GiveUp
        if token is None:
            self._is_first |= raw.type == "_NL"
            return
        is_first, self._is_first = self._is_first, raw.type == "_NL"
        if not self._recovering:
            if not self._fits(token):
                self._fault(token)
                is_first = False
            else:
                self.parser.feed_token(token)
                return
        elif max(depth, self.layout.depth) > self._base <= self.layout.depth:
            return  # within brackets that belong to the fault, or their end
        if (is_first or token.type in _RESUMING) and self._fits(token):
            self.parser.feed_token(token)
            self._recovering = False

    def _fits(self, token: Token) -> bool:
        """Whether the parser would take a token. A dry run over its tables: feeding a copy would share built values."""
        state = self.parser.parser_state
        table, end_state = state.parse_conf.parse_table, state.parse_conf.end_state
        height = len(state.state_stack)  # so much of the stack is left,
        above: list[int] = []  # and this is what the dry run put upon it
        while True:
            top = above[-1] if above else state.state_stack[height - 1]
            action, target = table.states[top].get(token.type, (None, None))
            if action is None:
                return False
            if action is Shift:
                return True
            popped = len(target.expansion)
            height -= max(0, popped - len(above))
            del above[len(above) - min(popped, len(above)) :]
            top = above[-1] if above else state.state_stack[height - 1]
            above.append(table.states[top][target.origin.name][1])
            if token.type == END and above[-1] == end_state:
                return True

    def _accepted(self) -> set[str]:
        """The kinds of tokens that would fit now."""
        state = self.parser.parser_state
        row = state.parse_conf.parse_table.states[state.position]
        return {name for name in row if name.isupper() and self._fits(Token(name, ""))} | (
            {END} if END in row and self._fits(Token(END, "")) else set()
        )

    def _open_brackets(self) -> list[Token]:
        """The brackets that the parser itself has open."""
        found: list[Token] = []
        for value in self.parser.parser_state.value_stack:
            if isinstance(value, Token) and value.type in CLOSING:
                found.append(value)
            elif isinstance(value, Token) and found and value.type == CLOSING[found[-1].type]:
                found.pop()
        return found

    # --- after a fault

    def _fault(self, token: Token) -> None:
        opened = self._open_brackets()
        self._report(unexpected(token, self._accepted(), opened[-1] if opened else None, self.text))
        self._recover(token.start_pos or 0)

    def _recover(self, at: int) -> None:
        """Back to a state that shifts `_ERROR`, and past it. The first state does, so the loop ends."""
        state = self.parser.parser_state
        states = state.parse_conf.parse_table.states
        while states[state.position].get(RECOVER, (None, None))[0] is not Shift:
            state.state_stack.pop()
            state.value_stack.pop()
        self.parser.feed_token(Token(RECOVER, ""))
        self._recovering = True
        self._base = min(len(self._open_brackets()), self.layout.depth)
        within = self.layout.unclosed[self._base :]
        if within and not is_closed_later([str(bracket) for bracket in within], self.text, at):
            self.layout.close_to(self._base)

    def _odd_character(self, error: UnexpectedCharacters) -> None:
        at: int = error.pos_in_stream or 0
        if not self._recovering:
            self._report(odd_character(self.text, at))
            self._recover(at)
        self._is_first = False
        self._passed += 1
        if self._passed > _PASSED_AT_MOST:
            self._give_up(Span(at, at + 1))
        state = self.parser.lexer_thread.state
        run = _ODD_RUN.match(self.text, at)
        if state is not None and state.line_ctr.char_pos == at:
            state.line_ctr.feed(self.text[at : run.end() if run else at + 1])

    # --- blocks that are not closed

    def _close_forgotten(self, line_start: int) -> None:
        """Close blocks that are still open where a line starts something that cannot stand in them."""
        unclosed = self.layout.unclosed
        if unclosed and starts_signature(self.text, line_start):
            keep = 0
        elif len(unclosed) > 1 and starts_item(self.text, line_start, self.layout.is_packet(1)):
            keep = 1
        else:
            return
        if self._swallowed:
            self._swallowed = False
        elif not self._recovering or len(self._open_brackets()) > keep:
            what = "signature" if keep == 0 else "item"
            word = _FIRST_WORD.match(self.text, line_start)
            here = Label(Span(*word.span(1)) if word else Span(line_start, line_start + 1), f"a new {what} starts here")
            self._report(_not_closed(unclosed[keep:], "is a `}` missing before the line that is marked?", here))
        self._close(keep, line_start - 1)

    def _close(self, keep: int, at: int) -> None:
        """Close what is open beyond a depth, so that what stands in it is looked at all the same."""
        while len(opened := self._open_brackets()) > keep:
            closing = Token(CLOSING[opened[-1].type], "", at, end_pos=at)
            if self._fits(closing):
                self.parser.feed_token(closing)
                self._recovering = False
            else:
                self._recover(at)
                if len(self._open_brackets()) == len(opened) and not self._fits(closing):
                    break
        self.layout.close_to(keep)
        self._base = min(self._base, keep)

    def _finish(self) -> Tree[Token] | None:
        last = Token(END, "", len(self.text), end_pos=len(self.text))
        if self.layout.unclosed:
            if not self._swallowed:
                self._report(_not_closed(self.layout.unclosed, "the file ends before its closing bracket"))
            self._close(0, len(self.text))
        if not self._fits(last):
            self._fault(last)
            self._close(0, len(self.text))
        if not self._fits(last):
            return None
        result = self.parser.feed_token(last)
        return result if isinstance(result, Tree) else None


def _not_closed(opened: list[Token], help_: str, *more: Label) -> Diagnostic:
    names = {"{": "block", "(": "parenthesis", "[": "list"}
    within = (Label(token_span(token), "and this is not closed either") for token in opened[1:4])
    message = f"this {names[str(opened[0])]} is never closed"
    return fault("E102", message, token_span(opened[0]), "opened here", *within, *more, help=help_)
