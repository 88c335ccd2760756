"""The journey as a graph: which touchpoint follows which, and on what condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cjm.model.journey import Journey
from cjm.model.route import Route


@dataclass(frozen=True, slots=True)
class Hop:
    """From one touchpoint to the next, by ids. `routes` are the paths that take it; `main` is the first path."""

    source: str
    target: str
    when: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    share: float | None = None
    main: bool = False


def hops(journey: Journey) -> tuple[Hop, ...]:
    """Every hop once, in the order in which the paths take them; without paths, the order of the file.

    Steps that name no touchpoint of the journey are passed over. `share` is the sum of the shares of its paths, None
    where one of them has none.
    """
    if not journey.paths:
        names = [touchpoint.id for touchpoint in journey.touchpoints]
        return tuple(Hop(source, target, main=True) for source, target in pairwise(names))
    found: dict[tuple[str, str], list[tuple[int, Route, str | None]]] = {}
    for number, route in enumerate(journey.paths):
        for source, target, when in _taken(journey, route):
            found.setdefault((source, target), []).append((number, route, when))
    return tuple(_hop(source, target, taken) for (source, target), taken in found.items())


def _taken(journey: Journey, route: Route) -> Iterator[tuple[str, str, str | None]]:
    known = {touchpoint.id for touchpoint in journey.touchpoints}
    steps = [step for step in route.steps if step.to in known]
    for number, (before, after) in enumerate(pairwise(steps)):
        yield before.to, after.to, after.when or (route.when if number == 0 else None)


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
