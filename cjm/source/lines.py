"""Offsets in a text as lines and columns, and back."""

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text; looked for at the first question, for most files ask none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[int] = []

    def offset(self, line: int, column: int) -> int:
        """Return how many characters stand before a place."""
        return self._starts()[line - 1] + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column, from 1, of what stands after `offset` characters."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def _starts(self) -> list[int]:
        if not self._found:
            self._found = [0, *(found.end() for found in _BREAK.finditer(self._text))]
        return self._found


def end_of(text: str) -> tuple[int, int]:
    """Return the line and column just past the last character that is no space or line break."""
    said = text.rstrip(" \t\r\n")
    breaks = said.count("\n") + said.count("\r") - said.count("\r\n")
    return breaks + 1, len(said) - max(said.rfind("\n"), said.rfind("\r"))
