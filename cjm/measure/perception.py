"""What the map says of a touchpoint against what customers answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cjm.model import Journey
from cjm.model.measurement import Gap, Levels, Measured, Spot

MIDDLE = 3
"""Of a csat from 1 to 5: what stands for an emotion of 0."""


def with_gaps(journey: Journey, levels: Levels) -> Levels:
    """The levels with the figure `gap` at touchpoints: measured less declared; below 0 it is worse than thought."""
    scores = {each.id: each.score for each in journey.touchpoints}
    return replace(levels, touchpoints=tuple(_with_gap(spot, scores) for spot in levels.touchpoints))


def _with_gap(spot: Spot, scores: Mapping[str, float | None]) -> Spot:
    declared, csat = scores.get(spot.id), spot.figures.get("csat")
    if declared is None or csat is None:
        return spot
    return replace(spot, figures={**spot.figures, "gap": moved(csat, -MIDDLE - declared)})


def moved(figure: Measured, by: float) -> Measured:
    """The same figure, higher by so much."""
    if figure.value is None:
        return figure
    low, high = (None if end is None else end + by for end in (figure.low, figure.high))
    return replace(figure, value=figure.value + by, low=low, high=high)


def gaps(journey: Journey, levels: Levels) -> tuple[Gap, ...]:
    """The touchpoints that have answers or two views, in the order of the file."""
    found = []
    for touchpoint, spot in zip(journey.touchpoints, levels.touchpoints, strict=True):
        csat, views = spot.figures.get("csat"), touchpoint.views
        if csat is None and not (views and views.company is not None and views.customer is not None):
            continue
        measured = None if csat is None or csat.value is None else csat.value - MIDDLE
        gap = None if measured is None or touchpoint.score is None else measured - touchpoint.score
        company, customer = (views.company, views.customer) if views else (None, None)
        found.append(Gap(touchpoint.id, touchpoint.score, measured, gap, csat.n if csat else None, company, customer))
    return tuple(found)
