"""The columns of a map: one for each touchpoint, one for a stage that has none, after a first one for the labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.model import Journey, Stage, Touchpoint
from cjm.views.framing import MARGIN

LABELS = 132.0
WIDTH = 136.0
MOST = 240.0
BETWEEN = 8.0
"""From one stage to the next."""
LEAST = 1060.0
"""How wide the columns together are at least, when few of them may grow."""


class Column(NamedTuple):
    """Where a touchpoint stands; `touchpoint` is None in a stage that has none."""

    x: float
    width: float
    touchpoint: Touchpoint | None

    @property
    def middle(self) -> float:
        """Its center."""
        return self.x + self.width / 2


class Span(NamedTuple):
    """A stage with its columns."""

    stage: Stage
    columns: tuple[Column, ...]

    @property
    def x(self) -> float:
        """Its left side."""
        return self.columns[0].x

    @property
    def right(self) -> float:
        """Its right side."""
        return self.columns[-1].x + self.columns[-1].width

    @property
    def width(self) -> float:
        """From side to side."""
        return self.right - self.x


class Columns(NamedTuple):
    """All of them; `left` is where the first one begins."""

    spans: tuple[Span, ...]
    left: float
    right: float

    @property
    def width(self) -> float:
        """Of the whole picture."""
        return self.right + MARGIN

    @property
    def each(self) -> tuple[Column, ...]:
        """Every column, from left to right."""
        return tuple(column for span in self.spans for column in span.columns)


def make_columns(journey: Journey) -> Columns:
    """Columns of one width, wider where there are few."""
    count = sum(max(1, len(stage.touchpoints)) for stage in journey.stages)
    width = round(min(MOST, max(WIDTH, LEAST / max(1, count))), 2)
    left = MARGIN + LABELS
    spans = tuple(_spans(journey, left, width))
    return Columns(spans, left, max(spans[-1].right if spans else left, left + LEAST / 2))


def _spans(journey: Journey, left: float, width: float) -> Iterator[Span]:
    x = left
    for stage in journey.stages:
        held: tuple[Touchpoint | None, ...] = stage.touchpoints or (None,)
        yield Span(stage, tuple(Column(x + width * number, width, each) for number, each in enumerate(held)))
        x += width * len(held) + BETWEEN
