"""The grid of a board: five efforts by five impacts, each cell as large as the cards that share it need."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cjm.views.board.cards import WIDTH, card_height, place_card
from cjm.views.board.chances import Chance
from cjm.views.pages.teller import Teller
from cjm.views.pen import Pen
from cjm.views.picture import Group

LEVELS = (1, 2, 3, 4, 5)
APART = 10.0
_PAD = 12.0
_LOWEST = 84.0
_ABREAST = 3
"""Cards side by side in one cell, at most."""


class Grid(NamedTuple):
    """Where columns and rows begin and end: six of each; `rows` go from impact 5 downwards."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: dict[tuple[int, int], tuple[Chance, ...]]

    def left(self, effort: int) -> float:
        """The left side of an effort."""
        return self.columns[effort - 1]

    def top(self, impact: int) -> float:
        """The upper side of an impact."""
        return self.rows[5 - impact]


def make_grid(found: Sequence[Chance], left: float, top: float, tell: Teller, pen: Pen) -> Grid:
    """The grid for all that are rated."""
    cells = {
        (effort, impact): tuple(each for each in found if each.cell == (effort, impact))
        for effort in LEVELS
        for impact in LEVELS
    }
    widths = [max(_across(cells[effort, impact]) for impact in LEVELS) for effort in LEVELS]
    heights = [max(_depth(cells[effort, impact], tell, pen) for effort in LEVELS) for impact in reversed(LEVELS)]
    return Grid(tuple(accumulate(widths, initial=left)), tuple(accumulate(heights, initial=top)), cells)


def cards(grid: Grid, tell: Teller, pen: Pen) -> list[Group]:
    """Every card in its cell, in the middle of it."""
    groups: list[Group] = []
    for (effort, impact), held in grid.cells.items():
        if held:
            abreast = _abreast(held)
            width = abreast * (WIDTH + APART) - APART
            x = (grid.left(effort) + grid.columns[effort] - width) / 2
            y = grid.top(impact) + (grid.rows[6 - impact] - grid.top(impact) - _stack(held, tell, pen)) / 2
            groups += rows(held, x, y, abreast, tell, pen)
    return groups


def rows(held: Sequence[Chance], x: float, y: float, abreast: int, tell: Teller, pen: Pen) -> list[Group]:  # noqa: PLR0913 - a place is three numbers
    """Cards in rows of so many."""
    groups: list[Group] = []
    for start in range(0, len(held), abreast):
        row = held[start : start + abreast]
        made = [place_card(each, x + number * (WIDTH + APART), y, tell, pen) for number, each in enumerate(row)]
        y = max(group.box.bottom for group in made) + APART
        groups += made
    return groups


def _abreast(held: Sequence[Chance]) -> int:
    """As square as it goes."""
    return next((count for count in range(1, _ABREAST) if count * count >= len(held)), _ABREAST) if held else 1


def _across(held: Sequence[Chance]) -> float:
    return _abreast(held) * (WIDTH + APART) - APART + 2 * _PAD


def _depth(held: Sequence[Chance], tell: Teller, pen: Pen) -> float:
    return max(_LOWEST, _stack(held, tell, pen) + 2 * _PAD)


def _stack(held: Sequence[Chance], tell: Teller, pen: Pen) -> float:
    abreast = _abreast(held)
    heights = [card_height(each, tell, pen) for each in held]
    found = [max(heights[start : start + abreast]) for start in range(0, len(heights), abreast)]
    return sum(found) + APART * max(0, len(found) - 1)
