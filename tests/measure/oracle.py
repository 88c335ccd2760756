"""Every figure of the log again, slowly and plainly, in the words of its definition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import stdev
from typing import Any, NamedTuple


class Event(NamedTuple):
    case: str
    touchpoint: str
    seconds: float


class Map(NamedTuple):
    stages: dict[str, list[str]]
    goals: set[str]
    paths: dict[str, list[str]]

    def stage_of(self, touchpoint: str) -> str:
        return next(stage for stage, own in self.stages.items() if touchpoint in own)


def quantile(values: Sequence[float], at: float) -> float | None:
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * at
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def cases_of(events: Sequence[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.case].append(event)
    return {case: sorted(own, key=lambda event: event.seconds) for case, own in found.items()}


def folded(own: Sequence[Event]) -> list[str]:
    return [name for name, _ in groupby(event.touchpoint for event in own)]


def follows(steps: Sequence[str], path: Sequence[str]) -> bool:
    wanted = [name for name, _ in groupby(path)]
    return any(list(steps[place : place + len(wanted)]) == wanted for place in range(len(steps)))


def figures(chart: Map, events: Sequence[Event], end: float, patience: float | None = None) -> dict[Any, Any]:
    """Figures by level, id and name. `patience` is the p90 of completed durations, when it is not these cases' own."""
    cases = cases_of(events)
    done = {case for case, own in cases.items() if chart.goals & {event.touchpoint for event in own}}
    durations = [own[-1].seconds - own[0].seconds for case, own in cases.items() if case in done]
    if patience is None:
        patience = quantile(durations, 0.9)
    open_ = {
        case
        for case, own in cases.items()
        if case not in done and patience is not None and end - own[-1].seconds < patience
    }
    found: dict[Any, Any] = {
        ("journey", "cases"): len(cases),
        ("journey", "open"): len(open_),
        ("journey", "completed"): len(done) / len(cases) if cases else None,
        ("journey", "duration.median"): quantile(durations, 0.5),
        ("journey", "duration.p90"): quantile(durations, 0.9),
        ("journey", "fit.order"): ratio(sum(in_order(chart, own) for own in cases.values()), len(cases)),
        ("journey", "fit.paths"): ratio(
            sum(any(follows(folded(own), path) for path in chart.paths.values()) for own in cases.values()), len(cases)
        ),
    }
    for number, stage in enumerate(chart.stages):
        found |= {(stage, name): value for name, value in stage_figures(chart, stage, number, cases, open_).items()}
    for own in chart.stages.values():
        for touchpoint in own:
            found |= {(touchpoint, name): value for name, value in spot_figures(touchpoint, cases).items()}
    return found


def ratio(hits: int, of: int) -> float | None:
    return hits / of if of else None


def visited(chart: Map, own: Sequence[Event]) -> list[tuple[str, float, int]]:
    """Stages in the order of first visits, with the time and the place of each."""
    found: dict[str, tuple[str, float, int]] = {}
    for place, event in enumerate(own):
        stage = chart.stage_of(event.touchpoint)
        found.setdefault(stage, (stage, event.seconds, place))
    return list(found.values())


def in_order(chart: Map, own: Sequence[Event]) -> bool:
    order = [list(chart.stages).index(stage) for stage, _, _ in visited(chart, own)]
    return order == sorted(order)


def stage_figures(
    chart: Map, stage: str, number: int, cases: dict[str, list[Event]], open_: set[str]
) -> dict[str, Any]:
    names = list(chart.stages)
    entered, closed, later, dwell, present = 0, 0, 0, [], 0
    for case, own in cases.items():
        stays = visited(chart, own)
        here = next((each for each in stays if each[0] == stage), None)
        if case in open_ and chart.stage_of(own[-1].touchpoint) == stage:
            present += 1
        if here is None:
            continue
        entered += 1
        if case not in open_:
            closed += 1
            later += any(names.index(chart.stage_of(event.touchpoint)) > number for event in own[here[2] + 1 :])
        following = stays[stays.index(here) + 1 :]
        if following:
            dwell.append(following[0][1] - here[1])
    last = number == len(names) - 1
    return {
        "entered": entered,
        "conversion": None if last else ratio(later, closed),
        "drop_off": None if last or not closed else 1 - later / closed,
        "present": present,
        "dwell.median": quantile(dwell, 0.5),
        "dwell.p90": quantile(dwell, 0.9),
    }


def spot_figures(touchpoint: str, cases: dict[str, list[Event]]) -> dict[str, Any]:
    counts = [n for own in cases.values() if (n := sum(event.touchpoint == touchpoint for event in own))]
    waits = [b.seconds - a.seconds for own in cases.values() for a, b in pairwise(own) if b.touchpoint == touchpoint]
    with_it = len(counts)
    return {
        "cases": with_it,
        "events": sum(counts),
        "reach": ratio(with_it, len(cases)),
        "visits_per_case": ratio(sum(counts), with_it),
        "visits.deviation": stdev(counts) if with_it > 1 else None,
        "repeats": ratio(sum(folded(own).count(touchpoint) > 1 for own in cases.values()), with_it),
        "exits": ratio(sum(own[-1].touchpoint == touchpoint for own in cases.values()), with_it),
        "wait.median": quantile(waits, 0.5),
        "wait.p90": quantile(waits, 0.9),
    }


def transitions(events: Sequence[Event]) -> dict[tuple[str, str], tuple[int, int, float | None]]:
    """By source and target: how often, in how many cases, and the median wait."""
    counts: Counter[tuple[str, str]] = Counter()
    with_it: dict[tuple[str, str], set[str]] = defaultdict(set)
    waits: dict[tuple[str, str], list[float]] = defaultdict(list)
    for case, own in cases_of(events).items():
        for a, b in pairwise(own):
            pair = a.touchpoint, b.touchpoint
            counts[pair] += 1
            with_it[pair].add(case)
            waits[pair].append(b.seconds - a.seconds)
    return {pair: (count, len(with_it[pair]), quantile(waits[pair], 0.5)) for pair, count in counts.items()}


def paths(events: Sequence[Event]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(folded(own)) for own in cases_of(events).values())
