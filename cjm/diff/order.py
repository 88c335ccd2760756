"""Which of several things truly moved: those outside the longest run that kept its order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def moved(old: Sequence[Thing], new: Sequence[Thing]) -> list[Thing]:
    """The things of `new` that are not where they were; both sequences hold the same things, each once."""
    places = {each: number for number, each in enumerate(old)}
    stays = _longest_rising([places[each] for each in new])
    return [each for number, each in enumerate(new) if number not in stays]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The positions of the longest rising run of numbers, which need not stand together."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(number)
            at.append(position)
        else:
            ends[length], at[length] = number, position
    kept: set[int] = set()
    position = at[-1] if at else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept
