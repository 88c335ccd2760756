"""The journey as a graph: which touchpoint follows which, where paths part, stop and turn back; and circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cjm.model.journey import Journey
from cjm.model.route import Route, Step
from cjm.model.touchpoint import Touchpoint


@dataclass(frozen=True, slots=True)
class Hop:
    """From one touchpoint to the next, by ids. `routes` are the paths that take it; `main` is the first path.

    `told` is what a measurement says of it; `strays` that customers go there and no path does.
    """

    source: str
    target: str
    when: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    share: float | None = None
    main: bool = False
    told: str = ""
    strays: bool = False


def hops(journey: Journey) -> tuple[Hop, ...]:
    """Every hop once, in the order in which the paths take them; without paths, the order of the file.

    Steps that name no touchpoint of the journey are passed over. `share` is the sum of the shares of its paths, None
    where one of them has none.
    """
    if not journey.paths:
        names = [touchpoint.id for touchpoint in journey.touchpoints]
        return tuple(Hop(source, target, main=True) for source, target in pairwise(names))
    found: dict[tuple[str, str], list[tuple[int, Route, str | None]]] = {}
    first = set(pairwise(step.to for step in _known_steps(journey, journey.paths[0])))
    for number, route in enumerate(journey.paths):
        for source, target, when in _taken(_known_steps(journey, route), route.when, first if number else set()):
            found.setdefault((source, target), []).append((number, route, when))
    return tuple(_hop(source, target, taken) for (source, target), taken in found.items())


def _known_steps(journey: Journey, route: Route) -> list[Step]:
    known = {touchpoint.id for touchpoint in journey.touchpoints}
    return [step for step in route.steps if step.to in known]


def _taken(steps: list[Step], when: str | None, first: set[tuple[str, str]]) -> Iterator[tuple[str, str, str | None]]:
    """The hops of a path. Its condition is said where it parts from the first path; one that only stops says none."""
    pairs = [(before.to, after.to) for before, after in pairwise(steps)]
    parting = next((number for number, pair in enumerate(pairs) if pair not in first), None)
    for number, ((source, target), step) in enumerate(zip(pairs, steps[1:], strict=True)):
        yield source, target, step.when or (when if number == parting else None)


def _hop(source: str, target: str, taken: list[tuple[int, Route, str | None]]) -> Hop:
    routes = {route.id: route for _, route, _ in taken}
    shares = [route.share for route in routes.values()]
    known = [share for share in shares if share is not None]
    return Hop(
        source,
        target,
        when=tuple(dict.fromkeys(when for _, _, when in taken if when)),
        routes=tuple(routes),
        share=min(1.0, sum(known)) if len(known) == len(shares) else None,
        main=any(number == 0 for number, _, _ in taken),
    )


def unvisited(journey: Journey) -> tuple[Touchpoint, ...]:
    """Touchpoints that no path visits.

    None as long as no path has steps, or where a step names no touchpoint: it may mean one of them.
    """
    visited = {step.to for route in journey.paths for step in route.steps}
    left = tuple(touchpoint for touchpoint in journey.touchpoints if touchpoint.id not in visited) if visited else ()
    return left if visited <= {touchpoint.id for touchpoint in journey.touchpoints} else ()


def untold_branches(journey: Journey) -> Iterator[tuple[Step, ...]]:
    """For each touchpoint from which paths go on differently, the first step of each way that nothing explains.

    Only where there are two such ways: one alone is what happens otherwise. A way is explained by its step's own
    `when`, and by the condition, the persona or the name of a path that takes it.
    """
    if all(_told(route) for route in journey.paths):
        return
    ways: dict[str, dict[str, list[tuple[Route, Step]]]] = {}
    for route in journey.paths:
        for before, after in pairwise(route.steps):
            if after.to != before.to:
                ways.setdefault(before.to, {}).setdefault(after.to, []).append((route, after))
    for onward in ways.values():
        untold = tuple(taken[0][1] for taken in onward.values() if not any(_told(*each) for each in taken))
        if len(untold) > 1:
            yield untold


def _told(route: Route, step: Step | None = None) -> bool:
    return bool(route.when or route.persona or route.name or (step and step.when))


def early_ends(journey: Journey) -> tuple[Route, ...]:
    """Paths that stop before the last stage with touchpoints, and do not pass the one that completes the journey."""
    order = {touchpoint.id: number for number, stage in enumerate(journey.stages) for touchpoint in stage.touchpoints}
    last = max(order.values(), default=0)
    goal = journey.scope.ends_at if journey.scope else None
    return tuple(
        route
        for route in journey.paths
        if route.steps
        and order.get(route.steps[-1].to, last) < last
        and not any(step.to == goal for step in route.steps)
    )


def twins(journey: Journey) -> Iterator[tuple[Route, Route]]:
    """Each path that takes the same steps as an earlier one, with that one; two personas may go the same way."""
    first: dict[tuple[str | None, tuple[str, ...]], Route] = {}
    for route in journey.paths:
        steps = tuple(step.to for step in route.steps)
        other = first.setdefault((route.persona, steps), route)
        if steps and other is not route:
            yield route, other


def steps_back(journey: Journey) -> Iterator[tuple[Step, Step]]:
    """Each step to a touchpoint that stands earlier in the file than the one before, after that one."""
    order = {touchpoint.id: number for number, touchpoint in enumerate(journey.touchpoints)}
    for route in journey.paths:
        known = [step for step in route.steps if step.to in order]
        for before, after in pairwise(known):
            if order[after.to] < order[before.to]:
                yield before, after


def circles(leads_to: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Ways that come back to where they began, one for each arrow that closes one: `a, b` when b leads back to a."""
    done: set[str] = set()
    for start in leads_to:
        trail: list[str] = []
        ahead: list[Iterator[str]] = [iter((start,))]
        while ahead:
            here = next(ahead[-1], None)
            if here is None:
                ahead.pop()
                if trail:
                    done.add(trail.pop())
            elif here in trail:
                yield tuple(trail[trail.index(here) :])
            elif here not in done:
                trail.append(here)
                ahead.append(iter(leads_to.get(here, ())))
