"""Neighbours of nearly one position in the order in which cases really meet them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from cjm.measure.discovery.flow import Sequences

_NEARLY_ONE = 1.0
_CLEARLY = 1.5
_MOST_COURSES = 20_000


def settled(order: Sequence[int], places: Sequence[float], straight: Sequences) -> list[int]:
    """Activities, given by their position, with neighbours swapped that most cases meet the other way round."""
    ahead = _ahead(straight)
    found = list(order)
    for _ in found:
        swapped = False
        for here in range(len(found) - 1):
            one, two = found[here], found[here + 1]
            nearly = abs(places[one] - places[two]) <= _NEARLY_ONE
            if nearly and ahead[two, one] > _CLEARLY * ahead[one, two]:
                found[here], found[here + 1] = two, one
                swapped = True
        if not swapped:
            break
    return found


def _ahead(straight: Sequences) -> Counter[tuple[int, int]]:
    """How many cases meet one activity before another; of the most frequent courses."""
    ahead: Counter[tuple[int, int]] = Counter()
    for steps, count in straight.most_common(_MOST_COURSES):
        for pair in combinations(steps, 2):
            ahead[pair] += count
    return ahead
