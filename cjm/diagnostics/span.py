"""A place in a text: where a key or a value stands."""

from typing import NamedTuple


class Span(NamedTuple):
    """From the first character to just past the last, counted from 1 in lines and code points."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
