"""The orders in which cases meet touchpoints, told apart without sorting or gluing texts in the engine.

A path is its steps as digits of whole numbers: each step is its touchpoint's number plus one, `per` steps to a number,
the first in the highest place, so that numbers sort as paths do. The first four numbers are gathered with the case.
What is longer is gathered by the same means in rounds: `per` steps to a number, numbers to a dictionary, their places
in it as digits of the next round, until a case has one number left: its `tail`. Nothing is hashed: two paths are equal
if their numbers are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.measure.engines import Engine

DIGITS = 62
MOST = 4
"""Numbers that are gathered with the case."""


class Packing(NamedTuple):
    """Bits of a step, steps of a number, numbers of a case; `tailed` when some cases have more steps than that."""

    bits: int
    per: int
    numbers: int
    tailed: bool

    @classmethod
    def of(cls, touchpoints: int, longest: int) -> Packing:
        """For paths of so many touchpoints, and at most so many steps."""
        width = max(1, touchpoints.bit_length())
        per = DIGITS // width
        needed = max(1, -(-longest // per))
        return cls(width, per, min(MOST, needed), needed > MOST)

    def worked_out(self) -> Iterator[str]:
        """Of an event: the number that its step stands in, and its digit there."""
        yield f"step // {self.per} AS slot"
        yield f"CAST(touchpoint + 1 AS BIGINT) << ({self.bits} * ({self.per - 1} - step % {self.per})) AS digit"

    def columns(self) -> Iterator[str]:
        """Gathers the numbers of a case. An immediate repeat has the same step, and changes nothing."""
        for number in range(self.numbers):
            yield f"coalesce(bit_or(CASE WHEN slot = {number} THEN digit END), 0) AS path{number}"

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that make a path."""
        return (*(f"path{number}" for number in range(self.numbers)), *(("tail",) if self.tailed else ()))


def gather_tails(engine: Engine, walk: str, packing: Packing, tails: str) -> None:
    """Make the table of tails: `case_no` and `tail`, for the cases that are longer than their numbers hold."""
    low, per, width = packing.numbers * packing.per, packing.per, packing.bits
    chunk = f"(step - {low}) // {per}"
    digit = f"CAST(touchpoint + 1 AS BIGINT) << ({width} * ({per - 1} - (step - {low}) % {per}))"
    engine.make(
        tails,
        f"SELECT case_no, {chunk} AS place, bit_or({digit}) AS tail FROM {walk} WHERE step >= {low} GROUP BY "
        f"case_no, {chunk}",
    )
    while True:
        ((longest,),) = engine.rows(f"SELECT max(place) FROM {tails}")
        if not longest:
            return
        _shorten(engine, tails)


def _shorten(engine: Engine, tails: str) -> None:
    """One round: numbers become their places in a dictionary, and several of these one number."""
    engine.make(
        "path_parts",
        f"SELECT tail, row_number() OVER (ORDER BY tail) AS digit FROM (SELECT DISTINCT tail FROM {tails}) AS d",
    )
    ((different,),) = engine.rows("SELECT count(*) FROM path_parts")
    width = max(1, different.bit_length())
    per = max(2, DIGITS // width)
    digit = f"CAST(p.digit AS BIGINT) << ({width} * ({per - 1} - t.place % {per}))"
    engine.make(
        tails,
        f"SELECT t.case_no, t.place // {per} AS place, bit_or({digit}) AS tail "
        f"FROM {tails} AS t JOIN path_parts AS p ON p.tail = t.tail GROUP BY t.case_no, t.place // {per}",
    )
    engine.drop("path_parts")
