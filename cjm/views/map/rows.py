"""Lanes as rows: what a stage holds stands over what its touchpoints hold; the fullest place gives the height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm.views.map.cards import INSET
from cjm.views.map.columns import Columns, Span
from cjm.views.map.items import APART, item_height, place_item
from cjm.views.map.lanes import Item, Lane
from cjm.views.pen import Pen
from cjm.views.picture import Group
from cjm.views.shapes import Box
from cjm.views.teller import Teller

_EACH = 210.0
"""How wide a thing of a whole journey is, at least."""


class Row(NamedTuple):
    """A lane from its top."""

    lane: Lane
    groups: tuple[Group, ...]
    height: float


def place_row(lane: Lane, columns: Columns, top: float, teller: Teller, pen: Pen) -> Row:
    """Everything that the lane holds, at its place."""
    whole = Box(columns.left, top, columns.right - columns.left, 0.0)
    per_row = max(1, int(whole.width // _EACH))
    groups, under = _side_by_side(lane.fill(teller.journey, teller), whole, per_row, pen)
    lowest = under
    for span in columns.spans:
        more, bottom = _place_stage(lane, span, under, teller, pen)
        groups += more
        lowest = max(lowest, bottom)
    return Row(lane, tuple(groups), max(0.0, lowest - top - APART))


def _place_stage(lane: Lane, span: Span, top: float, teller: Teller, pen: Pen) -> tuple[list[Group], float]:
    own = lane.fill(span.stage, teller)
    groups, under = _side_by_side(own, Box(span.x, top, span.width, 0.0), len(span.columns), pen)
    lowest = under
    for column in span.columns:
        if column.touchpoint is not None:
            stacked = lane.fill(column.touchpoint, teller)
            more, bottom = _side_by_side(stacked, Box(column.x, under, column.width, 0.0), 1, pen)
            groups += more
            lowest = max(lowest, bottom)
    return groups, lowest


def _side_by_side(items: Sequence[Item], room: Box, most: int, pen: Pen) -> tuple[list[Group], float]:
    """Things in rows of at most `most`, all of one width; and where the next thing may begin."""
    groups: list[Group] = []
    y = room.y
    across = max(1, min(most, len(items)))
    width = room.width / across
    for row in _rows(items, across):
        heights = [item_height(item, width - 2 * INSET, pen) for item in row]
        for number, (item, height) in enumerate(zip(row, heights, strict=True)):
            box = Box(room.x + width * number + INSET, y, width - 2 * INSET, height)
            groups.append(place_item(item, box, pen))
        y += max(heights) + APART
    return groups, y


def _rows(items: Sequence[Item], across: int) -> Iterator[Sequence[Item]]:
    yield from (items[start : start + across] for start in range(0, len(items), across))
