"""The journey as measuring needs it: touchpoints and stages by number, what completes it, and its paths."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from cjm.model import Journey


class Way(NamedTuple):
    """A declared path by touchpoint numbers, immediate repeats folded. The order of the file has no id."""

    id: str | None
    steps: tuple[int, ...]


class Chart(NamedTuple):
    """Numbers are places in `touchpoints` and `stages`; `goals` complete a journey."""

    touchpoints: tuple[str, ...]
    stages: tuple[str, ...]
    stage_of: tuple[int, ...]
    goals: tuple[int, ...]
    ways: tuple[Way, ...]

    @property
    def declared(self) -> frozenset[tuple[int, int]]:
        """The hops of every path."""
        return frozenset(hop for way in self.ways for hop in zip(way.steps, way.steps[1:], strict=False))


def chart(journey: Journey) -> Chart:
    """The chart of a journey; steps that name no touchpoint are passed over."""
    touchpoints = tuple(each.id for each in journey.touchpoints)
    stage_of = tuple(number for number, stage in enumerate(journey.stages) for _ in stage.touchpoints)
    number = {name: place for place, name in enumerate(touchpoints)}
    return Chart(
        touchpoints,
        tuple(stage.id for stage in journey.stages),
        stage_of,
        _goals(journey, number, stage_of),
        _ways(journey, number),
    )


def _goals(journey: Journey, number: dict[str, int], stage_of: tuple[int, ...]) -> tuple[int, ...]:
    """Touchpoints of the last stage that has any, or the one that the scope names."""
    named = journey.scope.ends_at if journey.scope else None
    if named in number:
        return (number[named],)
    last = max(stage_of, default=0)
    return tuple(place for place, stage in enumerate(stage_of) if stage == last)


def _ways(journey: Journey, number: dict[str, int]) -> tuple[Way, ...]:
    if not any(route.steps for route in journey.paths):
        return (Way(None, tuple(number.values())),) if number else ()
    found = ((route.id, [number[step.to] for step in route.steps if step.to in number]) for route in journey.paths)
    return tuple(Way(name, tuple(step for step, _ in groupby(steps))) for name, steps in found if steps)
