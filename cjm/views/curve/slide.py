"""The slide that curves are drawn on: its columns, what it is placed with, and the bounds of its parts."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cjm.model import Journey
from cjm.views.choice import Choice
from cjm.views.curve.slots import Leg, legs
from cjm.views.map.columns import MARGIN, Column, Columns, Span
from cjm.views.map.emotion import place_of
from cjm.views.pages.teller import Teller, teller
from cjm.views.pen import Pen

WIDE = 1280.0
"""How wide a slide is, where its touchpoints fit."""
SCALE = 104.0
"""The first column: what the heights mean."""
NAMES = 150.0
"""The last column: whose lines they are."""
NARROWEST = 92.0
BETWEEN = 8.0


class Slide(NamedTuple):
    """What every part is placed with. `theirs` are the columns of the journey that is compared, at the same places."""

    journey: Journey
    choice: Choice
    teller: Teller
    pen: Pen
    legs: tuple[Leg, ...]
    ours: Columns
    theirs: Columns
    several: bool

    @property
    def right(self) -> float:
        """Where the last column begins, or the margin."""
        return self.ours.right

    @property
    def width(self) -> float:
        """Of the whole picture."""
        return self.right + (NAMES if self.several else 0.0) + MARGIN


class Field(NamedTuple):
    """The part that the curves run in: from `top` (+2) to `bottom` (−2), `step` from one score to the next."""

    top: float
    step: float

    @property
    def zero(self) -> float:
        """The y of 0."""
        return self.top + 2 * self.step

    @property
    def bottom(self) -> float:
        """The y of −2."""
        return self.top + 4 * self.step

    def y(self, score: float) -> float:
        """The y of a score."""
        return place_of(score, self.zero, self.step)


def make_slide(journey: Journey, choice: Choice, *, several: bool) -> Slide:
    """The slide of a journey; `several` says whether lines must be told apart."""
    found = legs(journey, choice.compared)
    left = MARGIN + SCALE
    room = WIDE - left - MARGIN - (NAMES if several else 0.0) - BETWEEN * max(0, len(found) - 1)
    count = sum(len(leg.slots) for leg in found)
    width = round(max(NARROWEST, room / max(1, count)), 2)
    ours, theirs = _spans(found, left, width)
    right = max(ours[-1].right if ours else left, left + room)
    return Slide(
        journey,
        choice,
        teller(journey),
        Pen(journey.language or ""),
        found,
        Columns(ours, left, right),
        Columns(theirs, left, right),
        several,
    )


def _spans(found: tuple[Leg, ...], left: float, width: float) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The same places twice; a stage that only one journey has is empty and says nothing in the other."""
    ours, theirs = [], []
    x = left
    for leg in found:
        places = [x + width * number for number in range(len(leg.slots))]
        silent = replace(leg.stage, emotion=None)
        mine = tuple(Column(at, width, slot.ours) for at, slot in zip(places, leg.slots, strict=True))
        other = tuple(Column(at, width, slot.theirs) for at, slot in zip(places, leg.slots, strict=True))
        ours.append(Span(leg.ours or silent, mine))
        theirs.append(Span(leg.theirs or silent, other))
        x += width * len(leg.slots) + BETWEEN
    return tuple(ours), tuple(theirs)
