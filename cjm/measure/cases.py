"""One row a case: when, through which touchpoints and stages, in what order.

Table `facts`, for each `case_no`:

- `events`, `first_at` and `last_at` (microseconds), `steps` (events that are no immediate repeats), `entry` and `exit`
  (touchpoints), `done` (1 when it reached a touchpoint that completes the journey), `amount`;
- `seen0 …`: the touchpoints it met; `odd0 …`: those it met an odd number of times; `turns0 …`: those it came to
  (repeats folded) an odd number of times;
- `first0 …` and `last1 …`: a tick for the first event in each stage, and for the last in each but the first of them,
  null where it has none. Ticks rise with every step of a case: the time, times `ticks` (more than any case has steps),
  plus the step;
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
    events: int

    @property
    def never(self) -> str:
        """A tick after all others."""
        return f"CAST({_LARGEST - 1 if self.type == 'BIGINT' else 1 << 120} AS {self.type})"


def shape(engine: Engine, chart: Chart, walk: str, *, valued: bool) -> Shape:
    """How the cases of a walk fit into numbers."""
    ((events, steps, last, backwards),) = engine.rows(f"SELECT count(*), max(step), max(micros), min(wait) FROM {walk}")
    if (backwards or 0) < 0:
        raise RuntimeError("the walk is not in order")
    ticks = (steps or 0) + 2
    places = len(chart.touchpoints) + 1
    kind = "BIGINT" if ((last or 0) + 1) * ticks * places < _LARGEST else engine.wide
    return Shape(ticks, kind, Packing.of(len(chart.touchpoints), (steps or 0) + 1), valued, events)


def gather(engine: Engine, chart: Chart, walk: str, facts: str, form: Shape) -> None:
    """Make the table of facts."""
    worked_out = ", ".join(_worked_out(chart, form))
    columns = ", ".join(_columns(chart, form))
    engine.make(
        facts, f"SELECT case_no, {columns} FROM (SELECT w.*, {worked_out} FROM {walk} AS w) AS e GROUP BY case_no"
    )


def _worked_out(chart: Chart, form: Shape) -> Iterator[str]:
    """What several columns need of an event."""
    yield f"CAST(micros AS {form.type}) * {form.ticks} + step + 1 AS tick"
    for word in range(bits.words(len(chart.touchpoints))):
        yield f"{bits.flag(word, len(chart.touchpoints))} AS bit{word}"
    yield from form.packing.worked_out()


def _columns(chart: Chart, form: Shape) -> Iterator[str]:
    yield "count(*) AS events"
    yield "min(micros) AS first_at"
    yield "max(micros) AS last_at"
    yield "max(step) + 1 AS steps"
    yield "max(CASE WHEN step = 0 THEN touchpoint END) AS entry"
    places = len(chart.touchpoints) + 1
    yield f'max(tick * {places} + touchpoint) % {places} AS "exit"'
    goals = ", ".join(map(str, chart.goals)) or "-1"
    yield f"max(CASE WHEN touchpoint IN ({goals}) THEN 1 ELSE 0 END) AS done"
    if form.valued:
        yield "sum(CAST(amount AS DECIMAL(38, 6))) AS amount"
    for word in range(bits.words(len(chart.touchpoints))):
        yield f"coalesce(bit_or(bit{word}), 0) AS seen{word}"
        yield f"coalesce(bit_xor(bit{word}), 0) AS odd{word}"
        yield f"coalesce(bit_xor(CASE WHEN fresh THEN bit{word} END), 0) AS turns{word}"
    known = sorted(set(chart.stage_of))
    for stage in known:
        low = chart.stage_of.index(stage)
        within = f"touchpoint >= {low} AND touchpoint < {low + chart.stage_of.count(stage)}"
        yield f"min(CASE WHEN {within} THEN tick END) AS first{stage}"
        if stage != known[0]:  # nothing comes before it, that would have to know whether it comes later
            yield f"max(CASE WHEN {within} THEN tick END) AS last{stage}"
    yield from form.packing.columns()
