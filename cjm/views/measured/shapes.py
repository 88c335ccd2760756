"""What the measured chapter of a report is made of. Texts are said already; values are typed, for spreadsheets."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cjm.views.pages.shapes import Piece, Sign, Tile
from cjm.views.picture import Picture

Kind = Literal["text", "count", "share", "duration", "number"]


class Heading(NamedTuple):
    """A column. Its key names it to programs."""

    key: str
    text: str
    kind: Kind = "text"


class Cell(NamedTuple):
    """What stands in a column: as people read it, and as a number. `under` is the small line below it."""

    text: str = ""
    value: float | str | None = None
    under: str = ""
    link: str = ""
    sign: Sign | None = None
    own: bool = False
    """Whether it is a text of the journey or of the log, and none of ours."""


class Sheet(NamedTuple):
    """A table; the first column is what a row is about."""

    key: str
    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Part(NamedTuple):
    """A section of the chapter: sentences, a small picture, tables."""

    anchor: str
    title: str
    notes: tuple[str, ...]
    picture: Picture | None
    sheets: tuple[Sheet, ...]


class Measured(NamedTuple):
    """The chapter. `truths` are what is untrue of the map, the gravest first."""

    basis: str
    truths: tuple[tuple[Piece, ...], ...]
    tiles: tuple[Tile, ...]
    parts: tuple[Part, ...]
