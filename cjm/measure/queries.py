"""Every figure of the log, written once: a query gives numbers by part, and nothing of a single case.

A part is a slice of the cases: all of them (0), those of a segment's value, or those of a window of the trend. Queries
read a `Slice`: the walk and the cases of `cjm.measure.cases`, each with the number of its part as `part`.
"""

from __future__ import annotations

from typing import NamedTuple

from cjm.measure import bits
from cjm.measure.cases import Shape
from cjm.measure.chart import Chart
from cjm.measure.engines import Engine, Row


class Slice(NamedTuple):
    """Where to read: the walk and the cases and, unless it is the whole, the table that says a case's part.

    `ends` has, by part, when the window ends and how long a case that completes may take; `own` says that each part has
    its own, otherwise what holds for the whole holds for all: a case is open or not, whichever segment it is shown in.
    """

    walk: str
    facts: str
    parts: str | None = None
    ends: str = "ends"
    own: bool = False

    @property
    def events(self) -> str:
        """Events, with `part`."""
        return self._joined(self.walk)

    @property
    def closed_or_not(self) -> str:
        """Cases, with `part`."""
        return self._joined(self.facts)

    @property
    def cases(self) -> str:
        """Cases, with `part`, `duration`, and `open`: 1 when it is too early to say that one does not complete."""
        part = "b.part" if self.own else "0"
        too_early = "CASE WHEN b.done = 0 AND n.ending - b.last_at < n.patience THEN 1 ELSE 0 END"
        return (
            f"SELECT b.*, b.last_at - b.first_at AS duration, {too_early} AS open "
            f"FROM ({self.closed_or_not}) AS b JOIN {self.ends} AS n ON n.part = {part}"
        )

    def _joined(self, table: str) -> str:
        if self.parts is None:
            return f"SELECT w.*, 0 AS part FROM {table} AS w"
        return f"SELECT w.*, g.part FROM {table} AS w JOIN {self.parts} AS g ON g.case_no = w.case_no"


def patience(engine: Engine, where: Slice) -> list[Row]:
    """By part: how many cases complete, and median and p90 of their durations."""
    middle = engine.quantiles("c.last_at - c.first_at")
    return engine.rows(
        f"SELECT part, count(*), {middle} FROM ({where.closed_or_not}) AS c WHERE done = 1 GROUP BY part"
    )


def journey(engine: Engine, chart: Chart, where: Slice, form: Shape) -> list[Row]:
    """By part: cases, open, completed, those in declared order, durations; with value, its sum and squares."""
    stages = sorted(set(chart.stage_of))
    amount = "CAST(c.amount AS DOUBLE)"
    value = f"sum(c.amount), sum(CAST({amount} * {amount} AS DECIMAL(38, 4)))" if form.valued else "NULL, NULL"
    duration = engine.quantiles("CASE WHEN c.done = 1 THEN c.duration END")
    return engine.rows(
        f"SELECT c.part, count(*), sum(c.open), sum(c.done), count(CASE WHEN {_in_order(stages)} THEN 1 END), "
        f"{duration}, {value} FROM ({where.cases}) AS c GROUP BY c.part"
    )


def _in_order(stages: list[int]) -> str:
    """Whether each stage that is visited is first visited after every earlier one."""
    tests = [
        f"(c.first{stage} IS NULL OR c.first{stage} > "
        f"greatest({', '.join(_or_never(each) for each in stages[:place])}))"
        for place, stage in enumerate(stages)
        if place
    ]
    return " AND ".join(tests) or "1 = 1"


def _or_never(stage: int) -> str:
    return f"coalesce(c.first{stage}, 0), 0"


def stages(engine: Engine, chart: Chart, where: Slice, form: Shape) -> dict[int, list[Row]]:
    """By stage: rows of part, cases with it, of these not open, of these that reach a later one; dwells, dwell."""
    known = sorted(set(chart.stage_of))
    if not known:
        return {}
    nexts = ", ".join(column for stage in known for column in _onward(stage, known, form))
    dwells = ", ".join(_dwell(stage, form) for stage in known)
    columns = ", ".join(_stage(engine, stage) for stage in known)
    onward = (
        f"SELECT c.part, c.open, {', '.join(f'c.first{each}' for each in known)}, {nexts} FROM ({where.cases}) AS c"
    )
    dwelt = f"SELECT o.*, {dwells} FROM ({onward}) AS o"
    rows = engine.rows(f"SELECT d.part, {columns} FROM ({dwelt}) AS d GROUP BY d.part")
    return {stage: [(row[0], *row[1 + 5 * place : 6 + 5 * place]) for row in rows] for place, stage in enumerate(known)}


def _onward(stage: int, known: list[int], form: Shape) -> tuple[str, str]:
    """The tick of the first visit to the stage that is visited next, and of the last to any later stage."""
    others = [
        f"CASE WHEN c.first{each} > c.first{stage} THEN c.first{each} ELSE {form.never} END"
        for each in known
        if each != stage
    ]
    later = [f"coalesce(c.last{each}, 0)" for each in known if each > stage]
    return (
        f"{_extreme('least', others, form.never)} AS next{stage}",
        f"{_extreme('greatest', later, '0')} AS later{stage}",
    )


def _extreme(function: str, numbers: list[str], nothing: str) -> str:
    return f"{function}({', '.join((*numbers, nothing))})" if numbers else nothing


def _dwell(stage: int, form: Shape) -> str:
    first, following = f"o.first{stage}", f"o.next{stage}"
    spent = f"{following} // {form.ticks} - {first} // {form.ticks}"
    return f"CASE WHEN {first} IS NOT NULL AND {following} < {form.never} THEN {spent} END AS dwell{stage}"


def _stage(engine: Engine, stage: int) -> str:
    closed = f"d.first{stage} IS NOT NULL AND d.open = 0"
    return (
        f"count(d.first{stage}), count(CASE WHEN {closed} THEN 1 END), "
        f"count(CASE WHEN {closed} AND d.later{stage} > d.first{stage} THEN 1 END), "
        f"count(d.dwell{stage}), {engine.quantiles(f'd.dwell{stage}')}"
    )


def ends_of_cases(engine: Engine, where: Slice) -> tuple[list[Row], list[Row]]:
    """Rows of part, touchpoint and cases that begin there; and of part, touchpoint, cases, open ones that end there."""
    entries = f"SELECT c.part, c.entry, count(*) FROM ({where.cases}) AS c GROUP BY c.part, c.entry"
    exits = f'SELECT c.part, c."exit", count(*), sum(c.open) FROM ({where.cases}) AS c GROUP BY c.part, c."exit"'
    return engine.rows(entries), engine.rows(exits)


def touchpoints(engine: Engine, chart: Chart, where: Slice) -> tuple[list[Row], list[Row]]:
    """How often cases meet touchpoints: of those that meet none three times, and of the others.

    Of the first rows of part, touchpoint, cases that meet it twice, and of these not at once. Sets say it: what is in
    `seen` and not in `odd` is met twice. The others are counted one by one: rows of part, touchpoint, events, cases,
    those that come back to it (repeats folded), and the sum of its events squared by case.
    """
    words = range(bits.words(len(chart.touchpoints)))
    twice = [f"c.seen{word} & ~c.odd{word}" for word in words]
    knotty = f"c.events - {bits.size(f'c.seen{word}' for word in words)} <> {bits.size(twice)}"
    return _from_sets(engine, chart, where, knotty, twice), _one_by_one(engine, where, knotty)


def _from_sets(engine: Engine, chart: Chart, where: Slice, knotty: str, twice: list[str]) -> list[Row]:
    sets = ", ".join(
        f"{even} AS even{word}, c.seen{word} & ~c.turns{word} AS back{word}" for word, even in enumerate(twice)
    )
    some = " OR ".join(f"({even}) <> 0" for even in twice)
    own = f"SELECT c.part, {sets} FROM ({where.closed_or_not}) AS c WHERE NOT ({knotty}) AND ({some})"
    places = range(len(chart.touchpoints))
    counts = ", ".join(f"count({bits.where('even', place)}), count({bits.where('back', place)})" for place in places)
    rows = engine.rows(f"SELECT s.part, {counts} FROM ({own}) AS s GROUP BY s.part")
    return [
        (row[0], place, *row[1 + 2 * place : 3 + 2 * place]) for row in rows for place in places if row[1 + 2 * place]
    ]


def _one_by_one(engine: Engine, where: Slice, knotty: str) -> list[Row]:
    each = (
        f"SELECT w.part, w.case_no, w.touchpoint, count(*) AS visits, count(CASE WHEN w.fresh THEN 1 END) AS turns "
        f"FROM ({where.events}) AS w JOIN (SELECT c.case_no FROM {where.facts} AS c WHERE {knotty}) AS k ON "
        f"k.case_no = w.case_no "
        "GROUP BY w.part, w.case_no, w.touchpoint"
    )
    return engine.rows(
        f"SELECT v.part, v.touchpoint, sum(v.visits), count(*), count(CASE WHEN v.turns > 1 THEN 1 END), "
        f"sum(v.visits * v.visits) "
        f"FROM ({each}) AS v GROUP BY v.part, v.touchpoint"
    )


def waits(engine: Engine, where: Slice) -> list[Row]:
    """Rows of part, touchpoint, events, events with one before, and the wait since it."""
    return engine.rows(
        f"SELECT w.part, w.touchpoint, count(*), count(w.wait), {engine.quantiles('w.wait')} "
        f"FROM ({where.events}) AS w GROUP BY w.part, w.touchpoint"
    )


def transitions(engine: Engine, where: Slice) -> list[Row]:
    """Rows of part, source, target, count and wait."""
    return engine.rows(
        f"SELECT w.part, w.before, w.touchpoint, count(*), {engine.quantiles('w.wait')} "
        f"FROM ({where.events}) AS w WHERE w.before IS NOT NULL GROUP BY w.part, w.before, w.touchpoint"
    )


def taken_again(engine: Engine, chart: Chart, where: Slice) -> list[Row]:
    """Rows of part, source, target, and how many of its transitions are not the first of their case.

    A case goes the same way twice only if it meets both ends twice (or one thrice): nobody else is looked at.
    """
    words = range(bits.words(len(chart.touchpoints)))
    more = f"c.events - {bits.size(f'c.seen{word}' for word in words)}"
    even = [f"c.even{word}" for word in words]
    sets = ", ".join(f"c.seen{word} & ~c.odd{word} AS even{word}" for word in words)
    knotty = f"{more} <> {bits.size(f'c.seen{word} & ~c.odd{word}' for word in words)}"
    tangled = f"SELECT c.case_no, {sets}, {knotty} AS knotty FROM {where.facts} AS c WHERE {more} > 1"
    both = f"{bits.member(even, 'w.touchpoint')} = 1 AND {bits.member(even, 'w.before')} = 1"
    each = (
        "SELECT w.part, w.case_no, w.before, w.touchpoint, count(*) AS often "
        f"FROM ({where.events}) AS w JOIN ({tangled}) AS c ON c.case_no = w.case_no "
        f"WHERE w.before IS NOT NULL AND (c.knotty OR ({both})) "
        "GROUP BY w.part, w.case_no, w.before, w.touchpoint HAVING count(*) > 1"
    )
    return engine.rows(
        f"SELECT t.part, t.before, t.touchpoint, sum(t.often - 1) FROM ({each}) AS t GROUP BY t.part, "
        f"t.before, t.touchpoint"
    )


def channels(engine: Engine, where: Slice) -> list[Row]:
    """Rows of part, kind of event, and events."""
    return engine.rows(f"SELECT w.part, w.kind, count(*) FROM ({where.events}) AS w GROUP BY w.part, w.kind")
