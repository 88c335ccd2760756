"""Events laid out in the order of their cases: as windows that every engine knows, and as DuckDB does it in one pass.

Both take a relation `events` with `case_no`, `micros` (microseconds from the first event), `turn` (what decides between
equal times) and `touchpoint`, and give, for each event:

- `before` and `wait`: the touchpoint and the microseconds since the case's previous event, null for its first;
- `step`: its place among those events of the case that are no immediate repeats, from 0.
"""

from __future__ import annotations

from collections.abc import Sequence

KEPT = ("case_no", "micros", "touchpoint")


def fresh(walk: str) -> str:
    """Whether an event of a walk is no immediate repeat."""
    return f"({walk}.before IS DISTINCT FROM {walk}.touchpoint)"


def portable(events: str, carried: Sequence[str]) -> str:
    """By windows alone: for engines that promise no order of their tables."""
    kept = ", ".join((*KEPT, *carried))
    placed = "PARTITION BY case_no ORDER BY micros, turn, touchpoint"
    one = (
        f"SELECT {kept}, turn, lag(touchpoint) OVER w AS before, micros - lag(micros) OVER w AS wait "
        f"FROM ({events}) AS e WINDOW w AS ({placed})"
    )
    counted = (
        f"CAST(sum(CASE WHEN {fresh('o')} THEN 1 ELSE 0 END) OVER "
        f"({placed} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS INTEGER) - 1"
    )
    return f"SELECT {kept}, before, wait, {counted} AS step FROM ({one}) AS o"


def in_order(events: str, carried: Sequence[str]) -> str:
    """Events sorted by case, time and turn: rows of case, microseconds, touchpoint and what is carried.

    No two events have the same turn, and the touchpoint after it decides nothing: but rows that are all key are sorted
    faster than rows that carry something behind it.
    """
    kept = ", ".join((*KEPT, *carried))
    return f"SELECT {kept} FROM ({events}) AS e ORDER BY case_no, micros, turn{'' if carried else ', touchpoint'}"


def paired(ordered: str, carried: Sequence[str]) -> str:
    """The walk of rows that come in order: neighbours are the rows before and after.

    The running count of fresh events starts again with each case by taking off what it was at the case's first event,
    which is the latest of such starts.
    """
    rest = "".join(f", {name}" for name in carried)
    beside = (
        "SELECT *, lag(case_no) OVER () AS c0, lag(micros) OVER () AS m0, lag(touchpoint) OVER () AS t0 "
        f"FROM ({ordered}) AS o"
    )
    told = (
        f"SELECT case_no, micros, touchpoint{rest}, c0 IS DISTINCT FROM case_no AS opening, m0, t0 FROM ({beside}) AS b"
    )
    counted = (
        "SELECT *, count(CASE WHEN opening OR t0 <> touchpoint THEN 1 END) OVER (ROWS UNBOUNDED PRECEDING) AS running "
        f"FROM ({told}) AS t"
    )
    started = (
        "SELECT *, last_value(CASE WHEN opening THEN running END IGNORE NULLS) OVER (ROWS UNBOUNDED PRECEDING) "
        f"AS start FROM ({counted}) AS c"
    )
    return (
        f"SELECT case_no, micros, touchpoint{rest}, CASE WHEN NOT opening THEN t0 END AS before, "
        "CASE WHEN NOT opening THEN micros - m0 END AS wait, CAST(running - start AS INTEGER) AS step "
        f"FROM ({started}) AS s"
    )
