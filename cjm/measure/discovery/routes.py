"""The fewest paths that most cases follow, loops left out: a case that leaves early follows the path it was on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from cjm.measure.discovery.flow import Sequences

COVERED = 0.8
MOST_PATHS = 12
_LEAST_GAIN = 0.01
_LEAST_SUPPORT = 0.005
_ENOUGH_TO_DOUBT_ONE = 20


class Route(NamedTuple):
    """Steps, and the share of cases that this path is the first to cover."""

    steps: tuple[int, ...]
    share: float


@dataclass(slots=True)
class _Fork:
    """A place in the tree of all courses: `here` cases end in it, `support` come at least so far."""

    here: int = 0
    support: int = 0
    onward: dict[int, _Fork] = field(default_factory=dict)


def routes(sequences: Sequences, last_stage: frozenset[int]) -> list[Route]:
    """Paths in the order of what each adds, until 80 % are covered; one reaches the last stage if any case does."""
    cases = sum(sequences.values())
    root = _tree(sequences)
    least = max(2 if cases >= _ENOUGH_TO_DOUBT_ONE else 1, cases * _LEAST_SUPPORT)
    found: list[Route] = []
    covered = 0
    while covered < cases * COVERED and len(found) < MOST_PATHS:
        gain, steps = _best(root, least)
        if not steps or (found and gain < max(1, cases * _LEAST_GAIN)):
            break
        found.append(Route(steps, gain / cases))
        covered += gain
        _take(root, steps)
    if not any(last_stage.intersection(route.steps) for route in found):
        found += _to_the_end(sequences, last_stage, cases)
    return found


def _tree(sequences: Sequences) -> _Fork:
    root = _Fork()
    for steps, count in sequences.items():
        fork = root
        for step in steps:
            fork = fork.onward.setdefault(step, _Fork())
            fork.support += count
        fork.here += count
    return root


def _best(root: _Fork, least: float) -> tuple[int, tuple[int, ...]]:
    """The way from the root that gathers most cases; of equal ones the shorter, then by number."""
    best: tuple[int, tuple[int, ...]] = (0, ())
    waiting: list[tuple[_Fork, int, tuple[int, ...]]] = [(root, 0, ())]
    while waiting:
        fork, gathered, steps = waiting.pop()
        gathered += fork.here
        if (-gathered, len(steps), steps) < (-best[0], len(best[1]), best[1]):
            best = (gathered, steps)
        waiting += [(next_, gathered, (*steps, step)) for step, next_ in fork.onward.items() if next_.support >= least]
    return best


def _take(root: _Fork, steps: tuple[int, ...]) -> None:
    fork = root
    for step in steps:
        fork = fork.onward[step]
        fork.here = 0


def _to_the_end(sequences: Sequences, last_stage: frozenset[int], cases: int) -> list[Route]:
    through = [(steps, count) for steps, count in sequences.items() if last_stage.intersection(steps)]
    if not through:
        return []
    steps, count = max(through, key=lambda each: (each[1], -len(each[0]), each[0]))
    return [Route(steps, count / cases)]
