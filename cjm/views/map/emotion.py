"""The emotion curve of a map: declared points, the line through them, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from cjm.model import Emotion, Journey, Touchpoint
from cjm.views.map.columns import Column, Columns, Span
from cjm.views.picture import Area, Curve, Mark
from cjm.views.shapes import Point
from cjm.views.smooth import smooth
from cjm.views.wording import mood_of

if TYPE_CHECKING:
    from cjm.model.measurement import Measurement

STEP = 38.0
"""From one score to the next."""
RADIUS = 10.0
HEIGHT = 4 * STEP + 2 * RADIUS + 12


class Felt(NamedTuple):
    """A point of the curve. `founded` says that more than an assumption stands behind it."""

    x: float
    score: float
    founded: bool
    touchpoint: str
    name: str

    @property
    def mood(self) -> int:
        """One of the five faces."""
        return mood_of(self.score) or 0


def declared(columns: Columns, journey: Journey) -> tuple[Felt, ...]:
    """What the journey says, from left to right: of touchpoints, and of stages whose touchpoints say nothing."""
    assumed = {each.id for each in journey.known_evidence if each.kind == "assumption"}
    return tuple(point for span in columns.spans for point in _of_stage(span, assumed))


def _of_stage(span: Span, assumed: set[str]) -> Iterator[Felt]:
    found = [point for column in span.columns if (point := _of_column(column, assumed))]
    stage, emotion = span.stage, span.stage.emotion
    if not found and emotion is not None and emotion.score is not None:
        middle = (span.x + span.right) / 2
        yield Felt(middle, emotion.score, _is_founded(emotion, (), assumed), "", stage.name)
    yield from found


def _of_column(column: Column, assumed: set[str]) -> Felt | None:
    touchpoint = column.touchpoint
    if touchpoint is None or touchpoint.emotion is None or touchpoint.score is None:
        return None
    founded = _is_founded(touchpoint.emotion, touchpoint.evidence, assumed)
    return Felt(column.middle, touchpoint.score, founded, touchpoint.id, touchpoint.name)


def _is_founded(emotion: Emotion, others: tuple[str, ...], assumed: set[str]) -> bool:
    return any(each not in assumed for each in (*emotion.evidence, *others))


def heard(columns: Columns, measurement: Measurement) -> tuple[Felt, ...]:
    """How touchpoints feel to the customers who were asked."""
    found: list[Felt] = []
    for column in columns.each:
        felt = measurement.felt(column.touchpoint.id) if column.touchpoint else None
        if column.touchpoint and felt and felt.value is not None:
            score = max(-2.0, min(2.0, felt.value))
            found.append(
                Felt(column.middle, score, founded=True, touchpoint=column.touchpoint.id, name=column.touchpoint.name)
            )
    return tuple(found)


def borrowed(columns: Columns, other: Journey) -> tuple[Felt, ...]:
    """What another journey says of the same touchpoints, by their ids or the ids that they had."""
    theirs: dict[str, Touchpoint] = {}
    for each in other.touchpoints:
        for name in (each.id, *each.was):
            theirs.setdefault(name, each)
    return tuple(felt for column in columns.each if (felt := _borrowed(column, theirs)))


def _borrowed(column: Column, theirs: dict[str, Touchpoint]) -> Felt | None:
    names = (column.touchpoint.id, *column.touchpoint.was) if column.touchpoint else ()
    match = next((theirs[name] for name in names if name in theirs), None)
    if match is None or match.score is None:
        return None
    return Felt(column.middle, match.score, founded=True, touchpoint=match.id, name=match.name)


def place_of(score: float, zero: float, step: float = STEP) -> float:
    """The y of a score."""
    return round(zero - score * step, 2)


def points_of(felt: Sequence[Felt], zero: float, step: float = STEP) -> list[Point]:
    """The points of the curve."""
    return [(each.x, place_of(each.score, zero, step)) for each in felt]


def line(felt: Sequence[Felt], zero: float, role: str = "line", step: float = STEP) -> Iterator[Mark]:
    """The smooth line, solid where both of its ends are founded, dashed where one is assumed."""
    if len(felt) < 2:  # noqa: PLR2004 - a line has two ends
        return
    chain = list(smooth(points_of(felt, zero, step)))
    pieces = [(after.founded and before.founded, number) for number, (before, after) in enumerate(pairwise(felt))]
    for founded, run in groupby(pieces, key=lambda piece: piece[0]):
        numbers = [number for _, number in run]
        part = chain[3 * numbers[0] : 3 * numbers[-1] + 4]
        yield Curve(role if founded else f"{role} assumed", tuple(part))


def shade(felt: Sequence[Felt], zero: float, step: float = STEP) -> Iterator[Mark]:
    """The fill above and below zero."""
    if len(felt) > 1:
        yield Area("area", tuple(smooth(points_of(felt, zero, step))), zero, zero - 2 * step, zero + 2 * step)
