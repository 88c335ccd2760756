"""What a placed picture is made of. Units are CSS pixels, y grows downwards. Knows no journey and no format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["start", "middle"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
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


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: `leading` from line to line, `ascent` from the top of a line to its baseline."""

    name: str
    size: float
    leading: float
    bold: bool = False

    @property
    def ascent(self) -> float:
        """From the top of a line to its baseline."""
        return (self.leading + self.size * 0.72) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on its baseline; `exact` says that `width` was measured and not estimated."""

    text: str
    x: float
    y: float
    width: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A text in lines: one text of the journey, whole."""

    style: str
    align: Align
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A stage behind its cards. `hue` counts through a small palette; `notice` stands where it has no cards."""

    id: str
    stage: str
    hue: int
    box: Box
    title: Block
    note: Block
    notice: Block | None


@dataclass(frozen=True, slots=True)
class Card:
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


@dataclass(frozen=True, slots=True)
class Label:
    """The condition of an edge, beside its line."""

    box: Box
    block: Block


@dataclass(frozen=True, slots=True)
class Edge:
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


@dataclass(frozen=True, slots=True)
class Entry:
    """A sign of the legend and what it means."""

    sign: str
    box: Box
    block: Block


@dataclass(frozen=True, slots=True)
class FlowView:
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
