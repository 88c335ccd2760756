"""Where libyaml gave up, and the lines around it."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
)

from cjm.diagnostics import Span
from cjm.source.lines import end_of

KEY = re.compile(
    r"""[ ]*(?:-[ ]+)*
    (?P<key>"(?:[^"\\]|\\.)*"|'[^']*'
        |[^\s#"'\[\]{}&*!|>%@`,?-](?:[^\s:#]|:(?=\S)|(?<=\S)\#|[ ]+(?![\s#:]))*)
    [ ]*:(?=\s|$)""",
    re.VERBOSE,
)
_LONG = 1_000_000
_OPENING = (FlowSequenceStartToken, FlowMappingStartToken)
_CLOSING = (FlowSequenceEndToken, FlowMappingEndToken)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in quotes; lines and columns from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Scene:
    """`line`, `column` and `index` are libyaml's place; `since_line` and so on, where what it was reading began."""

    text: str
    shown: str
    problem: str
    context: str
    line: int
    column: int
    index: int
    since_line: int
    since_column: int
    since_index: int

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines; `lines[0]` is empty, so that they count from 1; one more at the end."""
        return ["", *self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]

    @property
    def here(self) -> str:
        """The line where libyaml gave up."""
        return self.lines[self.line]

    @property
    def char(self) -> str:
        """The character at which it gave up, empty at the end of the file."""
        return self.text[self.index : self.index + 1]

    @property
    def at_first(self) -> bool:
        """True when nothing but spaces stands before the place on its line."""
        return not self.here[: self.column - 1].strip()

    def point(self, line: int, column: int, length: int = 1) -> Span:
        """A place on one line."""
        return Span(line, column, line, column + length)

    def before(self, line: int) -> int:
        """The nearest line above that is neither blank nor a comment, or 0."""
        for above in range(line - 1, 0, -1):
            said = self.lines[above].strip()
            if said and not said.startswith("#"):
                return above
        return 0

    @cached_property
    def tokens(self) -> tuple[list[Quoted], list[tuple[int, int]]]:
        """Texts in quotes, and brackets still open, up to where reading ends."""
        quoted: list[Quoted] = []
        opened: list[tuple[int, int]] = []
        if len(self.text) > _LONG:
            return quoted, opened
        get: Any = CParser(self.shown).get_token
        try:
            while (token := get()) is not None and token.start_mark.index < self.index:
                first, last = token.start_mark, token.end_mark
                if isinstance(token, ScalarToken) and token.style in {'"', "'"}:
                    quoted.append(Quoted(first.line + 1, first.column + 1, last.line + 1, last.column + 1))
                elif isinstance(token, _OPENING):
                    opened.append((first.line + 1, first.column + 1))
                elif isinstance(token, _CLOSING) and opened:
                    opened.pop()
        except YAMLError:
            pass
        return quoted, opened


def scene(text: str, shown: str, slip: YAMLError) -> Scene:
    """What the error says, with lines and columns from 1."""
    at: Any = getattr(slip, "problem_mark", None)
    since: Any = getattr(slip, "context_mark", None) or at
    line, column = at.line + 1, at.column + 1
    if at.index >= len(text):  # at the end libyaml goes on to a line that is not there
        line, column = end_of(text)
    return Scene(
        text,
        shown,
        str(getattr(slip, "problem", None) or slip),
        str(getattr(slip, "context", None) or ""),
        line,
        column,
        at.index,
        since.line + 1,
        since.column + 1,
        since.index,
    )


def indent(line: str) -> int:
    """The spaces before a line's first word."""
    return len(line) - len(line.lstrip(" "))


def key_of(line: str) -> str:
    """The key that a line begins with, without quotes and dashes, or nothing."""
    found = KEY.match(line)
    return found["key"].strip("\"'") if found else ""


def value_of(line: str) -> str:
    """What stands after the key's colon."""
    found = KEY.match(line)
    value = line[found.end() :].strip() if found else ""
    return "" if value.startswith("#") else value
