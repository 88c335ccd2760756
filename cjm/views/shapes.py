"""What a placed picture is made of. Units are CSS pixels, y grows downwards. Knows no journey and no format.

Named tuples: they load in a fifth of the time of data classes, and a picture is drawn in a tenth of a second.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Align = Literal["start", "middle", "end"]
Point = tuple[float, float]


class Box(NamedTuple):
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Its center."""
        return (self.x + self.width / 2, self.y + self.height / 2)


class Style(NamedTuple):
    """How a text is set: `leading` from line to line, `ascent` from the top of a line to its baseline."""

    name: str
    size: float
    leading: float
    bold: bool = False

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline."""
        return (self.leading + self.size * 0.72) / 2


class Line(NamedTuple):
    """A line of text on its baseline; `exact` says that `width` was measured and not estimated."""

    text: str
    x: float
    y: float
    width: float
    exact: bool


class Block(NamedTuple):
    """A text in lines: one text of the journey, whole."""

    style: str
    align: Align
    text: str
    lines: tuple[Line, ...]


class Panel(NamedTuple):
    """A stage behind its cards. `hue` counts through a small palette; `notice` stands where it has no cards."""

    id: str
    stage: str
    hue: int
    box: Box
    title: Block
    note: Block | None
    notice: Block | None


class Card(NamedTuple):
    """A touchpoint. `mood` is its emotion as a whole number from −2 to 2, None when nobody said."""

    id: str
    touchpoint: str
    panel: str
    kind: Literal["contact", "action", "wait"]
    mood: int | None
    star: bool
    box: Box
    name: Block
    meta: Block | None
    summary: str


class Label(NamedTuple):
    """The condition of an edge, beside its line."""

    box: Box
    block: Block


class Edge(NamedTuple):
    """A hop. `curve` is a chain of cubic Béziers (1 + 3n points) to where the arrowhead begins, which ends at `tip`."""

    id: str
    source: str
    target: str
    main: bool
    width: float
    head: float
    curve: tuple[Point, ...]
    tip: Point
    label: Label | None
    summary: str
    role: str = ""
    """`drawn` or `strays`, where it is known which edges customers take that no path has."""


class Entry(NamedTuple):
    """A sign of the legend and what it means."""

    sign: str
    box: Box
    block: Block


class FlowView(NamedTuple):
    """Stages, touchpoints and paths, placed."""

    id: str
    title: str
    description: str
    language: str
    width: float
    height: float
    panels: tuple[Panel, ...]
    cards: tuple[Card, ...]
    edges: tuple[Edge, ...]
    legend: tuple[Entry, ...]
