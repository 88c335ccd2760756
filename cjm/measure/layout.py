"""The log as measuring needs it: read once for what it holds, once into a table of numbers sorted by case and time.

Tables: `kinds` (activity, and channel where it matters, to touchpoint), `case_ids` (a number for each case: its hash
where no two cases share one, else their place in the dictionary, so that no two can fall together), `walk` (see
`cjm.measure.engines.walks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cjm.diagnostics import msg
from cjm.measure.binding import Binder
from cjm.measure.engines import Engine, Row
from cjm.measure.inputs import Table, quoting
from cjm.measure.troubles import MeasureError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MOST_ACTIVITIES = 200_000
"""More than that are no names of activities."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Events of one activity in one channel: how many are used, when the first and last were (microseconds)."""

    activity: str
    channel: str | None
    events: int
    first: int
    last: int
    touchpoint: int | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """How many rows have no case, no activity, no readable time; and how many are used or outside the window."""

    case: int
    activity: int
    time: int
    used: int
    outside: int

    @property
    def rows(self) -> int:
        """That cannot be used."""
        return self.case + self.activity + self.time


@dataclass(frozen=True, slots=True)
class Source:
    """The log as a relation to be called `e`, and its columns quoted for SQL; None for those it does not have."""

    sql: str
    case: str
    activity: str
    time: str
    channel: str | None
    value: str | None
    since: datetime | None
    until: datetime | None

    @property
    def within(self) -> str:
        """Whether a row's time is in the window."""
        since = f" AND {self.time} >= {moment_of(self.since)}" if self.since else ""
        until = f" AND {self.time} < {moment_of(self.until)}" if self.until else ""
        return f"{self.time} IS NOT NULL{since}{until}"

    @property
    def usable(self) -> str:
        """Whether a row is an event of the window."""
        return f"{self.case} IS NOT NULL AND {self.activity} IS NOT NULL AND {self.within}"


def source(table: Table, since: datetime | None, until: datetime | None) -> Source:
    """The columns of an opened log by their roles."""

    def column(role: str) -> str | None:
        return f"e.{quoting.name(table.roles[role])}" if role in table.roles else None

    case, activity, time = (f"e.{quoting.name(table.roles[role])}" for role in ("case", "activity", "time"))
    return Source(table.sql, case, activity, time, column("channel"), column("value"), since, until)


def moment_of(when: datetime) -> str:
    """A time as SQL writes it; all of the engine's are in UTC."""
    return f"TIMESTAMP '{when.astimezone(UTC).replace(tzinfo=None).isoformat(sep=' ')}'"


def look(engine: Engine, log: Source) -> tuple[tuple[Kind, ...], Refused]:
    """What the log holds: its activities by channel, and what of it cannot be used."""
    rows = _answer(engine, log, _PLAIN if is_whole(engine, log) else _CLOSE)
    used = [row for row in rows if row[2]]
    kinds = [Kind(str(row[0]), None if row[1] is None else str(row[1]), *row[2:5]) for row in used]
    refused = Refused(*(sum(row[place] for row in rows) for place in (5, 6, 7, 2, 8)))
    return tuple(sorted(kinds, key=lambda kind: (kind.activity, kind.channel is not None, kind.channel or ""))), refused


def is_whole(engine: Engine, log: Source) -> bool:
    """Whether every row is an event of the window; the null counts of a file's own statistics answer at once."""
    if log.since or log.until:
        return False
    missing = (
        engine.rows(f"SELECT 1 FROM {log.sql} AS e WHERE {column} IS NULL LIMIT 1")
        for column in (log.case, log.activity, log.time)
    )
    return not any(missing)


_PLAIN = "count(*), {micros_of_first}, {micros_of_last}, 0, 0, 0, 0"
"""Where every row can be used."""

_CLOSE = (
    "count(CASE WHEN {usable} THEN 1 END), min(CASE WHEN {usable} THEN {micros} END), "
    "max(CASE WHEN {usable} THEN {micros} END), count(CASE WHEN {case} IS NULL THEN 1 END), "
    "count(CASE WHEN {case} IS NOT NULL AND {activity} IS NULL THEN 1 END), "
    "count(CASE WHEN {case} IS NOT NULL AND {activity} IS NOT NULL AND {time} IS NULL THEN 1 END), "
    "count(CASE WHEN {case} IS NOT NULL AND {activity} IS NOT NULL AND {time} IS NOT NULL AND NOT ({within}) "
    "THEN 1 END)"
)
"""Where the window or what is missing leaves rows out."""


def _answer(engine: Engine, log: Source, figures: str) -> list[Row]:
    figures = figures.format(
        micros=engine.micros(log.time),
        micros_of_first=engine.micros(f"min({log.time})"),
        micros_of_last=engine.micros(f"max({log.time})"),
        case=log.case,
        activity=log.activity,
        time=log.time,
        usable=log.usable,
        within=log.within,
    )
    groups = f"{log.activity}, {log.channel}" if log.channel else log.activity
    grouped = f"SELECT {log.activity}, {log.channel or 'NULL'}, {figures} FROM {log.sql} AS e GROUP BY {groups}"
    rows = engine.rows(f"{grouped} LIMIT {MOST_ACTIVITIES + 1}")
    if len(rows) > MOST_ACTIVITIES:
        raise MeasureError(
            msg(
                "the column {column} holds more than {most} names: they are not activities",
                column=log.activity,
                most=MOST_ACTIVITIES,
            ),
            msg("name the right one with `--activity`"),
        )
    return rows


def bound(kinds: Sequence[Kind], binder: Binder) -> tuple[Kind, ...]:
    """The kinds with their touchpoints."""
    found = []
    for kind in kinds:
        binding = binder.bind(kind.activity, kind.channel)
        found.append(replace(kind, touchpoint=binding.touchpoint, ambiguous=binding.ambiguous) if binding else kind)
    return tuple(found)


def lay_out(engine: Engine, log: Source, kinds: Sequence[Kind], *, whole: bool, by_channel: bool) -> tuple[str, ...]:
    """Make `kinds`, `case_ids` and `walk`.

    `whole` says that every row is an event, `by_channel` keeps the kind of each, for shares by channel.

    Gives the further columns of the walk.
    """
    shared = {kind.activity for kind in kinds if kind.touchpoint is not None}
    split = log.channel is not None and (by_channel or len(_places(kinds)) > len(shared))
    _put_kinds(engine, kinds, split=split)
    usable = "1 = 1" if whole else log.usable
    mapped = f"{log.sql} AS e JOIN kinds AS k ON {_same_kind(log, split=split)}"
    every = whole and all(kind.touchpoint is not None for kind in kinds)
    read = f"{log.sql} AS e" if every else mapped
    named = f"SELECT {log.case} AS name FROM {read} WHERE {usable} GROUP BY {log.case}"
    number = _number_cases(engine, log, named)
    cases = "" if number else f" JOIN case_ids AS c ON c.name = {log.case}"
    carried = (*(("kind",) if split else ()), *(("amount",) if log.value else ()))
    extra = (", k.kind" if split else "") + (f", {log.value} AS amount" if log.value else "")
    events = (
        f"SELECT {number or 'c.case_no'} AS case_no, {engine.micros(log.time)} - {origin(kinds)} AS micros, "
        f"e.row_order AS turn, k.touchpoint{extra} FROM {mapped}{cases} WHERE {usable}"
    )
    engine.lay("walk", events, carried)
    return carried


def _number_cases(engine: Engine, log: Source, named: str) -> str | None:
    """Make `case_ids`; gives how a case's number is worked out, None if it has to be looked up.

    To look each event's case up takes half as long as to sort them all.
    """
    number = engine.hashed("c.name")
    if number:
        engine.make("case_ids", f"SELECT c.name, {number} AS case_no FROM ({named}) AS c")
        ((names, numbers),) = engine.rows("SELECT count(*), count(DISTINCT case_no) FROM case_ids")
        if names == numbers:
            return engine.hashed(log.case)
        named = "SELECT name FROM case_ids"
    engine.make("case_ids", f"SELECT c.name, CAST({engine.numbered} AS INTEGER) AS case_no FROM ({named}) AS c")
    return None


def _places(kinds: Sequence[Kind]) -> set[tuple[str, int]]:
    return {(kind.activity, kind.touchpoint) for kind in kinds if kind.touchpoint is not None}


def _put_kinds(engine: Engine, kinds: Sequence[Kind], *, split: bool) -> None:
    rows: dict[tuple[str, str | None], Row] = {}
    for number, kind in enumerate(kinds):
        if kind.touchpoint is not None:
            key = kind.activity, (kind.channel or "") if split else None
            rows.setdefault(key, (*key, number, kind.touchpoint))
    columns = (("activity", "VARCHAR"), ("channel", "VARCHAR"), ("kind", "INTEGER"), ("touchpoint", "SMALLINT"))
    engine.put("kinds", columns, tuple(rows.values()))


def _same_kind(log: Source, *, split: bool) -> str:
    channel = f" AND k.channel = coalesce(CAST({log.channel} AS VARCHAR), '')" if split else ""
    return f"k.activity = CAST({log.activity} AS VARCHAR){channel}"


def origin(kinds: Sequence[Kind]) -> int:
    """The time of the first event, in microseconds: what `micros` counts from."""
    return min((kind.first for kind in kinds), default=0)


def moment(micros: int) -> datetime:
    """A time from its microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


def refused_rows(engine: Engine, log: Source, reason: str, most: int = 5) -> tuple[str, ...]:
    """The first rows that cannot be used for a reason (`case`, `activity` or `time`), as texts."""
    given = {
        "case": f"{log.case} IS NULL",
        "activity": f"{log.case} IS NOT NULL AND {log.activity} IS NULL",
        "time": f"{log.case} IS NOT NULL AND {log.activity} IS NOT NULL AND {log.time} IS NULL",
    }
    shown = (log.case, log.activity, f"coalesce(e.unread_time, CAST({log.time} AS VARCHAR))")
    columns = ", ".join(f"coalesce(CAST({each} AS VARCHAR), '')" for each in shown)
    rows = engine.rows(f"SELECT {columns} FROM {log.sql} AS e WHERE {given[reason]} ORDER BY e.row_order LIMIT {most}")
    return tuple(", ".join(text or "–" for text in row) for row in rows)
