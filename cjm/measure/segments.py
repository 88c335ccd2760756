"""Cases by a value they have, and by the window of the trend: tables that say the part of each case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from cjm.diagnostics import msg
from cjm.measure.engines import Engine
from cjm.measure.inputs import quoting
from cjm.measure.layout import EPOCH, Source
from cjm.measure.request import Window
from cjm.measure.troubles import MeasureError
from cjm.model import Journey

PERSONA = "persona"
MOST_VALUES = 100
MOST_PERIODS = 2000
DAY = 86_400_000_000
MICROSECOND = timedelta(microseconds=1)


class Cut(NamedTuple):
    """A column, the values of its parts by number, and the cases of each (for those left out, too)."""

    column: str
    values: tuple[str, ...]


def segment_columns(journey: Journey) -> tuple[str, ...]:
    """The columns that personas' segments look at."""
    return tuple(dict.fromkeys(column for persona in journey.known_personas for column, _ in persona.segment))


def gather_first_values(engine: Engine, log: Source, column: str, table: str) -> None:
    """Make a table of `case_no` and the first value that each case has in a column."""
    quoted = f"e.{quoting.name(column)}"
    placed = (
        f"SELECT c.case_no, CAST({quoted} AS VARCHAR) AS said, row_number() OVER "
        f"(PARTITION BY c.case_no ORDER BY {log.time}, e.row_order) AS place "
        f"FROM {log.sql} AS e JOIN case_ids AS c ON c.name = {log.case} WHERE {log.usable} AND {quoted} IS NOT NULL"
    )
    engine.make(table, f"SELECT case_no, said FROM ({placed}) AS p WHERE place = 1")


def cut_by(engine: Engine, column: str, values: str, parts: str) -> Cut:
    """Make the table of parts of a column's values, from the table of each case's."""
    rows = engine.rows(f"SELECT said FROM {values} GROUP BY said LIMIT {MOST_VALUES + 1}")
    if len(rows) > MOST_VALUES:
        raise MeasureError(
            msg(
                "the column `{column}` holds more than {most} values: too many to segment by",
                column=column,
                most=MOST_VALUES,
            ),
            msg("choose one with few values, such as a device or a region"),
        )
    texts = sorted(str(row[0]) for row in rows)
    engine.put(
        "segment_values", (("said", "VARCHAR"), ("part", "INTEGER")), [(text, part) for part, text in enumerate(texts)]
    )
    engine.make(parts, f"SELECT v.case_no, s.part FROM {values} AS v JOIN segment_values AS s ON s.said = v.said")
    return Cut(column, tuple(texts))


def cut_by_persona(engine: Engine, journey: Journey, tables: dict[str, str], parts: str) -> Cut:
    """Make the table of parts of the personas whose segments the log can tell; a case may belong to several."""
    personas = [
        each for each in journey.known_personas if each.segment and all(column in tables for column, _ in each.segment)
    ]
    selects = []
    for part, persona in enumerate(personas):
        tests = []
        for column, wanted in persona.segment:
            texts = ", ".join(quoting.text(value) for value in wanted)
            tests.append(f"c.case_no IN (SELECT case_no FROM {tables[column]} WHERE said IN ({texts}))")
        selects.append(f"SELECT c.case_no, {part} AS part FROM case_ids AS c WHERE {' AND '.join(tests)}")
    engine.make(parts, " UNION ALL ".join(selects) or "SELECT 0 AS case_no, 0 AS part WHERE 1 = 0")
    return Cut(PERSONA, tuple(each.id for each in personas))


class Span(NamedTuple):
    """A window of the trend, up to and without `until`."""

    since: datetime
    until: datetime


def spans(window: Window, first: datetime, until: datetime) -> tuple[Span, ...]:
    """The days, weeks (from Monday) or months, in UTC; the first and the last are cut where the window ends."""
    start = first.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if window == "week":
        start -= timedelta(days=start.weekday())
    elif window == "month":
        start = start.replace(day=1)
    found = []
    while start < until:
        following = _following(start, window)
        found.append(Span(max(start, first), min(following, until)))
        start = following
        if len(found) > MOST_PERIODS:
            raise MeasureError(
                msg("the log spans more than {most} windows", most=MOST_PERIODS),
                msg("choose a longer one: `--window month`"),
            )
    return tuple(found)


def _following(start: datetime, window: Window) -> datetime:
    if window == "month":
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    return start + timedelta(days=7 if window == "week" else 1)


def gather_days(engine: Engine, found: Sequence[Span], table: str) -> int:
    """Make the table of `day`, from 0, and `part`; gives the start of the first day in microseconds since 1970."""
    start = found[0].since.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    rows = []
    for part, span in enumerate(found):
        day = span.since.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        while day < span.until:
            rows.append(((day - start).days, part))
            day += timedelta(days=1)
    engine.put(table, (("day", "BIGINT"), ("part", "INTEGER")), rows)
    return (start - EPOCH) // MICROSECOND


def gather_periods(engine: Engine, walk: str, offset: int, carried: Sequence[str], made: str) -> None:
    """Lay the walk out once more with each case cut where a window ends: a walk, and `period_cases` with their part.

    `offset` is where the walk's time begins, in microseconds after the first day's start.
    """
    day = f"(w.micros + {offset}) // {DAY}"
    engine.make(
        "period_cases",
        f"SELECT c.old_no, c.part, CAST({engine.numbered} AS INTEGER) AS case_no FROM "
        f"(SELECT w.case_no AS old_no, d.part FROM {walk} AS w JOIN days AS d ON d.day = {day} GROUP BY "
        f"w.case_no, d.part) AS c",
    )
    extra = "".join(f", w.{name}" for name in carried)
    events = (
        f"SELECT c.case_no, w.micros, w.step AS turn, w.touchpoint{extra} FROM {walk} AS w "
        f"JOIN days AS d ON d.day = {day} JOIN period_cases AS c ON c.old_no = w.case_no AND c.part = d.part"
    )
    engine.lay(made, events, carried)
