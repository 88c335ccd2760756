"""Events laid out in the order of their cases: as windows that every engine knows, and as DuckDB does it in one pass.

Both take a relation `events` with `case_no`, `micros` (microseconds from the first event), `turn` (what decides between
equal times) and `touchpoint`, and give, for each event:

- `before` and `wait`: the touchpoint and the microseconds since the case's previous event, null for its first;
- `fresh`: whether it is no immediate repeat, and `step`: its place among those that are none, from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_NARROW = 62
"""Bits of a number of 64 that stays positive."""


class Most(NamedTuple):
    """The highest number of a case, and the last microsecond."""

    cases: int
    micros: int


KEPT = ("case_no", "micros", "touchpoint")


def portable(events: str, carried: Sequence[str]) -> str:
    """By windows alone: for engines that promise no order of their tables."""
    kept = ", ".join((*KEPT, *carried))
    one = (
        f"SELECT {kept}, turn, lag(touchpoint) OVER w AS before, micros - lag(micros) OVER w AS wait "
        f"FROM ({events}) AS e WINDOW w AS (PARTITION BY case_no ORDER BY micros, turn, touchpoint)"
    )
    two = f"SELECT *, before IS NULL OR before <> touchpoint AS fresh FROM ({one}) AS o"
    counted = (
        "CAST(sum(CASE WHEN fresh THEN 1 ELSE 0 END) OVER "
        "(PARTITION BY case_no ORDER BY micros, turn, touchpoint ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INTEGER) - 1"
    )
    return f"SELECT {kept}, before, wait, fresh, {counted} AS step FROM ({two}) AS f"  # noqa: S608 - ours


def walk(events: str, most: Most, carried: Sequence[str]) -> str:
    """For an engine that keeps the order of a subquery, in one pass: neighbours are the rows before and after.

    Case and time are one number to sort by, of 64 bits where they fit. The running
    count of fresh events starts again with each case by taking off what it was at the case's first event, which is the
    largest of such starts so far.
    """
    rest = "".join(f", {name}" for name in carried)
    bits = max(1, most.micros.bit_length())
    number = "BIGINT" if bits + most.cases.bit_length() <= _NARROW else "HUGEINT"
    ordered = (
        f"SELECT (CAST(case_no AS {number}) << {bits}) + micros AS k, touchpoint{rest} FROM ({events}) AS e ORDER BY k, turn"
    )
    beside = f"SELECT *, lag(k) OVER () AS k0, lag(touchpoint) OVER () AS t0 FROM ({ordered}) AS o"
    told = (
        f"SELECT k, touchpoint{rest}, (k0 >> {bits}) IS DISTINCT FROM (k >> {bits}) AS opening, k - k0 AS wait, t0 AS before "
        f"FROM ({beside}) AS n"
    )
    fresh = "opening OR before <> touchpoint"
    counted = f"SELECT *, count(CASE WHEN {fresh} THEN 1 END) OVER (ROWS UNBOUNDED PRECEDING) AS running FROM ({told}) AS t"
    started = f"SELECT *, max(CASE WHEN opening THEN running END) OVER (ROWS UNBOUNDED PRECEDING) AS start FROM ({counted}) AS c"
    return (
        f"SELECT CAST(k >> {bits} AS INTEGER) AS case_no, CAST(k & {(1 << bits) - 1} AS BIGINT) AS micros, touchpoint{rest}, "
        "CASE WHEN NOT opening THEN before END AS before, CAST(CASE WHEN NOT opening THEN wait END AS BIGINT) AS wait, "
        f"{fresh} AS fresh, CAST(running - start AS INTEGER) AS step FROM ({started}) AS s"
    )

