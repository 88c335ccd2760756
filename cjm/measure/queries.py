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
from cjm.measure.engines.walks import fresh


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


def stages(engine: Engine, chart: Chart, where: Slice, form: Shape) -> list[Row]:
    """Rows of part, stage, cases with it, of these not open, of these that reach a later one; dwells, dwell."""
    known = sorted(set(chart.stage_of))
    if not known:
        return []
    onward = ", ".join(_onward(stage, known, form) for stage in known)
    columns = ", ".join(_stage(engine, stage) for stage in known)
    rows = engine.rows(
        f"SELECT d.part, {columns} FROM (SELECT c.*, {onward} FROM ({where.cases}) AS c) AS d GROUP BY d.part"
    )
    return [(part, stage, *row[5 * place : 5 * place + 5]) for part, *row in rows for place, stage in enumerate(known)]


def _onward(stage: int, known: list[int], form: Shape) -> str:
    """The time to the first visit to the stage that is visited next, or null; the tick of the last to any later one."""
    first = f"c.first{stage}"
    later = [f"CASE WHEN c.first{each} > {first} THEN c.first{each} END" for each in known if each != stage]
    following = f"least({', '.join(later)})" if len(later) > 1 else "".join(later) or "CAST(NULL AS BIGINT)"
    last = [f"coalesce(c.last{each}, 0)" for each in known if each > stage]
    after = f"greatest({', '.join(last)})" if len(last) > 1 else "".join(last) or "0"
    return f"{following} // {form.ticks} - {first} // {form.ticks} AS dwell{stage}, {after} AS later{stage}"


def _stage(engine: Engine, stage: int) -> str:
    return (
        f"count(d.first{stage}), count(CASE WHEN d.open = 0 THEN d.first{stage} END), "
        f"count(CASE WHEN d.open = 0 AND d.later{stage} > d.first{stage} THEN 1 END), "
        f"count(d.dwell{stage}), {engine.quantiles(f'd.dwell{stage}')}"
    )


def entries(engine: Engine, where: Slice) -> list[Row]:
    """Rows of part, touchpoint, and cases that begin there."""
    return engine.rows(f"SELECT c.part, c.entry, count(*) FROM ({where.closed_or_not}) AS c GROUP BY c.part, c.entry")


def exits(engine: Engine, where: Slice) -> list[Row]:
    """Rows of part, touchpoint, cases that end there, and the open ones among them."""
    return engine.rows(
        f'SELECT c.part, c."exit", count(*), sum(c.open) FROM ({where.cases}) AS c GROUP BY c.part, c."exit"'
    )


def met_twice(engine: Engine, chart: Chart, where: Slice) -> list[Row]:
    """Of the cases that meet no touchpoint three times: part, touchpoint, those that meet it twice, those not at once.

    Sets say it: what is in `seen` and not in `odd` is met twice.
    """
    twice, knotty = _sets(chart)
    sets = ", ".join(
        f"{even} AS even{word}, c.seen{word} & ~c.turns{word} AS back{word}" for word, even in enumerate(twice)
    )
    some = " OR ".join(f"({even}) <> 0" for even in twice)
    own = f"SELECT c.part, {sets} FROM ({where.closed_or_not}) AS c WHERE NOT ({knotty}) AND ({some})"
    both, back = (
        f"{bits.member([f's.{name}{word}' for word in range(len(twice))], 'p.place')} = 1" for name in ("even", "back")
    )
    engine.put("places", (("place", "INTEGER"),), [(place,) for place in range(len(chart.touchpoints))])
    return engine.rows(
        f"SELECT s.part, p.place, count(*), count(CASE WHEN {back} THEN 1 END) FROM ({own}) AS s "
        f"JOIN places AS p ON {both} GROUP BY s.part, p.place"
    )


def met_often(engine: Engine, chart: Chart, where: Slice) -> list[Row]:
    """Of the other cases, one by one: part, touchpoint, events, cases, those that come back, and events squared.

    Repeats are folded for those that come back, and events are squared by case.
    """
    _, knotty = _sets(chart)
    turns = f"count(CASE WHEN {fresh('w')} THEN 1 END)"
    each = (
        f"SELECT w.part, w.case_no, w.touchpoint, count(*) AS visits, {turns} AS turns FROM ({where.events}) AS w "
        f"JOIN (SELECT c.case_no FROM {where.facts} AS c WHERE {knotty}) AS k ON k.case_no = w.case_no "
        "GROUP BY w.part, w.case_no, w.touchpoint"
    )
    return engine.rows(
        f"SELECT v.part, v.touchpoint, sum(v.visits), count(*), count(CASE WHEN v.turns > 1 THEN 1 END), "
        f"sum(v.visits * v.visits) "
        f"FROM ({each}) AS v GROUP BY v.part, v.touchpoint"
    )


def _sets(chart: Chart) -> tuple[list[str], str]:
    """The touchpoints that a case meets twice, and whether it meets any more often, as what is read of its facts."""
    words = range(bits.words(len(chart.touchpoints)))
    twice = [f"c.seen{word} & ~c.odd{word}" for word in words]
    return twice, f"c.events - {bits.size(f'c.seen{word}' for word in words)} <> {bits.size(twice)}"


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
