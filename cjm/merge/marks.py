"""The marks of a conflict, as git writes them."""

from __future__ import annotations

from typing import NamedTuple


class Labels(NamedTuple):
    """What the two sides are called at the marks, and how many signs a mark has."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7

    def around(self, ours: list[str], theirs: list[str]) -> list[str]:
        """Both sides' lines between marks."""
        return [f"{'<' * self.size} {self.ours}", *ours, "=" * self.size, *theirs, f"{'>' * self.size} {self.theirs}"]

    def is_opening(self, row: str) -> bool:
        """Whether a line is the first mark."""
        return row.startswith(f"{'<' * self.size} ")

    def is_middle(self, row: str) -> bool:
        """Whether a line parts the sides."""
        return row == "=" * self.size

    def is_closing(self, row: str) -> bool:
        """Whether a line is the last mark."""
        return row.startswith(f"{'>' * self.size} ")


def with_dash(rows: list[str], column: int, labels: Labels) -> list[str] | None:
    """The lines of an item's parts with its dash before the first, on each side where that is in conflict.

    None when one side has nothing there that a dash could stand before.
    """
    made = [*rows]
    wanted = [_first(rows, 0)]
    if wanted[0] is not None and labels.is_opening(rows[wanted[0]]):
        opening = wanted[0]
        middle = next(number for number in range(opening, len(rows)) if labels.is_middle(rows[number]))
        wanted = [_first(rows, opening + 1), _first(rows, middle + 1)]
    for number in wanted:
        if number is None or labels.is_middle(rows[number]) or labels.is_closing(rows[number]):
            return None
        made[number] = f"{rows[number][:column]}-{rows[number][column + 1 :]}"
    return made


def _first(rows: list[str], start: int) -> int | None:
    """The first line from `start` on that is no comment."""
    said = (number for number in range(start, len(rows)) if rows[number].strip() and rows[number].lstrip()[0] != "#")
    return next(said, None)
