"""What a table of a journey is made of. Values are typed, so that a spreadsheet can sort and add them up."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Value: TypeAlias = str | float | bool | date | tuple[str, ...] | None
"""A tuple is a list of texts in one cell; None is an empty cell."""
Kind: TypeAlias = Literal["text", "id", "number", "share", "date", "flag", "list"]


class Column(NamedTuple):
    """`key` names it to programs, `heading` to people. A share is a fraction, a flag true or false."""

    key: str
    heading: str
    kind: Kind


class Table(NamedTuple):
    """Rows with a value for each column."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def cells(self, row: tuple[Value, ...]) -> dict[str, Value]:
        """A row by the keys of its columns; a column that is left out has none."""
        return dict(zip((column.key for column in self.columns), row, strict=True))

    def heading(self, key: str) -> str:
        """What a column is called, empty for one that is left out."""
        return next((column.heading for column in self.columns if column.key == key), "")


class Chapter(NamedTuple):
    """A stage: its heading, how many touchpoints it has, and what it says where it has none."""

    name: str
    length: int
    notice: str


class MeasuredTables(NamedTuple):
    """What customers did: a title, whom the figures are of, sentences on what the map does not say, and tables."""

    title: str
    basis: str
    truths: tuple[str, ...]
    tables: tuple[Table, ...]


class TablesView(NamedTuple):
    """The journey in three tables. `labels` is the language of headings, dates and numbers."""

    id: str
    title: str
    language: str
    labels: str
    description: str
    facts: tuple[tuple[str, str], ...]
    """What is said of the whole journey, each with its label."""
    chapters: tuple[Chapter, ...]
    touchpoints: Table
    pain_points: Table
    opportunities: Table
    measured: MeasuredTables | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """All three, in the order they are read in, then those of what was measured."""
        own = (self.touchpoints, self.pain_points, self.opportunities)
        return (*own, *self.measured.tables) if self.measured else own
