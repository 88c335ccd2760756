"""What cards lie on: the four corners of a grid with their names, and its two axes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.diagnostics import Message, msg
from cjm.views.board.grid import LEVELS, Grid
from cjm.views.map.columns import MARGIN
from cjm.views.pages.labels import WORDS
from cjm.views.pages.teller import Teller
from cjm.views.pen import Pen
from cjm.views.picture import Group, Line, Mark, Rect, Words
from cjm.views.shapes import Box
from cjm.views.typeset import LABEL, SMALL, STAGE

AXIS = 108.0
"""The column of the impacts."""
_PAD = 12.0
_SIDE = AXIS - 18.0


class Corner(NamedTuple):
    """A quarter of the board; `effort` and `impact` are the first of the two levels that it holds."""

    effort: int
    impact: int
    hue: int
    name: Message
    means: Message


CORNERS = (
    Corner(1, 4, 4, msg("Quick wins"), msg("helps much, costs little")),
    Corner(4, 4, 0, msg("Big bets"), msg("helps much, costs much")),
    Corner(1, 1, 2, msg("Fill-ins"), msg("helps little, costs little")),
    Corner(4, 1, 5, msg("Think twice"), msg("helps little, costs much")),
)
"""The middle levels are in none of them: they may go either way."""


def strip(grid: Grid, tell: Teller, pen: Pen) -> float:
    """How high the names of corners are, above the grid and below it."""
    widths = {1: grid.columns[2] - grid.columns[0], 4: grid.columns[5] - grid.columns[3]}
    return max(_depth(each, widths[each.effort] - 2 * _PAD, tell, pen) for each in CORNERS) + 2 * _PAD


def corners(grid: Grid, tell: Teller, pen: Pen) -> Iterator[Group]:
    """The corners with their names at the outer side, and faint lines between the levels."""
    high = strip(grid, tell, pen)
    for each in CORNERS:
        left, right = grid.left(each.effort), grid.columns[each.effort + 1]
        upper = each.impact > 1
        top = grid.rows[0] - high if upper else grid.top(2)
        box = Box(left + 2, top, right - left - 4, (grid.rows[2] if upper else grid.rows[5] + high) - top)
        width = box.width - 2 * _PAD
        y = top + _PAD if upper else grid.rows[5] + high - _PAD - _depth(each, width, tell, pen)
        marks: list[Mark] = [Rect(f"panel hue{each.hue}", box, 8)]
        name, means = tell.say(each.name), tell.say(each.means)
        marks.append(Words("ink", pen.set(name, STAGE, box.x + _PAD, y, width)))
        y += pen.depth(name, STAGE, width)
        marks.append(Words("quiet", pen.set(means, SMALL, box.x + _PAD, y, width)))
        yield Group("corner", box, tuple(marks))


def _depth(corner: Corner, width: float, tell: Teller, pen: Pen) -> float:
    return pen.depth(tell.say(corner.name), STAGE, width) + pen.depth(tell.say(corner.means), SMALL, width)


def axes(grid: Grid, tell: Teller, pen: Pen) -> Iterator[Group]:
    """The levels along both sides, each at the middle of its row or column."""
    high = strip(grid, tell, pen)
    below = grid.rows[5] + high + 6
    yield _lines(grid, high)
    for level in LEVELS:
        said = _level(level, tell, (msg("hardly helps"), msg("helps most")))
        row = (grid.top(level) + grid.rows[6 - level]) / 2
        height = sum(pen.depth(text, LABEL, _SIDE) for text in said)
        yield _tick(said, Box(MARGIN, row - height / 2, _SIDE, height), pen)
        said = _level(level, tell, (msg("costs least"), msg("costs most")))
        left, right = grid.left(level) + _PAD, grid.columns[level] - _PAD
        height = sum(pen.depth(text, LABEL, right - left) for text in said)
        yield _tick(said, Box(left, below, right - left, height), pen, middle=True)
    yield _named(tell.say(WORDS["impact"]), Box(MARGIN, grid.rows[0] - high + _PAD, _SIDE, 0.0), pen)
    yield _named(tell.say(WORDS["effort"]), Box(MARGIN, below, _SIDE, 0.0), pen)


def _lines(grid: Grid, high: float) -> Group:
    left, right, top, bottom = grid.columns[0], grid.columns[5], grid.rows[0] - high, grid.rows[5] + high
    marks = [Line("grid", ((left, y), (right, y))) for y in grid.rows[1:5]]
    marks += [Line("grid", ((x, top + high), (x, bottom - high))) for x in grid.columns[1:5]]
    marks.append(Line("zero", ((left, top), (left, bottom), (right, bottom))))
    return Group("scale", Box(left, top, right - left, bottom - top), tuple(marks))


def _level(level: int, tell: Teller, ends: tuple[Message, Message]) -> list[str]:
    """A number, with a word for the first and the last."""
    words = {1: ends[0], 5: ends[1]}
    return [tell.number(level), *([tell.say(words[level])] if level in words else [])]


def _tick(said: list[str], box: Box, pen: Pen, *, middle: bool = False) -> Group:
    marks: list[Mark] = []
    y = box.y
    for number, text in enumerate(said):
        style, role = (SMALL, "quiet") if number else (LABEL, "ink")
        x = box.x + box.width / 2 if middle else box.x
        block = pen.set(text, style, x, y, box.width, "middle" if middle else "start")
        marks.append(Words(role, block))
        y += pen.depth(text, style, box.width)
    return Group("tick", box, tuple(marks))


def _named(text: str, box: Box, pen: Pen) -> Group:
    height = pen.depth(text, STAGE, box.width)
    return Group("label", box._replace(height=height), (Words("ink", pen.set(text, STAGE, box.x, box.y, box.width)),))
