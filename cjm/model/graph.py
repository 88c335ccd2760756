"""The journey as a graph: which touchpoint follows which, and on what condition; and circles in any graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
