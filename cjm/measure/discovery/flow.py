"""What a log says of its own course: activities with their places, and the sequences in which cases meet them.

Positions are counted from 0, the beginning of a case, without immediate repeats. Sequences come from at most
`_MOST_CASES` cases, evenly picked; counts from all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from cjm.diagnostics import msg
from cjm.measure.inputs import Table, plainly, quoting
from cjm.measure.troubles import MeasureError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_MOST_CASES = 50_000
_FETCHED = 10_000

Sequences = Counter[tuple[int, ...]]
"""Activities by number, immediate repeats folded, with how many cases met them so."""


class Activity(NamedTuple):
    """`place` is its median position, `mean` the mean one; `wait` seconds, the median since the event before."""

    name: str
    events: int
    cases: int
    place: float
    mean: float
    wait: float | None
    channels: tuple[tuple[str, float], ...] = ()


class Flow(NamedTuple):
    """A log at a glance. `unusable` rows lack a case, an activity or a time that can be read."""

    activities: tuple[Activity, ...]
    sequences: Sequences
    cases: int
    events: int
    unusable: int
    since: datetime
    until: datetime


def flow(connection: DuckDBPyConnection, table: Table) -> Flow:
    """Look at a log once; raises MeasureError where there is nothing to look at."""
    with plainly(table.basis.name):
        unusable = _carry_over(connection, table)
        whole = connection.execute("SELECT count(*), count(DISTINCT c), min(t), max(t) FROM cjm_flow").fetchone() or (
            0,
            0,
            None,
            None,
        )
        if not whole[0]:
            raise MeasureError(
                msg("`{file}` has no event with a case, an activity and a time", file=table.basis.name),
                msg("name the columns with `--case`, `--activity` and `--time`"),
            )
        return Flow(
            _activities(connection, with_channel="channel" in table.roles),
            _sequences(connection, whole[1]),
            whole[1],
            whole[0],
            unusable,
            whole[2],
            whole[3],
        )


def _carry_over(connection: DuckDBPyConnection, table: Table) -> int:
    """Usable events with activities as numbers, and their places in their cases."""
    case, activity, time = (quoting.name(table.roles[role]) for role in ("case", "activity", "time"))
    channel = quoting.name(table.roles["channel"]) if "channel" in table.roles else "NULL"
    usable = f"{case} IS NOT NULL AND {activity} IS NOT NULL AND {time} IS NOT NULL"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE cjm_raw AS SELECT {case} AS c, {activity}::VARCHAR AS a, {time} AS t, "
        f"{channel}::VARCHAR AS h, row_order AS o FROM {table.sql} WHERE {usable}"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE cjm_names AS "
        "SELECT a, (row_number() OVER (ORDER BY a) - 1)::INTEGER AS n FROM (SELECT DISTINCT a FROM cjm_raw)"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE cjm_flow AS SELECT c, n, t, h, "
        "row_number() OVER w AS i, lag(n) OVER w IS DISTINCT FROM n AS fresh, "
        "epoch_us(t) - epoch_us(lag(t) OVER w) AS gap FROM cjm_raw JOIN cjm_names USING (a) "
        "WINDOW w AS (PARTITION BY c ORDER BY t, o)"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE cjm_steps AS "
        "SELECT c, n, row_number() OVER (PARTITION BY c ORDER BY i) AS p FROM cjm_flow WHERE fresh"
    )
    usable_rows = connection.execute("SELECT count(*) FROM cjm_raw").fetchone() or (0,)
    connection.execute("DROP TABLE cjm_raw")
    return table.basis.rows - int(usable_rows[0])


def _activities(connection: DuckDBPyConnection, *, with_channel: bool) -> tuple[Activity, ...]:
    rows = connection.execute(
        "SELECT a, events, cases, place, mean, wait FROM "
        "(SELECT n, count(*) AS events, count(DISTINCT c) AS cases, quantile_cont(gap, 0.5) / 1e6 AS wait "
        "FROM cjm_flow GROUP BY n) JOIN "
        "(SELECT n, quantile_cont(p - 1, 0.5) AS place, avg(p - 1) AS mean "
        "FROM cjm_steps GROUP BY n) USING (n) JOIN cjm_names USING (n) ORDER BY n"
    ).fetchall()
    channels = _channels(connection) if with_channel else {}
    return tuple(
        Activity(name, events, cases, place, mean, wait, channels.get(number, ()))
        for number, (name, events, cases, place, mean, wait) in enumerate(rows)
    )


def _channels(connection: DuckDBPyConnection) -> dict[int, tuple[tuple[str, float], ...]]:
    found: dict[int, tuple[tuple[str, float], ...]] = {}
    rows = connection.execute(
        "SELECT n, h, count(*) / sum(count(*)) OVER (PARTITION BY n) FROM cjm_flow WHERE h IS NOT NULL "
        "GROUP BY n, h ORDER BY n, 3 DESC, h"
    )
    for number, channel, share in rows.fetchall():
        found[number] = (*found.get(number, ()), (channel, share))
    return found


def _sequences(connection: DuckDBPyConnection, cases: int) -> Sequences:
    every = -(-cases // _MOST_CASES)
    picked = (
        f"WHERE c IN (SELECT c FROM (SELECT c, row_number() OVER (ORDER BY c) AS r FROM cjm_steps WHERE p = 1) "
        f"WHERE r % {every} = 0)"
        if every > 1
        else ""
    )
    found: Sequences = Counter()
    rows = connection.execute(
        f"SELECT s, count(*) FROM (SELECT list(n ORDER BY p) AS s FROM cjm_steps {picked} GROUP BY c) "
        "GROUP BY s ORDER BY 2 DESC, s"
    )
    while some := rows.fetchmany(_FETCHED):
        for steps, count in some:
            found[tuple(steps)] += count
    return found


def without_loops(steps: Sequence[int]) -> tuple[int, ...]:
    """A course without its returns: coming back to an activity forgets what lay between."""
    kept: list[int] = []
    places: dict[int, int] = {}
    for step in steps:
        if step in places:
            for gone in kept[places[step] + 1 :]:
                del places[gone]
            del kept[places[step] + 1 :]
        else:
            places[step] = len(kept)
            kept.append(step)
    return tuple(kept)


def straightened(sequences: Sequences) -> Sequences:
    """All courses without their returns."""
    found: Sequences = Counter()
    for steps, count in sequences.items():
        found[without_loops(steps)] += count
    return found
