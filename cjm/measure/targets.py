"""Targets against the figures of their names: met, missed, or not measurable, and why."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model import Journey
from cjm.model.measurement import Figures, Level, Levels, Measured, Outcome, Verdict
from cjm.model.values import Amount

WITHHELD = "too few cases to be told"
ELSEWHERE = "the figure is kept elsewhere"
NO_ANSWERS = "nobody was asked"
NO_VALUE = "the log has no value"
NOT_OF_THIS_LEVEL = "the figure is not one of this level"
NOTHING = "nothing was measured"
_LEVELS: dict[Level, tuple[str, ...]] = {
    "journey": (
        "cases",
        "open",
        "completed",
        "duration.median",
        "duration.p90",
        "fit.order",
        "fit.paths",
        "value.sum",
        "value.mean",
    ),
    "stage": ("entered", "conversion", "drop_off", "present", "dwell.median", "dwell.p90"),
    "touchpoint": ("cases", "events", "reach", "visits_per_case", "repeats", "exits", "wait.median", "wait.p90", "gap"),
}
_ANSWERS = ("csat", "nps", "ces", "gap")


def verdicts(journey: Journey, levels: Levels, *, point: bool) -> tuple[Verdict, ...]:
    """Every target of the journey, its stages and touchpoints, and the objective's, in the order of the file."""
    return tuple(_verdicts(journey, levels, point=point))


def _verdicts(journey: Journey, levels: Levels, *, point: bool) -> Iterator[Verdict]:
    objective = journey.objective
    if objective and objective.metric and (objective.at_least or objective.at_most):
        ends = objective.at_least, objective.at_most
        yield _verdict(
            journey, "journey", journey.id, objective.metric, ends, levels.journey, point=point, objective=True
        )
    for target in journey.targets:
        yield _verdict(
            journey,
            "journey",
            journey.id,
            target.metric,
            (target.at_least, target.at_most),
            levels.journey,
            point=point,
        )
    stages, spots = ({spot.id: spot.figures for spot in each} for each in (levels.stages, levels.touchpoints))
    for stage in journey.stages:
        for target in stage.targets:
            ends = target.at_least, target.at_most
            yield _verdict(journey, "stage", stage.id, target.metric, ends, stages.get(stage.id, {}), point=point)
        for touchpoint in stage.touchpoints:
            for target in touchpoint.targets:
                ends = target.at_least, target.at_most
                yield _verdict(
                    journey, "touchpoint", touchpoint.id, target.metric, ends, spots.get(touchpoint.id, {}), point=point
                )


def _verdict(  # noqa: PLR0913 - a target has as many sides
    journey: Journey,
    level: Level,
    name: str,
    metric: str,
    ends: tuple[Amount | None, Amount | None],
    figures: Figures,
    *,
    point: bool,
    objective: bool = False,
) -> Verdict:
    least, most = (end.value if end else None for end in ends)
    figure = figures.get(metric)
    if figure is None or figure.value is None:
        why = WITHHELD if figure and figure.withheld else _why(journey, level, metric)
        return Verdict(level, name, metric, least, most, "unmeasurable", figure, why, objective)
    return Verdict(level, name, metric, least, most, judged(figure, least, most, point=point), figure, "", objective)


def judged(figure: Measured, least: float | None, most: float | None, *, point: bool) -> Outcome:
    """Missed when even the nearer end of the interval does not reach it; `point` looks at the figure alone."""
    value = figure.value or 0.0
    high = value if point or figure.high is None else figure.high
    low = value if point or figure.low is None else figure.low
    missed = (least is not None and high < least) or (most is not None and low > most)
    return "missed" if missed else "met"


def _why(journey: Journey, level: Level, metric: str) -> str:
    if metric in _ANSWERS:
        return NO_ANSWERS
    if metric in _LEVELS[level]:
        return NO_VALUE if metric.startswith("value.") else NOTHING
    if any(metric in names for names in _LEVELS.values()):
        return NOT_OF_THIS_LEVEL
    return ELSEWHERE if any(each.id == metric for each in journey.known_metrics) else NO_ANSWERS
