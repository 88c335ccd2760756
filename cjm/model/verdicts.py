"""The map's targets held against a measurement.

What the measurement has judged stands. A target that the map has had since is judged here by the same rule: one on a
share or a mean is missed only when its 95 % interval excludes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.diagnostics import Message, msg
from cjm.model.journey import Journey, Objective
from cjm.model.measurement import Figures, Level, Measured, Measurement, Outcome, Verdict
from cjm.model.measures import FIGURES, UNITS, unit_of
from cjm.model.parts import Target
from cjm.model.stage import Stage
from cjm.model.touchpoint import Touchpoint
from cjm.model.values import Amount

_NEAR = 1e-9


class Held(NamedTuple):
    """A target of the map, where it stands, and what came of it. `why` says why it cannot be judged."""

    target: Target | Objective
    place: Journey | Stage | Touchpoint
    level: Level
    metric: str
    outcome: Outcome
    figure: Measured | None = None
    why: Message | None = None

    @property
    def bounds(self) -> tuple[Amount | None, Amount | None]:
        """The least and the most that it may be."""
        return self.target.at_least, self.target.at_most


def held(journey: Journey, measurement: Measurement) -> tuple[Held, ...]:
    """Every target of the map in its order, the objective's first."""
    return tuple(_held(journey, measurement))


def _held(journey: Journey, measurement: Measurement) -> Iterator[Held]:
    objective = journey.objective
    if objective and objective.metric and (objective.at_least or objective.at_most):
        yield _judged(objective, objective.metric, journey, measurement)
    for place in journey.places:
        for target in place.targets:
            if target.at_least or target.at_most:
                yield _judged(target, target.metric, place, measurement)


def _judged(
    target: Target | Objective, metric: str, place: Journey | Stage | Touchpoint, measurement: Measurement
) -> Held:
    level, figures = figures_of(place, measurement)
    figure = figures.get(metric)
    empty = Held(target, place, level, metric, "unmeasurable", figure)
    if (why := _why_not(target, metric, level, figure)) is not None:
        return empty._replace(why=why)
    known = next((each.outcome for each in measurement.targets if _same(each, empty)), None)
    if known in ("met", "missed"):
        return empty._replace(outcome=known)
    return empty._replace(outcome="missed" if figure and _misses(figure, target) else "met")


def figures_of(place: Journey | Stage | Touchpoint, measurement: Measurement) -> tuple[Level, Figures]:
    """The figures of a place, and its level."""
    if isinstance(place, Journey):
        return "journey", measurement.whole.journey
    if isinstance(place, Stage):
        return "stage", measurement.stage(place.id)
    return "touchpoint", measurement.touchpoint(place.id)


def _why_not(target: Target | Objective, metric: str, level: Level, figure: Measured | None) -> Message | None:
    if figure is None:
        return _UNKNOWN if metric not in FIGURES else _ELSEWHERE[level]
    if figure.withheld:
        return msg("too few cases: the figure is withheld")
    if figure.value is None:
        return msg("no case or answer says it")
    unit = unit_of(metric) or "number"
    for bound in (target.at_least, target.at_most):
        if bound and not _comparable(bound, unit):
            return msg("the figure is {unit}, and `{text}` is not", unit=UNITS[unit], text=bound.text)
    return None


_UNKNOWN = msg("it is neither a figure of the event log nor a column of the surveys")
_ELSEWHERE: dict[Level, Message] = {
    "journey": msg("the measurement has no such figure of the journey"),
    "stage": msg("the measurement has no such figure of this stage"),
    "touchpoint": msg("the measurement has no such figure of this touchpoint"),
}


def _comparable(bound: Amount, unit: str) -> bool:
    """A share may be written as a number, `0.4`; nothing else may stand for another."""
    return bound.unit == ("number" if unit == "count" else unit) or (unit == "share" and bound.unit == "number")


def _same(verdict: Verdict, held: Held) -> bool:
    """Whether the measurement has judged this target as the map has it now."""
    least, most = held.bounds
    return (
        (verdict.level, verdict.metric) == (held.level, held.metric)
        and (held.level == "journey" or verdict.id == held.place.id)
        and verdict.objective is isinstance(held.target, Objective)
        and _near(verdict.at_least, least)
        and _near(verdict.at_most, most)
    )


def _near(number: float | None, bound: Amount | None) -> bool:
    if number is None or bound is None:
        return number is None and bound is None
    return abs(number - bound.value) <= _NEAR * max(1.0, abs(number))


def _misses(figure: Measured, target: Target | Objective) -> bool:
    value = figure.value or 0.0
    high = value if figure.high is None else figure.high
    low = value if figure.low is None else figure.low
    too_low = target.at_least is not None and high < target.at_least.value
    return too_low or (target.at_most is not None and low > target.at_most.value)
