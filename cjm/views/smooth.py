"""The emotion curve's line: smooth, and never higher or lower than the points that it joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cjm.views.shapes import Point

_THIRD = 1 / 3


def smooth(points: Sequence[Point]) -> Iterator[Point]:
    """A monotone cubic through points, as 1 + 3n Bézier points (Fritsch and Carlson 1980)."""
    slopes = [(after[1] - before[1]) / (after[0] - before[0]) for before, after in pairwise(points)]
    inner = [0.0 if left * right <= 0 else 2 * left * right / (left + right) for left, right in pairwise(slopes)]
    tangents = [0.0, *inner, 0.0]
    yield points[0]
    for (start, end), (leave, arrive) in zip(pairwise(points), pairwise(tangents), strict=True):
        reach = (end[0] - start[0]) * _THIRD
        yield (round(start[0] + reach, 2), round(start[1] + leave * reach, 2))
        yield (round(end[0] - reach, 2), round(end[1] - arrive * reach, 2))
        yield end
