"""Events laid out in the order of their cases: as windows that every engine knows, and as DuckDB does it in one pass.

Both take a relation `events` with `case_no`, `micros` (microseconds from the first event), `turn` (what decides between
equal times), `touchpoint` and `stage`, and give, for each event:

- `before` and `wait`: the touchpoint and the microseconds since the case's previous event, null for its first;
- `fresh`: whether it is no immediate repeat, and `step`: its place among those that are none, from 0;
- `ending`: whether it is the case's last.
"""

from __future__ import annotations

from collections.abc import Sequence

KEPT = ("case_no", "micros", "touchpoint", "stage")


def portable(events: str, carried: Sequence[str]) -> str:
    """By windows alone: for engines that promise no order of their tables."""
    kept = ", ".join((*KEPT, *carried))
    one = (
        f"SELECT {kept}, turn, lag(touchpoint) OVER w AS before, micros - lag(micros) OVER w AS wait, "
        f"lead(touchpoint) OVER w IS NULL AS ending FROM ({events}) AS e WINDOW w AS (PARTITION BY case_no ORDER BY micros, turn)"
    )
    two = f"SELECT *, before IS NULL OR before <> touchpoint AS fresh FROM ({one}) AS o"
    counted = (
        "CAST(sum(CASE WHEN fresh THEN 1 ELSE 0 END) OVER "
        "(PARTITION BY case_no ORDER BY micros, turn ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INTEGER) - 1"
    )
    return f"SELECT {kept}, before, wait, fresh, {counted} AS step, ending FROM ({two}) AS f"  # noqa: S608 - ours


def walk(events: str, carried: Sequence[str]) -> str:
    """For an engine that keeps the order of a subquery, in one pass: neighbours are the rows before and after.

    Running counts start again with each case by taking off what they were at its first event, which is the largest of
    such starts so far.
    """
    rest = "".join(f", {name}" for name in carried)
    ordered = f"SELECT case_no, micros, touchpoint, stage{rest} FROM ({events}) AS e ORDER BY case_no, micros, turn"
    neighbours = (
        "SELECT *, lag(case_no) OVER () AS c0, lag(micros) OVER () AS a0, lag(touchpoint) OVER () AS t0, lead(case_no) OVER () AS c1 "
        f"FROM ({ordered}) AS o"
    )
    told = (
        f"SELECT case_no, micros, touchpoint, stage{rest}, c0 IS DISTINCT FROM case_no AS opening, c1 IS DISTINCT FROM case_no AS ending, "
        "CASE WHEN c0 = case_no THEN t0 END AS before, CASE WHEN c0 = case_no THEN micros - a0 END AS wait, "
        f"c0 IS DISTINCT FROM case_no OR t0 <> touchpoint AS fresh FROM ({neighbours}) AS n"
    )
    counted = (
        f"SELECT *, count(CASE WHEN fresh THEN 1 END) OVER (ROWS UNBOUNDED PRECEDING) AS running FROM ({told}) AS t"
    )
    started = f"SELECT *, max(CASE WHEN opening THEN running END) OVER (ROWS UNBOUNDED PRECEDING) AS start FROM ({counted}) AS c"
    return (
        f"SELECT case_no, micros, touchpoint, stage{rest}, before, wait, fresh, CAST(running - start AS INTEGER) AS step, ending "
        f"FROM ({started}) AS s"
    )
