"""What customers said: surveys as one table of answers, and its means by touchpoint and for the journey.

Table `answers`: `said_by` (the case as text, or null), `micros` (microseconds since 1970, or null), `touchpoint` (a
number, or null for one about the journey), `figure` (a number) and `score`. Answers on a scale of their own are moved
to the usual one of csat, nps and ces, so that surveys can be taken together and targets keep their meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import sqrt
from typing import NamedTuple

from cjm.diagnostics import msg
from cjm.measure.binding import Binder
from cjm.measure.engines import Engine, Row
from cjm.measure.inputs import Table, quoting
from cjm.measure.intervals import of_mean
from cjm.measure.layout import moment_of
from cjm.measure.request import SCALES, Request, Scale, Survey
from cjm.measure.setting_aside import SURVEY_REASONS, aside
from cjm.measure.troubles import MeasureError
from cjm.model.measurement import Basis, Measured, SetAside

LARGEST = 1e12
"""Answers beyond it are mistakes, and would not add up exactly."""
PROMOTER, DETRACTOR = 9, 7


class Question(NamedTuple):
    """A figure, the column that answers it, and its lowest and highest answer."""

    figure: str
    column: str
    scale: Scale | None


class Sum(NamedTuple):
    """Answers together: how many, their sum and the sum of their squares."""

    n: int
    total: Decimal
    squares: Decimal

    def plus(self, other: Sum) -> Sum:
        """Both together."""
        return Sum(self.n + other.n, self.total + other.total, self.squares + other.squares)

    def measured(self, factor: int = 1) -> Measured:
        """The mean with its interval."""
        mean = self.total / self.n
        spread = (self.squares - self.total * mean) / (self.n - 1) if self.n > 1 else Decimal(0)
        interval = of_mean(float(mean), sqrt(max(0.0, float(spread))), self.n)
        if interval is None:
            return Measured(factor * float(mean), self.n)
        low, high = interval
        return Measured(factor * float(mean), self.n, factor * low, factor * high)


def questions(survey: Survey, table: Table) -> tuple[Question, ...]:
    """The figures that a survey answers."""
    usual = [
        Question(name, table.roles[name], survey.scales.get(name, SCALES[name]))
        for name in SCALES
        if name in table.roles
    ]
    own = [Question(survey.names.get(name, name), name, survey.scales.get(name)) for name in survey.columns.numbers]
    return (*usual, *own)


def gather(
    engine: Engine, read: Sequence[tuple[Survey, Table]], binder: Binder, names: dict[str, int], request: Request
) -> tuple[tuple[str, ...], tuple[Basis, ...]]:
    """Make `answers`; gives the figures by number, and what has been used of each survey."""
    figures = tuple(dict.fromkeys(each.figure for survey, table in read for each in questions(survey, table)))
    parts, bases = [], []
    for number, (survey, table) in enumerate(read):
        asked = questions(survey, table)
        if not asked:
            raise MeasureError(
                msg("`{file}` has no answers: no column is `csat`, `nps` or `ces`", file=table.basis.name),
                msg("name its questions under `surveys` in the `sources`: `csat: score`"),
            )
        places = f"survey_places_{number}"
        _put_places(engine, table, binder, names, places)
        bases.append(_basis(engine, table, asked, places, request))
        parts += [_select(engine, table, each, figures.index(each.figure), places, request) for each in asked]
    if parts:
        engine.make("answers", " UNION ALL ".join(parts))
    return figures, tuple(bases)


def _put_places(engine: Engine, table: Table, binder: Binder, names: dict[str, int], places: str) -> None:
    """Make the table that says which touchpoint each text in a survey means; null where the journey has none."""
    rows: list[tuple[str, int | None]] = []
    column = _place_column(table)
    if column:
        for (text,) in engine.rows(
            f"SELECT DISTINCT CAST({column} AS VARCHAR) FROM {table.sql} AS s WHERE {column} IS NOT NULL"
        ):
            if "touchpoint" in table.roles:
                rows.append((text, names.get(" ".join(text.casefold().split()))))
            else:
                binding = binder.bind(text, None)
                rows.append((text, binding.touchpoint if binding else None))
    engine.put(places, (("written", "VARCHAR"), ("touchpoint", "SMALLINT")), rows)


def _place_column(table: Table) -> str | None:
    role = next((role for role in ("touchpoint", "activity") if role in table.roles), None)
    return quoting.name(table.roles[role]) if role else None


def _from(table: Table, places: str) -> str:
    column = _place_column(table)
    return f"{table.sql} AS s" + (
        f" LEFT JOIN {places} AS p ON p.written = CAST(s.{column} AS VARCHAR)" if column else ""
    )


def _within(table: Table, request: Request) -> str:
    """Whether an answer is of the window; one without a time is when no survey time is kept."""
    if "time" not in table.roles:
        return "1 = 1"
    time = quoting.name(table.roles["time"])
    since = f" AND s.{time} >= {moment_of(request.since)}" if request.since else ""
    until = f" AND s.{time} < {moment_of(request.until)}" if request.until else ""
    return f"s.{time} IS NOT NULL{since}{until}"


def _known(table: Table) -> str:
    column = _place_column(table)
    return f"(s.{column} IS NULL OR p.touchpoint IS NOT NULL)" if column else "1 = 1"


def _inside(question: Question) -> str:
    column = f"s.{quoting.name(question.column)}"
    low, high = question.scale or (-LARGEST, LARGEST)
    return f"{column} >= {low!r} AND {column} <= {high!r}"


def _select(  # noqa: PLR0913 - what a query is made of
    engine: Engine, table: Table, question: Question, figure: int, places: str, request: Request
) -> str:
    case = (
        f"CAST(s.{quoting.name(table.roles['case'])} AS VARCHAR)" if "case" in table.roles else "CAST(NULL AS VARCHAR)"
    )
    time = engine.micros(f"s.{quoting.name(table.roles['time'])}") if "time" in table.roles else "CAST(NULL AS BIGINT)"
    place = "p.touchpoint" if _place_column(table) else "CAST(NULL AS SMALLINT)"
    return (
        f"SELECT {case} AS said_by, {time} AS micros, {place} AS touchpoint, {figure} AS figure, "
        f"{_usual(question)} AS score "
        f"FROM {_from(table, places)} WHERE {_within(table, request)} AND {_known(table)} AND {_inside(question)}"
    )


def _usual(question: Question) -> str:
    """An answer on the usual scale of its figure."""
    column, usual = f"s.{quoting.name(question.column)}", SCALES.get(question.figure)
    if usual is None or question.scale is None or question.scale == usual:
        return column
    (low, high), (least, most) = question.scale, usual
    return f"({column} - {low!r}) * {(most - least) / (high - low)!r} + {least!r}"


def _basis(engine: Engine, table: Table, asked: Sequence[Question], places: str, request: Request) -> Basis:
    relation = _from(table, places)
    answered = " OR ".join(f"s.{quoting.name(each.column)} IS NOT NULL" for each in asked)
    bad = " OR ".join(f"NOT ({_inside(each)})" for each in asked)
    tests = {"scale": f"({bad})", "place": f"NOT {_known(table)}", "nothing": f"NOT ({answered})"}
    if "time" in table.roles:
        tests["time"] = f"s.{quoting.name(table.roles['time'])} IS NULL"
    good = " AND ".join(f"NOT coalesce({test}, FALSE)" for test in tests.values())
    counts = ", ".join(f"count(CASE WHEN {test} THEN 1 END)" for test in tests.values())
    (row,) = engine.rows(
        f"SELECT count(CASE WHEN {good} AND {_within(table, request)} THEN 1 END), {counts} FROM {relation}"
    )
    shown = [
        quoting.name(column) for column in dict.fromkeys((*table.roles.values(), *(each.column for each in asked)))
    ]
    found = [
        SetAside(SURVEY_REASONS[reason], rows, _examples(engine, relation, shown, tests[reason]))
        for reason, rows in zip(tests, row[1:], strict=True)
        if rows
    ]
    return aside(table.basis, row[0], found, lenient=request.lenient)


def _examples(engine: Engine, relation: str, shown: Sequence[str], test: str) -> tuple[str, ...]:
    columns = ", ".join(f"coalesce(CAST(s.{each} AS VARCHAR), '–')" for each in shown)
    rows = engine.rows(f"SELECT {columns} FROM {relation} WHERE {test} ORDER BY s.row_order LIMIT 5")
    return tuple(", ".join(row) for row in rows)


def by_part(engine: Engine, figures: Sequence[str], parts: str | None) -> list[Row]:
    """Rows of part, touchpoint (None is the journey), figure, and the numbers of a `Sum`.

    `parts` is a relation of `said_by` or `day`, and `part`.
    """
    if not figures:
        return []
    part, joined = ("g.part", f" JOIN {parts}") if parts else ("0", "")
    nps = figures.index("nps") if "nps" in figures else -1
    score = (
        f"CASE WHEN a.figure <> {nps} THEN a.score WHEN a.score >= {PROMOTER} THEN 1 WHEN a.score < "
        f"{DETRACTOR} THEN -1 ELSE 0 END"
    )
    exact = f"CAST({score} AS DECIMAL(38, 9))"
    square = f"CAST(({score}) * ({score}) AS DECIMAL(38, 9))"
    sums = f"count(*), sum({exact}), sum({square})"
    group = f"{part}, a.figure" if parts else "a.figure"
    spots = engine.rows(
        f"SELECT {part}, a.touchpoint, a.figure, {sums} FROM answers AS a{joined} WHERE a.touchpoint IS NOT NULL "
        f"GROUP BY {group}, a.touchpoint"
    )
    whole = engine.rows(f"SELECT {part}, NULL, a.figure, {sums} FROM answers AS a{joined} GROUP BY {group}")
    ordered = sorted([*spots, *whole], key=lambda row: (row[0], -1 if row[1] is None else row[1], row[2]))
    return [(number, place, figures[figure], *each) for number, place, figure, *each in ordered]


def together(sums: Sequence[dict[str, Sum]]) -> dict[str, Sum]:
    """The answers at several touchpoints as one."""
    found: dict[str, Sum] = {}
    for each in sums:
        for figure, one in each.items():
            other = found.get(figure)
            found[figure] = one.plus(other) if other else one
    return found
