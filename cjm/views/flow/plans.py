"""Which way each hop takes between the cards, before anything has its final place.

Stages are columns; the space above, between and below the cards of a column are its gaps, counted from 0. A hop leaves
its card by the right side and enters by the left, crossing columns through gaps; inside a column it goes down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from cjm.model import Hop

ROUGH_GAP = 44.0
"""How high a gap is taken to be until it is known what runs through it."""


class Cell(NamedTuple):
    """Where a card stands."""

    column: int
    row: int


class Gap(NamedTuple):
    """The space above the card of its row; the last one is below all cards."""

    column: int
    row: int


class Plan(NamedTuple):
    """A hop's way: straight `down` to the next card, past others by a `skip`, `across` to the right, or `back`."""

    number: int
    hop: Hop
    source: Cell
    target: Cell
    shape: Literal["down", "skip", "across", "back"]
    passages: tuple[Gap, ...]
    language: str
    """The one its label is in."""

    @property
    def label(self) -> str:
        """What the edge says."""
        return " · ".join(part for part in (self.hop.told, " / ".join(self.hop.when)) if part)


def make_plans(
    hops: Sequence[Hop], cells: Mapping[str, Cell], heights: Sequence[Sequence[float]], language: str
) -> tuple[Plan, ...]:
    """A plan for each hop; `heights` are those of the cards, by column."""
    middles, gaps = _rough(heights)
    return tuple(
        Plan(number, hop, source, target, _shape(source, target), _passages(source, target, middles, gaps), language)
        for number, hop in enumerate(hops)
        for source, target in ((cells[hop.source], cells[hop.target]),)
    )


def _shape(source: Cell, target: Cell) -> Literal["down", "skip", "across", "back"]:
    if target.column > source.column:
        return "across"
    if target.column < source.column or target.row <= source.row:
        return "back"
    return "down" if target.row == source.row + 1 else "skip"


def _rough(heights: Sequence[Sequence[float]]) -> tuple[list[list[float]], list[list[float]]]:
    """About where the middles of cards and gaps will be."""
    middles: list[list[float]] = []
    gaps: list[list[float]] = []
    for column in heights:
        tops = list(accumulate(column, lambda top, height: top + height + ROUGH_GAP, initial=0.0))
        middles.append([top + height / 2 for top, height in zip(tops, column, strict=False)])
        gaps.append([top - ROUGH_GAP / 2 for top in tops])
    return middles, gaps


def _passages(
    source: Cell, target: Cell, middles: Sequence[Sequence[float]], gaps: Sequence[Sequence[float]]
) -> tuple[Gap, ...]:
    shape = _shape(source, target)
    if shape in {"down", "skip"}:
        return ()
    start, end = middles[source.column][source.row], middles[target.column][target.row]
    if shape == "across":
        columns = range(source.column + 1, target.column)
    else:
        columns = range(source.column, target.column - 1, -1)
    found: list[Gap] = []
    for step, column in enumerate(columns, start=1):
        wanted = start + (end - start) * step / (len(columns) + 1)
        nearest = min(range(len(gaps[column])), key=lambda row: (abs(gaps[column][row] - wanted), row))
        found.append(Gap(column, nearest))
    return tuple(found)
