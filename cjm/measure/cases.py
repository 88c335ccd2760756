"""One row a case: when, through which touchpoints and stages, in what order.

Table `facts`, for each `case_no`:

- `events`, `first_at` and `last_at` (microseconds), `steps` (events that are no immediate repeats), `entry` and `exit`
  (touchpoints), `done` (1 when it reached a touchpoint that completes the journey), `amount`;
- `seen0 …`: the touchpoints it met; `odd0 …`: those it met an odd number of times; `again0 …`: those it met an odd
  number of times at once after themselves; `turns0 …`: those it came to (repeats folded) an odd number of times;
- `first0 …` and `last1 …`: a tick for the first event in each stage, and for the last in each but the first of them,
  null where it has none. Ticks rise with every step of a case: the time, times `ticks` (more than any case has steps),
  plus the step;
- `opening` and `closing`: the tick of its first and last event, times one more than there are touchpoints, plus the
  touchpoint: what times, steps and ends are read from;
- `path0 …`: its steps, packed (see `cjm.measure.paths`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.measure import bits
from cjm.measure.chart import Chart
from cjm.measure.engines import Engine
from cjm.measure.paths import Packing

_LARGEST = 1 << 62


class Shape(NamedTuple):
    """What tables are like: `ticks` to a microsecond and their type, how paths are packed, whether there is value."""

    ticks: int
    type: str
    packing: Packing
    valued: bool


def shape(engine: Engine, chart: Chart, walk: str, *, valued: bool) -> Shape:
    """How the cases of a walk fit into numbers."""
    ((steps, last, backwards),) = engine.rows(f"SELECT max(step), max(micros), min(wait) FROM {walk}")
    if (backwards or 0) < 0:
        raise RuntimeError("the walk is not in order")
    ticks = (steps or 0) + 2
    places = len(chart.touchpoints) + 1
    kind = "BIGINT" if ((last or 0) + 1) * ticks * places < _LARGEST else engine.wide
    return Shape(ticks, kind, Packing.of(len(chart.touchpoints), (steps or 0) + 1), valued)


def gather(engine: Engine, chart: Chart, walk: str, facts: str, form: Shape) -> None:
    """Make the table of facts."""
    worked_out = ", ".join(_worked_out(chart, form))
    columns = ", ".join(_columns(chart, form))
    gathered = f"SELECT case_no, {columns} FROM (SELECT w.*, {worked_out} FROM {walk} AS w) AS e GROUP BY case_no"
    engine.make(facts, f"SELECT g.*, {', '.join(_derived(chart, form))} FROM ({gathered}) AS g")


def _worked_out(chart: Chart, form: Shape) -> Iterator[str]:
    """What several columns need of an event."""
    yield f"CAST(micros AS {form.type}) * {form.ticks} + step + 1 AS tick"
    for word in range(bits.words(len(chart.touchpoints))):
        yield f"{bits.flag(word, len(chart.touchpoints))} AS bit{word}"
    yield from form.packing.worked_out()


def _columns(chart: Chart, form: Shape) -> Iterator[str]:
    """What is gathered. A null is passed over, and costs next to nothing: each event bears on as few as can be."""
    yield "count(*) AS events"
    places = len(chart.touchpoints) + 1
    yield f"min(CASE WHEN before IS NULL THEN tick * {places} + touchpoint END) AS opening"
    yield f"max(tick * {places} + touchpoint) AS closing"
    if form.valued:
        yield "sum(CAST(amount AS DECIMAL(38, 6))) AS amount"
    for word in range(bits.words(len(chart.touchpoints))):
        yield f"coalesce(bit_or(bit{word}), 0) AS seen{word}"
        yield f"coalesce(bit_xor(bit{word}), 0) AS odd{word}"
        yield f"coalesce(bit_xor(CASE WHEN before = touchpoint THEN bit{word} END), 0) AS again{word}"
    known = sorted(set(chart.stage_of))
    for stage in known:
        low = chart.stage_of.index(stage)
        within = f"touchpoint >= {low} AND touchpoint < {low + chart.stage_of.count(stage)}"
        yield f"min(CASE WHEN {within} THEN tick END) AS first{stage}"
        if stage != known[0]:  # nothing comes before it, that would have to know whether it comes later
            yield f"max(CASE WHEN {within} THEN tick END) AS last{stage}"
    yield from form.packing.columns()


def _derived(chart: Chart, form: Shape) -> Iterator[str]:
    """What can be read from the numbers of a case."""
    places = len(chart.touchpoints) + 1
    yield f"CAST(g.opening // {places * form.ticks} AS BIGINT) AS first_at"
    yield f"CAST(g.closing // {places * form.ticks} AS BIGINT) AS last_at"
    yield f"CAST((g.closing % {places * form.ticks}) // {places} AS INTEGER) AS steps"
    yield f"CAST(g.opening % {places} AS SMALLINT) AS entry"
    yield f'CAST(g.closing % {places} AS SMALLINT) AS "exit"'
    met = [f"(g.seen{word} & {flags}) <> 0" for word, flags in enumerate(bits.flags(chart.goals)) if flags]
    for word in range(bits.words(len(chart.touchpoints))):
        yield f"(g.odd{word} & ~g.again{word}) | (g.again{word} & ~g.odd{word}) AS turns{word}"
    yield f"CASE WHEN {' OR '.join(met) or '1 = 0'} THEN 1 ELSE 0 END AS done"
