"""A placed picture of any view: groups of boxes, lines and texts. Units are CSS pixels, y grows downwards.

What a mark looks like is its `role`, which templates write as a class: `ink`, `quiet`, `pain`, `hue2`, `mood-1` …
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from cjm.views.shapes import Block, Box, Point


class Words(NamedTuple):
    """A text in lines."""

    role: str
    block: Block
    mark: str = "words"


class Rect(NamedTuple):
    """A rectangle with round corners."""

    role: str
    box: Box
    radius: float = 0.0
    mark: str = "rect"


class Line(NamedTuple):
    """Points joined by straight lines; `closed` fills them."""

    role: str
    points: tuple[Point, ...]
    closed: bool = False
    mark: str = "line"


class Curve(NamedTuple):
    """A chain of cubic Béziers, 1 + 3n points; a `width` of 0 leaves the stroke to the style sheet."""

    role: str
    points: tuple[Point, ...]
    width: float = 0.0
    mark: str = "curve"


class Area(NamedTuple):
    """What lies between a curve and a `floor` (a y), shaded from `top` to `bottom`."""

    role: str
    points: tuple[Point, ...]
    floor: float
    top: float
    bottom: float
    mark: str = "area"


class Dot(NamedTuple):
    """A filled circle."""

    role: str
    center: Point
    radius: float
    mark: str = "dot"


class Face(NamedTuple):
    """A score from −2 to 2 as colour and mouth."""

    mood: int
    center: Point
    radius: float
    mark: str = "face"


class Sign(NamedTuple):
    """A small sign of 14 × 14: `star`, or the kind of a channel, or the status of an opportunity."""

    role: str
    center: Point
    mark: str = "sign"


Mark: TypeAlias = Words | Rect | Line | Curve | Area | Dot | Face | Sign


class Group(NamedTuple):
    """Marks that belong together, in the order they are painted. All of their texts stand inside `box`.

    `part` is what of the journey it shows, as family and id (`touchpoint`, `ficha`), both empty for what is none;
    `summary` says the same to who cannot see it.
    """

    kind: str
    box: Box
    marks: tuple[Mark, ...]
    part: tuple[str, str] = ("", "")
    summary: str = ""
    id: str = ""


class Picture(NamedTuple):
    """A whole view. What stands left of `fixed` stays when a screen scrolls; `mirrored` is written right to left."""

    id: str
    view: str
    title: str
    description: str
    language: str
    width: float
    height: float
    groups: tuple[Group, ...]
    fixed: float = 0.0
    mirrored: bool = False
