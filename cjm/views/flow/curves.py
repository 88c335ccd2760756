"""Smooth lines for edges, as chains of cubic Béziers: 1 + 3n points."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cjm.views.shapes import Point

ROUND = 9.0


def straight(path: list[Point], end: Point) -> None:
    """On to a point."""
    (x0, y0), (x1, y1) = path[-1], end
    if (x0, y0) != (x1, y1):
        path += [(x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3), (x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3), end]


def bend(path: list[Point], end: Point) -> None:
    """On to a point, level at both ends."""
    (x0, y0), (x1, y1) = path[-1], end
    if abs(y0 - y1) < 0.01:  # noqa: PLR2004 - a hundredth of a pixel is level
        straight(path, end)
        return
    reach = (x1 - x0) * 0.55
    path += [(x0 + reach, y0), (x1 - reach, y1), end]


def turn(path: list[Point], end: Point, reach: float) -> None:
    """Out by `reach` (left when negative) and back to a point, level at both ends."""
    (x0, y0), (x1, y1) = path[-1], end
    out = (max if reach > 0 else min)(x0, x1) + reach * 4 / 3
    path += [(out, y0), (out, y1), end]


def rounded(path: list[Point], corners: Sequence[Point], end: Point) -> None:
    """On to a point around right angles, each rounded as far as its sides allow."""
    stops = [*corners, end]
    for corner, after in pairwise(stops):
        before = path[-1]
        radius = min(ROUND, _length(before, corner), _length(corner, after) / 2)
        straight(path, _toward(corner, before, radius))
        leave = _toward(corner, after, radius)
        path += [_toward(corner, before, radius * 0.45), _toward(corner, after, radius * 0.45), leave]
    straight(path, end)


def _length(start: Point, end: Point) -> float:
    return abs(start[0] - end[0]) + abs(start[1] - end[1])


def _toward(start: Point, end: Point, distance: float) -> Point:
    whole = _length(start, end) or 1.0
    share = distance / whole
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
