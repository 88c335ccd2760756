"""Sets of touchpoints as whole numbers: a bit a touchpoint, 62 to a number, so that engines gather them in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

BITS = 62
"""A signed number of 64 bits holds them, and stays positive."""


def words(touchpoints: int) -> int:
    """How many numbers a set needs."""
    return max(1, -(-touchpoints // BITS))


def flag(word: int, touchpoints: int) -> str:
    """The bit of an event's touchpoint in the number `word`, null where it stands in another."""
    low = word * BITS
    bit = f"CAST(1 AS BIGINT) << (touchpoint - {low})"
    return bit if touchpoints <= BITS else f"CASE WHEN touchpoint >= {low} AND touchpoint < {low + BITS} THEN {bit} END"


def flags(touchpoints: Sequence[int]) -> tuple[int, ...]:
    """The numbers of a set."""
    own = [divmod(touchpoint, BITS) for touchpoint in touchpoints]
    needed = range(words(max(touchpoints, default=0) + 1))
    return tuple(sum(1 << bit for place, bit in own if place == word) for word in needed)


def member(numbers: Sequence[str], touchpoint: str) -> str:
    """1 where a set, given by its numbers, has the touchpoint that an expression says, else 0."""
    whens = " ".join(
        f"WHEN {touchpoint} < {(word + 1) * BITS} THEN ({number} >> ({touchpoint} - {word * BITS})) & 1"
        for word, number in enumerate(numbers)
    )
    return f"(CASE {whens} ELSE 0 END)"


def size(each: Iterable[str]) -> str:
    """How many there are, of a set whose numbers are these expressions."""
    return "(" + " + ".join(f"CAST(bit_count({number}) AS INTEGER)" for number in each) + ")"
